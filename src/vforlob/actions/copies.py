"""Make a copy when one is due, keep as many as the rules say, and take one along to the second place. Asks nobody."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from vforlob.actions.settings import keep_setting, setting
from vforlob.errors.base import VforlobError
from vforlob.rules.sletning import clock_is_sane
from vforlob.store.copies import Copy, is_current, list_copies, make_copy
from vforlob.store.copies_elsewhere import own_copies_in, put_elsewhere
from vforlob.store.copies_rotation import Keeping, rotate, rotate_in
from vforlob.store.due_deletion_cases import newest_moments
from vforlob.store.envelope import DEMO, read_envelope
from vforlob.store.key import kind_of_key
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

PLACE = "kopi:sted"
BEFORE_IMPORT, BEFORE_ERASING = "foer-import", "foer-sletning"


class Made(NamedTuple):
    """`removed` is how many older ones went; `there` the path of the one at the second place, "" for none; `trouble` is
    why it is not there.
    """

    copy: Copy
    removed: int
    there: str = ""
    trouble: VforlobError | None = None


def copy_now(store: Store, label: str = "", place: str = "") -> Made:
    """A copy, then the rotation, then the second place: `place`, or the one that is remembered when it is there."""
    copy = make_copy(store, label)
    removed = rotate_copies(store)
    remembered = remembered_place(store)
    where = place or (remembered if os.path.isdir(remembered) else "")
    if not where:
        return Made(copy, removed)
    try:
        there = put_elsewhere(store.folder, copy, where)
        _rotate_elsewhere(store, where)
    except VforlobError as trouble:
        return Made(copy, removed, "", trouble)
    return Made(copy, removed, there.path)


def copy_if_due(store: Store) -> Made | None:
    """After the work, so that nobody waits for it. A demo is built again, not copied; what is the same as the newest
    copy needs no other.
    """
    if kind_of_key(store.folder) == DEMO:
        return None
    copies = list_copies(store.folder)
    if copies and is_current(store, copies[0]):
        return None
    return copy_now(store)


def rotate_copies(store: Store) -> int:
    """Nothing goes while the clock cannot be trusted."""
    return rotate(store.folder, store.now(), keeping(store)) if is_clock_trusted(store) else 0


def keeping(store: Store) -> Keeping:
    """The deadline of what the copies hold goes before the numbers of the rules."""
    from vforlob.actions.slettefrister import COPY, deadline_days  # late: only where something may go

    today = store.now().date()
    rules = load_rulebook(store.folder)
    found = (rules.find(f"kopi_{name}", today) for name in ("dage", "uger", "maneder"))
    days, weeks, months = (rule.number if rule else 1 for rule in found)
    return Keeping(days, weeks, months, deadline_days(store, COPY, today))


def is_clock_trusted(store: Store, copies: Sequence[Copy] | None = None) -> bool:
    """Not before what has been written, and not more than some weeks after it. Of the copies it is not the first one
    listed that counts: after a restore the highest number is not the newest.
    """
    known = list_copies(store.folder) if copies is None else copies
    newest, before = newest_moments(store)
    copied = moment_of(max(copy.tid for copy in known)) if known else None
    return clock_is_sane(store.now(), newest, copied, before)


def remembered_place(store: Store) -> str:
    """Empty when there is none."""
    return setting(store, PLACE)


def remember_place(store: Store, place: str) -> None:
    """From now on copies go there too, whenever it is there; "" for no more."""
    if remembered_place(store) != place:
        keep_setting(store, PLACE, place)


def moment_of(tid: str) -> datetime:
    return datetime.fromisoformat(tid.removesuffix("Z") + "+00:00")


def _rotate_elsewhere(store: Store, place: str) -> int:
    mine = own_copies_in(place, read_envelope(store.folder))
    if not is_clock_trusted(store, mine):
        return 0
    return rotate_in(place, store.now().astimezone(UTC).date(), keeping(store), mine)
