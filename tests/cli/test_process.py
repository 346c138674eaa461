"""The program as a process: streams, permissions, pipes, what it says when it fails, what it loads."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import vforlob
from building import make_case
from running import key_file, old_locale_python
from vforlob.cli.clock import real_clock
from vforlob.model.borger import Borger
from vforlob.store.store import Store

Program = Callable[..., subprocess.CompletedProcess[bytes]]
HEAVY = {
    *(
        "typer",
        "rich",
        "prompt_toolkit",
        "jinja2",
        "markupsafe",
        "sqlite_utils",
        "platformdirs",
        "keyring",
        "cryptography",
    ),
    *(
        "dataclasses",
        "inspect",
        "pathlib",
        "tomllib",
        "logging",
        "subprocess",
        "tempfile",
        "importlib.metadata",
        "holidays",
    ),
    *("asyncio", "ssl", "argparse", "difflib", "zoneinfo", "uuid", "shutil", "email", "urllib"),
}


@pytest.fixture
def program(store: Store, folder: str) -> Program:
    """A real process in the folder of the fixtures, with nobody at the keyboard."""
    base = {name: value for name, value in os.environ.items() if not name.startswith(("VFORLOB_", "PYTHON"))}
    around = base | {"VFORLOB_MAPPE": folder, "VFORLOB_NOEGLEFIL": key_file(folder), "VFORLOB_NU": "2026-11-20T13:00"}

    def start(
        *line: str, env: dict[str, str] | None = None, python: str = sys.executable, **how: object
    ) -> subprocess.CompletedProcess[bytes]:
        argv = [python, "-m", "vforlob", *line]
        settings = {"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": 20} | how
        return subprocess.run(argv, env=around | (env or {}), check=False, **settings)  # type: ignore[call-overload, no-any-return]

    return start


def loaded(*line: str, folder: str) -> set[str]:
    """The modules in memory when that line has run."""
    script = "import sys; from vforlob.cli.start import run; run(sys.argv[1:]); sys.stderr.write(repr([*sys.modules]))"
    env = {**os.environ, "VFORLOB_MAPPE": folder, "VFORLOB_NOEGLEFIL": key_file(folder)}
    env.pop("VFORLOB_NU", None)
    ran = subprocess.run([sys.executable, "-c", script, *line], env=env, capture_output=True, check=True, text=True)
    return set(json.loads(ran.stderr[ran.stderr.index("[") :].replace("'", '"')))


def test_version_loads_nothing() -> None:
    script = (
        "import sys; before = {*sys.modules}; sys.argv = ['vforlob', '--version']\n"
        "from vforlob.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "sys.stderr.write(' '.join({*sys.modules} - before))"
    )

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)

    assert ran.stdout == f"vforlob {vforlob.__version__}\n"
    assert set(ran.stderr.split()) == {"vforlob", "vforlob.__main__"}


def test_a_list_loads_no_heavy_library(store: Store, folder: str) -> None:
    store.now = real_clock  # an old folder without a copy would get one
    make_case(store)

    modules = loaded("forløb", "liste", folder=folder)

    assert modules & HEAVY == set()
    assert len({name for name in modules if name.startswith("vforlob")}) <= 56
    assert len(modules) <= 140


def test_help_loads_no_parser_and_no_store(folder: str) -> None:
    for line in (("--help",), ("borger", "ny", "--hjælp"), ("borger", "-h")):
        modules = loaded(*line, folder=folder)

        assert modules & HEAVY == set()
        assert not {name for name in modules if name.startswith(("vforlob.store", "vforlob.actions", "sqlcipher3"))}


def test_a_reader_that_goes_away_is_no_error(store: Store, program: Program) -> None:
    for number in range(60):
        with store.doing("borger ny"):
            store.door(Borger).add(Borger(0, f"L-{number}", skal_til="x" * 4000))
    reading, writing = os.pipe()
    os.close(reading)

    ran = program("borger", "liste", "--json", stdout=writing, stderr=subprocess.PIPE, capture_output=False)

    os.close(writing)
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr
    assert b"Broken" not in ran.stderr


@pytest.mark.parametrize("line", [(), ("borger", "ny"), ("forløb", "vis"), ("borger", "ret"), ("forløb", "ny")])
def test_without_a_terminal_nothing_hangs(program: Program, line: tuple[str, ...]) -> None:
    ran = program(*line)

    assert ran.returncode == (2 if line else 0)
    assert not line or "vforlob" in ran.stderr.decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp850", "cp1252", "latin-1"])
def test_danish_letters_come_out_whatever_the_machine_says(program: Program, encoding: str) -> None:
    python, env = old_locale_python()

    ran = program("--help", env=env | {"PYTHONIOENCODING": encoding}, python=python)

    assert "forløb" in ran.stdout.decode("utf-8")


def test_closed_streams_do_no_harm(program: Program) -> None:
    ran = program("borger", "liste", preexec_fn=lambda: os.close(0), stdin=None)

    assert ran.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="permissions are of POSIX")
def test_what_is_written_is_for_the_owner_alone(program: Program, folder: str) -> None:
    os.umask(0)
    try:
        program(
            "borger", "ny", "--svar", "/dev/stdin", stdin=None, input=b'alias="x-1"\nmalgruppe="x"\nparathed="klar"'
        )
    finally:
        os.umask(0o022)

    assert {oct(path.stat().st_mode & 0o077) for path in Path(folder).rglob("*")} == {"0o0"}


FAILING = """
import sys
from vforlob.cli import table, words
from vforlob.cli.commands import lister
def borgere(*, alle=False, json=False):
    secret = "Mette Hansen 010203-1234"
    raise ValueError(secret)
lister.borgere = borgere
from vforlob.cli.start import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("debug", [(), ("--fejlsøg",), ("--FEJLSOEG",)])
def test_the_unexpected_is_a_sentence_and_a_line_in_the_log_without_a_word_of_what_was_said(
    store: Store, folder: str, debug: tuple[str, ...]
) -> None:
    env = {**os.environ, "VFORLOB_MAPPE": folder, "VFORLOB_NOEGLEFIL": key_file(folder)}

    ran = subprocess.run([sys.executable, "-c", FAILING, "borgere", *debug], env=env, capture_output=True, text=True)

    log = Path(folder, "log", "vforlob.log")
    assert ran.returncode == 1
    assert "ikke er forberedt på" in ran.stderr
    assert "ValueError" in log.read_text()
    assert log.stat().st_mode & 0o077 == 0
    for seen in (ran.stderr, ran.stdout, log.read_text()):
        assert "Mette" not in seen
        assert "010203" not in seen
        assert "Traceback" not in seen
    assert ("cli/start.py:" in ran.stderr) == bool(debug)


@pytest.mark.parametrize("number", [signal.SIGINT])
def test_ctrl_c_is_130_with_a_sentence(folder: str, store: Store, number: signal.Signals) -> None:
    waiting = "import time\nfrom vforlob.cli.commands import lister\nlister.borgere = lambda **_: time.sleep(9)\n"
    run_it = "import sys\nprint('x', flush=True)\nfrom vforlob.cli.start import run\nsys.exit(run(['borgere']))"
    process = subprocess.Popen([sys.executable, "-c", waiting + run_it], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.read(1)
    time.sleep(0.5)

    process.send_signal(number)
    _, err = process.communicate(timeout=10)

    assert process.returncode == 130
    assert err.decode().startswith("Afbrudt.")
    assert "Traceback" not in err.decode()
