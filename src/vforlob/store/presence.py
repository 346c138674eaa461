"""Who has a data folder open: many who work in it, or the one who puts another database in its place.

A window that opened the old file must never come to write its WAL beside the new one: SQLite finds the WAL by name, and
would play it into a database it does not belong to. So whoever opens says so first. Knows no file in the folder.
"""

import os
from time import monotonic, sleep

_WAIT_SECONDS = 5.0
_NAP = 0.05


class Presence:
    """Let go of with leave(), or with the process."""

    __slots__ = ("_opened",)

    def __init__(self, opened: int) -> None:
        self._opened = opened

    def leave(self) -> None:
        opened, self._opened = self._opened, -1
        if opened >= 0:
            os.close(opened)

    def __del__(self) -> None:
        self.leave()


def enter(folder: str) -> Presence:
    """Along with others who work here. Waits while a database is being put in place; raises DatabaseLocked."""
    until = 0.0
    while (opened := _locked(folder, alone=False)) is None:
        until = until or monotonic() + _WAIT_SECONDS
        if monotonic() > until:
            from vforlob.errors.place import DatabaseLocked  # late: this is every start

            raise DatabaseLocked
        sleep(_NAP)
    return Presence(opened)


def enter_alone(folder: str) -> Presence:
    """Only when nobody else has the folder open. Raises RestoringWhileOpen."""
    opened = _locked(folder, alone=True)
    if opened is None:
        from vforlob.errors.kopi import RestoringWhileOpen  # late: as above

        raise RestoringWhileOpen
    return Presence(opened)


def _locked(folder: str, *, alone: bool) -> int | None:
    """None when it is taken, -1 where there is nothing to lock: on Windows an open file cannot be replaced anyhow."""
    if os.name != "posix":
        return -1
    import fcntl  # not there on Windows

    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return -1  # opening the database says what is wrong with the folder
    try:
        fcntl.flock(opened, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(opened)
        return None
    except OSError:
        os.close(opened)
        return -1  # a file system without such locks; SQLite's own still stand between two windows
    return opened
