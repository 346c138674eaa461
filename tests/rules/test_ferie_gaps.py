"""The gaps over a holiday, at the edges and against a slow second computation, day by day."""

from datetime import date, timedelta

import pytest
from forlob_days import IS_WORKDAY
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.model.ferie import Ferie
from vforlob.rules.ferie import (
    AGREED,
    BORGER,
    CALENDAR,
    END,
    OWN,
    POSSIBLE,
    VIRKSOMHED,
    Course,
    Gap,
    Span,
    is_free,
    lacking,
    spans_of,
    with_calendar,
)

DAY = timedelta(days=1)


def d(text: str) -> date:
    return date.fromisoformat(text)


def span(first: str, last: str, whose: str = OWN) -> Span:
    return Span(d(first), d(last), whose)


def course(*held: str, agreed: str = "", start: str = "2026-01-05", slut: str = "") -> Course:
    return Course(
        tuple(map(d, held)), (d(agreed),) if agreed else (), d(start) if start else None, d(slut) if slut else None
    )


def gaps(
    it: Course, *spans: Span, window: tuple[str, str] = ("2026-06-01", "2027-03-01"), limit: int = 14
) -> list[Gap]:
    return list(lacking(it, spans, span(*window), limit, IS_WORKDAY))


def told(found: list[Gap]) -> list[tuple[str, str, str, int]]:
    return [(gap.before.isoformat(), gap.after.isoformat(), gap.how, gap.days) for gap in found]


SUMMER = span("2026-07-13", "2026-07-31")
EDGES = {
    "nothing agreed: the first working day after it": (
        course("2026-07-09"), (SUMMER,), [("2026-07-09", "2026-08-03", POSSIBLE, 25)]),
    "agreed soon after": (
        course("2026-07-09", agreed="2026-08-05"), (SUMMER,), [("2026-07-09", "2026-08-05", AGREED, 27)]),
    "agreed on a day away is not held": (
        course("2026-07-09", agreed="2026-07-20"), (SUMMER,), [("2026-07-09", "2026-08-03", POSSIBLE, 25)]),
    "one day away, and spoken with the day before": (course("2026-07-08"), (span("2026-07-09", "2026-07-09"),), []),
    "one day away, and not spoken with for long": (
        course("2026-06-20"), (span("2026-07-09", "2026-07-09"),), [("2026-06-20", "2026-07-10", POSSIBLE, 20)]),
    "exactly as many days as may be": (course("2026-07-20"), (span("2026-07-27", "2026-07-31"),), []),
    "one more than may be": (
        course("2026-07-19"), (span("2026-07-27", "2026-07-31"),), [("2026-07-19", "2026-08-03", POSSIBLE, 15)]),
    "two that overlap are one stretch": (
        course("2026-07-09"), (span("2026-07-13", "2026-07-24"), span("2026-07-20", "2026-08-02", VIRKSOMHED)),
        [("2026-07-09", "2026-08-03", POSSIBLE, 25)]),
    "one begins where the other ends": (
        course("2026-07-09"), (span("2026-07-13", "2026-07-19", BORGER), span("2026-07-20", "2026-08-02")),
        [("2026-07-09", "2026-08-03", POSSIBLE, 25)]),
    "over New Year, with its closing days": (
        course("2026-12-18"), (span("2026-12-21", "2027-01-03"),), [("2026-12-18", "2027-01-04", POSSIBLE, 17)]),
    "public holidays lie after it": (
        course("2026-12-10"), (span("2026-12-14", "2026-12-23"),), [("2026-12-10", "2026-12-28", POSSIBLE, 18)]),
    "the forløb ends inside": (
        course("2026-07-09", slut="2026-07-29"), (SUMMER,), [("2026-07-09", "2026-07-29", END, 20)]),
    "the forløb ended before": (course("2026-07-09", slut="2026-07-10"), (SUMMER,), []),
    "the forløb starts after": (course(start="2026-08-10"), (SUMMER,), []),
    "the forløb starts inside": (
        course(start="2026-07-15"), (SUMMER,), [("2026-07-15", "2026-08-03", POSSIBLE, 19)]),
    "nothing to count from": (course(start=""), (SUMMER,), []),
    "from the first day when nobody has spoken yet": (
        course(start="2026-07-06"), (SUMMER,), [("2026-07-06", "2026-08-03", POSSIBLE, 28)]),
    "two holidays far apart, nothing between: counted from the first possible day": (
        course("2026-07-09"), (SUMMER, span("2026-10-12", "2026-10-16")),
        [("2026-07-09", "2026-08-03", POSSIBLE, 25), ("2026-08-03", "2026-10-19", POSSIBLE, 77)]),
    "outside the window": (course("2026-03-01"), (span("2026-04-01", "2026-05-01"),), []),
    "a holiday of the calendar leaves what is agreed in it": (
        course("2026-07-09", agreed="2026-07-20"), (span("2026-07-13", "2026-07-31", CALENDAR),), []),
}  # fmt: skip


@pytest.mark.parametrize("edge", EDGES)
def test_the_gaps_at_the_edges(edge: str) -> None:
    given_course, spans, expected = EDGES[edge]

    assert told(gaps(given_course, *spans)) == expected


def test_a_leap_day_is_a_day() -> None:
    away = span("2028-02-21", "2028-03-03")

    found = gaps(course("2028-02-18", start="2028-01-03"), away, window=("2028-02-01", "2028-04-01"))

    assert told(found) == [("2028-02-18", "2028-03-06", POSSIBLE, 17)]


@pytest.mark.parametrize(("first", "last", "before", "after", "days"), [
    ("2026-03-23", "2026-04-05", "2026-03-20", "2026-04-07", 18),  # the clocks go forward on 29 March; Easter follows
    ("2026-10-19", "2026-10-30", "2026-10-16", "2026-11-02", 17),  # and back on 25 October
])  # fmt: skip
def test_a_night_of_another_length_is_one_night(first: str, last: str, before: str, after: str, days: int) -> None:
    found = gaps(course(before), span(first, last), window=("2026-01-01", "2026-12-31"))

    assert told(found) == [(before, after, POSSIBLE, days)]


def test_the_reasons_are_those_away_in_the_gap() -> None:
    away = (SUMMER, span("2026-07-20", "2026-07-24", VIRKSOMHED), span("2026-09-01", "2026-09-04", BORGER))

    first = gaps(course("2026-07-09"), *away)[0]

    assert [one.whose for one in first.spans] == [OWN, VIRKSOMHED]
    assert first.first == d("2026-07-13")


def test_a_period_the_wrong_way_round_is_none() -> None:
    ferier = (Ferie(1, None, None, "2026-07-31", "2026-07-13"), Ferie(2, 7, None, "2026-07-13", "2026-07-13"))

    assert spans_of(ferier) == (span("2026-07-13", "2026-07-13", BORGER),)


def test_the_calendar_stands_until_her_own_holiday_is_written() -> None:
    summer = Span(d("2026-06-29"), d("2026-08-09"), CALENDAR, "sommerferie")

    assert with_calendar((SUMMER,), (summer,)) == (SUMMER,)
    assert summer in with_calendar((SUMMER._replace(whose=BORGER),), (summer,))


# --- against a slow, plain second computation ---

FIRST = d("2026-06-15")
days = st.integers(0, 250).map(lambda nth: FIRST + nth * DAY)
spans_drawn = st.lists(
    st.tuples(days, st.integers(0, 30), st.sampled_from([OWN, BORGER, VIRKSOMHED, CALENDAR])).map(
        lambda it: Span(it[0], it[0] + it[1] * DAY, it[2])
    ),
    max_size=5,
)
courses = st.builds(
    Course,
    held=st.lists(days, max_size=4).map(lambda found: tuple(sorted(found))),
    agreed=st.lists(days, max_size=1).map(tuple),
    start=st.none() | days,
    slut=st.none() | days,
)


def slowly(it: Course, spans: list[Span], window: Span, limit: int) -> list[tuple[date, date]]:
    """Walk through every single day and look in both directions from it, a day at a time."""
    hard = [one for one in spans if one.whose != CALENDAR]
    spoken = set(it.held)
    for day in it.agreed:
        if not [one for one in hard if one.first <= day <= one.last]:
            spoken.add(day)
    found: list[tuple[date, date]] = []
    day = window.first
    while day <= window.last:
        away = any(one.first <= day <= one.last for one in spans)
        inside = (it.start is None or day >= it.start) and (it.slut is None or day <= it.slut)
        if away and inside and day not in spoken:
            before = day - DAY
            while before not in spoken and before > d("2025-01-01"):
                before -= DAY
            if it.start is not None and it.start <= day:
                before = max(before, it.start)
            after = day + DAY
            if any(one > day for one in spoken):
                while after not in spoken:
                    after += DAY
            else:
                while not IS_WORKDAY(after) or any(one.first <= after <= one.last for one in spans):
                    after += DAY
            if it.slut is not None:
                after = min(after, it.slut)
            is_new = (before, after) not in found
            if before > d("2025-01-01") and (after - before).days > limit and is_new:
                found.append((before, after))
                spoken.add(after)
        day += DAY
    return found


@given(courses, spans_drawn, days, st.integers(0, 120), st.integers(1, 40))
@settings(max_examples=200, deadline=None)
def test_the_gaps_are_those_found_a_day_at_a_time(
    it: Course, spans: list[Span], first: date, length: int, limit: int
) -> None:
    window = Span(first, first + length * DAY)

    found = lacking(it, spans, window, limit, IS_WORKDAY)

    assert [(gap.before, gap.after) for gap in found] == slowly(it, spans, window, limit)
    assert all(gap.days > limit and gap.before <= gap.first <= gap.after for gap in found)
    assert all(is_free(gap.after, spans, IS_WORKDAY) for gap in found if gap.how == POSSIBLE)
