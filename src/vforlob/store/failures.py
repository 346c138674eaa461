"""Turn what SQLite says into what a person can mend. Knows the folder, never what was being written."""

import os
from typing import Any

from vforlob.store.database import NAME, problem_of

_ERROR, _IOERR = 1, 10
_OTHERS = {"haendelse", "kladde", "agenda_udgave", "agenda_fil", "forlob_linje", "til_journal"}


def in_our_words(error: BaseException, folder: str) -> BaseException:
    """One of our errors, or the error itself when it is a fault of the program."""
    if code_of(error) == _IOERR:
        from vforlob.errors.store import DiskFailed  # late: only when a disk fails

        return DiskFailed()
    path = os.path.join(folder, NAME)
    if code_of(error) == _ERROR and _is_without_a_table(error):
        from vforlob.errors.place import DatabaseDamaged  # late: only for a database that somebody has cut in

        return DatabaseDamaged(path)
    return problem_of(error, path)


def _is_without_a_table(error: BaseException) -> bool:
    """One of ours is gone; any other that is asked for is a fault of the program."""
    from vforlob.store.rebuild import PROJECTIONS  # late: likewise

    said, _, name = str(error).partition(": ")
    ours = {projection.name for projection in PROJECTIONS} | _OTHERS
    return said == "no such table" and name.removeprefix("main.") in ours


def code_of(error: BaseException) -> int:
    """SQLite's primary result code; 0 for anything that is not from SQLite."""
    code: Any = getattr(error, "sqlite_errorcode", 0)
    return int(code) & 0xFF
