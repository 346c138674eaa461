"""The command demo, run in-process without a terminal: it builds, lists, and is careful with what is not its own."""

import re
from pathlib import Path

import pytest

from running import run
from vforlob.errors.base import ExitCode


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "demo på æ"


def test_it_builds_lists_and_leaves(place: Path) -> None:
    ran = run("demo", folder=place)

    assert ran.code == ExitCode.OK
    assert "opdigtede" in ran.err
    assert " Kun til dig" in ran.out


def test_every_continuation_names_its_folder(place: Path) -> None:
    ran = run("demo", folder=place)

    lines = [line.strip() for line in ran.out.splitlines() if "vforlob " in line]
    assert len(lines) >= 5 + 6 + 1  # those of the end, the list's and the journal's
    assert all(f"--mappe '{place}'" in line for line in lines)


def test_a_second_run_goes_on_with_the_one_that_is_there(place: Path) -> None:
    run("demo", "--kun-data", folder=place)
    before = (place / "vforlob.db").read_bytes()

    ran = run("demo", "--kun-data", folder=place)

    assert ran.code == ExitCode.OK
    assert "Bygger" not in ran.err
    assert (place / "vforlob.db").read_bytes() == before


@pytest.mark.safety
def test_forfra_builds_a_new_one_and_leaves_what_the_user_put_there(place: Path) -> None:
    run("demo", folder=place)
    own = place / "skabeloner" / "egen.jinja"
    own.write_text("min", encoding="utf-8")
    before = (place / "demo.noegle").read_text()

    ran = run("demo", "--forfra", folder=place)

    assert ran.code == ExitCode.OK
    assert (place / "demo.noegle").read_text() != before
    assert own.read_text(encoding="utf-8") == "min"


@pytest.mark.safety
def test_a_build_that_was_interrupted_is_begun_again(place: Path) -> None:
    run("demo", folder=place)
    whole = run("borger", "liste", folder=place).out
    (place / "vforlob.db").write_bytes((place / "vforlob.db").read_bytes()[:8192])

    ran = run("demo", "--forfra", folder=place)

    assert ran.code == ExitCode.OK
    assert run("borger", "liste", folder=place).out == whole


@pytest.mark.parametrize("option", [(), ("--forfra",)])
def test_a_folder_that_is_no_demo_is_never_touched(tmp_path: Path, option: tuple[str, ...]) -> None:
    place = tmp_path / "rigtig"
    key = tmp_path / "noegle.txt"
    key.write_text("ab" * 32)
    key.chmod(0o600)
    run("opsaet", "--noeglefil", str(key), folder=place)
    before = {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()}

    ran = run("demo", *option, folder=place)

    assert ran.code == ExitCode.UNSAFE
    assert "er ikke en demo" in ran.err
    assert {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()} == before


def test_without_a_folder_it_has_one_of_its_own(tmp_path: Path) -> None:
    ran = run("demo", "--kun-data", env={"XDG_DATA_HOME": str(tmp_path)})

    assert ran.code == ExitCode.OK
    assert [path.name for path in tmp_path.iterdir()] == ["vforlob-demo"]


@pytest.mark.parametrize("command", [("i-dag",), ()])
def test_the_list_of_the_demo_has_everything_that_waits(place: Path, command: tuple[str, ...]) -> None:
    run("demo", "--kun-data", folder=place)

    ran = run(*command, folder=place)

    assert ran.code == ExitCode.OK
    for heading in (" Nu", " Snart", " Til journalen: "):
        assert any(line.startswith(heading) for line in ran.out.splitlines())
    assert len(re.findall(r"^    f\d+|^    b\d+", ran.out, re.M)) >= 6


def test_the_key_file_of_a_real_folder_is_not_tried_on_the_demo(place: Path, tmp_path: Path) -> None:
    key = tmp_path / "noegle.txt"
    key.write_text("ab" * 32)
    key.chmod(0o600)
    around = {"VFORLOB_NOEGLEFIL": str(key)}

    built = run("demo", "--kun-data", folder=place, env=around)
    listed = run("i-dag", folder=place, env=around)

    assert (built.code, listed.code) == (ExitCode.OK, ExitCode.OK)
