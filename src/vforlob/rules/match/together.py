"""The match as the borger may see it beside the consultant: her wishes, places, the way, hours. Made only of those.

What is not put into these values cannot be shown: nothing of other borgere, of hensyn, of what a virksomhed has said or
done. Each part goes through the gate under the point of the formøde that it was said at.
"""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.model.agenda import Felt, Punkt
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import plain_date
from vforlob.rules.gate import may
from vforlob.rules.gate_scene import Scene
from vforlob.rules.gate_tables import BORGER
from vforlob.rules.match.asked import NO
from vforlob.rules.match.facts import hours_words
from vforlob.rules.match.nearness import ELSEWHERE, NEIGHBOUR, SAME, UNKNOWN
from vforlob.rules.match.values import Asked, Match, WishMatch
from vforlob.rules.naming import Names

# The point and felt of the formøde that each part of the page was said at.
_WISHES, _WAY, _HOURS = ("onskeliste", "onske"), ("geografi", "sted"), ("timetal", "start")
_ALONE_TOGETHER = Scene(has_forlob=False, deltagere=("borger",))

_WHERE = {
    SAME: "der, hvor du vil arbejde",
    NEIGHBOUR: "tæt på i postnumrene",
    UNKNOWN: "ved ikke, hvor langt",
    ELSEWHERE: "ved ikke, hvor langt",
}
_STEPS = {
    "kontaktet": "spurgt",
    "snusebesog": "besøgt",
    "samtale": "talt med",
    "aftale": "der er en aftale",
    NO: "de sagde nej",
}
_TRANSPORT = {"gang": "til fods", "cykel": "på cykel", "bus": "med bus", "bil": "i bil", "andet": "på anden måde"}


class SharedPlace(NamedTuple):
    """`asked` is how far it is with that place; empty where nobody has asked."""

    virksomhed: int
    navn: str
    branche: str
    sted: str
    where: str = ""
    asked: str = ""


class SharedWish(NamedTuple):
    nr: int
    plads: int
    onske: str
    places: tuple[SharedPlace, ...]


class SharedMatch(NamedTuple):
    wishes: tuple[SharedWish, ...] = ()
    way: str = ""
    hours: str = ""


def together(match: Match, names: Names = lambda _: False) -> SharedMatch:
    """A place with a text that `names` a borger is left out: the one who looks may be another."""
    seeker = match.seeker
    parts = (seeker.borger.sted or "", _TRANSPORT.get(seeker.borger.transport or "", ""))
    most = f"højst {seeker.borger.minutter} minutter" if seeker.borger.minutter else ""
    way = " · ".join(" ".join(part.split()) for part in (*parts, most) if part)
    shown = {it.virksomhed.nr for one in match.wishes for it in one.asked}
    shown |= {it.place.virksomhed.nr for one in match.wishes for it in one.places}
    return SharedMatch(
        tuple(_without(_wish(one, shown), names) for one in match.wishes) if _hers(_WISHES) else (),
        way if _hers(_WAY) else "",
        hours_words(seeker) if _hers(_HOURS) else "",
    )


def _without(wish: SharedWish, names: Names) -> SharedWish:
    kept = (it for it in wish.places if not any(map(names, (it.navn, it.branche, it.sted))))
    return wish._replace(places=tuple(kept))


def _hers(where: tuple[str, str]) -> bool:
    punkt, felt = where
    return may(BORGER, Punkt(punkt, "", "gruppe", ""), Felt(felt, "", "kort"), _ALONE_TOGETHER)


def _wish(one: WishMatch, shown: set[int]) -> SharedWish:
    """A place that is not to be asked now is not here, whatever the reason is: it may be about somebody else."""
    also = (_place(it)._replace(where=f"står under ønske {plads}") for it, plads in one.also if it.nr in shown)
    places = (*map(_asked, one.asked), *_new(one), *also)
    return SharedWish(one.onske.nr, one.onske.rang, " ".join(one.onske.onske.split()), places)


def _new(one: WishMatch) -> Iterable[SharedPlace]:
    for found in one.places:
        yield _place(found.place.virksomhed)._replace(where=_WHERE[found.near])


def _asked(one: Asked) -> SharedPlace:
    """Why it was a no was written for the case."""
    return _place(one.virksomhed)._replace(asked=f"{_STEPS[one.last.trin]} den {plain_date(one.last.dato)}")


def _place(virksomhed: Virksomhed) -> SharedPlace:
    texts = (virksomhed.navn, virksomhed.branche or "", virksomhed.sted or "")
    return SharedPlace(virksomhed.nr, *(" ".join(text.split()) for text in texts))
