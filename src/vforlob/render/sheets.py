"""What a sheet of a workbook allows: names, widths, how much a cell holds. Knows no library and no case."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from vforlob.model.regneark import Celle, Sojle
from vforlob.model.text import clean

LONGEST_NAME = 31
LONGEST_CELL = 32_767  # counted as Excel does: an emoji is two
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = {"history", "oversigt"}

NARROWEST, WIDEST = 9, 60
_WIDTHS = {"dato": 12, "kl": 9, "janej": 9}
LINE, _HIGHEST = 15.0, 400.0  # points
_LOST_IN_BREAKING = 3  # a line ends where a word does
_ARROW = 3  # room for the arrow of the filter beside a heading


def sheet_names(names: Iterable[str]) -> Iterator[str]:
    """Each name as a workbook takes it, and no two the same: it does not tell capitals apart."""
    taken = set(_RESERVED)
    for name in names:
        plain = _FORBIDDEN.sub(" ", clean(name, lines=False)).strip().strip("'")[:LONGEST_NAME].strip().strip("'")
        found, number = plain or "Ark", 2
        while found.casefold() in taken:
            tail = f" {number}"
            found, number = f"{(plain or 'Ark')[: LONGEST_NAME - len(tail)]}{tail}", number + 1
        taken.add(found.casefold())
        yield found


def column_width(sojle: Sojle, cells: Sequence[Celle]) -> float:
    """As wide as its longest line, within reason; what is longer is broken between words."""
    lines = [line for cell in cells if isinstance(cell, str) for line in cell.split("\n")]
    longest = max((len(line) for line in lines), default=0) if sojle.art == "tekst" else _WIDTHS.get(sojle.art, 0)
    return min(max(NARROWEST, len(sojle.navn) + _ARROW, longest + 1), WIDEST)


def row_height(cells: Sequence[Celle], widths: Sequence[float]) -> float:
    """High enough for its longest text as it is broken in its column: not every program works that out by itself."""
    lines = [
        sum(_lines_of(line, width) for line in cell.split("\n"))
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell, str)
    ]
    return min(LINE * max(lines, default=1), _HIGHEST)


def _lines_of(line: str, width: float) -> int:
    return 1 if len(line) <= width else ceil(len(line) / max(width - _LOST_IN_BREAKING, 1))


def in_cells(row: Sequence[Celle]) -> Iterator[tuple[Celle, ...]]:
    """The row, and rows below it for what is longer than a cell can hold."""
    parts = [_parts(cell) for cell in row]
    for place in range(max(map(len, parts), default=1)):
        yield tuple(cells[place] if place < len(cells) else None for cells in parts)


def _parts(cell: Celle) -> list[Celle]:
    if not isinstance(cell, str) or len(cell) * 2 <= LONGEST_CELL:
        return [cell]
    found: list[Celle] = []
    rest = cell
    while len(rest.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_CELL:
        found.append(rest[: LONGEST_CELL // 2])
        rest = rest[LONGEST_CELL // 2 :]
    return [*found, rest]
