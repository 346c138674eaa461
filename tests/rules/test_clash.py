"""Fixed times that something else takes, read from free text."""

import pytest

from vforlob.model.onske import Koordinering
from vforlob.rules.clash import Clash, clashes_with_days, clashes_with_time, in_words, read_clash


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tirsdag kl. 10-12", Clash(1, "10:00", "12:00")),
        ("Tirsdage 10.15 til 11.45", Clash(1, "10:15", "11:45")),
        ("hver fredag kl. 8:30 – 9", Clash(4, "08:30", "09:00")),
        ("LØRDAG 9-10", Clash(5, "09:00", "10:00")),
        ("onsdag mellem 13 og 15", Clash(2, "13:00", "15:00")),
        ("tirsdag", None),
        ("kl. 10-12", None),
        ("tirsdag kl. 12-10", None),
        ("tirsdag 25-27", None),
        ("en gang om ugen", None),
        ("", None),
    ],
)
def test_a_weekday_and_two_times_are_a_clash(text: str, expected: Clash | None) -> None:
    assert read_clash(text) == expected


@pytest.mark.parametrize(
    ("clash", "expected"),
    [
        (Clash(1, "10:00", "12:00"), "Kan ikke tirsdag kl. 10-12"),
        (Clash(0, "08:30", "09:15"), "Kan ikke mandag kl. 8.30-9.15"),
    ],
)
def test_a_clash_says_only_when(clash: Clash, expected: str) -> None:
    assert in_words(clash) == expected


KURSUS = (Koordinering(1, 1, "Kursus", "tirsdag kl. 10-12"), Koordinering(2, 1, "Læge", "efter aftale"))


@pytest.mark.parametrize(("days", "count"), [(("man", "tir"), 1), (("man", "ons"), 0), ((), 0)])
def test_working_days_clash_with_their_own_weekday(days: tuple[str, ...], count: int) -> None:
    assert len(clashes_with_days(KURSUS, days)) == count


@pytest.mark.parametrize(
    ("day", "time", "count"), [("2026-12-01", "10:30", 1), ("2026-12-01", "12:00", 0), ("2026-12-02", "10:30", 0)]
)
def test_a_meeting_clashes_within_the_time(day: str, time: str, count: int) -> None:
    assert len(clashes_with_time(KURSUS, day, time)) == count
