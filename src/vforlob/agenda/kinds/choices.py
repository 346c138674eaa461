"""Find the choice that was meant: by id, by text, with or without Danish letters. Knows no letters on a screen."""

from collections.abc import Sequence

from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Choice, Felt
from vforlob.model.text import clean, fold
from vforlob.rules.danish import listed, quoted

_MOST_NAMED = 12


def read_choice(raw: object, choices: Sequence[Choice]) -> str:
    """The id that was meant. A known record may be given by its number, hence numbers too."""
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise BadAnswer(f"Her skal stå en af mulighederne. {_can_be(choices)}")
    wanted = folded(str(raw))
    for choice in choices:
        if str(raw) == choice.id or wanted in {folded(choice.id), folded(choice.text)}:
            return choice.id
    raise BadAnswer(f"{quoted(str(raw))} er ikke en af mulighederne. {_nearest(wanted, choices)}{_can_be(choices)}")


def text_of(choice_id: str, felt: Felt) -> str:
    """The text of a choice; the id itself when the agenda no longer has it."""
    found = next((choice for choice in felt.choices if choice.id == choice_id), None)
    return clean((found.text or found.id) if found else choice_id, lines=False)


def folded(text: str) -> str:
    """ "Ved ikke", "ved_ikke" and "ved-ikke" are one choice."""
    return " ".join(fold(clean(text, lines=False)).replace("_", " ").replace("-", " ").split()).rstrip(". ")


def _nearest(wanted: str, choices: Sequence[Choice]) -> str:
    from difflib import get_close_matches  # late: only a wrong answer needs it

    texts = {folded(name): choice for choice in choices for name in (choice.id, choice.text)}
    near = get_close_matches(wanted, texts, n=1, cutoff=0.7)
    return f"Mente du {quoted(texts[near[0]].text or texts[near[0]].id)}? " if near else ""


def _can_be(choices: Sequence[Choice]) -> str:
    if not choices:
        return "Der er ikke noget at vælge imellem."
    if len(choices) > _MOST_NAMED:
        return "Vælg fra listen."
    texts = [clean(choice.text or choice.id, lines=False) for choice in choices]
    has_commas = any("," in text for text in texts)  # then it cannot be seen where one ends and the next begins
    return f"Vælg mellem: {listed([f'»{text}«' for text in texts] if has_commas else texts, 'og')}."
