"""Which year was meant when none was typed. Knows no grammar."""

from collections.abc import Callable, Sequence
from datetime import date

from vforlob.errors.answer import BadAnswer
from vforlob.rules.danish import counted

FORWARD, NEAR, PAST = "forward", "near", "past"
_FAR = 300  # so far off, it is more likely the one that has just been, or is just to come
_CLOSE = 365 - _FAR


def meant(candidates: Sequence[date], today: date, direction: str, name: Callable[[date], str]) -> date:
    """The first ahead, the last behind or the nearest of `candidates`, one a year in order.

    Asks for the year where the answer would be a surprise; `name` writes a candidate with its year.
    """
    nearest = min(candidates, key=lambda day: (abs((day - today).days), day < today))
    ahead = [day for day in candidates if day >= today]
    behind = [day for day in candidates if day <= today]
    found = ({FORWARD: ahead[:1], PAST: behind[-1:], NEAR: [nearest]}[direction] or [nearest])[0]
    if abs((found - today).days) > _FAR and abs((nearest - today).days) < _CLOSE:
        raise BadAnswer(f"{_upper(name(nearest))} {_when((nearest - today).days)}. {_ask(name(nearest), name(found))}")
    return found


def _when(days: int) -> str:
    if days > 0:
        return f"er om {counted(days, 'dag', 'dage')}"
    return f"var for {counted(-days, 'dag', 'dage')} siden"


def _ask(one: str, other: str) -> str:
    return f"Skriv året med: {one} eller {other}."


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
