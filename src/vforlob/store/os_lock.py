"""A lock of the operating system on an open file: at once or not at all, gone with the process. Knows no file."""

import os


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
