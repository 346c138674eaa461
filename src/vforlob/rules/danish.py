"""How dates, times, numbers and lists are written in Danish. Knows nothing of reading them, or of any screen."""

from collections.abc import Sequence
from datetime import date

from vforlob.model.text import clean

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)

Day = date | str  # a date, or the ISO text answers hold
_SINGULAR = {
    "timer": "time",
    "dage": "dag",
    "uger": "uge",
    "måneder": "måned",
    "gange": "gang",
    "minutter": "minut",
    "kroner": "krone",
    "personer": "person",
    "borgere": "borger",
}


def long_date(day: Day) -> str:
    """tirsdag den 1. december 2026 (uge 49): where a date is decided."""
    found = _date(day)
    return f"{weekday_date(found)} {found.year} (uge {week(found)})"


def weekday_date(day: Day) -> str:
    """tirsdag den 1. december"""
    found = _date(day)
    return f"{day_name(found)} den {found.day}. {MONTHS[found.month - 1]}"


def plain_date(day: Day) -> str:
    """1. december 2026: in documents."""
    found = _date(day)
    return f"{found.day}. {MONTHS[found.month - 1]} {found.year}"


def short_date(day: Day, today: Day | None = None) -> str:
    """1/12 where dates are scanned; 1/12-25 when the year is another than that of `today`."""
    found = _date(day)
    text = f"{found.day}/{found.month}"
    return text if today is None or found.year == _date(today).year else f"{text}-{found.year % 100:02}"


def day_name(day: Day) -> str:
    return WEEKDAYS[_date(day).weekday()]


def month_name(day: Day) -> str:
    return MONTHS[_date(day).month - 1]


def week(day: Day) -> int:
    return _date(day).isocalendar().week


def clock(time: str) -> str:
    """kl. 14.30 from "14:30"; a whole hour is kl. 9."""
    hour, _, minute = time.partition(":")
    return f"kl. {int(hour)}" if minute in {"", "00"} else f"kl. {int(hour)}.{minute}"


def number(value: float) -> str:
    """12,5 and 12, never 12,0; at most four decimals."""
    rounded = round(value, 4) + 0  # plus 0: there is no -0 in Danish
    return f"{rounded:.4f}".rstrip("0").rstrip(".").replace(".", ",")


def counted(count: float, one: str, many: str) -> str:
    """1 dag, 2 dage, 1,5 dage."""
    return f"{number(count)} {one if count == 1 else many}"


def with_unit(value: float, unit: str) -> str:
    """12,5 timer om ugen; 1 time om ugen. The unit is written in the plural."""
    first, space, rest = unit.partition(" ")
    return f"{counted(value, _SINGULAR.get(first, first), first)}{space}{rest}".strip()


def listed(words: Sequence[str], last: str = "og") -> str:
    """a, b og c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def quoted(text: str, limit: int = 40) -> str:
    """What was typed, in quotes and cut short, fit to stand in a sentence."""
    shown = " ".join(clean(text, lines=False).split())
    return f"»{shown}«" if len(shown) <= limit else f"»{shown[: limit - 1].rstrip()}…«"


def _date(day: Day) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day
