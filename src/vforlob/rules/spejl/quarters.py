"""Which quarter was meant by what somebody typed, and its months. Knows no figure and no clock."""

from datetime import date
from typing import NamedTuple

from vforlob.errors.spejl import BadQuarter, QuarterAhead
from vforlob.model.text import clean, fold
from vforlob.rules.danish import quoted

MONTHS, QUARTERS = 3, 4
FIRST_YEAR, LAST_YEAR = 2000, 2199
_STEPS = {"dette": 0, "nu": 0, "sidste": -1, "forrige": -1}
_NOISE = ("kvartal", "kv", "kvt", "i", "q", "k")


class Quarter(NamedTuple):
    year: int
    number: int

    @property
    def title(self) -> str:
        return f"{self.number}. kvartal {self.year}"

    @property
    def months(self) -> tuple[str, ...]:
        """2026-07, 2026-08, 2026-09."""
        first = (self.number - 1) * MONTHS + 1
        return tuple(f"{self.year:04}-{month:02}" for month in range(first, first + MONTHS))

    @property
    def before(self) -> "Quarter":
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, QUARTERS)


def quarter_of(day: date) -> Quarter:
    return Quarter(day.year, (day.month - 1) // MONTHS + 1)


def read_quarter(typed: str, today: date) -> Quarter:
    """3. kvartal 2026 from "2026-3", "3/2026", "3. kvartal 2026", "3. kvartal", "sidste"; nothing is this one. Without
    a year it is the newest that has begun. Raises BadQuarter, and QuarterAhead for one that has not.
    """
    current = quarter_of(today)
    words = _words(typed)
    if not words and not typed.strip():
        return current
    if len(words) == 1 and words[0] in _STEPS:
        return current.before if _STEPS[words[0]] else current
    found = _read(words, current)
    if found is None:
        raise BadQuarter(f"{quoted(typed)} er ikke et kvartal.")
    if found > current:
        raise QuarterAhead(found.title)
    return found


def _words(typed: str) -> list[str]:
    """Letters and digits apart, so that 2026k3 is three words; then without the words that only name the thing."""
    spaced = ""
    for ch in fold(clean(typed[:40], lines=False)):
        glued = spaced[-1:].isalnum() and ch.isalnum() and spaced[-1:].isdigit() != ch.isdigit()
        spaced += f" {ch}" if glued else ch if ch.isalnum() else " "
    return [word for word in spaced.split() if word not in _NOISE]


def _read(words: list[str], current: Quarter) -> Quarter | None:
    if not words or not all(word.isascii() and word.isdigit() for word in words):
        return None
    years = [int(word) for word in words if len(word) == len("2026")]
    numbers = [int(word) for word in words if len(word) == 1]
    if len(years) + len(numbers) != len(words) or len(numbers) != 1 or len(years) > 1:
        return None
    number = numbers[0]
    year = years[0] if years else current.year - (number > current.number)
    return Quarter(year, number) if 1 <= number <= QUARTERS and FIRST_YEAR <= year <= LAST_YEAR else None
