"""What is asked of a delmål: one question a letter of SMART. Knows no prompt and no file."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind, choices, is_correction, today_of
from vforlob.actions.record_kinds.owners import BORGER, FORLOB, owner_broken, owner_of
from vforlob.actions.references import open_forlob
from vforlob.agenda.reserved import DELMAL_STATUS
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.delmal import Delmal
from vforlob.rules.smart import LETTERS, Letter, gaps
from vforlob.store.store import Store

ART = choices(
    jobmal="Jobmål: arbejde eller løntimer",
    kompetencemal="Kompetenceudviklingsmål: noget, der skal læres",
    udviklingsmal="Udviklingsmål: et skridt på vejen",
)
OPEN = "aben"


def _asked(letter: Letter) -> RecordFelt:
    kind = "dato" if letter.column == "frist" else "tekst"
    text = f"{letter.name}: {letter.gap[:1].upper()}{letter.gap[1:].removesuffix('?')}"
    return RecordFelt(Felt(letter.column, text, kind, help=letter.help))


FELTER = (
    BORGER,
    FORLOB,
    RecordFelt(
        Felt("status", "Hvordan står det til", "valg", choices=DELMAL_STATUS, help="Enter, hvis det er som før."),
        when=is_correction,
    ),
    RecordFelt(Felt("tekst", "Hvad er der sket", "tekst", help="Én linje. Den følger delmålet."), when=is_correction),
    RecordFelt(Felt("art", "Slags mål", "valg", choices=ART, help="Ikke alle har et jobmål fra start."), required=True),
    *map(_asked, LETTERS),
    RecordFelt(
        Felt(
            "delt",
            "Må virksomheden kende delmålet",
            "janej",
            help="Spørg borgeren. Ja betyder, at det kan stå i tekster til virksomhed og mentor.",
        )
    ),
)
_COLUMNS = ("art", *(letter.column for letter in LETTERS), "delt", "tekst")


def _make(store: Store, columns: Columns) -> Delmal:
    owner, today = owner_of(store, columns), today_of(store)
    status = columns["status"] or OPEN
    said = {name: columns[name] for name in _COLUMNS}
    forlob = owner.forlob or _only_open(store, owner.borger)
    delmal = Delmal(0, owner.borger, forlob, **said, status=status, oprettet=today)
    return store.door(Delmal).add(delmal._replace(status_dato=today if status != OPEN else None))


def _mend(store: Store, record: Any, columns: Columns) -> Delmal:
    owner = owner_of(store, columns)
    said = {name: columns[name] for name in _COLUMNS}
    status = columns["status"] or OPEN
    since = today_of(store) if status != record.status else record.status_dato
    forlob = owner.forlob
    if asked_anew(store, record) and forlob == record.forlob:
        if said["delt"] is None:
            said["delt"] = record.delt
        elif said["delt"] == "ja":
            forlob = _only_open(store, owner.borger)
    return store.door(Delmal).change(
        record.nr, borger=owner.borger, forlob=forlob, status=status, status_dato=since, **said
    )


def asked_anew(store: Store, delmal: Delmal) -> bool:
    """Whether it comes from another forløb than the one that runs: what the virksomhed there may know says nothing
    about the one here.
    """
    running = _only_open(store, delmal.borger)
    return running is not None and running != delmal.forlob and delmal.forlob not in _open(store, delmal.borger)


def _only_open(store: Store, borger: int) -> int | None:
    """Of several nobody can tell which virksomhed is meant."""
    running = _open(store, borger)
    return running[0] if len(running) == 1 else None


def _open(store: Store, borger: int) -> list[int]:
    return [forlob.nr for forlob in open_forlob(store, borger)]


def _together(store: Store, given: Given, _nr: int | None) -> Iterator[Broken]:
    yield from owner_broken(store, given)
    if all(given.get(letter.column) is None for letter in LETTERS if letter.column != "frist"):
        yield Broken("specifikt", "Skriv mindst én ting om delmålet. De andre spørgsmål kan vente.")


def _told(store: Store, delmal: Any) -> tuple[str, ...]:
    """A missing letter stops nobody."""
    return (*gaps(delmal), *_nowhere(store, delmal)) if delmal.status == OPEN else ()


def _nowhere(store: Store, delmal: Delmal) -> Iterator[str]:
    """The borger's yes, where no virksomhed can be told."""
    running = _open(store, delmal.borger)
    if delmal.delt != "ja" or not running or delmal.forlob in running:
        return
    if len(running) > 1:
        yield (
            "Borgeren har flere forløb i gang, så ingen virksomhed får delmålet at se. Skriv det i det rette forløb:"
            f" vforlob delmål ny f{running[-1]}"
        )
    else:
        yield (
            f"Virksomheden i f{running[0]} får det ikke at se, for borgeren sagde ja til en anden."
            f" Spørg, og ret det: vforlob delmål ret {delmal.nr}"
        )


KIND = RecordKind("delmal", FELTER, _make, _mend, together=_together, told=_told, name="delmål")
