"""Aftaler, delmål, tasks, hours, contacts and absence, across all cases. Knows their order, paints nothing."""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from typing import Any, NamedTuple

from vforlob.model.aftale import Aftale
from vforlob.model.delmal import Delmal
from vforlob.model.kontakt import Fravaer, Kontakt
from vforlob.model.opgave import Opgave
from vforlob.model.timer import Timer
from vforlob.store.session import Session
from vforlob.store.tables import table_of


class Post(NamedTuple):
    """A record with whose it is: `virksomhed` is None where there is no forløb."""

    record: Any
    alias: str
    virksomhed: str | None


class Wanted(NamedTuple):
    """Of whom, how many, and whether what is settled too. `limit` None is everything.

    With a forløb its borger is given too: what she owned before it is hers in it.
    """

    borger: int | None = None
    forlob: int | None = None
    settled: bool = False
    limit: int | None = None


class _List(NamedTuple):
    """`open` is the condition on what is not settled; `order` may use ?1, the day."""

    kind: type[Any]
    open: str
    order: str


_OPEN_FORLOB = "(forlob IS NULL OR forlob IN (SELECT nr FROM forlob WHERE status <> 'lukket'))"
# Own promises that are late come first, then the others that are; what is settled stands last, the newest first.
_LATE = "status = 'aben' AND frist < ?1"
_LISTS = {
    "aftale": _List(
        Aftale,
        "status = 'aben'",
        f"status <> 'aben', ({_LATE} AND hvem LIKE '%\"konsulent\"%') DESC, ({_LATE}) DESC,"
        " CASE WHEN status = 'aben' THEN coalesce(frist, '9') END, afsluttet DESC, nr",
    ),
    "delmal": _List(
        Delmal,
        "status NOT IN ('naet', 'bortfaldet')",
        "status IN ('naet', 'bortfaldet'), coalesce(frist, '9'), ?1, nr",
    ),
    "opgave": _List(Opgave, _OPEN_FORLOB, "forlob, ?1, nr"),
    "timer": _List(Timer, _OPEN_FORLOB, "forlob, fra, ?1, nr"),
    "kontakt": _List(Kontakt, "1", "dato DESC, ?1, nr DESC"),
    "fravaer": _List(Fravaer, "1", "dato DESC, ?1, nr DESC"),
}
_EVERYTHING = -1


def posts(session: Session, emne: str, today: str, wanted: Wanted) -> tuple[Post, ...]:
    """In the order they are shown."""
    found = _LISTS[emne]
    table = table_of(found.kind)
    names = ", ".join(f"p.{name}" for name in table.columns)
    sql = (
        f"SELECT {names}, b.alias, v.navn FROM (SELECT *, row_number() OVER (ORDER BY {found.order}) AS plads"
        f" FROM {emne} WHERE (?2 IS NULL OR borger = ?2) AND (?3 IS NULL OR forlob = ?3 OR forlob IS NULL)"
        f" AND (?4 OR {found.open})"
        " ORDER BY plads LIMIT ?5) AS p JOIN borger AS b ON b.nr = p.borger LEFT JOIN forlob AS f ON f.nr = p.forlob"
        " LEFT JOIN virksomhed AS v ON v.nr = f.virksomhed ORDER BY p.plads"
    )
    limit = _EVERYTHING if wanted.limit is None else wanted.limit
    rows = session.rows(sql, (today, wanted.borger, wanted.forlob, int(wanted.settled), limit))
    session.listed = len(rows)  # for the access log
    return tuple(_post(found.kind, table, row) for row in rows)


def _post(kind: Any, table: Any, row: tuple[Any, ...]) -> Post:
    count = len(table.columns)
    return Post(kind._make(map(table.read, table.columns, row[:count])), row[count], row[count + 1])
