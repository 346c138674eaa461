"""A whole scripted day with everything the program can do: nothing that was said is in the clear anywhere after it.

Looked through: the data folder with its copies, the folder for temporary files, the home, the log, and what a terminal
still holds when the screen was cleared.
"""

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import KEY, NOW
from figures import reached
from outside import outside
from running import CLOCK, Ran, key_file, run
from safety.hostile_case import Given
from safety.test_leaks import MARKS, Canaries, a_day, leaking, leaks_in
from vforlob.actions.kept_exports import find_exports, remove_exports
from vforlob.store.open import open_store

pytestmark = [pytest.mark.safety, pytest.mark.tal]

# After the samtaler: looking, searching, handing out, checking, copying, going back, correcting, deleting.
LOOKING = (
    *(("find", "kanarie"), ("overblik",), ("spejl",), ("journal",), ("tæt", "f1"), ("match", "b1"), ("tavle",)),
    *(("læring",), ("ringerunde",), ("eksporter", "liste"), ("regler", "vis"), ("agenda", "liste")),
    *(("log",), ("log", "b1"), ("fortegnelse",), ("databrud",), ("slettefrister",), ("slettestop",), ("om",)),
    *(("tjek",), ("tjek", "--hurtig"), ("kopi", "liste"), ("kopi", "tjek"), ("adgang",), ("luk",)),
)
FILES = (
    *(("referat", "s3", "--til", to, "--format", f) for to in ("journal", "borger") for f in ("docx", "pdf", "html")),
    *(("eksport", "f1", "--format", form) for form in ("docx", "xlsx", "pdf", "csv")),
    *(("indsigt", "b1", "--format", form) for form in ("docx", "json")),
    *(("overdragelse", "f1", "--format", "docx"), ("ark", "opfølgning", "f1"), ("kalender",)),
)
DOING = (("kopi",), ("slettestop", "b1", "til"), ("slettestop", "b1", "af"))
SIGN = ("--erstat-tegn",)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a program would put what it keeps for itself; nothing else is there."""
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "hjem"))
    (tmp_path / "hjem").mkdir()
    return tmp_path


def the_rest_of_the_day(given: Given) -> list[tuple[tuple[str, ...], Ran]]:
    ran = [(line, run(*line, folder=given.folder)) for line in LOOKING]
    ran += [(line, run(*line, *(SIGN if "pdf" in line else ()), folder=given.folder)) for line in FILES]
    ran += [(line, run(*line, folder=given.folder)) for line in DOING]
    newest = max(Path(given.folder, "kopier").glob("*.db"))
    back = ("gendan", str(newest), "--ja")
    return ran + [(line, run(*line, folder=given.folder)) for line in (back, *LOOKING, ("kopi",))]


def cleared(folder: str) -> int:
    """The files she made are hers to hand over; at the end of the day they are cleared away. How many there were."""
    with open_store(folder, KEY, lambda: NOW) as store:
        found = find_exports(store)
        assert remove_exports(store, found) == ()
    return len(found)


def test_a_whole_day_leaves_nothing_in_the_clear(home: Path) -> None:
    given, said = a_day(home, Canaries())
    rest = the_rest_of_the_day(given)
    made = [path for path in Path(given.folder, "eksport").iterdir() if path.suffix in {".docx", ".json", ".html"}]
    exported = cleared(given.folder)

    failed = [(line, ran.err[-200:]) for line, ran in rest if ran.code not in {0, 1}]
    found, told = leaking(home), [line for line, ran in rest if ran.code and leaks_in(ran.err.encode())]
    seen = sum(path.is_file() for path in home.rglob("*"))
    commands = len(said) + len(rest)
    reached(
        14,
        "En hel arbejdsdag med alle kommandoer, derefter ledt i datamappe, kopier, log, hjem og midlertidige filer",
        required="0 fundet",
        reached=f"{commands} kommandoer, {exported} filer lavet og ryddet, {seen} filer gennemset, {len(found)} fundet",
        control="ordet findes i klartekst i fire tegnsæt, i et filnavn og i en ukrypteret database",
    )
    assert failed == []
    assert (found, told) == ([], [])
    assert exported >= 10
    assert made
    assert any(leaks_in(ran.out.encode()) for _, ran in rest)  # on the screen it was
    assert list(Path(given.folder, "kopier").glob("*.db"))
    assert Path(given.folder, "log", "vforlob.log").parent.is_dir()


# --- what a terminal still holds ---


class Window:
    """A real terminal with a scrollback: tmux on a socket of its own."""

    def __init__(self, home: Path, folder: str) -> None:
        self.tmux = [outside("tmux"), "-L", f"vforlob-proeve-{os.getpid()}", "-f", "/dev/null"]
        env = {"VFORLOB_MAPPE": folder, "VFORLOB_NU": CLOCK, "VFORLOB_NOEGLEFIL": key_file(folder)}
        given = [part for name, value in env.items() for part in ("-e", f"{name}={value}")]
        size = ["-x", "80", "-y", "24"]
        self.of("new-session", "-d", "-s", "p", *size, *given, "-c", str(home), "sh")

    def of(self, *line: str) -> str:
        return subprocess.run([*self.tmux, *line], capture_output=True, text=True, check=True, timeout=20).stdout

    def runs(self, *line: str) -> None:
        command = shlex.join([sys.executable, "-m", "vforlob", *line])
        mark = f"SLUT{time.monotonic_ns()}"
        self.of("send-keys", "-t", "p", "-l", f"{command}; echo {mark[:4]}''{mark[4:]}")
        self.of("send-keys", "-t", "p", "Enter")
        until = time.monotonic() + 30
        while mark not in self.screen() and time.monotonic() < until:
            time.sleep(0.1)

    def screen(self) -> str:
        """With all that was scrolled away."""
        return self.of("capture-pane", "-p", "-J", "-S", "-", "-t", "p")

    def close(self) -> None:
        subprocess.run([*self.tmux, "kill-session", "-t", "p"], capture_output=True, check=False, timeout=20)


@pytest.fixture
def window(home: Path) -> Iterator[Window]:
    given, _ = a_day(home, Canaries())
    opened = Window(home, given.folder)
    yield opened
    opened.close()


@pytest.mark.terminal
@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell here")
def test_a_cleared_terminal_holds_nothing(window: Window) -> None:
    for line in (("borger", "vis", "b1"), ("samtale", "vis", "s3"), ("forløb", "vis", "f1")):
        window.runs(*line)
    before = sum(window.screen().encode().count(mark) for mark in MARKS)

    window.runs("luk")

    left = sum(window.screen().encode().count(mark) for mark in MARKS)
    reached(
        14,
        "Terminalen efter luk, med alt, hvad der er rullet væk",
        required="0 fundet",
        reached=f"{before} fundet før, {left} efter",
        control="før luk bliver de set",
    )
    assert before > 10
    assert left == 0
