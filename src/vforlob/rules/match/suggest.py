"""The match: a borger's wishes in their order, and for each the places it leads to, with every why and why not.

A pure function of values: no score, no storage, no screen. Filters only narrow, and nothing stands without a wish.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.model.onske import Onske
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.match.asked import by_virksomhed
from vforlob.rules.match.branches import Groups
from vforlob.rules.match.facts import Found, told_of
from vforlob.rules.match.hensyn import met
from vforlob.rules.match.leads import Lead, leads, register
from vforlob.rules.match.nearness import NEAR, nearness, read_places, towns_in
from vforlob.rules.match.values import Asked, Match, Place, Seeker, Suggestion, WishMatch

# Said under every match: there is an order, and it is no ranking.
ORDER = (
    "Stederne står i denne orden: nævnt i ønsket, passer direkte til det, kan noget af det, borgeren har brug "
    "for, ligger nær, har givet løntimer eller job, og så navnet."
)


class Ways(NamedTuple):
    """`groups` are words of the same branche, `steps` how far apart neighbouring postnumre may be."""

    groups: Groups
    steps: int


class _Led(NamedTuple):
    place: Place
    found: Found


def matched(seeker: Seeker, places: Sequence[Place], ways: Ways, today: date) -> Match:
    """Each place is told of once: where it was asked, else under the first wish that leads to it."""
    every = tuple(places)
    known = {place.virksomhed.nr: place for place in every}
    wishes = tuple(sorted(seeker.onsker, key=lambda one: (one.rang, one.nr)))
    led = _all_led(seeker, wishes, every, ways)
    asked = _asked_by_wish(seeker, wishes, led, known)
    shown = {row.virksomhed.nr: onske.rang for onske in wishes for row in asked.get(onske.nr, ())}
    result = []
    for onske in wishes:
        own = asked.get(onske.nr, ())
        new, also = _apart(led[onske.nr], shown, frozenset(row.virksomhed.nr for row in own))
        shown |= {one.place.virksomhed.nr: onske.rang for one in new}
        told = [Suggestion(it.place, it.found.near, told_of(it.place, it.found, seeker, today)) for it in new]
        now = tuple(one for one in told if not one.told.stop)
        result.append(WishMatch(onske, own, now, tuple(one for one in told if one.told.stop), also))
    return Match(seeker, tuple(result), asked.get(0, ()))


def _all_led(
    seeker: Seeker, wishes: Iterable[Onske], places: tuple[Place, ...], ways: Ways
) -> dict[int, tuple[_Led, ...]]:
    if not places:
        return {onske.nr: () for onske in wishes}
    wished = read_places(seeker.borger.sted)
    stands = {sted: read_places(sted) for sted in {place.virksomhed.sted for place in places}}
    near = {sted: nearness(wished, read, ways.steps) for sted, read in stands.items()}
    found = register(places, towns_in((wished, *stands.values())))

    def led(at: int, lead: Lead) -> _Led:
        return _Led(places[at], Found(lead.why, lead.named, lead.direct, near[places[at].virksomhed.sted]))

    return {
        onske.nr: tuple(
            sorted(
                (led(at, lead) for at, lead in leads(onske, found, ways.groups).items()),
                key=lambda one: _order(one, seeker),
            )
        )
        for onske in wishes
    }


def _order(one: _Led, seeker: Seeker) -> tuple[bool, bool, bool, int, bool, str, int]:
    """As ORDER says it. Yes before no, never a sum."""
    place = one.place
    return (
        not one.found.named,
        not one.found.direct,
        not met(seeker.hensyn, place)[0],
        NEAR.index(one.found.near),
        not (place.paid or place.jobs),
        place.virksomhed.navn.casefold(),
        place.virksomhed.nr,
    )


def _asked_by_wish(
    seeker: Seeker, wishes: Iterable[Onske], led: Mapping[int, tuple[_Led, ...]], known: Mapping[int, Place]
) -> dict[int, tuple[Asked, ...]]:
    """By the wish they were made for. Those without one stand under the first wish that leads there too, else under 0.
    A virksomhed stands once: under the wish it was asked for last.
    """
    order = tuple(onske.nr for onske in wishes)
    leading = {one.place.virksomhed.nr: onske for onske in reversed(order) for one in led[onske]}
    found: dict[int, list[Asked]] = {}
    for nr, steps in by_virksomhed(one for one in seeker.henvendelser if one.virksomhed in known).items():
        named = [one.onske for one in steps if one.onske in order]
        under = named[-1] if named else leading.get(nr)
        found.setdefault(under or 0, []).append(Asked(known[nr].virksomhed, steps))
    return {onske: tuple(rows) for onske, rows in found.items()}


def _apart(
    led: Iterable[_Led], shown: Mapping[int, int], own: frozenset[int]
) -> tuple[tuple[_Led, ...], tuple[tuple[Virksomhed, int], ...]]:
    """Those that are new here, and those that stand under another wish, with its place on the list."""
    every = [one for one in led if one.place.virksomhed.nr not in own]
    new = tuple(one for one in every if one.place.virksomhed.nr not in shown)
    also = tuple(
        (one.place.virksomhed, shown[one.place.virksomhed.nr]) for one in every if one.place.virksomhed.nr in shown
    )
    return new, also
