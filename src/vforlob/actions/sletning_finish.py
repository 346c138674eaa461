"""The last steps of a deletion, and the mark that says they are still to come. Deletes no record."""

import json
import os
from typing import NamedTuple

from vforlob.store.deleting_lock import deleting
from vforlob.store.erasing import scrub
from vforlob.store.files import atomic_write, read_small, remove
from vforlob.store.store import Store

FOLDER, NAME = "tmp", "sletning-i-gang"
_NEWER = "SELECT count(*) FROM sletning WHERE nr > ?"


class Marker(NamedTuple):
    """`receipt` is the newest receipt from before; `drop_copies`: she has said yes to that."""

    receipt: int
    drop_copies: bool


class Finished(NamedTuple):
    """What an interrupted deletion had come to: how many were done, and how many copies went now."""

    deleted: int
    copies: int


def put_marker(folder: str, marker: Marker) -> Marker:
    """What stands: a deletion from before that could not be finished yet is finished along with this one."""
    left = read_marker(folder) or marker
    both = Marker(min(marker.receipt, left.receipt), marker.drop_copies or left.drop_copies)
    atomic_write(_path(folder), json.dumps(both._asdict()).encode())
    return both


def forget_marker(folder: str) -> None:
    remove(_path(folder))


def read_marker(folder: str) -> Marker | None:
    """None where nothing was interrupted. One that cannot be read is one: everything is done that can be."""
    try:
        found = json.loads(read_small(_path(folder), 1024))
        return Marker(int(found["receipt"]), bool(found["drop_copies"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return Marker(0, drop_copies=False)


def finish(store: Store, drop_copies: bool) -> int:
    """Leave nothing of what was deleted on any page; how many older copies went."""
    from vforlob.actions.copies import remembered_place  # rules and folders: only here
    from vforlob.store.copies import list_copies, make_copy, remove_copies  # hashes and folders: only here
    from vforlob.store.copies_elsewhere import take_list_along  # likewise
    from vforlob.store.copies_rotation import remove_old_style  # likewise
    from vforlob.store.restoring_swap import remove_kept  # likewise

    scrub(store)
    new = make_copy(store)
    take_list_along(store.folder, remembered_place(store))
    gone = 0
    if drop_copies:
        gone = remove_copies([it for it in list_copies(store.folder) if it.path != new.path])
        gone += remove_kept(store.folder) + remove_old_style(store.folder)
    forget_marker(store.folder)
    return gone


def finish_interrupted(store: Store) -> Finished | None:
    """None where nothing was interrupted: another window may be deleting now, and its mark is its own. Nothing is
    deleted here that was not deleted, or said yes to, before.
    """
    with deleting(store.folder) as is_alone:
        marker = read_marker(store.folder) if is_alone else None
        return _finished(store, marker) if marker else None


def _finished(store: Store, marker: Marker) -> Finished:
    deleted = int(store.rows(_NEWER, (marker.receipt,))[0][0])
    if not deleted:
        forget_marker(store.folder)
        return Finished(0, 0)
    from vforlob.actions.months import keep_months  # hardly ever

    keep_months(store)
    return Finished(deleted, finish(store, marker.drop_copies))


def is_left_to_finish(store: Store) -> bool:
    """After a mishap: whether something was deleted and the rest comes at the next start."""
    marker = read_marker(store.folder)
    if marker is None:
        return False
    if store.rows(_NEWER, (marker.receipt,))[0][0]:
        return True
    forget_marker(store.folder)
    return False


def _path(folder: str) -> str:
    return os.path.join(folder, FOLDER, NAME)
