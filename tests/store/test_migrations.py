"""A database is brought to a newer schema whole or not at all, with a copy first."""

import os
from collections.abc import Callable
from datetime import datetime

import pytest

from building import make_case
from vforlob.errors.place import NewerDatabase
from vforlob.errors.store import MigrationFailed
from vforlob.store.copies import list_copies
from vforlob.store.database import create_database
from vforlob.store.migrate import migrate, version_of
from vforlob.store.migrations import MIGRATIONS, Migration, Run, statements_of
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.schema import VERSION
from vforlob.store.store import Store

NEXT = VERSION + 1


def add_column(run: Run) -> None:
    """A table made anew, the way SQLite wants it, with others pointing to it."""
    (schema,) = run("SELECT sql FROM sqlite_master WHERE name = 'borger'")[0]
    columns, _, ending = schema.replace("CREATE TABLE borger(", "CREATE TABLE borger_ny(").rpartition(")")
    run(f"{columns}, ny TEXT){ending}")
    run("INSERT INTO borger_ny SELECT *, 'x' FROM borger")
    run("DROP TABLE borger")
    run("ALTER TABLE borger_ny RENAME TO borger")


def lose_rows(run: Run) -> None:
    run("DELETE FROM opgave")


def break_links(run: Run) -> None:
    run("UPDATE aftale SET borger = 999")


def fail(run: Run) -> None:
    run("UPDATE borger SET alias = 'X'")
    raise ValueError


def copies(folder: str) -> list[str]:
    return [os.path.basename(copy.path) for copy in list_copies(folder)]


def test_the_steps_lead_to_the_schema_this_program_knows() -> None:
    assert [migration.version for migration in MIGRATIONS] == list(range(1, VERSION + 1))


def test_a_new_database_has_nothing_to_lose_and_no_copy(store: Store) -> None:
    assert version_of(store) == VERSION
    assert copies(store.folder) == []


def test_a_database_left_empty_by_a_kill_is_finished_at_the_next_opening(
    folder: str, key: bytes, clock: Callable[[], datetime]
) -> None:
    create_database(folder, key).close()

    with open_store(folder, key, clock) as store:
        assert version_of(store) == VERSION


def test_a_step_is_done_once_with_a_copy_first(store: Store) -> None:
    case = make_case(store)
    step = Migration(NEXT, add_column)
    case_events = store.rows("SELECT max(nr) FROM haendelse")[0][0]

    migrate(store, (*MIGRATIONS, step))
    migrate(store, (*MIGRATIONS, step))

    assert version_of(store) == NEXT
    assert store.rows("SELECT alias, ny FROM borger") == [(case.borger.alias, "x")]
    assert copies(store.folder) == [f"2026-11-20T120000Z_{case_events:06d}_foer-skema-{NEXT}.db"]
    assert store.rows("PRAGMA foreign_keys") == [(1,)]


@pytest.mark.parametrize("step", [lose_rows, break_links, fail])
def test_a_step_that_goes_wrong_changes_nothing(store: Store, step: Callable[[Run], None]) -> None:
    case = make_case(store)

    with pytest.raises(MigrationFailed) as caught:
        migrate(store, (Migration(NEXT, step),))

    assert [os.path.basename(caught.value.copy)] == copies(store.folder)
    assert version_of(store) == VERSION
    assert differences(store) == []
    assert store.rows("SELECT alias FROM borger") == [(case.borger.alias,)]
    assert store.rows("PRAGMA foreign_keys") == [(1,)]


def test_a_step_may_lose_what_it_says_it_loses(store: Store) -> None:
    make_case(store)

    migrate(store, (Migration(NEXT, lose_rows, frozenset({"opgave"})),))

    assert store.rows("SELECT count(*) FROM opgave") == [(0,)]


def test_a_newer_database_is_left_alone(folder: str, key: bytes, clock: Callable[[], datetime], store: Store) -> None:
    store.rows(f"PRAGMA user_version = {NEXT}")
    store.close()

    with pytest.raises(NewerDatabase):
        open_store(folder, key, clock)


def test_the_schema_is_read_one_statement_at_a_time() -> None:
    statements = list(statements_of("0001_grund.sql"))

    assert all(statement.rstrip().endswith(";") for statement in statements)
    assert sum("CREATE TRIGGER" in statement for statement in statements) == 9
