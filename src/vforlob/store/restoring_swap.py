"""Put a database in another's place: the old one whole, or the new one whole, at every moment. Looks into neither.

The old database is kept under another name. What SQLite left beside it (-wal, -journal) goes with it before the new
one takes the name: those are found by name, and would be played into a database they do not belong to.
"""

import os
import re
from contextlib import suppress

from vforlob.errors.base import VforlobError
from vforlob.errors.key import KeyEnvelopeDamaged, KeyEnvelopeMissing, WrongRawKey
from vforlob.errors.kopi import CopyFailed, RestoringWhileOpen
from vforlob.errors.place import (
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseLocked,
    NoDatabase,
    NotEncrypted,
    SymlinkRefused,
)
from vforlob.store.chain import HEAD_FILE
from vforlob.store.database import NAME, open_database, problem_of
from vforlob.store.envelope import Envelope, path_of, read_envelope, write_envelope
from vforlob.store.files import copy_file, create_file, disk_problem, is_there, remove, sync_file, sync_folder
from vforlob.store.schema import VERSION
from vforlob.store.sletteliste import NAME as LIST

KEPT = ".foer-gendannelse"
SIDES = ("-wal", "-shm", "-journal")
_HEAD_BEFORE = "hoved.foer"
_CHUNK = 1 << 20
_KEPT_NAME = re.compile(rf"{re.escape(NAME + KEPT)}(-\d+)?", re.ASCII)
# What may stand where the database should be and is no reason to keep a good copy from taking its place.
_USELESS = (
    DatabaseDamaged,
    DatabaseEmpty,
    NotEncrypted,
    NoDatabase,
    WrongRawKey,
    KeyEnvelopeDamaged,
    KeyEnvelopeMissing,
)


def put_in_place(folder: str, key: bytes, room: str) -> str:
    """The database of the room becomes that of the folder. Where the old one is kept; "" when there was none.

    Whoever calls this has the folder alone. Raises RestoringWhileOpen, NewerDatabase, DiskFull, DiskReadOnly.
    """
    new, database = os.path.join(room, NAME), os.path.join(folder, NAME)
    if any(is_there(new + side) for side in SIDES):
        raise CopyFailed("rester")
    if os.path.islink(database) or (is_there(database) and not os.path.isfile(database)):
        raise SymlinkRefused(database)
    try:
        sync_file(new)
        _fold(folder, key)
        kept = _keep_old(folder, room)
        _replace(folder, room)
    except OSError as error:
        raise _told(error) from error
    finish(folder, room)
    return kept


def is_done(room: str) -> bool:
    """Whether the database of the room has taken its place, however it went on."""
    return not is_there(os.path.join(room, NAME))


def finish(folder: str, room: str) -> None:
    """What belongs to the database that is in place now. May be called again."""
    try:
        sync_folder(folder)
        with suppress(FileNotFoundError):
            os.replace(os.path.join(room, HEAD_FILE), os.path.join(folder, HEAD_FILE))
        sync_folder(folder)
    except OSError as error:
        raise _told(error) from error


def put_envelope(folder: str, envelope: Envelope) -> None:
    """noegle.json of the copy, where the folder has none that can be read. A damaged one is kept beside it."""
    try:
        read_envelope(folder)
    except KeyEnvelopeMissing:
        write_envelope(folder, envelope)
    except KeyEnvelopeDamaged:
        path = path_of(folder)
        try:
            with open(path, "rb") as damaged:
                content = damaged.read(_CHUNK)
            create_file(_free(path + KEPT), content)
        except OSError as error:
            raise _told(error) from error
        write_envelope(folder, envelope)


def put_list(folder: str, room: str) -> None:
    """The list of what is deleted, with what the copy and the database knew of it: true of either."""
    try:
        os.replace(os.path.join(room, LIST), os.path.join(folder, LIST))
        sync_folder(folder)
    except OSError as error:
        raise _told(error) from error


def kept_databases(folder: str) -> tuple[str, ...]:
    """The databases that restores have laid aside, oldest first."""
    with suppress(OSError):
        names = [name for name in os.listdir(folder) if _KEPT_NAME.fullmatch(name)]
        return tuple(os.path.join(folder, name) for name in sorted(names, key=lambda name: (len(name), name)))
    return ()


def remove_kept(folder: str, paths: tuple[str, ...] | None = None) -> int:
    """Take them away, all or these, with what stands beside them. How many."""
    gone = 0
    for path in kept_databases(folder) if paths is None else paths:
        with suppress(OSError):
            for side in (*SIDES, ""):
                remove(path + side)
            gone += 1
    return gone


def _fold(folder: str, key: bytes) -> None:
    """All of the WAL into the file; that it goes proves that nobody else has it open. One that opens for nobody is left
    as it is.
    """
    try:
        connection = open_database(folder, key, newest=VERSION)
    except _USELESS:
        return
    except DatabaseLocked:
        raise RestoringWhileOpen from None
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
            raise RestoringWhileOpen
    except VforlobError:
        raise
    except Exception as error:
        problem = problem_of(error, os.path.join(folder, NAME))
        if isinstance(problem, DatabaseLocked):
            raise RestoringWhileOpen from None
        if not isinstance(problem, DatabaseDamaged):
            raise problem from error
    finally:
        connection.close()


def _keep_old(folder: str, room: str) -> str:
    database = os.path.join(folder, NAME)
    left = [side for side in SIDES if is_there(database + side)]
    had_one = is_there(database)
    if not left and not had_one:
        return ""
    kept = _kept_name(folder)
    if had_one and not is_there(kept):
        try:
            os.link(database, kept)
        except (OSError, AttributeError):  # a file system without links: then it takes a copy, whole or not at all
            draft = os.path.join(room, "gammel.db")
            remove(draft)
            copy_file(database, draft)
            sync_file(draft)
            os.rename(draft, kept)
    sync_folder(folder)
    for side in left:
        os.replace(database + side, kept + side)
    sync_folder(folder)
    return kept if had_one else ""


def _replace(folder: str, room: str) -> None:
    """Without a head there is nothing to compare with: an old one beside the new database, or the new one beside the
    old, would tell of events that were lost.
    """
    head, aside = os.path.join(folder, HEAD_FILE), os.path.join(room, _HEAD_BEFORE)
    with suppress(FileNotFoundError):
        os.replace(head, aside)
    sync_folder(folder)
    try:
        os.replace(os.path.join(room, NAME), os.path.join(folder, NAME))
    except BaseException:
        if not is_done(room):
            with suppress(OSError):
                os.replace(aside, head)
        raise


def _kept_name(folder: str) -> str:
    """Free, or the one that an interrupted restore gave this very file already."""
    database, tried = os.path.join(folder, NAME), 1
    while True:
        path = database + KEPT + (f"-{tried}" if tried > 1 else "")
        if not any(is_there(path + side) for side in ("", *SIDES)):
            return path
        clash = any(is_there(database + side) and is_there(path + side) for side in SIDES)
        if not clash and _is_same(database, path):
            return path
        tried += 1


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False


def _free(path: str) -> str:
    tried, name = 1, path
    while is_there(name):
        tried += 1
        name = f"{path}-{tried}"
    return name


def _told(error: OSError) -> BaseException:
    """On Windows a file that somebody has open cannot be replaced."""
    if os.name == "nt" and isinstance(error, PermissionError):
        return RestoringWhileOpen()
    return disk_problem(error)
