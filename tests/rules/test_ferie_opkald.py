"""The days proposed for calls around a holiday, and those for a stand-in while it is on."""

from collections import Counter
from datetime import date, timedelta

import pytest
from forlob_days import IS_WORKDAY, forlob_of
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.facts import Facts
from vforlob.model.ferie import Ferie
from vforlob.rules.ferie import AGREED, END, POSSIBLE, Gap, Span, is_free
from vforlob.rules.ferie_imens import APPOINTMENT, BEGINS, CALL, ENDS, MAY_CALL, Task, days_given, task_in
from vforlob.rules.ferie_opkald import Calls, Need, Room, call_plan
from vforlob.rules.kontaktplan import Due

DAY = timedelta(days=1)
ROOM = Room(6, 5)
TODAY = date(2026, 6, 15)
SUMMER = Span(date(2026, 7, 13), date(2026, 7, 31))


def d(text: str) -> date:
    return date.fromisoformat(text)


def need(nr: int, before: str, how: str = POSSIBLE, after: str = "2026-08-03", slut: str = "") -> Need:
    gap = Gap(d(before), SUMMER.first, d(after), how, (SUMMER,))
    return Need(nr, gap, (SUMMER,), d(slut) if slut else None)


def planned(
    *needs: Need, today: str = "2026-06-15", room: Room = ROOM, taken: tuple[str, ...] = ()
) -> tuple[Calls, ...]:
    return call_plan(needs, map(d, taken), room, d(today), IS_WORKDAY)


def test_the_last_day_before_and_the_first_after() -> None:
    assert planned(need(1, "2026-06-20")) == (Calls(1, d("2026-07-10"), d("2026-08-03"), 24),)


def test_calls_are_spread_over_the_nearest_days() -> None:
    found = planned(*(need(nr, "2026-06-20") for nr in range(1, 7)))

    assert [it.before for it in found] == [d(f"2026-07-{day:02}") for day in (10, 9, 8, 7, 6, 10)]
    assert [it.after for it in found] == [d(f"2026-08-{day:02}") for day in (3, 4, 5, 6, 7, 3)]


def test_days_that_are_full_are_left_alone() -> None:
    taken = tuple(f"2026-07-{day:02}" for day in (6, 7, 8, 9, 10)) * 2

    found = planned(need(1, "2026-06-20"), room=Room(2, 5), taken=taken)

    assert found[0].before == d("2026-07-03")


def test_when_nothing_is_free_before_it_is_said() -> None:
    found = planned(need(1, "2026-06-20"), today="2026-07-10", room=Room(1, 5), taken=("2026-07-10",))

    assert (found[0].before, found[0].is_full) == (None, True)


@pytest.mark.parametrize(("last", "before"), [
    ("2026-07-10", None), ("2026-07-06", None), ("2026-07-03", "2026-07-10"), ("2026-07-02", "2026-07-10"),
])  # fmt: skip
def test_who_was_spoken_with_in_the_last_days_needs_no_call_before(last: str, before: str | None) -> None:
    assert planned(need(1, last))[0].before == (d(before) if before else None)


def test_in_the_middle_of_a_holiday_only_what_comes_after_is_planned() -> None:
    assert planned(need(1, "2026-06-20"), today="2026-07-20")[0] == Calls(1, None, d("2026-08-03"), 44)


def test_what_is_agreed_after_stands_and_a_forlob_that_ends_gets_no_call_after() -> None:
    agreed, ending = planned(
        need(1, "2026-06-20", AGREED, "2026-08-05"), need(2, "2026-06-20", END, "2026-07-29", "2026-07-29")
    )

    assert (agreed.before, agreed.after, agreed.days) == (d("2026-07-10"), None, 26)
    assert (ending.before, ending.after, ending.days) == (d("2026-07-09"), None, 20)


needs_drawn = st.lists(
    st.tuples(st.integers(0, 25), st.sampled_from([POSSIBLE, AGREED, END])).map(
        lambda it: (d("2026-06-15") + it[0] * DAY, it[1])
    ),
    max_size=14,
)


@given(needs_drawn, st.integers(1, 4), st.integers(1, 6), st.integers(0, 40))
@settings(max_examples=150, deadline=None)
def test_no_day_is_overfull_closed_or_gone(drawn: list[tuple[date, str]], most: int, choice: int, ahead: int) -> None:
    needs = [need(nr, before.isoformat(), how) for nr, (before, how) in enumerate(drawn, 1)]
    today = TODAY + ahead * DAY

    found = call_plan(needs, (), Room(most, choice), today, IS_WORKDAY)

    days = [day for it in found for day in (it.before, it.after) if day is not None]
    assert max(Counter(days).values(), default=0) <= most
    assert all(is_free(day, (SUMMER,), IS_WORKDAY) for day in days)
    assert all(
        it.before is None or max(today, needs[it.forlob - 1].gap.before) <= it.before < SUMMER.first for it in found
    )
    assert all(it.after is None or it.after >= needs[it.forlob - 1].gap.after for it in found)


# --- the stand-in ---


def facts(start: str = "2026-03-02", slut: str | None = "2026-12-31", *ferier: Ferie) -> Facts:
    return Facts(Case(Borger(7, "Æ-7"), forlob_of(start, slut)), ferier=ferier)


CLOSED = Ferie(1, None, 4, "2026-07-13", "2026-07-24")
GONE = Ferie(2, 7, None, "2026-07-13", "2026-07-24")
TASKS = {
    "nothing to do": (facts(), None, None, (MAY_CALL, None)),
    "a call in time": (facts(), None, "2026-07-08", (CALL, "2026-07-22")),
    "in time would have been before": (facts(), None, "2026-06-20", (CALL, "2026-07-13")),
    "the virksomhed is closed then": (facts("2026-03-02", None, CLOSED), None, "2026-07-08", (CALL, "2026-07-27")),
    "the borger is away then": (facts("2026-03-02", None, GONE), None, "2026-07-08", (CALL, "2026-07-27")),
    "its turn by the rules": (facts(), Due("2026-07-16", "forlob.interval", "opfolgning"), None, (CALL, "2026-07-16")),
    "its turn is before": (facts(), Due("2026-07-01", "kontakt_senest_dage", "opfolgning"), None, (MAY_CALL, None)),
    "agreed": (facts(), Due("2026-07-16", "aftalt", "opfolgning", "09:00"), "2026-07-08", (APPOINTMENT, "2026-07-16")),
    "begins": (facts("2026-07-15"), None, None, (BEGINS, "2026-07-16")),
    "ends": (facts("2026-03-02", "2026-07-25"), None, "2026-07-08", (ENDS, "2026-07-24")),
}  # fmt: skip


@pytest.mark.parametrize("case", TASKS)
def test_the_one_thing_to_do(case: str) -> None:
    given_facts, turn, spoken, expected = TASKS[case]

    task = task_in(given_facts, SUMMER, turn, d(spoken) if spoken else None, 14, IS_WORKDAY)

    assert task is not None
    assert (task.art, task.days[0].isoformat() if task.days else None) == expected


@pytest.mark.parametrize("it", [
    facts("2026-08-10"), facts("2026-03-02", "2026-07-10"),
    facts("2026-03-02", None, Ferie(1, None, 4, "2026-07-13", "2026-07-31")),
])  # fmt: skip
def test_who_is_not_there_is_not_on_the_sheet(it: Facts) -> None:
    assert task_in(it, SUMMER, None, d("2026-06-20"), 14, IS_WORKDAY) is None


def test_calls_of_the_stand_in_are_spread_and_fall_on_the_day_they_want() -> None:
    best = tuple(d(f"2026-07-{day}") for day in (22, 21, 20, 17, 16))
    tasks = [
        Task(CALL, best),
        Task(CALL, best),
        Task(CALL, best, weekday=0),
        Task(MAY_CALL),
        Task(APPOINTMENT, best[:1]),
    ]

    assert days_given(tasks, Room(2, 5)) == (best[1], best[2], best[2], None, best[0])
