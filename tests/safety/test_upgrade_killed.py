"""A program killed while it opens a database of the first schema leaves that or the newest, and loses nothing."""

import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from crashes import ENVIRONMENT, HERE, PYTHON
from meeting_process import KEY

from old_schema import FIRST, made_by_the_first, rows_of
from vforlob.store.database import open_database
from vforlob.store.key import create_with_raw_key
from vforlob.store.migrate import version_of
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.schema import VERSION
from vforlob.store.session import Session

pytestmark = pytest.mark.safety

RUNS, CASES = 120, 40


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("opgradering") / "mappe"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    made_by_the_first(str(folder), KEY, lambda: datetime.now(UTC), rows=CASES).close()
    return folder


def started(template: Path, place: Path) -> subprocess.Popen[bytes]:
    shutil.copytree(template, place)
    command = [PYTHON, str(HERE / "upgrading.py"), str(place)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=ENVIRONMENT, bufsize=0)
    assert process.stdout is not None
    assert process.stdout.readline() == b"GO\n"
    return process


def seconds_of_it_all(template: Path, place: Path) -> float:
    with started(template, place) as process:
        begun = time.perf_counter()
        assert process.stdout is not None
        assert process.stdout.read() == b"DONE\n"
        return time.perf_counter() - begun


def as_it_stands(folder: str) -> Session:
    return Session(lambda: open_database(folder, KEY, newest=VERSION), folder, lambda: datetime.now(UTC))


def test_it_is_a_whole_schema_and_opens_afterwards(template: Path, tmp_path: Path) -> None:
    chance, whole, found = random.Random(5), seconds_of_it_all(template, tmp_path / "hel"), Counter[int]()
    first = as_it_stands(str(template))
    expected = rows_of(first)
    first.close()

    for run in range(RUNS):
        place = tmp_path / str(run)
        with started(template, place) as process:
            time.sleep(chance.random() * whole)
            process.send_signal(signal.SIGKILL)
        left = as_it_stands(str(place))
        version, rows = version_of(left), rows_of(left)
        left.close()
        found[version] += 1
        assert FIRST <= version <= VERSION  # each step is whole: the schema between is one too
        assert rows == expected if version == FIRST else len(rows["borger"]) == CASES
        with open_store(str(place), KEY, lambda: datetime.now(UTC)) as store:
            assert (version_of(store), differences(store)) == (VERSION, [])
        shutil.rmtree(place)

    print(f"opening takes {whole * 1000:.0f} ms; {RUNS} killed: {dict(found)}")
    assert found[FIRST] > 0
