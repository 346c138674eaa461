"""Set-up killed at any moment: there is a whole folder, or the next set-up succeeds."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from vforlob.actions.set_up import set_up_with_raw_key
from vforlob.errors.place import AlreadySetUp
from vforlob.model.accounts import Indstilling
from vforlob.store.open import open_store

pytestmark = pytest.mark.safety
KILLS = 60
SETTING_UP = """
import sys
from datetime import UTC, datetime
from vforlob.actions.set_up import set_up_with_raw_key
print("klar", flush=True)
set_up_with_raw_key(sys.argv[1], bytes(range(32)), {"navne": "ja"}, lambda: datetime(2026, 11, 20, 12, tzinfo=UTC))
print("sat op", flush=True)
sys.stdin.read()
"""


def test_a_killed_set_up_is_whole_or_can_be_done_again(
    tmp_path: Path, key: bytes, clock: Callable[[], datetime]
) -> None:
    dice = random.Random(6)
    took = _time_of_a_whole_one(tmp_path / "hel")
    halfway = 0

    for number in range(KILLS):
        folder = tmp_path / f"mappe {number}"
        _killed_after(folder, dice.random() * took)
        halfway += (folder / ".opsaet").exists()
        with suppress(AlreadySetUp):
            set_up_with_raw_key(str(folder), key, {"navne": "ja"}, clock)
        with open_store(str(folder), key, clock) as store:
            assert [it.vaerdi for it in store.door(Indstilling).find()] == ["ja"]

    assert halfway > 0  # or no kill fell while it was being built


def _time_of_a_whole_one(folder: Path) -> float:
    begun = _begun(folder)
    start = time.monotonic()
    assert begun.stdout is not None
    assert begun.stdout.readline() == "sat op\n"
    took = time.monotonic() - start
    begun.kill()
    begun.communicate()
    return took * 1.1


def _killed_after(folder: Path, seconds: float) -> None:
    begun = _begun(folder)
    time.sleep(seconds)
    begun.send_signal(signal.SIGKILL)
    begun.communicate()


def _begun(folder: Path) -> subprocess.Popen[str]:
    before = os.umask(0o077)
    begun = subprocess.Popen(
        [sys.executable, "-c", SETTING_UP, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    os.umask(before)
    assert begun.stdout is not None
    assert begun.stdout.readline() == "klar\n"
    return begun
