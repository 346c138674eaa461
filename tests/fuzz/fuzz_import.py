"""The reader of spreadsheets: a table with as many cells in each row as there are headers, or a refusal of ours."""

import csv
import io

import atheris
from fuzzing import INSTRUMENTED, drive

with atheris.instrument_imports(include=INSTRUMENTED):
    from vforlob.actions.importing.reading import Sheet, read_table
    from vforlob.errors.importing import SpreadsheetRefused

SUFFIXES = (".csv", ".xlsx", ".txt", "")


def reader(data: bytes) -> None:
    """The first byte says what the file is called."""
    suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else ""
    try:
        sheet = read_table(data[1:], suffix)
    except SpreadsheetRefused:
        return
    assert isinstance(sheet, Sheet)
    assert sheet.rows
    assert {len(row) for row in sheet.rows} == {len(sheet.headers)}


@atheris.instrument_func
def naive(data: bytes) -> None:
    """Every row has what the first one has."""
    rows = list(csv.reader(io.StringIO(data[1:].decode("utf-8", "replace").replace("\0", "")), delimiter=";"))
    for row in rows[1:]:
        dict(zip(rows[0], row, strict=True))


drive(reader, naive)
