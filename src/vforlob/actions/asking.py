"""The seam between a samtale being held and whoever answers: questions and replies as values. Knows no terminal."""

from collections.abc import Callable
from typing import NamedTuple

from vforlob.model.agenda import Choice
from vforlob.model.answers import Value

ALONE, SHARED = "alene", "faelles"


def nothing_kept(_text: str) -> None:
    """The default for a question whose half-typed text need not be kept."""


def nothing_suggested(_typed: str) -> tuple[str, ...]:
    """The default for a question that has no ready texts."""
    return ()


class Question(NamedTuple):
    """One thing to ask. `kind` is the felt's kind, or "raekker" for the list of rows so far.

    `page` is ALONE or SHARED. `position` is "4 af 10" or "A". `last` is last time's answer in Danish, empty when there
    is none or somebody present may not see it. `shown` are lines that stand above: what is already answered here.
    `read` turns typed text into a value and raises BadAnswer. `rows` belongs to "raekker": one line a row, in order.
    `allowed` are the row actions: "ny", "ret", "slet". `draft` is half-typed text from an interrupted session.
    `letters` are the tillæg that `:B` can jump to; `:D` is text where there is no D.
    `suggest` are ready texts for what is typed so far; a letter takes one.
    `saves`: an answer is on the disk once it is taken, and only then may »Gemt.« be said before the next question.
    """

    kind: str
    text: str
    read: Callable[[str], Value]
    page: str = SHARED
    heading: str = ""
    position: str = ""
    title: str = ""
    help: str = ""
    why: str = ""
    last: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    anchors: tuple[str, ...] = ()
    min: float | None = None
    max: float | None = None
    current: Value | None = None
    current_text: str = ""
    draft: str = ""
    shown: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    keep_draft: Callable[[str], None] = nothing_kept
    saves: bool = True
    suggest: Callable[[str], tuple[str, ...]] = nothing_suggested


class Answered(NamedTuple):
    """`value` None: Enter on an empty answer, the felt is passed over and what stood there stands."""

    value: Value | None


class Cleared(NamedTuple):
    """What stood there is taken away (`:slet`)."""


class Row(NamedTuple):
    """The reply to "raekker". `action` is "ny", "ret" or "slet"; `number` counts rows from 0."""

    action: str
    number: int = 0


class Back(NamedTuple):
    """F3 or `:t`."""


class Jump(NamedTuple):
    """`:5`, `:B`: to the point with that number."""

    number: str


class Overview(NamedTuple):
    """`:o`."""


class SkipPunkt(NamedTuple):
    """`:s`: the whole point is left as it is, on to the next."""


class Pause(NamedTuple):
    """`:p`, Ctrl-C or Ctrl-D. `interrupted` is false for `:p`."""

    interrupted: bool


Reply = Answered | Cleared | Row | Back | Jump | Overview | SkipPunkt | Pause
Ask = Callable[[Question], Reply]
# A line said between two questions: "Gemt.", a warning, an overview.
Tell = Callable[[str], None]
