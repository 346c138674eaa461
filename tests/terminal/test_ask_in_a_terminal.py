"""The prompts in a real pseudo terminal: what is seen, what is kept when the window or the process dies."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pyte = pytest.importorskip("pyte", reason="pyte mangler")

pytestmark = pytest.mark.terminal
PROGRAM = Path(__file__).with_name("ask_program.py")


class Window:
    def __init__(self, draft: Path, *argv: str, rows: int = 24, columns: int = 80) -> None:
        env = {**os.environ, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
        command = [str(PROGRAM), str(draft), *argv]
        self.child = pexpect.spawn(sys.executable, command, dimensions=(rows, columns), env=env, timeout=15)
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)

    def see(self, text: str) -> str:
        """Wait until `text` stands on the screen; the whole screen."""
        end = time.monotonic() + 15
        while time.monotonic() < end:
            self._read()
            if text in (shown := "\n".join(line.rstrip() for line in self.screen.display)):
                return shown
        raise AssertionError(f"{text!r} is not seen on\n{shown}")

    def _read(self) -> None:
        try:
            self.stream.feed(self.child.read_nonblocking(65536, 0.05))
        except (pexpect.TIMEOUT, pexpect.EOF):
            time.sleep(0.02)

    def type(self, keys: str) -> None:
        self.child.send(keys)


@pytest.fixture
def draft(tmp_path):
    return tmp_path / "kladde.txt"


@pytest.mark.parametrize("size", [(24, 80), (12, 40)])
def test_questions_are_answered_one_by_one(draft, size):
    window = Window(draft, rows=size[0], columns=size[1])
    window.see("Enter begynder")

    window.type("\r")
    first = window.see("Er der et CV")
    window.type("ja\r")
    window.see("Gemt.")
    window.type("32/11\r")
    refused = window.see("er ikke en dato")
    window.type("\x15fredag")
    echoed = window.see("den 27. november 2026 (uge 48)")
    window.type("\r")
    window.see("Hvad siger borgeren")
    window.type("\x1b[200~Æblegrød\n\t[x] »ø« 😀\x1b[201~\r")
    end = window.see("SLUT")

    assert "hemmeligt" not in first
    assert "32/11" in refused
    assert "fredag" in echoed
    assert "2026-11-27" in end
    assert "\\n\\t[x] \\xbb\\xf8\\xab \\U0001f600" in end.replace("\n", "")


@pytest.mark.parametrize("argv", [(), ("--enkel",)])
def test_what_is_typed_ahead_goes_to_its_own_question(draft, argv):
    window = Window(draft, *argv)
    window.see("Enter begynder")

    window.type("\rnej\rfredag\rdet går\r" + ("\r" if argv else ""))

    assert "value='nej'" in window.see("SLUT").replace("\n", "")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_half_typed_text_survives_a_closed_window_and_a_killed_process(draft, number):
    window = Window(draft)
    window.see("Enter begynder")
    window.type("\rja\rfredag\r")
    window.see("Hvad siger borgeren")

    window.type("halvt skrevet æøå")
    window.see("halvt skrevet")
    if number == signal.SIGKILL:
        time.sleep(1)  # what may be lost is the last second
    window.child.kill(number)
    window.child.expect(pexpect.EOF)
    window.child.wait()

    assert draft.read_text(encoding="utf-8") == "halvt skrevet æøå"


def test_the_terminal_is_itself_again_afterwards(draft):
    window = Window(draft)
    window.see("Enter begynder")
    window.type("\r")
    window.see("Er der et CV")

    window.type("\x03\x03\x03")
    window.see("SLUT")

    assert "Pause(interrupted=True)" in window.see("SLUT").replace("\n", "")
