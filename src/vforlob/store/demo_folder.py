"""The folder of a demo: whether there is one, whole or half, and how it is emptied. Touches no folder but a demo's."""

import os
import shutil

from vforlob.errors.base import VforlobError
from vforlob.errors.demo import NotADemoFolder
from vforlob.store.database import NAME as DATABASE
from vforlob.store.envelope import DEMO
from vforlob.store.envelope import NAME as ENVELOPE
from vforlob.store.files import is_there, remove
from vforlob.store.key import kind_of_key
from vforlob.store.keyfile import DEMO_NAME

# What the program itself makes; own agendas, templates, rules and documents stay where they are.
_FILES = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "hoved.json", ENVELOPE, DEMO_NAME)
_FOLDERS = ("kopier", "tmp", "log")


def is_free(folder: str) -> bool:
    """Nothing of a data folder stands here. Raises NotADemoFolder when something that is no demo does."""
    if not os.path.isdir(folder):
        return not is_there(folder)
    if is_there(os.path.join(folder, ENVELOPE)):
        _refuse_other(folder)
        return False
    if any(is_there(os.path.join(folder, name)) for name in _FILES):
        raise NotADemoFolder(folder)
    return True


def empty_demo(folder: str) -> None:
    """Take away what a demo was built of, the key last: without it the rest would be somebody's locked data."""
    _refuse_other(folder)
    for name in _FOLDERS:
        shutil.rmtree(os.path.join(folder, name), ignore_errors=True)
    for name in (*_FILES[:4], DEMO_NAME, ENVELOPE):
        remove(os.path.join(folder, name))


def _refuse_other(folder: str) -> None:
    try:
        kind = kind_of_key(folder)
    except VforlobError:
        raise NotADemoFolder(folder) from None
    if kind != DEMO:
        raise NotADemoFolder(folder)
