"""A program killed while it opens a database of any released schema leaves that one or a later one, and all of it."""

import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from crashes import IN_MEMORY
from forking import Forks, forks
from meeting_process import KEY

from figures import reached
from old_schema import FIRST, made_by, rows_of
from vforlob.store.database import open_database
from vforlob.store.key import create_with_raw_key
from vforlob.store.migrate import migrate, version_of
from vforlob.store.migrations import MIGRATIONS
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.schema import VERSION
from vforlob.store.session import Session

pytestmark = [pytest.mark.safety, pytest.mark.tal]

RUNS, CASES, OPENED_AFTERWARDS = 200, 12, 8
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT GLOB 'sqlite_*' ORDER BY type, name"

# What a database holds: its tables and indexes, its rows.
State = tuple[list[Any], dict[str, list[Any]]]


@pytest.fixture(scope="module")
def opening() -> Iterator[Forks]:
    with forks() as started:
        yield started


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    folder = Path(IN_MEMORY or tmp_path, f"vforlob-skema-{os.getpid()}")
    folder.mkdir(mode=0o700)
    yield folder
    shutil.rmtree(folder)


def begun(place: Path, schema: int) -> Path:
    folder = place / "begyndt"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    made_by(schema, str(folder), KEY, _now, rows=CASES).close()
    return folder


def _now() -> datetime:
    return datetime(2026, 11, 20, 12, tzinfo=UTC)


def as_it_stands(folder: Path) -> Session:
    return Session(lambda: open_database(str(folder), KEY, newest=VERSION), str(folder), _now)


def state_of(session: Session) -> State:
    return session.rows(SCHEMA), rows_of(session)


def states_on_the_way(template: Path, place: Path, schema: int) -> dict[int, State]:
    """What stands there after each step when nothing happens."""
    shutil.copytree(template, place)
    found: dict[int, State] = {}
    session = as_it_stands(place)
    for version in range(schema, VERSION + 1):
        migrate(session, MIGRATIONS[:version])
        found[version] = state_of(session)
    session.close()
    return found


def seconds_of_it_all(opening: Forks, template: Path, place: Path) -> float:
    shutil.copytree(template, place)
    process = opening.start("upgrading", str(place))
    process.read_until(1)
    start = time.perf_counter()
    assert process.ended() == (0, b"GO\nDONE\n", "")
    return time.perf_counter() - start


@pytest.mark.parametrize("schema", range(FIRST, VERSION))
def test_it_is_a_whole_schema_with_all_its_rows(opening: Forks, place: Path, schema: int) -> None:
    chance, versions, half = random.Random(schema), Counter[int](), 0
    template = begun(place, schema)
    known = states_on_the_way(template, place / "hel", schema)
    whole = seconds_of_it_all(opening, template, place / "tid")

    for run in range(RUNS):
        folder = place / str(run)
        shutil.copytree(template, folder)
        process = opening.start("upgrading", str(folder))
        process.read_until(1)
        time.sleep(chance.random() * whole)
        process.killed()
        left = as_it_stands(folder)
        version = version_of(left)
        versions[version] += 1
        half += state_of(left) != known.get(version)
        left.close()
        if run % OPENED_AFTERWARDS == 0:
            with open_store(str(folder), KEY, _now) as store:
                half += (state_of(store), differences(store)) != (known[VERSION], [])
        shutil.rmtree(folder)

    print(f"{whole * 1000:.0f} ms, {dict(versions)}")
    reached(
        8,
        f"Afbrudt, mens en database fra skema {schema} bringes til skema {VERSION}",
        required="200 afbrud fra hvert udgivet skema, 0 halve",
        reached=f"{RUNS} afbrud, {half} halve ({versions[schema]} uændrede, {RUNS - versions[schema]} nåede videre)",
    )
    assert half == 0
    assert 0 < versions[schema] < RUNS
