"""Reads the first visible sheet of a workbook into texts. Knows no header and no kind of record."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any, NamedTuple
from zipfile import ZipFile

from vforlob.actions.importing.archive import opened
from vforlob.actions.importing.sheet import MOST_COLUMNS, MOST_ROWS, Odd
from vforlob.errors.importing import NotASpreadsheet, SpreadsheetEmpty, SpreadsheetRefused, SpreadsheetTooBig

_LAST_ROW = 1_048_576  # Excel has no more; a file may say otherwise
_TITLE_ROWS = 30
_MOST_CELLS = 20_000_000  # empty ones count: a row may say that it ends in column XFD
_DECIMALS = 6
_TAG = rb"<(?:\w+:)?"
_END = rb"</(?:\w+:)?"
_CELL = re.compile(_TAG + rb"c\s([^>]*)>\s*" + _TAG + rb"f\b(?:[^>]*/>|[^>]*>[^<]*" + _END + rb"f>)\s*(.{0,40})", re.S)
_NO_VALUE = re.compile(_END + rb"c>")
_EMPTY_VALUE = re.compile(_TAG + rb"v\s*(?:/>|>\s*" + _END + rb"v>)")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_MERGED = re.compile(_TAG + rb'mergeCell\s[^>]*ref="([A-Z]{1,3}(\d{1,7}):[A-Z]{1,3}\d{1,7})"')


class Workbook(NamedTuple):
    rows: list[tuple[str, ...]]
    odd: tuple[Odd, ...]
    name: str
    others: tuple[str, ...]


def read_workbook(data: bytes) -> Workbook:
    """Formulas give the value Excel last worked out. Raises SpreadsheetRefused."""
    archive = opened(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and drawings, which nobody asked for
            return _read(data, archive)
    except SpreadsheetRefused:
        raise
    except Exception:  # whatever a broken workbook makes the library raise, she is told the same
        raise NotASpreadsheet() from None


def _read(data: bytes, archive: ZipFile) -> Workbook:
    from io import BytesIO  # with the library

    from openpyxl import load_workbook  # slow to load, and a table of text does without

    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or list(book.worksheets)
    for sheet in seen:
        rows = _rows(sheet)
        if rows:
            odd = _odd_cells(archive.read(sheet._worksheet_path))
            others = tuple(other.title for other in seen if other is not sheet)
            return Workbook(rows, odd, str(sheet.title), others)
    raise SpreadsheetEmpty(has_headers=False)


def _rows(sheet: Any) -> list[tuple[str, ...]]:
    """Without the empty rows at the end, of which a sheet may have a million."""
    sheet.reset_dimensions()  # what the file says of its own size is not to be trusted
    rows: list[tuple[str, ...]] = []
    empty = cells = 0
    for values in sheet.iter_rows(min_row=1, max_row=_LAST_ROW, values_only=True):
        cells += len(values)
        if cells > _MOST_CELLS:
            raise SpreadsheetTooBig("udpakket", _MOST_CELLS)
        row = _texts(values)
        if not row:
            empty += 1
            continue
        if len(rows) + empty >= MOST_ROWS + _TITLE_ROWS:
            raise SpreadsheetTooBig("raekker", MOST_ROWS)
        if len(row) > MOST_COLUMNS:
            raise SpreadsheetTooBig("kolonner", MOST_COLUMNS)
        rows.extend([()] * empty)
        rows.append(row)
        empty = 0
    return rows


def _texts(values: tuple[Any, ...]) -> tuple[str, ...]:
    end = len(values)
    while end and values[end - 1] is None:
        end -= 1
    row = [_text(value) for value in values[:end]]
    while row and not row[-1].strip():
        row.pop()
    return tuple(row)


def _text(value: Any) -> str:
    """A date as ISO, a decimal with a comma, true and false as ja and nej."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return _hours(value) if isinstance(value, timedelta) else str(value)


def _number(value: float) -> str:
    """Excel holds 12,3 as 12.300000000000001."""
    if not isfinite(value):
        return ""
    if value == int(value):
        return str(int(value))
    return f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".").replace(".", ",")


def _hours(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _odd_cells(xml: bytes) -> tuple[Odd, ...]:
    return (*_never_worked_out(xml), *_merged(xml))


def _never_worked_out(xml: bytes) -> Iterator[Odd]:
    """A formula that some program wrote and Excel never saw has no value; a formula may also give an empty text."""
    for match in _CELL.finditer(xml):
        given = _EMPTY_VALUE.match(match[2])
        if _NO_VALUE.match(match[2]) or (given and b't="str"' not in match[1]):
            place = _PLACE.search(match[1])
            if place:
                yield Odd(int(place[2]), (place[1] + place[2]).decode(), "formel")


def _merged(xml: bytes) -> Iterator[Odd]:
    for match in _MERGED.finditer(xml):
        yield Odd(int(match[2]), match[1].decode(), "flettet")
