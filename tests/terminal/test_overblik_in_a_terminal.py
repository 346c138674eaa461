"""The overview in a real terminal: a letter opens a number, one comes back, and nothing scrolls away."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from running import run

pexpect = pytest.importorskip("pexpect", reason="there are no pseudo terminals here")

pytestmark = [pytest.mark.terminal, pytest.mark.safety]
PATIENCE = 30


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("overblik") / "demo"
    assert run("demo", "--kun-data", folder=folder).code == 0
    return folder


@pytest.fixture
def window(demo: Path) -> Iterator[pexpect.spawn]:
    child = opened(demo)
    yield child
    child.close(force=True)


def opened(folder: Path, *argv: str, **over: str) -> pexpect.spawn:
    env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_") and name != "NO_COLOR"}
    env |= {"TERM": "xterm-256color", "VFORLOB_MAPPE": str(folder)} | over
    line = ["-m", "vforlob", "overblik", *argv]
    return pexpect.spawn(sys.executable, line, env=env, encoding="utf-8", dimensions=(24, 80), timeout=PATIENCE)


def screen(window: pexpect.spawn) -> str:
    """What stands there when it waits for a letter."""
    window.expect("q luk\r\n > ")
    return str(window.before)


def letter_of(shown: str, text: str) -> str:
    found = re.search(rf" (\w) {text}", shown)
    assert found, shown
    return found[1]


def test_a_letter_opens_a_number_and_enter_brings_the_overview_back(window: pexpect.spawn) -> None:
    first = screen(window)

    window.send(f"{letter_of(first, 'Tæt opfølgning')}\r")
    listed = screen(window)
    window.send("\r")
    again = screen(window)
    window.send("q\r")
    window.expect(pexpect.EOF)
    window.close()

    assert "Kun til dig · Tæt opfølgning · 1" in listed
    assert "vforlob tæt f" in listed
    assert "Kun til dig · Overblik" in again
    assert window.exitstatus == 0


def test_a_letter_on_the_list_runs_its_command(window: pexpect.spawn) -> None:
    window.send(f"{letter_of(screen(window), 'Efterværn')}\r")
    assert "vforlob efterværn f" in screen(window)

    window.send("a\r")

    window.expect("Kun til dig · Efterværn")


def test_the_meanings_come_page_by_page(window: pexpect.spawn) -> None:
    screen(window)

    window.send("?\r")
    page = screen(window)
    window.send("\r")
    following = screen(window)

    assert "Hvad tallene betyder" in page
    assert "Enter viser mere" in page
    assert len(page.splitlines()) <= 24
    assert page != following


def test_a_letter_that_is_none_is_said_and_the_screen_stays(window: pexpect.spawn) -> None:
    screen(window)

    window.send("æ\r")

    assert "Skriv et af bogstaverne" in screen(window)


@pytest.mark.parametrize(
    ("argv", "over", "has_colour"),
    [((), {}, True), ((), {"NO_COLOR": "1"}, False), (("--enkel",), {}, False), ((), {"TERM": "dumb"}, False)],
)
def test_colours_only_where_they_are_wanted(
    demo: Path, argv: tuple[str, ...], over: dict[str, str], has_colour: bool
) -> None:
    window = opened(demo, *argv, **over)

    shown = screen(window)
    window.close(force=True)

    assert ("\x1b[31m" in shown, "\x1b[2m" in shown) == (has_colour, has_colour)


def test_ctrl_c_ends_it_with_nothing_lost(window: pexpect.spawn) -> None:
    screen(window)

    window.sendintr()
    window.expect(pexpect.EOF)
    window.close()

    assert window.exitstatus == 130
