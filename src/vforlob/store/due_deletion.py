"""The samtaler and records whose words a deletion deadline is about, with their receipts. Judges nothing."""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from collections import defaultdict
from typing import Any

from vforlob.rules.sletning import SAMTALE, Placed, Post, Talk, days_after
from vforlob.store.journal import waiting
from vforlob.store.reducing import GONE
from vforlob.store.store import Store

Key = tuple[str, int]

DAY = "date(substr(h.tid_utc, 1, 19), h.forskydning || ' minutes')"  # on the clock of the wall
_TALKS = (
    "SELECT s.nr, s.borger, s.forlob, s.dato,"
    f" (SELECT {DAY} FROM samtale_udgave AS u JOIN haendelse AS h ON h.nr = u.haendelse_nr WHERE u.samtale = s.nr"
    " ORDER BY u.udgave LIMIT 1),"
    " s.kladde_udgave IS NOT NULL,"
    " s.tekst_slettet IS NULL OR (SELECT max(haendelse_nr) FROM samtale_udgave WHERE samtale = s.nr) > (SELECT max(nr)"
    " FROM haendelse WHERE emne = 'samtale' AND emne <> 'svar' AND emne_nr = s.nr"
    " AND indhold ->> '$.efter.tekst_slettet' IS NOT NULL)"
    " FROM samtale AS s WHERE s.udgave > 0 ORDER BY s.nr"
)
_UNFINISHED = "SELECT nr, borger, forlob, dato FROM samtale WHERE udgave = 0"
_RECEIPTS = "SELECT emne, emne_nr, max(dato) FROM kvittering GROUP BY emne, emne_nr"
_PLACED = (
    "SELECT nr, borger, status, coalesce(lukket, slut, oprettet, '2000-01-01'), eftervaern FROM forlob ORDER BY nr"
)
# The day a record is known by, whether it is in use, the columns where somebody wrote, and the day it was settled.
_POSTS = {
    "kontakt": ("dato", "0", ("tekst",), "NULL"),
    "fravaer": ("dato", "0", ("besked",), "NULL"),
    "taet": (
        "dato",
        "r.svar <> 'nej' AND r.nr = (SELECT max(nr) FROM taet WHERE borger = r.borger AND forlob IS r.forlob)"
        " AND NOT ({closed})",
        ("grund", "vi_gor"),
        "NULL",
    ),
    "aftale": ("coalesce(r.oprettet, '')", "r.status = 'aben'", ("hvad", "hvem_andre", "grund"), "r.afsluttet"),
    "delmal": (
        "coalesce(r.oprettet, '')",
        "r.status NOT IN ('naet', 'bortfaldet')",
        ("specifikt", "malbart", "attraktivt", "realistisk", "tekst"),
        "r.status_dato",
    ),
}
_CLOSED = "r.borger IN (SELECT value FROM json_each(:closed))"
# Which samtaler have said what a record is now: they were finished while the record was written. Where several were
# finished together nobody can tell, and the record waits for a receipt of its own.
_SAID_IN = (
    "WITH g AS MATERIALIZED (SELECT max(u.samtale) AS samtale, h.gruppe FROM samtale_udgave AS u"
    " JOIN haendelse AS h ON h.nr = u.haendelse_nr GROUP BY h.gruppe HAVING count(DISTINCT u.samtale) = 1)"
    " SELECT e.emne, e.emne_nr, g.samtale FROM g JOIN haendelse AS e ON e.gruppe = g.gruppe AND e.gruppe <> e.nr"
    " WHERE e.emne IN ('kontakt', 'fravaer', 'taet', 'aftale', 'delmal') AND e.emne_nr IS NOT NULL"
)


def placed(store: Store) -> tuple[Placed, ...]:
    return tuple(
        Placed(nr, borger, max(lukket, days_after(eftervaern, 1) if eftervaern else "") if status == "lukket" else None)
        for nr, borger, status, lukket, eftervaern in store.rows(_PLACED)
    )


class Receipts:
    """The newest receipt of everything that the journal has whole."""

    def __init__(self, store: Store) -> None:
        lacking = waiting(store)
        self.waiting: frozenset[Key] = frozenset((it.emne, it.nr) for it in lacking)
        self.borgere_waiting = frozenset(it.borger for it in lacking)
        self._newest: dict[Key, str] = {(emne, nr): dato for emne, nr, dato in store.rows(_RECEIPTS)}
        self._said_in: dict[Key, set[int]] = defaultdict(set)
        for emne, nr, samtale in store.rows(_SAID_IN):
            self._said_in[emne, nr].add(samtale)

    def of_talk(self, nr: int) -> str | None:
        return None if (SAMTALE, nr) in self.waiting else self._newest.get((SAMTALE, nr))

    def of_post(self, emne: str, nr: int) -> str | None:
        """Its own, and that of each samtale whose text tells of it."""
        if (emne, nr) in self.waiting:
            return None
        told = [self.of_talk(samtale) for samtale in self._said_in.get((emne, nr), ())]
        own = self._newest.get((emne, nr))
        days = [day for day in (own, *told) if day is not None]
        return None if None in told or not days else max(days)


def talks(store: Store, receipts: Receipts) -> tuple[Talk, ...]:
    """Also those that are not finished: they are what the one before is needed for."""
    held = [
        Talk(nr, borger, forlob, dato, finished, receipts.of_talk(nr), bool(is_open), bool(has_words))
        for nr, borger, forlob, dato, finished, is_open, has_words in store.rows(_TALKS)
    ]
    return (
        *held,
        *(Talk(nr, borger, forlob, dato, None, None) for nr, borger, forlob, dato in store.rows(_UNFINISHED)),
    )


def posts(store: Store, receipts: Receipts, closed: frozenset[int]) -> tuple[Post, ...]:
    """Those in which somebody wrote something. `closed` are the borgere whose cases are over."""
    found: list[Post] = []
    for emne, (dato, in_use, words, settled) in _POSTS.items():
        written = " OR ".join(f"coalesce(r.{name}, '{GONE}') <> '{GONE}'" for name in words)
        wanted = f"r.nr, r.borger, {dato}, {in_use.format(closed=_CLOSED)}, r.forlob, coalesce({settled}, {dato})"
        sql = f"SELECT {wanted} FROM {emne} AS r WHERE {written} ORDER BY r.nr"
        for nr, borger, day, is_used, forlob, last in store.rows(sql, _named(closed)):
            found.append(Post(emne, nr, borger, day, receipts.of_post(emne, nr), bool(is_used), forlob, last))
    return tuple(found)


def _named(closed: frozenset[int]) -> Any:
    return {"closed": f"[{', '.join(map(str, sorted(closed)))}]"}
