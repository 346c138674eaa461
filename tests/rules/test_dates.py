"""Dates as people say them, on Tuesday 24 November 2026 (week 48)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.errors.answer import BadAnswer
from vforlob.rules.danish import long_date, plain_date, short_date
from vforlob.rules.dates import FORWARD, NEAR, PAST, is_week_only, read_clock, read_date

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))

AHEAD = {
    "i dag": "2026-11-24",
    "idag": "2026-11-24",
    "d.d.": "2026-11-24",
    "i morgen": "2026-11-25",
    "imorgen": "2026-11-25",
    "I MORGEN": "2026-11-25",
    "overmorgen": "2026-11-26",
    "i overmorgen": "2026-11-26",
    "i går": "2026-11-23",
    "i gaar": "2026-11-23",
    "i forgårs": "2026-11-22",
    "fredag": "2026-11-27",
    "på fredag": "2026-11-27",
    "nu på fredag": "2026-11-27",
    "senest fredag": "2026-11-27",
    " Fredag ": "2026-11-27",
    "fre": "2026-11-27",
    "fr.": "2026-11-27",
    "førstkommende mandag": "2026-11-30",
    "denne torsdag": "2026-11-26",
    "lørdag": "2026-11-28",
    "loerdag": "2026-11-28",
    "lordag": "2026-11-28",
    "søn": "2026-11-29",
    "tirsdag": "2026-12-01",
    "tor": "2026-11-26",
    "om 14 dage": "2026-12-08",
    "om fjorten dage": "2026-12-08",
    "om 1 dag": "2026-11-25",
    "om en uge": "2026-12-01",
    "om to uger": "2026-12-08",
    "om 3 uger": "2026-12-15",
    "om en måned": "2026-12-24",
    "om 3 måneder": "2027-02-24",
    "om tre maaneder": "2027-02-24",
    "om et år": "2027-11-24",
    "om et halvt år": "2027-05-24",
    "for 3 dage siden": "2026-11-21",
    "to uger siden": "2026-11-10",
    "3/12": "2026-12-03",
    "03/12": "2026-12-03",
    "3/12-26": "2026-12-03",
    "3/12/26": "2026-12-03",
    "3/12 2026": "2026-12-03",
    "3.12": "2026-12-03",
    "3.12.": "2026-12-03",
    "3.12.26": "2026-12-03",
    "3.12.2026": "2026-12-03",
    "3. 12. 2026": "2026-12-03",
    "3-12-2026": "2026-12-03",
    "3 / 12": "2026-12-03",
    "d. 3/12": "2026-12-03",
    "den 3/12": "2026-12-03",
    "den 3.12.": "2026-12-03",
    "d.3/12": "2026-12-03",
    "2026-12-03": "2026-12-03",
    "3. december": "2026-12-03",
    "3 december": "2026-12-03",
    "3. dec": "2026-12-03",
    "3. dec. 26": "2026-12-03",
    "d. 3. december": "2026-12-03",
    "den 3. december 2026": "2026-12-03",
    "torsdag den 3. december": "2026-12-03",
    "torsdag d. 3/12": "2026-12-03",
    "tors. 3. dec.": "2026-12-03",
    "onsdag, den 2. december": "2026-12-02",
    "tirsdag den 1. december": "2026-12-01",
    "tirsdag den 1. december (uge 49)": "2026-12-01",
    "tirsdag den 1. december 2026 (uge 49)": "2026-12-01",
    "5. maj": "2027-05-05",
    "1. sept": "2027-09-01",
    "1/2": "2027-02-01",
    "24/11": "2026-11-24",
    "29/2": "2028-02-29",
    "29/2-28": "2028-02-29",
    "31/12": "2026-12-31",
    "1/1 2027": "2027-01-01",
    "31/12-99": "1999-12-31",
    "den 15.": "2026-12-15",
    "d. 30": "2026-11-30",
    "den 31.": "2026-12-31",
    "fredag den 4.": "2026-12-04",
    "uge 49": "2026-11-30",
    "i uge 49": "2026-11-30",
    "uge 49 2026": "2026-11-30",
    "uge 49-2027": "2027-12-06",
    "uge 53": "2026-12-28",
    "uge 1": "2027-01-04",
    "næste uge": "2026-11-30",
    "i næste uge": "2026-11-30",
    "mandag i uge 49": "2026-11-30",
    "fredag uge 50": "2026-12-11",
    "søndag i uge 1": "2027-01-10",
    "mandag i uge 48": "2026-11-23",
    "tirsdag i næste uge": "2026-12-01",
    "fredag i denne uge": "2026-11-27",
    "i fredags": "2026-11-20",
    "i tirsdags": "2026-11-17",
    "sidste mandag": "2026-11-23",
}

BEHIND = {
    "mandag": "2026-11-23",
    "fredag": "2026-11-20",
    "tirsdag": "2026-11-17",
    "20/11": "2026-11-20",
    "24/11": "2026-11-24",
    "1/2": "2026-02-01",
    "5. maj": "2026-05-05",
    "29/2": "2024-02-29",
    "uge 47": "2026-11-16",
    "den 15.": "2026-11-15",
    "den 30.": "2026-10-30",
    "den 31.": "2026-10-31",
    "3/12-25": "2025-12-03",
}

NEARBY = {
    "20/11": "2026-11-20",
    "3/12": "2026-12-03",
    "1/2": "2027-02-01",
    "1/9": "2026-09-01",
    "uge 47": "2026-11-16",
    "uge 2": "2027-01-11",
    "fredag": "2026-11-27",
}

REFUSED = {
    "32/11": "»32/11« er ikke en dato. Skriv fx 3/12, fredag, om 14 dage eller uge 49.",
    "0/1": "er ikke en dato",
    "12/13": "er ikke en dato",
    "31/11": "»31/11« findes ikke: november har 30 dage.",
    "31. april": "april har 30 dage",
    "29/2-27": "februar 2027 har 28 dage",
    "næste fredag": "»næste fredag« kan betyde to dage: fredag den 27. november eller fredag den 4. december.",
    "forrige mandag": "kan betyde to dage",
    "torsdag den 2. december": "Den 2. december 2026 er en onsdag, ikke en torsdag.",
    "tirsdag den 1. december (uge 48)": "ligger i uge 49, ikke uge 48",
    "20/11": "Skriv året med: 20/11-26 eller 20/11-27.",
    "uge 47": "Skriv året med: uge 47-2026 eller uge 47-2027.",
    "uge 53 2027": "2027 har ikke nogen uge 53",
    "uge 54": "er ikke en dato",
    "3/12-1026": "Årstallet 1026 kan ikke passe.",
    "fredag kl. 9": "Skriv kun datoen her.",
    "3/12 kl 10.30": "Skriv kun datoen her.",
    "": "Der er ikke skrevet en dato.",
    "to": "er ikke en dato",
    "15": "er ikke en dato",
    "snart": "er ikke en dato",
    "om lidt": "er ikke en dato",
    "om 999999 dage": "er ikke en dato",
    "om 5000 år": "er ikke en dato",
    "den 32.": "er ikke en dato",
    "9" * 500: "er ikke en dato",
}


@pytest.mark.parametrize(("typed", "day"), AHEAD.items())
def test_a_date_that_is_planned_is_sought_ahead(typed, day):
    assert read_date(typed, TODAY, FORWARD).isoformat() == day


@pytest.mark.parametrize(("typed", "day"), BEHIND.items())
def test_a_date_that_has_been_is_sought_behind(typed, day):
    assert read_date(typed, TODAY, PAST).isoformat() == day


@pytest.mark.parametrize(("typed", "day"), NEARBY.items())
def test_a_date_that_may_be_either_is_the_nearest(typed, day):
    assert read_date(typed, TODAY, NEAR).isoformat() == day


@pytest.mark.parametrize(("typed", "sentence"), REFUSED.items())
def test_what_is_no_date_or_two_dates_is_refused_with_a_sentence(typed, sentence):
    with pytest.raises(BadAnswer) as refused:
        read_date(typed, TODAY)

    assert sentence in refused.value.sentence
    assert str(refused.value) == ""


@given(DAYS, DAYS, st.sampled_from([FORWARD, NEAR, PAST]))
def test_a_date_written_in_full_reads_back(day, today, direction):
    assert read_date(long_date(day), today, direction) == day
    assert read_date(plain_date(day), today, direction) == day
    assert read_date(day.isoformat(), today, direction) == day


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(-300, 300))
def test_a_short_date_with_its_year_reads_back(today, days):
    day = today + timedelta(days)

    if day.year // 100 == today.year // 100:
        assert read_date(short_date(day, "0001-01-01"), today, NEAR) == day


@given(DAYS, st.integers(0, 6))
def test_a_weekday_ahead_is_within_a_week(today, weekday):
    name = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")[weekday]

    found = read_date(name, today)

    assert found.weekday() == weekday
    assert 1 <= (found - today).days <= 7


@given(st.text(max_size=40), DAYS)
def test_any_text_is_a_date_or_a_sentence(text, today):
    try:
        sentence = long_date(read_date(text, today)) + "."
    except BadAnswer as refused:
        sentence = refused.sentence

    assert sentence.endswith(".")


def test_a_week_alone_is_known_as_one():
    assert [is_week_only(text) for text in ("uge 49", "næste uge", "mandag i uge 49", "3/12")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("9", "09:00"),
        ("9.15", "09:15"),
        ("9:15", "09:15"),
        ("9,15", "09:15"),
        ("kl. 9", "09:00"),
        ("kl 9", "09:00"),
        ("kl.9", "09:00"),
        ("Kl. 14.30", "14:30"),
        ("klokken 14:30", "14:30"),
        ("14:30", "14:30"),
        ("1430", "14:30"),
        ("0930", "09:30"),
        ("0.00", "00:00"),
    ],
)
def test_a_time_is_read(typed, time):
    assert read_clock(typed) == time


@pytest.mark.parametrize("typed", ["", "25", "24.00", "9.60", "9.5", "halv ti", "9-10", "12345"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(BadAnswer, match=r"^$") as refused:
        read_clock(typed)

    assert "er ikke et klokkeslæt. Skriv fx 9, 9.15 eller kl. 14.30." in refused.value.sentence
