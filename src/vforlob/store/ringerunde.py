"""Who may have something to be called about in a week, by index: rather too many than too few. Judges nothing."""

from collections.abc import Callable
from functools import cache
from json import loads
from typing import NamedTuple

from vforlob.store.store import Store

_AGREED = "SELECT DISTINCT borger FROM plan WHERE dato BETWEEN ? AND ?"
_PROMISED = (
    "SELECT DISTINCT borger FROM aftale WHERE status = 'aben' AND coalesce(frist, '') <= ?"
    " AND hvem LIKE '%\"virksomhed\"%'"
)
_REACHED = (
    "SELECT DISTINCT forlob, '[]', med FROM kontakt WHERE naet = 'ja' AND dato BETWEEN ?1 AND ?2 AND forlob IS NOT NULL"
)
_MET = (
    "SELECT DISTINCT forlob, deltagere, med FROM samtale WHERE status = 'faerdig' AND dato BETWEEN ?1 AND ?2"
    " AND forlob IS NOT NULL"
)

# Who took part, and who counts as spoken with.
WasThere = Callable[[tuple[str, ...], tuple[str, ...]], bool]


class Waiting(NamedTuple):
    """Borgere with a day planned, and those to whom a virksomhed has promised something."""

    agreed: frozenset[int]
    promised: frozenset[int]

    def concerns(self, borger: int) -> bool:
        return borger in self.agreed or borger in self.promised


def waiting_in(store: Store, today: str, last: str) -> Waiting:
    return Waiting(_numbers(store, _AGREED, today, last), _numbers(store, _PROMISED, last))


def spoken_since(store: Store, since: str, today: str, reached: WasThere, met: WasThere) -> frozenset[int]:
    """Forløb with a contact, or a samtale, for which that holds."""
    return _where(store, _REACHED, since, today, reached) | _where(store, _MET, since, today, met)


def _where(store: Store, sql: str, since: str, today: str, was_there: WasThere) -> frozenset[int]:
    @cache  # a few answers, thousands of times
    def is_so(deltagere: str, med: str) -> bool:
        return was_there(tuple(loads(deltagere)), tuple(loads(med)))

    return frozenset(forlob for forlob, *who in store.rows(sql, (since, today)) if is_so(*who))


def _numbers(store: Store, sql: str, *days: str) -> frozenset[int]:
    return frozenset(row[0] for row in store.rows(sql, days))
