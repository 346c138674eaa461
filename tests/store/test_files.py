"""Small files, written whole or not at all and never through a link."""

import errno
import os
import stat
from pathlib import Path

import pytest

from vforlob.errors.base import VforlobError
from vforlob.errors.place import DiskFull, DiskReadOnly, FolderTaken, OpenToOthers, SymlinkRefused
from vforlob.store import files


def test_a_file_is_replaced_whole_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "fil"
    path.write_text("gammelt og længere")
    path.chmod(0o644)

    files.atomic_write(str(path), b"nyt")

    assert path.read_bytes() == b"nyt"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["fil"]


def test_a_draft_that_a_killed_process_left_is_no_hindrance_and_is_swept(tmp_path: Path) -> None:
    path, same, old, fresh = (tmp_path / n for n in ("fil", f"fil.{os.getpid()}.ny", "fil.1.ny", "fil.2.ny"))
    for draft in (same, old, fresh):
        draft.write_text("halvt")
    os.utime(old, (0, 0))

    files.atomic_write(str(path), b"helt")

    assert path.read_bytes() == b"helt"
    assert sorted(os.listdir(tmp_path)) == ["fil", "fil.2.ny"]


def test_a_draft_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    target = tmp_path / "andres"
    target.write_text("urørt")
    (tmp_path / f"fil.{os.getpid()}.ny").symlink_to(target)

    files.atomic_write(str(tmp_path / "fil"), b"nyt")

    assert target.read_text() == "urørt"


@pytest.mark.parametrize("target", ["findes", "findes-ikke"])
def test_a_link_is_neither_replaced_nor_read(tmp_path: Path, target: str) -> None:
    (tmp_path / "findes").write_text("urørt")
    (tmp_path / "fil").symlink_to(tmp_path / target)

    with pytest.raises(SymlinkRefused):
        files.atomic_write(str(tmp_path / "fil"), b"nyt")
    with pytest.raises(SymlinkRefused):
        files.read_small(str(tmp_path / "fil"), 10)
    with pytest.raises(FileExistsError):
        files.create_file(str(tmp_path / "fil"), b"nyt")

    assert (tmp_path / "findes").read_text() == "urørt"
    assert not (tmp_path / "findes-ikke").exists()


def test_a_new_file_never_lands_on_another(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("urørt")

    with pytest.raises(FileExistsError):
        files.create_file(str(tmp_path / "fil"), b"nyt")

    assert (tmp_path / "fil").read_text() == "urørt"


def test_a_longer_file_shows_that_it_is_longer(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"x" * 100)

    assert len(files.read_small(str(tmp_path / "fil"), 10)) == 11


def test_a_folder_is_made_with_those_above_it_and_is_private(tmp_path: Path) -> None:
    files.make_private_folder(str(tmp_path / "a" / "b"))

    files.check_private_folder(str(tmp_path / "a" / "b"))


def test_a_file_where_a_folder_should_be_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")

    for path in (tmp_path / "fil", tmp_path / "fil" / "under"):
        with pytest.raises(FolderTaken):
            files.make_private_folder(str(path))
    with pytest.raises(FolderTaken):
        files.check_private_folder(str(tmp_path / "fil"))


@pytest.mark.parametrize("mode", [0o610, 0o604, 0o620])
def test_a_file_that_others_may_touch_is_refused(tmp_path: Path, mode: int) -> None:
    (tmp_path / "fil").write_text("")
    (tmp_path / "fil").chmod(mode)

    with pytest.raises(OpenToOthers):
        files.check_private_file(str(tmp_path / "fil"))


@pytest.mark.parametrize(
    ("number", "problem"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EROFS, DiskReadOnly), (errno.EACCES, DiskReadOnly)],
)
def test_what_the_disk_says_becomes_what_a_person_can_mend(number: int, problem: type[VforlobError]) -> None:
    assert isinstance(files.disk_problem(OSError(number, "")), problem)


def test_a_write_that_fails_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / "fil").mkdir()  # a file cannot take the place of a folder

    with pytest.raises(OSError):
        files.atomic_write(str(tmp_path / "fil"), b"nyt")

    assert os.listdir(tmp_path) == ["fil"]
