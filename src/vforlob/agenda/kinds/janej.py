"""janej: ja or nej, kept as those words. Knows no screen."""

from datetime import date

from vforlob.agenda.kinds.kind import Kind, refuse_empty
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.text import fold
from vforlob.rules.danish import quoted

JA, NEJ = "ja", "nej"
_WORDS = {"j": JA, "ja": JA, "n": NEJ, "nej": NEJ}


def read(raw: object, _felt: Felt, _today: date) -> str:
    refuse_empty(raw)
    if isinstance(raw, bool):
        return JA if raw else NEJ
    found = _WORDS.get(fold(str(raw)).strip(" \t\n."))
    if found is None:
        raise BadAnswer(f"{quoted(str(raw))} er hverken ja eller nej. Skriv ja eller nej.")
    return found


def show(value: Value, _felt: Felt) -> str:
    return str(value)


JANEJ = Kind("janej", read, show, "janej")
