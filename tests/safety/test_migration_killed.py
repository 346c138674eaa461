"""A program killed while it brings the database to a newer schema leaves the old one or the new one."""

import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from crashes import IN_MEMORY, begin
from forking import Forked, Forks, forks
from meeting_process import KEY
from migrating import NEXT

from figures import reached
from vforlob.store.database import open_database
from vforlob.store.open import open_store
from vforlob.store.schema import VERSION

pytestmark = [pytest.mark.safety, pytest.mark.tal]

RUNS, CONTROL_RUNS, ROWS = 200, 60, 4_000


@pytest.fixture(scope="module")
def migrating() -> Iterator[Forks]:
    with forks() as started:
        yield started


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    folder = Path(IN_MEMORY or tmp_path, f"vforlob-naeste-{os.getpid()}")
    folder.mkdir(mode=0o700)
    template = begin(folder / "begyndt")
    with open_store(template, KEY, lambda: datetime.fromisoformat("2026-11-20T13:00:00+01:00")) as store:
        store.rows("BEGIN IMMEDIATE")
        for number in range(ROWS):
            store.rows("INSERT INTO maned(maned, navn, tal, rettelse) VALUES('2026-11', 'æøå', ?, 0)", (float(number),))
        store.rows("COMMIT")
    yield folder
    shutil.rmtree(folder)


def started(migrating: Forks, place: Path, name: str, *options: str) -> Forked:
    shutil.copytree(place / "begyndt", place / name)
    process = migrating.start("migrating", str(place / name), *options)
    assert process.read_until(1).startswith(b"GO\n")
    return process


def states_after_kills(migrating: Forks, place: Path, runs: int, *options: str) -> Counter[str]:
    chance, found = random.Random(3), Counter[str]()
    process, begun = started(migrating, place, "hel", *options), time.perf_counter()
    assert process.ended() == (0, b"GO\nDONE\n", "")
    whole = time.perf_counter() - begun
    for run in range(runs):
        process = started(migrating, place, str(run), *options)
        time.sleep(chance.random() * whole)
        process.killed()
        found[state(str(place / str(run)))] += 1
        shutil.rmtree(place / str(run))
    print(f"{options}: a step takes {whole * 1000:.0f} ms; {runs} killed: {dict(found)}")
    return found


def state(folder: str) -> str:
    connection = open_database(folder, KEY, newest=NEXT)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        columns = [row[1] for row in connection.execute("PRAGMA table_info(maned)")]
        rows = connection.execute("SELECT count(*) FROM maned").fetchone()[0] if columns else 0
        left = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'ny'").fetchone()[0]
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    known = {(VERSION, False): "old", (NEXT, True): "new"}.get((version, "ny" in columns), "half")
    return known if (rows, left, whole) == (ROWS, 0, "ok") else "half"


def test_it_is_the_old_schema_or_the_new_one(migrating: Forks, place: Path) -> None:
    found = states_after_kills(migrating, place, RUNS)

    reached(
        8,
        "Afbrudt, mens en stor tabel laves om af et skema, der ikke er udgivet endnu",
        required="200 afbrud, 0 halve",
        reached=f"{found.total()} afbrud, {found['half']} halve ({found['old']} gamle, {found['new']} nye)",
    )
    assert set(found) <= {"old", "new"}
    assert found["old"] > 0


def test_the_test_sees_a_step_outside_a_transaction(migrating: Forks, place: Path) -> None:
    half = states_after_kills(migrating, place, CONTROL_RUNS, "loose")["half"]

    reached(
        8,
        "Modprøve: de samme trin uden transaktion",
        required="mindst 1 halv ses",
        reached=f"{half} af {CONTROL_RUNS} halve",
        control=f"{half} af {CONTROL_RUNS} halve",
    )
    assert half > 0
