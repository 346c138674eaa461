"""How dates, times and numbers are written."""

from datetime import date

import pytest

from vforlob.rules import danish


def test_a_date_is_written_with_weekday_year_and_week():
    assert danish.long_date("2026-12-01") == "tirsdag den 1. december 2026 (uge 49)"
    assert danish.weekday_date(date(2026, 12, 1)) == "tirsdag den 1. december"
    assert danish.plain_date("2026-12-01") == "1. december 2026"


def test_a_short_date_names_another_year():
    assert danish.short_date("2026-12-01", "2026-11-24") == "1/12"
    assert danish.short_date("2027-01-05", "2026-11-24") == "5/1-27"


@pytest.mark.parametrize(("time", "written"), [("14:30", "kl. 14.30"), ("09:00", "kl. 9"), ("09:05", "kl. 9.05")])
def test_a_time_is_written(time, written):
    assert danish.clock(time) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(12.5, "12,5"), (12.0, "12"), (0, "0"), (-0.0, "0"), (-3, "-3"), (1 / 3, "0,3333"), (1200, "1200")],
)
def test_a_number_is_written(value, written):
    assert danish.number(value) == written


def test_one_is_singular():
    assert danish.counted(1, "dag", "dage") == "1 dag"
    assert danish.counted(2, "dag", "dage") == "2 dage"
    assert danish.with_unit(1, "timer om ugen") == "1 time om ugen"
    assert danish.with_unit(12.5, "timer") == "12,5 timer"
    assert danish.with_unit(3, "") == "3"


def test_a_list_ends_with_og():
    assert [danish.listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a og b",
        "a, b og c",
    ]


def test_what_was_typed_is_quoted_short_and_harmless():
    assert danish.quoted("32/11") == "»32/11«"
    assert danish.quoted("a\x1b[2J\nb") == "»a\ufffd[2J b«"
    assert len(danish.quoted("x" * 100)) == 42
