"""What is asked of a case for the group: situation, what was tried, question, later the advice. Knows no prompt."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind, is_correction, today_of
from vforlob.actions.record_kinds.owners import BORGER, FORLOB, owner_broken, owner_of
from vforlob.actions.sparring import only_open
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.sparring import Sparring
from vforlob.store.store import Store

_NO_NAMES = "Uden navne. Udkastet er sagens egne tal; ret det, eller tag det, som det er."


# What the form is told beside the answers: the drafts, made once.
DRAFTED = {"situation": "udkast_situation", "provet": "udkast_provet"}


def _situation(_store: Store, given: Given, _nr: int | None) -> Value | None:
    return given.get(DRAFTED["situation"])


def _tried(_store: Store, given: Given, _nr: int | None) -> Value | None:
    return given.get(DRAFTED["provet"])


FELTER = (
    BORGER,
    FORLOB,
    RecordFelt(
        Felt("rad", "Hvad rådede gruppen til", "tekst", help="Rådet bliver en del af sagen."),
        when=is_correction,
    ),
    RecordFelt(
        Felt("rad_dato", "Hvornår var det", "dato", help="Fx »i går«. Enter er i dag."),
        when=is_correction,
        past=True,
    ),
    RecordFelt(Felt("situation", "Situationen", "tekst", help=_NO_NAMES), default=_situation),
    RecordFelt(Felt("provet", "Hvad er prøvet", "tekst", help=_NO_NAMES), default=_tried),
    RecordFelt(
        Felt("sporgsmal", "Spørgsmål til gruppen", "tekst", help="Ét spørgsmål, som kolleger kan svare på."),
        required=True,
    ),
)
_COLUMNS = ("situation", "provet", "sporgsmal", "rad")


def _make(store: Store, columns: Columns) -> Sparring:
    owner = owner_of(store, columns)
    said: dict[str, Any] = {name: columns[name] for name in _COLUMNS}
    forlob = owner.forlob or only_open(store, owner.borger)
    told = Sparring(0, owner.borger, forlob, today_of(store), **said)
    return store.door(Sparring).add(told._replace(rad_dato=_day_of_advice(store, columns, None)))


def _mend(store: Store, record: Any, columns: Columns) -> Sparring:
    """Whose it is stands."""
    said = {name: columns[name] for name in _COLUMNS}
    return store.door(Sparring).change(record.nr, **said, rad_dato=_day_of_advice(store, columns, record))


def _day_of_advice(store: Store, columns: Columns, before: Any) -> str | None:
    """The day that was said; else the day it was written down."""
    if not columns["rad"]:
        return None
    known = before.rad_dato if before is not None and before.rad == columns["rad"] else None
    return columns["rad_dato"] or known or today_of(store)


def _together(store: Store, given: Given, _nr: int | None) -> Iterator[Broken]:
    yield from owner_broken(store, given)
    day = given.get("rad_dato")
    if day is not None and str(day) > today_of(store):
        yield Broken("rad_dato", "Rådet kan ikke være fra en dag, der ikke er kommet endnu.")


KIND = RecordKind("sparring", FELTER, _make, _mend, together=_together)
