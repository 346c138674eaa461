"""Gather what can be learned from how forløb ended. Knows no words and no screen; counts nothing itself."""

from datetime import date
from typing import NamedTuple

from vforlob.model.accounts import Statistik
from vforlob.model.forlob import Forlob
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.laering.endings import (
    Group,
    Outcome,
    Place,
    by_branche,
    by_closing_talk,
    by_formode,
    by_outcome,
    by_place,
    by_sign,
    by_week,
    closed_by,
)
from vforlob.rules.laering.notes import Hit, Tag, found_in, tags
from vforlob.rules.laering.survival import Going, survival
from vforlob.store.laering import learning_notes
from vforlob.store.store import Store

BEGINNING = "0000-00"


class Laering(NamedTuple):
    """`fra` is the first month that counts, empty for all. `i_gang` are forløb that go on, `lukket` those that count.

    `steder` are for the consultant's own screen: everything else names nobody.
    """

    dato: str
    fra: str
    lukket: int
    i_gang: int
    udfald: tuple[Outcome, ...] = ()
    uger: tuple[Group, ...] = ()
    overlevelse: tuple[Going, ...] = ()
    tegn: tuple[Group, ...] = ()
    brancher: tuple[Group, ...] = ()
    formode: tuple[Group, ...] = ()
    afslutning: tuple[Group, ...] = ()
    steder: tuple[Place, ...] = ()
    maerker: tuple[Tag, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.lukket or self.i_gang or self.steder)


def gather_laering(store: Store, today: date, fra: str = "") -> Laering:
    """`fra` is a month, 2026-03; forløb closed before it do not count."""
    closed = closed_by(store.door(Statistik).find(), fra or BEGINNING, today.isoformat()[:7])
    begun = [one.start for one in _going(store, today) if one.start and one.start <= today.isoformat()]
    return Laering(
        dato=today.isoformat(),
        fra=fra,
        lukket=len(closed),
        i_gang=len(begun),
        udfald=by_outcome(closed),
        uger=by_week(closed),
        overlevelse=survival(closed, begun, today),
        tegn=by_sign(closed),
        brancher=by_branche(closed),
        formode=by_formode(closed),
        afslutning=by_closing_talk(closed),
        steder=by_place(_closed_here(store, fra or BEGINNING, today)),
        maerker=tags(learning_notes(store)),
    )


def _going(store: Store, today: date) -> list[Forlob]:
    """Also those that are agreed to end in a month to come: their row does not count until then."""
    door, month = store.door(Forlob), today.isoformat()[:7]
    return [*door.find(status="aben"), *(it for it in door.find(status="lukket") if (it.lukket or "")[:7] > month)]


def _closed_here(store: Store, fra: str, today: date) -> list[Forlob]:
    """Of those still in the database."""
    closed = store.door(Forlob).find(status="lukket")
    return [one for one in closed if fra <= (one.lukket or "")[:7] and (one.lukket or "") <= today.isoformat()]


def names_of(store: Store, steder: tuple[Place, ...]) -> dict[int, str]:
    """Of the virksomheder, by number."""
    wanted = {place.virksomhed for place in steder}
    return {it.nr: it.navn for it in store.door(Virksomhed).find() if it.nr in wanted}


class Notes(NamedTuple):
    hits: tuple[Hit, ...]
    maerker: tuple[Tag, ...]


def gather_notes(store: Store, typed: str) -> Notes:
    notes = learning_notes(store)
    return Notes(found_in(notes, typed), tags(notes))
