"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.errors.answer import BadAnswer
from vforlob.rules.danish import number
from vforlob.rules.numbers import as_number, read_number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("12½", 12.5),
        ("12 ½", 12.5),
        ("½", 0.5),
        ("1¼", 1.25),
        ("12 t", 12),
        ("12 t.", 12),
        ("12,5 timer", 12.5),
        ("12,5 timer om ugen", 12.5),
        ("12t", 12),
        ("12:30", 12.5),
        ("12 t 30 min", 12.5),
        ("3 dage", 3),
        ("2 gange", 2),
        ("450 kr.", 450),
        ("0", 0),
        ("-3", -3),
        ("−3", -3),
        (",5", None),
        ("tre", 3),
        ("Tolv", 12),
        ("ingen", 0),
        ("halvanden", 1.5),
        ("0.125", 0.125),
        ("1.200,5", 1200.5),
        (" 7 ", 7),
    ],
)
def test_a_number_is_read(typed, value):
    if value is None:
        with pytest.raises(BadAnswer):
            read_number(typed)
    else:
        assert read_number(typed) == value


@pytest.mark.parametrize(
    ("typed", "unit", "sentence"),
    [
        ("", "", "er ikke et tal. Skriv fx 12 eller 12,5."),
        ("mange", "", "er ikke et tal"),
        ("12 æbler", "", "er ikke et tal"),
        ("45 min", "timer", "er ikke et tal"),
        ("1-2", "", "er ikke et tal"),
        ("1e5", "", "er ikke et tal"),
        ("1.200", "", "Skriv 1200 eller 1,200."),
        ("7.30", "timer", "Skriv 7,5 for 7 timer og 30 minutter."),
        ("12:75", "timer", "er ikke et antal timer"),
        ("9" * 40, "", "er ikke et tal"),
    ],
)
def test_what_is_no_number_or_two_is_refused(typed, unit, sentence):
    with pytest.raises(BadAnswer) as refused:
        read_number(typed, unit)

    assert sentence in refused.value.sentence


def test_a_unit_may_stand_behind_the_number():
    assert read_number("45 min", "minutter") == 45
    assert read_number("12 timer om ugen", "timer om ugen") == 12


@given(st.integers(-100_000, 100_000) | st.decimals(0, 999, places=2).map(float))
def test_a_number_as_it_is_written_reads_back(value):
    written = number(value)

    assert read_number(written) == pytest.approx(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 1e12])
def test_what_is_no_number_to_a_person_is_refused(value):
    with pytest.raises(BadAnswer):
        as_number(value)


def test_a_whole_number_is_an_int():
    assert isinstance(read_number("12,0"), int)
    assert isinstance(as_number(20.0), int)
