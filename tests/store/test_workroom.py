"""Rooms for what is half made: private, emptied, and swept when their process is gone; never anybody else's."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from vforlob.errors.place import DiskReadOnly, FolderTaken, SymlinkRefused
from vforlob.store.workroom import ENDING, FOLDER, PREFIX, abandoned, own_temp, workroom

KILLED_IN_ITS_ROOM = """
import os, signal, sys
from vforlob.store.workroom import workroom
with workroom(sys.argv[1]) as room:
    open(os.path.join(room, "halvt"), "w").write("Kanarie")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def killed(folder: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", KILLED_IN_ITS_ROOM, str(folder)])
    assert ran.returncode


def rooms_in(folder: Path) -> list[str]:
    return sorted(name for name in os.listdir(folder / FOLDER) if name.startswith(PREFIX))


def test_a_room_is_private_and_gone_afterwards(tmp_path: Path) -> None:
    with workroom(str(tmp_path)) as room:
        Path(room, "fil").write_text("x")
        Path(room, "mappe").mkdir()
        assert stat.S_IMODE(os.stat(room).st_mode) == 0o700
        assert stat.S_IMODE(os.stat(room + ENDING).st_mode) == 0o600
        assert Path(room).parent == tmp_path / FOLDER

    assert rooms_in(tmp_path) == []


def test_a_room_is_gone_after_a_failure_too(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), workroom(str(tmp_path)) as room:
        Path(room, "fil").write_text(str(1 / 0))

    assert rooms_in(tmp_path) == []


def test_a_room_in_use_is_nobody_elses_to_sweep(tmp_path: Path) -> None:
    with workroom(str(tmp_path)) as room:
        with abandoned(str(tmp_path)) as rooms:
            assert rooms == ()

        assert os.path.isdir(room)


def test_the_room_of_a_killed_process_is_swept(tmp_path: Path) -> None:
    killed(tmp_path)
    assert len(rooms_in(tmp_path)) == 2

    with abandoned(str(tmp_path)) as rooms:
        assert [os.listdir(room) for room in rooms] == [["halvt"]]

    assert rooms_in(tmp_path) == []


def test_a_sweep_that_failed_leaves_it_to_the_next(tmp_path: Path) -> None:
    killed(tmp_path)

    with pytest.raises(ZeroDivisionError), abandoned(str(tmp_path)):
        _ = 1 / 0

    with abandoned(str(tmp_path)) as rooms:
        assert len(rooms) == 1
    assert rooms_in(tmp_path) == []


@pytest.mark.parametrize("left", ["room", "lock"])
def test_half_a_room_is_swept_as_well(tmp_path: Path, left: str) -> None:
    """Killed between making the one and the other, or while clearing up."""
    top = tmp_path / FOLDER
    top.mkdir()
    if left == "room":
        (top / f"{PREFIX}0a").mkdir()
    else:
        (top / f"{PREFIX}0a{ENDING}").touch(0o600)

    with abandoned(str(tmp_path)):
        pass

    assert rooms_in(tmp_path) == []


def test_nothing_else_in_tmp_is_touched(tmp_path: Path) -> None:
    top = tmp_path / FOLDER
    top.mkdir()
    (top / "samtale-3.laas").write_text("13:42")
    (top / "arbejdet").mkdir()
    killed(tmp_path)

    with abandoned(str(tmp_path)):
        pass

    assert sorted(os.listdir(top)) == ["arbejdet", "samtale-3.laas"]


def test_a_link_in_the_place_of_a_room_is_removed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    other = tmp_path / "andres"
    other.mkdir()
    (other / "fil").write_text("x")
    (tmp_path / FOLDER / f"{PREFIX}0a").symlink_to(other)

    with abandoned(str(tmp_path)):
        pass

    assert rooms_in(tmp_path) == []
    assert (other / "fil").read_text() == "x"


def test_a_tmp_that_is_a_link_is_neither_used_nor_swept(tmp_path: Path) -> None:
    folder, other = tmp_path / "mappe", tmp_path / "andres"
    folder.mkdir()
    (other / f"{PREFIX}0a").mkdir(parents=True)
    (folder / FOLDER).symlink_to(other)

    with pytest.raises(SymlinkRefused), workroom(str(folder)):
        pass
    with abandoned(str(folder)) as rooms:
        assert rooms == ()

    assert os.listdir(other) == [f"{PREFIX}0a"]


def test_without_a_place_for_it_there_is_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("x")

    with pytest.raises(FolderTaken), workroom(str(tmp_path)):
        pass
    with pytest.raises(DiskReadOnly), workroom("/proc/vforlob"):
        pass


def test_what_a_library_lays_aside_lies_in_a_room(tmp_path: Path) -> None:
    before = tempfile.gettempdir(), os.environ.get("TMPDIR")

    with own_temp(str(tmp_path)):
        assert Path(tempfile.gettempdir()).parent == tmp_path / FOLDER
        assert Path(os.environ["TMPDIR"]).parent == tmp_path / FOLDER
        with tempfile.NamedTemporaryFile(delete=False) as file:
            assert Path(file.name).parent.parent == tmp_path / FOLDER

    assert (tempfile.gettempdir(), os.environ.get("TMPDIR")) == before
    assert rooms_in(tmp_path) == []
