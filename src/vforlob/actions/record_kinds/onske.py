"""What is asked of a wish for a forløb, its place among the wishes, what came of it. Knows no prompt and no file."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.record_kinds.base import (
    Columns,
    Given,
    RecordFelt,
    RecordKind,
    choices,
    is_correction,
    today_of,
)
from vforlob.actions.record_kinds.owners import BORGER
from vforlob.actions.references import number_of
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.onske import Onske
from vforlob.store.store import Store

ENOUGH, MOST = 5, 20
UNTRIED = "ikke_afsogt"
STATUS = choices(
    ikke_afsogt="Ikke afsøgt",
    kontaktet="Kontaktet",
    snuset="Snuset: borgeren har været på besøg",
    afvist="Afvist",
    match="Match: det blev til et forløb",
)


def _last_place(store: Store, given: Given, nr: int | None) -> Value | None:
    if nr is not None or given.get("borger") is None:
        return None
    return len(store.door(Onske).find(borger=number_of(store, "borger", str(given["borger"])))) + 1


FELTER = (
    BORGER,
    RecordFelt(
        Felt("onske", "Ønske", "kort", help="En branche, en slags arbejde eller en bestemt virksomhed."), required=True
    ),
    RecordFelt(Felt("branche", "Branche", "kort")),
    RecordFelt(
        Felt("rang", "Plads på listen", "tal", min=1, max=MOST, help="1 er det, borgeren helst vil."),
        default=_last_place,
    ),
    RecordFelt(Felt("status", "Hvor langt er det", "valg", choices=STATUS), when=is_correction),
    RecordFelt(
        Felt("status_dato", "Siden", "dato", help="Tomt betyder i dag, når du ændrer status."),
        when=is_correction,
        past=True,
    ),
    RecordFelt(
        Felt("tekst", "Hvad kom der ud af det", "tekst", help="Også et nej er værd at skrive ned."), when=is_correction
    ),
)


def _make(store: Store, columns: Columns) -> Onske:
    status = columns["status"] or UNTRIED
    others = store.door(Onske).find(borger=columns["borger"])
    said = {name: columns[name] for name in ("onske", "branche", "tekst")}
    dato = columns["status_dato"] or (today_of(store) if columns["status"] else None)
    plain = Onske(0, columns["borger"], rang=columns["rang"] or len(others) + 1, status=status, status_dato=dato)
    onske = store.door(Onske).add(plain._replace(**said))
    return _placed(store, onske)


def _mend(store: Store, record: Any, columns: Columns) -> Onske:
    """A status that changes is dated today, unless a day is named with it."""
    said = {name: columns[name] for name in ("onske", "branche", "tekst")}
    status, dato = columns["status"] or UNTRIED, columns["status_dato"]
    if status != record.status and dato == record.status_dato:
        dato = today_of(store)
    rang = columns["rang"] or record.rang
    after = store.door(Onske).change(record.nr, **said, status=status, status_dato=dato, rang=rang)
    return _placed(store, after) if rang != record.rang else after


def _placed(store: Store, onske: Onske) -> Onske:
    """The wish takes its place, and the others make room for it: 1, 2, 3 without gaps."""
    others = sorted(
        (one for one in store.door(Onske).find(borger=onske.borger) if one.nr != onske.nr),
        key=lambda one: (one.rang, one.nr),
    )
    others.insert(onske.rang - 1, onske)
    for place, one in enumerate(others, 1):
        store.door(Onske).change(one.nr, rang=place)
    return store.door(Onske).get(onske.nr)


def _whole_place(_store: Store, value: Value, _nr: int | None) -> str:
    place = float(str(value))
    return "" if place.is_integer() and 1 <= place <= MOST else f"Skriv en plads fra 1 til {MOST}, fx 2."


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    if given.get("borger") is None:
        yield Broken("borger", "Skriv, hvis ønske det er, fx borger = 7.")
    elif nr is None and len(store.door(Onske).find(borger=number_of(store, "borger", str(given["borger"])))) >= MOST:
        yield Broken("onske", f"Der er {MOST} ønsker allerede. Ret et af dem.")
    if str(given.get("status_dato") or "") > today_of(store):
        yield Broken("status_dato", "Den dag er ikke kommet endnu. Skriv den dag, det skete.")


KIND = RecordKind(
    "onske",
    FELTER,
    _make,
    _mend,
    columns={"rang": _whole_place},
    together=_together,
    stored={"rang": lambda _store, value: int(float(str(value)))},
    name="ønske",
)
