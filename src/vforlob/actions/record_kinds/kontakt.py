"""What is asked of a contact: four questions, and the rest by itself. Knows no prompt and no file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from vforlob.actions.record_kinds.base import (
    Columns,
    Default,
    Given,
    RecordFelt,
    RecordKind,
    choices,
    is_correction,
    today_of,
)
from vforlob.actions.record_kinds.owners import FORLOB, NO_FORLOB
from vforlob.actions.references import number_of
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt
from vforlob.rules.danish import long_date
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

OWN = "konsulent"
# A choice beside ja and nej: it answers two questions with one Enter, and is kept as two columns.
THEY_BEGAN = "ringede_selv"
AFTERWARDS = "kontakt_efterskrift_dage"
LONGEST = "kontakt_bagkant_dage"

KANAL = choices(besog="Besøg", telefon="Telefon", video="Video", sms="SMS", mail="Mail")
MED = choices(borger="Borgeren", virksomhed="Virksomheden", mentor="Mentoren", sagsbehandler="Sagsbehandleren")
NAET = choices(ja="Ja", ringede_selv="Ja, og de begyndte selv", nej="Nej, ingen svarede")
HVEM_RINGEDE = choices(
    konsulent="Konsulenten (dig)",
    virksomhed="Virksomheden",
    borger="Borgeren",
    mentor="Mentoren",
    sagsbehandler="Sagsbehandleren",
)


def _usual(value: Value) -> Default:
    """What Enter takes in a new contact; what was never said of an old one is not made up."""
    return lambda _store, _given, nr: value if nr is None else None


def _today(store: Store, _given: Given, nr: int | None) -> Value | None:
    return today_of(store) if nr is None else None


def _is_unsaid(given: Given) -> bool:
    """That they began has been answered already."""
    return is_correction(given) and given.get("naet") != THEY_BEGAN


FELTER = (
    FORLOB,
    RecordFelt(
        Felt("med", "Hvem havde du kontakt med", "flervalg", choices=MED, help="Sæt kryds ved alle. Enter gemmer."),
        required=True,
        default=_usual(("virksomhed",)),
    ),
    RecordFelt(Felt("kanal", "Hvordan", "valg", choices=KANAL), required=True, default=_usual("telefon")),
    RecordFelt(
        Felt(
            "naet",
            "Fik I talt sammen",
            "valg",
            choices=NAET,
            help="Et forsøg uden svar er godt at have stående, men det flytter ikke den næste kontakt.",
        ),
        required=True,
        default=_usual("ja"),
    ),
    RecordFelt(Felt("tekst", "Én linje om det", "tekst", help="Det, du skal bruge næste gang. Kan stå tomt.")),
    RecordFelt(Felt("dato", "Dag", "dato"), required=True, when=is_correction, default=_today, past=True),
    RecordFelt(
        Felt("hvem_ringede", "Hvem begyndte", "valg", choices=HVEM_RINGEDE), when=_is_unsaid, default=_usual(OWN)
    ),
)


def _make(store: Store, columns: Columns) -> Kontakt:
    forlob = store.door(Forlob).get(columns["forlob"])
    return store.door(Kontakt).add(Kontakt(0, forlob.borger, forlob.nr, **_said(columns)))


def _mend(store: Store, record: Any, columns: Columns) -> Kontakt:
    return store.door(Kontakt).change(record.nr, forlob=columns["forlob"], **_said(columns))


def _said(columns: Columns) -> dict[str, Any]:
    said = {name: columns[name] for name in ("dato", "kanal", "med", "naet", "tekst")}
    began = columns["hvem_ringede"] or OWN
    if said["naet"] == THEY_BEGAN:
        others = [who for who in said["med"] if who != OWN]
        said["naet"], began = "ja", began if began in others else others[0]
    return said | {"hvem_ringede": began}


def _not_yet(store: Store, value: Value, _nr: int | None) -> str:
    if str(value) > today_of(store):
        return "Den dag er ikke kommet endnu. Skriv den dag, I havde kontakt."
    return ""


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    if given.get("forlob") is None:
        yield Broken("forlob", NO_FORLOB)
        return
    forlob = store.door(Forlob).get(number_of(store, "forlob", str(given["forlob"])))
    dato = given.get("dato")
    if nr is not None:
        if store.door(Kontakt).get(nr).borger != forlob.borger:
            yield Broken("forlob", "Det forløb er en anden borgers. Ret det.")
    elif forlob.status == "lukket" and dato and str(dato) > (last := last_day(store, forlob)):
        yield Broken("dato", f"f{forlob.nr} er lukket, og en kontakt kan højst ligge {long_date(last)}. Ret dagen.")


def last_day(store: Store, forlob: Forlob) -> str:
    """Of a closed one: while there is efterværn, else as long as a closing word may come."""
    closed = forlob.lukket or today_of(store)
    day = date.fromisoformat(closed)
    rule = load_rulebook(store.folder).find(AFTERWARDS, day)
    return max(forlob.eftervaern or "", rule.after(day).isoformat() if rule else closed)


def _told(store: Store, kontakt: Any) -> tuple[str, ...]:
    """Before a forløb begins there is much to talk about. A day that lies further back is mostly a slip of the pen."""
    forlob = store.door(Forlob).get(kontakt.forlob) if kontakt.forlob is not None else None
    rule = load_rulebook(store.folder).find(LONGEST, date.fromisoformat(kontakt.dato))
    if forlob is None or not forlob.start or rule is None:
        return ()
    if rule.after(date.fromisoformat(kontakt.dato)) >= date.fromisoformat(forlob.start):
        return ()
    return (f"Dagen, {long_date(kontakt.dato)}, ligger før forløbets første dag, {long_date(forlob.start)}.",)


KIND = RecordKind("kontakt", FELTER, _make, _mend, columns={"dato": _not_yet}, together=_together, told=_told)
