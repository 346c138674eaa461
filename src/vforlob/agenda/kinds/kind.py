"""What every kind of answer has in common: read, show, widget. Knows no single kind."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value

Read = Callable[[object, Felt, date], Value]
Show = Callable[[Value, Felt], str]

NOTHING = "Der er ikke skrevet noget."


def never(_value: Value, _felt: Felt) -> bool:
    return False


class Kind(NamedTuple):
    """`read` takes what was typed, or what TOML gave, and raises BadAnswer; nothing at all is refused too, because
    unanswered is no value: ask `is_empty` first. `needs_note`: taken, but only beside a note.
    """

    name: str
    read: Read
    show: Show
    widget: str
    needs_note: Callable[[Value, Felt], bool] = never


def is_empty(raw: object) -> bool:
    """Nothing, white space or an empty list: not answered."""
    return raw is None or (isinstance(raw, str) and not raw.strip()) or (isinstance(raw, list | tuple) and not raw)


def refuse_empty(raw: object) -> None:
    if is_empty(raw):
        raise BadAnswer(NOTHING)
