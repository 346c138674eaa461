"""What is asked of an aftale, how it is settled, and when the consultant's own are due. Knows no prompt and no file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind, choices, is_correction, today_of
from vforlob.actions.record_kinds.owners import BORGER, FORLOB, owner_broken, owner_of
from vforlob.actions.workdays import workdays
from vforlob.errors.record_rules import Broken
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.rules.danish import long_date
from vforlob.rules.frister import own_deadline
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

OWN = "konsulent"
DONE, MOVED, DROPPED, OPEN = "gjort", "flyttet", "bortfaldet", "aben"
HVEM = choices(
    borger="Borgeren",
    konsulent="Konsulenten (dig)",
    sagsbehandler="Sagsbehandleren",
    virksomhed="Virksomheden",
    mentor="Mentoren",
    andre="Andre",
)
UDFALD = choices(gjort="Gjort", flyttet="Flyttet til en ny frist", bortfaldet="Bortfaldet", aben="Åben igen")
MODTAGERE = choices(
    borger="Borgeren",
    virksomhed="Virksomheden",
    mentor="Mentoren",
    sagsbehandler="Sagsbehandleren",
    journal="Journalen",
)


def _names_others(given: Given) -> bool:
    return "andre" in _words(given.get("hvem"))


def _needs_reason(given: Given) -> bool:
    return is_correction(given) and given.get("udfald") in {MOVED, DROPPED}


def _own_frist(store: Store, given: Given, nr: int | None) -> Value | None:
    """What the rule gives the consultant's own promises."""
    return _deadline(store) if nr is None and OWN in _words(given.get("hvem")) else None


FELTER = (
    BORGER,
    FORLOB,
    RecordFelt(
        Felt("udfald", "Hvordan gik det", "valg", choices=UDFALD, help="Enter, hvis du kun vil rette ordene."),
        when=is_correction,
    ),
    RecordFelt(Felt("grund", "Hvorfor", "kort", help="Én linje. Den følger aftalen."), when=_needs_reason),
    RecordFelt(Felt("hvad", "Hvad er aftalt", "kort", help="Én ting, der kan krydses af."), required=True),
    RecordFelt(Felt("hvem", "Hvem gør det", "flervalg", choices=HVEM, help="Den eller dem, der har lovet det.")),
    RecordFelt(Felt("hvem_andre", "Hvilke andre", "kort", help="En rolle, ikke et navn."), when=_names_others),
    RecordFelt(
        Felt("frist", "Senest", "dato", help="Fx »fredag« eller »3/12«. Dit eget løfte har en frist af sig selv."),
        default=_own_frist,
    ),
    RecordFelt(
        Felt(
            "modtagere",
            "Hvem må se aftalen",
            "flervalg",
            choices=MODTAGERE,
            help="Tomt betyder borgeren og dem, der er nævnt. Sagsbehandler og journal får den altid.",
        )
    ),
)


def _make(store: Store, columns: Columns) -> Aftale:
    owner, today = owner_of(store, columns), today_of(store)
    frist = columns["frist"] or (_deadline(store) if OWN in columns["hvem"] else None)
    said = {name: columns[name] for name in ("hvad", "hvem", "hvem_andre")}
    aftale = Aftale(0, owner.borger, owner.forlob, **said, frist=frist, modtagere=columns["modtagere"] or None)
    return store.door(Aftale).add(aftale._replace(oprettet=today))


def _mend(store: Store, record: Any, columns: Columns) -> Aftale:
    said = {name: columns[name] for name in ("hvad", "hvem", "hvem_andre", "frist", "grund")}
    # None is the default of the gate. An aftale that nobody may see stays so, whatever the empty answer meant.
    modtagere = columns["modtagere"] or (() if record.modtagere == () else None)
    owner = owner_of(store, columns)
    changes = {**said, **settled(record, columns["udfald"], today_of(store)), "modtagere": modtagere}
    return store.door(Aftale).change(record.nr, borger=owner.borger, forlob=owner.forlob, **changes)


def settled(record: Aftale, udfald: str | None, today: str) -> dict[str, Any]:
    """The columns that change. What was already settled that way keeps its day."""
    if udfald is None or (udfald == record.status and udfald != MOVED):
        return {}
    if udfald == MOVED:
        return {"status": OPEN, "afsluttet": None, "flyttet": record.flyttet + 1}
    return {"status": udfald, "afsluttet": None if udfald == OPEN else today}


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    yield from owner_broken(store, given)
    udfald, hvem = given.get("udfald"), _words(given.get("hvem"))
    if not hvem and (nr is None or store.door(Aftale).get(nr).hvem):  # what a samtale left open may stay so
        yield Broken("hvem", "Skriv, hvem der gør det.")
    if nr is None:
        if udfald is not None:
            yield Broken("udfald", "En ny aftale har intet udfald. Sæt det bagefter: vforlob aftale ret NUMMER")
        if given.get("frist") is None and OWN not in hvem:
            yield Broken("frist", "Der mangler en frist. Kun dit eget løfte får en af sig selv.")
        return
    if udfald == MOVED and given.get("frist") in (None, store.door(Aftale).get(nr).frist):
        yield Broken("frist", "Den er flyttet. Skriv den nye frist.")
    if udfald == DROPPED and given.get("grund") is None:
        yield Broken("grund", "Den er bortfaldet. Skriv hvorfor.")


def _told(store: Store, aftale: Any) -> tuple[str, ...]:
    """Said where the program has set the frist, or could have."""
    today = today_of(store)
    if aftale.oprettet != today or OWN not in aftale.hvem or aftale.status != OPEN or aftale.flyttet:
        return ()
    if aftale.samtale is not None or aftale.frist != _deadline(store):
        return ()
    return (f"Dit eget løfte: fristen er {long_date(aftale.frist)}.",)


def _deadline(store: Store) -> str:
    rules = load_rulebook(store.folder)
    day = own_deadline(date.fromisoformat(today_of(store)), rules, workdays(rules, store.folder))
    return day.isoformat()


def _words(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value is not None else ()


KIND = RecordKind("aftale", FELTER, _make, _mend, together=_together, told=_told)
