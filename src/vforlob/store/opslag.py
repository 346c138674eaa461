"""The access log: who was looked at, when, by which command. Never for what; it knows no word and no text of anybody.

Its chain is its own: the commitment covers whom it was and can be emptied, the link covers every other column.
"""

import os
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlcipher3._sqlite3 import Error

from vforlob.errors.base import VforlobError
from vforlob.store.events import utc_text
from vforlob.store.links import FIRST, link
from vforlob.store.session import Session
from vforlob.store.turn import begin

READ, CHANGED, PRINTED, EXPORTED = "læst", "rettet", "skrevet ud", "eksporteret"
SOUGHT, DELETED, INSIGHT = "søgt", "slettet", "indsigt"
HANDLINGER = (READ, SOUGHT, CHANGED, PRINTED, EXPORTED, DELETED, INSIGHT)
# What a row of the log is found to be: CHANGED_ROW says other than it did, LOOSE hangs on no row before it, CUT: rows
# that came after it are gone; BEHEADED: rows before it are gone, and no receipt says so.
CHANGED_ROW, LOOSE, CUT, BEHEADED = "rettet", "løs", "afkortet", "uden begyndelse"

_LAST = "SELECT nr, kaede FROM opslag ORDER BY nr DESC LIMIT 1"
_EVER = "SELECT seq FROM sqlite_sequence WHERE name = 'opslag'"
_EXPIRED = "SELECT coalesce(sum(antal), 0) FROM sletning WHERE art = ?"
_NOTE = (
    "INSERT INTO opslag(nr, tid, handling, borger, antal, kommando, salt, forpligt, kaede)"
    " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
# Who was deleted a moment ago is looked up by nobody any more.
_IS_THERE = "SELECT 1 FROM borger WHERE nr = ?"
_ALL = (
    "SELECT nr, tid, handling, kommando, antal, borger, salt, forpligt, kaede FROM opslag WHERE nr > ?"
    " ORDER BY nr LIMIT 5000"
)
_PAGE = (
    "SELECT nr, tid, handling, kommando, borger, antal FROM opslag"
    " WHERE (?1 IS NULL OR borger = ?1) AND (?2 = '' OR tid >= ?2) AND (?3 = '' OR tid < ?3) AND nr < ?4"
    " ORDER BY nr DESC LIMIT ?5"
)
_COUNT = (
    "SELECT count(*) FROM opslag WHERE (?1 IS NULL OR borger = ?1) AND (?2 = '' OR tid >= ?2) AND (?3 = '' OR tid < ?3)"
)
_NEWEST = 2**62
_EVERYTHING = -1  # what SQLite understands as no limit


class Look(NamedTuple):
    """One look to be noted: `borger` None for a list, where `antal` says how many stood in it."""

    handling: str
    borger: int | None = None
    antal: int | None = None


class Row(NamedTuple):
    """One row of the log. `tid` is UTC, `kommando` None in those from before it was noted."""

    nr: int
    tid: str
    handling: str
    kommando: str | None
    borger: int | None
    antal: int | None


class Wanted(NamedTuple):
    """`since` and `until` are UTC texts, the second not in it; `before` is the row the page ends ahead of."""

    borger: int | None = None
    since: str = ""
    until: str = ""
    before: int = _NEWEST


class Fault(NamedTuple):
    """`what` is CHANGED_ROW, LOOSE, CUT or BEHEADED."""

    nr: int
    what: str


def note_access(
    session: Session, handling: str, borger: int | None = None, antal: int | None = None, kommando: str = ""
) -> None:
    """`handling` and `kommando` are words of ours. On the disk when it returns; no event, for nothing was changed."""
    note_looks(session, (Look(handling, borger, antal),), kommando)


def note_if_it_can_be(session: Session, looks: Iterable[Look], kommando: str) -> bool:
    """A full disk, a read-only one or a busy database keeps nobody from reading."""
    try:
        note_looks(session, looks, kommando)
    except (VforlobError, Error):
        return False
    return True


def note_looks(session: Session, looks: Iterable[Look], kommando: str) -> None:
    """All of one command in one transaction, or a part of the one that is open."""
    mine = not session.connection.in_transaction
    if mine:
        begin(session.rows)
    try:
        for look in looks:
            _append(session, look, kommando)
        if mine:
            session.rows("COMMIT")
    except BaseException:
        if mine and session.connection.in_transaction:
            session.rows("ROLLBACK")
        raise


def _append(session: Session, look: Look, kommando: str) -> None:
    last = session.rows(_LAST)
    ever = session.rows(_EVER)
    nr, before = (ever[0][0] if ever else 0) + 1, (last[0][1] if last else None) or FIRST
    borger = look.borger if look.borger is not None and session.rows(_IS_THERE, (look.borger,)) else None
    tid, salt = utc_text(session.now()), os.urandom(16)
    forpligt = link(salt, borger)
    kaede = link(before, nr, tid, look.handling, kommando, look.antal, forpligt)
    session.rows(_NOTE, (nr, tid, look.handling, borger, look.antal, kommando, salt, forpligt, kaede))


def log_page(session: Session, wanted: Wanted, limit: int | None = None) -> tuple[Row, ...]:
    """The newest first."""
    most = _EVERYTHING if limit is None else limit
    found = session.rows(_PAGE, (wanted.borger, wanted.since, wanted.until, wanted.before, most))
    return tuple(map(Row._make, found))


def log_count(session: Session, wanted: Wanted) -> int:
    return int(session.rows(_COUNT, (wanted.borger, wanted.since, wanted.until))[0][0])


def verify_log(session: Session) -> tuple[Fault, ...]:
    """Every row against its own hashes and the row before it. The first one left is what the rest hangs on, for the
    oldest go when their time is up, and as many as the receipts say; those from before the log had a chain are passed
    over.
    """
    from vforlob.model.sletning import LOG  # late: every start notes, hardly any looks back

    faults: list[Fault] = []
    expired = int(session.rows(_EXPIRED, (LOG,))[0][0])
    last, before = 0, None
    for row in _rows(session):
        if not last and row[0] != expired + 1:
            faults.append(Fault(row[0], BEHEADED))
        nr, kaede = row[0], row[8]
        if kaede is None:
            faults += [Fault(nr, LOOSE)] * (before not in (None, FIRST))
            before = FIRST
        else:
            faults += _faults(row, FIRST if nr == 1 else before)
            before = kaede
        last = nr
    ever = session.rows(_EVER)
    if ever and ever[0][0] > (last or expired):
        faults.append(Fault(last, CUT))
    return tuple(faults)


def _faults(row: Any, before: bytes | None) -> list[Fault]:
    nr, tid, handling, kommando, antal, borger, salt, forpligt, kaede = row
    emptied = salt is None and borger is None
    if not emptied and (salt is None or link(salt, borger) != forpligt):
        return [Fault(nr, CHANGED_ROW)]
    if before is not None and link(before, nr, tid, handling, kommando, antal, forpligt) != kaede:
        return [Fault(nr, LOOSE)]
    return []


def _rows(session: Session) -> Iterator[Any]:
    last = 0
    while rows := session.rows(_ALL, (last,)):
        yield from rows
        last = rows[-1][0]
