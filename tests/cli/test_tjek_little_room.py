"""A disk with room for one trial and not for two: nothing whole is called broken, and nobody is sent to a window."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checked import twin, worked_in
from running import CLOCK, key_file
from vforlob.store.database import NAME

# A disk with the folder and so many kB free, in a mount namespace that is gone with the process.
_ON_A_SMALL_DISK = """
mount -t tmpfs -o size=64m none "$1.lille" && cp -a "$1/." "$1.lille" && chmod 700 "$1.lille"
dd if=/dev/zero of="$1.lille/fyld" bs=1k 2>/dev/null
truncate -s -"$2"k "$1.lille/fyld"
export VFORLOB_MAPPE="$1.lille"
shift 2
exec "$@"
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return worked_in(tmp_path_factory.mktemp("skabelon") / "mappe")


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    (tmp_path / "mappe.lille").mkdir()
    return twin(template, tmp_path / "mappe")


def checked_with_room(folder: Path, bytes_free: int, *options: str) -> subprocess.CompletedProcess[str]:
    if not shutil.which("unshare") or subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode:
        pytest.skip("no mount namespace can be made here (it takes root)")
    env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
    env |= {"VFORLOB_NOEGLEFIL": key_file(folder), "VFORLOB_NU": CLOCK}
    line = [sys.executable, "-m", "vforlob", "tjek", *options]
    script = ["unshare", "-m", "sh", "-c", _ON_A_SMALL_DISK, "sh", str(folder), str(bytes_free // 1024), *line]
    return subprocess.run(script, env=env, capture_output=True, text=True, encoding="utf-8", timeout=60)


def found(ran: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    return {fund["id"]: fund for fund in json.loads(ran.stdout)["fund"]}


def test_a_copy_that_there_is_no_room_to_try_is_not_called_broken(folder: Path) -> None:
    size = (folder / NAME).stat().st_size

    funde = found(checked_with_room(folder, size + size // 2, "--json"))

    assert funde["kopi-uprovet"]["alvor"] == "advarsel"
    assert "Frigør plads" in funde["kopi-uprovet"]["goer"]
    assert "kopi-prove" not in funde


def test_the_screen_does_not_say_that_it_was_tried(folder: Path) -> None:
    size = (folder / NAME).stat().st_size

    assert ", prøvet:" not in checked_with_room(folder, size + size // 2).stdout


def test_with_room_for_the_database_alone_no_other_window_is_blamed(folder: Path) -> None:
    size = (folder / NAME).stat().st_size

    ran = checked_with_room(folder, size + (72 << 10))

    assert ran.returncode == 14
    assert "Disken er for fuld" in ran.stderr
    assert "vindue" not in ran.stderr
