"""A meeting killed at any moment has kept every answer it said was saved."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from crashes import ENVIRONMENT, MEETING, PYTHON, Said, begin, lost
from meeting_process import KEY, PLACES

from vforlob.store.chain import verify
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences

pytestmark = pytest.mark.safety

RUNS, CONTROL_RUNS, RUNS_OF_OTHERS = 300, 60, 40
AGENDAS = [(agenda, RUNS if agenda == "opfolgning" else RUNS_OF_OTHERS) for agenda in PLACES]


def killed_meeting(folder: str, pause: float, *options: str) -> Said:
    """Killed `pause` seconds after its first ACK, so in the middle of its work."""
    command = [PYTHON, MEETING, folder, "100000", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        output = os.read(process.stdout.fileno(), 16)
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        output += process.stdout.read()
    assert process.returncode == -signal.SIGKILL
    return Said.of(output)


@pytest.mark.parametrize(("agenda", "runs"), AGENDAS)
def test_no_saved_answer_is_lost(tmp_path: Path, clock: Callable[[], datetime], agenda: str, runs: int) -> None:
    folder, chance, acked, missing = begin(tmp_path / "mappe"), random.Random(42), 0, 0

    for run in range(runs):
        said = killed_meeting(folder, chance.random() * 0.02, f"agenda {agenda}")
        if run % 3 == 0 and os.path.exists(shared := os.path.join(folder, "vforlob.db-shm")):
            os.unlink(shared)  # a restart takes it away; it is made again
        with open_store(folder, KEY, clock) as store:
            missing += lost(store, said)
            acked = said.acked

    with open_store(folder, KEY, clock) as store:
        assert (verify(store).breaks, differences(store)) == ((), [])
        assert store.rows("PRAGMA integrity_check") == [("ok",)]
    print(f"{agenda}: {runs} killed, {acked} answers acknowledged, {missing} lost")
    assert acked > 3 * runs
    assert missing == 0


def test_the_test_sees_an_answer_acknowledged_too_early(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    folder, chance, missing = begin(tmp_path / "mappe"), random.Random(42), 0

    for _ in range(CONTROL_RUNS):
        said = killed_meeting(folder, chance.random() * 0.02, "ack-first")
        with open_store(folder, KEY, clock) as store:
            missing += lost(store, said)

    assert missing > 0
