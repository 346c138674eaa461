"""Bring a database to a newer schema, each step whole or not at all. Knows no table by name."""

from collections.abc import Sequence

from vforlob.errors.base import VforlobError
from vforlob.errors.store import MigrationFailed
from vforlob.store.copies import make_copy
from vforlob.store.copies_state import counts_of
from vforlob.store.migrations import MIGRATIONS, Migration
from vforlob.store.session import Session

BEFORE_SCHEMA = "foer-skema-"


def migrate(session: Session, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Steps that are done already are passed over; another window may have done them meanwhile."""
    found = version_of(session)
    pending = [migration for migration in migrations if migration.version > found]
    copy = make_copy(session, f"{BEFORE_SCHEMA}{pending[0].version}").path if found and pending else ""
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
