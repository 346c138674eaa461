"""Whether every page, index and reference of an open database is as SQLite wrote it. Knows no record and no event."""

from typing import NamedTuple

from vforlob.errors.place import DatabaseDamaged
from vforlob.store import pragmas
from vforlob.store.session import Session

_FTS = "INSERT INTO soeg(soeg, rank) VALUES('integrity-check', 1)"


class Pages(NamedTuple):
    """How many are wrong of each: pages whose seal does not fit, faults of their order, rows that point to nothing.
    `search` is false when the index of words does not fit the texts.
    """

    sealed_wrong: int
    disordered: int
    orphans: int
    search: bool

    @property
    def is_damaged(self) -> bool:
        return bool(self.sealed_wrong or self.disordered)


def look_through(session: Session) -> Pages:
    """All of it. The check of the index of words writes, so this is for a twin."""
    pragmas.verify(session.connection)
    sealed_wrong = len(session.rows("PRAGMA cipher_integrity_check"))
    if sealed_wrong:
        return Pages(sealed_wrong, 0, 0, search=True)  # the rest would stumble over the same pages
    disordered = sum(row[0] != "ok" for row in session.rows("PRAGMA integrity_check"))
    return Pages(0, disordered, len(session.rows("PRAGMA foreign_key_check")), search=has_true_index(session))


def has_true_index(session: Session) -> bool:
    try:
        session.rows(_FTS)
    except DatabaseDamaged:
        return False
    return True
