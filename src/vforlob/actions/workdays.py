"""Which days are working days in Denmark. Knows no forløb."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from vforlob.rules.kontaktplan import is_weekday

CLOSED_BY_CUSTOM = {(6, 5), (12, 24), (12, 31)}


def is_danish_workday(day: date) -> bool:
    """Weekdays that are no public holiday, and neither Grundlovsdag, Christmas Eve nor New Year's Eve."""
    return is_weekday(day) and (day.month, day.day) not in CLOSED_BY_CUSTOM and day not in danish_holidays()


@cache
def danish_holidays() -> Mapping[date, str]:
    from holidays import country_holidays  # slow to import: only when a contact is planned by rule

    return country_holidays("DK")
