"""Reads a table of text: which letters, which separator, which quotes. Knows no header and no kind of record."""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from vforlob.actions.importing.sheet import MOST_ROWS
from vforlob.errors.importing import (
    CellTooLong,
    LettersUnreadable,
    NotASpreadsheet,
    QuotesUnbalanced,
    SpreadsheetTooBig,
)

_SEPARATORS = (";", "\t", ",", "|")
_LOOKED_AT = 20  # rows
_TITLE_ROWS = 30  # a few lines may stand above the table


def read_text_table(data: bytes) -> list[list[str]]:
    """Rows as Excel numbers them: a text with line breaks in quotes is one row."""
    text = _decoded(data)
    if "\0" in text:
        raise NotASpreadsheet()
    separator, text = _announced(text.lstrip("\ufeff"))
    rows: list[list[str]] = []
    for row in _rows(text, separator or _separator(text)):
        rows.append(row)
        if len(rows) > MOST_ROWS + _TITLE_ROWS:
            raise SpreadsheetTooBig("raekker", MOST_ROWS)
    return rows


def _decoded(data: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with it, else Windows-1252 as Excel saves "CSV" in Danish."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded_as(data, "utf-16")
    if b"\0" in data[:200] and len(data) % 2 == 0:
        return _decoded_as(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded_as(data, "cp1252")


def _decoded_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as odd:
        raise LettersUnreadable(data.count(b"\n", 0, odd.start) + 1) from None


def _announced(text: str) -> tuple[str, str]:
    """Excel takes a first line "sep=;" as the separator, and does not count it as a row."""
    line, _, rest = text.partition("\n")
    line = line.strip().strip('"')
    return (line[4], rest) if len(line) == 5 and line.casefold().startswith("sep=") else ("", text)


def _separator(text: str) -> str:
    """The one that cuts most rows into as many pieces; Danish Excel's first where two do as well."""
    return max(_SEPARATORS, key=lambda separator: _agreement(text, separator))


def _agreement(text: str, separator: str) -> tuple[int, int]:
    lengths: list[int] = []
    try:
        for row in islice(csv.reader(StringIO(text, newline=""), delimiter=separator), _LOOKED_AT):
            if any(cell.strip() for cell in row):
                lengths.append(len(row))
    except csv.Error:
        return 0, 0
    cut = [length for length in lengths if length > 1]
    most = max(set(cut), key=cut.count, default=0)
    return (cut.count(most), most) if cut else (0, 0)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    row = 0
    try:
        for row, cells in enumerate(reader, 1):  # noqa: B007 - the number is what the faults are told by
            yield cells
    except csv.Error as odd:
        raise CellTooLong(row + 1) if "limit" in str(odd) else QuotesUnbalanced(row + 1) from None
