"""Weeks as they are typed: uge 49, 49, næste, uge 1 2027. Knows no calendar of holidays."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.errors.answer import BadAnswer
from vforlob.model.text import clean, fold
from vforlob.rules.calendar_words import NEW_YEAR, weeks_in
from vforlob.rules.danish import quoted

EXAMPLES = "Skriv fx 49, uge 49, næste eller uge 1 2027."
_WORDS = {"": 0, "denne": 0, "nu": 0, "naeste": 1, "kommende": 1}
_NUMBER = re.compile(r"(?:uge ?)?(\d{1,2})(?:[ /\-]+(?:uge ?)?(\d{4}))?")
_LONGEST = 40
# A number that lies this many weeks behind is a slip; one further behind is next year's.
_BEHIND = 26


class Week(NamedTuple):
    """A week by the ISO calendar, from its Monday."""

    year: int
    number: int

    @property
    def first(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return self.first + timedelta(days=6)

    def day(self, weekday: int) -> date:
        """0 is Monday."""
        return self.first + timedelta(days=weekday)


def week_of(day: date) -> Week:
    year, number, _ = day.isocalendar()
    return Week(year, number)


def read_week(text: str, today: date) -> Week:
    """This week where nothing was typed. BadAnswer says in Danish what is wrong; a week that is over is refused."""
    folded = " ".join(fold(clean(text, lines=False)).replace(",", " ").split()).removeprefix("i ").rstrip(".")
    words = folded.removesuffix("uge").removeprefix("uge").strip()
    if words in _WORDS:
        return week_of(today + timedelta(weeks=_WORDS[words]))
    match = _NUMBER.fullmatch(folded) if len(folded) <= _LONGEST else None
    if match is None:
        raise BadAnswer(f"{quoted(text)} er ikke en uge. {EXAMPLES}")
    number, year = int(match[1]), int(match[2] or 0)
    return _not_over(_week(year, number), today) if year else _nearest(number, today)


def _week(year: int, number: int) -> Week:
    if not NEW_YEAR <= year < 2200:
        raise BadAnswer(f"Årstallet {year} kan ikke passe. {EXAMPLES}")
    if not 1 <= number <= weeks_in(year):
        raise BadAnswer(f"{year} har ikke nogen uge {number}, kun uge 1 til {weeks_in(year)}.")
    return Week(year, number)


def _nearest(number: int, today: date) -> Week:
    """This year's, or the next one's where this year's lies far behind."""
    this = week_of(today)
    if not 1 <= number <= 53:
        raise BadAnswer(f"Der er ikke nogen uge {number}, kun uge 1 til {weeks_in(this.year)}.")
    if this.number - number > _BEHIND:
        return _week(this.year + 1, number)
    return _not_over(_week(this.year, number), today)


def _not_over(week: Week, today: date) -> Week:
    if week.last < today:
        year = week_of(today).year + 1
        if week.number > weeks_in(year):
            raise BadAnswer(f"Uge {week.number} i {week.year} er forbi, og {year} har ikke nogen uge {week.number}.")
        raise BadAnswer(
            f"Uge {week.number} i {week.year} er forbi. Mener du næste år, så skriv uge {week.number} {year}."
        )
    return week
