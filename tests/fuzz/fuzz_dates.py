"""What is typed for a day, a time or a number: it is understood, or answered with a sentence."""

from datetime import date

import atheris
from fuzzing import INSTRUMENTED, drive, told

with atheris.instrument_imports(include=INSTRUMENTED):
    from vforlob.errors.answer import BadAnswer
    from vforlob.rules.dates import FORWARD, HELD, PAST, read_clock, read_date
    from vforlob.rules.numbers import read_number

TODAY = date(2026, 11, 20)


def reader(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for read in (_forward, _past, _held, read_clock, read_number):
        try:
            found = read(text)
        except BadAnswer as bad:
            told(bad.sentence)
            continue
        assert isinstance(found, date | str | int | float)
        if isinstance(found, date):
            assert read_date(found.isoformat(), TODAY) == found


def _forward(text: str) -> date:
    return read_date(text, TODAY, FORWARD)


def _past(text: str) -> date:
    return read_date(text, TODAY, PAST)


def _held(text: str) -> date:
    return read_date(text, TODAY, HELD)


@atheris.instrument_func
def naive(data: bytes) -> None:
    """A day as somebody would read it who had only seen good ones."""
    text = data.decode("utf-8", "replace")
    if "/" in text:
        day, _, month = text.partition("/")
        if day.isdigit() and month.isdigit():
            date(2026, int(month), int(day))


drive(reader, naive)
