"""Lists and figures for a Danish Excel: semicolons, decimal commas, and no text that can become a formula. Knows no
case.

A text that a spreadsheet would calculate begins with an apostrophe here; `text_back` takes it away again, and a text
that had one from the start keeps it. Several sheets follow each other, each under its name, with an empty line between.
"""

import csv
import io
from collections.abc import Iterator

from vforlob.model.regneark import Celle, Fane, Regneark
from vforlob.model.text import clean
from vforlob.rules.danish import number

BOM = "\ufeff"  # without it Excel reads æøå as two signs each
APOSTROPHE = "'"
# What makes a formula of a cell, the full-width twins among them, or hides what does.
DANGEROUS = frozenset("=+-@\t\r\n\0＝＋－＠")


def render_regneark(regneark: Regneark) -> str:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for place, fane in enumerate(regneark.faner):
        if len(regneark.faner) > 1:
            writer.writerows([[]] if place else [])
            writer.writerow([safe_text(clean(fane.navn))])
        writer.writerows(_rows(fane))
    return BOM + written.getvalue()


def safe_text(text: str) -> str:
    return APOSTROPHE + text if _begins_dangerously(text) else text


def text_back(cell: str) -> str:
    """The text as it was written, from a cell of such a file."""
    return cell[1:] if cell.startswith(APOSTROPHE) and _begins_dangerously(cell) else cell


def _begins_dangerously(text: str) -> bool:
    """Also behind apostrophes of its own: else one of them would be taken for ours."""
    return text.lstrip(APOSTROPHE)[:1] in DANGEROUS


def _rows(fane: Fane) -> Iterator[list[str]]:
    yield [safe_text(clean(sojle.navn)) for sojle in fane.sojler]
    for row in fane.raekker:
        yield [_cell(cell) for cell in row]


def _cell(cell: Celle) -> str:
    """Dates stay as 2026-11-20: Excel takes that for a date in every country, and text sorts by it."""
    if cell is None:
        return ""
    return safe_text(clean(cell)) if isinstance(cell, str) else number(cell)
