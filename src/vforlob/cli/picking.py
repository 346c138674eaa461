"""Pick one record from a list, by letter or arrow. Knows no kind of record."""

from collections.abc import Iterable

from vforlob.actions.asking import ALONE, Answered, Question
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.errors.answer import BadAnswer
from vforlob.errors.use import NothingToPick
from vforlob.model.agenda import Choice
from vforlob.model.text import fold


def pick(text: str, emne: str, picks: Iterable[tuple[int, str]]) -> int:
    """The number picked. Leaving the list without picking is leaving the program: nothing was begun."""
    choices = tuple(Choice(str(nr), line) for nr, line in picks)
    if not choices:
        raise NothingToPick(emne)
    question = Question(
        kind="valg", text=text, read=lambda typed: _read(typed, choices), page=ALONE, choices=choices, saves=False
    )
    ask = asker(context())
    while True:
        reply = ask(question)
        if isinstance(reply, Answered):
            if reply.value is not None:
                return int(str(reply.value))
        else:
            raise KeyboardInterrupt


def _read(typed: str, choices: tuple[Choice, ...]) -> str:
    """The id itself, or the number as it stands on the line: b7, 7."""
    wanted = fold(typed.strip())
    for choice in choices:
        if wanted in {choice.id, *map(fold, choice.text.split("  ")[:2])}:
            return choice.id
    raise BadAnswer("Det står ikke på listen. Vælg en af linjerne.")
