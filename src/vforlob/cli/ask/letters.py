"""Choices on a screen are letters, never bare numbers: a, b, ... z, aa, ab. Knows no choice."""

from collections.abc import Sequence

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def letters(count: int, without: str = "") -> tuple[str, ...]:
    """The first `count` letters, leaving out those that mean something else."""
    single = [letter for letter in ALPHABET if letter not in without]
    double = [first + second for first in single for second in single]
    return tuple((single + double)[:count])


def index_of(typed: str, among: Sequence[str]) -> int | None:
    """Which letter was typed: "b", "B", "b)"; None when it is none of them."""
    wanted = typed.strip().casefold().rstrip(".)")
    return among.index(wanted) if wanted in among else None
