"""`vforlob eksporter ryd` and `kalender` in a real terminal: nothing goes without a ja, and Enter is not one."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from building import finish, make_case, make_samtale
from running import CLOCK, key_file, run
from vforlob.store.store import Store

pexpect = pytest.importorskip("pexpect", reason="there are no pseudo terminals here")

pytestmark = [pytest.mark.terminal, pytest.mark.safety]
PATIENCE = 30
ENTER, CTRL_C, CTRL_D = "\r", "\x03", "\x04"

Window = Callable[..., "pexpect.spawn"]


@pytest.fixture
def window(store: Store, folder: str) -> Iterator[Window]:
    for _ in range(2):
        finish(store, make_samtale(store, make_case(store)))
    store.close()
    opened = []

    def open_window(*argv: str) -> "pexpect.spawn":
        env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
        env |= {"TERM": "xterm-256color", "VFORLOB_MAPPE": folder, "VFORLOB_NU": CLOCK}
        env |= {"VFORLOB_NOEGLEFIL": key_file(folder)}
        child = pexpect.spawn(
            sys.executable, ["-m", "vforlob", *argv], env=env, encoding="utf-8", dimensions=(24, 80), timeout=PATIENCE
        )
        opened.append(child)
        return child

    yield open_window
    for child in opened:
        child.close(force=True)


def make(folder: str) -> Path:
    ran = run("kalender", "f1", folder=folder)
    assert ran.code == 0, ran.err
    return Path(ran.err.splitlines()[-1])


def ended(child: "pexpect.spawn") -> tuple[int, str]:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before


@pytest.mark.parametrize(
    ("keys", "code", "is_left"),
    [
        ("j" + ENTER, 0, False),
        ("ja" + ENTER, 0, False),
        ("n" + ENTER, 0, True),
        (ENTER, 0, True),
        (CTRL_C, 130, True),
        (CTRL_D, 130, True),
        (":p" + ENTER, 0, True),
    ],
    ids=["j", "ja", "nej", "enter", "ctrl-c", "ctrl-d", "pause"],
)
def test_it_shows_what_goes_and_asks(window: Window, folder: str, keys: str, code: int, is_left: bool) -> None:
    paths = [make(folder), make(folder)]
    child = window("eksporter", "ryd", "--enkel")

    child.expect("Slet de 2 filer")
    assert all(path.name in child.before for path in paths)
    assert all(path.exists() for path in paths)
    child.send(keys)

    ran, said = ended(child)
    assert ran == code
    assert [path.exists() for path in paths] == [is_left, is_left]
    assert "Traceback" not in said


def test_a_changed_one_is_asked_about_by_itself(window: Window, folder: str) -> None:
    whole, changed = make(folder), make(folder)
    changed.write_text("rettet")
    child = window("eksporter", "ryd")

    child.expect("Slet filen")
    child.send("j")
    child.send(ENTER)
    child.expect("Slet den alligevel")
    assert (whole.exists(), changed.exists()) == (False, True)
    child.send("j")
    child.send(ENTER)

    assert ended(child)[0] == 0
    assert not changed.exists()


def test_the_calendar_offers_one_of_them_or_all(window: Window, folder: str) -> None:
    child = window("kalender", "--enkel")

    child.expect("alle  2 aftaler")
    child.send("c" + ENTER)

    ran, said = ended(child)
    assert (ran, said.count(".ics")) == (0, 2)
    assert len(os.listdir(os.path.join(folder, "eksport"))) == 2
