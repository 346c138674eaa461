"""What is asked of one day of absence, and which days it can be. Knows no prompt and no file."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind, choices, today_of
from vforlob.actions.record_kinds.owners import FORLOB, NO_FORLOB
from vforlob.actions.references import number_of
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Fravaer
from vforlob.rules.danish import long_date, weekday_date
from vforlob.store.store import Store

STAYED_AWAY = "udeblevet"
ART = choices(
    syg="Syg",
    fri="Fri efter aftale (læge, behandling, barn syg, ferie, lukket)",
    udeblevet="Blev væk uden besked",
    uafklaret="Ved ikke endnu",
)


def _today(store: Store, _given: Given, nr: int | None) -> Value | None:
    return today_of(store) if nr is None else None


FELTER = (
    FORLOB,
    RecordFelt(
        Felt("dato", "Hvilken dag", "dato", help="Én dag ad gangen, fx »i dag«, »mandag« eller »20/11«."),
        required=True,
        default=_today,
        past=True,
    ),
    RecordFelt(
        Felt("art", "Hvad skete der", "valg", choices=ART, help="Er du i tvivl, så vælg »Ved ikke endnu«."),
        required=True,
    ),
    RecordFelt(Felt("besked", "Hvem gav besked", "kort", help="Fx »ringede selv kl. 7.30«. Kan stå tomt.")),
)


def _make(store: Store, columns: Columns) -> Fravaer:
    forlob = store.door(Forlob).get(columns["forlob"])
    said = {name: columns[name] for name in ("dato", "art", "besked")}
    return store.door(Fravaer).add(Fravaer(0, forlob.borger, forlob.nr, **said))


def _mend(store: Store, record: Any, columns: Columns) -> Fravaer:
    said = {name: columns[name] for name in ("forlob", "dato", "art", "besked")}
    return store.door(Fravaer).change(record.nr, **said)


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    if given.get("forlob") is None:
        yield Broken("forlob", NO_FORLOB)
        return
    forlob = store.door(Forlob).get(number_of(store, "forlob", str(given["forlob"])))
    if nr is not None and store.door(Fravaer).get(nr).borger != forlob.borger:
        yield Broken("forlob", "Det forløb er en anden borgers. Ret det.")
    elif nr is None and forlob.status == "lukket":
        yield Broken("forlob", f"f{forlob.nr} er lukket. Fravær kan ikke skrives på det mere, men kan rettes.")
    elif given.get("dato") is not None:
        yield from _day_broken(store, forlob, str(given["dato"]), nr)


def _day_broken(store: Store, forlob: Forlob, dato: str, nr: int | None) -> Iterator[Broken]:
    last = min(day for day in (forlob.slut, forlob.lukket, "9999-12-31") if day)
    same = [row for row in store.door(Fravaer).find(forlob=forlob.nr, dato=dato) if row.nr != nr]
    if dato > today_of(store):
        yield Broken("dato", "Den dag er ikke kommet endnu. Fravær skrives, når dagen er der.")
    elif forlob.start and dato < forlob.start:
        yield Broken("dato", f"Forløbet begyndte først {long_date(forlob.start)}. Ret dagen.")
    elif dato > last:
        yield Broken("dato", f"Forløbets sidste dag var {long_date(last)}. Ret dagen.")
    elif same:
        found = same[0]
        said = next(one.text for one in ART if one.id == found.art).partition(" (")[0]
        yield Broken(
            "dato",
            f"{weekday_date(dato).capitalize()} står der allerede: {said.casefold()}. "
            f"Ret den i stedet: vforlob fravær ret {found.nr}",
        )


KIND = RecordKind("fravaer", FELTER, _make, _mend, together=_together, name="fravær")
