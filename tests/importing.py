"""Spreadsheets for tests: the same table as text and as a workbook. Knows no kind of record."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

Rows = Iterable[Sequence[Any]]


def text(rows: Rows, separator: str = ";", encoding: str = "utf-8-sig") -> bytes:
    return "".join(separator.join(map(str, row)) + "\r\n" for row in rows).encode(encoding)


def book(rows: Rows, title: str = "Ark1", **sheets: Rows) -> bytes:
    """The first sheet is `rows`; more by name."""
    workbook = Workbook()
    first = workbook.active
    assert first is not None
    first.title = title
    for row in rows:
        first.append(list(row))
    for name, more in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in more:
            sheet.append(list(row))
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    found = BytesIO()
    workbook.save(found)
    return found.getvalue()
