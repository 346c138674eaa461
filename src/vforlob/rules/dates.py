"""Read dates and times as Danes say them: fredag, om 14 dage, 3/12, uge 49. Knows no question; `today` comes in.

A date without a year is sought in `direction`: FORWARD for what is planned, PAST for what has happened, HELD for the
day of a samtale, which is behind or today, NEAR for what may be either. Where two days could be meant, BadAnswer asks.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.errors.answer import BadAnswer
from vforlob.model.text import clean, fold
from vforlob.rules import calendar_words as words
from vforlob.rules.danish import MONTHS, WEEKDAYS, quoted, weekday_date
from vforlob.rules.year_choice import FORWARD, NEAR, PAST, meant

_EXAMPLES = "Skriv fx 3/12, fredag, om 14 dage eller uge 49."
_CLOCK_EXAMPLES = "Skriv fx 9, 9.15 eller kl. 14.30."
HELD = "held"
_LONGEST = 80
_FURTHEST = 50 * 366  # days; further away is a slip of the finger
_LONG_UNITS = {"u": 7, "m": 31, "a": 366}

_DAYS_AWAY = {
    **dict.fromkeys(("i dag", "idag", "d d", "dags dato", "nu"), 0),
    **dict.fromkeys(("i morgen", "imorgen"), 1),
    **dict.fromkeys(("i overmorgen", "overmorgen", "iovermorgen"), 2),
    **dict.fromkeys(("i gar", "igar"), -1),
    **dict.fromkeys(("i forgars", "iforgars", "forgars"), -2),
}


class _Typed(NamedTuple):
    text: str
    today: date
    direction: str
    today_too: bool = False

    def no_date(self) -> BadAnswer:
        return BadAnswer(f"{quoted(self.text)} er ikke en dato. {_EXAMPLES}")

    def weekday(self, word: str) -> int:
        found = words.weekday_of(word)
        if found is None:
            raise self.no_date()
        return found


def read_date(text: str, today: date, direction: str = FORWARD) -> date:
    """The day that was meant. BadAnswer says in Danish why not, or which two days it could be."""
    typed = _Typed(text, today, PAST if direction == HELD else direction, direction == HELD)
    folded = _simplified(text)
    if folded in _DAYS_AWAY:
        return today + timedelta(_DAYS_AWAY[folded])
    if not folded:
        raise BadAnswer(f"Der er ikke skrevet en dato. {_EXAMPLES}")
    if re.search(r"\b(kl\.?|klokken) ?\d", folded):
        raise BadAnswer(f"{quoted(text)} har et klokkeslæt med. Skriv kun datoen her.")
    for pattern, read in _GRAMMAR if len(text) <= _LONGEST else ():
        if match := pattern.fullmatch(folded):
            return read(match, typed)
    raise typed.no_date()


def read_clock(text: str) -> str:
    """ "14:30" from 14.30, kl. 14:30, 1430 and 9."""
    folded = " ".join(fold(clean(text, lines=False)).split()).rstrip(".")
    match = re.fullmatch(r"(?:kl\.? ?|klokken )?(\d{1,2})(?: ?[.:,] ?(\d\d)|(?<=\d\d)(\d\d))?", folded)
    if match is None or int(match[1]) > 23 or int(match[2] or match[3] or 0) > 59:
        raise BadAnswer(f"{quoted(text)} er ikke et klokkeslæt. {_CLOCK_EXAMPLES}")
    return f"{int(match[1]):02}:{match[2] or match[3] or '00'}"


def is_week_only(text: str) -> bool:
    """True for "uge 49" and "næste uge", which stand for their Monday: worth saying."""
    return _WEEK.fullmatch(_simplified(text)) is not None or _THAT_WEEK.fullmatch(_simplified(text)) is not None


def _simplified(text: str) -> str:
    folded = fold(clean(text, lines=False)).replace(",", " ").replace("(", " ").replace(")", " ")
    folded = " ".join(folded.split())
    folded = "d d" if folded in {"d.d.", "d.d", "dd"} else folded
    return folded.removeprefix("nu ").removeprefix("pa ").removeprefix("senest ").rstrip(".!") if folded else ""


def _away(match: re.Match[str], typed: _Typed) -> date:
    count, unit = words.count_of(match["count"]), match["unit"]
    if count is None or count * _LONG_UNITS.get(unit[0], 1) > _FURTHEST:
        raise typed.no_date()
    count = -count if match["ago"] else count
    if unit.startswith("d"):
        return typed.today + timedelta(count)
    if unit.startswith("u"):
        return typed.today + timedelta(7 * count)
    months = count if unit.startswith("m") else 12 * count
    return words.months_later(typed.today, months)


def _half_year(match: re.Match[str], typed: _Typed) -> date:
    return words.months_later(typed.today, 6)


def _iso(match: re.Match[str], typed: _Typed) -> date:
    return _day(words.full_year(match[1], typed.today), int(match[2]), int(match[3]), typed)


def _day_and_month(match: re.Match[str], typed: _Typed) -> date:
    """3/12, 3.12.2026, 3. december, tirsdag den 1. december 2026 (uge 49); what is said twice must agree."""
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else words.month_of(parts.get("word") or "")
    if month is None:
        raise typed.no_date()
    day = int(parts["day"])
    if parts["year"]:
        found = _day(words.full_year(parts["year"], typed.today), month, day, typed)
    else:
        days = [_day(year, month, day, typed) for year in _years(month, day, typed)]
        found = meant(days, typed.today, typed.direction, lambda day: f"{day.day}/{day.month}-{day.year % 100:02}")
    _check_weekday(parts["weekday"], found, typed)
    if parts["week"] and int(parts["week"]) != found.isocalendar().week:
        raise BadAnswer(f"Den {_named(found)} ligger i uge {found.isocalendar().week}, ikke uge {int(parts['week'])}.")
    return found


def _day_of_month(match: re.Match[str], typed: _Typed) -> date:
    """den 15.: the next, or the last, day with that number."""
    day = int(match["day"])
    if not 1 <= day <= 31:
        raise typed.no_date()
    months = range(3) if typed.direction != PAST else range(0, -3, -1)
    first = typed.today.replace(day=1)
    for start in (words.months_later(first, step) for step in months):
        if day > words.days_in(start.year, start.month):
            continue
        found = start.replace(day=day)
        if found >= typed.today if typed.direction != PAST else found <= typed.today:
            _check_weekday(match["weekday"], found, typed)
            return found
    raise typed.no_date()


def _in_week(match: re.Match[str], typed: _Typed) -> date:
    weekday = typed.weekday(match["weekday"]) if match.groupdict().get("weekday") else 0
    week, year = int(match["week"]), match["year"]
    if year:
        return _week_day(words.full_year(year, typed.today), week, weekday)
    this_year = typed.today.isocalendar().year
    if not 1 <= week <= 53:
        raise typed.no_date()
    years = [y for y in (this_year - 1, this_year, this_year + 1) if week <= words.weeks_in(y)]
    if not years:
        raise BadAnswer(f"{this_year} har ikke nogen uge {week}. {_EXAMPLES}")
    sunday_or_monday = {FORWARD: 6, NEAR: 3, PAST: 0}[typed.direction]
    days = [_week_day(y, week, sunday_or_monday) for y in years]
    chosen = meant(days, typed.today, typed.direction, lambda day: f"uge {week}-{day.isocalendar().year}")
    return _week_day(chosen.isocalendar().year, week, weekday)


def _that_week(match: re.Match[str], typed: _Typed) -> date:
    weekday = typed.weekday(match["weekday"]) if match["weekday"] else 0
    weeks = {"naeste": 1, "denne": 0, "sidste": -1, "forrige": -1}[match["which"]]
    return typed.today + timedelta(weekday - typed.today.weekday() + 7 * weeks)


def _said_to_come(match: re.Match[str], typed: _Typed) -> date:
    return _weekday_ahead(typed.weekday(match["weekday"]), typed.today)


def _said_to_be_over(match: re.Match[str], typed: _Typed) -> date:
    return _weekday_behind(typed.weekday(match["weekday"]), typed.today)


def _ambiguous(match: re.Match[str], typed: _Typed) -> date:
    """næste fredag is the coming one to some and the one after to others."""
    weekday = typed.weekday(match["weekday"])
    step = 7 if match["which"].startswith("naeste") else -7
    near = (_weekday_ahead if step > 0 else _weekday_behind)(weekday, typed.today)
    either = f"{weekday_date(near)} eller {weekday_date(near + timedelta(step))}"
    raise BadAnswer(f"{quoted(typed.text)} kan betyde to dage: {either}. Skriv datoen.")


def _weekday_alone(match: re.Match[str], typed: _Typed) -> date:
    weekday = typed.weekday(match["weekday"])
    if typed.today_too and weekday == typed.today.weekday():
        return typed.today
    find = _weekday_behind if typed.direction == PAST else _weekday_ahead
    return find(weekday, typed.today)


def _weekday_ahead(weekday: int, today: date) -> date:
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def _weekday_behind(weekday: int, today: date) -> date:
    return today - timedelta((today.weekday() - weekday - 1) % 7 + 1)


def _day(year: int, month: int, day: int, typed: _Typed) -> date:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise typed.no_date()
    last = words.days_in(year, month)
    if day > last:
        which = f"{MONTHS[month - 1]} {year}" if month == 2 else MONTHS[month - 1]
        raise BadAnswer(f"{quoted(typed.text)} findes ikke: {which} har {last} dage. {_EXAMPLES}")
    return date(year, month, day)


def _years(month: int, day: int, typed: _Typed) -> list[int]:
    """Years in which the day exists, around today; this year alone when there is none, so that the refusal says so."""
    this = typed.today.year
    reach = 8 if (month, day) == (2, 29) else 1
    if not 1 <= month <= 12:
        return [this]
    return [year for year in range(this - reach, this + reach + 1) if day <= words.days_in(year, month)] or [this]


def _week_day(year: int, week: int, weekday: int) -> date:
    if not 1 <= week <= words.weeks_in(year):
        raise BadAnswer(f"{year} har ikke nogen uge {week}, kun uge 1 til {words.weeks_in(year)}.")
    return date.fromisocalendar(year, week, weekday + 1)


def _check_weekday(word: str | None, found: date, typed: _Typed) -> None:
    if word and typed.weekday(word) != found.weekday():
        said, is_really = WEEKDAYS[typed.weekday(word)], WEEKDAYS[found.weekday()]
        raise BadAnswer(f"Den {_named(found)} er en {is_really}, ikke en {said}. Skriv datoen igen.")


def _named(day: date) -> str:
    return f"{weekday_date(day).split(' den ')[1]} {day.year}"


_WD = r"(?:(?!den )(?P<weekday>[a-z]{2,7})\.? )?"
_DEN = r"(?:den |d\.? ?)?"
_WEEK_TOO = r"(?: uge (?P<week>\d{1,2}))?"
_WEEK = re.compile(r"(?:i )?uge (?P<week>\d{1,2})(?:[ /\-](?P<year>\d{4}))?")
_THAT_WEEK = re.compile(r"(?P<weekday>)(?:i )?(?P<which>naeste|denne|sidste|forrige) uge")
_COUNT = r"(?P<count>[a-z]+|\d{1,4}) (?P<unit>dage?|uger?|maned(?:er)?|ar)"

_GRAMMAR: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], _Typed], date]], ...] = tuple(
    (pattern if isinstance(pattern, re.Pattern) else re.compile(pattern), read)
    for pattern, read in (
        (rf"om {_COUNT}(?P<ago>)", _away),
        (rf"(?:for )?{_COUNT} (?P<ago>siden)", _away),
        (r"om et halvt ar", _half_year),
        (r"(\d{4})-(\d{1,2})-(\d{1,2})", _iso),
        (
            rf"{_WD}{_DEN}(?P<day>\d{{1,2}}) ?[/.\-] ?(?P<number>\d{{1,2}})(?: ?[/.\- ] ?(?P<year>\d{{4}}|\d{{2}}))?"
            rf"{_WEEK_TOO}",
            _day_and_month,
        ),
        (
            rf"{_WD}{_DEN}(?P<day>\d{{1,2}})\.? ?(?P<word>[a-z]{{3,9}})\.?(?: (?P<year>\d{{4}}|\d{{2}}))?{_WEEK_TOO}",
            _day_and_month,
        ),
        (rf"{_WD}(?:den |d\.? ?)(?P<day>\d{{1,2}})\.?", _day_of_month),
        (r"(?P<weekday>[a-z]{2,7})\.? (?:i )?uge (?P<week>\d{1,2})(?:[ /\-](?P<year>\d{4}))?", _in_week),
        (_WEEK, _in_week),
        (r"(?P<weekday>[a-z]{2,7})\.? (?:i )?(?P<which>naeste|denne|sidste|forrige) uge", _that_week),
        (_THAT_WEEK, _that_week),
        (r"(?:pa|nu pa|nu|denne|kommende|forstkommende) (?P<weekday>[a-z]{3,7})", _said_to_come),
        (r"(?:i )?(?P<which>naeste|forrige) (?P<weekday>[a-z]{3,7})", _ambiguous),
        (r"i (?P<weekday>[a-z]{2,4}dag)s", _said_to_be_over),
        (r"sidste (?P<weekday>[a-z]{3,7})", _said_to_be_over),
        (r"(?P<weekday>[a-z]{2,7})", _weekday_alone),
    )
)
