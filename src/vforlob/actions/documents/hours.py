"""Hours a week in words, for sheets and accounts. Knows no document."""

from vforlob.model.timer import Timer
from vforlob.rules.danish import listed, number, with_unit

KINDS = {"praktik": "i praktik", "lontilskud": "med løntilskud", "ordinaer": "med løn"}


def hour_words(timer: Timer) -> str:
    """12,5 timer om ugen i praktik og 2 med løn"""
    parts = [(hours, words) for kind, words in KINDS.items() if (hours := getattr(timer, kind))]
    if not parts:
        return ""
    (first, kind), *rest = parts
    return listed([f"{with_unit(first, 'timer om ugen')} {kind}", *(f"{number(it)} {words}" for it, words in rest)])
