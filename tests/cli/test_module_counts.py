"""What a start imports, counted and by name: the guard of speed that does not depend on the machine."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from running import run

# Each of these costs as much as a whole start of Python, or nearly.
HEAVY = {
    *("asyncio", "argparse", "click", "cryptography", "dataclasses", "email", "hashlib", "holidays", "inspect"),
    *("importlib.metadata", "importlib.resources", "jinja2", "keyring", "logging", "pathlib", "platformdirs"),
    *("prompt_toolkit", "pydantic", "questionary", "rich", "socket", "sqlite_utils", "ssl", "subprocess", "tempfile"),
    *("tomllib", "typer", "unittest", "urllib", "zoneinfo"),
}
MAIN = "from vforlob.__main__ import main; main()"
PAINTED = b"Enter begynder"
MOST = {"--version": 2, "forløb liste": 97, "i-dag": 170, "overblik": 118, "opfølgning": 139}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tælling") / "demo"
    assert run("demo", "--kun-data", folder=folder).code == 0
    for command in ("i-dag", "overblik"):
        run(command, folder=folder)  # what is kept from the first time is kept now
    return folder


def imported(*argv: str) -> list[str]:
    """The modules of a run that shows something and ends."""
    line = [sys.executable, "-X", "importtime", "-c", MAIN, *argv]
    ran = subprocess.run(line, env=around(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    return names(ran.stderr)


def imported_until_painted(*argv: str) -> list[str]:
    """The modules of a run on a terminal, up to the moment its first screen stands there."""
    import pty

    master, slave = pty.openpty()
    line = [sys.executable, "-X", "importtime", "-c", MAIN, *argv]
    process = subprocess.Popen(line, env=around(), stdin=slave, stdout=slave, stderr=slave, start_new_session=True)
    os.close(slave)
    try:
        shown = read_until(master, PAINTED)
    finally:
        process.kill()
        process.wait()
        os.close(master)
    return names(shown.decode("utf-8", "replace"))


def read_until(master: int, mark: bytes) -> bytes:
    """What came before the mark: one stream, so that the order is the order in which it happened."""
    shown, deadline = b"", time.monotonic() + 30
    while mark not in shown:
        assert time.monotonic() < deadline, shown[-500:]
        shown += os.read(master, 65536)
    return shown.partition(mark)[0]


def names(said: str) -> list[str]:
    rows = [line.split("|") for line in said.splitlines() if line.startswith("import time:")]
    return [row[2].strip() for row in rows if len(row) == 3 and "imported package" not in row[2]]


def around() -> dict[str, str]:
    dropped = ("VFORLOB_", "PYTHON", "COVERAGE")
    return {name: value for name, value in os.environ.items() if not name.startswith(dropped)} | {"TERM": "xterm"}


def new_modules(found: Sequence[str]) -> list[str]:
    """Beyond those of Python itself, which differ from one version to the next."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "pass"], env=around(), capture_output=True, text=True, check=True
    )
    return sorted(set(found) - set(names(ran.stderr)))


def heavy(found: Sequence[str]) -> list[str]:
    return [name for name in found if any(name == it or name.startswith(f"{it}.") for it in HEAVY)]


def test_the_version_costs_nothing_but_itself() -> None:
    found = new_modules(imported("--version"))

    assert len(found) <= MOST["--version"], found


@pytest.mark.parametrize("command", ["forløb liste", "i-dag", "overblik"])
def test_a_list_imports_nothing_heavy(demo: Path, command: str) -> None:
    found = new_modules(imported(*command.split(), "--mappe", str(demo)))

    assert heavy(found) == []
    assert len(found) <= MOST[command], found


@pytest.mark.terminal
@pytest.mark.skipif(os.name != "posix", reason="kræver en pseudoterminal")
def test_a_samtale_imports_nothing_heavy_before_its_first_screen(demo: Path) -> None:
    found = new_modules(imported_until_painted("opfølgning", "f8", "--mappe", str(demo)))

    assert "vforlob.actions.briefing" in found
    assert "vforlob.actions.hold" not in found
    assert "vforlob.store.opslag" not in found  # who was looked at is noted when it has been seen
    assert heavy(found) == []
    assert len(found) <= MOST["opfølgning"], found


def test_the_counting_sees_a_heavy_import_where_there_is_one(demo: Path) -> None:
    found = new_modules(imported("samtale", "vis", "s1", "--udgave=1", "--mappe", str(demo)))

    assert "typer" in heavy(found)
