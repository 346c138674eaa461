"""What is to be pasted into VITAS for one forløb. Reads records and one answer, decides nothing."""

from datetime import date
from typing import NamedTuple

from vforlob.model.answers import Key
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.rules.hints import health_hint
from vforlob.rules.vitas import Field, fields, warnings
from vforlob.store.answers import answers_of
from vforlob.store.case import load_case
from vforlob.store.store import Store

MEETING_TIME = Key("fremmode", "modetid")


class Vitas(NamedTuple):
    """`hint` names words that do not belong in a text to a virksomhed."""

    case: Case
    fields: tuple[Field, ...]
    warnings: tuple[str, ...]
    hint: str


def make_vitas(store: Store, forlob: Forlob, today: date) -> Vitas:
    case = load_case(store, forlob=forlob.nr)
    found = fields(case, _meeting_time(store, case))
    return Vitas(case, found, warnings(forlob, today), health_hint("\n".join(field.value for field in found)))


def _meeting_time(store: Store, case: Case) -> str | None:
    """As the newest startmøde has it."""
    held = [it for it in case.samtaler if it.agenda == "startmode" and it.status == "faerdig"]
    for samtale in sorted(held, key=lambda it: (it.dato, it.nr), reverse=True):
        said = answers_of(store, samtale.nr, samtale.udgave).get(MEETING_TIME)
        if said is not None:
            return str(said)
    return None
