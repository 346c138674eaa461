"""A folder that cannot be worked in ends with a sentence that fits, and with the next step in that same folder."""

from pathlib import Path

import pytest

from building import make_case
from running import run
from vforlob.errors.base import ExitCode
from vforlob.store.rebuild import PROJECTIONS
from vforlob.store.store import Store


def test_where_nothing_is_set_up_the_next_step_names_the_folder(tmp_path: Path) -> None:
    ran = run("forløb", "liste", "--mappe", str(tmp_path / "en mappe"))

    assert ran.code == ExitCode.NO_DATABASE
    assert f"Begynd med: vforlob opsæt --mappe '{tmp_path / 'en mappe'}'" in ran.err


def test_in_the_usual_folder_it_is_not_named_again(tmp_path: Path) -> None:
    ran = run("forløb", "liste", folder=tmp_path)

    assert ran.code == ExitCode.NO_DATABASE
    assert "Begynd med: vforlob opsæt · Eller" in ran.err


@pytest.mark.safety
@pytest.mark.parametrize("table", [*sorted(projection.name for projection in PROJECTIONS), "forlob_linje", "haendelse"])
def test_a_database_without_one_of_its_tables_is_said_to_be_damaged(store: Store, folder: str, table: str) -> None:
    make_case(store)
    store.rows("PRAGMA foreign_keys = OFF")
    store.rows(f"DROP TABLE {table}")
    store.close()

    lines = (["forløb", "vis", "f1"], ["borger", "vis", "b1"], ["fortryd"], ["i-dag"], ["liste"])
    ran = [run(*line, folder=folder, env={"VFORLOB_NU": "2026-12-01T08:00"}) for line in lines]

    assert all(one.code in {0, 1, 3} for one in ran)
    assert not any("ikke er forberedt på" in one.err for one in ran)
    assert all("er beskadiget" in one.err for one in ran if one.code == 1)


@pytest.mark.parametrize("line", [("forløb", "vis", "f1"), ("borger", "vis", "b1"), ("virksomhed", "vis", "v1")])
def test_the_next_steps_of_a_page_name_the_folder_too(store: Store, folder: str, line: tuple[str, ...]) -> None:
    make_case(store)

    told = run(*line, "--mappe", folder, folder=folder).out.splitlines()

    assert f" --mappe {folder}" in told[-1]
