"""dato: a day, kept as ISO. Which way a date without a year is sought depends on the felt. Knows no screen."""

from datetime import date, datetime, time

from vforlob.agenda.kinds.kind import Kind, refuse_empty
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.rules.danish import long_date

# By id, because a date that is agreed lies ahead and one that is reported lies behind; the rest may be either.
_DIRECTIONS = {
    **dict.fromkeys(("frist", "naeste_kontakt", "hvornar", "slut"), "forward"),
    **dict.fromkeys(("aftalt", "henvist", "cv_opdateret", "trukket"), "past"),
}


# What a felt of ours is about, where its id does not tell: the samtale's own day never lies ahead.
OF_SAMTALE = "samtale"


def direction_of(felt: Felt) -> str:
    return "held" if felt.known == OF_SAMTALE else _DIRECTIONS.get(felt.id, "near")


def read(raw: object, felt: Felt, today: date) -> str:
    refuse_empty(raw)
    if isinstance(raw, date):
        return (raw.date() if isinstance(raw, datetime) else raw).isoformat()
    if not isinstance(raw, str) or isinstance(raw, time):
        raise BadAnswer('Her skal stå en dato. Skriv fx 2026-12-03 eller "fredag".')
    from vforlob.rules.dates import read_date  # late: its patterns are only needed when a date is typed

    return read_date(raw, today, direction_of(felt)).isoformat()


def show(value: Value, _felt: Felt) -> str:
    try:
        return long_date(str(value))
    except ValueError:  # text from an older agenda
        return str(value)


DATO = Kind("dato", read, show, "dato")
