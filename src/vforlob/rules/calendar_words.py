"""The words of the Danish calendar, found from what somebody typed. Knows no grammar and no today."""

from datetime import date, timedelta

from vforlob.errors.answer import BadAnswer
from vforlob.model.text import fold
from vforlob.rules.danish import MONTHS, WEEKDAYS
from vforlob.rules.numbers import WORDS

NEW_YEAR, CENTURY = 1900, 100
_FOLDED_DAYS = tuple(fold(name) for name in WEEKDAYS)
_FOLDED_MONTHS = tuple(fold(name) for name in MONTHS)
_FOLDED_COUNTS = {fold(word): value for word, value in WORDS.items() if isinstance(value, int)}


def weekday_of(word: str) -> int | None:
    """0 for man, mandag; None for what is no weekday. "to" is a number, so torsdag takes three letters."""
    found = [i for i, name in enumerate(_FOLDED_DAYS) if name.startswith(word.rstrip("."))]
    return found[0] if len(found) == 1 and len(word) >= 2 and word != "to" else None


def month_of(word: str) -> int | None:
    found = [i for i, name in enumerate(_FOLDED_MONTHS, 1) if name.startswith(word.rstrip("."))]
    return found[0] if len(found) == 1 and len(word) >= 3 else 9 if word == "sept" else None


def count_of(word: str) -> int | None:
    return int(word) if word.isdigit() else _FOLDED_COUNTS.get(word)


def full_year(typed: str, today: date) -> int:
    """2026 from "2026" and "26"; a two-digit year far ahead is of the last century."""
    year = int(typed)
    if len(typed) == 2:
        year += today.year // CENTURY * CENTURY
        year -= CENTURY if year > today.year + 30 else 0
    if not NEW_YEAR <= year < 2200:
        raise BadAnswer(f"Årstallet {year} kan ikke passe. Skriv fx 3/12-{today.year % CENTURY:02}.")
    return year


def days_in(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day


def months_later(day: date, months: int) -> date:
    """The same day of a later or earlier month, or the last day of it."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, days_in(day.year + years, month + 1)))


def weeks_in(year: int) -> int:
    return date(year, 12, 28).isocalendar().week
