"""Deadlines by rule: five working days for a promise, the first day for VITAS; and words that change with the law."""

from datetime import date, timedelta

import pytest
from forlob_days import IS_WORKDAY, RULES, TODAY, forlob_of
from hypothesis import given
from hypothesis import strategies as st

from vforlob.rules.frister import own_deadline, vitas_deadline, workdays_after
from vforlob.rules.words import kommune_word
from vforlob.rules.workdays import workdays_before


@pytest.mark.parametrize(
    ("day", "deadline"),
    [
        ("2026-11-16", "2026-11-23"),  # Monday to Monday
        ("2026-11-20", "2026-11-27"),  # Friday
        ("2026-11-21", "2026-11-27"),  # Saturday
        ("2026-03-30", "2026-04-09"),  # Easter: 2, 3 and 6 April are closed
        ("2026-12-22", "2027-01-04"),  # 23, 28, 29, 30 December, 4 January
        ("2028-02-25", "2028-03-03"),  # over the leap day
    ],
)
def test_a_promise_is_due_in_five_working_days(day: str, deadline: str) -> None:
    assert own_deadline(date.fromisoformat(day), RULES, IS_WORKDAY) == date.fromisoformat(deadline)


@given(day=st.dates(date(2020, 1, 1), date(2060, 1, 1)), count=st.integers(0, 30))
def test_so_many_working_days_lie_after_a_day_and_as_many_before(day: date, count: int) -> None:
    later = workdays_after(day, count, IS_WORKDAY)
    between = [day + timedelta(n) for n in range(1, (later - day).days + 1)]

    assert sum(map(IS_WORKDAY, between)) == count
    assert not IS_WORKDAY(day) or workdays_before(later, count, IS_WORKDAY) == day


def test_a_calendar_without_a_working_day_does_not_count_for_ever() -> None:
    assert workdays_after(TODAY, 2, lambda _: False) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("today", "over", "deadline"),
    [
        ("2026-10-20", {}, None),  # 15 days before
        ("2026-10-21", {}, "2026-11-04"),
        ("2026-11-04", {}, "2026-11-04"),
        ("2026-12-01", {"vitas": "sendt"}, "2026-11-04"),  # begun without it
        ("2026-11-01", {"vitas": "afslag"}, "2026-11-04"),
        ("2026-11-01", {"vitas": "bevilget"}, None),
        ("2026-11-01", {"art": "fleksjob"}, None),
        ("2026-11-01", {"art": "lontilskud"}, "2026-11-04"),
        ("2026-11-01", {"status": "lukket"}, None),
        ("2026-11-01", {"start": None}, None),
    ],
)
def test_vitas_is_due_on_the_first_day(today: str, over: dict[str, str | None], deadline: str | None) -> None:
    found = vitas_deadline(forlob_of()._replace(**over), date.fromisoformat(today), RULES)

    assert (found.isoformat() if found else None) == deadline


@pytest.mark.parametrize(
    ("day", "own", "word"),
    [
        ("2026-12-31", "", "jobcentret"),
        ("2027-01-01", "", "kommunen"),
        ("2027-01-01", " Job og Vækst ", "Job og Vækst"),
    ],
)
def test_the_word_for_the_kommune_changes_with_the_law(day: str, own: str, word: str) -> None:
    assert kommune_word(RULES, date.fromisoformat(day), own) == word
