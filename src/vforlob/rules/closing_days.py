"""The days on which most places are closed by custom, as the dated rule lists them. Knows no public holiday."""

from datetime import date
from functools import cache

from vforlob.rules.rulebook import RuleBook

RULE = "lukkedage"
_LEAP_YEAR = 2028  # so that 29/2 is a day that can be listed


def is_closing_day(day: date, rules: RuleBook) -> bool:
    rule = rules.find(RULE, day)
    return rule is not None and (day.month, day.day) in read_closing_days(str(rule.value))


@cache
def read_closing_days(listed: str) -> frozenset[tuple[int, int]]:
    """Month and day of "5/6, 24/12". ValueError for what is no day of the year."""
    found = set()
    for word in listed.split(","):
        day, slash, month = word.strip().partition("/")
        if not (slash and day.isdecimal() and month.isdecimal()):
            raise ValueError
        date(_LEAP_YEAR, int(month), int(day))
        found.add((int(month), int(day)))
    return frozenset(found)
