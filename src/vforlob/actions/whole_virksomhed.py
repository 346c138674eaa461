"""What has happened at one virksomhed, gathered for one page: facts only. Knows no words and no screen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from vforlob.agenda.kinds import KINDS
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.progress import Contact
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.answers import answers_of
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


def gather_virksomhed(store: Store, virksomhed: Virksomhed, today: date) -> WholeVirksomhed:
    forlobene = store.door(Forlob).find(virksomhed=virksomhed.nr)
    now = tuple(forlob for forlob in forlobene if forlob.status != "lukket")
    stages = [stage for forlob in forlobene for stage in store.door(Lonkroner).find(forlob=forlob.nr)]
    samtaler = [it for forlob in forlobene for it in store.door(Samtale).find(forlob=forlob.nr) if it.udgave]
    kontakter = [it for forlob in forlobene for it in store.door(Kontakt).find(forlob=forlob.nr)]
    return WholeVirksomhed(
        virksomhed=virksomhed,
        now=now,
        before=tuple(forlob for forlob in forlobene if forlob.status == "lukket"),
        aliases={nr: store.door(Borger).get(nr).alias for nr in {forlob.borger for forlob in forlobene}},
        most=most_at_a_time(forlobene, today.isoformat()),
        close=tuple(forlob.nr for forlob in now if _is_close(store, forlob)),
        refused=tuple(sorted((stage.dato, stage.forlob) for stage in _refusals(stages))),
        paid=tuple(sorted({stage.forlob for stage in stages if stage.trin in {"aftalt", "i_gang"}})),
        again=tuple(_again(store, samtaler)),
        last=_last(samtaler, kontakter),
    )


def most_at_a_time(forlobene: Iterable[Forlob], today: str) -> int:
    """A forløb goes from its first day to the day it was closed; one that begins the day another is closed comes
    after it.
    """
    days = [(it.start, it.lukket or "9") for it in forlobene if it.start and it.start <= today]
    return max((sum(first <= day < last for first, last in days) for day, _ in days), default=0)


def _refusals(stages: Sequence[Lonkroner]) -> Iterator[Lonkroner]:
    """Said no, and not merely still no: the step before was another."""
    before: dict[int, str] = {}
    for stage in sorted(stages, key=lambda it: (it.forlob, it.dato, it.nr)):
        if stage.trin == "afvist" and before.get(stage.forlob) != "afvist":
            yield stage
        before[stage.forlob] = stage.trin


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
