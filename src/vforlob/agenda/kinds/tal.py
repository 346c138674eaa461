"""tal: a number, with a unit. Outside its bounds it is taken, but only beside a note. Knows no screen."""

from datetime import date

from vforlob.agenda.kinds.kind import Kind, refuse_empty
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.rules.danish import with_unit


def read(raw: object, felt: Felt, _today: date) -> int | float:
    refuse_empty(raw)
    from vforlob.rules.numbers import as_number, read_number  # late: its patterns are only needed for an answer

    if isinstance(raw, str):
        return read_number(raw, felt.unit)
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise BadAnswer("Her skal stå et tal. Skriv fx 12 eller 12,5.")
    return as_number(raw)


def show(value: Value, felt: Felt) -> str:
    return with_unit(value, felt.unit) if isinstance(value, int | float) else str(value)


def needs_note(value: Value, felt: Felt) -> bool:
    if not isinstance(value, int | float):
        return False
    return (felt.min is not None and value < felt.min) or (felt.max is not None and value > felt.max)


TAL = Kind("tal", read, show, "linje", needs_note)
