"""A file is put in its place whole or not at all, never through a link, and a note of it lies by until then."""

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from vforlob.errors.eksport import FileIsOpen
from vforlob.store.placing import DRAFT, NOTE, hash_of, is_whole, lock_beside, note_in, place, remove_half

ROW: dict[str, Any] = {"nr": 0, "hvad": "referat"}
CONTENT = b"indhold " * 1000


@pytest.fixture
def room(tmp_path: Path) -> str:
    (tmp_path / "rum").mkdir(mode=0o700)
    return str(tmp_path / "rum")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "ude").mkdir()
    return tmp_path / "ude" / "referat.md"


def test_it_stands_there_private_and_can_be_taken_back(room: str, target: Path) -> None:
    take_back = place(room, str(target), CONTENT, False, ROW)

    assert target.read_bytes() == CONTENT
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert os.listdir(target.parent) == ["referat.md"]
    take_back()
    assert os.listdir(target.parent) == []


def test_what_was_replaced_comes_back(room: str, target: Path) -> None:
    target.write_bytes(b"gammelt")

    take_back = place(room, str(target), CONTENT, True, ROW)

    assert target.read_bytes() == CONTENT
    take_back()
    assert target.read_bytes() == b"gammelt"
    assert os.listdir(target.parent) == ["referat.md"]


def test_without_being_told_nothing_is_replaced(room: str, target: Path) -> None:
    target.write_bytes(b"gammelt")

    with pytest.raises(FileExistsError):
        place(room, str(target), CONTENT, False, ROW)

    assert target.read_bytes() == b"gammelt"


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("to", ["fil", "mappe", "intet"])
def test_a_link_that_turned_up_in_between_is_never_followed(
    room: str, target: Path, tmp_path: Path, overwrite: bool, to: str
) -> None:
    (tmp_path / "fil").write_text("andet")
    (tmp_path / "mappe").mkdir()
    target.symlink_to(tmp_path / to)

    with pytest.raises(OSError):
        place(room, str(target), CONTENT, overwrite, ROW)

    assert target.is_symlink()
    assert (tmp_path / "fil").read_text() == "andet"
    assert os.listdir(tmp_path / "mappe") == []
    assert not (tmp_path / "intet").exists()


@pytest.mark.parametrize(
    "beside", ["~$referat.md", "~$ferat.md", "~$eferat.md", ".~lock.referat.md#"], ids=["whole", "two", "one", "libre"]
)
def test_a_file_that_is_open_in_another_program_is_left_alone(room: str, target: Path, beside: str) -> None:
    target.write_bytes(b"gammelt")
    (target.parent / beside).write_text("lås")

    with pytest.raises(FileIsOpen) as caught:
        place(room, str(target), CONTENT, True, ROW)

    assert caught.value.beside == beside
    assert target.read_bytes() == b"gammelt"
    assert lock_beside(str(target)) == beside


def test_on_a_disk_without_second_names_it_is_written_there(
    room: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "replace", no_links)
    place(room, str(target), CONTENT, False, ROW)

    assert target.read_bytes() == CONTENT
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_note_tells_where_it_was_going(room: str, target: Path) -> None:
    assert note_in(room) is None

    place(room, str(target), CONTENT, False, ROW)

    note = note_in(room)
    assert note is not None
    assert (note.path, note.replaces, note.row) == (str(target), False, ROW)
    assert is_whole(note)
    assert stat.S_IMODE(os.stat(os.path.join(room, NOTE)).st_mode) == 0o600


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b'{"path": 1}', b"\xff"])
def test_a_note_that_cannot_be_read_is_none(room: str, spoilt: bytes) -> None:
    Path(room, NOTE).write_bytes(spoilt)

    assert note_in(room) is None


def test_half_of_it_is_removed_and_nothing_of_anybody_elses(room: str, target: Path) -> None:
    place(room, str(target), CONTENT, False, ROW)
    Path(room, DRAFT).unlink()
    Path(room, DRAFT).write_bytes(CONTENT)
    note = note_in(room)
    assert note is not None
    target.unlink()

    target.write_bytes(CONTENT[:100])
    remove_half(room, note)
    assert not target.exists()

    target.write_bytes(b"noget helt andet")
    remove_half(room, note)
    assert target.exists()

    target.write_bytes(CONTENT[:100])
    os.utime(target, (0, 0))  # older than the note
    remove_half(room, note)
    assert target.exists()


def test_only_an_ordinary_file_has_a_hash(target: Path, tmp_path: Path) -> None:
    target.write_bytes(b"")
    link = tmp_path / "genvej"
    link.symlink_to(target)

    assert hash_of(str(target)).startswith("e3b0c442")
    assert [hash_of(str(it)) for it in (link, tmp_path, tmp_path / "intet")] == ["", "", ""]
