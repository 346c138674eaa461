"""What is asked of something that has to be coordinated with a forløb, and what it clashes with. Knows no prompt."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.clashes import clashes_of
from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind
from vforlob.actions.record_kinds.owners import BORGER
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.onske import Koordinering
from vforlob.rules.clash import read_clash
from vforlob.store.store import Store

FELTER = (
    BORGER,
    RecordFelt(
        Felt("indsats", "Hvad skal koordineres", "kort", help="Fx fysioterapi. Virksomheden får det ikke at se."),
        required=True,
    ),
    RecordFelt(
        Felt("hvornar", "Hvornår", "kort", help="En fast tid skrives »tirsdag kl. 10-12«. Så kan den holdes fri.")
    ),
    RecordFelt(Felt("hvem", "Hvem koordinerer", "kort", help="Den, der sørger for, at det hænger sammen.")),
)


def _make(store: Store, columns: Columns) -> Koordinering:
    return store.door(Koordinering).add(Koordinering(0, **columns))


def _mend(store: Store, record: Any, columns: Columns) -> Koordinering:
    return store.door(Koordinering).change(
        record.nr, **{name: columns[name] for name in ("indsats", "hvornar", "hvem")}
    )


def _together(_store: Store, given: Given, _nr: int | None) -> Iterator[Broken]:
    if given.get("borger") is None:
        yield Broken("borger", "Skriv, hvem det er om, fx borger = 7.")


def _told(store: Store, koordinering: Any) -> tuple[str, ...]:
    if not koordinering.hvornar:
        return ()
    if read_clash(koordinering.hvornar) is None:
        return ("Det læses ikke som en fast tid. Skriv fx »tirsdag kl. 10-12«, så bliver du mindet om den.",)
    return clashes_of(store, koordinering)


KIND = RecordKind("koordinering", FELTER, _make, _mend, together=_together, told=_told)
