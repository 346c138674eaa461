"""A program killed while it brings the database to a newer schema leaves the old one or the new one."""

import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from crashes import ENVIRONMENT, HERE, PYTHON, begin
from meeting_process import KEY
from migrating import NEXT

from vforlob.store.database import open_database
from vforlob.store.open import open_store
from vforlob.store.schema import VERSION

pytestmark = pytest.mark.safety

RUNS, CONTROL_RUNS, ROWS = 200, 40, 20_000


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = begin(tmp_path_factory.mktemp("skema") / "mappe")
    with open_store(folder, KEY, lambda: datetime.fromisoformat("2026-11-20T13:00:00+01:00")) as store:
        store.rows("BEGIN IMMEDIATE")
        for number in range(ROWS):
            store.rows("INSERT INTO maned(maned, navn, tal, rettelse) VALUES('2026-11', 'æøå', ?, 0)", (float(number),))
        store.rows("COMMIT")
    return folder


def seconds_of_a_step(template: str, place: Path) -> float:
    with _started(template, place, ()) as process:
        begun = time.perf_counter()
        assert process.stdout is not None
        assert process.stdout.read() == b"DONE\n"
        return time.perf_counter() - begun


def _started(template: str, place: Path, options: tuple[str, ...]) -> subprocess.Popen[bytes]:
    shutil.copytree(template, place)
    command = [PYTHON, str(HERE / "migrating.py"), str(place), *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=ENVIRONMENT, bufsize=0)
    assert process.stdout is not None
    assert process.stdout.readline() == b"GO\n"
    return process


def states_after_kills(template: str, tmp_path: Path, runs: int, *options: str) -> Counter[str]:
    chance, whole, found = random.Random(3), seconds_of_a_step(template, tmp_path / "hel"), Counter[str]()
    for run in range(runs):
        place = tmp_path / str(run)
        with _started(template, place, options) as process:
            time.sleep(chance.random() * whole)
            process.send_signal(signal.SIGKILL)
        found[state(str(place))] += 1
        shutil.rmtree(place)
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


def test_it_is_the_old_schema_or_the_new_one(template: str, tmp_path: Path, clock: Callable[[], datetime]) -> None:
    found = states_after_kills(template, tmp_path, RUNS)

    assert set(found) <= {"old", "new"}
    assert found["old"] > 0
    assert os.path.isdir(template)


def test_the_test_sees_a_step_outside_a_transaction(template: str, tmp_path: Path) -> None:
    assert states_after_kills(template, tmp_path, CONTROL_RUNS, "loose")["half"] > 0
