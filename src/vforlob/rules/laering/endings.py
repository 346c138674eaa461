"""How closed forløb ended: by outcome, by week, by what was held, by sign. Pure counting; knows no names and no day.

Each figure is counted from the row that is left of a closed forløb, or from the forløb itself. None is about a person.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from vforlob.model.accounts import Statistik
from vforlob.model.forlob import Forlob
from vforlob.model.text import search_fold
from vforlob.rules.manedstal import BROKEN_OFF
from vforlob.rules.outcomes import CLEARED_UP, NEVER_STARTED

AS_WANTED = frozenset({"gennemfort", "job", "lontimer", "uddannelse"})
# Before its time and still not broken off: it is known why.
STOPPED = frozenset({CLEARED_UP, "stoppet_sygdom"})
CODES = (
    *("gennemfort", "job", "lontimer", "uddannelse", "stoppet_afklaret", "stoppet_sygdom"),
    *("afbrudt_borger", "afbrudt_virksomhed", "afbrudt_kommune", "udeblevet", "aldrig_startet"),
)
YES, NO = "ja", "nej"
# The first and the last week of each; the last has no end.
SPANS = ((1, 1), (2, 2), (3, 4), (5, 8), (9, 13), (14, None))

R = TypeVar("R", bound=Hashable)


class Endings(NamedTuple):
    """`andet` are those without an outcome that the program knows."""

    alle: int = 0
    efter_planen: int = 0
    stoppet: int = 0
    afbrudt: int = 0
    aldrig: int = 0
    andet: int = 0


class Group(NamedTuple):
    """`navn` is a week span "3-4", a sign, a branche as it was typed, ja or nej; empty where it is not known."""

    navn: str
    endings: Endings


class Place(NamedTuple):
    virksomhed: int
    endings: Endings


class Outcome(NamedTuple):
    kode: str
    antal: int


def endings(codes: Iterable[str | None]) -> Endings:
    """Broken off is what the agreed word says: stopped before time but cleared up, or for illness, is not."""
    said = tuple(codes)
    kinds = (AS_WANTED, STOPPED, BROKEN_OFF, frozenset({NEVER_STARTED}))
    wanted, stopped, broken, never = (sum(code in kind for code in said) for kind in kinds)
    return Endings(len(said), wanted, stopped, broken, never, len(said) - wanted - stopped - broken - never)


def by_outcome(rows: Iterable[Statistik]) -> tuple[Outcome, ...]:
    """Those there are, in the order of the agenda; a code of somebody's own agenda after them."""
    said = [row.udfald or "" for row in rows]
    known = [code for code in CODES if code in said]
    return tuple(Outcome(code, said.count(code)) for code in (*known, *sorted(set(said) - set(CODES))))


def by_week(rows: Iterable[Statistik]) -> tuple[Group, ...]:
    """By the week of the forløb it was closed in. What never started has no week."""
    begun = [row for row in rows if row.udfald != NEVER_STARTED]
    groups = [Group(_span(first, last), _of(row for row in begun if _is_in(row, first, last))) for first, last in SPANS]
    unknown = Group("", _of(row for row in begun if row.uge is None or row.uge < 1))
    return (*groups, *([unknown] if unknown.endings.alle else []))


def _span(first: int, last: int | None) -> str:
    if last is None:
        return f"{first}-"
    return str(first) if first == last else f"{first}-{last}"


def _is_in(row: Statistik, first: int, last: int | None) -> bool:
    return row.uge is not None and first <= row.uge and (last is None or row.uge <= last)


def by_sign(rows: Sequence[Statistik]) -> tuple[Group, ...]:
    """Each sign by itself: of the forløb it stood in when they were closed. Never how many a forløb had."""
    ids = sorted({sign for row in rows for sign in row.tegn})
    return tuple(Group(sign, _of(row for row in rows if sign in row.tegn)) for sign in ids)


def by_branche(rows: Iterable[Statistik]) -> tuple[Group, ...]:
    """By the alphabet; typed in two ways it is one, and called what it was called last."""
    return _grouped(rows, lambda row: row.branche or "")


def by_kind(rows: Iterable[Statistik]) -> tuple[Group, ...]:
    return _grouped(rows, lambda row: row.art or "")


def by_formode(rows: Sequence[Statistik]) -> tuple[Group, ...]:
    return _held(rows, lambda row: row.formode)


def by_closing_talk(rows: Sequence[Statistik]) -> tuple[Group, ...]:
    """A forløb that never started has nothing to talk about at its end."""
    return _held([row for row in rows if row.udfald != NEVER_STARTED], lambda row: row.afsluttende_samtale)


def by_place(forlobene: Iterable[Forlob]) -> tuple[Place, ...]:
    """Closed forløb that are still in the database, by the number of the virksomhed."""
    found: dict[int, list[str | None]] = {}
    for one in forlobene:
        found.setdefault(one.virksomhed, []).append(one.udfald)
    return tuple(Place(nr, endings(found[nr])) for nr in sorted(found))


def closed_by(rows: Iterable[Statistik], first: str, last: str) -> tuple[Statistik, ...]:
    """Closed in the months from the one to the other, both with; what is agreed for later has not happened yet."""
    return tuple(row for row in rows if first <= row.maned <= last)


def _held(rows: Sequence[Statistik], said: Callable[[Statistik], str | None]) -> tuple[Group, ...]:
    return tuple(Group(answer, _of(row for row in rows if said(row) == answer)) for answer in (YES, NO))


def _grouped(rows: Iterable[Statistik], name: Callable[[Statistik], str]) -> tuple[Group, ...]:
    names: dict[str, str] = {}
    found: dict[str, list[str | None]] = {}
    for row in rows:
        key = search_fold(name(row))
        names[key] = " ".join(name(row).split())
        found.setdefault(key, []).append(row.udfald)
    return tuple(Group(names[key], endings(found[key])) for key in sorted(found, key=lambda key: (not key, key)))


def _of(rows: Iterable[Statistik]) -> Endings:
    return endings(row.udfald for row in rows)
