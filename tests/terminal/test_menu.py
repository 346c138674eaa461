"""The first screen and the demo in a real terminal: a letter leads somewhere, and one comes back."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from running import run

pexpect = pytest.importorskip("pexpect", reason="there are no pseudo terminals here")

pytestmark = pytest.mark.terminal
PATIENCE = 30


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    folder = tmp_path / "demo"
    assert run("demo", "--kun-data", folder=folder).code == 0
    return folder


@pytest.fixture
def window(demo: Path) -> Iterator[pexpect.spawn]:
    child = opened(demo)
    yield child
    child.close(force=True)


def opened(folder: Path, *argv: str, size: tuple[int, int] = (24, 80)) -> pexpect.spawn:
    env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
    env |= {"TERM": "xterm-256color", "VFORLOB_MAPPE": str(folder)}
    line = ["-m", "vforlob", *argv]
    return pexpect.spawn(sys.executable, line, env=env, encoding="utf-8", dimensions=size, timeout=PATIENCE)


def test_a_letter_runs_its_line_and_the_list_comes_back(window: pexpect.spawn) -> None:
    window.expect("q luk")

    window.send("b\r")
    window.expect("Kun til dig · Opfølgning f8")
    window.expect("Enter begynder")
    window.send("q\r")
    window.expect("q luk")
    window.send("q\r")
    window.expect(pexpect.EOF)
    window.close()

    assert window.exitstatus == 0


@pytest.mark.parametrize(("key", "code"), [("c", 130), ("d", 0)])
def test_the_menu_is_left_with_ctrl_c_and_ctrl_d(window: pexpect.spawn, key: str, code: int) -> None:
    window.expect("q luk")

    window.sendcontrol(key)
    window.expect(pexpect.EOF)
    window.close()

    assert window.exitstatus == code


def test_a_letter_alone_does_nothing_without_enter(window: pexpect.spawn) -> None:
    window.expect("q luk")

    window.send("q")
    came = window.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=1)

    assert came == 1


def test_a_command_that_cannot_be_carried_out_leads_back_to_the_list(demo: Path) -> None:
    window = opened(demo)
    window.expect("q luk")
    (demo / "agendas" / "opfolgning.toml").write_text("id = 1\n", encoding="utf-8")

    window.send("b\r")
    window.expect("opfolgning.toml")
    window.expect("q luk")
    window.close(force=True)


def test_the_demo_goes_straight_on_to_an_opfolgning(tmp_path: Path) -> None:
    window = opened(tmp_path / "ny demo", "demo", size=(12, 40))

    window.expect("Bygger")
    window.expect("Enter begynder")
    window.send("q\r")
    window.expect(pexpect.EOF)
    window.close()

    assert window.exitstatus == 0
