"""What a henvendelse does to the wish it was made for, and how many were made in a week. Knows no place, no storage."""

from collections.abc import Iterable
from datetime import date, timedelta

from vforlob.model.jobabning import Henvendelse
from vforlob.rules.match.values import Asked

UNTRIED, CONTACTED, VISITED, REFUSED, MATCHED = "ikke_afsogt", "kontaktet", "snuset", "afvist", "match"
AGREED, NO = "aftale", "afslag"
SETTLED = frozenset({AGREED, NO})
# A talk at a place that has not been visited is still only a contact.
STATUS_AFTER = {
    "kontaktet": CONTACTED,
    "snusebesog": VISITED,
    "samtale": CONTACTED,
    AGREED: MATCHED,
    NO: REFUSED,
}
# By itself a status only moves to the right; no and yes are both ends, but a yes somewhere outweighs a no elsewhere.
_ORDER = (UNTRIED, CONTACTED, VISITED, REFUSED, MATCHED)


def status_after(status: str, new: Henvendelse, others: Iterable[Henvendelse]) -> str:
    """The wish's status when `new` has been made for it. `others` are the other henvendelser for the same wish: a no
    from one virksomhed does not settle a wish that another is still considering.
    """
    after = STATUS_AFTER[new.trin]
    if after == REFUSED and _is_open_elsewhere(new, others):
        after = CONTACTED
    return after if _ORDER.index(after) > _place(status) else status


def by_virksomhed(henvendelser: Iterable[Henvendelse]) -> dict[int, tuple[Henvendelse, ...]]:
    """Every step with each virksomhed, the oldest first; the virksomhed that was asked last stands first."""
    found: dict[int, list[Henvendelse]] = {}
    for one in sorted(henvendelser, key=_when):
        found.setdefault(one.virksomhed, []).append(one)
    newest_first = sorted(found, key=lambda nr: _when(found[nr][-1]), reverse=True)
    return {nr: tuple(found[nr]) for nr in newest_first}


def is_settled(asked: Asked) -> bool:
    return asked.last.trin in SETTLED


def asked_in_week(henvendelser: Iterable[Henvendelse], day: date) -> int:
    """How many were made in the week, Monday to Sunday, that the day lies in. Each step is one."""
    monday = day - timedelta(days=day.weekday())
    first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return sum(1 for one in henvendelser if first <= one.dato <= last)


def _is_open_elsewhere(new: Henvendelse, others: Iterable[Henvendelse]) -> bool:
    elsewhere = by_virksomhed(one for one in others if one.virksomhed != new.virksomhed)
    return any(steps[-1].trin not in SETTLED for steps in elsewhere.values())


def _when(one: Henvendelse) -> tuple[str, int]:
    return one.dato, one.nr


def _place(status: str) -> int:
    """A status from somewhere else is left alone."""
    return _ORDER.index(status) if status in _ORDER else len(_ORDER)
