"""What a database holds, counted, and whether two of them hold the same. Knows no table by name but the events."""

import os
from typing import NamedTuple

from vforlob.store.session import Session

HASH, CUT, PAGES, ROWS, LINK, SCHEMA = "sum", "laengde", "sider", "raekker", "kaede", "skema"
NONE = "0" * 64
_TABLES = "SELECT name FROM {}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
_HEAD = "SELECT nr, lower(hex(kaede)) FROM {}.haendelse ORDER BY nr DESC LIMIT 1"

Counts = dict[str, int]


class State(NamedTuple):
    """The newest event, the schema, and the rows of every table."""

    nr: int
    kaede: str
    skema: int
    raekker: Counts


def state_of(session: Session, database: str = "main", *, rows: bool = True) -> State:
    skema = int(session.rows(f"PRAGMA {database}.user_version")[0][0])
    has_events = session.rows(_TABLES.format(database) + " AND name = 'haendelse'")
    head = session.rows(_HEAD.format(database)) if has_events else []
    nr, kaede = head[0] if head else (0, NONE)
    return State(nr, kaede, skema, counts_of(session, database) if rows else {})


def counts_of(session: Session, database: str = "main") -> Counts:
    names = [row[0] for row in session.rows(_TABLES.format(database))]
    return {name: session.rows(f'SELECT count(*) FROM {database}."{name}"')[0][0] for name in names}  # noqa: S608


def faulty_pages(session: Session, database: str = "main") -> bool:
    """Every page against its seal, then every table and index against itself."""
    if session.rows(f"PRAGMA {database}.cipher_integrity_check"):
        return True
    return session.rows(f"PRAGMA {database}.integrity_check") != [("ok",)]


def compare(session: Session, path: str) -> tuple[State, str]:
    """What the database at `path` holds, and in a word what is wrong with it beside the open one; "" for nothing."""
    # Without a key of its own it takes that of the main database. As bytes: a folder's name need not be UTF-8.
    session.rows("ATTACH DATABASE CAST(? AS TEXT) AS kopi", (os.fsencode(path),))
    try:
        if faulty_pages(session, "kopi"):
            return State(0, NONE, 0, {}), PAGES
        found, own = state_of(session, "kopi"), state_of(session)
    finally:
        session.rows("DETACH DATABASE kopi")
    return found, difference(found, own)


def difference(found: State, wanted: State) -> str:
    if found.raekker != wanted.raekker:
        return ROWS
    if (found.nr, found.kaede) != (wanted.nr, wanted.kaede):
        return LINK
    return "" if found.skema == wanted.skema else SCHEMA
