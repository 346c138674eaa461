"""Markdown: user text is escaped so that it is read literally, line for line. Knows no recipient."""

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from vforlob.model.referat import Referat
from vforlob.render.blocks import Block, as_lines, fits_on_line, with_additions
from vforlob.render.formats import Ways
from vforlob.render.formats.template import filled, filled_dokument

if TYPE_CHECKING:
    from vforlob.model.dokument import Dokument  # its many blocks: a Referat has none

_SPECIAL = re.compile(r"[\\`*_\[\]<>|#~]|&(?=#?\w+;)|!(?=\[)")
_NUMBER = re.compile(r"[0-9A-Za-z.]+")
_OPENS_A_BLOCK = re.compile(r"[-+=]|\d{1,9}(?=[.)])")


def render(referat: Referat, ways: Ways) -> str:
    return filled(referat, "md", escape, ways.folder)


def render_dokument(dokument: "Dokument", ways: Ways) -> str:
    data = with_additions(dokument, ADDITIONS)
    return filled_dokument({**data, "titel": in_heading(dokument.titel)}, "md", escape, ways.folder)


def escape(text: str) -> str:
    """A line break stays one, also inside a list; a blank line too. None is left around the text."""
    return "\\\n".join(_escape_line(line) for line in text.strip("\n").split("\n"))


def _escape_line(line: str) -> str:
    escaped = _SPECIAL.sub(lambda match: "\\" + match[0], line)
    opening = _OPENS_A_BLOCK.match(escaped)
    if opening:
        number, rest = opening[0], escaped[opening.end() :]
        escaped = f"{number}\\{rest}" if number.isdecimal() else f"\\{escaped}"
    return _kept_spaces(escaped)


def _kept_spaces(line: str) -> str:
    """White space at the ends would be dropped; written as a number it stays."""
    if line[:1].isspace():
        line = f"&#{ord(line[0])};{line[1:]}"
    if line[-1:].isspace():
        line = f"{line[:-1]}&#{ord(line[-1])};"
    return line


def in_heading(text: str) -> str:
    """A heading is one line of the file; a break in it is written as a number and read as a break."""
    if "\n" not in text:
        return text
    return Markup(escape(text).replace("\\\n", "&#10;"))  # noqa: S704  # escaped just now


def _heading(block: Block) -> Block:
    return {"tekst": in_heading(block["tekst"])}


def _table(block: Block) -> Block:
    """A cell is one line of the file: where one is longer than that, every cell stands after its column's name."""
    cells = [column["navn"] for column in block["kolonner"]] + [cell for row in block["raekker"] for cell in row]
    return {"som_tabel": not any("\n" in cell for cell in cells)}


def _question(block: Block) -> Block:
    """Its number stands where no reader takes it for a list."""
    number = block["nr"]
    found: Block = {"pa_linjen": fits_on_line(block)}
    if _NUMBER.fullmatch(number):
        found["nr"] = Markup(number)  # noqa: S704  # letters, digits and dots
    if block["niveau"] == 1:
        found["tekst"] = in_heading(block["tekst"])
    return found


ADDITIONS = {"overskrift": _heading, "liste": as_lines, "tabel": _table, "sporgsmal": _question}
