"""Counts that may be shared: small ones blank, the others rounded, nothing beside a blank that it adds up from.

Knows no case and no word: only tables of counts of the same cases, with the same columns.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

LEAST = STEP = 5
_REACH = STEP // 2  # how far rounding can move a count

Counts = Sequence[Sequence[int]]
Shown = tuple[tuple[int | None, ...], ...]


class Bounds(NamedTuple):
    low: int
    high: int


class Published(NamedTuple):
    """The tables as they may be seen, in the order they were given. A table that had to be held back is None.

    `totals` are the sums of the columns, rounded; only where nothing at all is blank.
    """

    tables: tuple[Shown | None, ...]
    totals: tuple[int, ...] | None


def publish(tables: Sequence[Counts]) -> Published:
    """Every table counts the same cases, each case once, so the sums of a column are the same in all of them. What is
    shown of one therefore limits what another can hold: where that leaves a blank only one value, the last table goes.
    """
    shown = [_blanked(table) for table in tables]
    kept = len(shown)
    while kept > 1 and _gives_away(shown[:kept]):
        kept -= 1
    visible: tuple[Shown | None, ...] = (*shown[:kept], *[None] * (len(shown) - kept))
    if not tables or any(cell is None for table in shown for row in table for cell in row):
        return Published(visible, None)
    return Published(visible, tuple(_rounded(sum(column)) for column in zip(*tables[0], strict=True)))


def safe_count(count: int) -> int | None:
    return _rounded(count) if count >= LEAST else None


def could_be(shown: int | None) -> Bounds:
    """What anybody who knows the rule can tell of the count behind it."""
    return Bounds(0, LEAST - 1) if shown is None else Bounds(max(LEAST, shown - _REACH), shown + _REACH)


def _rounded(count: int) -> int:
    return (count + _REACH) // STEP * STEP


def _blanked(table: Counts) -> Shown:
    return tuple(tuple(safe_count(cell) for cell in row) for row in table)


def _gives_away(tables: Sequence[Shown]) -> bool:
    """Whether a blank can be told exactly. Nothing ties the columns together, so each is looked at by itself; and in a
    column the tables have their sum in common and nothing else, so bounds tell all there is.
    """
    return any(_tells([_column(table, at) for table in tables]) for at in range(len(tables[0][0]) if tables[0] else 0))


def _column(table: Shown, at: int) -> list[int | None]:
    return [row[at] for row in table]


def _tells(columns: Sequence[Sequence[int | None]]) -> bool:
    sums = [_summed(could_be(cell) for cell in column) for column in columns]
    total = Bounds(max(it.low for it in sums), min(it.high for it in sums))
    return any(
        low >= high
        for column, own in zip(columns, sums, strict=True)
        if None in column
        for low, high in [_left(could_be(None), own, total)]
    )


def _left(blank: Bounds, own: Bounds, total: Bounds) -> Bounds:
    """What is left for one blank when all else in its column is as high, or as low, as it can be."""
    others = Bounds(own.low - blank.low, own.high - blank.high)
    return Bounds(max(blank.low, total.low - others.high), min(blank.high, total.high - others.low))


def _summed(bounds: Iterable[Bounds]) -> Bounds:
    found = list(bounds)
    return Bounds(sum(it.low for it in found), sum(it.high for it in found))
