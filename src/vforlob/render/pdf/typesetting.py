"""typst at work: data in, a tagged archive PDF out, nothing fetched and no font of the machine. Knows no document."""

import os
from datetime import UTC, datetime
from functools import cache
from typing import Any

from vforlob.errors.eksport import NoPdfHere, PdfNotMade
from vforlob.render.pdf.letters import FONTS

TEMPLATES = os.path.join(os.path.dirname(os.path.dirname(__file__)), "templates")
# Readable by a screen reader, and readable in fifty years.
STANDARDS = ["ua-1", "a-2a"]
# An archive PDF must have a date; a document without one has this.
NO_DAY = "2000-01-01"
NOT_SHOWN = "could not be displayed"


class SignRefused(Exception):
    """Signs that typst would not draw. Caught where the document is known."""

    def __init__(self, signs: frozenset[str]) -> None:
        super().__init__()
        self.signs = signs


def typeset(data: str, day: str) -> bytes:
    """The same bytes for the same data: `day` (ISO or empty) is the only time in the file."""
    compiler, refused = _compiler()
    try:
        made: bytes = compiler.compile(
            sys_inputs={"data": data}, format="pdf", pdf_standards=STANDARDS, timestamp=_noon(day)
        )
    except refused as error:
        signs = _signs_in(error.message)
        # Its message quotes what a person wrote, so neither it nor a chain to it may go on.
        raise (SignRefused(signs) if signs else PdfNotMade()) from None
    return made


@cache
def _compiler() -> tuple[Any, type[Any]]:
    """Kept: the second document in a process costs half of the first."""
    try:
        from typst import Compiler, Fonts, TypstError  # late: 81 MB on the disk, and only a PDF needs it
    except ImportError:
        raise NoPdfHere() from None
    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    template = os.path.join(TEMPLATES, "dokument.typ")
    return Compiler(template, root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True), TypstError


def _noon(day: str) -> datetime:
    year, month, date = (int(part) for part in (day or NO_DAY).split("-"))
    return datetime(year, month, date, 12, tzinfo=UTC)


def _signs_in(message: str) -> frozenset[str]:
    """The signs that a refusal quotes, some of them by their number: `"\\u{5b9}"`."""
    if NOT_SHOWN not in message:
        return frozenset()
    quoted = message.partition("`")[2].partition("`")[0]
    first, *rest = quoted.split("\\u{")
    signs = first
    for part in rest:
        number, _, after = part.partition("}")
        signs += chr(int(number, 16)) + after
    return frozenset(sign for sign in signs if sign > "~")
