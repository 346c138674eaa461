"""What is asked of a virksomhed, and its rules. Knows no prompt and no file."""

from typing import Any

from vforlob.actions.record_kinds.base import Columns, RecordFelt, RecordKind, choices, today_of
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.cvr import read_cvr
from vforlob.store.store import Store

VAERT = choices(ny="Ny som vært", erfaren="Har haft forløb før")

FELTER = (
    RecordFelt(Felt("navn", "Navn", "kort", help="Som virksomheden selv skriver det."), required=True),
    RecordFelt(Felt("cvr", "CVR-nummer", "kort", help="8 cifre. Kan stå tomt.")),
    RecordFelt(Felt("branche", "Branche", "kort", help="Fx detail, lager, køkken."), required=True),
    RecordFelt(Felt("sted", "Sted", "kort", help="Adressen eller byen, hvor arbejdet er."), required=True),
    RecordFelt(Felt("kontakt", "Kontaktperson", "kort", help="Den, du ringer til.")),
    RecordFelt(Felt("telefon", "Telefon", "kort")),
    RecordFelt(Felt("email", "E-mail", "kort")),
    RecordFelt(
        Felt("vaert", "Erfaring som vært", "valg", choices=VAERT, help="Har de haft et forløb før?"), required=True
    ),
)


def _make(store: Store, columns: Columns) -> Virksomhed:
    return store.door(Virksomhed).add(Virksomhed(nr=0, **columns, oprettet=today_of(store)))


def _mend(store: Store, record: Any, columns: Columns) -> Virksomhed:
    return store.door(Virksomhed).change(record.nr, **columns)


def _cvr(_store: Store, value: Value, _nr: int | None) -> str:
    try:
        read_cvr(str(value))
    except BadAnswer as bad:
        return bad.sentence
    return ""


def _email(_store: Store, value: Value, _nr: int | None) -> str:
    name, at, host = str(value).partition("@")
    return "" if name and at and "." in host and " " not in str(value) else "En e-mail ser sådan ud: navn@firma.dk"


KIND = RecordKind(
    "virksomhed",
    FELTER,
    _make,
    _mend,
    columns={"cvr": _cvr, "email": _email},
    stored={"cvr": lambda _store, value: read_cvr(str(value))},
)
