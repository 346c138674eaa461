"""Where there has been praktik again and again and never paid hours: facts with their dates. Knows no storage.

»Genforhandling eller ophør af tidligere aftaler« (Særligt tilrettelagt virksomhedsforløb, hovedrapport, kap. 4.7).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.model.forlob import Forlob
from vforlob.model.timer import HOURS_OF, Lonkroner, Timer
from vforlob.rules.outcomes import EMPLOYED, NEVER_STARTED
from vforlob.rules.timetrappe import AGREED

PRAKTIK, PAID = "virksomhedspraktik", "ordinaer"
ENOUGH = 2  # praktikker: one is none to speak of
REFUSED, UNSAID = "afvist", "ikke_italesat"
AGREED_STEPS = frozenset({"aftalt", "i_gang"})


class Place(NamedTuple):
    """One virksomhed: its forløb, and what was agreed and said about hours in them."""

    virksomhed: int
    forlobene: tuple[Forlob, ...]
    timer: tuple[Timer, ...] = ()
    lonkroner: tuple[Lonkroner, ...] = ()


class Negotiation(NamedTuple):
    """`praktikker` oldest first. `refused` are the days paid hours were refused, with the forløb; `said` is the newest
    time they were spoken of at all, None for never. `running` are the praktikker that are not closed.
    """

    virksomhed: int
    praktikker: tuple[Forlob, ...]
    running: tuple[int, ...]
    refused: tuple[tuple[str, int], ...]
    said: Lonkroner | None


def to_renegotiate(places: Iterable[Place], today: date) -> tuple[Negotiation, ...]:
    """In the order of the virksomheder's numbers: it is no ranking."""
    found = (_negotiation(place, today.isoformat()) for place in places)
    return tuple(sorted((one for one in found if one), key=lambda one: one.virksomhed))


def praktikker(forlobene: Iterable[Forlob], today: str) -> tuple[Forlob, ...]:
    """Those that began. One that never started was none."""
    begun = (it for it in forlobene if it.art == PRAKTIK and has_begun(it, today))
    return tuple(sorted(begun, key=lambda it: (it.start or "", it.nr)))


def has_begun(forlob: Forlob, today: str) -> bool:
    if not forlob.start or forlob.start > today or forlob.udfald == NEVER_STARTED:
        return False
    return forlob.lukket is None or forlob.lukket >= forlob.start


def has_paid(place: Place, today: str) -> bool:
    """Paid hours at any time: a paid forløb, agreed paid hours, a yes, or an outcome with a job in it."""
    begun = {it.nr for it in place.forlobene if has_begun(it, today)}
    by_forlob = any(
        it.nr in begun and (HOURS_OF.get(it.art) == PAID or it.udfald in EMPLOYED) for it in place.forlobene
    )
    by_hours = any(
        it.forlob in begun and it.art == AGREED and it.fra <= today and (it.ordinaer or 0) > 0 for it in place.timer
    )
    return by_forlob or by_hours or any(it.trin in AGREED_STEPS and it.dato <= today for it in place.lonkroner)


def refusals(stages: Iterable[Lonkroner]) -> tuple[tuple[str, int], ...]:
    """Said no, and not merely still no: the step before was another."""
    before: dict[int, str] = {}
    found = []
    for stage in sorted(stages, key=lambda it: (it.forlob, it.dato, it.nr)):
        if stage.trin == REFUSED and before.get(stage.forlob) != REFUSED:
            found.append((stage.dato, stage.forlob))
        before[stage.forlob] = stage.trin
    return tuple(sorted(found))


def _negotiation(place: Place, today: str) -> Negotiation | None:
    here = praktikker(place.forlobene, today)
    if len(here) < ENOUGH or has_paid(place, today):
        return None
    said = [it for it in place.lonkroner if it.trin != UNSAID and it.dato <= today]
    return Negotiation(
        place.virksomhed,
        here,
        tuple(it.nr for it in here if it.status != "lukket"),
        refusals(it for it in place.lonkroner if it.dato <= today),
        _newest(said),
    )


def _newest(stages: Sequence[Lonkroner]) -> Lonkroner | None:
    return max(stages, key=lambda it: (it.dato, it.nr), default=None)
