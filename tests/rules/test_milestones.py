"""The fixed days of a forløb: on working days, never after the end, at every odd length."""

from datetime import date, timedelta

import pytest
from forlob_days import IS_WORKDAY, RULES, forlob_of
from hypothesis import given
from hypothesis import strategies as st

from vforlob.rules.milestones import eftervaern_days, eftervaern_until, milestones
from vforlob.rules.rulebook import Rule, merged

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
SHORT = {
    "milepael_foer_start": "før",
    "milepael_dag_2": "dag 2",
    "milepael_uge_1": "uge 1",
    "milepael_uge_2": "uge 2",
    "milepael_uge_4": "uge 4",
    "milepael_midtvejs": "midtvejs",
    "forlob_slutter_dage": "før slut",
    "forlob.slut": "slut",
}


def days_of(start: str | None, slut: str | None) -> dict[str, str]:
    return {SHORT[one.id]: one.dato for one in milestones(forlob_of(start, slut), RULES, IS_WORKDAY)}


def test_a_forlob_of_thirteen_weeks_has_them_all_in_order() -> None:
    found = milestones(forlob_of("2026-11-04", "2027-02-02"), RULES, IS_WORKDAY)

    assert [(SHORT[one.id], one.dato, one.agenda) for one in found] == [
        ("før", "2026-11-03", "startmode"),
        ("dag 2", "2026-11-05", "opfolgning"),
        ("uge 1", "2026-11-11", "opfolgning"),
        ("uge 2", "2026-11-18", "opfolgning"),
        ("uge 4", "2026-12-02", "opfolgning"),
        ("midtvejs", "2026-12-18", "midtvejs"),  # half of 90 days is Saturday the 19th
        ("før slut", "2027-01-19", "opfolgning"),
        ("slut", "2027-02-02", "afslutning"),
    ]


@pytest.mark.parametrize(
    ("start", "name", "dato"),
    [
        ("2026-11-02", "før", "2026-10-30"),  # Monday: the Friday before
        ("2026-11-06", "dag 2", "2026-11-09"),  # Friday: Monday is the second day at work
        ("2026-11-07", "dag 2", "2026-11-09"),  # a Saturday in a shop
        ("2026-04-01", "dag 2", "2026-04-07"),  # the day before skærtorsdag
        ("2026-04-07", "før", "2026-04-01"),  # the first day after Easter
        ("2026-12-17", "uge 1", "2026-12-23"),  # Christmas Eve is closed
        ("2026-12-17", "uge 2", "2026-12-30"),  # New Year's Eve too
        ("2026-12-28", "før", "2026-12-23"),
        ("2026-05-29", "uge 1", "2026-06-04"),  # Grundlovsdag
        ("2028-02-22", "uge 1", "2028-02-29"),  # leap day
        ("2028-02-28", "dag 2", "2028-02-29"),
    ],
)
def test_weekends_holidays_and_closing_days_are_known(start: str, name: str, dato: str) -> None:
    assert days_of(start, None)[name] == dato


@pytest.mark.parametrize(
    ("start", "slut", "names"),
    [
        ("2026-11-02", None, ["før", "dag 2", "uge 1", "uge 2", "uge 4"]),
        ("2026-11-02", "2026-11-15", ["før", "dag 2", "midtvejs", "uge 1", "slut"]),  # two weeks
        ("2026-11-02", "2026-11-29", ["før", "dag 2", "uge 1", "midtvejs", "uge 2", "slut"]),
        ("2026-11-02", "2026-11-30", ["før", "dag 2", "uge 1", "midtvejs", "uge 2", "uge 4", "slut"]),
        ("2026-11-02", "2026-11-03", ["før", "dag 2", "slut"]),
        ("2026-11-02", "2026-11-04", ["før", "midtvejs", "dag 2", "slut"]),
        ("2026-11-02", "2026-11-02", ["før", "slut"]),
        ("2026-11-02", "2026-10-01", ["før", "dag 2", "uge 1", "uge 2", "uge 4"]),  # an end before the start is none
        (None, "2026-11-15", []),
        (None, None, []),
    ],
)
def test_none_lies_after_the_end_and_a_short_forlob_has_fewer(
    start: str | None, slut: str | None, names: list[str]
) -> None:
    found = days_of(start, slut)

    assert sorted(found, key=lambda name: (found[name], names.index(name) if name in names else 99)) == names


@pytest.mark.parametrize(
    ("slut", "midtvejs"),
    [
        ("2026-11-22", "2026-11-12"),  # 20 days after the start
        ("2026-11-23", "2026-11-12"),  # 21: the half is rounded down
        ("2026-11-24", "2026-11-13"),
        ("2026-11-26", "2026-11-13"),  # the half is a Saturday
        ("2027-10-31", "2027-04-30"),  # a year: half of it is a Sunday
    ],
)
def test_half_time_of_odd_lengths(slut: str, midtvejs: str) -> None:
    assert days_of("2026-11-02", slut)["midtvejs"] == midtvejs


def test_a_kommune_can_move_half_time_and_take_a_milestone_away() -> None:
    first = date(2000, 1, 1)
    later = Rule("milepael_midtvejs", "", 60, "procent", first, None, "", own=True)
    none = Rule("milepael_uge_2", "", 2, "uger", first, first, "", own=True)

    found = milestones(forlob_of("2026-11-02", "2027-02-10"), merged(RULES.rules, [later, none]), IS_WORKDAY)

    assert {one.id: one.dato for one in found}["milepael_midtvejs"] == "2026-12-30"
    assert "milepael_uge_2" not in {one.id for one in found}


@given(start=DAYS, length=st.none() | st.integers(0, 800))
def test_they_are_working_days_between_the_day_before_and_the_end(start: date, length: int | None) -> None:
    slut = (start + timedelta(length)).isoformat() if length is not None else None

    found = milestones(forlob_of(start.isoformat(), slut), RULES, IS_WORKDAY)

    assert [one.dato for one in found] == sorted(one.dato for one in found)
    assert found[0].id == "milepael_foer_start"
    assert found[0].dato < start.isoformat()
    assert all(one.dato >= start.isoformat() for one in found[1:])
    assert slut is None or found[-1].dato <= slut
    assert all(IS_WORKDAY(date.fromisoformat(one.dato)) or one.agenda == "afslutning" or length for one in found)


@pytest.mark.parametrize(
    ("lukket", "until", "days"),
    [
        (
            "2027-02-04",
            "2028-02-04",
            ["2027-02-11", "2027-03-04", "2027-05-04", "2027-08-04", "2027-11-04", "2028-02-04"],
        ),
        (
            "2028-02-29",  # leap day: the last day a year later is the 28th
            "2029-02-28",
            ["2028-03-07", "2028-03-28", "2028-05-29", "2028-08-29", "2028-11-29", "2029-02-28"],
        ),
        (
            "2026-11-30",  # the month with 28 days, a Sunday in it
            "2027-11-30",
            ["2026-12-07", "2026-12-28", "2027-02-26", "2027-05-28", "2027-08-30", "2027-11-30"],
        ),
    ],
)
def test_eftervaern_has_six_days_and_ends_after_twelve_months(lukket: str, until: str, days: list[str]) -> None:
    closed = forlob_of(status="lukket", lukket=lukket, eftervaern=until)

    assert eftervaern_until(date.fromisoformat(lukket), RULES) == date.fromisoformat(until)
    assert list(eftervaern_days(closed, RULES, IS_WORKDAY)) == days


@pytest.mark.parametrize(
    ("eftervaern", "count"),
    [("2027-02-10", 0), ("2027-02-11", 1), ("2027-06-01", 3), ("2030-01-01", 6), (None, 0)],
)
def test_eftervaern_can_be_shorter_but_no_longer(eftervaern: str | None, count: int) -> None:
    closed = forlob_of(status="lukket", lukket="2027-02-04", eftervaern=eftervaern)

    assert len(eftervaern_days(closed, RULES, IS_WORKDAY)) == count
