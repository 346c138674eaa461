"""A terminal of 80 x 24 in which a command of the program is used, passphrase and all. Knows no command."""

import os
import sys
import time
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="there are no pseudo terminals here")
pyte = pytest.importorskip("pyte")

SENTENCE = "min nabo vander sine roser"
PATIENCE = 20
_NO_KEYRING = "keyring.backends.fail.Keyring"


class Window:
    """A terminal of 80 x 24 with one command in it."""

    def __init__(self, folder: Path, *argv: str, **more: str) -> None:
        env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
        env |= {"TERM": "xterm-256color", "VFORLOB_MAPPE": str(folder), "PYTHON_KEYRING_BACKEND": _NO_KEYRING}
        env |= more
        self._child = pexpect.spawn(
            sys.executable, ["-m", "vforlob", *argv], env=env, encoding="utf-8", dimensions=(24, 80)
        )
        self._screen = pyte.HistoryScreen(80, 24, history=500)
        self._stream = pyte.Stream(self._screen)
        self.seen = ""

    def wait_for(self, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while text not in self.flat():
            assert time.monotonic() < end, f"»{text}« did not come:\n{self.text()}"
            self.read()

    def type(self, line: str) -> None:
        self._child.send(line + "\r")

    def control(self, letter: str) -> None:
        self._child.sendcontrol(letter)

    def clear(self) -> None:
        """What stood there is not what is waited for."""
        self._screen.reset()

    def ends_with(self) -> int:
        end = time.monotonic() + PATIENCE
        while self._child.isalive() or not self._child.flag_eof:
            assert time.monotonic() < end, self.text()
            self.read()
        self._child.close()
        return int(self._child.exitstatus)

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    def flat(self) -> str:
        return " ".join(self.text().split())

    def read(self) -> None:
        try:
            came = self._child.read_nonblocking(65536, 0.1)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.seen += came
        self._stream.feed(came)

    def close(self) -> None:
        self._child.close(force=True)
