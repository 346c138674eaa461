"""Every write and every sync of a meeting fails once, or from then on: no answer is called saved that is not there."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from crashes import ENVIRONMENT, MEETING, PYTHON, Said, begin, look

pytestmark = [
    pytest.mark.safety,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

ANSWERS = 6
WRITES, SYNCS = "pwrite64,write", "fsync,fdatasync"
OK, DISK_PROBLEM, KILLED = 0, 14, -9


class Fault(NamedTuple):
    """`onwards`: from the N-th call on, not only at it. `ends` are the exit codes it may lead to."""

    calls: str
    what: str
    onwards: bool
    ends: tuple[int, ...] = (OK, DISK_PROBLEM)

    def at(self, number: int) -> str:
        return f"{self.calls}:{self.what}:when={number}{'+' if self.onwards else ''}"


FAULTS = {
    "the disk is full": Fault(WRITES, "error=ENOSPC", onwards=True),
    "the disk is full for a moment": Fault(WRITES, "error=ENOSPC", onwards=False),
    "a write fails": Fault(WRITES, "error=EIO", onwards=False),
    "all writes fail": Fault(WRITES, "error=EIO", onwards=True),
    "a sync fails": Fault(SYNCS, "error=EIO", onwards=False),
    "all syncs fail": Fault(SYNCS, "error=EIO", onwards=True),
    "killed at a write": Fault(WRITES, "signal=SIGKILL", onwards=False, ends=(KILLED,)),
    "killed at a sync": Fault(SYNCS, "signal=SIGKILL", onwards=False, ends=(KILLED,)),
}


class Ran(NamedTuple):
    code: int
    said: Said
    complaint: str


def files_of(folder: str) -> Iterator[str]:
    """What the store writes to; the pipe on which the meeting speaks is left alone."""
    for name in ("vforlob.db", "vforlob.db-wal", "vforlob.db-shm", "hoved.json"):
        yield from ("-P", f"{folder}/{name}")


def meeting(folder: str, trace: Path, fault: str = "", *options: str) -> Ran:
    strace = ["strace", "-f", "-o", str(trace), *files_of(folder), "-e", f"trace={WRITES},{SYNCS}"]
    injected = ["-e", f"inject={fault}"] if fault else []
    command = [*strace, *injected, PYTHON, MEETING, folder, str(ANSWERS), *options]
    ran = subprocess.run(command, env=ENVIRONMENT, capture_output=True)
    return Ran(ran.returncode, Said.of(ran.stdout), ran.stderr.decode())


def count_calls(template: str, tmp_path: Path, calls: str) -> int:
    folder, trace = _copy(template, tmp_path / "whole"), tmp_path / "whole.trace"
    ran = meeting(folder, trace)
    assert (ran.code, ran.said.acked, ran.complaint) == (OK, ANSWERS, "")
    names = tuple(f"{call}(" for call in calls.split(","))
    return sum(any(name in line for name in names) for line in trace.read_text().splitlines())


def _copy(template: str, place: Path) -> str:
    shutil.copytree(template, place)
    return str(place)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_an_answer_is_there_or_is_not_called_saved(tmp_path: Path, fault: Fault) -> None:
    template = begin(tmp_path / "mappe")
    calls, found, wrong = count_calls(template, tmp_path, fault.calls), Counter[str](), []

    for number in range(1, calls + 1):
        folder = _copy(template, tmp_path / str(number))
        ran = meeting(folder, tmp_path / "trace", fault.at(number))
        state = look(folder, ran.said)
        found[f"{ran.code} {state}"] += 1
        if state != "ok" or ran.code not in fault.ends or "Traceback" in ran.complaint:
            wrong.append((number, ran, state))
        shutil.rmtree(folder)

    print(f"{fault.at(0)}: {calls} runs: {dict(found)}")
    assert wrong == []
    assert calls > ANSWERS


def test_the_test_sees_an_answer_called_saved_too_early(tmp_path: Path) -> None:
    template, fault = begin(tmp_path / "mappe"), FAULTS["all writes fail"]
    states = set()

    for number in range(1, count_calls(template, tmp_path, fault.calls) + 1, 3):
        folder = _copy(template, tmp_path / str(number))
        ran = meeting(folder, tmp_path / "trace", fault.at(number), "ack-first")
        states.add(look(folder, ran.said))

    assert "lost" in states
