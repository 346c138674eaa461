"""gruppe and liste: points that hold felter and are no answer themselves. Knows no felt."""

from datetime import date

from vforlob.agenda.kinds.kind import Kind
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value


def no_read(_raw: object, felt: Felt, _today: date) -> Value:
    raise TypeError(f"{felt.kind} holds felter and is no answer")


def no_show(_value: Value, felt: Felt) -> str:
    raise TypeError(f"{felt.kind} holds felter and is no answer")


GRUPPE = Kind("gruppe", no_read, no_show, "")
LISTE = Kind("liste", no_read, no_show, "raekker")
