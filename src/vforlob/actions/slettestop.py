"""Whether anything of a borger may be deleted: a stop is a setting by her number. Deletes nothing itself.

When somebody has asked to see the case, nothing in it may go away until they have had their answer.
"""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.actions.settings import setting
from vforlob.model.accounts import Indstilling
from vforlob.store.session import Session
from vforlob.store.store import Store

NAME = "slettestop:b{}"
ON, OFF = "til", "af"
ACT = "slettestop"
_STOPS = "SELECT navn, vaerdi, dato FROM indstilling WHERE substr(navn, 1, 12) = 'slettestop:b' ORDER BY nr"


# A number may be somebody else's in a copy; the random mark of her first event is hers alone.
_MARK = "SELECT uid FROM haendelse WHERE emne = 'borger' AND emne <> 'svar' AND emne_nr = ? ORDER BY nr LIMIT 1"
_MARKED = (
    "SELECT borger.nr FROM haendelse JOIN borger ON borger.nr = haendelse.emne_nr"
    " WHERE haendelse.uid = ? AND haendelse.emne = 'borger'"
)


class Stop(NamedTuple):
    """`dato` is the day it was set."""

    borger: int
    dato: str


def is_stopped(store: Store, borger: int) -> bool:
    return setting(store, NAME.format(borger)) == ON


def stops(store: Session) -> tuple[Stop, ...]:
    """Those that stand, by number."""
    newest: dict[int, Stop | None] = {}
    for navn, vaerdi, dato in store.rows(_STOPS):
        borger = int(navn.partition(NAME.format(""))[2])
        newest[borger] = Stop(borger, dato or "") if vaerdi == ON else None
    return tuple(stop for _, stop in sorted(newest.items()) if stop is not None)


def stopped(store: Store) -> frozenset[int]:
    return frozenset(stop.borger for stop in stops(store))


def stop_deletion(store: Store, borger: int, day: str) -> None:
    """Inside doing(). What stands already is left, with its day."""
    if not is_stopped(store, borger):
        store.door(Indstilling).add(Indstilling(0, NAME.format(borger), ON, day))


def stopped_marks(session: Session) -> tuple[bytes, ...]:
    """Who may not be deleted, to be known again in a copy from before the stop was set."""
    return tuple(row[0] for stop in stops(session) for row in session.rows(_MARK, (stop.borger,)))


def stop_again(store: Store, marks: Iterable[bytes]) -> None:
    """In a database that was copied before: what somebody has asked to see is held there too."""
    found = [nr for mark in marks for (nr,) in store.rows(_MARKED, (mark,)) if not is_stopped(store, nr)]
    if found:
        with store.doing(ACT):
            for nr in found:
                stop_deletion(store, nr, store.now().date().isoformat())


def put_stop(store: Store, borger: int, word: str, day: str) -> bool:
    """`word` is ON or OFF. False when it stood so already."""
    if is_stopped(store, borger) == (word == ON):
        return False
    with store.doing(ACT):
        store.door(Indstilling).add(Indstilling(0, NAME.format(borger), word, day))
    return True


def stopped_borger(name: str) -> str:
    """b7, by the name of the setting; empty for any other setting."""
    before, _, number = name.partition(NAME.format(""))
    return f"b{number}" if not before and number.isdecimal() else ""
