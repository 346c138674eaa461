"""Plain text to paste: one paragraph a line, never wrapped. Knows no recipient."""

from typing import TYPE_CHECKING

from vforlob.model.referat import Referat
from vforlob.render.blocks import Block, as_lines, fits_on_line, with_additions
from vforlob.render.formats import Ways
from vforlob.render.formats.template import filled, filled_dokument

if TYPE_CHECKING:
    from vforlob.model.dokument import Dokument  # its many blocks: a Referat has none

WIDEST_TABLE = 78
MOST_ROOM = 2  # blank lines: on a screen there is room enough
LONGEST_UNDERLINE = 72
BETWEEN = "  "


def render(referat: Referat, ways: Ways) -> str:
    return filled(referat, "txt", escape, ways.folder)


def render_dokument(dokument: "Dokument", ways: Ways) -> str:
    data = with_additions(dokument, ADDITIONS)
    return filled_dokument({**data, "streg": _underline(dokument.titel, "=")}, "txt", escape, ways.folder)


def escape(text: str) -> str:
    """The lines after the first are set in, so that nothing a person typed can look like one of our headings."""
    return text.replace("\n", "\n  ")


def _underline(text: str, sign: str) -> str:
    return sign * min(max(map(len, text.split("\n"))), LONGEST_UNDERLINE)


def _heading(block: Block) -> Block:
    """Underlined: a typed text stands in from its second line on, so none of it can be."""
    return {"streg": _underline(block["tekst"], "-" if block["trin"] == 2 else ".")}


def _set_in(text: str, room: int) -> str:
    """The lines after the first stand further in than anything of ours there: none can pass for the next one."""
    return text.replace("\n", "\n" + " " * room)


def _list(block: Block) -> Block:
    lines: list[Block] = as_lines(block)["linjer"]
    return {
        "linjer": [
            {**line, **{name: _set_in(line[name], len(line["foran"])) for name in ("navn", "tekst", "hale")}}
            for line in lines
        ]
    }


def _table(block: Block) -> Block:
    """Columns side by side where they fit, else `linjer` is empty, and every cell stands after its column's name."""
    names = [column["navn"] for column in block["kolonner"]]
    rows = [names, *block["raekker"]]
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    fits = sum(widths) + len(BETWEEN) * (len(widths) - 1) <= WIDEST_TABLE
    if not fits or any(sign in cell for row in rows for cell in row for sign in "\n\t"):
        return {"linjer": [], "raekker": [[_set_in(cell, 2) for cell in row] for row in block["raekker"]]}
    is_number = [column["art"] == "tal" for column in block["kolonner"]]
    ruled = [names, ["-" * width for width in widths], *block["raekker"]]
    return {"linjer": [_aligned(row, widths, is_number) for row in ruled]}


def _aligned(row: list[str], widths: list[int], is_number: list[bool]) -> str:
    cells = zip(row, widths, is_number, strict=True)
    return BETWEEN.join(cell.rjust(width) if right else cell.ljust(width) for cell, width, right in cells).rstrip()


def _question(block: Block) -> Block:
    return {
        "pa_linjen": fits_on_line(block),
        "plads": min(block["linjer"], MOST_ROOM),
        "hjaelp": _set_in(block["hjaelp"], 4),
        "sidst": _set_in(block["sidst"], 4),
        "muligheder": [{**choice, "tekst": _set_in(choice["tekst"], 4)} for choice in block["muligheder"]],
    }


ADDITIONS = {"overskrift": _heading, "liste": _list, "tabel": _table, "sporgsmal": _question}
