"""What a henvendelse does to its wish, and how many there were in a week, on both sides of every edge."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.model.jobabning import Henvendelse
from vforlob.rules.match.asked import STATUS_AFTER, asked_in_week, by_virksomhed, status_after

ORDER = ("ikke_afsogt", "kontaktet", "snuset", "afvist", "match")
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def made(trin: str, virksomhed: int = 1, nr: int = 9, dato: str = "2026-11-20") -> Henvendelse:
    return Henvendelse(nr, 7, virksomhed, 1, dato=dato, trin=trin)


@pytest.mark.parametrize(
    ("status", "trin", "after"),
    [
        ("ikke_afsogt", "kontaktet", "kontaktet"),
        ("ikke_afsogt", "samtale", "kontaktet"),
        ("ikke_afsogt", "snusebesog", "snuset"),
        ("ikke_afsogt", "aftale", "match"),
        ("ikke_afsogt", "afslag", "afvist"),
        ("kontaktet", "snusebesog", "snuset"),
        ("snuset", "kontaktet", "snuset"),
        ("snuset", "samtale", "snuset"),
        ("snuset", "aftale", "match"),
        ("afvist", "kontaktet", "afvist"),
        ("afvist", "aftale", "match"),
        ("match", "kontaktet", "match"),
        ("match", "afslag", "match"),
    ],
)
def test_a_wish_follows_and_never_goes_back_by_itself(status: str, trin: str, after: str) -> None:
    assert status_after(status, made(trin), ()) == after


def test_a_no_from_one_is_no_no_while_another_considers_it() -> None:
    waits = made("kontaktet", virksomhed=2, nr=1)

    assert status_after("kontaktet", made("afslag"), (waits,)) == "kontaktet"
    assert status_after("kontaktet", made("afslag"), (waits, made("afslag", virksomhed=2, nr=2))) == "afvist"


def test_an_earlier_step_with_the_one_that_said_no_does_not_keep_it_open() -> None:
    assert status_after("kontaktet", made("afslag"), (made("kontaktet", nr=1),)) == "afvist"


@given(
    st.sampled_from(ORDER), st.lists(st.tuples(st.sampled_from(sorted(STATUS_AFTER)), st.integers(1, 3)), max_size=8)
)
def test_whatever_is_written_the_status_only_moves_on(status: str, steps: list[tuple[str, int]]) -> None:
    others: list[Henvendelse] = []
    for nr, (trin, virksomhed) in enumerate(steps, 1):
        new = made(trin, virksomhed, nr)
        after = status_after(status, new, others)
        assert ORDER.index(after) >= ORDER.index(status)
        others.append(new)
        status = after


@pytest.mark.parametrize(
    ("dato", "day", "counted"),
    [
        ("2026-11-16", "2026-11-20", 1),  # Monday
        ("2026-11-22", "2026-11-20", 1),  # Sunday of the same week
        ("2026-11-15", "2026-11-20", 0),
        ("2026-11-23", "2026-11-20", 0),
        ("2026-12-31", "2027-01-03", 1),  # one week over New Year
        ("2028-02-29", "2028-03-05", 1),
        ("2026-10-25", "2026-10-19", 1),  # the night the clock is set back
    ],
)
def test_a_week_is_monday_to_sunday(dato: str, day: str, counted: int) -> None:
    assert asked_in_week([made("kontaktet", dato=dato)], date.fromisoformat(day)) == counted


@given(st.lists(DAYS, max_size=20), DAYS)
def test_the_week_is_counted_as_the_calendar_does(days: list[date], day: date) -> None:
    found = [made("kontaktet", dato=one.isoformat()) for one in days]

    slow = sum(1 for one in days if one.isocalendar()[:2] == day.isocalendar()[:2])

    assert asked_in_week(found, day) == slow


@given(st.lists(DAYS, min_size=1, max_size=20))
def test_every_henvendelse_is_in_exactly_one_week(days: list[date]) -> None:
    found = [made("kontaktet", dato=one.isoformat()) for one in days]
    monday = min(days) - timedelta(days=min(days).weekday())
    weeks = range((max(days) - monday).days // 7 + 1)

    assert sum(asked_in_week(found, monday + timedelta(weeks=week)) for week in weeks) == len(days)


def test_the_steps_with_each_virksomhed_stand_by_day_and_the_newest_virksomhed_first() -> None:
    found = by_virksomhed(
        [
            made("snusebesog", 1, 3, "2026-11-10"),
            made("kontaktet", 1, 4, "2026-11-03"),
            made("kontaktet", 2, 2, "2026-11-12"),
        ]
    )

    assert {nr: [one.trin for one in steps] for nr, steps in found.items()} == {
        2: ["kontaktet"],
        1: ["kontaktet", "snusebesog"],
    }
    assert list(found) == [2, 1]
