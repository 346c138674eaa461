"""Weeks and stretches of days as they are typed."""

from contextlib import suppress
from datetime import date

import pytest
from forlob_days import RULES
from hypothesis import given
from hypothesis import strategies as st

from vforlob.errors.answer import BadAnswer
from vforlob.rules.ferie import CALENDAR
from vforlob.rules.ferie_periode import calendar_spans, read_period
from vforlob.rules.weeks import Week, read_week, week_of

TODAY = date(2026, 11, 20)  # a Friday of week 47


@pytest.mark.parametrize(("typed", "week"), [
    ("", (2026, 47)), ("denne uge", (2026, 47)), ("næste", (2026, 48)), ("i næste uge", (2026, 48)),
    ("49", (2026, 49)), ("uge 49", (2026, 49)), ("Uge 49.", (2026, 49)), ("uge49", (2026, 49)), ("53", (2026, 53)),
    ("1", (2027, 1)), ("20", (2027, 20)), ("uge 1 2027", (2027, 1)), ("1/2027", (2027, 1)), ("uge 1, 2027", (2027, 1)),
])  # fmt: skip
def test_a_week_as_it_is_typed(typed: str, week: tuple[int, int]) -> None:
    assert read_week(typed, TODAY) == Week(*week)


@pytest.mark.parametrize(("typed", "said"), [
    ("54", "Der er ikke nogen uge 54"), ("0", "Der er ikke nogen uge 0"), ("uge 53 2027", "2027 har ikke nogen uge 53"),
    ("40", "Uge 40 i 2026 er forbi"), ("uge 1 1700", "Årstallet 1700 kan ikke passe"),
    ("snart", "»snart« er ikke en uge"),
    ("-3", "er ikke en uge"), ("4" * 500, "er ikke en uge"), ("uge 49 og 50", "er ikke en uge"),
])  # fmt: skip
def test_what_is_no_week_is_said(typed: str, said: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        read_week(typed, TODAY)

    assert said in refused.value.sentence


@pytest.mark.parametrize(("typed", "today", "said"), [
    ("52", date(2027, 1, 1), "skriv uge 52 2027."),  # still in week 53 of 2026
    ("50", date(2026, 12, 31), "skriv uge 50 2027."),
    ("uge 10 2024", date(2026, 11, 20), "skriv uge 10 2027."),
    ("uge 53 2020", date(2026, 11, 20), "og 2027 har ikke nogen uge 53."),
])  # fmt: skip
def test_the_week_proposed_instead_is_ahead_and_there_is_one(typed: str, today: date, said: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        read_week(typed, today)

    assert refused.value.sentence.endswith(said)


@given(st.dates(date(1999, 1, 1), date(2100, 12, 31)))
def test_a_week_holds_its_days_and_is_read_back(day: date) -> None:
    week = week_of(day)

    assert week.first <= day <= week.last
    assert week.first.weekday() == 0
    assert read_week(f"uge {week.number} {week.year}", day) == week


@pytest.mark.parametrize(("typed", "first", "last"), [
    ("uge 49", "2026-11-30", "2026-12-06"), ("uge 52-1", "2026-12-21", "2027-01-10"),
    ("uge 52 til uge 1", "2026-12-21", "2027-01-10"), ("uge 28-31", "2027-07-12", "2027-08-08"),
    ("uge 28-31 2028", "2028-07-10", "2028-08-06"), ("juli", "2027-07-01", "2027-07-31"),
    ("februar 2028", "2028-02-01", "2028-02-29"), ("sommer", "2027-07-05", "2027-08-15"),
    ("juleferien", "2026-12-21", "2027-01-10"), ("jul 2027", "2027-12-27", "2028-01-09"),
    ("20/12 - 4/1", "2026-12-20", "2027-01-04"), ("fra 1/7 til 31/7", "2027-07-01", "2027-07-31"),
    ("1-14. juli", "2027-07-01", "2027-07-14"), ("24/12-2026 til 3/1-2027", "2026-12-24", "2027-01-03"),
    ("20/12-26 - 4/1-27", "2026-12-20", "2027-01-04"), ("2026-12-20 - 2027-01-04", "2026-12-20", "2027-01-04"),
    ("31/12", "2026-12-31", "2026-12-31"), ("1/12 til uge 50", "2026-12-01", "2026-12-13"),
])  # fmt: skip
def test_a_stretch_as_it_is_typed(typed: str, first: str, last: str) -> None:
    found = read_period(typed, TODAY, RULES)

    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(("typed", "said"), [
    ("sludder", "er ikke en periode"), ("31/7-1/7", "slutter, før den begynder"), ("sommer 2020", "er forbi"),
    ("uge 60", "har ikke nogen uge 60"), ("1/1-2027 til 1/3-2028", "længere end et år"),
    ("30/2 - 3/3", "er ikke en periode"),
    ("-", "er ikke en periode"), ("uge 53 2027", "har ikke nogen uge 53"), ("1" * 500, "er ikke en periode"),
])  # fmt: skip
def test_what_is_no_stretch_is_said(typed: str, said: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        read_period(typed, TODAY, RULES)

    assert said in refused.value.sentence


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused_in_danish(typed: str) -> None:
    with suppress(BadAnswer):
        found = read_period(typed, TODAY, RULES)

        assert found.first <= found.last


def test_the_holidays_of_the_rules_are_whole_weeks_over_new_year() -> None:
    found = calendar_spans(date(2026, 12, 1), date(2027, 7, 10), RULES)

    assert [(one.name, one.first, one.last, one.whose) for one in found] == [
        ("juleferie", date(2026, 12, 21), date(2027, 1, 10), CALENDAR),
        ("sommerferie", date(2027, 7, 5), date(2027, 8, 15), CALENDAR),
    ]
