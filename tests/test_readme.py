"""The README is true: its commands exist, its two lines can be read out, what it links to is there."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from vforlob.cli.table import COMMANDS
from vforlob.cli.words import command_names
from vforlob.errors.base import ExitCode
from vforlob.model.text import fold

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
NAMES = command_names()
CODE = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)
# Lines that a shell runs; the rest of what stands in backticks names things.
TYPED = [code for code in CODE.findall(README) if code.startswith("vforlob ")]
TABLE_ROWS = [line for line in README.splitlines() if line.startswith("| `vforlob")]


def command_of(line: str) -> str:
    """The command's name in a line as it is typed, folded; empty when there is none."""
    words = [word for word in line.removeprefix("vforlob").split() if not word.startswith("-")]
    tried = (" ".join(words[:2]), " ".join(words[:1]))
    return next((fold(name) for name in tried if fold(name) in NAMES), "")


@pytest.mark.parametrize("line", sorted(set(TYPED)))
def test_every_command_in_the_readme_exists(line: str) -> None:
    family = any(fold(name).split()[0] == fold(line.split()[1]) for name in NAMES)

    assert command_of(line) or (family and len(line.split()) == 2), line


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_stands_in_the_table_in_danish_spelling(name: str) -> None:
    codes = [code.removeprefix("vforlob ") for row in TABLE_ROWS for code in CODE.findall(row)]

    assert any(code.split(" <")[0].split(" --")[0] == name for code in codes), name


def test_the_two_lines_can_be_copied() -> None:
    lines = [line for block in BLOCK.findall(README) for line in block.splitlines()]

    assert len(lines) == 2
    assert lines[0].endswith("/vforlob demo")
    assert "-m pytest" in lines[1]
    assert all(line.startswith("python3 -m venv .venv && ") for line in lines)


def test_the_exit_codes_are_the_programs() -> None:
    stated = [int(number) for number in re.findall(r"^\| (\d+) \|", README, re.M)]

    assert stated == [code.value for code in ExitCode]


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_file_that_is_linked_to_is_there(target: str) -> None:
    assert (TOP / target).exists()


def test_no_danish_command_is_printed_without_its_letters() -> None:
    plain = {fold(word) for name in NAMES for word in name.split()}
    spelt = {word for command in COMMANDS for word in command.name.split()}
    typed = {word for line in TYPED for word in line.split()[1:3] if fold(word) in plain}

    assert typed - spelt - {"opfolgning"} == set()


@pytest.mark.parametrize("dependency", PYPROJECT["project"]["dependencies"])
def test_every_dependency_is_pinned_with_hashes_and_has_its_licence_named(dependency: str) -> None:
    name = re.split(r"[<>=; ]", dependency)[0].lower().replace("_", "-")
    lock = (TOP / "requirements.lock").read_text(encoding="utf-8")
    notice = (TOP / "NOTICE").read_text(encoding="utf-8")

    assert re.search(rf"^{re.escape(name)}==[^\n]*\\\n    --hash=sha256:", lock, re.M)
    assert re.search(rf"^{re.escape(name)}  ", notice, re.M)


def test_the_lock_holds_hashes_and_no_address() -> None:
    lock = (TOP / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==", lock, re.M)
    notice = (TOP / "NOTICE").read_text(encoding="utf-8")

    assert "://" not in lock
    assert [name for name in pinned if not re.search(rf"^{re.escape(name)}  ", notice, re.M)] == []


def test_the_glossary_has_its_fourteen_words() -> None:
    glossary = README.split("## Ordene")[1].split("---\n\n##")[0]

    assert len(re.findall(r"^\| [A-ZÆØÅ]", glossary, re.M)) - 1 == 14


def test_people_read_danish_and_only_passers_by_and_developers_english() -> None:
    opening, rest = README.split("---", 1)
    body, developers = rest.split("## For developers")

    assert len([line for line in opening.splitlines() if line and not line.startswith("#")]) == 3
    assert not re.search(r"\b(the|and|with|your|this)\b", CODE.sub("", body))
    assert "!" not in body.replace("<!--", "")
    assert developers


def test_the_data_sheet_page_is_what_the_program_knows() -> None:
    script = TOP / "docs" / "write_datasheet.py"
    module = runpy.run_path(str(script))

    assert module["PAGE"].read_text(encoding="utf-8") == module["page"](module["read_sheet"]()), f"run {script}"
