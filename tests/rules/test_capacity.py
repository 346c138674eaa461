"""Contacts beside what there is room for, and for whom a call will do. Never for whom it must not."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_overblik_counted import LINES, RULES, TODAYS

from vforlob.model.linje import Linje
from vforlob.rules.capacity import calls, over, two_weeks
from vforlob.rules.overblik.values import Opkald, Tal, Uge

TODAY = date(2026, 11, 23)  # a Monday of week 48
# Spoken with both last Thursday, nothing open, the next contact on Wednesday: a call will do.
CAN = Linje(
    *(21, 7, 4, "virksomhedspraktik", "aben", "2026-09-01", "2027-01-31"),
    naeste="2026-11-25",
    naeste_kilde="aftalt",
    naeste_agenda="opfolgning",
    sidste="2026-11-19",
    sidste_virksomhed="2026-11-19",
    sidste_borger="2026-11-19",
)


def named(*lines: Linje, today: date = TODAY) -> tuple[int, ...]:
    return tuple(one.forlob for one in two_weeks(lines, today, RULES)[0].opkald)


def test_a_call_will_do_where_both_were_spoken_with_and_nothing_is_open() -> None:
    assert named(CAN) == (21,)


@pytest.mark.parametrize(
    "why_not",
    [
        {"frist": "2026-11-29"},  # the Sunday of that week
        {"frist": "2026-11-01"},  # over its day
        {"aabne_aftaler": 1},
        {"start": "2026-10-27"},  # 27 days
        {"start": "2026-12-01"},
        {"start": None},
        {"slut": "2026-12-07"},
        {"slut": "2026-11-20"},
        {"taet": "ja"},
        {"taet": "obs"},
        {"sidste_borger": "2026-11-15"},  # eight days
        {"sidste_virksomhed": "2026-11-15"},
        {"sidste_virksomhed": None},
        {"naeste": "2026-11-22"},  # late
        {"naeste": "2026-11-23"},  # today: it is too late to change it
        {"naeste_agenda": "midtvejs"},
        {"naeste_agenda": "afslutning"},
        {"naeste_agenda": "eftervaern", "status": "lukket", "lukket": "2026-10-01", "eftervaern": "2027-10-01"},
    ],
)
def test_a_call_is_never_proposed(why_not: dict[str, object]) -> None:
    assert named(CAN._replace(**why_not)) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "still",
    [
        {"frist": "2026-11-30"},
        {"start": "2026-10-26"},  # 28 days
        {"slut": "2026-12-08"},
        {"slut": None},
        {"sidste_borger": "2026-11-16"},  # seven days
    ],
)
def test_it_is_right_up_to_the_limit(still: dict[str, object]) -> None:
    assert named(CAN._replace(**still)) == (21,)  # type: ignore[arg-type]


def test_first_what_nobody_agreed_on_then_who_was_spoken_with_last_then_by_number() -> None:
    not_agreed = CAN._replace(forlob=40, naeste_kilde="forlob.interval", sidste_borger="2026-11-17")
    newest = CAN._replace(forlob=30, sidste_borger="2026-11-20", sidste_virksomhed="2026-11-20")

    assert named(CAN, CAN._replace(forlob=5), newest, not_agreed) == (40, 30, 5, 21)


def test_only_as_many_as_it_takes_are_named() -> None:
    week = Uge("2026-11-23", "2026-11-29", Tal(12), Tal(2), tuple(Opkald(nr, "", "") for nr in range(1, 7)))

    assert [one.forlob for one in calls(week, 10)] == [1, 2, 3, 4]
    assert (over(week, 10), over(week, 14), over(week, 99), over(week, None)) == (4, 0, 0, 0)
    assert (calls(week, 14), calls(week, None)) == ((), ())
    assert len(calls(week, 1)) == 6  # and there is still too much


def test_what_is_late_is_due_in_this_week_and_what_was_held_in_it_counts_beside() -> None:
    late, sunday, monday, later = (
        CAN._replace(forlob=nr, naeste=day)
        for nr, day in enumerate(("2026-10-01", "2026-11-29", "2026-11-30", "2026-12-07"), 1)
    )
    held = CAN._replace(forlob=9, naeste=None, sidste="2026-11-23")

    this, following = two_weeks((late, sunday, monday, later, held), TODAY, RULES)

    assert (this.fra, this.til, this.kontakter.numre, this.holdt.numre) == ("2026-11-23", "2026-11-29", (1, 2), (9,))
    assert (following.fra, following.kontakter.numre, following.holdt.numre) == ("2026-11-30", (3,), ())


def test_who_is_over_time_is_named_the_latest_first_and_eftervaern_last() -> None:
    late = CAN._replace(forlob=1, naeste="2026-11-20")
    later = CAN._replace(forlob=2, naeste="2026-11-10")
    today = CAN._replace(forlob=3, naeste="2026-11-23")
    job = CAN._replace(forlob=4, naeste="2026-07-31", naeste_agenda="eftervaern", status="lukket")

    this, following = two_weeks((job, late, today, later), TODAY, RULES)

    assert (this.sene, following.sene) == ((2, 1, 4), ())


def test_the_week_of_new_year_has_its_own_monday() -> None:
    """The 1st of January 2027 is a Friday of week 53."""
    new_year = CAN._replace(naeste="2027-01-03", start="2026-06-01", slut=None)

    this, following = two_weeks((new_year, new_year._replace(forlob=22, naeste="2027-01-04")), date(2027, 1, 1), RULES)

    assert (this.fra, this.til, this.kontakter.numre) == ("2026-12-28", "2027-01-03", (21,))
    assert (following.fra, following.kontakter.numre) == ("2027-01-04", (22,))


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=10, unique_by=lambda it: it.forlob), TODAYS)
def test_nobody_who_needs_more_than_a_call_is_ever_named(lines: list[Linje], today: date) -> None:
    by_number = {line.forlob: line for line in lines}
    going = [line for line in lines if line.status != "lukket"]

    for week in two_weeks(going, today, RULES):
        assert {one.forlob for one in week.opkald} <= set(week.kontakter.numre)
        for one in week.opkald:
            line = by_number[one.forlob]
            assert date.fromisoformat(line.start or "") <= today - timedelta(weeks=4)
            assert line.taet == "nej"
            assert line.aabne_aftaler == 0
            assert line.frist is None or line.frist > week.til
            assert min(line.sidste_borger or "", line.sidste_virksomhed or "") >= str(today - timedelta(days=7))
            assert today.isoformat() < (line.naeste or "") <= week.til
