"""On which days to call before and after a holiday, not too many a day. Knows no storage, no words and no clock."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from vforlob.rules.ferie import POSSIBLE, Gap, Span, is_free
from vforlob.rules.workdays import IsWorkday

_DAY = timedelta(days=1)
_FURTHEST = 60  # days after the holiday within which a call is still about it


class Need(NamedTuple):
    """A forløb with a gap. `spans` are the days away that concern it, `slut` its last day."""

    forlob: int
    gap: Gap
    spans: tuple[Span, ...] = ()
    slut: date | None = None


class Calls(NamedTuple):
    """The days proposed; None where none is needed, or where there was no room. `days` is what is left between them.
    `is_full`: a call was needed before, and no day had room for it.
    """

    forlob: int
    before: date | None
    after: date | None
    days: int
    is_full: bool = False


class Room(NamedTuple):
    """At most `most` calls a day; a call is put on the least busy of the `choice` nearest days."""

    most: int
    choice: int


def call_plan(
    needs: Iterable[Need], taken: Iterable[date], room: Room, today: date, is_workday: IsWorkday
) -> tuple[Calls, ...]:
    """`taken` are the days of contacts that are agreed, one for each. Whose holiday comes first is given days first."""
    load: dict[date, int] = {}
    for day in taken:
        load[day] = load.get(day, 0) + 1
    ordered = sorted(needs, key=lambda need: (need.gap.first, need.forlob))
    return tuple(_calls(need, load, room, today, is_workday) for need in ordered)


def _calls(need: Need, load: dict[date, int], room: Room, today: date, is_workday: IsWorkday) -> Calls:
    gap = need.gap
    before, is_full = None, False
    near = list(islice(days_before(need, today, is_workday), room.choice))
    if near and not is_recent(need, room.choice, is_workday):
        before = _least_busy(near, days_before(need, today, is_workday), load, room)
        is_full = before is None
    after = None
    if gap.how == POSSIBLE:
        near = list(islice(days_after(need, is_workday), room.choice))
        after = _least_busy(near, days_after(need, is_workday), load, room)
    for day in (before, after):
        if day is not None:
            load[day] = load.get(day, 0) + 1
    return Calls(need.forlob, before, after, ((after or gap.after) - (before or gap.before)).days, is_full)


def is_recent(need: Need, choice: int, is_workday: IsWorkday) -> bool:
    """Where the last contact lies among the nearest days, one more before the holiday says nothing new."""
    between = days_before(need, date.min, is_workday)
    return len(list(islice(between, choice))) < choice


def days_before(need: Need, today: date, is_workday: IsWorkday) -> Iterator[date]:
    """Those on which all can be reached, the nearest to the holiday first."""
    day = need.gap.first - _DAY
    while day >= today and day > need.gap.before:
        if is_free(day, need.spans, is_workday):
            yield day
        day -= _DAY


def days_after(need: Need, is_workday: IsWorkday) -> Iterator[date]:
    for nth in range(_FURTHEST):
        day = need.gap.after + nth * _DAY
        if need.slut is not None and day > need.slut:
            return
        if is_free(day, need.spans, is_workday):
            yield day


def _least_busy(near: Sequence[date], further: Iterable[date], load: dict[date, int], room: Room) -> date | None:
    """Among the nearest the one with the fewest calls, the nearest of those; else the first with room further away."""
    open_days = [day for day in near if load.get(day, 0) < room.most]
    if open_days:
        return min(open_days, key=lambda day: load.get(day, 0))
    return next((day for day in further if load.get(day, 0) < room.most), None)
