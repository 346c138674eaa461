"""How many forløb were still going after their first weeks. Pure counting; knows no names.

The row that is left of a closed forløb knows the month it was closed in and the week of the forløb, no day. Those
closed early would fill the later weeks alone if the others had not come so far: a forløb counts in a week only when it
has had the time for it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.model.accounts import Statistik
from vforlob.rules.manedstal import BROKEN_OFF, last_day
from vforlob.rules.outcomes import NEVER_STARTED

WEEKS = (1, 2, 4, 8, 13)


class Going(NamedTuple):
    """After `uge` whole weeks: of `alle` `i_gang` were going, `afbrudt` had been broken off, `sluttet` had ended
    otherwise: as planned, with a job, or stopped and cleared up.
    """

    uge: int
    alle: int
    i_gang: int
    afbrudt: int
    sluttet: int


def survival(closed: Sequence[Statistik], begun: Iterable[str], today: date) -> tuple[Going, ...]:
    """`begun` are the first days of the forløb that go on."""
    days = [date.fromisoformat(day) for day in begun]
    known = [row for row in closed if row.uge is not None and row.uge >= 1 and row.udfald != NEVER_STARTED]
    dated = [(row, latest_start(row, today)) for row in known]
    return tuple(_after(uge, dated, days, today) for uge in WEEKS)


def _after(uge: int, closed: Iterable[tuple[Statistik, date]], begun: Iterable[date], today: date) -> Going:
    counted = [row for row, start in closed if _has_had_time(start, uge, today)]
    over = [row for row in counted if (row.uge or 0) <= uge]
    going = sum(_has_had_time(day, uge, today) for day in begun)
    broken = sum(row.udfald in BROKEN_OFF for row in over)
    alle = len(counted) + going
    return Going(uge, alle, alle - len(over), broken, len(over) - broken)


def _has_had_time(start: date, uge: int, today: date) -> bool:
    return start + timedelta(weeks=uge) <= today


def latest_start(row: Statistik, today: date) -> date:
    """The latest first day that its month and its week allow."""
    closed = min(date.fromisoformat(last_day(row.maned)), today)
    return closed - timedelta(weeks=(row.uge or 1) - 1)
