"""Pick one record from a list, by letter or arrow. Knows no kind of record."""

from collections.abc import Iterable, Sequence

from vforlob.actions.asking import ALONE, Answered, Question
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.errors.answer import BadAnswer
from vforlob.errors.use import NothingToPick
from vforlob.model.agenda import Choice
from vforlob.model.text import fold


def pick(text: str, emne: str, picks: Iterable[tuple[int, str]], otherwise: int | None = None) -> int:
    """The number picked, `otherwise` where Enter alone says enough. Leaving the list without picking is leaving the
    program: nothing was begun.
    """
    choices = _aligned(tuple(picks))
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
            if otherwise is not None:
                return otherwise
        else:
            raise KeyboardInterrupt


def _aligned(picks: Sequence[tuple[int, str]]) -> tuple[Choice, ...]:
    """What stands after the number begins in one column: b9 above b10."""
    split = [(nr, *line.partition("  ")) for nr, line in picks]
    wide = max((len(number) for _, number, gap, _ in split if gap), default=0)
    return tuple(Choice(str(nr), f"{number:<{wide}}{gap}{rest}" if gap else number) for nr, number, gap, rest in split)


def _read(typed: str, choices: tuple[Choice, ...]) -> str:
    """The id itself, or the number as it stands on the line: b7, 7."""
    wanted = fold(typed.strip())
    for choice in choices:
        columns = [fold(part.strip()) for part in choice.text.split("  ") if part.strip()]
        if wanted in {choice.id, *columns[:2]}:
            return choice.id
    raise BadAnswer("Det står ikke på listen. Vælg en af linjerne.")
