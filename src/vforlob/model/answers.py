"""Answers as values: what was said under which point, felt and row. Knows no agenda and no storage."""

from collections.abc import Mapping
from typing import NamedTuple

# What an answer can be once read: text, a choice's id, ISO date, "HH:MM", ja/nej are str; numbers are int or float;
# a flervalg is a tuple of ids. Absent means "not answered"; there is no null.
Value = str | int | float | tuple[str, ...]

NOTE = "note"
SVAR = "svar"


class Key(NamedTuple):
    """`raekke` is 0 for what stands once, else the row's own number: given once, never reused, rising in row order."""

    punkt: str
    felt: str
    raekke: int = 0


Answers = Mapping[Key, Value]


def rows_of(answers: Answers, punkt: str) -> tuple[int, ...]:
    """The row numbers of a liste that hold at least one answer, in order."""
    return tuple(sorted({key.raekke for key in answers if key.punkt == punkt and key.raekke}))


def row_values(answers: Answers, punkt: str, raekke: int) -> dict[str, Value]:
    return {key.felt: value for key, value in answers.items() if key.punkt == punkt and key.raekke == raekke}


def is_answered(answers: Answers, punkt: str) -> bool:
    """A value or a row; a note alone is none."""
    return any(key.punkt == punkt and key.felt != NOTE for key in answers)
