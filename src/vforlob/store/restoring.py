"""Try a copy out in a workroom: whether it is what was written, and made ready to take a database's place.

Nothing outside the workroom is changed here, and the copy itself is only read.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import NamedTuple

from vforlob.errors.base import VforlobError
from vforlob.errors.key import WrongRawKey
from vforlob.errors.kopi import CopyDamaged, CopyNotFound, CopyUnfinished
from vforlob.errors.place import DatabaseDamaged, DatabaseEmpty, NewerDatabase, NotEncrypted
from vforlob.store.chain import verify, write_head
from vforlob.store.checking_schema import schema_faults
from vforlob.store.copies import Copy
from vforlob.store.copies_manifest import DATABASE, KEY, MANIFEST, Manifest, is_named_so, read_manifest, read_name
from vforlob.store.copies_state import HASH, LINK, PAGES, State, difference, faulty_pages, state_of
from vforlob.store.database import NAME, open_database
from vforlob.store.envelope import LARGEST, Envelope, envelope_in, write_envelope
from vforlob.store.files import PRIVATE_FILE, disk_problem, read_small
from vforlob.store.open import open_store
from vforlob.store.schema import VERSION
from vforlob.store.session import Session
from vforlob.store.sletteliste import Entry, write_list
from vforlob.store.store import Store
from vforlob.store.workroom import workroom

UNREADABLE, WRONG_KEY, NEWER, SIDE_FILES, SCHEMA = "laesning", "noegle", "nyere", "rester", "tabeller"
_CHUNK = 1 << 20
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

Now = Callable[[], datetime]


class Source(NamedTuple):
    """`envelope` is None when the copy has none that can be read; a database that a restore laid aside has no manifest
    either: its seals and its chain say whether it is whole.
    """

    path: str
    manifest: Manifest | None
    envelope: Envelope | None


class Ready(NamedTuple):
    """`skema` is what the copy had, `again` how many things were deleted again, `nr` the newest event now."""

    skema: int
    again: int
    nr: int


def source_of(path: str) -> Source:
    """Raises CopyNotFound, and CopyUnfinished for what is named like a copy and lacks its manifest."""
    if not os.path.isfile(path) or os.path.islink(path):
        raise CopyNotFound(path)
    stem = path.removesuffix(DATABASE)
    manifest = read_manifest(stem + MANIFEST) if stem != path else None
    if manifest is None and read_name(os.path.basename(stem)):
        raise CopyUnfinished(path)
    return Source(path, manifest, _envelope_beside(stem))


def drill(folder: str, copy: Copy, key: bytes, *, thorough: bool = True) -> tuple[str, ...]:
    """A trial restore in tmp/: ids of what is wrong with the copy, nothing for a whole one. Raises DiskFull or
    the like when it could not be tried. If it is not to be `thorough`, its bytes are held
    against the sum they had when it was looked through, and its head and rows against the manifest.
    """
    try:
        source = source_of(copy.path)
    except VforlobError:
        return (UNREADABLE,)
    if source.envelope is None:
        return (WRONG_KEY,)
    with workroom(folder) as room:
        return faults_of(room, source, source.envelope, key, thorough=thorough)


@contextmanager
def staged(folder: str, source: Source, envelope: Envelope, key: bytes) -> Iterator[str]:
    """A workroom that is a data folder with the copy in it, whole. Raises CopyDamaged and NewerDatabase."""
    with workroom(folder) as room:
        faults = faults_of(room, source, envelope, key)
        if NEWER in faults:
            raise NewerDatabase(source.manifest.skema if source.manifest else VERSION + 1, VERSION)
        if faults:
            raise CopyDamaged(source.path, faults)
        yield room


def faults_of(room: str, source: Source, envelope: Envelope, key: bytes, *, thorough: bool = True) -> tuple[str, ...]:
    """Copied to the room, read from there: what is tried is what will be used."""
    path = os.path.join(room, NAME)
    if source.manifest is not None and not is_named_so(source.path.removesuffix(DATABASE), source.manifest):
        return (HASH,)
    fault = _copied(source, path)
    if fault:
        return (fault,)
    write_envelope(room, envelope)
    try:
        connection = open_database(room, key, newest=VERSION)
    except WrongRawKey:
        return (WRONG_KEY,)
    except NewerDatabase:
        return (NEWER,)
    except (DatabaseDamaged, DatabaseEmpty, NotEncrypted):
        return (PAGES,)
    session = Session(lambda: connection, room, _no_time)
    try:
        return _faults_inside(session, source.manifest, thorough=thorough)
    except DatabaseDamaged:
        return (PAGES,)
    finally:
        session.close()


def _faults_inside(session: Session, manifest: Manifest | None, *, thorough: bool) -> tuple[str, ...]:
    if (thorough or manifest is None) and faulty_pages(session):
        return (PAGES,)
    found = state_of(session)
    fault = ""
    if manifest is not None:
        fault = difference(found, State(manifest.nr, manifest.kaede, manifest.skema, manifest.raekker))
    elif session.rows("PRAGMA foreign_key_check"):
        fault = PAGES
    if not fault and found.skema == VERSION:
        fault = _altered(session, thorough=thorough)  # an older one is looked through when it is brought to this schema
    return (fault,) if fault else ()


def _altered(session: Session, *, thorough: bool) -> str:
    """Somebody who has the key may have made a manifest that fits: a table or a trigger of theirs is never used."""
    if schema_faults(session):
        return SCHEMA
    return LINK if thorough and verify(session).breaks else ""


def made_ready(
    room: str, key: bytes, now: Now, entries: Iterable[Entry], also: Callable[[Store], None] | None = None
) -> Ready:
    """Brought to this program's schema, and rid of what was deleted since. One file when we return, and its head.

    `entries` are what others know to be deleted; what the copy itself knows is among what it has done already. `also`
    is what else is to be brought along from the database that is replaced.
    """
    from vforlob.store.erasing import erase_again, scrub  # late: nothing is deleted anywhere else here

    skema, wanted = _schema_in(room, key), tuple(entries)
    with open_store(room, key, now) as store:
        altered = _altered(store, thorough=True) if skema < VERSION else ""
        if altered:
            raise CopyDamaged(os.path.join(room, NAME), (altered,))
        again = erase_again(store, wanted) if wanted else 0
        if again:
            scrub(store)
        if also:
            also(store)
        write_list(store)
        write_head(store)
        nr = state_of(store, rows=False).nr
        if store.rows("PRAGMA journal_mode = DELETE") != [("delete",)]:
            raise CopyDamaged(os.path.join(room, NAME), (SIDE_FILES,))
    return Ready(skema, again, nr)


def _schema_in(room: str, key: bytes) -> int:
    connection = open_database(room, key, newest=VERSION)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def _copied(source: Source, path: str) -> str:
    """ "" when the bytes are those of the manifest. The disk it is read from may be a bad one, ours may be full."""
    from hashlib import sha256  # late: nobody waits for it but who restores

    try:
        given = os.open(source.path, os.O_RDONLY | _NO_LINK)
    except OSError:
        return UNREADABLE
    digest, size = sha256(), 0
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, PRIVATE_FILE)
        try:
            while chunk := _read(given):
                digest.update(chunk)
                size += len(chunk)
                _write(made, chunk)
            os.fsync(made)
        finally:
            os.close(made)
    except _Unreadable:
        return UNREADABLE
    except OSError as error:
        raise disk_problem(error) from error
    finally:
        os.close(given)
    expected = source.manifest and (source.manifest.sha256, source.manifest.bytes)
    return "" if expected in {None, (digest.hexdigest(), size)} else HASH


class _Unreadable(Exception):
    """The disk that the copy lies on reports an error."""


def _read(given: int) -> bytes:
    try:
        return os.read(given, _CHUNK)
    except OSError as error:
        raise _Unreadable from error


def _write(made: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(made, rest) :]


def _envelope_beside(stem: str) -> Envelope | None:
    """On a USB stick nobody can say who may read it, so that is not asked of it."""
    with suppress(VforlobError, OSError):
        return envelope_in(read_small(stem + KEY, LARGEST))
    return None


def _no_time() -> datetime:
    raise RuntimeError("a copy that is looked at is not written to")
