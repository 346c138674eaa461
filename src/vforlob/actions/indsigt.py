"""When somebody asked to see what is kept about them, and by which day they must have it. Knows no document.

The day is a setting by the borger's number; the newest one counts, and an empty one says that it was given.
"""

from datetime import date, timedelta
from typing import NamedTuple

from vforlob.actions.settings import keep_setting, setting
from vforlob.model.accounts import Indstilling
from vforlob.store.store import Store

NAME = "indsigt:b{}"
SOON = 7  # days before the last one: then it is said louder


class Request(NamedTuple):
    """`asked` and `latest` are days; one month is given, and whoever needs more must say so within it."""

    borger: int
    asked: date
    latest: date

    def left(self, today: date) -> int:
        """Below nothing when it is late."""
        return (self.latest - today).days


def month_after(day: date) -> date:
    """The same day of the next month, or its last one."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def request_of(store: Store, borger: int) -> Request | None:
    """None where nobody asked, or it was given."""
    return _read(borger, setting(store, NAME.format(borger)))


def open_requests(store: Store) -> tuple[Request, ...]:
    """Those that have not been answered, the most urgent first."""
    newest: dict[int, str] = {}
    for row in store.door(Indstilling).find():
        name, _, number = row.navn.partition(NAME.format(""))
        if not name and number.isdecimal():
            newest[int(number)] = row.vaerdi
    found = [request for nr, value in newest.items() if (request := _read(nr, value))]
    return tuple(sorted(found, key=lambda one: (one.latest, one.borger)))


def keep_request(store: Store, borger: int, asked: date) -> Request:
    keep_setting(store, NAME.format(borger), asked.isoformat())
    return Request(borger, asked, month_after(asked))


def close_request(store: Store, borger: int) -> None:
    """It was given. The day it was asked for stays beneath."""
    keep_setting(store, NAME.format(borger), "")


def _read(borger: int, value: str) -> Request | None:
    try:
        asked = date.fromisoformat(value)
    except ValueError:
        return None
    return Request(borger, asked, month_after(asked))
