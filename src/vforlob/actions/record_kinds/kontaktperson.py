"""What is asked of one more person to talk to at a virksomhed. Knows no prompt and no file."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind, is_correction, never, today_of
from vforlob.actions.record_kinds.virksomhed import email_broken
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.virksomhed import Kontaktperson
from vforlob.store.store import Store

FELTER = (
    RecordFelt(Felt("virksomhed", "Virksomhed", "kort"), required=True, reference="virksomhed", when=never),
    RecordFelt(Felt("navn", "Navn", "kort"), required=True),
    RecordFelt(Felt("rolle", "Rolle", "kort", help="Fx butikschef, mentor, løn og ansættelse.")),
    RecordFelt(Felt("telefon", "Telefon", "kort")),
    RecordFelt(Felt("email", "E-mail", "kort")),
    RecordFelt(
        Felt("ophort", "Ikke længere kontaktperson fra", "dato", help="Tomt, så længe det er den, du ringer til."),
        when=is_correction,
        past=True,
    ),
)


def _make(store: Store, columns: Columns) -> Kontaktperson:
    return store.door(Kontaktperson).add(Kontaktperson(nr=0, **columns))


def _mend(store: Store, record: Any, columns: Columns) -> Kontaktperson:
    return store.door(Kontaktperson).change(record.nr, **columns)


def _together(store: Store, given: Given, _nr: int | None) -> Iterator[Broken]:
    if str(given.get("ophort") or "") > today_of(store):
        yield Broken("ophort", "Den dag er ikke kommet endnu. Ret det, når dagen er der.")


KIND = RecordKind("kontaktperson", FELTER, _make, _mend, columns={"email": email_broken}, together=_together)
