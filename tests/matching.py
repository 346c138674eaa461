"""Borgere, wishes and places for tests about matching: plain values, everything fictional."""

from datetime import date
from typing import Any

from vforlob.model.borger import Borger
from vforlob.model.hensyn import Hensyn
from vforlob.model.onske import Onske
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.match.branches import read_groups
from vforlob.rules.match.suggest import Ways, matched
from vforlob.rules.match.values import Match, Place, Seeker
from vforlob.store.regler import our_rules

TODAY = date(2026, 11, 20)
WAYS = Ways(read_groups(our_rules(), TODAY), 20)


def seeker(*wishes: str, **over: Any) -> Seeker:
    """b7 with these wishes in their order."""
    borger = Borger(7, "Æ-7", **over.pop("borger", {}))
    onsker = tuple(Onske(nr, 7, nr, text) for nr, text in enumerate(wishes, 1))
    return Seeker(borger, onsker, **over)


def place(nr: int, navn: str = "", branche: str = "lager", sted: str | None = "8200 Aarhus N", **over: Any) -> Place:
    of_virksomhed = {key: over.pop(key) for key in ("max_antal", "ring_igen", "rammer", "vaert") if key in over}
    return Place(Virksomhed(nr, navn or f"Sted {nr}", branche=branche, sted=sted, **of_virksomhed), **over)


def pause(**over: Any) -> Hensyn:
    return Hensyn(1, 7, "bliver hurtigt træt", "ro", "en kort pause hver anden time")._replace(**over)


def match_of(who: Seeker, *places: Place) -> Match:
    return matched(who, places, WAYS, TODAY)


def numbers(match: Match, wish: int = 0) -> list[int]:
    """The places that can be called for a wish, in their order."""
    return [one.place.virksomhed.nr for one in match.wishes[wish].places]


def everywhere(match: Match) -> set[int]:
    """Every place that stands anywhere under a wish."""
    found: set[int] = set()
    for one in match.wishes:
        found |= {it.place.virksomhed.nr for it in (*one.places, *one.not_now)}
        found |= {it.virksomhed.nr for it in one.asked}
    return found
