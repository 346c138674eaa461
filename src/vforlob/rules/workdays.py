"""Counting in working days. Which days those are comes in as a function; knows no holiday and no forløb."""

from collections.abc import Callable
from datetime import date, timedelta

IsWorkday = Callable[[date], bool]
_DAY = timedelta(days=1)
_LONGEST_REST = 40  # days in a row; a closing-day rule that names more would count for ever


def is_weekday(day: date) -> bool:
    return day.weekday() < 5


def last_workday(after: date, latest: date, is_workday: IsWorkday) -> date:
    """The last working day after `after` and not after `latest`; `latest` itself when there is none."""
    day = latest
    while day > after:
        if is_workday(day):
            return day
        day -= _DAY
    return latest


def workdays_after(day: date, count: int, is_workday: IsWorkday = is_weekday) -> date:
    """The `count`th working day after `day`; `day` itself for 0."""
    return _stepped(day, count, _DAY, is_workday)


def workdays_before(day: date, count: int, is_workday: IsWorkday = is_weekday) -> date:
    return _stepped(day, count, -_DAY, is_workday)


def _stepped(day: date, count: int, step: timedelta, is_workday: IsWorkday) -> date:
    for _ in range(count):
        day = _next(day, step, is_workday)
    return day


def _next(day: date, step: timedelta, is_workday: IsWorkday) -> date:
    for nth in range(1, _LONGEST_REST):
        if is_workday(day + nth * step):
            return day + nth * step
    return day + step
