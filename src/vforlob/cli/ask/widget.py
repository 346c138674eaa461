"""What every way of answering has in common. Knows no terminal: the same widgets serve keys and plain lines."""

from typing import NamedTuple

from vforlob.actions.asking import Answered, Cleared, Question, Reply
from vforlob.model.answers import Value
from vforlob.model.text import clean
from vforlob.rules.danish import number


class Line(NamedTuple):
    """One line under the prompt; `style` is "" or a name the screen knows."""

    text: str
    style: str = ""


class Widget:
    """A question while it is being answered. What is typed is kept by the caller and handed in.

    `multiline`: a text of several lines. `replaces`: the first key typed takes the place of what stood there.
    `keeps_draft`: half-typed text is worth keeping. `moves`: the arrows move a pointer. `hints`: keys of its own.
    """

    multiline = False
    replaces = True
    keeps_draft = True
    moves = False
    hints: tuple[str, ...] = ()
    example = ""
    plain_example = ""  # where it differs: lines have no keys

    def __init__(self, question: Question) -> None:
        self.question = question

    def suffix(self) -> str:
        """What stands behind the question in parentheses."""
        return self.question.unit

    def prefilled(self) -> str:
        """What stands at the prompt from the start: half-typed text, else the answer that stands."""
        return self.question.draft or self.as_typed(self.question.current)

    def as_typed(self, value: Value | None) -> str:
        """The value as a person would type it."""
        if value is None or isinstance(value, tuple):
            return ""
        return value if isinstance(value, str) else number(value)

    def lines(self, typed: str) -> list[Line]:
        """What stands under the prompt: choices, rows."""
        return []

    def pointed(self, typed: str) -> int:
        """Which of the lines must be in sight."""
        return 0

    def echo(self, typed: str) -> str:
        """What the text would be taken for, while it is being typed."""
        return ""

    def move(self, step: int) -> None:
        """An arrow was pressed."""

    def no_arrows(self) -> None:
        """Asked as plain lines: a pointer that nobody can move says nothing."""

    def tick(self) -> bool:
        """The space bar at an empty prompt; True when it meant something."""
        return False

    def accept(self, typed: str) -> Reply | None:
        """The reply, or None when the question goes on. Raises BadAnswer."""
        return Answered(self.question.read(typed))

    def accept_nothing(self) -> Reply:
        """Enter at an empty prompt."""
        return Answered(None)

    def shown(self, reply: Reply) -> str:
        """What stays on the screen when the question is over."""
        if isinstance(reply, Cleared):
            return "slettet"
        value = reply.value if isinstance(reply, Answered) else None
        if value is None:
            return self.question.current_text or "-"
        return self.value_shown(value)

    def value_shown(self, value: Value) -> str:
        return clean(self.as_typed(value))
