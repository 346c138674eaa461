"""Several targets of a month set on one line: all of them or none. Knows no screen."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.actions.record_kinds.maltal import MOST, broken_month, same_target
from vforlob.errors.answer import BadAnswer
from vforlob.errors.maltal import BadMonth, TargetsRefused
from vforlob.model.accounts import Maltal
from vforlob.rules.danish import number, quoted
from vforlob.rules.maltal import BUILT_IN, built_in_named, same_name, typed_name
from vforlob.rules.maltal_columns import nearest
from vforlob.rules.months_typed import AHEAD, read_month
from vforlob.rules.numbers import read_number
from vforlob.store.store import Store

_BETWEEN = "\x1f"  # what no shell puts in a word
_NEW = "Et måltal med eget navn begynder du på med: vforlob måltal ny"


class Wanted(NamedTuple):
    """The words of the line, sorted out and not yet looked up: the month, and what it says of each target."""

    maned: str
    pairs: tuple[tuple[str, str], ...]


class WasSet(NamedTuple):
    """`before` is None for a new one."""

    before: Maltal | None
    after: Maltal


def read_wanted(words: Sequence[str], today: date) -> Wanted:
    """ "2026-12 igang=9 fastholdt=8"; without a month it is this one. Raises TargetsRefused, or BadMonth."""
    joined = _BETWEEN.join(words)
    while f"{_BETWEEN}=" in joined or f"={_BETWEEN}" in joined:
        joined = joined.replace(f"{_BETWEEN}=", "=").replace(f"={_BETWEEN}", "=")
    parts = joined.split(_BETWEEN) if joined else []
    first = next((place for place, part in enumerate(parts) if "=" in part), len(parts))
    if first == len(parts) and parts and built_in_named(parts[-1]):
        raise TargetsRefused([_no_number(parts[-1])], today.isoformat()[:7])
    maned = read_month(" ".join(parts[:first]), today, AHEAD) if first else today.isoformat()[:7]
    return Wanted(maned, tuple(_pair(part) for part in parts[first:]))


def set_targets(store: Store, wanted: Wanted) -> tuple[WasSet, ...]:
    """Raises TargetsRefused with every fault, and then nothing is saved."""
    broken = broken_month(wanted.maned, store.now().date())
    if broken:
        raise BadMonth(broken)
    with store.doing("måltal sæt"):
        rows = [_row(store, wanted.maned, navn, antal) for navn, antal in wanted.pairs]
        faults = [row for row in rows if isinstance(row, str)]
        faults += _twice(row for row in rows if isinstance(row, Maltal))
        if faults:
            raise TargetsRefused(faults, wanted.maned)
        return tuple(_saved(store, row) for row in rows if isinstance(row, Maltal))


def _pair(part: str) -> tuple[str, str]:
    navn, _, antal = part.partition("=")
    return " ".join(navn.split()), " ".join(antal.split())


def _row(store: Store, maned: str, navn: str, antal: str) -> Maltal | str:
    """The target as it would be, or what is wrong with it."""
    if not antal or not navn:
        return _no_number(navn)
    try:
        tal = read_number(antal)
    except BadAnswer as bad:
        return f"{navn}: {bad.sentence}"
    if not 0 <= tal <= MOST:
        return f"{navn}: Tallet skal ligge mellem 0 og {number(MOST)}."
    known = built_in_named(navn)
    if known is not None:
        return Maltal(0, maned, known.navn, float(tal))
    own = _own_called(store, navn)
    if own is None:
        return _unknown(store, navn)
    return Maltal(0, maned, own.navn, float(tal), own.filter)


def _no_number(navn: str) -> str:
    return (
        f"{quoted(navn)} mangler et tal. Skriv fx {navn}=9"
        if navn
        else "Der mangler et navn foran et =. Skriv fx igang=9"
    )


def _own_called(store: Store, navn: str) -> Maltal | None:
    """As it was last counted."""
    rows = [row for row in store.door(Maltal).find() if same_name(row.navn, navn)]
    return max(rows, key=lambda row: (row.maned, row.nr), default=None)


def _unknown(store: Store, navn: str) -> str:
    known = [*BUILT_IN, *dict.fromkeys(row.navn for row in store.door(Maltal).find() if row.navn not in BUILT_IN)]
    near = nearest(navn, known)
    return f"{quoted(navn)} er ikke et måltal.{f' Mente du {typed_name(near)}?' if near else ''} {_NEW}"


def _twice(rows: Iterable[Maltal]) -> Iterator[str]:
    seen: list[str] = []
    for row in rows:
        if row.navn in seen:
            yield f"{row.navn} står to gange på linjen. Skriv det én gang."
        seen.append(row.navn)


def _saved(store: Store, row: Maltal) -> WasSet:
    before = same_target(store, row.maned, row.navn)
    if before is None:
        return WasSet(None, store.door(Maltal).add(row))
    return WasSet(before, store.door(Maltal).change(before.nr, antal=row.antal))
