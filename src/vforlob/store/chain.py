"""Check the chain over all events, and keep its head outside the database. Knows no record and no answer."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from vforlob.errors.place import DatabaseLocked, DiskFull, DiskReadOnly, SymlinkRefused
from vforlob.store.files import atomic_write, read_small
from vforlob.store.links import FIRST, commitment, link
from vforlob.store.session import Session
from vforlob.store.vouching import control_of, controls

HEAD_FILE = "hoved.json"
EDITED, BROKEN, MISSING, LOST, REPLACED = "rettet", "brudt", "mangler", "afkortet", "erstattet"

_LAST = "SELECT nr, kaede, tid_utc FROM haendelse ORDER BY nr DESC LIMIT 1"
_COLUMNS = (
    "SELECT nr, uid, gruppe, art, emne, tid_utc, forskydning, ur_flag, forpligt, kaede, salt, emne_nr, sted, indhold"
    " FROM haendelse WHERE nr > ? ORDER BY nr LIMIT 5000"
)


class Break(NamedTuple):
    """`what`: EDITED content, a BROKEN link (edited or moved columns), MISSING rows from this number on, LOST: newer
    events than this one were there once, REPLACED: another event has this number now.
    """

    nr: int
    what: str


class Verdict(NamedTuple):
    """`head` is the number of the newest event known outside the database, None when no head was ever written."""

    events: int
    redacted: int
    head: int | None
    breaks: tuple[Break, ...]


class Head(NamedTuple):
    nr: int
    kaede: str


def verify(session: Session) -> Verdict:
    """Every row against its own hashes and the row before it, then the head against the rows."""
    breaks: list[Break] = []
    links: dict[int, str] = {}
    head, redacted, last, kaede = read_head(session.folder), 0, 0, FIRST
    vouched = controls(session)
    for row in _all_events(session):
        nr, stored = row[0], row[9]
        gap = nr != last + 1
        breaks += [Break(last + 1, MISSING)] * gap + _faults(row, None if gap else kaede, vouched.get(nr))
        redacted += row[10] is None
        last, kaede = nr, stored
        if head and nr == head.nr:
            links[nr] = stored.hex()
    if head:
        breaks += _against_head(head, last, links.get(head.nr))
    return Verdict(last, redacted, head.nr if head else None, tuple(breaks))


def _faults(row: Any, before: bytes | None, vouched: str | None) -> list[Break]:
    """`before` is None after a gap: there is nothing to link to, and the gap is named already. `vouched` is what the
    receipt of a deletion says is left of the event.
    """
    nr, stored = row[0], row[9]
    salt, emne_nr, sted, indhold = row[10:]
    found = []
    if salt is not None and commitment(salt, emne_nr, sted, indhold or "") != row[8]:
        found.append(Break(nr, EDITED))
    if salt is None and indhold is not None and control_of(nr, emne_nr, sted, indhold) != vouched:
        found.append(Break(nr, EDITED))
    if before is not None and link(before, *row[:9]) != stored:
        found.append(Break(nr, BROKEN))
    return found


def _against_head(head: Head, last: int, kaede: str | None) -> list[Break]:
    if kaede is None:
        return [Break(last, LOST)] if head.nr > last else []
    return [] if kaede == head.kaede else [Break(head.nr, REPLACED)]


def _all_events(session: Session) -> Iterator[Any]:
    last = 0
    while rows := session.rows(_COLUMNS, (last,)):
        yield from rows
        last = rows[-1][0]


def write_head(session: Session) -> bool:
    """Note the newest event beside the database: an older database put in its place is then found out.

    False when the disk would not: all is saved nevertheless, and the note that stands is older and still true.
    """
    try:
        with suppress(DatabaseLocked):  # another window reads: its own end will do it
            session.checkpoint()
        _note(session)
    except (DiskFull, DiskReadOnly):
        return False
    return True


def _note(session: Session) -> None:
    rows = session.rows(_LAST)
    if not rows:
        return
    nr, kaede, tid = rows[0]
    known = read_head(session.folder)
    if known is None or known.nr < nr:  # a slower window must not take the head back
        content = json.dumps({"version": 1, "nr": nr, "kaede": kaede.hex(), "tid": tid}, indent=1)
        atomic_write(os.path.join(session.folder, HEAD_FILE), content.encode())


def read_head(folder: str) -> Head | None:
    """None when there is none, or none that we wrote: then there is nothing to compare with."""
    try:
        found = json.loads(read_small(os.path.join(folder, HEAD_FILE), 4096))
        return Head(int(found["nr"]), str(found["kaede"]))
    except (FileNotFoundError, SymlinkRefused, ValueError, KeyError, TypeError):
        return None


def redact(session: Session, numbers: list[int]) -> None:
    """Empty these events for good: what they held, whom and what they were about. The chain still holds."""
    for nr in numbers:
        session.rows(
            "UPDATE haendelse SET salt = NULL, indhold = NULL, emne_nr = NULL, sted = NULL WHERE nr = ?", (nr,)
        )
