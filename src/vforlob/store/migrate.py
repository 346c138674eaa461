"""Bring a database to a newer schema, each step whole or not at all. Knows no table by name."""

import os
from collections.abc import Sequence

from vforlob.errors.base import VforlobError
from vforlob.errors.store import MigrationFailed
from vforlob.store.events import utc_text
from vforlob.store.files import create_file, disk_problem, is_there, make_private_folder, sync_folder
from vforlob.store.migrations import MIGRATIONS, Migration
from vforlob.store.session import Session

COPIES = "kopier"
_TABLES = "SELECT name FROM {}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"

Counts = dict[str, int]


def migrate(session: Session, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Steps that are done already are passed over; another window may have done them meanwhile."""
    found = version_of(session)
    pending = [migration for migration in migrations if migration.version > found]
    copy = verified_copy(session, f"foer-skema-{pending[0].version}") if found and pending else ""
    for migration in pending:
        _migrate(session, migration, copy)


def version_of(session: Session) -> int:
    return int(session.rows("PRAGMA user_version")[0][0])


def _migrate(session: Session, migration: Migration, copy: str) -> None:
    session.rows("PRAGMA foreign_keys = OFF")  # a table that is made anew is dropped in between; checked below
    try:
        session.rows("BEGIN IMMEDIATE")
        if version_of(session) < migration.version:
            _step(session, migration)
        session.rows("COMMIT")
    except VforlobError:
        _roll_back(session)
        raise
    except Exception as error:
        _roll_back(session)
        reason = str(error) if isinstance(error, _Refused) else type(error).__name__
        raise MigrationFailed(migration.version, reason, copy) from error
    finally:
        session.rows("PRAGMA foreign_keys = ON")


class _Refused(Exception):
    """The step ran and left what must not be kept."""


def _step(session: Session, migration: Migration) -> None:
    before = counts_of(session)
    migration.step(session.rows)
    if session.rows("PRAGMA foreign_key_check"):
        raise _Refused("foreign keys")
    after = counts_of(session)
    if any(after.get(name, 0) < rows for name, rows in before.items() if name not in migration.may_lose):
        raise _Refused("rows")
    session.rows(f"PRAGMA user_version = {migration.version:d}")


def _roll_back(session: Session) -> None:
    if session.connection.in_transaction:
        session.rows("ROLLBACK")


def verified_copy(session: Session, label: str) -> str:
    """An encrypted copy in kopier/, opened and compared before it counts. Its path."""
    folder = os.path.join(session.folder, COPIES)
    make_private_folder(folder)
    path = _free_name(folder, f"{utc_text(session.now()).replace(':', '')}_{label}")
    try:
        create_file(path, b"")  # ours alone from the start; VACUUM INTO would follow a link that leads nowhere
    except OSError as error:
        raise disk_problem(error) from error
    try:
        session.rows("VACUUM INTO ?", (path,))
        _compare(session, path)
        _sync(path)
    except BaseException:
        os.unlink(path)
        raise
    return path


def _compare(session: Session, path: str) -> None:
    session.rows("ATTACH DATABASE ? AS kopi", (path,))  # without a key of its own it takes that of the main database
    try:
        whole = session.rows("PRAGMA kopi.integrity_check") == [("ok",)]
        if not whole or counts_of(session, "kopi") != counts_of(session):
            raise MigrationFailed(version_of(session), "copy")
    finally:
        session.rows("DETACH DATABASE kopi")


def counts_of(session: Session, database: str = "main") -> Counts:
    names = [row[0] for row in session.rows(_TABLES.format(database))]
    return {name: session.rows(f'SELECT count(*) FROM {database}."{name}"')[0][0] for name in names}  # noqa: S608


def _free_name(folder: str, name: str) -> str:
    path, tried = os.path.join(folder, f"{name}.db"), 1
    while is_there(path):
        tried += 1
        path = os.path.join(folder, f"{name}-{tried}.db")
    return path


def _sync(path: str) -> None:
    opened = os.open(path, os.O_RDWR)
    try:
        os.fsync(opened)
        sync_folder(os.path.dirname(path))
    except OSError as error:
        raise disk_problem(error) from error
    finally:
        os.close(opened)
