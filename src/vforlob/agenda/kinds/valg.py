"""valg: one of the choices, kept as its id. Knows no screen."""

from datetime import date

from vforlob.agenda.kinds.choices import read_choice, text_of
from vforlob.agenda.kinds.kind import Kind, refuse_empty
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value


def read(raw: object, felt: Felt, _today: date) -> str:
    refuse_empty(raw)
    return read_choice(raw, felt.choices)


def show(value: Value, felt: Felt) -> str:
    return text_of(str(value), felt)


VALG = Kind("valg", read, show, "valg")
