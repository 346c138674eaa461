"""Setting up without questions, and every way in which a folder refuses to open, as the shell sees it."""

import os
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from english import english_in

from running import Ran
from running import run as run_program
from vforlob.store.key import create_with_passphrase
from vforlob.store.open import create_store

HEX = "0123456789abcdef" * 4
OPEN = ("borger", "liste")


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "raanoegle.txt"
    path.write_text(HEX + "\n")
    path.chmod(0o600)
    return path


@pytest.fixture
def folder(tmp_path: Path, key_file: Path) -> Path:
    assert run("opsaet", "--noeglefil", str(key_file), folder=tmp_path / "data").code == 0
    return tmp_path / "data"


def run(*argv: str, folder: Path, stdin: str = "", key_file: str | None = None) -> Ran:
    """With the key file beside the folder when it is there, and with nothing else around it."""
    beside = folder.parent / "raanoegle.txt"
    given = key_file if key_file is not None else str(beside) if beside.exists() else ""
    return run_program(*argv, stdin=stdin, env={"VFORLOB_MAPPE": str(folder), "VFORLOB_NOEGLEFIL": given})


def everything_in(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def told(ran: Ran, code: int, *words: str) -> None:
    assert ran.code == code
    assert ran.out == ""
    assert all(word in ran.err for word in words), ran.err
    assert english_in(re.sub(r"\S*/\S*", "", ran.err)) == []  # the folders of a test have English names
    assert "Traceback" not in ran.err


def test_a_folder_is_set_up_without_a_question(folder: Path) -> None:
    ran = run(*OPEN, folder=folder)

    assert ran.code == 0
    assert ran.err == ""


def test_it_says_where_and_what_comes_next(tmp_path: Path, key_file: Path) -> None:
    answers = 'navne = "ja"\nkonsulent = "Åse Ørum"\ntelefon = "20202020"\nkommune_ord = "kommunen"\n'

    ran = run("opsæt", "--noeglefil", str(key_file), "--svar", "-", folder=tmp_path / "data", stdin=answers)

    assert ran.code == 0
    assert str(tmp_path / "data") in ran.out
    assert "med navn og telefonnummer" in ran.out
    assert "vforlob borger ny" in ran.out
    assert english_in(ran.out.replace(str(tmp_path), "")) == []


def test_a_second_time_changes_nothing(folder: Path, key_file: Path) -> None:
    before = everything_in(folder)

    ran = run("opsaet", "--noeglefil", str(key_file), folder=folder)

    told(ran, 1, "allerede", str(folder))
    assert everything_in(folder) == before


def test_a_faulty_file_of_answers_sets_nothing_up(tmp_path: Path, key_file: Path) -> None:
    ran = run("opsaet", "--noeglefil", str(key_file), "--svar", "-", folder=tmp_path / "data", stdin="navn = 1\n")

    told(ran, 4, "Linje 1", "navne")
    assert not (tmp_path / "data").exists()


def test_without_a_terminal_it_names_what_to_give(tmp_path: Path) -> None:
    ran = run("opsaet", folder=tmp_path / "data")

    told(ran, 2, "--noeglefil")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.unlink(), 12),
        (lambda path: path.write_text(HEX[:-1]), 12),
        (lambda path: path.write_text("hej"), 12),
        (lambda path: path.chmod(0o644), 15),
    ],
)
def test_a_key_file_that_will_not_do_sets_nothing_up(
    tmp_path: Path, key_file: Path, spoil: Callable[[Path], object], code: int
) -> None:
    spoil(key_file)

    ran = run("opsaet", "--noeglefil", str(key_file), folder=tmp_path / "data")

    told(ran, code, str(key_file))
    assert not (tmp_path / "data").exists()


def _flipped(folder: Path) -> None:
    path = folder / "vforlob.db"
    content = bytearray(path.read_bytes())
    content[100] ^= 4
    path.write_bytes(content)


def _plain(folder: Path) -> None:
    (folder / "vforlob.db").unlink()
    plain = sqlite3.connect(folder / "vforlob.db")
    plain.execute("CREATE TABLE borger (navn)")
    plain.close()
    (folder / "vforlob.db").chmod(0o600)


def _half_envelope(folder: Path) -> None:
    content = (folder / "noegle.json").read_bytes()
    (folder / "noegle.json").write_bytes(content[: len(content) // 2])


@pytest.mark.parametrize(
    ("spoil", "code", "word"),
    [
        (lambda folder: (folder.parent / "raanoegle.txt").write_text("f" * 64), 12, "passer ikke"),
        (lambda folder: (folder.parent / "raanoegle.txt").write_text("f" * 62), 12, "64 tegn"),
        (lambda folder: (folder.parent / "raanoegle.txt").chmod(0o640), 15, "chmod 600"),
        (lambda folder: (folder / "noegle.json").unlink(), 12, "noegle.json mangler"),
        (_half_envelope, 1, "noegle.json er beskadiget"),
        (_flipped, 1, "beskadiget"),
        (lambda folder: (folder / "vforlob.db").write_bytes(b""), 1, "er tom"),
        (_plain, 16, "ikke krypteret"),
        (lambda folder: (folder / "vforlob.db").unlink(), 10, "ikke sat vforlob op"),
        (lambda folder: folder.chmod(0o755), 15, "Andre på computeren"),
        (lambda folder: (folder / "vforlob.db").chmod(0o644), 15, "vforlob.db"),
    ],
)
def test_each_thing_that_is_wrong_has_its_own_sentence_and_code(
    folder: Path, spoil: Callable[[Path], object], code: int, word: str
) -> None:
    spoil(folder)
    before = everything_in(folder)

    ran = run(*OPEN, folder=folder)

    told(ran, code, word)
    assert everything_in(folder) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_somebody_elses_folder_is_not_opened(folder: Path) -> None:
    os.chown(folder, 12345, 12345)

    told(run(*OPEN, folder=folder), 15, "en anden bruger")


@pytest.mark.parametrize("place", ["OneDrive - Kommunen", "Dropbox", "iCloudDrive"])
def test_a_synced_folder_is_neither_set_up_nor_opened(folder: Path, key_file: Path, place: str, tmp_path: Path) -> None:
    synced = tmp_path / place
    synced.mkdir()

    told(run("opsaet", "--noeglefil", str(key_file), folder=synced / "ny"), 15, "kopieres til nettet")
    folder.rename(synced / "data")
    key_file.rename(synced / "raanoegle.txt")

    told(run(*OPEN, folder=synced / "data"), 15, "kopieres til nettet")


def test_a_missing_key_file_is_a_wrong_key(folder: Path) -> None:
    ran = run(*OPEN, folder=folder, key_file=str(folder / "findes-ikke"))

    told(ran, 12, "findes ikke")


def test_a_key_file_folder_without_a_key_file_says_what_is_missing(folder: Path, key_file: Path) -> None:
    key_file.unlink()

    told(run(*OPEN, folder=folder), 12, "VFORLOB_NOEGLEFIL")


def test_a_folder_with_a_passphrase_says_what_it_needs_where_nobody_can_type(
    tmp_path: Path, clock: Callable[[], object]
) -> None:
    data = tmp_path / "data"
    data.mkdir(0o700)
    key, _ = create_with_passphrase(str(data), "min nabo vander sine roser")
    create_store(str(data), key, clock).close()  # type: ignore[arg-type]

    told(run(*OPEN, folder=data), 12, "adgangssætning", "VFORLOB_NOEGLEFIL")


def test_the_variable_with_the_key_file_is_not_inherited(folder: Path, key_file: Path) -> None:
    from vforlob.cli.context import GlobalOptions, begin, context
    from vforlob.cli.unlock import find_key

    os.environ["VFORLOB_NOEGLEFIL"] = str(key_file)
    begin(GlobalOptions(mappe=str(folder)))

    key = find_key(context())

    assert key == bytes.fromhex(HEX)
    assert "VFORLOB_NOEGLEFIL" not in os.environ
    assert find_key(context()) is key


def test_the_key_of_one_run_is_forgotten_by_the_next(folder: Path, key_file: Path) -> None:
    assert run(*OPEN, folder=folder).code == 0

    key_file.unlink()

    assert run(*OPEN, folder=folder).code == 12


def test_a_folder_whose_name_cannot_be_is_no_crash(tmp_path: Path, key_file: Path) -> None:
    for impossible in (tmp_path / ("x" * 300), Path("/proc/findes-ikke/data")):
        told(run(*OPEN, folder=impossible), 10)
        told(run("opsaet", "--noeglefil", str(key_file), folder=impossible), 14)


def test_a_clock_that_is_set_is_refused_where_there_will_be_a_passphrase(tmp_path: Path) -> None:
    ran = run_program("opsaet", env={"VFORLOB_MAPPE": str(tmp_path / "data"), "VFORLOB_NU": "2026-11-20T13:00"})

    told(ran, 2, "VFORLOB_NU")
