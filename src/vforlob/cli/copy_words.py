"""Copies in words: when, how much, made before what. Knows no screen."""

from datetime import date, tzinfo

from vforlob.actions.copies import moment_of
from vforlob.cli.context import context
from vforlob.rules.danish import clock, counted, long_date, number, short_date, weekday_date
from vforlob.store.copies import Copy

_LABELS = {
    "foer-import": "før en import",
    "foer-sletning": "før en sletning",
    "efter-sletning": "efter en sletning",
}
_BEFORE_SCHEMA = "foer-skema-"


def when_words(tid: str) -> str:
    """tirsdag den 1. december kl. 14.30; with the year when it is another."""
    moment = moment_of(tid).astimezone(_zone())
    day = moment.date()
    words = weekday_date(day) if day.year == context().today.year else long_date(day)
    return f"{words} {clock(moment.strftime('%H:%M'))}"


def when_short(tid: str) -> str:
    moment = moment_of(tid).astimezone(_zone())
    return f"{short_date(moment.date(), context().today)} {clock(moment.strftime('%H:%M'))}"


def day_of(tid: str) -> date:
    return moment_of(tid).astimezone(_zone()).date()


def size_words(size: int) -> str:
    """As a file manager would say it."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{number(round(size / 1_000_000, 1))} MB"


def events_words(count: int) -> str:
    return counted(count, "hændelse", "hændelser")


def label_words(label: str) -> str:
    """What it was made before; empty for one that was made because it was time."""
    if label.startswith(_BEFORE_SCHEMA):
        return f"før databasens udgave {label.removeprefix(_BEFORE_SCHEMA)}"
    return _LABELS.get(label, label.replace("-", " "))


def copy_line(copy: Copy) -> str:
    said = label_words(copy.label)
    return " · ".join(filter(None, (when_words(copy.tid), events_words(copy.nr), size_words(copy.bytes), said)))


def _zone() -> tzinfo | None:
    return context().now.tzinfo
