"""klokkeslaet: a time of the day, kept as "HH:MM". Knows no screen."""

from datetime import date, time

from vforlob.agenda.kinds.kind import Kind, refuse_empty
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.rules.danish import clock


def read(raw: object, _felt: Felt, _today: date) -> str:
    refuse_empty(raw)
    if isinstance(raw, time):
        return f"{raw.hour:02}:{raw.minute:02}"
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        # 9.3 in a file may be 9.30 or a slip: only text keeps both digits.
        raise BadAnswer('Her skal stå et klokkeslæt i anførselstegn. Skriv fx "9.15" eller "kl. 14.30".')
    from vforlob.rules.dates import read_clock  # late: its patterns are only needed when a time is typed

    return read_clock(str(raw))


def show(value: Value, _felt: Felt) -> str:
    text = str(value)
    return clock(text) if text[:2].isdigit() and text[2:3] == ":" else text


KLOKKESLAET = Kind("klokkeslaet", read, show, "linje")
