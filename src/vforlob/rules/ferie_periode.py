"""Stretches of days as they are typed: uge 28-31, juli, sommer, 1/7-31/7. And the holidays of the rules' weeks."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.errors.answer import BadAnswer
from vforlob.model.text import clean, fold
from vforlob.rules.calendar_words import days_in, month_of, weeks_in
from vforlob.rules.danish import quoted
from vforlob.rules.dates import is_week_only, read_date
from vforlob.rules.ferie import CALENDAR, Span
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.weeks import Week, read_week
from vforlob.rules.year_choice import FORWARD

EXAMPLES = "Skriv fx uge 28-31, juli, sommer eller 1/7-31/7."
LONGEST = 366
HOLIDAYS = (
    ("sommerferie", "tegn_sommer_fra_uge", "tegn_sommer_til_uge"),
    ("juleferie", "tegn_jul_fra_uge", "tegn_jul_til_uge"),
)
_WEEKS = re.compile(r"uge(?:rne)? ?(\d{1,2}) ?(?:-|–|til|og) ?(?:uge ?)?(\d{1,2})(?:[ /]+(\d{4}))?")
_WEEK = re.compile(r"uge ?(\d{1,2})(?:[ /\-]+(\d{4}))?")
_SAID_WEEK = re.compile(r"(?:i )?(?:denne|naeste) uge")
_MONTH = re.compile(r"([a-z]{3,9})\.?(?: (\d{4}))?")
_BETWEEN = (" til og med ", " til ", " - ", " – ", "–", "-")
_IN_MONTH = re.compile(r"(?:fra )?(\d{1,2})\.? ?(?:-|–|til) ?(\d{1,2})\.? ?([a-z]{3,9})\.?(?: (\d{4}))?")
_NAMED = re.compile(r"(sommer|jul)(?:en|e?ferien?)?(?: (\d{4}))?")
_ANYTHING = re.compile(r".+")
_LONGEST_TEXT = 60


class Period(NamedTuple):
    """Both days are in it."""

    first: date
    last: date


def read_period(text: str, today: date, rules: RuleBook) -> Period:
    """BadAnswer says in Danish what is wrong. A stretch that is over is refused: it cannot be planned any more."""
    folded = " ".join(fold(clean(text, lines=False)).replace(",", " ").split())
    for pattern, read in _GRAMMAR if 0 < len(folded) <= _LONGEST_TEXT else ():
        match = pattern.fullmatch(folded)
        found = read(match, today, rules) if match else None
        if found is not None:
            return _usable(found, today)
    raise BadAnswer(f"{quoted(text)} er ikke en periode. {EXAMPLES}")


def calendar_spans(first: date, last: date, rules: RuleBook) -> tuple[Span, ...]:
    """The holidays of the rules that touch the stretch. A kommune that has let the rules end has none."""
    return tuple(
        span
        for year in range(first.year - 1, last.year + 1)
        for name, begins, ends in HOLIDAYS
        if (span := _holiday(year, name, begins, ends, rules)) and span.meets(first, last)
    )


def _holiday(year: int, name: str, begins: str, ends: str, rules: RuleBook) -> Span | None:
    """From the Monday of the first week to the Sunday of the last; over New Year the last is the next year's."""
    day = date(year, 6, 30)
    first, last = rules.find(begins, day), rules.find(ends, day)
    if first is None or last is None:
        return None
    over_new_year = last.number < first.number
    try:
        return Span(Week(year, first.number).first, Week(year + over_new_year, last.number).last, CALENDAR, name)
    except ValueError:  # week 53 of a year that has 52
        return None


def _usable(found: Period, today: date) -> Period:
    if found.last < found.first:
        raise BadAnswer("Perioden slutter, før den begynder. Byt de to dage om.")
    if (found.last - found.first).days >= LONGEST:
        raise BadAnswer("Perioden er længere end et år. Skriv en kortere.")
    if found.last < today:
        raise BadAnswer("Den periode er forbi. Skriv en, der ikke er slut endnu.")
    return found


def _named(match: re.Match[str], today: date, rules: RuleBook) -> Period | None:
    """The next one that is not over, or that of the year."""
    years = [int(match[2])] if match[2] else range(today.year - 1, today.year + 2)
    wanted = [one for one in HOLIDAYS if one[0].startswith(match[1])]
    spans = [span for year in years for one in wanted if (span := _holiday(year, *one, rules))]
    ahead = [span for span in spans if match[2] or span.last >= today]
    return Period(ahead[0].first, ahead[0].last) if ahead else None


def _weeks(match: re.Match[str], today: date, _rules: RuleBook) -> Period:
    """A last week with a lower number is the next year's."""
    first, last = int(match[1]), int(match[2])
    ends = _ahead(last, int(match[3] or 0), today)
    begins = Week(ends.year if first <= last else ends.year - 1, first)
    if not 1 <= first <= weeks_in(begins.year):
        raise _no_week(begins.year, first)
    return Period(begins.first, ends.last)


def _week(match: re.Match[str], today: date, _rules: RuleBook) -> Period:
    week = _ahead(int(match[1]), int(match[2] or 0), today)
    return Period(week.first, week.last)


def _said_week(match: re.Match[str], today: date, _rules: RuleBook) -> Period:
    week = read_week(match[0], today)
    return Period(week.first, week.last)


def _ahead(number: int, year: int, today: date) -> Week:
    """The next one that is not over, where no year was typed."""
    this = today.isocalendar().year
    for one in (year,) if year else (this, this + 1):
        if not 1900 <= one < 2200 or not 1 <= number <= weeks_in(one):
            raise _no_week(one, number)
        if year or Week(one, number).last >= today:
            break
    return Week(one, number)


def _no_week(year: int, number: int) -> BadAnswer:
    return BadAnswer(f"{year} har ikke nogen uge {number}. {EXAMPLES}")


def _month(match: re.Match[str], today: date, _rules: RuleBook) -> Period | None:
    number = month_of(match[1])
    if number is None:
        return None
    year = int(match[2]) if match[2] else today.year + (number < today.month)
    if not 1900 <= year < 2200:
        raise BadAnswer(f"Årstallet {year} kan ikke passe. {EXAMPLES}")
    return Period(date(year, number, 1), date(year, number, days_in(year, number)))


def _days(match: re.Match[str], today: date, _rules: RuleBook) -> Period | None:
    """A hyphen may also stand inside a date: the first place where there is a day on both sides is meant."""
    text = match[0].removeprefix("fra ")
    for mark in _BETWEEN:
        place = text.find(mark)
        while place > 0:
            found = _two_days(text[:place].strip(), text[place + len(mark) :].strip(), today)
            if found is not None:
                return found
            place = text.find(mark, place + 1)
    return None


def _two_days(first: str, last: str, today: date) -> Period | None:
    """The last day is read as seen from the first; a week that ends it is there to its Sunday."""
    begins, ends = _day(first, today), _day(last, today)
    if begins is None or ends is None:
        return None
    seen_from_it = _day(last, begins)
    if not _has_year(last) and seen_from_it is not None:
        ends = seen_from_it
    return Period(begins, ends + timedelta(days=6) if is_week_only(last) else ends)


def _in_month(match: re.Match[str], today: date, _rules: RuleBook) -> Period | None:
    year = f" {match[4]}" if match[4] else ""
    return _two_days(f"{match[1]}. {match[3]}{year}", f"{match[2]}. {match[3]}{year}", today)


def _one_day(match: re.Match[str], today: date, _rules: RuleBook) -> Period | None:
    day = _day(match[0], today)
    return Period(day, day) if day is not None else None


def _day(text: str, today: date) -> date | None:
    try:
        return read_date(text, today, FORWARD)
    except BadAnswer:
        return None


def _has_year(text: str) -> bool:
    return re.search(r"\d{4}|/\d{1,2}[-/.]\d{2}\b", text) is not None


def _iso_days(match: re.Match[str], _today: date, _rules: RuleBook) -> Period | None:
    try:
        return Period(date.fromisoformat(match[1]), date.fromisoformat(match[2]))
    except ValueError:
        return None


_ISO = re.compile(r"(\d{4}-\d\d-\d\d) ?(?:-|–|til|/) ?(\d{4}-\d\d-\d\d)")
_Read = Callable[[re.Match[str], date, RuleBook], Period | None]
_GRAMMAR: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (_NAMED, _named),
    (_WEEKS, _weeks),
    (_WEEK, _week),
    (_SAID_WEEK, _said_week),
    (_MONTH, _month),
    (_ISO, _iso_days),
    (_IN_MONTH, _in_month),
    (_ANYTHING, _days),
    (_ANYTHING, _one_day),
)
