"""Copies in words: when, how much, made before what. Knows no screen."""

from datetime import date, tzinfo

from vforlob.actions.copies import BEFORE_ERASING, BEFORE_IMPORT, moment_of
from vforlob.cli.context import context
from vforlob.rules.danish import clock, long_date, number, short_date, weekday_date
from vforlob.store.copies import Copy
from vforlob.store.migrate import BEFORE_SCHEMA

_LABELS = {
    BEFORE_IMPORT: "før en import",
    BEFORE_ERASING: "før en sletning",
}


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
    return "1 hændelse" if count == 1 else f"{count:,} hændelser".replace(",", ".")


def label_words(label: str) -> str:
    """What it was made before; empty for one that was made because it was time."""
    if label.startswith(BEFORE_SCHEMA):
        return f"før databasens udgave {label.removeprefix(BEFORE_SCHEMA)}"
    return _LABELS.get(label, label.replace("-", " "))


def copy_line(copy: Copy) -> str:
    said = label_words(copy.label)
    return " · ".join(filter(None, (when_words(copy.tid), events_words(copy.nr), size_words(copy.bytes), said)))


def picked_line(copy: Copy) -> str:
    """Short enough for a line of a list."""
    return " · ".join(filter(None, (when_words(copy.tid), events_words(copy.nr), label_words(copy.label))))


def _zone() -> tzinfo | None:
    return context().now.tzinfo
