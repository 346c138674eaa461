"""The board of openings, fit to be shared: no row that names a borger. Knows no format and no screen."""

from datetime import date
from typing import NamedTuple

from vforlob.actions.borgere_named import has_alias, names_borger
from vforlob.actions.settings import setting
from vforlob.model.jobabning import Jobabning
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.tavle import OPEN, Opening, is_late, on_board
from vforlob.store.many import records_of
from vforlob.store.store import Store


class Board(NamedTuple):
    """`held_back` are the numbers of openings whose texts name a borger, `late` how many are past their day. `sender`
    and `telefon` are the consultant's own, empty where she has not said.
    """

    openings: tuple[Opening, ...]
    held_back: tuple[int, ...]
    late: int
    sender: str
    telefon: str


def openings_of(store: Store, *, settled: bool = False) -> tuple[Opening, ...]:
    """Those that are open, by the day they must be answered; all of them with `settled`."""
    door = store.door(Jobabning)
    found = door.find() if settled else door.find(status=OPEN)
    places = {it.nr: it for it in records_of(store, Virksomhed, "nr", {it.virksomhed for it in found})}
    ordered = sorted(found, key=lambda it: (it.status != OPEN, it.frist or "9", it.nr))
    return tuple(Opening(it, places[it.virksomhed]) for it in ordered)


def gather_board(store: Store, today: date, own_only: bool) -> Board:
    every = [it for it in openings_of(store) if it.jobabning.fra is None or not own_only]
    named, alias = names_borger(store), has_alias(store)
    board = on_board(every, today)
    held = tuple(it for it in board if named(it.jobabning.opgaver or "") or any(map(alias, _place_texts(it))))
    return Board(
        tuple(it for it in board if it not in held),
        tuple(it.jobabning.nr for it in held),
        sum(is_late(it.jobabning, today) for it in every),
        setting(store, "konsulent"),
        setting(store, "telefon"),
    )


def _place_texts(opening: Opening) -> tuple[str, ...]:
    place = opening.virksomhed
    return tuple(text for text in (place.navn, place.branche, place.sted, opening.jobabning.fra) if text)
