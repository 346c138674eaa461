"""Why a virksomhed is on the round of calls, and on which day."""

from datetime import date
from typing import Any

import pytest
from forlob_days import IS_WORKDAY, RULES, case_of, forlob_of
from hypothesis import given
from hypothesis import strategies as st

from vforlob.model.aftale import Aftale
from vforlob.model.facts import Facts
from vforlob.model.kontakt import Kontakt
from vforlob.rules.ringerunde import (
    AFTALE,
    APPOINTMENT,
    NEVER_CALLS,
    TURN,
    FixedTime,
    Reason,
    day_to_call,
    is_in,
    never_calls,
    read_fixed_time,
    reasons,
)
from vforlob.rules.weeks import Week

TODAY = date(2026, 11, 20)
WEEK, NEXT = Week(2026, 47), Week(2026, 48)


def facts(**over: Any) -> Facts:
    return Facts(case_of(forlob_of(), reached=("2026-11-18",))._replace(**over))


@pytest.mark.parametrize(("text", "weekday", "clock"), [
    ("tirsdag kl. 9", 1, "09:00"), ("tirsdage 9.15", 1, "09:15"), ("ons. kl 14:30", 2, "14:30"), ("mandag", 0, None),
    ("man og ons kl. 10", 0, "10:00"), ("om formiddagen", None, None), ("kl. 13", None, "13:00"), ("", None, None),
    (None, None, None), ("kl. 99", None, None), ("FREDAGE KL 8", 4, "08:00"), ("lørdag 10", 5, "10:00"),
])  # fmt: skip
def test_a_fixed_time_as_it_is_typed(text: str | None, weekday: int | None, clock: str | None) -> None:
    assert read_fixed_time(text) == FixedTime(weekday, clock)


@given(st.text(max_size=60))
def test_a_fixed_time_can_be_anything(text: str) -> None:
    found = read_fixed_time(text)

    assert found.weekday is None or 0 <= found.weekday <= 6


@pytest.mark.parametrize(("day", "week", "expected"), [
    ("2026-11-16", WEEK, True), ("2026-11-22", WEEK, True), ("2026-11-23", WEEK, False), ("2026-01-05", WEEK, True),
    ("2026-11-22", NEXT, False), ("2026-11-20", NEXT, False), ("2026-11-19", NEXT, True),
    ("2026-11-19", Week(2026, 49), False), ("2026-11-23", NEXT, True),
    ("2026-11-29", NEXT, True), ("2026-11-30", NEXT, False),
])  # fmt: skip
def test_what_is_overdue_belongs_to_the_week_that_is_running(day: str, week: Week, expected: bool) -> None:
    assert is_in(day, week, TODAY) is expected


def test_what_was_agreed_is_an_appointment_and_what_the_rules_ask_a_turn() -> None:
    agreed = Facts(case_of(forlob_of(), held=(("startmode", "2026-11-04"),), agreed="2026-11-25"))
    unagreed = Facts(case_of(forlob_of(), reached=("2026-11-04",)))

    assert [it.art for it in reasons(agreed, NEXT, TODAY, RULES, IS_WORKDAY)] == [TURN, APPOINTMENT]
    assert [it.art for it in reasons(unagreed, WEEK, TODAY, RULES, IS_WORKDAY)] == [TURN]


def test_what_the_virksomhed_has_promised_by_the_end_of_the_week() -> None:
    plain = Aftale(0, 7, 12, hvem=("virksomhed",))
    aftaler = (
        plain._replace(nr=1, hvad="seddel", frist="2026-11-13"),
        plain._replace(nr=2, hvad="nøgle"),
        plain._replace(nr=3, hvad="senere", frist="2026-12-24"),
        plain._replace(nr=4, hvad="gjort", frist="2026-11-13", status="gjort"),
        plain._replace(nr=5, hvad="borgerens", hvem=("borger",), frist="2026-11-13"),
    )

    found = reasons(facts(aftaler=aftaler), WEEK, TODAY, RULES, IS_WORKDAY)

    assert [it.tekst for it in found if it.art == AFTALE] == ["nøgle", "seddel"]


@pytest.mark.parametrize(("start", "called", "reached", "expected"), [
    ("2026-10-23", (), (), True),  # four weeks before the Sunday of the week, and some
    ("2026-10-25", (), (), True), ("2026-10-26", (), (), False),
    ("2026-10-01", ("2026-10-10",), (), False),
    ("2026-10-01", (), ("2026-11-13",), False), ("2026-10-01", (), ("2026-11-12",), True),
])  # fmt: skip
def test_a_virksomhed_that_never_calls(
    start: str, called: tuple[str, ...], reached: tuple[str, ...], expected: bool
) -> None:
    kontakter = [Kontakt(0, 7, 12, day, med=("virksomhed",), hvem_ringede="virksomhed") for day in called]
    kontakter += [Kontakt(0, 7, 12, day, med=("virksomhed",), hvem_ringede="konsulent") for day in reached]
    it = Facts(case_of(forlob_of(start, None))._replace(kontakter=tuple(kontakter)))

    assert never_calls(it, WEEK, TODAY, RULES) is expected
    assert (NEVER_CALLS in [one.art for one in reasons(it, WEEK, TODAY, RULES, IS_WORKDAY)]) is expected


def test_a_closed_forlob_is_no_reason() -> None:
    assert (
        reasons(Facts(case_of(forlob_of(status="lukket", lukket="2026-11-10"))), WEEK, TODAY, RULES, IS_WORKDAY) == ()
    )


@pytest.mark.parametrize(("found", "fixed", "week", "expected"), [
    ((), None, NEXT, None), ((), 1, NEXT, "2026-11-24"), ((), 0, WEEK, None), ((), 4, WEEK, "2026-11-20"),
    ((Reason(APPOINTMENT, "2026-11-26"),), 1, NEXT, "2026-11-26"),
    ((Reason(TURN, "2026-11-26"),), 1, NEXT, "2026-11-24"),
    ((Reason(APPOINTMENT, "2026-11-17"),), None, WEEK, None),  # its day is over
    ((), 4, Week(2026, 53), "2026-12-30"),  # 31 December and 1 January are no working days: the nearest before
    ((), 0, Week(2027, 12), "2027-03-22"), ((), 3, Week(2027, 12), "2027-03-24"),  # Maundy Thursday
    ((), 0, Week(2027, 13), "2027-03-30"),  # Easter Monday is the first day: after it
])  # fmt: skip
def test_the_day_to_call(found: tuple[Reason, ...], fixed: int | None, week: Week, expected: str | None) -> None:
    day = day_to_call(found, FixedTime(fixed), week, TODAY, IS_WORKDAY)

    assert (day.isoformat() if day else None) == expected
