"""Bring a database to a schema that comes after the newest one: FOLDER [loose]. Says GO when the step begins.

`loose` is the mistake the tests must find: the same statements, each for itself.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime

from meeting_process import KEY

from vforlob.store.migrate import migrate
from vforlob.store.migrations import MIGRATIONS, Migration, Run
from vforlob.store.open import open_store
from vforlob.store.schema import VERSION

NEXT = VERSION + 1


def new_column(run: Run) -> None:
    os.writev(1, [b"GO\n"])
    run(
        "CREATE TABLE ny(nr INTEGER PRIMARY KEY, maned TEXT NOT NULL, navn TEXT NOT NULL, tal REAL, rettelse REAL,"
        " ny TEXT)"
    )
    run("INSERT INTO ny SELECT *, 'x' FROM maned")
    run("DROP TABLE maned")
    run("ALTER TABLE ny RENAME TO maned")
    run("CREATE INDEX maned_maned ON maned(maned, navn)")


def main(argv: Sequence[str]) -> None:
    with open_store(argv[0], KEY, lambda: datetime.now(UTC)) as store:
        if argv[1:] == ["loose"]:
            new_column(store.rows)
            store.rows(f"PRAGMA user_version = {NEXT}")
        else:
            migrate(store, (*MIGRATIONS, Migration(NEXT, new_column)))
    os.writev(1, [b"DONE\n"])
