"""Which virksomheder a list is narrowed to, and who wants to be called now. Knows no storage and no screen."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from vforlob.model.text import search_fold


class Listed(Protocol):
    """What a line of such a list has."""

    @property
    def nr(self) -> int: ...
    @property
    def branche(self) -> str | None: ...
    @property
    def sted(self) -> str | None: ...
    @property
    def vaert(self) -> str | None: ...
    @property
    def ring_igen(self) -> str | None: ...


L = TypeVar("L", bound=Listed)


class Wanted(NamedTuple):
    """`branche` and `sted` are parts of words, folded when compared. `vaert` is ny or erfaren. `ring`: who has asked
    to be called, and whose day has come.
    """

    branche: str = ""
    sted: str = ""
    vaert: str = ""
    ring: bool = False

    @property
    def is_narrow(self) -> bool:
        return bool(self.branche or self.sted or self.vaert or self.ring)


def narrowed(lines: Iterable[L], wanted: Wanted, today: date) -> tuple[L, ...]:
    """Who has waited longest for a call first; otherwise in the order they came."""
    kept = [line for line in lines if _fits(line, wanted, today.isoformat())]
    if wanted.ring:
        kept.sort(key=lambda line: (line.ring_igen or "", line.nr))
    return tuple(kept)


def next_to_call(lines: Iterable[L], today: date) -> L | None:
    """The first whose day has not come."""
    later = [line for line in lines if line.ring_igen and line.ring_igen > today.isoformat()]
    return min(later, key=lambda line: (line.ring_igen or "", line.nr), default=None)


def _fits(line: Listed, wanted: Wanted, today: str) -> bool:
    if wanted.ring and not (line.ring_igen and line.ring_igen <= today):
        return False
    if wanted.vaert and line.vaert != wanted.vaert:
        return False
    return _holds(line.branche, wanted.branche) and _holds(line.sted, wanted.sted)


def _holds(text: str | None, wanted: str) -> bool:
    return search_fold(wanted) in search_fold(text or "")
