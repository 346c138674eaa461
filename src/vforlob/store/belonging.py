"""Everything that was ever written about a borger or a virksomhed, by record. Reads only; deletes nothing."""

# ruff: noqa: S608  # the SQL is put together of our own table and column names
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from vforlob.store.answers import EMNE
from vforlob.store.kinds import RECORDS
from vforlob.store.session import Session
from vforlob.store.tables import as_json, table_of

Posts = dict[str, set[int]]

_OWNED = (
    "SELECT DISTINCT emne, emne_nr FROM haendelse WHERE emne <> 'svar' AND emne_nr IS NOT NULL"
    " AND sted IN (SELECT value FROM json_each(?))"
)
_FORLOB = "SELECT DISTINCT emne_nr FROM haendelse WHERE emne = 'forlob' AND emne <> 'svar' AND sted = ?"
# What points at a record by its kind and number, or by a name of ours: also what was taken back since.
_RECEIPTS = (
    "SELECT emne_nr, coalesce(indhold ->> '$.efter.emne', indhold ->> '$.for.emne'),"
    " coalesce(indhold ->> '$.efter.emne_nr', indhold ->> '$.for.emne_nr') FROM haendelse"
    " WHERE emne = 'kvittering' AND emne <> 'svar' AND indhold IS NOT NULL AND emne_nr IS NOT NULL"
)
_SETTINGS = (
    "SELECT emne_nr, coalesce(indhold ->> '$.efter.navn', indhold ->> '$.for.navn') FROM haendelse"
    " WHERE emne = 'indstilling' AND emne <> 'svar' AND indhold IS NOT NULL AND emne_nr IS NOT NULL"
)
_NAMED = re.compile(r".*:([bfsv]\d+)")
_LETTERS = {"borger": "b", "forlob": "f", "samtale": "s", "virksomhed": "v"}
_POINTING = ("borger", "forlob", "samtale")


def posts_of_borger(session: Session, nr: int) -> Posts:
    """With the forløb, the samtaler and what points at any of them. Answers are under "svar", by samtale."""
    posts: Posts = defaultdict(set)
    posts["borger"].add(nr)
    own = [f"b{nr}", *(f"f{forlob}" for (forlob,) in session.rows(_FORLOB, (f"b{nr}",)))]
    _add_owned(session, posts, own)
    for column in _POINTING:  # by the records as they stand: an owner may have been written otherwise once
        _add_pointing(session, posts, column)
    posts[EMNE] = set(posts["samtale"])
    return _with_what_names_them(session, posts)


def posts_of_virksomhed(session: Session, nr: int) -> Posts:
    posts: Posts = defaultdict(set)
    posts["virksomhed"].add(nr)
    _add_owned(session, posts, [f"v{nr}"])
    return _with_what_names_them(session, posts)


def posts_of_samtale(session: Session, nr: int) -> Posts:
    """A samtale alone, with its answers and how far its handing over came."""
    handed = {row[0] for row in session.rows("SELECT nr FROM aflevering WHERE samtale = ?", (nr,))}
    return _with_what_names_them(session, defaultdict(set, {"samtale": {nr}, EMNE: {nr}, "aflevering": handed}))


def pointing_at(session: Session, samtale: int) -> list[tuple[type[Any], int]]:
    """The records that name it as where they were said or made."""
    found: list[tuple[type[Any], int]] = []
    for emne, kind in RECORDS.items():
        if "samtale" in table_of(kind).columns:
            rows = session.rows(f"SELECT nr FROM {emne} WHERE samtale = ?", (samtale,))
            found += [(kind, nr) for (nr,) in rows]
    return found


def _add_owned(session: Session, posts: Posts, owners: Iterable[str]) -> None:
    for emne, nr in session.rows(_OWNED, (as_json(list(owners)),)):
        posts[emne].add(nr)


def _add_pointing(session: Session, posts: Posts, column: str) -> None:
    for emne, kind in RECORDS.items():
        if column in table_of(kind).columns:
            rows = session.rows(
                f"SELECT nr FROM {emne} WHERE {column} IN (SELECT value FROM json_each(?))", (_numbers(posts[column]),)
            )
            posts[emne].update(row[0] for row in rows)


def _with_what_names_them(session: Session, posts: Posts) -> Posts:
    for nr, emne, emne_nr in session.rows(_RECEIPTS):
        if emne_nr in posts.get(emne, ()):
            posts["kvittering"].add(nr)
    names = {f"{letter}{nr}" for emne, letter in _LETTERS.items() for nr in posts.get(emne, ())}
    for nr, navn in session.rows(_SETTINGS):
        found = _NAMED.fullmatch(navn or "")
        if found and found[1] in names:
            posts["indstilling"].add(nr)
    return {emne: numbers for emne, numbers in posts.items() if numbers}


def events_of(session: Session, posts: Posts) -> list[Any]:
    """nr, uid, emne, emne_nr, sted, indhold of every event that still says whom it is about, oldest first."""
    rows: list[Any] = []
    for emne, numbers in posts.items():
        rows += session.rows(
            "SELECT nr, uid, emne, emne_nr, sted, indhold FROM haendelse"
            " WHERE emne = ? AND emne_nr IN (SELECT value FROM json_each(?))",
            (emne, _numbers(numbers)),
        )
    return sorted(rows)


def _numbers(numbers: Iterable[int]) -> str:
    return as_json(sorted(numbers))
