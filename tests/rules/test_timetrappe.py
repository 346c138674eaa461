"""Hours as steps in time: what holds on a day, how long it has stood still, what is aimed at."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.model.timer import Timer
from vforlob.rules.timetrappe import aim, in_force, level, paid, sparkline, steps

FIRST = Timer(1, 1, 1, "2026-11-04", praktik=12.5)
SAME = Timer(2, 1, 1, "2026-11-18", praktik=12.5, ordinaer=0)
MORE = Timer(3, 1, 1, "2026-12-02", praktik=10, ordinaer=4)
GOAL = Timer(4, 1, 1, "2027-01-15", ordinaer=8, art="mal")
ALL = (FIRST, SAME, MORE, GOAL)


@pytest.mark.parametrize(
    ("day", "nr"),
    [("2026-11-03", None), ("2026-11-04", 1), ("2026-11-17", 1), ("2026-11-18", 2), ("2026-12-02", 3)],
)
def test_the_newest_step_that_has_begun_holds(day: str, nr: int | None) -> None:
    step = in_force(ALL, day)

    assert (step.nr if step else None) == nr


@pytest.mark.parametrize(
    ("day", "since", "weeks"),
    [
        ("2026-11-04", "2026-11-04", 0),
        ("2026-11-10", "2026-11-04", 0),
        ("2026-11-11", "2026-11-04", 1),
        ("2026-12-01", "2026-11-04", 3),  # the second step changed nothing
        ("2026-12-02", "2026-12-02", 0),
        ("2026-12-16", "2026-12-02", 2),
    ],
)
def test_a_step_with_the_same_hours_is_a_standstill(day: str, since: str, weeks: int) -> None:
    found = level(ALL, date.fromisoformat(day))

    assert found is not None
    assert (found.since, found.weeks) == (since, weeks)


def test_hours_that_went_up_and_down_again_have_not_stood_still() -> None:
    back = MORE._replace(nr=9, fra="2026-12-16", praktik=12.5, ordinaer=None)

    found = level((*ALL, back), date(2026, 12, 23))

    assert found is not None
    assert (found.since, found.weeks) == ("2026-12-16", 1)


def test_before_the_first_step_there_is_no_level() -> None:
    assert level(ALL, date(2026, 11, 3)) is None
    assert level((), date(2026, 11, 3)) is None


def test_of_two_steps_on_a_day_the_later_counts() -> None:
    again = FIRST._replace(nr=8, praktik=15)

    assert steps((again, FIRST)) == (again,)


def test_the_goal_set_last_counts_and_is_no_step() -> None:
    newer = GOAL._replace(nr=7, ordinaer=5)

    assert aim((newer, *ALL)) == newer
    assert newer not in steps((newer, *ALL))
    assert aim((FIRST,)) is None


@pytest.mark.parametrize(("step", "hours"), [(None, 0), (FIRST, 0), (MORE, 4)])
def test_paid_hours_are_the_ordinary_ones(step: Timer | None, hours: float) -> None:
    assert paid(step) == hours


def test_the_bars_are_the_hours_of_the_steps_that_have_begun() -> None:
    assert sparkline(ALL, date(2026, 11, 20)) == (12.5, 12.5)
    assert sparkline(ALL, date(2026, 12, 2)) == (12.5, 12.5, 14)


days = st.dates(date(2025, 1, 1), date(2028, 1, 1))


@given(st.lists(st.tuples(days, st.integers(0, 37)), max_size=8), days)
def test_a_level_began_before_today_and_is_that_of_today(found: list[tuple[date, int]], today: date) -> None:
    timer = [Timer(nr, 1, 1, day.isoformat(), praktik=hours) for nr, (day, hours) in enumerate(found, 1)]

    at = level(timer, today)

    assert (at is None) == (in_force(timer, today.isoformat()) is None)
    if at is not None:
        assert at.step == in_force(timer, today.isoformat())
        assert at.since <= today.isoformat()
        assert timedelta(weeks=at.weeks) <= today - date.fromisoformat(at.since) < timedelta(weeks=at.weeks + 1)
