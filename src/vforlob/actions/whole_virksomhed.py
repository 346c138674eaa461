"""What has happened at one virksomhed, gathered for one page: facts only. Knows no words and no screen."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from vforlob.actions.whole_virksomhed_history import Found, Happening, happenings
from vforlob.agenda.kinds import KINDS
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.jobabning import Henvendelse, Jobabning
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner
from vforlob.model.virksomhed import Kontaktperson, Virksomhed
from vforlob.rules.progress import Contact
from vforlob.rules.virksomhed_paid import AGREED_STEPS, refusals
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.answers import answers_of
from vforlob.store.many import records_of
from vforlob.store.store import Store

AGAIN = "igen"  # the point of the closing talk: would they take somebody again


class Again(NamedTuple):
    """What was answered in the closing talk of a forløb, in the words of its choices. Any of them may be empty."""

    forlob: int
    dato: str
    svar: str
    hvornar: str
    slags: str


class WholeVirksomhed(NamedTuple):
    """`most` is the largest number of forløb that were going at one time. `refused` are the days paid hours were
    refused, with the forløb; `paid` the forløb that came to paid hours. `close` are those followed closely now.
    `here` are those of `now` that have begun. `people` are those to talk to, who have stopped last; `asked` is the last
    time they were asked for a borger. `history` is everything dated, newest first.
    """

    virksomhed: Virksomhed
    now: tuple[Forlob, ...]
    before: tuple[Forlob, ...]
    aliases: Mapping[int, str]
    most: int
    close: tuple[int, ...]
    refused: tuple[tuple[str, int], ...]
    paid: tuple[int, ...]
    again: tuple[Again, ...]
    last: Contact | None
    here: int = 0
    people: tuple[Kontaktperson, ...] = ()
    asked: Henvendelse | None = None
    openings: tuple[Jobabning, ...] = ()
    history: tuple[Happening, ...] = ()


def gather_virksomhed(store: Store, virksomhed: Virksomhed, today: date) -> WholeVirksomhed:
    found = _found(store, virksomhed.nr)
    now = tuple(forlob for forlob in found.forlobene if forlob.status != "lukket")
    finished = [it for it in found.samtaler if it.udgave]
    borgere = {it.borger for it in found.forlobene} | {it.borger for it in found.henvendelser}
    return WholeVirksomhed(
        virksomhed=virksomhed,
        now=now,
        before=tuple(forlob for forlob in found.forlobene if forlob.status == "lukket"),
        aliases={nr: store.door(Borger).get(nr).alias for nr in borgere},
        most=most_at_a_time(found.forlobene, today.isoformat()),
        close=tuple(forlob.nr for forlob in now if _is_close(store, forlob)),
        refused=refusals(found.lonkroner),
        paid=tuple(sorted({stage.forlob for stage in found.lonkroner if stage.trin in AGREED_STEPS})),
        again=tuple(_again(store, finished)),
        last=_last(finished, found.kontakter),
        here=sum(bool(it.start) and str(it.start) <= today.isoformat() for it in now),
        people=_people(store, virksomhed.nr),
        asked=max(found.henvendelser, key=lambda it: (it.dato, it.nr), default=None),
        openings=tuple(it for it in found.jobabninger if it.status == "aben"),
        history=happenings(found._replace(samtaler=finished, titles=_titles(store, finished)), today.isoformat()),
    )


def _found(store: Store, virksomhed: int) -> Found:
    forlobene = store.door(Forlob).find(virksomhed=virksomhed)
    numbers = [forlob.nr for forlob in forlobene]
    samtaler, kontakter, stages = (
        sorted(records_of(store, kind, "forlob", numbers), key=lambda it: it.nr)
        for kind in (Samtale, Kontakt, Lonkroner)
    )
    henvendelser = store.door(Henvendelse).find(virksomhed=virksomhed)
    return Found(
        forlobene, samtaler, kontakter, stages, henvendelser, store.door(Jobabning).find(virksomhed=virksomhed)
    )


def _titles(store: Store, samtaler: Iterable[Samtale]) -> dict[str, str]:
    hashes = {it.agenda_sha for it in samtaler if "virksomhed" in it.med}
    return {sha: agenda_as_asked(store, sha).title for sha in hashes}


def _people(store: Store, virksomhed: int) -> tuple[Kontaktperson, ...]:
    found = store.door(Kontaktperson).find(virksomhed=virksomhed)
    return tuple(sorted(found, key=lambda it: (it.ophort is not None, it.nr)))


def most_at_a_time(forlobene: Iterable[Forlob], today: str) -> int:
    """A forløb goes from its first day to the day it was closed; one that begins the day another is closed comes
    after it.
    """
    days = [(it.start, it.lukket or "9") for it in forlobene if it.start and it.start <= today]
    return max((sum(first <= day < last for first, last in days) for day, _ in days), default=0)


def _is_close(store: Store, forlob: Forlob) -> bool:
    said = [it for it in store.door(Taet).find(borger=forlob.borger) if it.forlob in {None, forlob.nr}]
    return bool(said) and said[-1].svar == "ja"


def _last(samtaler: Iterable[Samtale], kontakter: Iterable[Kontakt]) -> Contact | None:
    """The newest where somebody of the virksomhed was reached or at the table."""
    held = [Contact(it.dato, it.form) for it in samtaler if "virksomhed" in it.med]
    reached = [Contact(it.dato, it.kanal) for it in kontakter if it.naet == "ja" and "virksomhed" in it.med]
    return max((*held, *reached), key=lambda it: it.dato, default=None)


def _again(store: Store, samtaler: Iterable[Samtale]) -> Iterator[Again]:
    for samtale in sorted(samtaler, key=lambda it: (it.dato, it.nr)):
        if samtale.agenda != "afslutning" or samtale.forlob is None:
            continue
        said = answers_of(store, samtale.nr, samtale.udgave)
        words = [_shown(store, samtale, felt, said.get(Key(AGAIN, felt))) for felt in ("svar", "hvornar", "type")]
        if any(words):
            yield Again(samtale.forlob, samtale.dato, *words)


def _shown(store: Store, samtale: Samtale, felt_id: str, value: Any) -> str:
    """As the agenda words it; what it does not know any more stands as it was said."""
    if value is None:
        return ""
    punkt = agenda_as_asked(store, samtale.agenda_sha).punkt(AGAIN)
    felt = punkt.felt(felt_id) if punkt else None
    return KINDS[felt.kind].show(value, felt) if felt else str(value)
