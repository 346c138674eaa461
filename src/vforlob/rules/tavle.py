"""Which openings stand on the board, and what a row of a colleague's list is to us. Knows no storage and no file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.model.jobabning import Jobabning
from vforlob.model.text import search_fold
from vforlob.model.virksomhed import Virksomhed

OPEN = "aben"
NEW, CHANGED, SAME, OWN, ALIKE = "ny", "rettet", "ens", "egen", "ligner"
COMPARED = ("opgaver", "timer", "frist", "art")


class Opening(NamedTuple):
    """An opening with the place it is at."""

    jobabning: Jobabning
    virksomhed: Virksomhed


class Row(NamedTuple):
    """One row of a colleague's list, read. `row` is its number as Excel shows it; `fra` is who shares it."""

    row: int
    navn: str
    cvr: str | None = None
    branche: str | None = None
    sted: str | None = None
    opgaver: str = ""
    timer: float | None = None
    frist: str | None = None
    art: str | None = None
    fra: str | None = None
    nogle: str | None = None


class Verdict(NamedTuple):
    """`what` is one of the words above. `opening` is the number it is the same as, or looks like; 0 when what it looks
    like is a row above it. `virksomhed` is None for a place nobody has written down. `changed` are columns.
    """

    row: Row
    what: str
    opening: int | None = None
    virksomhed: int | None = None
    changed: tuple[str, ...] = ()


def is_late(opening: Jobabning, today: date) -> bool:
    return bool(opening.frist) and str(opening.frist) < today.isoformat()


def on_board(openings: Iterable[Opening], today: date) -> tuple[Opening, ...]:
    """Open, and still to be answered; those of few hours first."""
    kept = [it for it in openings if it.jobabning.status == OPEN and not is_late(it.jobabning, today)]
    return tuple(sorted(kept, key=lambda it: (it.jobabning.timer or 0, it.jobabning.frist or "9", it.jobabning.nr)))


class Places:
    """The virksomheder as a row is compared with them, and those that are made on the way."""

    def __init__(self, virksomheder: Iterable[Virksomhed] = ()) -> None:
        self._by_name: dict[str, list[Virksomhed]] = {}
        self._by_cvr: dict[str, list[Virksomhed]] = {}
        for it in virksomheder:
            self.add(it)

    def add(self, virksomhed: Virksomhed) -> None:
        self._by_name.setdefault(_words(virksomhed.navn), []).append(virksomhed)
        if virksomhed.cvr:
            self._by_cvr.setdefault(virksomhed.cvr, []).append(virksomhed)

    def place_of(self, row: Row) -> int | None:
        """The same CVR number; else the same name, unless two places or two numbers tell them apart."""
        same = [it.nr for it in self._by_cvr.get(row.cvr or "", ()) if not _elsewhere(row.sted, it.sted)]
        if same:
            return min(same)
        named = self._by_name.get(_words(row.navn), ())
        fitting = [it.nr for it in named if not _elsewhere(row.sted, it.sted) and not _differ(row.cvr, it.cvr)]
        return min(fitting, default=None)


def verdicts(rows: Sequence[Row], openings: Iterable[Jobabning], places: Places) -> tuple[Verdict, ...]:
    """In the order of the rows. A row like one above it in the same list is alike as well."""
    known = tuple(openings)
    by_key = {it.nogle: it for it in known if it.nogle}
    by_place = {(it.virksomhed, _words(it.opgaver)): it.nr for it in known if it.status == OPEN}
    above: set[tuple[str, str, str]] = set()
    found = []
    for row in rows:
        verdict = _verdict(row, by_key, by_place, places)
        place = (_words(row.navn), _words(row.sted), _words(row.opgaver))
        if verdict.what == NEW and place in above:
            verdict = verdict._replace(what=ALIKE, opening=0)
        above.add(place)
        found.append(verdict)
    return tuple(found)


def _verdict(
    row: Row,
    by_key: Mapping[str, Jobabning],
    by_place: Mapping[tuple[int, str], int],
    places: Places,
) -> Verdict:
    same = by_key.get(row.nogle) if row.nogle else None
    if same is not None:
        if same.fra is None:
            return Verdict(row, OWN, same.nr, same.virksomhed)
        changed = tuple(name for name in COMPARED if getattr(row, name) != getattr(same, name))
        return Verdict(row, CHANGED if changed else SAME, same.nr, same.virksomhed, changed)
    place = places.place_of(row)
    alike = by_place.get((place, _words(row.opgaver))) if place is not None else None
    return Verdict(row, NEW if alike is None else ALIKE, alike, place)


def _words(text: str | None) -> str:
    return search_fold(text or "")


def _elsewhere(one: str | None, other: str | None) -> bool:
    """ "Maribo" and "Torvet 4, Maribo" are one place: the town of one of them stands in the other."""
    if not (one and other):
        return False
    here, there = _named_place(one), _named_place(other)
    return f" {here[-1]} " not in f" {' '.join(there)} " and f" {there[-1]} " not in f" {' '.join(here)} "


def _named_place(text: str) -> list[str]:
    """Its parts without house numbers and post codes; never none."""
    parts = (" ".join(re.findall(r"[^\W\d_]+", part)) for part in _words(text).split(","))
    return [part for part in parts if part] or [_words(text)]


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other) and _words(one) != _words(other)
