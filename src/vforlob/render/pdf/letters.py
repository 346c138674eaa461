"""Which signs the shipped letters have. Knows no document, and reads no font: tegn.txt is made from them."""

import os
from bisect import bisect_right
from functools import cache

FONTS = os.path.join(os.path.dirname(os.path.dirname(__file__)), "fonts")
REPLACEMENT = "▯"


def missing_signs(text: str) -> frozenset[str]:
    firsts, lasts = _ranges()
    # chr(0x7f) and below, which is nearly all of every text, is in the first range.
    return frozenset(sign for sign in set(text) if sign > "~" and not _is_in(ord(sign), firsts, lasts))


def _is_in(sign: int, firsts: tuple[int, ...], lasts: tuple[int, ...]) -> bool:
    return sign <= lasts[bisect_right(firsts, sign) - 1]


@cache
def _ranges() -> tuple[tuple[int, ...], tuple[int, ...]]:
    with open(os.path.join(FONTS, "tegn.txt"), encoding="ascii") as file:
        words = file.read().replace("-", " ").split()
    numbers = tuple(int(word, 16) for word in words)
    return numbers[::2], numbers[1::2]
