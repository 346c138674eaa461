"""One short question between two texts: ja or nej, a choice, a line. For the konsulent alone; knows no case."""

from collections.abc import Iterable
from datetime import date

from vforlob.actions.asking import ALONE, Answered, Ask, Cleared, Pause, Question, Reply, SkipPunkt
from vforlob.agenda.kinds import KINDS
from vforlob.model.agenda import Choice, Felt


class Left(Exception):
    """She stopped. `interrupted` by Ctrl-C, else by `:p`."""

    def __init__(self, interrupted: bool) -> None:
        super().__init__()
        self.interrupted = interrupted


def says_yes(ask: Ask, text: str, *, heading: str = "", help: str = "") -> bool:
    """Enter alone is no yes."""
    return _asked(ask, Felt("svar", text, "janej"), heading, help) == "ja"


def chosen(ask: Ask, text: str, choices: Iterable[tuple[str, str]], *, heading: str = "", help: str = "") -> str:
    """The id of one of them; empty for Enter alone."""
    felt = Felt("svar", text, "valg", choices=tuple(Choice(*one) for one in choices))
    return _asked(ask, felt, heading, help)


def line_typed(ask: Ask, text: str, *, heading: str = "", help: str = "") -> str:
    """Kept nowhere: not as a draft, and in no history."""
    return _asked(ask, Felt("svar", text, "kort"), heading, help)


def _asked(ask: Ask, felt: Felt, heading: str, help: str) -> str:
    question = Question(
        kind=felt.kind,
        text=felt.text,
        read=lambda typed: KINDS[felt.kind].read(typed, felt, date.min),
        page=ALONE,
        heading=heading,
        help=help,
        choices=felt.choices,
        saves=False,
    )
    while True:
        reply: Reply = ask(question)
        if isinstance(reply, Pause):
            raise Left(reply.interrupted)
        if isinstance(reply, Answered):
            return str(reply.value) if reply.value is not None else ""
        if isinstance(reply, Cleared | SkipPunkt):
            return ""
