"""The program in a real pseudo terminal, with what stands on its screen. Knows no samtale."""

import os
import re
import sys
import time
from pathlib import Path

import pexpect
import pyte

CLOCK = "2026-11-20T13:00"
PATIENCE = 30


class Window:
    """One window of the consultant's, `rows` by `columns`, on the folder with the key of the fixtures."""

    def __init__(self, folder: str, *argv: str, rows: int = 24, columns: int = 80, key: str = "") -> None:
        env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
        env |= {"TERM": "xterm-256color", "PYTHONUTF8": "1", "VFORLOB_MAPPE": folder, "VFORLOB_NU": CLOCK}
        env["VFORLOB_NOEGLEFIL"] = key or key_file(folder)
        self.child = pexpect.spawn(
            sys.executable, ["-m", "vforlob", *argv], dimensions=(rows, columns), env=env, timeout=PATIENCE
        )
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.everything = ""

    def see(self, *texts: str) -> str:
        """Wait until all of them stand on the screen; the whole screen, without its line breaks and its gaps."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._read()
            shown = self.shown()
            if all(text in shown for text in texts):
                return shown
        raise AssertionError(f"{texts} not on\n" + "\n".join(self.screen.display))

    def shown(self) -> str:
        return re.sub(r"\s+", " ", " ".join(line.strip() for line in self.screen.display))

    def type(self, keys: str) -> None:
        self.child.send(keys)

    def answer(self, *turns: tuple[str, str]) -> None:
        """What to see, what to type, again and again. Each question stands on the screen before it is answered."""
        for text, keys in turns:
            self.see(text)
            self.type(keys)

    def ended(self) -> int:
        """The exit code, when it is over."""
        while self.child.isalive():
            self._read()
        self._read()
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)

    def _read(self) -> None:
        try:
            found = self.child.read_nonblocking(65536, 0.05)
        except (pexpect.TIMEOUT, pexpect.EOF):
            time.sleep(0.02)
            return
        self.everything += found.decode(errors="replace")
        self.stream.feed(found)


def key_file(folder: str) -> str:
    path = Path(folder).parent / "raanoegle.txt"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(bytes(range(32)).hex())
    return str(path)
