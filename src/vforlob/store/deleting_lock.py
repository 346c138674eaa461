"""One window deletes, or finishes what was interrupted: a lock that goes with its process. Knows no database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from vforlob.store.files import make_private_folder
from vforlob.store.os_lock import open_lock, take

FOLDER, NAME = "tmp", "sletning.laas"


@contextmanager
def deleting(folder: str) -> Iterator[bool]:
    """False where another window is at it. The file is left, as with the samtaler."""
    make_private_folder(os.path.join(folder, FOLDER))
    opened = open_lock(os.path.join(folder, FOLDER, NAME))
    try:
        yield take(opened)
    finally:
        os.close(opened)
