"""A colleague's openings taken in, all or nothing, as one thing that can be taken back. Knows no file."""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.actions.record_kinds.base import today_of
from vforlob.actions.record_kinds.jobabning import new_key
from vforlob.model.jobabning import Jobabning
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.tavle import ALIKE, CHANGED, NEW, Places, Row, Verdict, verdicts
from vforlob.store.store import Store

ART = "tavle hent"
SOMEBODY = "en kollega"


class Taken(NamedTuple):
    made: int
    changed: int
    virksomheder: int


def judged(store: Store, rows: Iterable[Row]) -> tuple[Verdict, ...]:
    return verdicts(tuple(rows), store.door(Jobabning).find(), _places(store))


def new_places(found: Iterable[Verdict], alike: bool) -> tuple[Row, ...]:
    """The first row of each virksomhed that nobody has written down, of what would be taken."""
    places, first = Places(), []
    for one in found:
        if one.virksomhed is None and one.what in _taken_in(alike) and places.place_of(one.row) is None:
            places.add(_place(one.row))
            first.append(one.row)
    return tuple(first)


def take_board(store: Store, rows: Iterable[Row], alike: bool) -> Taken:
    """Looked at once more inside the transaction: another window may have been quicker."""
    with store.doing(ART):
        return _take(store, judged(store, rows), alike)


def _take(store: Store, found: tuple[Verdict, ...], alike: bool) -> Taken:
    openings, places, made, changed, new = store.door(Jobabning), _places(store), 0, 0, 0
    for one in found:
        if one.what == CHANGED and one.opening:
            openings.change(one.opening, **{name: getattr(one.row, name) for name in one.changed})
            changed += 1
        elif one.what in _taken_in(alike):
            virksomhed = places.place_of(one.row)
            if virksomhed is None:
                place = store.door(Virksomhed).add(_place(one.row)._replace(oprettet=today_of(store)))
                places.add(place)
                virksomhed, new = place.nr, new + 1
            openings.add(_opening(store, one.row, virksomhed))
            made += 1
    return Taken(made, changed, new)


def _taken_in(alike: bool) -> tuple[str, ...]:
    return (NEW, ALIKE) if alike else (NEW,)


def _places(store: Store) -> Places:
    return Places(store.door(Virksomhed).find())


def _place(row: Row) -> Virksomhed:
    """Whether they have had anybody before nobody has said."""
    return Virksomhed(0, row.navn, row.cvr, row.branche, row.sted)


def _opening(store: Store, row: Row, virksomhed: int) -> Jobabning:
    return Jobabning(
        nr=0,
        virksomhed=virksomhed,
        opgaver=row.opgaver,
        timer=row.timer,
        frist=row.frist,
        art=row.art,
        fra=row.fra or SOMEBODY,
        nogle=row.nogle or new_key(),
        oprettet=today_of(store),
    )
