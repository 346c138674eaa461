"""A spreadsheet is read into the same rows whatever it was saved as, and what cannot be read is said."""

import contextlib
import io
import time
import zipfile
from datetime import date, datetime
from datetime import time as clock_time

import pytest
from openpyxl import Workbook

from importing import book, saved, text
from vforlob.actions.importing.reading import read_table
from vforlob.actions.importing.sheet import MOST_ROWS, column_letter
from vforlob.errors.importing import (
    CellTooLong,
    LettersUnreadable,
    NotASpreadsheet,
    OtherSpreadsheet,
    QuotesUnbalanced,
    SpreadsheetEmpty,
    SpreadsheetLocked,
    SpreadsheetRefused,
    SpreadsheetTooBig,
)

TABLE = [("Alias", "Målgruppe", "Timer"), ("Æ-7", "jobparat, ærlig", "12,5"), ("Ø-2", "sygedagpenge", "8")]
HEADERS, BODY = TABLE[0], tuple(TABLE[1:])


@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_way_to_save_a_table_of_text_gives_the_same_rows(separator: str, encoding: str) -> None:
    sheet = read_table(text(TABLE, separator, encoding), ".csv")

    assert (sheet.headers, sheet.rows, sheet.first, sheet.odd) == (HEADERS, BODY, 2, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_seen_by_its_empty_bytes(encoding: str) -> None:
    assert read_table(text(TABLE, ";", encoding), ".csv").rows == BODY


def test_a_comma_is_the_separator_where_there_is_no_other() -> None:
    data = b'Alias,Timer\nA-1,"12,5"\nA-2,8\n'

    assert read_table(data, ".csv").rows == (("A-1", "12,5"), ("A-2", "8"))


def test_a_comma_in_a_number_is_no_separator() -> None:
    assert read_table(b"Alias;Timer\nA-1;12,5\nA-2;7,5\nA-3;1,5\n", ".csv").headers == ("Alias", "Timer")


def test_the_separator_excel_announces_is_taken_and_its_line_is_no_row() -> None:
    sheet = read_table(b"sep=|\r\nAlias|Timer\r\nA;1|2\r\n", ".csv")

    assert (sheet.headers, sheet.rows, sheet.first) == (("Alias", "Timer"), (("A;1", "2"),), 2)


def test_a_text_over_several_lines_is_one_row_as_excel_counts_it() -> None:
    sheet = read_table(b'Alias;Note\nA-1;"to\nlinjer; og ""mere"""\nA-2;x\n', ".csv")

    assert sheet.rows == (("A-1", 'to\nlinjer; og "mere"'), ("A-2", "x"))
    assert sheet.first == 2


def test_empty_rows_stay_so_that_the_numbers_stay_right() -> None:
    sheet = read_table(b"Alias;Timer\n\nA-1;2\n;;\nA-2;3\n\n\n", ".csv")

    assert [cells[0] for cells in sheet.rows] == ["", "A-1", "", "A-2"]
    assert sheet.first == 2


@pytest.mark.parametrize("make", [text, book], ids=["csv", "xlsx"])
def test_a_title_may_stand_above_the_headers(make) -> None:
    data = make([("Min sagsstamme",), (), *TABLE]) if make is book else make([("Min sagsstamme",), ("",), *TABLE])

    sheet = read_table(data, "")

    assert (sheet.headers, sheet.first, len(sheet.rows)) == (HEADERS, 4, 2)


def test_a_row_with_more_fields_than_headers_is_told_of_in_text() -> None:
    sheet = read_table(b"Alias;Note\nA-1;bor i Aarhus; Vest\n", ".csv")

    assert [(odd.row, odd.where, odd.what) for odd in sheet.odd] == [(2, "C2", "for_mange")]


def test_a_note_beside_the_table_is_no_fault_in_a_workbook() -> None:
    assert read_table(book([("Alias", "Note"), ("A-1", "x", "husk!")]), "").odd == ()


def test_a_workbook_gives_dates_as_iso_decimals_with_a_comma_and_ja_for_true() -> None:
    row = (date(2026, 3, 1), datetime(2026, 3, 1, 9, 30), clock_time(8, 15), 12.3, 12.0, True, None, " x ")

    sheet = read_table(book([tuple("abcdefgh"), row]), ".xlsx")

    assert sheet.rows == (("2026-03-01", "2026-03-01 09:30", "08:15", "12,3", "12", "ja", "", "x"),)


def test_the_first_visible_sheet_with_anything_in_it_is_read_and_the_others_are_named() -> None:
    workbook = Workbook()
    workbook.active.title = "Tom"
    hidden = workbook.create_sheet("Skjult")
    hidden.append(["nej", "nej"])
    hidden.sheet_state = "hidden"
    for name in ("Sager", "Gamle"):
        sheet = workbook.create_sheet(name)
        sheet.append(["Alias", "Note"])
        sheet.append(["A-1", name])

    found = read_table(saved(workbook), ".xlsx")

    assert (found.name, found.rows, found.others) == ("Sager", (("A-1", "Sager"),), ("Tom", "Gamle"))


def test_formulas_errors_and_merged_cells_are_named_as_excel_names_them() -> None:
    workbook = Workbook()
    sheet = workbook.active
    for row in (["Alias", "Timer"], ["A-1", "=1+1"], ["A-2", "#REF!"], ["A-3", 1], [None, 2]):
        sheet.append(row)
    sheet.merge_cells("A4:A5")

    found = read_table(saved(workbook), ".xlsx")

    assert {(odd.row, odd.where, odd.what) for odd in found.odd} == {
        (2, "B2", "formel"),
        (3, "B3", "fejl"),
        (4, "A4:A5", "flettet"),
    }


def test_a_formula_that_excel_has_worked_out_gives_its_value() -> None:
    data = _changed(book([("Alias", "Timer"), ("A-1", 5)]), "sheet1.xml", b"<v>5</v>", b"<f>2+3</f><v>5</v>")

    sheet = read_table(data, ".xlsx")

    assert (sheet.rows, sheet.odd) == ((("A-1", "5"),), ())


@pytest.mark.parametrize("cell", ["#####", "#I/T", "#DIVISION/0!", "#VÆRDI!"])
def test_what_excel_shows_for_a_fault_is_one_in_text_too(cell: str) -> None:
    sheet = read_table(text([("Alias", "Dato"), ("A-1", cell)]), ".csv")

    assert [odd.where for odd in sheet.odd] == ["B2"]


def test_a_number_sign_alone_is_text() -> None:
    assert read_table(text([("Alias", "Note"), ("A-1", "#5 på listen")]), ".csv").odd == ()


def test_columns_are_lettered_as_excel_does() -> None:
    assert [column_letter(at) for at in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
FAULTY = {
    "nothing": (b"", SpreadsheetEmpty),
    "white space": (b" \r\n;;\r\n", SpreadsheetEmpty),
    "only headers": (b"Alias;Timer\n", SpreadsheetEmpty),
    "an empty workbook": (book([]), SpreadsheetEmpty),
    "a workbook with headers alone": (book([HEADERS]), SpreadsheetEmpty),
    "a pdf": (b"%PDF-1.7 ...", NotASpreadsheet),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(40), NotASpreadsheet),
    "NUL in text": (b"Alias;Timer\nA-1;1" + b"2;x\n" * 80 + b"A\x00B;2\n", NotASpreadsheet),
    "bytes of no alphabet": (b"Alias;Timer\nA-1;\x81\x8d\n", LettersUnreadable),
    "half a utf-16": (b"\xff\xfeA\x00;\x00B", LettersUnreadable),
    "quotes that never end": (b'Alias;Note\nA-1;"aldrig slut\nA-2;x\n', QuotesUnbalanced),
    "text behind the quotes": (b'Alias;Note\nA-1;"x"y\n', QuotesUnbalanced),
    "a cell without end": (b"Alias;Note\nA-1;" + b"x" * 200_000 + b"\n", CellTooLong),
    "an old workbook": (OLE + "Workbook".encode("utf-16-le"), OtherSpreadsheet),
    "a locked workbook": (OLE + "EncryptedPackage".encode("utf-16-le"), SpreadsheetLocked),
    "some other old file": (OLE, NotASpreadsheet),
    "half a zip": (book(TABLE)[:900], NotASpreadsheet),
    "a zip of something else": (b"PK\x03\x04" + bytes(100), NotASpreadsheet),
    "too many rows": (b"A;B\n" + b"1;2\n" * (MOST_ROWS + 40), SpreadsheetTooBig),
    "too many columns": (b";".join([b"x"] * 400) + b"\n" + b";".join([b"y"] * 400), SpreadsheetTooBig),
    "too many bytes": (b"A;B\n" + b" " * 20_000_001, SpreadsheetTooBig),
}


@pytest.mark.parametrize("name", FAULTY)
def test_what_cannot_be_read_is_refused_by_its_own_name(name: str) -> None:
    data, error = FAULTY[name]

    with pytest.raises(error):
        read_table(data, ".csv")


def test_the_row_with_the_lonely_quote_is_named() -> None:
    with pytest.raises(QuotesUnbalanced) as refused:
        read_table(b'Alias;Note\nA-1;x\nA-2;"aldrig slut\nA-3;y\n', ".csv")

    assert refused.value.row == 3


@pytest.mark.parametrize(
    ("part", "content", "error"),
    [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", OtherSpreadsheet),
        ("mimetype", b"application/vnd.oasis.opendocument.text", NotASpreadsheet),
        ("xl/workbook.bin", b"x", OtherSpreadsheet),
        ("word/document.xml", b"<w/>", NotASpreadsheet),
    ],
)
def test_other_kinds_of_files_in_a_zip_are_seen(part: str, content: bytes, error: type[SpreadsheetRefused]) -> None:
    with pytest.raises(error):
        read_table(_zip({part: content}), ".xlsx")


def test_a_web_page_called_xls_is_named_as_what_it_is_called() -> None:
    with pytest.raises(OtherSpreadsheet):
        read_table(b"<html><table>", ".xls")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = _with_part(book(TABLE), "xl/media/x.bin", bytes(200_000_000))
    started = time.perf_counter()

    with pytest.raises(SpreadsheetTooBig):
        read_table(data, ".xlsx")

    assert len(data) < 1_000_000
    assert time.perf_counter() - started < 1


def test_entities_that_grow_are_refused() -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    data = _with_part(book(TABLE), "xl/extra.xml", evil)

    with pytest.raises(NotASpreadsheet):
        read_table(data, ".xlsx")


@pytest.mark.parametrize("row", [b"1048576", b"99999999999"])
def test_a_row_far_away_costs_neither_time_nor_memory(row: bytes) -> None:
    data = _changed(book(TABLE), "sheet1.xml", b'<row r="3"', b'<row r="' + row + b'"')
    started = time.perf_counter()

    with contextlib.suppress(SpreadsheetRefused):
        read_table(data, ".xlsx")

    assert time.perf_counter() - started < 5


def test_a_sheet_that_lies_about_its_size_is_read_all_the_same() -> None:
    data = _changed(book(TABLE), "sheet1.xml", b'<dimension ref="A1:C3"', b'<dimension ref="A1:XFD1048576"')

    assert len(read_table(data, ".xlsx").rows) == 2


@pytest.mark.parametrize("at", range(0, 5000, 250))
def test_a_workbook_broken_anywhere_is_refused_and_nothing_else(at: int) -> None:
    data = bytearray(book(TABLE))
    data[at % len(data)] ^= 0xFF

    with contextlib.suppress(SpreadsheetRefused):
        read_table(bytes(data), ".xlsx")


def _zip(parts: dict[str, bytes]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return found.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    return _zip(_parts(data) | {name: content})


def _changed(data: bytes, part: str, before: bytes, after: bytes) -> bytes:
    parts = _parts(data)
    name = next(name for name in parts if name.endswith(part))
    assert before in parts[name]
    return _zip(parts | {name: parts[name].replace(before, after)})
