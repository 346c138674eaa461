"""All works as ever where the locale knows no Danish letter, and in a folder whose name no locale can read."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import vforlob
from building import make_case
from conftest import KEY
from running import CLOCK, key_file, old_locale_python
from vforlob.store.store import Store

LETTERS = "Prøve på æøå".encode()
NO_UTF_8 = b"b\xf8rge"
LINES = ["forløb vis f1", "i-dag", "ark opfølgning f1 --format md", "kopi", "tjek", "overblik"]
WRITES = [
    "kalender",
    "ark opfølgning f1 --format docx --ud .",
]  # a file is registered, and with it the name of its folder


class Place:
    """The case of the fixtures in `where`, and the program started there by an old Python."""

    def __init__(self, case: str, where: Path) -> None:
        where.mkdir(exist_ok=True)
        self.where = where
        self.folder = where / "vforlob"
        shutil.copytree(case, self.folder)
        program = where.parent / "Prøv programmet"
        program.symlink_to(Path(vforlob.__file__).parents[2])
        base = {name: value for name, value in os.environ.items() if not name.startswith(("VFORLOB_", "PYTHON", "LC_"))}
        self.python, old = old_locale_python(program / "src" / "vforlob")
        around = {"VFORLOB_MAPPE": str(self.folder), "VFORLOB_NOEGLEFIL": key_file(self.folder, KEY)}
        self.env = base | old | around | {"VFORLOB_NU": CLOCK}

    def __call__(self, *line: str | bytes, env: dict[str, str] | None = None) -> tuple[int, str, str]:
        words = [self.python, "-m", "vforlob", *(word.encode() if isinstance(word, str) else word for word in line)]
        ran = subprocess.run(
            words,
            env=self.env | (env or {}),
            cwd=self.where,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return ran.returncode, ran.stdout.decode(errors="replace"), ran.stderr.decode(errors="replace")


@pytest.fixture
def case(store: Store, folder: str) -> str:
    make_case(store)
    store.close()
    return folder


@pytest.fixture(params=[LETTERS, NO_UTF_8], ids=["letters", "no UTF-8"])
def place(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> Place:
    return Place(case, tmp_path / os.fsdecode(request.param))


@pytest.mark.parametrize("line", LINES)
def test_a_command_works_in_an_old_locale(place: Place, line: str) -> None:
    code, out, err = place(*line.split())

    assert code == 0, err
    assert out
    assert not (place.folder / "log" / "vforlob.log").exists()


@pytest.mark.parametrize("line", LINES)
def test_a_command_works_in_a_folder_whose_name_is_no_utf_8(case: str, tmp_path: Path, line: str) -> None:
    place = Place(case, tmp_path / os.fsdecode(NO_UTF_8))

    code, out, err = place(*line.split(), env={"PYTHONUTF8": "1"})

    assert code == 0, err
    assert out
    assert not (place.folder / "log" / "vforlob.log").exists()


@pytest.mark.parametrize("line", WRITES)
def test_a_file_is_written_in_a_folder_with_danish_letters_in_an_old_locale(
    case: str, tmp_path: Path, line: str
) -> None:
    place = Place(case, tmp_path / os.fsdecode(LETTERS))

    code, out, err = place(*line.split())

    assert code == 0, err
    assert os.fsdecode(LETTERS) in out + err


def test_a_folder_whose_path_no_database_can_hold_gets_no_file_and_that_is_said(case: str, tmp_path: Path) -> None:
    place = Place(case, tmp_path / os.fsdecode(NO_UTF_8))

    code, out, err = place("kalender", env={"PYTHONUTF8": "1"})

    assert (code, out) == (2, "")
    assert "Vælg en anden mappe med --ud." in err


def test_danish_letters_on_the_line_are_read_in_an_old_locale(place: Place) -> None:
    code, out, err = place("forløb", "vis", "f1")

    assert code == 0, err
    assert "Ørbæk" in out


def test_a_path_with_danish_letters_can_be_given_on_the_line_in_an_old_locale(case: str, tmp_path: Path) -> None:
    place = Place(case, tmp_path / os.fsdecode(LETTERS))

    code, _, err = place(
        "--mappe", os.fsencode(place.folder), "ark", "opfølgning", "f1", "--format", "html", "--ud", "arket på æ.html"
    )

    assert code == 0, err
    assert (place.where / "arket på æ.html").read_text(encoding="utf-8")


def test_what_python_was_told_to_do_is_still_told_in_an_old_locale(place: Place) -> None:
    words = [place.python, "-W", "error", "-m", "vforlob", "borger", "liste"]

    ran = subprocess.run(words, env=place.env, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)

    assert ran.returncode == 0, ran.stderr.decode(errors="replace")
