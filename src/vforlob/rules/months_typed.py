"""Which month was meant by what somebody typed, and how a month is written. Knows no figure and no clock."""

from datetime import date

from vforlob.errors.maltal import BadMonth
from vforlob.model.text import clean, fold
from vforlob.rules.calendar_words import month_of
from vforlob.rules.danish import MONTHS, quoted

AHEAD, BEHIND = 1, -1
FIRST_YEAR, LAST_YEAR = 2000, 2199
_ASKS = "Skriv fx 2026-12, december eller næste måned."
_STEPS = {"denne": 0, "nu": 0, "naeste": 1, "kommende": 1, "sidste": -1, "forrige": -1}


def read_month(typed: str, today: date, direction: int) -> str:
    """2026-12 from "2026-12", "12/2026", "dec 26", "december" or "næste måned". Without a year it is this month or the
    first one AHEAD of it, or BEHIND it. Raises BadMonth.
    """
    words = _words(typed)
    if len(words) == 1 and words[0] in _STEPS:
        return months_from(today.isoformat()[:7], _STEPS[words[0]])
    month, year = _parts(words)
    if month is None:
        raise BadMonth(f"{quoted(typed)} er ikke en måned. {_ASKS}")
    whole = _year(year, today) if year else _nearest_year(month, today, direction)
    if not FIRST_YEAR <= whole <= LAST_YEAR:
        raise BadMonth(f"Årstallet i {quoted(typed)} kan ikke passe. {_ASKS}")
    return f"{whole:04}-{month:02}"


def month_title(maned: str) -> str:
    """december 2026"""
    return f"{MONTHS[int(maned[5:]) - 1]} {maned[:4]}"


def month_in_short(maned: str, beside: str = "") -> str:
    """dec, and "dec 25" beside a month of another year."""
    short = MONTHS[int(maned[5:]) - 1][:3]
    return short if not beside or maned[:4] == beside[:4] else f"{short} {maned[2:4]}"


def months_from(maned: str, count: int) -> str:
    """So many months later, or earlier."""
    months = int(maned[:4]) * 12 + int(maned[5:]) - 1 + count
    return f"{months // 12:04}-{months % 12 + 1:02}"


def months_back(maned: str, count: int) -> tuple[str, ...]:
    """The last `count` months up to and with this one, the oldest first."""
    return tuple(months_from(maned, -back) for back in range(count - 1, -1, -1))


def _words(typed: str) -> list[str]:
    plain = fold(clean(typed, lines=False))
    for sign in "-/.,":
        plain = plain.replace(sign, " ")
    return [word for word in plain.split() if word not in ("maned", "i", "den")]


def _parts(words: list[str]) -> tuple[int | None, str]:
    """The month, None where none is named, and the year as it was typed."""
    if len(words) == 1:
        return _month(words[0]), ""
    if len(words) != len(("december", "2026")):
        return None, ""
    first, second = words
    if _is_year(first, 4):
        return (_month(second) if second.isdigit() else None), first
    return (_month(first) if _is_year(second, 2, 4) else None), second


def _month(word: str) -> int | None:
    if not word.isascii():
        return None
    if word.isdigit():
        return int(word) if len(word) <= len("12") and 1 <= int(word) <= len(MONTHS) else None
    return month_of(word)


def _is_year(word: str, *lengths: int) -> bool:
    return word.isascii() and word.isdigit() and len(word) in lengths


def _year(typed: str, today: date) -> int:
    return int(typed) + (today.year // 100 * 100 if len(typed) == len("26") else 0)


def _nearest_year(month: int, today: date, direction: int) -> int:
    if direction == AHEAD:
        return today.year + (month < today.month)
    return today.year - (month > today.month)
