"""A data folder comes into being whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from vforlob.errors.base import ExitCode
from vforlob.errors.place import AlreadySetUp, FolderTaken, OpenToOthers, SetUpElsewhere, SyncedFolder
from vforlob.store.founding import SUBFOLDERS, founded, refuse_taken


def built_in(stage: str) -> None:
    for name in ("noegle.json", "hoved.json", "vforlob.db"):
        Path(stage, name).write_text(name)


def found(folder: Path) -> None:
    with founded(str(folder)) as stage:
        built_in(stage)


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_a_new_folder_has_everything_and_is_private(tmp_path: Path) -> None:
    folder = tmp_path / "æ ø" / "å"

    found(folder)

    assert everything_in(folder) == sorted([*SUBFOLDERS, "hoved.json", "noegle.json", "vforlob.db"])
    assert {stat.S_IMODE(path.stat().st_mode) for path in [folder, *map(folder.joinpath, SUBFOLDERS)]} == {0o700}


def test_an_empty_folder_of_ours_is_taken_and_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "tom"
    folder.mkdir(0o755)

    found(folder)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_lay_there_before_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "mappe"
    (folder / "agendas").mkdir(parents=True)
    folder.chmod(0o700)
    (folder / "agendas" / "min.toml").write_text("min")
    (folder / "nøgle.txt").write_text("nøgle")

    found(folder)

    assert (folder / "agendas" / "min.toml").read_text() == "min"
    assert (folder / "nøgle.txt").read_text() == "nøgle"


@pytest.mark.parametrize("name", ["vforlob.db", "noegle.json", "hoved.json", "kopier/2026.db"])
def test_a_folder_with_a_vforlob_or_the_remains_of_one_is_left_alone(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "mappe"
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    (folder / name).write_text("nogens")
    before = everything_in(folder)

    with pytest.raises(AlreadySetUp):
        found(folder)

    assert everything_in(folder) == before
    assert (folder / name).read_text() == "nogens"


def test_a_folder_in_use_that_others_may_read_is_not_closed_behind_their_back(tmp_path: Path) -> None:
    folder = tmp_path / "hjem"
    folder.mkdir(0o755)
    (folder / "billede.jpg").write_text("")

    with pytest.raises(OpenToOthers):
        found(folder)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_a_file_in_the_way_and_a_synced_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")

    with pytest.raises(FolderTaken):
        found(tmp_path / "fil")
    with pytest.raises(SyncedFolder):
        found(tmp_path / "Dropbox" / "vforlob")

    assert os.listdir(tmp_path) == ["fil"]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, ValueError])
@pytest.mark.parametrize("existed", [True, False])
def test_an_interruption_leaves_the_disk_as_it_was(
    tmp_path: Path, interruption: type[BaseException], existed: bool
) -> None:
    folder = tmp_path / "mappe"
    if existed:
        folder.mkdir(0o700)

    with pytest.raises(interruption):
        _build_and_leave(folder, interruption)

    assert folder.exists() is existed
    assert not existed or everything_in(folder) == []


def _build_and_leave(folder: Path, interruption: type[BaseException]) -> None:
    with founded(str(folder)) as stage:
        built_in(stage)
        raise interruption


@pytest.mark.parametrize("moved", [(), ("hoved.json",), ("hoved.json", "noegle.json")])
def test_a_set_up_that_was_killed_is_cleared_by_the_next(tmp_path: Path, moved: tuple[str, ...]) -> None:
    folder = tmp_path / "mappe"
    (folder / ".opsaet").mkdir(parents=True)
    folder.chmod(0o700)
    built_in(str(folder / ".opsaet"))
    for name in moved:
        (folder / ".opsaet" / name).rename(folder / name)
        (folder / name).write_text("fra den afbrudte")

    refuse_taken(str(folder))
    found(folder)

    assert (folder / "noegle.json").read_text() == "noegle.json"
    assert not (folder / ".opsaet").exists()


def test_a_set_up_that_was_killed_when_all_was_moved_is_done(tmp_path: Path) -> None:
    folder = tmp_path / "mappe"
    found(folder)
    (folder / ".opsaet").mkdir()

    with pytest.raises(AlreadySetUp):
        found(folder)

    assert (folder / "noegle.json").read_text() == "noegle.json"


def test_two_windows_do_not_set_up_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "mappe"

    with founded(str(folder)) as stage:
        with pytest.raises(SetUpElsewhere) as told:
            found(folder)
        built_in(stage)

    assert told.value.exit_code == ExitCode.LOCKED
    assert (folder / "vforlob.db").exists()
    assert not (folder / ".opsaet.laas").exists()
