"""Two windows that write at once wait for each other; neither fails and nothing is written twice."""

import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from crashes import ENVIRONMENT, HERE, PYTHON, begin
from meeting_process import KEY

from vforlob.store.chain import verify
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences

pytestmark = pytest.mark.safety

EACH = 500


def failures(folder: str, *options: str) -> int:
    windows = []
    for name in "AB":
        command = [PYTHON, str(HERE / "writer.py"), folder, str(EACH), name, *options]
        pipe = subprocess.PIPE
        windows.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, env=ENVIRONMENT, text=True))
    for window in windows:
        assert window.stdout is not None
        assert window.stdout.readline() == "READY\n"
    for window in windows:
        assert window.stdin is not None
        window.stdin.write("\n")
        window.stdin.flush()
    return sum(int(window.communicate()[0]) for window in windows)


def test_two_windows_write_without_failing(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    folder = begin(tmp_path / "mappe")

    assert failures(folder) == 0

    with open_store(folder, KEY, clock) as store:
        numbers = store.rows("SELECT count(*), count(DISTINCT antal), max(antal) FROM maltal")
        assert numbers == [(2 * EACH, 2 * EACH, 2.0 * EACH)]
        assert (verify(store).breaks, differences(store)) == ((), [])


def test_the_test_sees_transactions_that_begin_by_reading(tmp_path: Path) -> None:
    assert failures(begin(tmp_path / "mappe"), "deferred") > 0
