"""How the records of a borger became what they are: each change with its day, read from the events. Judges nothing."""

from json import loads
from typing import Any, NamedTuple

from vforlob.store.store import Store

# Of these the record itself keeps only how they stand now.
_EVENTS = (
    "SELECT gruppe, art, emne, emne_nr, date(substr(tid_utc, 1, 19), forskydning || ' minutes'), indhold FROM haendelse"
    " WHERE sted = ? AND emne IN ('aftale', 'opgave', 'delmal', 'forlob', 'samtale') AND emne <> 'svar'"
    " AND indhold IS NOT NULL ORDER BY nr"
)
_TAKEN_BACK = "fortryd"


class Changed(NamedTuple):
    """`dato` is that of the samtale that changed it, else the day it was written. `before` is None for a new record."""

    emne: str
    nr: int
    dato: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class _Event(NamedTuple):
    gruppe: int
    art: str
    emne: str
    nr: int
    dato: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def changes_of(store: Store, borger: int) -> tuple[Changed, ...]:
    """In the order they were made. What was taken back since is left out, with the taking back."""
    events = _standing([_event(row) for row in store.rows(_EVENTS, (f"b{borger}",))])
    days, held = _samtaler(events)
    return tuple(
        Changed(it.emne, it.nr, days.get(held.get(it.gruppe, 0), it.dato), it.before, it.after)
        for it in events
        if it.emne != "samtale"
    )


def _event(row: tuple[Any, ...]) -> _Event:
    gruppe, art, emne, nr, dato, indhold = row
    content = loads(indhold)
    return _Event(gruppe, art, emne, nr, dato, content["for"], content["efter"])


def _standing(events: list[_Event]) -> list[_Event]:
    taken_back = {it.art.partition(" ")[2] for it in events if it.art.partition(" ")[0] == _TAKEN_BACK}
    return [it for it in events if it.art.partition(" ")[0] != _TAKEN_BACK and str(it.gruppe) not in taken_back]


def _samtaler(events: list[_Event]) -> tuple[dict[int, str], dict[int, int]]:
    """The day of each samtale, and which one was finished by which gruppe."""
    days: dict[int, str] = {}
    held: dict[int, int] = {}
    for it in events:
        if it.emne == "samtale" and it.after:
            if it.after.get("dato"):
                days[it.nr] = it.after["dato"]
            if it.before is not None and "udgave" in it.after:
                held[it.gruppe] = it.nr
    return days, held
