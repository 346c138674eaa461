"""Go back to a copy: the steps in order, and what is told of them before and after. Asks nobody; knows no screen."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import NamedTuple

from vforlob.actions.slettestop import stop_again, stopped_marks
from vforlob.errors.base import VforlobError
from vforlob.errors.key import KeyEnvelopeDamaged, KeyEnvelopeMissing
from vforlob.errors.kopi import CopyKeyMissing, CopyOfAnother, CopyOfDemo, RestoreUnsure
from vforlob.errors.place import DatabaseDamaged, DatabaseEmpty, NoDatabase, NotEncrypted
from vforlob.store.copies_manifest import Manifest
from vforlob.store.copies_state import State, state_of
from vforlob.store.database import NAME, open_database
from vforlob.store.envelope import DEMO, Envelope, read_envelope, write_envelope
from vforlob.store.files import check_private_folder, is_there, make_private_folder
from vforlob.store.founding import SUBFOLDERS
from vforlob.store.location import refuse_unfit
from vforlob.store.presence import enter_alone
from vforlob.store.restoring import Source, made_ready, source_of, staged
from vforlob.store.restoring_swap import finish, is_done, kept_databases, put_envelope, put_in_place, put_list
from vforlob.store.schema import VERSION
from vforlob.store.session import Session
from vforlob.store.sletteliste import Entry, entries_of, read_list
from vforlob.store.workroom import workroom

Now = Callable[[], datetime]


class Wanted(NamedTuple):
    """What is to be restored, and with which envelope: the folder's own, or that of the copy where it has none."""

    source: Source
    envelope: Envelope
    is_own: bool


class Outlook(NamedTuple):
    """What a restore would take away. `lost` is None when it cannot be told: the database does not open, or goes on
    from another copy than this one; `is_there` whether there is a database at all.
    """

    is_there: bool
    opens: bool
    lost: int | None


class Restored(NamedTuple):
    """`kept` is the path of the database that was here before, "" when there was none. `skema` that of the copy."""

    kept: str
    again: int
    skema: int
    nr: int


def wanted_for(folder: str, path: str) -> Wanted:
    """Raises what says that this copy cannot come into this folder. Nothing is opened yet."""
    refuse_unfit(folder)
    source = source_of(path)
    own = _own_envelope(folder)
    if source.envelope is not None and source.envelope.kind == DEMO and not _is_same(own, source.envelope):
        raise CopyOfDemo(path)
    if own is None:
        if source.envelope is None:
            raise CopyKeyMissing(path)
        return Wanted(source, source.envelope, is_own=False)
    if source.envelope is not None and not _is_same(own, source.envelope):
        raise CopyOfAnother(path)
    return Wanted(source, own, is_own=True)


def refuse_open(folder: str) -> None:
    """Said before anybody is asked for anything. Raises RestoringWhileOpen."""
    enter_alone(folder).leave()


@contextmanager
def key_home(folder: str, wanted: Wanted) -> Iterator[str]:
    """A folder whose noegle.json is unlocked for the key: the data folder, or a workroom with that of the copy."""
    if wanted.is_own:
        yield folder
        return
    with prepared(folder), workroom(folder) as room:
        write_envelope(room, wanted.envelope)
        yield room


def outlook(folder: str, key: bytes, manifest: Manifest | None) -> Outlook:
    """Only looks. Raises NewerDatabase: this program is not to put anything in place of what it does not know."""
    session = _current(folder, key)
    if session is None:
        return Outlook(is_there(os.path.join(folder, NAME)), opens=False, lost=None)
    try:
        return Outlook(is_there=True, opens=True, lost=_lost(session, manifest))
    except DatabaseDamaged:
        return Outlook(is_there=True, opens=False, lost=None)
    finally:
        session.close()


def restore(folder: str, wanted: Wanted, key: bytes, now: Now) -> Restored:
    """The old database or the new one, never neither, wherever it is interrupted. Nothing is overwritten."""
    with prepared(folder), _alone(folder), staged(folder, wanted.source, wanted.envelope, key) as room:
        if not wanted.is_own:
            put_envelope(folder, wanted.envelope)
        deleted, held = _deleted_since(folder, os.path.dirname(wanted.source.path), key), _held_back(folder, key)
        ready = made_ready(room, key, now, deleted, lambda store: stop_again(store, held))
        put_list(folder, room)
        return Restored(_swapped(folder, key, room), ready.again, ready.skema, ready.nr)


def _swapped(folder: str, key: bytes, room: str) -> str:
    """Where the old database is kept. What comes after the new one is in place can no longer stop it."""
    before = frozenset(kept_databases(folder))
    try:
        return put_in_place(folder, key, room)
    except (VforlobError, KeyboardInterrupt) as error:
        if not is_done(room):
            raise
        kept = next((path for path in reversed(kept_databases(folder)) if path not in before), "")
        try:
            finish(folder, room)
        except VforlobError:
            raise RestoreUnsure(kept) from None
        if isinstance(error, KeyboardInterrupt):
            return kept
        raise RestoreUnsure(kept) from None


@contextmanager
def prepared(folder: str) -> Iterator[None]:
    """A data folder with its folders. One that we made goes again when nothing came of it."""
    refuse_unfit(folder)
    is_new = not is_there(folder)
    make_private_folder(folder)
    check_private_folder(folder)
    made = [path for path in _subfolders(folder) if not is_there(path)]
    for path in made:
        make_private_folder(path)
    try:
        yield
    except BaseException:
        for path in (*made, *([folder] if is_new else [])):
            with suppress(OSError):
                os.rmdir(path)
        raise


@contextmanager
def _alone(folder: str) -> Iterator[None]:
    presence = enter_alone(folder)
    try:
        yield
    finally:
        presence.leave()


def _subfolders(folder: str) -> tuple[str, ...]:
    return tuple(os.path.join(folder, name) for name in SUBFOLDERS)


def _own_envelope(folder: str) -> Envelope | None:
    try:
        return read_envelope(folder)
    except (KeyEnvelopeMissing, KeyEnvelopeDamaged, NotADirectoryError):
        return None


def _is_same(own: Envelope | None, other: Envelope) -> bool:
    """The same key and the same folder; the passphrase may have been another when the copy was made."""
    return own is not None and own.is_of_same_key(other)


def _current(folder: str, key: bytes) -> Session | None:
    """Opened as it is, not brought to this schema. None for what is no database that this key opens."""
    try:
        return Session(lambda: open_database(folder, key, newest=VERSION), folder, _no_time)
    except (DatabaseDamaged, DatabaseEmpty, NotEncrypted, NoDatabase, KeyEnvelopeMissing, KeyEnvelopeDamaged):
        return None


def _deleted_since(folder: str, place: str, key: bytes) -> tuple[Entry, ...]:
    """By the list beside the copy, the one beside the database, and the database: each may be behind the others."""
    listed = tuple(dict.fromkeys((*read_list(place), *read_list(folder))))
    session = _current(folder, key)
    if session is None:
        return listed
    try:
        has_list = session.rows("SELECT 1 FROM sqlite_master WHERE name = 'sletteliste'")
        return tuple(dict.fromkeys((*listed, *(entries_of(session) if has_list else ()))))
    except VforlobError:
        return listed
    finally:
        session.close()


def _held_back(folder: str, key: bytes) -> tuple[bytes, ...]:
    """Whose case may not be deleted: a copy from before somebody asked to see it does not lift that."""
    session = _current(folder, key)
    if session is None:
        return ()
    try:
        return stopped_marks(session)
    except VforlobError:
        return ()
    finally:
        session.close()


def _lost(session: Session, manifest: Manifest | None) -> int | None:
    state: State = state_of(session, rows=False)
    if manifest is None:
        return None
    if manifest.nr == 0:
        return state.nr
    found = session.rows("SELECT lower(hex(kaede)) FROM haendelse WHERE nr = ?", (manifest.nr,))
    return state.nr - manifest.nr if found == [(manifest.kaede,)] else None


def _no_time() -> datetime:
    raise RuntimeError("a database that is looked at is not written to")
