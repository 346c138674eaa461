"""Open the encrypted database in the one safe order, or make a new one. Knows no table and no passphrase."""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from vforlob.errors.base import VforlobError
from vforlob.errors.place import (
    AlreadySetUp,
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseLocked,
    DiskFull,
    DiskReadOnly,
    NewerDatabase,
    NoDatabase,
    NotEncrypted,
    OpenToOthers,
)
from vforlob.store import pragmas
from vforlob.store.envelope import read_envelope, verify_key
from vforlob.store.files import (
    check_private_file,
    check_private_folder,
    create_file,
    disk_problem,
    is_there,
    read_small,
    sync_folder,
)
from vforlob.store.location import refuse_unfit

NAME = "vforlob.db"
_PLAIN_HEADER = b"SQLite format 3\0"
_SMALLEST = 512  # the smallest page SQLite has
_WAIT_SECONDS = 5.0

# SQLite's primary result codes, and what a person can do about them.
_PROBLEMS: dict[int, Callable[[str], VforlobError]] = {
    5: lambda _path: DatabaseLocked(),  # BUSY
    6: lambda _path: DatabaseLocked(),  # LOCKED
    8: lambda _path: DiskReadOnly(),  # READONLY
    10: lambda _path: DiskReadOnly(),  # IOERR
    11: DatabaseDamaged,  # CORRUPT
    13: lambda _path: DiskFull(),  # FULL
    14: lambda _path: DiskReadOnly(),  # CANTOPEN
    26: DatabaseDamaged,  # NOTADB
}


def open_database(folder: str, key: bytes, *, newest: int) -> Any:
    """A connection with every setting read back. `newest` is the schema this program knows.

    The order is what tells the faults apart: plain text is 16, a wrong key 12, damage 1, a newer schema 13; and nothing
    is written, not even by SQLite, before all of them are passed.
    """
    path = check_database_file(folder)
    verify_key(read_envelope(folder), key)
    _refuse_newer(path, key, newest)
    connection, is_read_only = _opened(path, key)
    try:
        pragmas.apply(connection, is_read_only=is_read_only)
    except BaseException as error:
        connection.close()
        raise problem_of(error, path) from None
    return connection


def _opened(path: str, key: bytes) -> tuple[Any, bool]:
    """And whether it can only be read. On a full disk there is no room for the index that windows share: then this one
    has the database alone, with the index in memory. On one that cannot be written to it is read as it lies there.
    """
    try:
        return _connected(path, key, "mode=rw"), False
    except (DiskFull, DiskReadOnly) as problem:
        with suppress(VforlobError):
            return _connected(path, key, "mode=rw", alone=True), False
        if _has_no_wal(path):
            with suppress(VforlobError):
                return _connected(path, key, "immutable=1"), True
        raise problem from None


def check_database_file(folder: str) -> str:
    """The path of vforlob.db, when place, owner, size and first bytes allow that it is opened. Needs no key."""
    path = os.path.join(folder, NAME)
    refuse_unfit(folder)
    try:
        check_private_folder(folder)
        check_private_file(path)
    except OpenToOthers:
        # Closing it to others would not make it a database: what cannot be opened at all is said first.
        _refuse_content(path, folder)
        raise
    except OSError:  # not there, or no name that anything could have
        raise NoDatabase(folder) from None
    _refuse_content(path, folder)
    return path


def _refuse_content(path: str, folder: str) -> None:
    try:
        size = os.lstat(path).st_size
    except OSError:
        raise NoDatabase(folder) from None
    if size == 0:
        raise DatabaseEmpty(path)
    if read_small(path, len(_PLAIN_HEADER) - 1) == _PLAIN_HEADER:
        raise NotEncrypted(path)
    if size < _SMALLEST:
        raise DatabaseDamaged(path)


def create_database(folder: str, key: bytes) -> Any:
    """An empty encrypted database of ours, user_version 0, and the connection to it. The folder must be private.

    It gets its name when it is whole: a kill never leaves a file of 0 bytes that looks like somebody's lost data.
    """
    path = os.path.join(folder, NAME)
    check_private_folder(folder)
    refuse_unfit(folder)
    if is_there(path):
        raise AlreadySetUp(folder)
    verify_key(read_envelope(folder), key)
    draft = f"{path}.{os.getpid()}.ny"
    try:
        create_file(draft, b"")
        _write_header(draft, key)
        os.rename(draft, path)
        sync_folder(folder)
    except OSError as error:
        raise disk_problem(error) from error
    return open_database(folder, key, newest=0)


def problem_of(error: BaseException, path: str = "") -> BaseException:
    """What a person can mend about an error from SQLite; any other error is itself."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return error
    made = _PROBLEMS.get(code & 0xFF)
    return made(path) if made else error


def _refuse_newer(path: str, key: bytes, newest: int) -> None:
    """Read only: a connection that may write would move the WAL into the file when it closes."""
    try:
        application, version = _identity(path, key, "immutable=1" if _has_no_wal(path) else "mode=ro")
    except DatabaseDamaged:
        # Immutable takes no lock: a checkpoint of another window may have been under way.
        application, version = _identity(path, key, "mode=ro")
    if application != pragmas.APPLICATION_ID:
        raise DatabaseDamaged(path)
    if version > newest:
        raise NewerDatabase(version, newest)


def _has_no_wal(path: str) -> bool:
    try:
        return os.lstat(path + "-wal").st_size == 0
    except FileNotFoundError:
        return True


def _identity(path: str, key: bytes, access: str) -> tuple[int, int]:
    connection = _connected(path, key, access)
    try:
        return pragmas.read(connection, "application_id"), pragmas.read(connection, "user_version")
    finally:
        connection.close()


def _connected(path: str, key: bytes, access: str, *, alone: bool = False) -> Any:
    """Unlocked, decrypting, and never a file that was not there."""
    from sqlcipher3._sqlite3 import connect  # late: the faults above are told without 7 ms of library

    try:
        connection = connect(
            f"file:{_in_uri(path)}?{access}",
            uri=True,
            isolation_level=None,
            timeout=_WAIT_SECONDS,
            cached_statements=256,
        )
    except Exception as error:
        raise problem_of(error, path) from None
    try:
        pragmas.unlock(connection, key)
        if alone:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # forces the first decryption
        pragmas.require_cipher(connection, path)
    except BaseException as error:
        connection.close()
        raise problem_of(error, path) from None
    return connection


def _write_header(draft: str, key: bytes) -> None:
    connection = _connected(draft, key, "mode=rw")
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA application_id = {pragmas.APPLICATION_ID}")
    except BaseException as error:
        raise problem_of(error, draft) from None
    finally:
        connection.close()


def _in_uri(path: str) -> str:
    """urllib.parse costs 11 ms; only these three mean something in a SQLite URI, and Windows wants a slash first."""
    absolute = os.path.abspath(path).replace("\\", "/") if os.sep == "\\" else os.path.abspath(path)
    quoted = absolute.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return quoted if quoted.startswith("/") else f"/{quoted}"
