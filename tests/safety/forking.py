"""Processes that begin in a millisecond: a parent that has read the program already forks one for each thing to do.

`Forks` is the side of the test. As a script, `python forking.py FD`, it is the parent. Knows nothing of what is done.
"""

import fcntl
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import termios
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

_LONGEST = 1 << 16


class Ended(NamedTuple):
    """`code` is the exit code, or minus the number of the signal."""

    code: int
    out: bytes
    err: str


class Forked:
    """One process. What it says is read here; `go` gives it a letter to read, where it waits for one."""

    def __init__(self, forks: "Forks", pid: int, start: int, out: int, err: int) -> None:
        self.pid, self._forks, self._start, self._out, self._err, self._said = pid, forks, start, out, err, b""

    def go(self) -> None:
        os.write(self._start, b"g")

    def read_until(self, count: int, word: bytes = b"\n") -> bytes:
        """What it has said when `word` came for the `count`th time, or when it ended."""
        while self._said.count(word) < count and (found := os.read(self._out, _LONGEST)):
            self._said += found
        return self._said

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)  # not yet waited for, so nobody else has its number

    def killed(self) -> Ended:
        self.signal(signal.SIGKILL)
        return self.ended()

    def ended(self) -> Ended:
        while found := os.read(self._out, _LONGEST):
            self._said += found
        complaint = b""
        while found := os.read(self._err, _LONGEST):
            complaint += found
        for opened in (self._start, self._out, self._err):
            os.close(opened)
        return Ended(self._forks.wait(self.pid), self._said, complaint.decode(errors="replace"))


class Forks:
    """Asks the parent for processes."""

    def __init__(self, ours: socket.socket) -> None:
        self._socket = ours

    def start(self, module: str, *argv: str) -> Forked:
        """`module.main(argv)` in a process of its own."""
        return self._start(module, argv, None)

    def start_in_terminal(self, module: str, *argv: str, terminal: int) -> Forked:
        """With that terminal as its own, as in a window."""
        return self._start(module, argv, terminal)

    def run(self, module: str, *argv: str) -> Ended:
        return self.start(module, *argv).ended()

    def wait(self, pid: int) -> int:
        self._socket.send(json.dumps({"wait": pid}).encode())
        return int(json.loads(self._socket.recv(_LONGEST))["code"])

    def _start(self, module: str, argv: tuple[str, ...], terminal: int | None) -> Forked:
        start, out, err = os.pipe(), os.pipe(), os.pipe()
        asked = json.dumps({"module": module, "argv": argv, "terminal": terminal is not None})
        theirs = [start[0], out[1], err[1], *([terminal] if terminal is not None else [])]
        socket.send_fds(self._socket, [asked.encode()], theirs)
        pid = int(json.loads(self._socket.recv(_LONGEST))["pid"])
        for opened in (start[0], out[1], err[1]):
            os.close(opened)
        return Forked(self, pid, start[1], out[0], err[0])


@contextmanager
def forks(under: Sequence[str] = (), **environment: str) -> Iterator[Forks]:
    """`under` is what the parent is started with, as a tracer is."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here.parent), str(here), os.environ.get("PYTHONPATH", "")])
    env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
    command = [*under, sys.executable, __file__, str(theirs.fileno())]
    with ours, subprocess.Popen(command, pass_fds=[theirs.fileno()], env=env | {"PYTHONPATH": paths} | environment):
        theirs.close()
        try:
            yield Forks(ours)
        finally:
            ours.close()  # the parent ends when nobody is there to ask


def serve(theirs: socket.socket) -> None:
    while True:
        asked, opened, _, _ = socket.recv_fds(theirs, _LONGEST, 4)
        if not asked:
            return
        order: dict[str, Any] = json.loads(asked)
        if "wait" in order:
            code = os.waitstatus_to_exitcode(os.waitpid(order["wait"], 0)[1])
            theirs.send(json.dumps({"code": code}).encode())
            continue
        module = importlib.import_module(order["module"])  # here, once, and not in each child
        pid = os.fork()
        if pid == 0:
            theirs.close()
            _be_the_child(module, order, opened)
        for each in opened:
            os.close(each)
        theirs.send(json.dumps({"pid": pid}).encode())


def _be_the_child(module: Any, order: dict[str, Any], opened: list[int]) -> None:
    start, out, err = opened[:3]
    code = 70
    try:
        if order["terminal"]:
            _take_terminal(opened[3])
        else:
            os.dup2(start, 0)
            os.dup2(out, 1)
            os.dup2(err, 2)
        code = int(module.main(order["argv"]) or 0)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        import traceback

        os.writev(err, [traceback.format_exc().encode()])  # not the call that may be made to fail
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _take_terminal(terminal: int) -> None:
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for each in (0, 1, 2):
        os.dup2(terminal, each)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]


if __name__ == "__main__":
    os.umask(0o077)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    serve(socket.socket(fileno=int(sys.argv[1])))
