"""What is asked of a task at the virksomhed, and how its trin moves. Knows no prompt and no file."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.record_kinds.base import DAYS, Columns, Given, RecordFelt, RecordKind, choices, today_of
from vforlob.actions.record_kinds.owners import FORLOB, forlob_broken, owner_of
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.opgave import Opgave
from vforlob.model.text import search_fold
from vforlob.store.store import Store

TRIN = choices(
    ny="Ikke begyndt", oplaeres="Oplæres", med_hjaelp="Klares med hjælp", selvstaendigt="Klares selvstændigt"
)
TIMETYPE = choices(praktik="Praktik", lontilskud="Løntilskud", ordinaer="Ordinære timer")
# Told to the form by the command: only there the tasks are kept apart by kind of hours.
IS_COMBINED = "er_kombination"


def _is_combined(given: Given) -> bool:
    return given.get(IS_COMBINED) == "ja"


FELTER = (
    FORLOB,
    RecordFelt(Felt("opgave", "Opgave", "kort", help="Som I kalder den på arbejdspladsen, fx fejning."), required=True),
    RecordFelt(
        Felt("trin", "Hvor langt er borgeren", "valg", choices=TRIN, help="Hvor meget klarer borgeren selv?"),
        required=True,
    ),
    RecordFelt(
        Felt(
            "timetype",
            "Hvilke timer hører opgaven til",
            "valg",
            choices=TIMETYPE,
            help="I et kombinationsforløb holdes opgaverne adskilt.",
        ),
        when=_is_combined,
    ),
    RecordFelt(Felt("tilpasning", "Tilpasning", "tekst", help="Hvad er ændret, så opgaven passer til borgeren?")),
    RecordFelt(
        Felt("hjaelpemidler", "Hjælpemidler", "tekst", help="Hvad, hvem bestiller det, og hvornår er det på plads?")
    ),
    RecordFelt(Felt("dage", "Hvilke dage", "flervalg", choices=DAYS, help="Fx mandag og onsdag.")),
    RecordFelt(Felt("timer", "Timer om ugen med opgaven", "tal", min=0, max=60, unit="timer")),
)
_COLUMNS = ("opgave", "trin", "timetype", "tilpasning", "hjaelpemidler", "dage", "timer")


def _make(store: Store, columns: Columns) -> Opgave:
    owner = owner_of(store, columns)
    said = {name: columns[name] for name in _COLUMNS}
    return store.door(Opgave).add(Opgave(0, owner.borger, columns["forlob"], **said, trin_siden=today_of(store)))


def _mend(store: Store, record: Any, columns: Columns) -> Opgave:
    owner = owner_of(store, columns)
    since = today_of(store) if columns["trin"] != record.trin else record.trin_siden
    said = {name: columns[name] for name in _COLUMNS}
    return store.door(Opgave).change(record.nr, borger=owner.borger, forlob=columns["forlob"], trin_siden=since, **said)


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    broken = tuple(forlob_broken(store, given, nr))
    yield from broken
    if broken or given.get("opgave") is None:
        return
    from vforlob.actions.references import number_of  # here, for a file may hold a faulty forløb

    forlob = number_of(store, "forlob", str(given["forlob"]))
    for other in store.door(Opgave).find(forlob=forlob):
        if other.nr != nr and search_fold(other.opgave) == search_fold(str(given["opgave"])):
            yield Broken("opgave", f"Den opgave står der allerede. Ret den: vforlob opgave ret {other.nr}")


def _told(_store: Store, opgave: Any) -> tuple[str, ...]:
    if not opgave.hjaelpemidler or opgave.trin == "selvstaendigt":
        return ()
    return (f"Skal nogen bestille hjælpemidlet, så lav en aftale: vforlob aftale ny f{opgave.forlob}",)


KIND = RecordKind("opgave", FELTER, _make, _mend, together=_together, told=_told)
