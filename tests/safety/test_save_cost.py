"""What one saved answer costs the disk: syncs are counted, not timed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from crashes import ENVIRONMENT, MEETING, PYTHON, begin

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

ANSWERS = 80


def syncs(folder: str, answers: int, trace: Path) -> int:
    command = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-o",
        str(trace),
        "-e",
        "trace=fsync,fdatasync",
        PYTHON,
        MEETING,
        folder,
    ]
    subprocess.run([*command, str(answers)], env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
    return sum("sync(" in line for line in trace.read_text().splitlines())


def test_an_answer_is_one_sync(tmp_path: Path) -> None:
    folder, half_typed = begin(tmp_path / "mappe"), ANSWERS // 5

    without = syncs(folder, 0, tmp_path / "without")
    added = syncs(folder, ANSWERS, tmp_path / "with") - without

    assert ANSWERS <= added - half_typed <= ANSWERS * 1.1
