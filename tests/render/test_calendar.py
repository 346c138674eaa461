"""A calendar file, read back by two libraries that did not write it."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from vforlob.model.event import Event
from vforlob.model.text import clean
from vforlob.render.calendar import render_event

EVENT = Event(
    uid="0f" * 16 + "@vforlob",
    sequence=2,
    stamp="2026-11-20T13:00:00+01:00",
    day="2026-12-01",
    clock="14:30",
    minutes=60,
    summary="Opfølgning (virksomhedsforløb)",
    description="Besøg.\nvforlob opfølgning f12",
    place="Ørbæk & Søn, Aarhus",
)
HOSTILE = r"Æ; ø, å: \n \\ «a»" + "\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:x\n" + 'kl. 14.30 "citat" 🙂 ' + "å" * 300


def by_icalendar(data: bytes) -> dict[str, Any]:
    entry = Calendar.from_ical(data).walk("VEVENT")[0]
    texts = {name: str(entry.get(name, "")) for name in ("summary", "description", "location", "uid", "class")}
    return texts | {"start": entry["dtstart"].dt, "end": entry["dtend"].dt, "sequence": entry["sequence"]}


def by_vobject(data: bytes) -> dict[str, Any]:
    import vobject  # slow to import, and only read with here

    entry = vobject.readOne(data.decode()).vevent
    lines = {line.name.lower(): line.value for line in entry.getChildren()}
    texts = {name: lines.get(name, "") for name in ("summary", "description", "location", "uid", "class")}
    return texts | {"start": lines["dtstart"], "end": lines["dtend"], "sequence": int(lines["sequence"])}


Reader = Callable[[bytes], dict[str, Any]]
BOTH = pytest.mark.parametrize("read", [by_icalendar, by_vobject])


@BOTH
def test_it_holds_what_it_was_given(read: Reader) -> None:
    found = read(render_event(EVENT))

    assert (found["summary"], found["description"], found["location"]) == (
        EVENT.summary,
        EVENT.description,
        EVENT.place,
    )
    assert (found["uid"], found["sequence"], found["class"]) == (EVENT.uid, 2, "PRIVATE")
    assert found["end"] - found["start"] == timedelta(hours=1)


@BOTH
@pytest.mark.parametrize(
    ("day", "clock", "in_utc"),
    [
        ("2026-07-01", "09:00", "2026-07-01T07:00"),
        ("2026-12-01", "14:30", "2026-12-01T13:30"),
        ("2026-10-24", "09:00", "2026-10-24T07:00"),
        ("2026-10-25", "01:30", "2026-10-24T23:30"),
        ("2026-10-25", "09:00", "2026-10-25T08:00"),
        ("2027-03-27", "09:00", "2027-03-27T08:00"),
        ("2026-03-29", "01:59", "2026-03-29T00:59"),
        ("2026-03-29", "03:00", "2026-03-29T01:00"),
        ("2027-03-28", "09:00", "2027-03-28T07:00"),
        ("2031-10-26", "12:00", "2031-10-26T11:00"),
    ],
)
def test_the_clock_is_right_on_both_sides_of_summer_time(read: Reader, day: str, clock: str, in_utc: str) -> None:
    start = read(render_event(EVENT._replace(day=day, clock=clock)))["start"]

    assert start.strftime("%Y-%m-%d %H:%M") == f"{day} {clock}"
    assert start.astimezone(UTC) == datetime.fromisoformat(in_utc).replace(tzinfo=UTC)


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
@pytest.mark.parametrize("clock", ["01:30", "02:00", "02:30", "02:59", "03:00", "23:30"])
def test_it_never_ends_before_it_begins(day: str, clock: str) -> None:
    found = by_icalendar(render_event(EVENT._replace(day=day, clock=clock)))

    assert found["end"].replace(tzinfo=None) - found["start"].replace(tzinfo=None) == timedelta(hours=1)


@BOTH
@pytest.mark.parametrize("day", ["2026-12-01", "2026-10-25", "2026-12-31", "2028-02-29"])
def test_without_a_time_it_lasts_the_day_and_takes_up_none_of_it(read: Reader, day: str) -> None:
    data = render_event(EVENT._replace(day=day, clock=None))
    found = read(data)

    assert (found["start"], found["end"]) == (date.fromisoformat(day), date.fromisoformat(day) + timedelta(days=1))
    assert b"TRANSP:TRANSPARENT" in data
    assert b"VTIMEZONE" not in data


@BOTH
def test_what_was_typed_adds_no_line(read: Reader) -> None:
    event = EVENT._replace(summary=clean(HOSTILE, lines=False), description=HOSTILE, place=clean(HOSTILE, lines=False))

    found = read(render_event(event))

    assert (found["summary"], found["description"], found["location"]) == (
        event.summary,
        event.description,
        event.place,
    )
    assert render_event(event).count(b"BEGIN:VEVENT\r\n") == 1


@BOTH
@pytest.mark.parametrize("text", [r"C:\Notater\nyt", r"\N", r"\\N\\n", r"a\;b\,c", r"\\", "linje\n\n\\Næste"])
def test_a_backslash_is_a_backslash(read: Reader, text: str) -> None:
    found = read(render_event(EVENT._replace(description=text, place=text.replace("\n", " "))))

    assert (found["description"], found["location"]) == (text, text.replace("\n", " "))


def check_any_text(text: str) -> None:
    event = EVENT._replace(summary=clean(text, lines=False), description=clean(text), place=clean(text, lines=False))

    data = render_event(event)
    found = by_icalendar(data)

    assert found["summary"] == event.summary
    assert found["description"] == event.description
    assert found["location"] == event.place
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert data.count(b"\n") == data.count(b"\r\n")
    assert names_in(lines) == names_in(render_event(EVENT).split(b"\r\n")) - missing(event)


def names_in(lines: list[bytes]) -> set[bytes]:
    return {re.split(rb"[:;]", line)[0] for line in lines if line and not line.startswith(b" ")}


def missing(event: Event) -> set[bytes]:
    named = {b"DESCRIPTION": event.description, b"LOCATION": event.place}
    return {name for name, value in named.items() if not value}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_arrives_as_it_is(text: str) -> None:
    check_any_text(text)


@pytest.mark.safety
@settings(max_examples=20_000, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=300) | st.text(r'\n;:,"æøå' + "\n\t\r ^N", max_size=120))
def test_twenty_thousand_texts_arrive_as_they_are(text: str) -> None:
    check_any_text(text)


def test_it_is_one_event_that_names_no_machine_and_invites_nobody() -> None:
    data = render_event(EVENT)

    assert data.count(b"BEGIN:VEVENT") == 1
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert {b"METHOD:PUBLISH", b"PRODID:-//vforlob//DA", b"VERSION:2.0"} <= set(data.split(b"\r\n"))
    assert not re.search(rb"^(ORGANIZER|ATTENDEE|X-|BEGIN:VALARM)", data, re.M)


def test_the_same_version_is_the_same_file_again() -> None:
    assert render_event(EVENT) == render_event(EVENT)
