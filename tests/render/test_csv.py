"""Files for a Danish Excel, read back by Python's own reader: nothing becomes a formula, and every text comes back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.model.regneark import Fane, Regneark, Sojle
from vforlob.model.text import clean
from vforlob.render.formats.csv import DANGEROUS, safe_text, text_back
from vforlob.render.render import render_regneark

COLUMNS = (Sojle("dato", "dato"), Sojle("timer", "tal"), Sojle("tekst"))
DANGERS = ("=1+1", "+45 12 34 56 78", "-2", "@x", "\tx", "\nx", "＝1", "＋1", "－1", "＠x", "'=1", "''+1")
HARMLESS = ("", "Aftalt", "'citat'", "ø=1", " =1", "12,5", "45 12 34 56 78")


def made(*rows: tuple[str | float | None, ...]) -> str:
    content = render_regneark(Regneark("Sag", (Fane("Sag", COLUMNS, rows),)), "csv")
    assert isinstance(content, str)
    return content


def cells(content: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_it_is_what_a_danish_excel_opens_with_a_double_click() -> None:
    content = made(("2026-11-20", 12.5, "Kær; og »æøå«"), ("2026-11-21", 12, "to\nlinjer"))

    assert content.encode().startswith(b"\xef\xbb\xbf")
    assert content == ('\ufeffdato;timer;tekst\r\n2026-11-20;12,5;"Kær; og »æøå«"\r\n2026-11-21;12;"to\nlinjer"\r\n')


@pytest.mark.parametrize("text", DANGERS)
def test_what_a_spreadsheet_would_calculate_begins_with_an_apostrophe(text: str) -> None:
    found = cells(made((None, None, text)))[1][2]

    assert found == f"'{text}"
    assert text_back(found) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_texts_stand_as_they_are(text: str) -> None:
    assert cells(made((None, None, text)))[1][2] == text == text_back(text)


def test_a_number_below_zero_is_a_number() -> None:
    assert cells(made((None, -2.5, "")))[1] == ["", "-2,5", ""]


@given(st.lists(st.text(max_size=200).map(clean), min_size=1, max_size=20))
def test_every_text_comes_back_as_it_was(texts: list[str]) -> None:
    rows = cells(made(*((None, None, text) for text in texts)))[1:]

    assert [text_back(row[2]) for row in rows] == texts
    assert not any(row[2][:1] in DANGEROUS for row in rows if row[2])


@given(st.text(alphabet="'=+-@\t\n＝ab", max_size=8))
def test_taking_the_apostrophe_away_is_the_exact_opposite_of_adding_it(text: str) -> None:
    assert text_back(safe_text(text)) == text


def test_several_sheets_follow_each_other_under_their_names() -> None:
    first, second = (Fane(name, (Sojle("tekst"),), (("a",),)) for name in ("Aftaler", "=Timer"))

    content = render_regneark(Regneark("Sag", (first, second)), "csv")

    assert content == "\ufeffAftaler\r\ntekst\r\na\r\n\r\n'=Timer\r\ntekst\r\na\r\n"


def test_the_same_values_are_the_same_file() -> None:
    assert made(("2026-11-20", 1, "a")) == made(("2026-11-20", 1, "a"))
