"""Hensyn as JSON: the record, and who may know it as the gate has it. Knows no screen."""

from collections.abc import Iterable
from typing import Any

from vforlob.cli.hensyn_entry import place_of, places_of
from vforlob.cli.hensyn_screens import Place, agreed_in, answers_in
from vforlob.cli.history_lines import history_json
from vforlob.cli.owners import Owner
from vforlob.cli.record_json import record_json
from vforlob.model.hensyn import Hensyn
from vforlob.store.store import Store


def hensyn_json(store: Store, hensyn: Hensyn) -> dict[str, Any]:
    """`forlob` has a row for each forløb with what was decided in it."""
    rows = [{"forlob": _number(place), **_decided(hensyn, place)} for place in places_of(store, hensyn)]
    return record_json(hensyn) | {"forlob": rows, "historik": history_json(store, "hensyn", hensyn.nr)}


def hensynene_json(store: Store, hensynene: Iterable[Hensyn], owner: Owner | None) -> dict[str, Any]:
    """Of a forløb each row also says who may know it there."""
    if owner is None or owner.forlob is None:
        return {"raekker": [record_json(it) for it in hensynene]}
    place = place_of(store, owner.forlob.nr, owner.borger.nr)
    rows = [record_json(it) | _decided(it, place) for it in hensynene]
    return {"forlob": owner.forlob.nr, "raekker": rows}


def _decided(hensyn: Hensyn, place: Place) -> dict[str, Any]:
    return {"roller": answers_in(hensyn, place), "aftalt_her": agreed_in(hensyn, place) or None}


def _number(place: Place) -> int | None:
    return place.owner.forlob.nr if place.owner.forlob else None
