"""An appointment as a calendar file that other programs read: one event, private, nobody invited. Knows no case."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from vforlob.model.event import Event

if TYPE_CHECKING:
    from icalendar import Calendar, Timezone, vText  # slow to import: only what makes a file loads it
    from icalendar import Event as Entry

PRODUCT = "-//vforlob//DA"
ZONE = "Europe/Copenhagen"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Since 1996 all of the EU changes on the last Sunday of March and of October.
_SUMMER, _WINTER = ("CEST", 3, 2, 1, 2), ("CET", 10, 3, 2, 1)  # name, month, hour on the clock, offset before, after


def render_event(event: Event) -> bytes:
    """UTF-8 with CRLF, folded at 75 octets as the format wants it."""
    from icalendar import Calendar  # 65 ms

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    _add_when(calendar, entry := _entry(event), event)
    calendar.add_component(entry)
    return calendar.to_ical()  # type: ignore[no-any-return]


def _entry(event: Event) -> "Entry":
    from icalendar import Event as Entry  # as above

    entry, stamp = Entry(), datetime.fromisoformat(event.stamp).astimezone(UTC)
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", stamp)
    entry.add("last-modified", stamp)
    entry.add("summary", _text(event.summary))
    for name, value in (("description", event.description), ("location", event.place)):
        if value:
            entry.add(name, _text(value))
    entry.add("class", "PRIVATE")
    if event.agreed:
        entry.add("status", "CONFIRMED")
    return entry


def _text(value: str) -> "vText":
    """The library itself would read the N of C:\\Notater as a line break."""
    from icalendar import vText  # as above

    class Text(vText):
        def to_ical(self) -> bytes:
            return str(self).translate(_ESCAPED).encode()

    return Text(value)


def _add_when(calendar: "Calendar", entry: "Entry", event: Event) -> None:
    """A day without a time takes up no time of the day."""
    day = date.fromisoformat(event.day)
    entry.add("transp", "OPAQUE" if event.clock else "TRANSPARENT")
    if event.clock is None:
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
        return
    # As on the clock on the wall, also the end: what lasts an hour ends at the next hour.
    begins = datetime.fromisoformat(f"{event.day}T{event.clock}").replace(tzinfo=ZoneInfo(ZONE))
    entry.add("dtstart", begins)
    entry.add("dtend", begins + timedelta(minutes=event.minutes))
    calendar.add_component(_zone())


def _zone() -> "Timezone":
    """The rule itself: a list of dates would be two kilobytes, and end."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # as above

    zone = Timezone()
    zone.add("tzid", ZONE)
    for kind, (name, month, hour, before, after) in ((TimezoneDaylight, _SUMMER), (TimezoneStandard, _WINTER)):
        part = kind()
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, hour))  # noqa: DTZ001  # local, as it must be
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone
