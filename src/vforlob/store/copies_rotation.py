"""Which copies are no longer to be kept, and taking them away. Knows no deadline and trusts no clock by itself."""

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from vforlob.store.copies import COPIES, Copy, copies_in, remove_copies
from vforlob.store.copies_manifest import hash_of, is_named_so, read_manifest
from vforlob.store.files import remove
from vforlob.store.restoring_swap import kept_databases, remove_kept

FEWEST = 2  # of those that are whole, and one where the others have passed the deadline
# What an earlier vforlob made before it brought the database to a newer schema: one file, without a manifest.
_WITHOUT_MANIFEST = re.compile(r"(\d{4}-\d\d-\d\d)T\d{6}Z_foer-skema-\d+(-\d+)?\.db", re.ASCII)


class Keeping(NamedTuple):
    """The newest of so many days, weeks and months; none older than `longest` days. What was made before something
    was done stays as long as the days do, beside the day's newest.
    """

    days: int
    weeks: int
    months: int
    longest: int


def rotate(folder: str, now: datetime, keeping: Keeping) -> int:
    """Only with a clock that can be trusted. How many were taken away, with what restores laid aside."""
    today = now.astimezone(UTC).date()
    gone = rotate_in(os.path.join(folder, COPIES), today, keeping)
    before = today - timedelta(days=keeping.longest)
    old = tuple(path for path in kept_databases(folder) if _day_of(path) < before)
    return gone + remove_kept(folder, old) + remove_old_style(folder, before)


def rotate_in(place: str, today: date, keeping: Keeping, mine: Sequence[Copy] | None = None) -> int:
    """`mine` are those that may be touched: at a second place there may be somebody else's."""
    copies = copies_in(place) if mine is None else tuple(mine)
    kept, outdated = divided(copies, today, keeping)
    if not outdated:
        return 0
    oldest = today - timedelta(days=keeping.longest)
    whole = 0
    for copy in kept:
        if whole < FEWEST:
            whole += is_whole(copy)
    gone = []
    for copy in outdated:
        if whole < FEWEST and _made_on(copy) >= oldest and is_whole(copy):
            whole += 1
        else:
            gone.append(copy)
    if whole < FEWEST:  # the deadline of what is in them is stronger than the wish for a second one
        gone = [copy for copy in gone if whole and _made_on(copy) < oldest]
    return remove_copies(gone)


def divided(copies: Sequence[Copy], today: date, keeping: Keeping) -> tuple[tuple[Copy, ...], tuple[Copy, ...]]:
    """Those to keep and those not, each in the order given: newest first."""
    oldest, oldest_marked = today - timedelta(days=keeping.longest), today - timedelta(days=keeping.days)
    kept = {copy for copy in copies[:FEWEST] if _made_on(copy) >= oldest}
    if copies:
        kept.add(max(copies, key=lambda copy: copy.tid))  # after a restore the newest has not the highest number
    spans: tuple[tuple[int, Callable[[date], object]], ...] = (
        (keeping.days, lambda day: day),
        (keeping.weeks, lambda day: day.isocalendar()[:2]),
        (keeping.months, lambda day: (day.year, day.month)),
    )
    seen: list[set[object]] = [set() for _ in spans]
    # By time, which is believed where anything may go: after a restore the numbers of what was left behind are higher.
    for copy in sorted(copies, key=lambda copy: (copy.tid, copy.nr), reverse=True):
        day = _made_on(copy)
        if day < oldest:
            continue
        if copy.label and day >= oldest_marked:
            kept.add(copy)
        for (most, span), known in zip(spans, seen, strict=True):
            if span(day) not in known and len(known) < most:
                known.add(span(day))
                kept.add(copy)
    return tuple(copy for copy in copies if copy in kept), tuple(copy for copy in copies if copy not in kept)


def _made_on(copy: Copy) -> date:
    return date.fromisoformat(copy.tid[:10])


def is_whole(copy: Copy) -> bool:
    """The bytes that were verified when the copy was made, still."""
    manifest = read_manifest(copy.manifest)
    if manifest is None or not is_named_so(copy.stem, manifest) or not os.path.isfile(copy.envelope):
        return False
    try:
        return hash_of(copy.path) == (manifest.sha256, manifest.bytes)
    except OSError:
        return False


def old_style_copies(folder: str) -> tuple[str, ...]:
    """The paths of those that an earlier vforlob made. They hold what was deleted since, as the others do."""
    place = os.path.join(folder, COPIES)
    with suppress(OSError):
        return tuple(
            os.path.join(place, name) for name in sorted(os.listdir(place)) if _WITHOUT_MANIFEST.fullmatch(name)
        )
    return ()


def remove_old_style(folder: str, before: date = date.max) -> int:
    """How many went."""
    gone = 0
    for path in old_style_copies(folder):
        with suppress(OSError, ValueError):
            if date.fromisoformat(os.path.basename(path)[:10]) < before:
                remove(path)
                gone += 1
    return gone


def _day_of(path: str) -> date:
    """The last day it was written to. What cannot be looked at is as new as can be."""
    try:
        return datetime.fromtimestamp(os.lstat(path).st_mtime, UTC).date()
    except OSError:
        return date.max
