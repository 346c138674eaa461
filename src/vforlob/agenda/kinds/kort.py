"""kort: one line of text. Knows no screen."""

from datetime import date

from vforlob.agenda.kinds.kind import Kind
from vforlob.agenda.kinds.text import read_text, show_text
from vforlob.model.agenda import Felt


def read(raw: object, _felt: Felt, _today: date) -> str:
    return read_text(raw, lines=False)


KORT = Kind("kort", read, show_text, "linje")
