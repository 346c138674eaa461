"""Where the database and the copies both have faults, the mends of `tjek` do not work against each other."""

import os
from pathlib import Path

import pytest

from checked import checked, opened, twin, worked_in
from safety.planting import by_hand, flip
from vforlob.store.copies import list_copies, make_copy


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return worked_in(tmp_path_factory.mktemp("skabelon") / "mappe")


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    return twin(template, tmp_path / "mappe")


def one_more_copy(folder: Path) -> None:
    with opened(folder) as store:
        make_copy(store, "")


def damaged_database(folder: Path) -> None:
    by_hand(folder, "UPDATE aftale SET borger = 99 WHERE nr = 1")


def mends(folder: Path) -> dict[str, str]:
    return {name: found["goer"] for name, found in checked(folder).funde.items()}


def test_no_copy_is_to_be_made_while_database_and_newest_copy_are_both_damaged(folder: Path) -> None:
    one_more_copy(folder)
    damaged_database(folder)
    flip(Path(list_copies(str(folder))[0].path))

    found = mends(folder)

    assert "vforlob gendan" in found["afledt"]
    assert "ældre kopi" in found["kopi-prove"]
    assert "vforlob kopi" not in " ".join(found.values())


def test_no_copy_is_to_be_deleted_while_the_database_is_damaged(folder: Path) -> None:
    damaged_database(folder)
    os.unlink(list_copies(str(folder))[0].envelope)

    assert "ligge" in mends(folder)["kopi-nogle"]


def test_no_copy_is_to_be_deleted_when_there_is_no_database_at_all(folder: Path) -> None:
    (folder / "vforlob.db").unlink()
    os.unlink(list_copies(str(folder))[0].envelope)

    assert "ligge" in mends(folder)["kopi-nogle"]


def test_where_no_copy_holds_it_is_said_where_else_to_look(folder: Path) -> None:
    damaged_database(folder)
    for copy in list_copies(str(folder)):
        for path in (copy.path, copy.envelope, copy.manifest):
            os.unlink(path)

    assert "et andet sted" in mends(folder)["afledt"]


def test_copies_that_are_all_damaged_are_none_to_go_back_to(folder: Path) -> None:
    one_more_copy(folder)
    damaged_database(folder)
    for copy in list_copies(str(folder)):
        flip(Path(copy.path))

    found = mends(folder)

    assert "et andet sted" in found["afledt"]
    assert "ligge" in found["kopi-prove"]


def test_a_copy_without_its_key_file_can_be_brought_back_here(folder: Path) -> None:
    damaged_database(folder)
    os.unlink(list_copies(str(folder))[0].envelope)

    assert "et andet sted" not in mends(folder)["afledt"]


def test_with_a_whole_database_a_bad_copy_is_deleted_and_made_again(folder: Path) -> None:
    flip(Path(list_copies(str(folder))[0].path))

    assert "vforlob kopi" in mends(folder)["kopi-prove"]


def test_what_is_typed_stands_last_where_no_copy_holds(folder: Path) -> None:
    damaged_database(folder)
    for copy in list_copies(str(folder)):
        os.unlink(copy.path)

    assert mends(folder)["afledt"].endswith(": vforlob gendan MAPPE")
