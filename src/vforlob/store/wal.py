"""Make room in the WAL before a samtale's answers. Knows the file beside the database, not what is in it.

A commit that makes the file longer also makes the file system write down the new length: two to four times the wait.
Written over, the same commit costs one flush. Zeros are no frame to SQLite, wherever they stand.
"""

import os
from contextlib import suppress
from typing import Any

from vforlob.store.database import NAME

ROOM = 1 << 20  # about ninety answers
_FRAMES = 240  # as many pages as fit: then SQLite empties the WAL into the database and begins it again


def make_room(connection: Any, folder: str) -> None:
    """Inside BEGIN IMMEDIATE, when nobody else writes. A disk that cannot give the room loses us nothing but time."""
    if os.name != "posix":
        return
    connection.execute(f"PRAGMA wal_autocheckpoint = {_FRAMES}").fetchall()
    connection.execute(f"PRAGMA journal_size_limit = {ROOM}").fetchall()  # else the first commit gives the room back
    try:
        opened = os.open(os.path.join(folder, NAME + "-wal"), os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return
    try:
        _fill(opened, os.fstat(opened).st_size)
    finally:
        os.close(opened)


def _fill(opened: int, size: int) -> None:
    try:
        written = size
        while written < ROOM:
            written += os.pwrite(opened, bytes(ROOM - written), written)
        os.fsync(opened)
    except OSError:
        with suppress(OSError):  # a disk that fails in everything: what was written are zeros, and so no frames
            os.ftruncate(opened, size)
