"""A meeting whose power is cut at any moment has kept every answer it said was saved."""

import os
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from crashes import ENVIRONMENT, MEETING, PYTHON, Said, begin, look
from powerloss import Sync, cuts, record

pytestmark = [
    pytest.mark.safety,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

ANSWERS, CUTS, CONTROL_CUTS = 120, 2000, 300
IN_MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None


def contents(folder: str) -> dict[str, bytes]:
    return {name: (Path(folder) / name).read_bytes() for name in os.listdir(folder) if (Path(folder) / name).is_file()}


def after_cuts(tmp_path: Path, count: int, *options: str) -> Counter[str]:
    folder = begin(tmp_path / "mappe")
    before = contents(folder)
    command = [PYTHON, MEETING, folder, str(ANSWERS), *options]
    steps = record(command, folder, ENVIRONMENT, tmp_path / "trace")
    found: Counter[str] = Counter()
    for said, files in cuts(steps, before, count, seed=7):
        with tempfile.TemporaryDirectory(dir=IN_MEMORY) as place:
            for name, content in files.items():
                Path(place, name).write_bytes(content)
                os.chmod(Path(place, name), 0o600)
            found[look(place, Said.of(said))] += 1
    syncs = sum(isinstance(step, Sync) for step in steps)
    print(f"{options}: {len(steps)} steps, {syncs} syncs, {ANSWERS} answers, {count} cuts: {dict(found)}")
    return found


def test_no_saved_answer_is_lost_and_nothing_is_damaged(tmp_path: Path) -> None:
    assert after_cuts(tmp_path, CUTS) == {"ok": CUTS}


def test_the_test_sees_what_is_not_synced_at_every_commit(tmp_path: Path) -> None:
    found = after_cuts(tmp_path, CONTROL_CUTS, "synchronous = NORMAL")

    assert CONTROL_CUTS - found["ok"] >= CONTROL_CUTS / 2


def test_the_test_sees_what_is_never_synced(tmp_path: Path) -> None:
    found = after_cuts(tmp_path, CONTROL_CUTS, "journal_mode = DELETE", "synchronous = OFF")

    assert sum(count for name, count in found.items() if name.startswith("damaged")) >= CONTROL_CUTS * 0.3
