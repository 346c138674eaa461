"""Whether the tables, indexes and triggers of a database are those this program makes. Knows none of them by name."""

from typing import Any

from vforlob.store.migrations import MIGRATIONS
from vforlob.store.session import Session

_SCHEMA = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"


def schema_faults(session: Session) -> tuple[str, ...]:
    """The names of what is missing, what is there too much, and what reads otherwise; in order."""
    found, wanted = _by_name(session.rows(_SCHEMA)), _by_name(_fresh())
    return tuple(sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name)))


def _by_name(rows: list[Any]) -> dict[str, tuple[str, str]]:
    return {name: (kind, " ".join(sql.split())) for kind, name, sql in rows}


def _fresh() -> list[Any]:
    """In memory: there is nothing in it."""
    from sqlcipher3._sqlite3 import connect  # late: whoever only lists copies needs no library

    connection = connect(":memory:", isolation_level=None)
    try:
        for migration in MIGRATIONS:
            migration.step(connection.execute)
        return list(connection.execute(_SCHEMA).fetchall())
    finally:
        connection.close()
