"""The files that have left the program: which are there still, which were changed, and how they go. Knows no screen."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from vforlob.model.eksport import Eksport
from vforlob.store.acts import EXPORT
from vforlob.store.files import remove
from vforlob.store.placing import hash_of
from vforlob.store.store import Store

# HERE: as it was made. CHANGED since. OTHER: a folder or a link stands there or on the way to it, or it cannot be read.
# AWAY: its folder is not there, which may be a drive that is not connected today. GONE.
HERE, CHANGED, OTHER, AWAY, GONE = "her", "aendret", "andet", "mappe_vaek", "vaek"


class Found(NamedTuple):
    """`days` since it was made."""

    eksport: Eksport
    state: str
    days: int


def find_exports(store: Store, *, removed: bool = False) -> tuple[Found, ...]:
    """Those that are there, the oldest first, then those that are gone, which from now on are registered as such.
    With `removed` also those that were so before.
    """
    looked = [_found(store, row) for row in store.door(Eksport).find(fjernet=None)]
    gone = _registered_as_gone(store, [found for found in looked if found.state == GONE])
    before = [row for row in store.door(Eksport).find() if row.fjernet is not None] if removed else []
    known = {found.eksport.nr for found in gone}
    earlier = [Found(row, GONE, _days(store, row)) for row in before if row.nr not in known]
    return (*(found for found in looked if found.state != GONE), *gone, *earlier)


def old_exports(store: Store, days: int) -> tuple[Found, ...]:
    """Those made at least so many days ago and there still. Nothing is registered: this only looks."""
    looked = (_found(store, row) for row in store.door(Eksport).find(fjernet=None) if _days(store, row) >= days)
    return tuple(found for found in looked if found.state != GONE)


def remove_exports(store: Store, wanted: Iterable[Found]) -> tuple[Found, ...]:
    """Those that could not be removed, or are another file by now than the one that was shown. Whatever goes is
    registered, also when the next one fails.
    """
    left, away = [], []
    try:
        for found in wanted:
            if _is_as_shown(store, found) and _unlinked(found.eksport.sti):
                away.append(found)
            else:
                left.append(found)
    finally:
        _registered_as_gone(store, away)
    return tuple(left)


def forget_exports(store: Store, wanted: Iterable[Found]) -> None:
    """Those whose folder is not there are registered as gone."""
    _registered_as_gone(store, [found for found in wanted if found.state == AWAY])


def _found(store: Store, row: Eksport) -> Found:
    return Found(row, _state(row), _days(store, row))


def _state(row: Eksport) -> str:
    folder = os.path.dirname(row.sti)
    try:
        found = os.lstat(row.sti)
    except (FileNotFoundError, NotADirectoryError):
        return GONE if os.path.isdir(folder) else AWAY
    except OSError:
        return OTHER
    if not stat.S_ISREG(found.st_mode) or os.path.realpath(folder) != folder:  # it was written without a link above it
        return OTHER
    seen = hash_of(row.sti)
    if not seen:
        return OTHER
    return HERE if seen == row.sha256 else CHANGED


def _is_as_shown(store: Store, found: Found) -> bool:
    return found.state in {HERE, CHANGED} and _state(found.eksport) == found.state


def _unlinked(path: str) -> bool:
    """False where it is open in Word, or the disk will not."""
    with suppress(OSError):
        remove(path)
        return True
    return False


def _registered_as_gone(store: Store, gone: list[Found]) -> list[Found]:
    if not gone:
        return []
    day, door = store.now().date().isoformat(), store.door(Eksport)
    with store.doing(EXPORT):
        return [it._replace(eksport=door.change(it.eksport.nr, fjernet=day), state=GONE) for it in gone]


def _days(store: Store, row: Eksport) -> int:
    return max(0, (store.now().date() - date.fromisoformat(row.tid[:10])).days)
