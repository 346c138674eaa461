"""A spreadsheet taken in at the keyboard: a column corrected, what is missing answered, no, yes, Ctrl-C."""

import json
from pathlib import Path

import pytest

from importing import text

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from running import run
from vforlob.store.store import Store

pytestmark = [pytest.mark.safety, pytest.mark.terminal]

CTRL_C, ENTER = "\x03", "\r"
COLUMNS = "et bogstav retter en kolonne"
ROWS = (
    ("Init", "Cpr", "Målgruppe", "Noter"),
    ("ÆB", "010203-1234", "jobparat", "kan køre bil"),
    ("CD", "", "sygedagpenge", ""),
)


@pytest.fixture
def sager(store: Store, tmp_path: Path) -> str:
    store.close()
    path = tmp_path / "sager.csv"
    path.write_bytes(text(ROWS))
    return str(path)


def borgere(folder: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(run("borger", "liste", "--json", folder=folder).out)["raekker"]
    return rows


def test_a_column_is_corrected_what_is_missing_is_answered_and_all_is_saved(folder: str, sager: str) -> None:
    window = Window(folder, "importer", "borgere", sager, rows=50)

    window.answer((COLUMNS, "x\r"), ("Skriv et af bogstaverne til venstre, fx a.", "b\r"))
    window.answer(("Den kolonne ligner cpr-numre", "d\r"), ("Kolonne D, Noter, bliver til", "d\r"))
    window.answer(("D Noter Det skal der til kan køre bil", ENTER))
    window.answer(("Hvor tæt på arbejde, ved dem alle", "b\r"), ("Gem de 2 nye borgere?", "ja\r"))
    window.see("2 borgere er hentet: b1-b2.")

    assert window.ended() == 0
    assert "010203" not in window.everything
    assert [(row["alias"], row["parathed"]) for row in borgere(folder)] == [("ÆB-1", "taet_pa"), ("CD-1", "taet_pa")]


@pytest.mark.parametrize("answer", ["nej\r", "n"])
def test_a_no_saves_nothing(folder: str, sager: str, answer: str) -> None:
    window = Window(folder, "importer", "borgere", sager, "--ellers", "parathed=klar", rows=50)

    window.answer((COLUMNS, ENTER), ("Gem de 2 nye borgere?", answer))
    window.type(ENTER)
    window.see("Intet er gemt.")

    assert (window.ended(), borgere(folder)) == (0, [])


@pytest.mark.parametrize("turns", [0, 1, 2], ids=["at the columns", "at what is missing", "at the yes"])
def test_ctrl_c_saves_nothing_wherever_it_comes(folder: str, sager: str, turns: int) -> None:
    window = Window(folder, "importer", "borgere", sager, rows=50)
    asked = [(COLUMNS, ENTER), ("Hvor tæt på arbejde, ved dem alle", "b\r"), ("Gem de 2 nye borgere?", "")]

    window.answer(*asked[:turns])
    window.see(asked[turns][0])
    window.type(CTRL_C)
    window.see("Stoppet. Intet er gemt.")

    assert (window.ended(), borgere(folder)) == (130, [])


def test_q_leaves_the_columns(folder: str, sager: str) -> None:
    window = Window(folder, "importer", "borgere", sager)

    window.answer((COLUMNS, "q\r"))
    window.see("Stoppet. Intet er gemt.")

    assert (window.ended(), borgere(folder)) == (0, [])


def test_plain_lines_do_as_well(folder: str, sager: str) -> None:
    window = Window(folder, "importer", "borgere", sager, "--enkel", rows=50)

    window.answer((COLUMNS, ENTER), ("Hvor tæt på arbejde, ved dem alle", "c\r"), ("Gem de 2 nye borgere?", "ja\r"))
    window.see("2 borgere er hentet: b1-b2.")

    assert window.ended() == 0
    assert {row["parathed"] for row in borgere(folder)} == {"laengere_fra"}


def test_without_a_file_on_the_line_one_is_picked_from_those_that_lie_here(
    folder: str, sager: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(sager).parent)
    window = Window(folder, "importer", "borgere", rows=50)

    window.answer(("Hvilket regneark?", "a\r"), (COLUMNS, "q\r"))

    assert window.ended() == 0
