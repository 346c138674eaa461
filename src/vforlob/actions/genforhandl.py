"""The virksomheder with praktik again and again and no paid hours, with names for the page. Knows no words."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.virksomhed_paid import ENOUGH, Negotiation, Place, praktikker, to_renegotiate
from vforlob.store.many import records_by
from vforlob.store.store import Store


class Renegotiations(NamedTuple):
    """`aliases` are those of the borgere who were there."""

    found: tuple[Negotiation, ...]
    virksomheder: Mapping[int, Virksomhed]
    aliases: Mapping[int, str]


def gather_renegotiations(store: Store, today: date) -> Renegotiations:
    by_place: dict[int, list[Forlob]] = {}
    for forlob in store.door(Forlob).find():
        by_place.setdefault(forlob.virksomhed, []).append(forlob)
    enough = {nr: every for nr, every in by_place.items() if len(praktikker(every, today.isoformat())) >= ENOUGH}
    numbers = [forlob.nr for every in enough.values() for forlob in every]
    timer, stages = (records_by(store, kind, "forlob", numbers) for kind in (Timer, Lonkroner))
    places = [
        Place(
            nr,
            tuple(every),
            tuple(step for it in every for step in timer.get(it.nr, ())),
            tuple(stage for it in every for stage in stages.get(it.nr, ())),
        )
        for nr, every in enough.items()
    ]
    found = to_renegotiate(places, today)
    return Renegotiations(
        found,
        {one.virksomhed: store.door(Virksomhed).get(one.virksomhed) for one in found},
        {nr: store.door(Borger).get(nr).alias for nr in {it.borger for one in found for it in one.praktikker}},
    )
