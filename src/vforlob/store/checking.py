"""A twin of a data folder that can be looked through and written to, so that the real one is not. Checks nothing.

SQLite writes also where somebody only reads: a lost -shm is made anew, a -wal is emptied. So what is looked at is a
copy, still encrypted, in a workroom of its own that goes away with it.
"""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from vforlob.errors.place import DatabaseLocked, DiskFull
from vforlob.errors.tjek import NoRoomToCheck
from vforlob.store import pragmas
from vforlob.store.database import NAME, open_database
from vforlob.store.envelope import NAME as ENVELOPE
from vforlob.store.files import copy_file, disk_problem
from vforlob.store.schema import VERSION
from vforlob.store.workroom import FOLDER, workroom

WAL = f"{NAME}-wal"
RULES = "regler"
# In this order: the head may be older than the database it stands beside, never newer.
_BESIDE = (ENVELOPE, "hoved.json")
_KEPT_RULES = os.path.join(FOLDER, "regler.json")  # they hold only where she has no rules of her own
_AFTER = ("sletteliste.jsonl",)
_LARGEST_SMALL = 16 << 20
_TRIES, _PAUSE = 6, 0.05
_WAL_HEADER = 32
# Without room for what SQLite lays beside a database, it has it for itself, and every other look finds it taken.
_BESIDE_IT = 256 << 10


class _Mark(NamedTuple):
    """What changes when pages are moved into the database. That the -wal grows meanwhile does no harm: what of it is
    half written does not count, and what is there comes after the pages that were copied.
    """

    size: int
    mtime_ns: int
    wal: bytes


@contextmanager
def twin_of(folder: str) -> Iterator[str]:
    """A folder with the same database, key envelope, head and rules, removed afterwards. `folder` is left as it was.

    Raises NoRoomToCheck and DiskReadOnly where it cannot be made, DatabaseLocked where another window never rests.
    """
    _refuse_without_room(folder)
    had_tmp = os.path.lexists(os.path.join(folder, FOLDER))
    try:
        with workroom(folder) as room:
            _fill(folder, room)
            yield room
    finally:
        if not had_tmp:
            with suppress(OSError):
                os.rmdir(os.path.join(folder, FOLDER))


def schema_of(twin: str, key: bytes) -> int:
    """Before it is opened in earnest and brought up to date. Raises what opening raises."""
    connection = open_database(twin, key, newest=VERSION)
    try:
        return int(pragmas.read(connection, "user_version"))
    finally:
        connection.close()


def free_bytes(folder: str) -> int:
    from shutil import disk_usage  # late: knows the call of every operating system

    return disk_usage(folder).free


def _refuse_without_room(folder: str) -> None:
    """Whoever is about to be told that the disk is full is not helped by filling it."""
    try:
        if free_bytes(folder) < os.lstat(os.path.join(folder, NAME)).st_size + _BESIDE_IT:
            raise NoRoomToCheck
    except OSError as error:
        raise disk_problem(error) from error


def _fill(folder: str, room: str) -> None:
    try:
        for name in _BESIDE:
            _copy_small(os.path.join(folder, name), os.path.join(room, name))
        _copy_database(folder, room)
        for name in _AFTER:
            _copy_small(os.path.join(folder, name), os.path.join(room, name))
        _copy_rules(os.path.join(folder, RULES), os.path.join(room, RULES))
        os.mkdir(os.path.join(room, FOLDER), 0o700)
        _copy_small(os.path.join(folder, _KEPT_RULES), os.path.join(room, _KEPT_RULES))
    except OSError as error:
        found = disk_problem(error)
        raise (NoRoomToCheck() if isinstance(found, DiskFull) else found) from error


def _copy_database(folder: str, room: str) -> None:
    """Until nothing was moved while it was copied."""
    for tried in range(_TRIES):
        before = _mark(folder)
        copy_file(os.path.join(folder, NAME), os.path.join(room, NAME))
        with suppress(FileNotFoundError):
            copy_file(os.path.join(folder, WAL), os.path.join(room, WAL))
        if _mark(folder) == before:
            return
        for name in (NAME, WAL):
            with suppress(FileNotFoundError):
                os.unlink(os.path.join(room, name))
        time.sleep(_PAUSE * (tried + 1))
    raise DatabaseLocked


def _mark(folder: str) -> _Mark:
    found, header = os.lstat(os.path.join(folder, NAME)), b""
    with suppress(FileNotFoundError), open(os.path.join(folder, WAL), "rb") as wal:
        header = wal.read(_WAL_HEADER)
    return _Mark(found.st_size, found.st_mtime_ns, header)


def _copy_small(path: str, to: str) -> None:
    """What is not there, is a link or is far too large is left out; whoever checks says so by itself."""
    with suppress(FileNotFoundError):
        found = os.lstat(path)
        if stat.S_ISREG(found.st_mode) and found.st_size <= _LARGEST_SMALL:
            copy_file(path, to)


def _copy_rules(folder: str, to: str) -> None:
    """They are read with the program's own, and the program keeps what it has read."""
    if not os.path.isdir(folder):
        return
    os.mkdir(to, 0o700)
    for name in os.listdir(folder):
        if name.endswith(".toml"):
            _copy_small(os.path.join(folder, name), os.path.join(to, name))
