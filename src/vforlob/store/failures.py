"""Turn what SQLite says into what a person can mend. Knows the folder, never what was being written."""

import os
from typing import Any

from vforlob.store.database import NAME, problem_of

_IOERR = 10


def in_our_words(error: BaseException, folder: str) -> BaseException:
    """One of our errors, or the error itself when it is a fault of the program."""
    if code_of(error) == _IOERR:
        from vforlob.errors.store import DiskFailed  # late: only when a disk fails

        return DiskFailed()
    return problem_of(error, os.path.join(folder, NAME))


def code_of(error: BaseException) -> int:
    """SQLite's primary result code; 0 for anything that is not from SQLite."""
    code: Any = getattr(error, "sqlite_errorcode", 0)
    return int(code) & 0xFF
