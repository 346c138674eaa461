"""`vforlob tjek` and `vforlob om`: quiet where all is well, clear where it is not, and nothing is touched."""

import json
import os
import shutil
from pathlib import Path

import pytest

from checked import checked, every_byte, hold, opened, set_up, twin, worked_in
from running import run
from vforlob.errors.base import ExitCode


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return worked_in(tmp_path_factory.mktemp("skabelon") / "Ærø mappe")


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    return twin(template, tmp_path / "mappe med æ")


def test_a_healthy_folder_is_a_few_quiet_lines(folder: Path) -> None:
    ran = run("tjek", folder=folder)

    assert (ran.code, ran.err) == (ExitCode.OK, "")
    assert ran.out.splitlines()[0] == " Datamappen er i orden."
    assert "hver side i databasen" in ran.out
    assert "prøvet: den kan hentes tilbage" in ran.out
    assert len(ran.out.splitlines()) < 20
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_file_that_no_list_knows_is_found(folder: Path) -> None:
    path = folder / "eksport" / "xq7.docx"
    path.touch(0o600)
    path.write_bytes(b"lavet efter den kopi, der er hentet frem")
    (folder / "eksport" / ".DS_Store").touch(0o600)

    found = checked(folder)

    assert found.problems == ("eksporter-ukendte",)
    assert found.funde["eksporter-ukendte"]["tekst"].startswith("1 fil ")


def test_a_log_that_somebody_has_emptied_is_found(folder: Path) -> None:
    run("borger", "vis", "b1", folder=folder)
    with opened(folder) as store:
        store.rows("DELETE FROM opslag")

    assert checked(folder).problems == ("log",)


def test_an_old_copy_that_was_given_a_newer_name_is_found(folder: Path) -> None:
    for path in sorted((folder / "kopier").glob("20*")):
        stem, dot, ending = path.name.partition(".")
        shutil.copy2(path, path.with_name(f"{stem[:18]}_900000{dot}{ending}"))

    assert checked(folder).problems == ("kopi-prove",)


@pytest.mark.parametrize("options", [(), ("--hurtig",)])
def test_nothing_in_the_folder_is_changed(folder: Path, options: tuple[str, ...]) -> None:
    before = every_byte(folder)

    assert checked(folder, *options).problems == ()
    assert every_byte(folder) == before


def test_nothing_is_changed_in_a_folder_that_a_killed_window_left(folder: Path, tmp_path: Path) -> None:
    store = opened(folder)
    hold(store)
    killed = twin(folder, tmp_path / "slaaet ihjel")  # the -wal holds the newest answers, the -shm is there
    store.close()
    before = every_byte(killed)

    assert (killed / "vforlob.db-wal").stat().st_size > 0
    assert checked(killed).problems == ()
    assert every_byte(killed) == before


def test_a_folder_without_its_subfolders_stays_without_them(folder: Path) -> None:
    for name in ("tmp", "log", "eksport"):
        (folder / name).rmdir()
    before = every_byte(folder)

    assert checked(folder).problems == ()
    assert every_byte(folder) == before


def test_it_can_be_looked_through_while_another_window_writes(folder: Path) -> None:
    with opened(folder) as store:
        hold(store)

        assert checked(folder).problems == ()
        hold(store)


def test_the_quick_one_says_what_it_left_out(folder: Path) -> None:
    ran = run("tjek", "--hurtig", folder=folder)

    assert ran.code == ExitCode.OK
    assert "hver side" not in ran.out.splitlines()[2]
    assert "vforlob tjek" in ran.out


def test_what_is_wrong_stands_first_with_its_mend_in_the_same_folder(folder: Path) -> None:
    (folder / "hoved.json").unlink()
    (folder / "sletteliste.jsonl").write_text("ikke en linje\n")
    (folder / "sletteliste.jsonl").chmod(0o600)

    ran = run("tjek", "--mappe", str(folder), folder=folder)

    assert ran.code == ExitCode.PROBLEM
    assert "Fejl" in ran.out.splitlines()[2]
    assert f"vforlob slettefrister --mappe '{folder}'" in ran.out
    assert ran.err == "Der er 2 ting at ordne: 1 fejl og 1 advarsel.\n"


def test_for_machines_every_finding_has_its_id_and_its_mend(folder: Path) -> None:
    (folder / "hoved.json").unlink()

    found = json.loads(run("tjek", "--json", folder=folder).out)

    assert next(iter(found)) == "skema"
    assert (found["i_orden"], found["abnet"], found["hurtig"], found["kopier"]) == ("nej", "ja", "nej", 1)
    assert all(set(fund) == {"id", "alvor", "tekst", "goer"} for fund in found["fund"])
    assert [fund["id"] for fund in found["fund"] if fund["alvor"] == "advarsel"] == ["hoved"]


def test_what_can_be_seen_without_the_key_is_said_before_why_it_does_not_open(folder: Path) -> None:
    (folder / "noegle.json").unlink()
    (folder / "kopier").chmod(0o755)

    ran = run("tjek", folder=folder)

    assert ran.code == ExitCode.WRONG_KEY
    assert "adgang til kopier" in ran.out
    assert ran.err
    assert not (folder / "noegle.json").exists()


def test_a_key_file_folder_is_marked_and_no_fault(folder: Path) -> None:
    found = checked(folder)

    assert found.funde["noglefil"]["alvor"] == "oplysning"
    assert found.code == ExitCode.OK


def test_an_empty_caseload_is_no_fault(tmp_path: Path) -> None:
    assert checked(set_up(tmp_path / "ny")).problems == ()


def test_a_page_that_was_changed_is_found_and_the_way_back_named(folder: Path) -> None:
    path = folder / "vforlob.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))

    found = checked(folder)

    assert (found.code, found.problems) == (ExitCode.PROBLEM, ("database",))
    assert "vforlob gendan" in found.funde["database"]["goer"]


def test_om_tells_versions_sizes_and_counts_and_no_path(folder: Path) -> None:
    ran = run("om", folder=folder, env={"VFORLOB_NU": ""})

    assert (ran.code, ran.err) == (ExitCode.OK, "")
    assert str(folder.parent) not in ran.out
    assert "1 borger, 1 virksomhed" in ran.out
    assert "SQLCipher" in ran.out
    assert "åbnes med en nøglefil" in ran.out
    assert "B-1" not in ran.out
    assert "Ørbæk" not in ran.out


def test_om_works_where_nothing_opens_and_counts_by_the_newest_copy(folder: Path) -> None:
    (folder / "vforlob.db").write_bytes(b"")

    found = json.loads(run("om", "--json", folder=folder).out)

    assert found["database"]["abnet"] == "nej"
    assert found["database"]["kode"] == ExitCode.PROBLEM
    assert found["antal"]["samtale"] == 1
    assert found["antal_fra_kopi"]


def test_om_works_where_nothing_is_set_up(tmp_path: Path) -> None:
    ran = run("om", folder=tmp_path / "intet")

    assert ran.code == ExitCode.OK
    assert "der er ikke sat vforlob op (kode 10)" in " ".join(ran.out.split())
    assert not (tmp_path / "intet").exists()


def test_om_names_home_by_its_sign(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / "anna.hansen"
    env = {"HOME": str(home), "XDG_DATA_HOME": ""}
    for name, value in env.items():
        monkeypatch.setenv(name, value)

    ran = run("om")

    assert "anna" not in ran.out.casefold()
    assert os.path.join("~", ".local", "share", "vforlob") in ran.out


def test_nothing_of_either_is_left_in_tmp(folder: Path) -> None:
    run("tjek", folder=folder)
    run("om", folder=folder)

    assert [name for name in os.listdir(folder / "tmp") if name.startswith("arbejde-")] == []


def test_a_damaged_database_is_named_as_it_is_called_and_its_mend_names_the_folder_once(folder: Path) -> None:
    os.truncate(folder / "vforlob.db", 300_000)

    ran = run("tjek", "--json", "--mappe", str(folder), folder=folder)
    opening = json.loads(ran.out)["fund"][0]

    assert str(folder / "vforlob.db") in opening["tekst"]
    assert opening["goer"].count("--mappe") == 1
    assert "arbejde-" not in ran.out + ran.err


def test_the_line_that_closes_a_folder_to_others_can_be_copied(folder: Path) -> None:
    folder.chmod(0o755)

    assert f"chmod go= '{folder}'" in run("i-dag", folder=folder).err


def test_two_databases_that_were_laid_aside_are_two_files(folder: Path) -> None:
    for ending in ("", "-2"):
        shutil.copy2(folder / "vforlob.db", folder / f"vforlob.db.foer-gendannelse{ending}")

    assert checked(folder, "--hurtig").funde["for-gendannelse"]["goer"].startswith("Slet filerne, ")
