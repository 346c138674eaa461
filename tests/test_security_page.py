"""The page for the DPO: every figure has a test that reaches it, and its plain words say what the code does."""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from controls import CONTROLS
from vforlob.store.store import Store

TOP = Path(__file__).parents[1]
TESTS = TOP / "tests"
PAGE = TOP / "docs" / "sikkerhed.md"

sys.path.insert(0, str(TOP / "docs"))
from write_security import FIGURES, Line, figure_table, merged, missing, prose  # noqa: E402 - the path is set above


@cache
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@cache
def reaching() -> dict[int, set[str]]:
    """By figure the tests that call reached() with its number and are marked so that the page's command runs them."""
    found: dict[int, set[str]] = {}
    for path in TESTS.rglob("test_*.py"):
        text = path.read_text(encoding="utf-8")
        if "mark.tal" in text and "reached(" in text:
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "reached":
                    for number in numbers_in(node.args[0]):
                        found.setdefault(number, set()).add(path.name)
    return found


def numbers_in(node: ast.expr) -> list[int]:
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, int)]


def rows() -> dict[int, list[str]]:
    table = page().partition("## De 24 tal")[2].partition("## Prøver af prøverne")[0]
    cells = [re.split(r"(?<!\\) \| ", line.strip("| ")) for line in table.splitlines() if re.match(r"\| \d", line)]
    return {int(row[0]): row for row in cells}


def test_there_are_twenty_four_figures_and_each_is_reached_by_a_test() -> None:
    assert list(FIGURES) == list(range(1, 25))
    assert [nr for nr in FIGURES if nr not in reaching()] == []


@pytest.mark.parametrize("nr", FIGURES)
def test_the_page_says_what_each_figure_reached(nr: int) -> None:
    row = rows()[nr]

    assert row[1:3] == list(FIGURES[nr])
    assert re.search(r"\d", row[3])


def test_the_page_names_the_eleven_controls() -> None:
    named = re.findall(r"^\| \d+ \| (.+?) \| .+? \| `(.+?)` \|$", page().partition("## Prøver af prøverne")[2], re.M)

    assert named == [(control.navn, control.test) for control in CONTROLS]
    assert len(named) == 11


def test_the_plain_words_have_the_programs_own_numbers() -> None:
    before, after = prose()

    assert page().startswith(before)
    assert page().endswith(after)


def test_the_cipher_is_the_one_that_is_named(store: Store) -> None:
    said = prose()[0]

    hashed, pages = (store.rows(f"PRAGMA {name}")[0][0] for name in ("cipher_hmac_algorithm", "cipher_use_hmac"))
    assert (hashed, pages) == ("HMAC_SHA512", "1")
    assert "HMAC-SHA512" in said
    assert store.rows("PRAGMA cipher_version")[0][0].startswith("4.")  # AES-256 since the first 4.0


def test_the_promise_is_the_one_in_the_readme() -> None:
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    (promise,) = re.findall(r"^> \*\*(.+)\*\*$", page(), re.M)

    assert promise in readme
    for word in (
        "skadelige programmer",
        "en disk, der siger",
        "gendannelseskoden",
        "dvale",
        "ikke juridisk rådgivning",
    ):
        assert word in readme.partition("Hvad du ikke kan regne med")[2]
        assert word in page().partition("Hvad det ikke lover")[2]


def test_every_command_on_the_page_is_one_of_ours() -> None:
    from vforlob.cli.table import COMMANDS

    ours = {command.name for command in COMMANDS}

    named = {found.split(" --")[0] for found in re.findall(r"`vforlob ([^`]+)`", prose()[0])}
    assert named <= ours


def test_it_is_danish_without_an_exclamation_mark() -> None:
    text = re.sub(r"`[^`]*`", "", "".join(prose()))

    assert "!" not in text.replace("<!--", "")
    assert not re.search(r"\b(the|and|with|your|this|backup|password)\b", text)


# --- the command that writes it ---


def test_parts_of_one_test_are_added_and_the_longest_stays_the_longest() -> None:
    parts = ["5000: 512 læst, højst 35 ms", "5000: 500 læst, højst 31 ms", "gennem pdf: 5000", "1 bombe, højst 2.0 s"]

    assert merged(parts) == ["10.000: 1.012 læst, højst 35 ms", "gennem pdf: 5.000", "1 bombe, højst 2,0 s"]


def test_a_figure_that_nobody_reached_is_missed() -> None:
    lines = [Line(nr, "a", "b", "1", "") for nr in FIGURES if nr != 7]

    assert missing(lines) == [7]


def test_a_control_stands_in_its_own_column() -> None:
    lines = [Line(3, "Samtaler", "", "9 afbrud", "rød"), Line(3, "Modprøve: NORMAL", "", "4 tabt", "")]

    table = figure_table(lines)

    assert "| Samtaler: 9 afbrud | rød<br>NORMAL: 4 tabt |" in table
