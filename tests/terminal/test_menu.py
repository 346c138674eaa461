"""The first screen and the demo in a real terminal: a letter leads somewhere, and one comes back."""

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


def shown_entry(window: pexpect.spawn) -> tuple[str, str]:
    """The letter and the number of the one whose opfølgning is today, when the list has been painted."""
    window.expect("q luk")
    found = re.search(r" (\w)  (f\d+) +Æ-7 ", window.before)
    assert found, window.before
    return found[1], found[2]


def test_a_letter_runs_its_line_and_the_list_comes_back(window: pexpect.spawn) -> None:
    letter, number = shown_entry(window)

    window.send(f"{letter}\r")
    window.expect(f"Kun til dig · Opfølgning {number}")
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


@pytest.mark.safety
def test_a_command_that_cannot_be_carried_out_leads_back_to_the_list(demo: Path) -> None:
    window = opened(demo)
    letter, _ = shown_entry(window)
    (demo / "agendas" / "opfolgning.toml").write_text("id = 1\n", encoding="utf-8")

    window.send(f"{letter}\r")
    window.expect("opfolgning.toml")
    window.expect("q luk")
    window.close(force=True)


def test_a_small_screen_holds_the_list_and_its_menu_and_the_rest_is_a_key_away(window: pexpect.spawn) -> None:
    window.expect("> ")
    first = window.before
    window.send("i\r")
    window.expect("i forfra")
    rest = window.before
    window.send("i\r")
    window.expect("i resten")

    assert len(first.splitlines()) <= 24
    assert first.lstrip().startswith("Kun til dig")
    assert "Se dem: i" in first
    assert not {*re.findall(r" \w  ([bf]\d+) ", first)} & {*re.findall(r" \w  ([bf]\d+) ", rest)}


@pytest.mark.safety
def test_a_large_screen_needs_no_second_page(demo: Path) -> None:
    window = opened(demo, size=(60, 120))

    window.expect("> ")
    shown = window.before
    window.close(force=True)

    assert len(shown.splitlines()) <= 60
    assert "i resten" not in shown
    assert "Også:" in shown


def test_a_line_is_put_off_with_a_reason_and_says_until_when(window: pexpect.spawn) -> None:
    letter, number = shown_entry(window)

    window.send(f"u {letter}\r")
    window.expect(f"Udsæt {number}")
    window.expect("Udsæt til")
    window.send("om 3 dage\r")
    window.expect("Hvorfor kan det vente")
    window.send("ferie\r")
    window.expect(f"{number} er udsat til")
    window.expect("Enter viser listen igen")
    window.send("\r")
    window.expect(rf"Udsat: {number} til \S+ \(ferie\)")
    window.expect("q luk")

    assert not re.search(rf" \w  {number} ", window.before)


@pytest.mark.safety
def test_a_plain_screen_has_the_same_menu(demo: Path) -> None:
    window = opened(demo, "--enkel")

    window.expect(r" \w  f\d+ Æ-7 hos Ørbæk & Søn, æsker og papkasser")
    window.expect("q luk")
    window.send("q\r")
    window.expect(pexpect.EOF)
    window.close()

    assert window.exitstatus == 0


@pytest.mark.safety
def test_the_demo_goes_straight_on_to_an_opfolgning(tmp_path: Path) -> None:
    window = opened(tmp_path / "ny demo", "demo", size=(12, 40))

    window.expect("Bygger")
    window.expect("Enter begynder")
    window.send("q\r")
    window.expect(pexpect.EOF)
    window.close()

    assert window.exitstatus == 0
