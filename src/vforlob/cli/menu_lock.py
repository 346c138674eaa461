"""When a menu lets go of the key: nobody typed for a while, or the machine slept. Knows no menu and no command."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from threading import Event  # loaded when a command begins

IDLE, SLEPT = "ingen", "dvale"
SLICE = 1.0  # seconds between two looks at the clocks
GAP = 60.0  # seconds that the clock on the wall may gain: it is set right now and then
_MINUTE = 60.0


class Clocks(NamedTuple):
    """`wall` goes on while the machine sleeps; `steady` does not, and nobody can set it."""

    wall: Callable[[], float] = time.time
    steady: Callable[[], float] = time.monotonic


REAL = Clocks()


def typed_within(seconds: float) -> bool:
    """Whether a line is there by then; also where there is no terminal, since reading tells then what there is."""
    if sys.platform == "win32":
        return _key_within(seconds)
    import select  # late: not on Windows, where a console cannot be waited for

    try:
        return bool(select.select([sys.stdin], [], [], seconds)[0])
    except (OSError, ValueError):
        return True


def drop_typed() -> None:
    """What stands half typed would be run by the shell that comes back."""
    if sys.platform == "win32" or sys.stdin is None or not sys.stdin.isatty():
        return
    from termios import TCIFLUSH, error, tcflush  # late: only when the session is locked

    with suppress(error):
        tcflush(sys.stdin, TCIFLUSH)


def _key_within(seconds: float) -> bool:
    """The console of Windows tells of a key, not of a line: from the first key on nobody is locked out."""
    if sys.platform != "win32" or sys.stdin is None or not sys.stdin.isatty():
        return True
    import msvcrt  # only there

    end = time.monotonic() + seconds
    while not msvcrt.kbhit():
        if time.monotonic() >= end:
            return False
        time.sleep(0.05)
    return True


class Watch:
    """One session. `why` is empty until it is locked, `is_told` is for whoever says so. `minutes` is looked up when
    somebody has been waited for, never before a screen.
    """

    def __init__(
        self, minutes: Callable[[], int], clocks: Clocks = REAL, ready: Callable[[float], bool] = typed_within
    ) -> None:
        self._minutes, self._clocks, self._ready = minutes, clocks, ready
        self._seen = clocks.wall(), clocks.steady()
        self.why, self.is_told = "", False

    def waits(self) -> bool:
        """True when something was typed; False when the session is locked, now or already."""
        began, limit = self._clocks.steady(), 0.0
        while not self.is_locked():
            before = self._clocks.steady()
            typed = self._ready(SLICE)
            now = self._clocks.steady()
            # Where the steady clock goes on in sleep, a second that took a minute tells the same.
            if self.is_locked() or now - before > SLICE + GAP:
                break
            if typed:
                return True
            limit = limit or self._minutes() * _MINUTE
            if now - began >= limit:
                self.why = IDLE
        self.why = self.why or SLEPT
        return False

    def is_locked(self) -> bool:
        """Looks at the clocks: whoever wakes the machine may type at once."""
        wall, steady = self._clocks.wall(), self._clocks.steady()
        gained = (wall - self._seen[0]) - (steady - self._seen[1])
        self._seen = wall, steady
        if gained > GAP and not self.why:
            self.why = SLEPT
        return bool(self.why)

    @contextmanager
    def over_a_command(self) -> Iterator[None]:
        """While a command of the session asks something of its own: a machine that slept ends that prompt as Ctrl-C
        or a closed window does, with what was typed kept.
        """
        from threading import Event, Thread  # late: the first screen needs none of it

        done = Event()
        Thread(target=self._look, args=(done,), daemon=True).start()
        try:
            yield
        finally:
            done.set()

    def _look(self, done: "Event") -> None:
        while not done.wait(SLICE):
            if self.is_locked():
                _interrupt()
                return


def _interrupt() -> None:
    """Through the same door as every other interruption."""
    import os  # late: only after a sleep
    import signal

    if sys.platform == "win32":
        return  # a prompt cannot be interrupted there from beside it; the menu locks when it comes back
    # A prompt with keys listens for this one; a plain line is left by Ctrl-C.
    is_listening = signal.getsignal(signal.SIGTERM) not in (signal.SIG_DFL, signal.SIG_IGN)
    os.kill(os.getpid(), signal.SIGTERM if is_listening else signal.SIGINT)
