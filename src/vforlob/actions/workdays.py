"""Which days are working days in Denmark: the calendar, and the closing days of the dated rule. Knows no forløb."""

from collections.abc import Container, Mapping
from datetime import date
from functools import cache

from vforlob.rules.closing_days import is_closing_day
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday, is_weekday
from vforlob.store.kept_days import kept_days

FIRST_YEAR, LAST_YEAR = 2000, 2079  # a plan reaches no further


def workdays(rules: RuleBook, folder: str = "") -> IsWorkday:
    """Weekdays that are neither a public holiday nor closed by the rule of that day. With the data folder it is cheap
    enough for every list; without, it imports the calendar.
    """
    return _without(kept_days(folder, _all_holidays) if folder else danish_holidays(), rules)


@cache
def danish_holidays() -> Mapping[date, str]:
    from holidays import country_holidays  # slow to import: only where they are not kept from last time

    return country_holidays("DK")


def _without(holidays: Container[date], rules: RuleBook) -> IsWorkday:
    @cache  # a list asks for the same days again and again
    def is_workday(day: date) -> bool:
        return is_weekday(day) and day not in holidays and not is_closing_day(day, rules)

    return is_workday


@cache  # the calendar itself does not change while the program runs
def _all_holidays() -> tuple[list[date], str]:
    """The days, and the file whose change makes them old."""
    from holidays import __file__ as library  # slow to import: once a version of the library
    from holidays import country_holidays

    found = country_holidays("DK", years=range(FIRST_YEAR, LAST_YEAR + 1))
    return sorted(found), library
