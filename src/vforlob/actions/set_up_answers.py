"""What the consultant is asked when a folder is set up, and the same answers from a file. Knows no folder."""

from collections.abc import Mapping
from datetime import date

from vforlob.actions.asking import ALONE, Answered, Ask, Back, Cleared, Pause, Question
from vforlob.agenda.kinds import KINDS
from vforlob.agenda.toml_lines import toml_lines
from vforlob.agenda.toml_syntax import read_toml
from vforlob.errors.answer import BadAnswer, FaultyFile
from vforlob.errors.base import Fault
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value

HEADING = "Opsætning"

FELTER = (
    Felt(
        "navne",
        "Har kommunen sagt ja til, at du gemmer borgeres navn og telefonnummer på denne computer? "
        "Er du i tvivl, så svar nej.",
        "janej",
        "Ved nej har hver borger kun et alias, fx B-7, og vforlob tager ikke imod navn og telefonnummer. "
        "Spørg din leder eller kommunens databeskyttelsesrådgiver.",
    ),
    Felt("konsulent", "Dit navn", "kort", "Det står under de tekster, du giver til borgere og virksomheder."),
    Felt("telefon", "Dit telefonnummer", "kort", "Det, som borgere og virksomheder skal ringe på."),
    Felt(
        "kommune_ord",
        "Hvad kalder I stedet, hvor du arbejder?",
        "kort",
        "Fx »jobcentret« eller »kommunen«. Tomt betyder det ord, loven bruger på dagen.",
    ),
)
_WHEN_UNANSWERED = {"navne": "nej"}


def ask_answers(ask: Ask, today: date, now: Mapping[str, str] | None = None) -> dict[str, str]:
    """One after the other, with a way back; `now` is what stands there already. Leaving is KeyboardInterrupt: there
    is nothing to come back to.
    """
    given = defaults() | dict(now or {})
    at = 0
    while at < len(FELTER):
        felt = FELTER[at]
        reply = ask(_question(at, given[felt.id], today))
        if isinstance(reply, Pause):
            raise KeyboardInterrupt
        if isinstance(reply, Back):
            at = max(0, at - 1)
        elif isinstance(reply, Cleared):
            given[felt.id] = _WHEN_UNANSWERED.get(felt.id, "")
            at += 1
        elif isinstance(reply, Answered):
            if reply.value is not None:
                given[felt.id] = str(reply.value)
            at += 1
    return given


def read_answers(data: bytes, file: str, today: date) -> dict[str, str]:
    """The same from TOML, every fault at once. Raises FaultyFile."""
    return defaults() | read_some_answers(data, file, today)


def read_some_answers(data: bytes, file: str, today: date) -> dict[str, str]:
    """Only those that are in the file."""
    text, raw = read_toml(data, file)
    lines = toml_lines(text)
    felter = {felt.id: felt for felt in FELTER}
    given: dict[str, str] = {}
    faults: list[Fault] = []
    for word, value in raw.items():
        try:
            given[word] = str(_value(felter, word, value, today))
        except BadAnswer as bad:
            faults.append(Fault(word, bad.sentence, lines.of(word)))
    if faults:
        raise FaultyFile(file, faults)
    return given


def defaults() -> dict[str, str]:
    return {felt.id: _WHEN_UNANSWERED.get(felt.id, "") for felt in FELTER}


def _value(felter: dict[str, Felt], word: str, value: object, today: date) -> Value:
    felt = felter.get(word)
    if felt is None:
        from difflib import get_close_matches  # only for a file that somebody wrote

        near = get_close_matches(word, felter, n=1)
        raise BadAnswer(f"Det navn kendes ikke. Mente du {near[0]}?" if near else f"Her kan stå: {', '.join(felter)}.")
    if isinstance(value, str) and not value.strip():
        return _WHEN_UNANSWERED.get(word, "")
    if word == "telefon" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # 20202020 without quotes is a telephone number all the same
    return KINDS[felt.kind].read(value, felt, today)


def _question(at: int, current: str, today: date) -> Question:
    felt = FELTER[at]
    return Question(
        kind=felt.kind,
        text=felt.text,
        read=lambda typed: KINDS[felt.kind].read(typed, felt, today),
        page=ALONE,
        heading=HEADING,
        position=f"{at + 1} af {len(FELTER)}",
        title=HEADING,
        help=felt.help,
        current=current or None,
        current_text=current,
        saves=False,
    )
