"""Workbooks read back by another library: texts stay texts, dates are dates, and the same values are the same file."""

import io
import re
import zipfile
from datetime import datetime, time
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.model.regneark import Celle, Fane, Regneark, Sojle
from vforlob.model.text import clean
from vforlob.render.render import render_regneark
from vforlob.render.sheets import LONGEST_NAME, sheet_names

HOSTILE = (
    "=1+1",
    "+45 12 34 56 78",
    "-2+3",
    "@SUM(A1)",
    "=HYPERLINK(0)",
    "\t=1",
    "'=1",
    "＝1+1",
    "0102031234",
    "12,5",
    "1/12",
)
HOURS = Fane(
    "Timer",
    (Sojle("Fra", "dato"), Sojle("Kl.", "kl"), Sojle("Praktik", "tal"), Sojle("Ordinære", "tal"), Sojle("Notat")),
    (("2026-11-04", "09:00", 12.5, 0, "Aftalt"), ("2026-12-01", "14:30", 14, 3.5, "Hævet")),
    ("Fra", "Praktik", "Ordinære"),
)


def made(*faner: Fane) -> bytes:
    content = render_regneark(Regneark("Sag", faner), "xlsx")
    assert isinstance(content, bytes)
    return content


def book_of(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def texts(*rows: str) -> Fane:
    return Fane("Tekster", (Sojle("Tekst"),), tuple((row,) for row in rows))


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_dates_times_and_numbers_are_what_they_are() -> None:
    sheet = book_of(made(HOURS)).active

    first = [cell.value for cell in sheet[2]]

    assert first == [datetime(2026, 11, 4), time(9), 12.5, 0, "Aftalt"]
    assert sheet["A2"].number_format == "dd-mm-yyyy"
    assert sheet["B2"].number_format == "hh:mm"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_never_a_formula_a_link_or_a_number(text: str) -> None:
    content = made(texts(text))

    cell = book_of(content).active["A2"]

    assert (_unescaped(cell.value), cell.data_type) == (text, "s")
    assert cell.hyperlink is None
    assert not any("<f>" in part for name, part in parts(content).items() if name.startswith("xl/worksheets"))


@settings(max_examples=25)  # each is a whole workbook of texts
@given(st.lists(st.text(min_size=1, max_size=300).map(clean).filter(str.strip), min_size=1, max_size=20))
def test_every_text_comes_back_as_it_was(rows: list[str]) -> None:
    content = made(texts(*rows))

    sheet = book_of(content).active

    assert [_unescaped(sheet.cell(place, 1).value) for place in range(2, len(rows) + 2)] == rows
    assert not re.search(r"<f[ >]", parts(content)["xl/worksheets/sheet1.xml"])


def _unescaped(text: str) -> str:
    """openpyxl leaves the way a workbook writes "_x0041_" as it stands in the file."""
    return re.sub(r"_x005F(_x[0-9A-Fa-f]{4}_)", r"\1", text)


def test_what_is_no_date_stays_as_it_was_written() -> None:
    row: tuple[Celle, ...] = ("engang i maj", "hen på dagen", 12.5, None, "")

    values = [cell.value for cell in book_of(made(HOURS._replace(raekker=(row,)))).active[2]]

    assert values == ["engang i maj", "hen på dagen", 12.5, None, None]


@pytest.mark.parametrize("text", ["ø" * 70_000, "😀" * 40_000])
def test_a_text_that_no_cell_can_hold_goes_on_in_the_row_below(text: str) -> None:
    sheet = book_of(made(texts(text, "efter"))).active

    cells = [sheet.cell(row, 1).value for row in range(2, sheet.max_row + 1)]

    assert "".join(cells[:-1]) == text
    assert cells[-1] == "efter"
    assert all(len(cell.encode("utf-16-le")) // 2 <= 32_767 for cell in cells)


def test_the_same_values_are_the_same_file() -> None:
    assert made(HOURS, texts("a")) == made(HOURS, texts("a"))


def test_nobody_stands_in_its_metadata() -> None:
    found = parts(made(HOURS))

    core, app = found["docProps/core.xml"], found["docProps/app.xml"]

    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core
    assert "2000-01-01T00:00:00Z" in core
    assert "<Company></Company>" in app
    assert not [name for name in found if "comment" in name or "custom" in name]


def test_headings_stay_in_sight_and_can_be_filtered() -> None:
    sheet = book_of(made(HOURS)).active

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E3"
    assert sheet["A1"].font.bold
    assert sheet["E2"].alignment.wrap_text


def test_it_is_printed_on_a4_across_with_the_headings_on_every_page() -> None:
    sheet = book_of(made(HOURS)).active

    assert sheet.page_setup.orientation == "landscape"
    assert str(sheet.page_setup.paperSize) == "9"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$1:$1"


def test_one_chart_is_drawn_where_it_was_asked_for() -> None:
    asked, unasked = parts(made(HOURS)), parts(made(HOURS._replace(figur=())))

    assert [name for name in asked if name.startswith("xl/charts/")] == ["xl/charts/chart1.xml"]
    assert asked["xl/charts/chart1.xml"].count("<c:ser>") == 2
    assert not [name for name in unasked if name.startswith("xl/charts/")]


def test_a_chart_of_columns_that_are_not_there_is_left_out() -> None:
    assert "xl/charts/chart1.xml" not in parts(made(HOURS._replace(figur=("Fra", "Løntilskud"))))


def test_widths_follow_the_texts_within_reason() -> None:
    dims = book_of(made(texts("kort", "m" * 300))).active.column_dimensions

    assert 55 < dims["A"].width < 65
    assert book_of(made(texts("kort"))).active.column_dimensions["A"].width < 12


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_sheet_has_a_name_that_a_workbook_takes(names: list[str]) -> None:
    found = list(sheet_names(names))

    assert len({name.casefold() for name in found}) == len(names)
    assert all(0 < len(name) <= LONGEST_NAME for name in found)
    assert not any(set(name) & set("[]:*?/\\") or name.startswith("'") or name.endswith("'") for name in found)


def test_two_sheets_of_one_name_are_told_apart() -> None:
    assert book_of(made(texts("a"), texts("b"))).sheetnames == ["Tekster", "Tekster 2"]
