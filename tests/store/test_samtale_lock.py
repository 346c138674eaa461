"""One window a samtale, however the other one ends."""

import os
import re
import subprocess
import sys

import pytest

from vforlob.errors.records import SamtaleOpenElsewhere
from vforlob.store.samtale_lock import hold

HOLDER = (
    "import sys; from vforlob.store.samtale_lock import hold\n"
    "with hold(sys.argv[1], 31):\n    print('held', flush=True); sys.stdin.read()"
)


def other_window(folder: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_window_is_told_since_when(folder: str) -> None:
    with other_window(folder) as other:
        with pytest.raises(SamtaleOpenElsewhere) as caught, hold(folder, 31):
            pass
        with hold(folder, 32):
            pass
        other.kill()

    assert caught.value.samtale == 31
    assert re.fullmatch(r"\d\d:\d\d", caught.value.since)


@pytest.mark.parametrize("ending", ["kill", "terminate", "ordinary"])
def test_the_samtale_is_free_when_the_other_window_is_gone(folder: str, ending: str) -> None:
    with other_window(folder) as other:
        if ending != "ordinary":
            getattr(other, ending)()

    with hold(folder, 31):
        pass


def test_a_refused_window_leaves_the_lock_where_it_is(folder: str) -> None:
    with hold(folder, 31):
        for _ in range(3):
            with pytest.raises(SamtaleOpenElsewhere), hold(folder, 31):
                pass


def test_the_lock_file_is_private_and_holds_nothing(folder: str) -> None:
    with hold(folder, 31):
        found = os.stat(os.path.join(folder, "tmp", "samtale-31.laas"))

    assert (found.st_mode & 0o777, found.st_size) == (0o600, 0)
