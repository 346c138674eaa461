"""Where numbers and days fall on a plot, and what its axes say. Knows no drawing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.model.dokument import Figur
from vforlob.rules.danish import short_date

MOST_TICKS = 6
STEPS = (0.5, 1, 2, 5, 10, 20, 25, 50, 100)


class Scale(NamedTuple):
    """`low` to `high` in numbers is `start` to `end` on paper."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, others: Iterable["Box"]) -> bool:
        return any(
            self.left < it.right and it.left < self.right and self.top < it.bottom and it.top < self.bottom
            for it in others
        )


def number_ticks(figur: Figur, values: Sequence[float]) -> list[float]:
    """Round numbers from the lowest to the highest that the axis shows; never fewer than two."""
    low = figur.fra if figur.fra is not None else min(0, *values, 0)
    high = figur.til if figur.til is not None else max(*values, low, low)
    high = high if high > low else low + 1
    step = next((step for step in STEPS if (high - low) / step < MOST_TICKS), high - low)
    ticks = [low]
    while ticks[-1] < high - 1e-9:
        ticks.append(ticks[-1] + step)
    return ticks


def as_day(hvor: str) -> date | None:
    try:
        return date.fromisoformat(hvor)
    except ValueError:
        return None


def places(figur: Figur) -> dict[str, float]:
    """Each `hvor` on the axis below: days as far apart as they are, words one step apart in their order."""
    found = list(dict.fromkeys(one.hvor for serie in figur.serier for one in serie.malinger))
    days = {hvor: day for hvor in found if (day := as_day(hvor))}
    if len(days) < len(found):
        return {hvor: float(number) for number, hvor in enumerate(found)}
    ordered = sorted(found)
    if figur.art == "sojler":
        return {hvor: float(number) for number, hvor in enumerate(ordered)}
    return {hvor: float(days[hvor].toordinal()) for hvor in ordered}


def named_places(found: dict[str, float]) -> dict[str, str]:
    """A day without its year, where every day is of the same one."""
    years = {hvor[:4] for hvor in found if as_day(hvor)}
    today = None if len(years) < 2 else max(found)
    if today is None or not as_day(today):
        return {hvor: short_date(hvor) if as_day(hvor) else hvor for hvor in found}
    return {hvor: _with_year(hvor) for hvor in found}


def _with_year(hvor: str) -> str:
    return f"{short_date(hvor)}-{hvor[2:4]}" if as_day(hvor) else hvor


def with_room(positions: Sequence[float], room: float) -> list[int]:
    """Which labels can stand with that much room for each: the first, the last, and of the others what fits."""
    if not positions:
        return []
    order = sorted(range(len(positions)), key=lambda number: positions[number])
    kept, last = [order[0]], positions[order[-1]]
    for number in order[1:-1]:
        if positions[number] - positions[kept[-1]] >= room and last - positions[number] >= room:
            kept.append(number)
    return kept if last - positions[kept[-1]] < room else [*kept, order[-1]]


def apart(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Middles of labels above each other, as near as they can be to where they are wanted, none on top of another."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    found = [0.0] * len(wanted)
    edge = low
    for number in order:
        found[number] = max(wanted[number], edge + heights[number] / 2)
        edge = found[number] + heights[number] / 2
    edge = high
    for number in reversed(order):
        found[number] = min(found[number], edge - heights[number] / 2)
        edge = found[number] - heights[number] / 2
    return [round(one, 1) for one in found]
