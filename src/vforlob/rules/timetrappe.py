"""The timetrappe: hours a week as steps in time, how long they have stood still, what is aimed at. Knows no words."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vforlob.model.timer import Timer
from vforlob.rules.progress import weekly

KINDS = ("praktik", "lontilskud", "ordinaer")
AGREED, AIM = "aftalt", "mal"
FULL_TIME = 37


class Level(NamedTuple):
    """The hours of today, since when they are the same, and for how many whole weeks."""

    step: Timer
    since: str
    weeks: int


def steps(timer: Iterable[Timer]) -> tuple[Timer, ...]:
    """What was agreed, by date. Of two for the same day the later one counts."""
    by_day: dict[str, Timer] = {}
    for step in sorted((one for one in timer if one.art == AGREED), key=lambda one: (one.fra, one.nr)):
        by_day[step.fra] = step
    return tuple(by_day.values())


def in_force(timer: Iterable[Timer], day: str) -> Timer | None:
    """The step that holds on a day; None before the first one."""
    begun = [step for step in steps(timer) if step.fra <= day]
    return begun[-1] if begun else None


def level(timer: Iterable[Timer], today: date) -> Level | None:
    """A step with the same hours as the one before it is no step up or down: the standstill goes on."""
    begun = [step for step in steps(timer) if step.fra <= today.isoformat()]
    if not begun:
        return None
    first = begun[-1]
    for step in reversed(begun):
        if hours(step) != hours(begun[-1]):
            break
        first = step
    return Level(begun[-1], first.fra, (today - date.fromisoformat(first.fra)).days // 7)


def aim(timer: Iterable[Timer]) -> Timer | None:
    """The goal that was set last."""
    return max((one for one in timer if one.art == AIM), key=lambda one: one.nr, default=None)


def sparkline(timer: Iterable[Timer], today: date) -> tuple[float, ...]:
    """All hours of each step that has begun, first to last: the values of the small bars."""
    return tuple(weekly(step) for step in steps(timer) if step.fra <= today.isoformat())


def hours(timer: Timer) -> tuple[float, ...]:
    """Each kind; none agreed is the same as no hours."""
    return tuple(getattr(timer, kind) or 0 for kind in KINDS)


def paid(timer: Timer | None) -> float:
    """Hours that a virksomhed pays for on its own."""
    return (timer.ordinaer or 0) if timer else 0
