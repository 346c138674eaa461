"""Run a program on a real pseudo terminal and time what it draws. Standard library only; POSIX only.

The clock is read just before the program is started. Questions that a real terminal answers are answered.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple, Self

ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()*+][0-9A-B]|\x1b[=>78cDEHM]|[\r\x00\x07]"
)
ANSWERS = ((b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62;c"), (b"\x1b[0c", b"\x1b[?62;c"))


class NotDrawn(Exception):
    """What was waited for did not come; the message is the end of what did."""


class Usage(NamedTuple):
    cpu_ms: float
    peak_mib: float


class Terminal:
    """One program on its own terminal. `with Terminal(...) as t` kills it at the end."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (80, 24)) -> None:
        self._drawn, self._mark = b"", 0
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        name = os.ttyname(slave)
        actions = [
            (os.POSIX_SPAWN_CLOSE, self.master),
            (os.POSIX_SPAWN_CLOSE, slave),
            (os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ]
        around = {"TERM": "xterm-256color"} | dict(env)
        self.started = time.perf_counter()
        self.pid = os.posix_spawn(argv[0], argv, around, file_actions=actions, setsid=True)
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.master)

    def text(self) -> str:
        return ESCAPES.sub(b"", self._drawn[self._mark :]).decode("utf-8", "replace")

    def until(self, pattern: str, timeout: float = 20) -> float:
        """The moment the text drawn since the last keys matches."""
        wanted, deadline = re.compile(pattern), time.perf_counter() + timeout
        while not wanted.search(self.text()):
            self._read(deadline, pattern)
        return time.perf_counter()

    def until_reading(self, timeout: float = 20) -> float:
        """The moment the program waits for keys: its main thread is asleep in read, select or poll on the terminal."""
        deadline = time.perf_counter() + timeout
        while not self._is_reading():
            if time.perf_counter() > deadline:
                raise NotDrawn(self.text()[-300:])
            if select.select([self.master], [], [], 0.0002)[0]:
                self._take()
        return time.perf_counter()

    def send(self, keys: str) -> float:
        """Forget what was drawn, then press the keys; the moment they were pressed."""
        while select.select([self.master], [], [], 0)[0]:
            self._take()
        self._mark = len(self._drawn)
        pressed = time.perf_counter()
        os.write(self.master, keys.encode())
        return pressed

    def usage(self) -> Usage:
        cpu = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{task}/schedstat") as file:
                cpu += int(file.read().split()[0])
        with open(f"/proc/{self.pid}/status") as file:
            peak = re.search(r"VmHWM:\s+(\d+)", file.read())
        return Usage(cpu / 1e6, int(peak[1]) / 1024 if peak else 0.0)

    def _is_reading(self) -> bool:
        try:
            with open(f"/proc/{self.pid}/syscall") as file:
                words = file.read().split()
        except OSError:
            return False
        # read of the terminal (0, or opened anew for a secret), or one of the calls that wait for several things:
        # poll select epoll_wait pselect6 ppoll epoll_pwait
        return words[:1] in (["0"], ["7"], ["23"], ["232"], ["270"], ["271"], ["281"])

    def _read(self, deadline: float, pattern: str) -> None:
        left = deadline - time.perf_counter()
        if left <= 0 or not select.select([self.master], [], [], left)[0] or not self._take():
            raise NotDrawn(f"{pattern!r} did not come; the end of what did: {self.text()[-300:]!r}")

    def _take(self) -> bool:
        try:
            got = os.read(self.master, 65536)
        except OSError:
            return False
        self._drawn += got
        for question, answer in ANSWERS:
            for _ in range(got.count(question)):
                os.write(self.master, answer)
        return bool(got)
