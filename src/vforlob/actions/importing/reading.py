"""Reads a spreadsheet, whatever it was saved as, into one Sheet. Knows no kind of record and no file name."""

import re
from collections.abc import Iterable, Iterator, Sequence

from vforlob.actions.importing.sheet import MOST_COLUMNS, MOST_ROWS, Odd, Sheet, column_letter
from vforlob.errors.importing import NotASpreadsheet, OtherSpreadsheet, SpreadsheetEmpty, SpreadsheetTooBig

__all__ = ["LARGEST_FILE", "Odd", "Sheet", "read_table"]

LARGEST_FILE = 20_000_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_NEVER_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"SQLite format 3", b"\x1f\x8b", b"7z\xbc\xaf")
# What Excel shows where a formula has gone wrong, in Danish and in English; a row of # is a column too narrow.
_ERRORS = re.compile(
    "#(?:REF|REFERENCE|N/A|I/T|NAME|NAVN|VALUE|VÆRDI|DIV/0|DIVISION/0|NUM|NUMMER|TAL|NULL|NUL|SPILL|OVERLØB|CALC|BEREGN"
    "|FIELD|FELT)[!?]?",
    re.IGNORECASE,
)
_TOO_NARROW = 2
_HEADERS_WITHIN = 20  # rows: a title and a few lines may stand above the headers


def read_table(data: bytes, suffix: str) -> Sheet:
    """What it is, is seen from the bytes; `suffix` only tells whether text may be text. Raises SpreadsheetRefused."""
    if len(data) > LARGEST_FILE:
        raise SpreadsheetTooBig("byte", LARGEST_FILE)
    if data.startswith((_ZIP, _OLE)):
        from vforlob.actions.importing.xlsx_reading import read_workbook  # openpyxl is slow to load

        found = read_workbook(data)
        return _sheet(found.rows, found.odd)._replace(name=found.name, others=found.others)
    if data.startswith(_NEVER_TEXT):
        raise NotASpreadsheet()
    if suffix.lower().lstrip(".") in {"xlsx", "xlsm", "xls", "ods"} and data.strip():
        _refuse_named(suffix.lower().lstrip("."), data)
    from vforlob.actions.importing.csv_reading import read_text_table  # a workbook does without

    found_rows = read_text_table(data)
    sheet = _sheet(found_rows, ())
    return sheet._replace(odd=(*sheet.odd, *_beyond(sheet.rows, sheet.headers, sheet.first)))


def _refuse_named(kind: str, data: bytes) -> None:
    """Some systems save a page or a table of text and call it .xls; the text is taken, the page is not."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" or b"\0" in data[:4096]:
        raise OtherSpreadsheet(kind) if kind in {"xls", "ods"} else NotASpreadsheet()


def _sheet(rows: Sequence[Sequence[str]], odd: Iterable[Odd]) -> Sheet:
    at = _header_row(rows)
    if at is None:
        raise SpreadsheetEmpty(has_headers=False)
    headers = [" ".join(cell.split()) for cell in rows[at]]
    body = _without_empty_end(rows[at + 1 :])
    if not body:
        raise SpreadsheetEmpty(has_headers=True)
    if len(body) > MOST_ROWS:
        raise SpreadsheetTooBig("raekker", MOST_ROWS)
    first = at + 2
    width = max(len(headers), *map(_width, body))
    if width > MOST_COLUMNS:
        raise SpreadsheetTooBig("kolonner", MOST_COLUMNS)
    headers = _without_end(headers, width)
    empty = ("",) * len(headers)
    short = tuple(
        (*(cell.strip() for cell in row), *empty[len(row) :])[: len(headers)] if row else empty for row in body
    )
    return Sheet(tuple(headers), short, first, (*(one for one in odd if one.row >= first), *_errors(short, first)))


def _errors(rows: Sequence[Sequence[str]], first: int) -> Iterator[Odd]:
    for number, row in enumerate(rows, first):
        for index, cell in enumerate(row):
            if cell[:1] == "#" and (_ERRORS.fullmatch(cell) or (len(cell) > _TOO_NARROW and not cell.strip("#"))):
                yield Odd(number, f"{column_letter(index)}{number}", "fejl")


def _beyond(rows: Sequence[Sequence[str]], headers: Sequence[str], first: int) -> Iterator[Odd]:
    """In text a separator that was meant as a comma pushes all that follows into the next column."""
    named = _width(headers)
    for number, row in enumerate(rows, first):
        if _width(row) > named:
            yield Odd(number, f"{column_letter(named)}{number}", "for_mange")


def _header_row(rows: Sequence[Sequence[str]]) -> int | None:
    """The first row with two cells or more; where there is none, the first with any."""
    filled = [sum(1 for cell in row if cell.strip()) for row in rows[: _HEADERS_WITHIN + 1]]
    wide = next((at for at, count in enumerate(filled) if count > 1), None)
    if wide is not None:
        return wide
    return next((at for at, row in enumerate(rows) if any(cell.strip() for cell in row)), None)


def _without_empty_end(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    end = len(rows)
    while end and not any(cell.strip() for cell in rows[end - 1]):
        end -= 1
    return rows[:end]


def _width(row: Sequence[str]) -> int:
    """Up to the last cell with anything in it."""
    return next((at for at in range(len(row), 0, -1) if row[at - 1].strip()), 0)


def _without_end(headers: list[str], width: int) -> list[str]:
    return (headers + [""] * width)[:width]
