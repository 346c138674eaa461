"""One window a samtale: a lock of the operating system, gone with the process that holds it. Knows no database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from time import localtime, strftime

from vforlob.errors.records import SamtaleOpenElsewhere
from vforlob.store.files import make_private_folder
from vforlob.store.os_lock import open_lock, take

FOLDER, ENDING = "tmp", ".laas"


@contextmanager
def hold(folder: str, samtale: int) -> Iterator[None]:
    """Raises SamtaleOpenElsewhere at once, with the time the other window began. The file is left when we are done:
    were it removed, a third window could lock a new file while the second waits at the old one.
    """
    path = os.path.join(folder, FOLDER, f"samtale-{samtale}{ENDING}")
    make_private_folder(os.path.dirname(path))
    opened = open_lock(path)
    try:
        if not take(opened):
            raise SamtaleOpenElsewhere(samtale, _since(opened))
        os.utime(path)  # when the window began, without a clock of ours
        yield
    finally:
        os.close(opened)  # gives the lock back


def _since(opened: int) -> str:
    return strftime("%H:%M", localtime(os.fstat(opened).st_mtime))
