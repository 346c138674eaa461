"""A lock of the operating system on an open file: at once or not at all, gone with the process. Knows no file."""

import os

from vforlob.store.files import PRIVATE_FILE, disk_problem

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


def open_lock(path: str) -> int:
    """The file to lock, made where it is not there; never one that a link leads to. Its folder is there."""
    try:
        return os.open(path, _FLAGS, PRIVATE_FILE)
    except OSError as error:
        raise disk_problem(error) from error


def take(opened: int) -> bool:
    """Given back when the file is closed."""
    try:
        if os.name == "nt":
            import msvcrt  # not there elsewhere

            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl  # not there on Windows

            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
