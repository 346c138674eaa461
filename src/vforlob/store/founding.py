"""A new data folder, whole or not at all. Knows which files are in one, and nothing of what stands in them."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from vforlob.errors.place import AlreadySetUp, OpenToOthers, SetUpElsewhere
from vforlob.store.database import NAME as DATABASE
from vforlob.store.envelope import NAME as ENVELOPE
from vforlob.store.files import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    check_private_folder,
    disk_problem,
    is_there,
    make_private_folder,
    remove,
    sync_folder,
)
from vforlob.store.keyfile import DEMO_NAME
from vforlob.store.location import refuse_unfit
from vforlob.store.os_lock import take

STAGE = ".opsaet"
_LOCK = ".opsaet.laas"
SUBFOLDERS = ("agendas", "skabeloner", "regler", "eksport", "kopier", "tmp", "log")
# The database last: the folder is set up when it stands there, and not before.
_MOVED = ("hoved.json", DEMO_NAME, ENVELOPE, DATABASE)


def refuse_taken(folder: str) -> None:
    """Raise when the folder cannot become a data folder. Nothing is made or changed."""
    refuse_unfit(folder)
    try:
        check_private_folder(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise disk_problem(error) from error
    except OpenToOthers:
        if os.listdir(folder):  # never close a folder that is in use for something else
            raise
    if is_there(os.path.join(folder, DATABASE)) or (not _is_unfinished(folder) and _has_ours(folder)):
        raise AlreadySetUp(folder)


@contextmanager
def founded(folder: str) -> Iterator[str]:
    """A private folder to build in. Left without an error, its files are moved to their places; else nothing stays."""
    refuse_taken(folder)
    is_new = not is_there(folder)
    try:
        make_private_folder(folder)
        os.chmod(folder, PRIVATE_FOLDER)
        with _alone(folder):
            yield from _built(folder)
    except OSError as error:
        raise disk_problem(error) from error
    finally:
        if is_new:
            _remove_empty(folder)


def _built(folder: str) -> Iterator[str]:
    refuse_taken(folder)  # another window may have come first
    _clear_unfinished(folder)
    stage = os.path.join(folder, STAGE)
    os.mkdir(stage, PRIVATE_FOLDER)
    try:
        yield stage
        _move_in(stage, folder)
    finally:
        _clear_unfinished(folder)


@contextmanager
def _alone(folder: str) -> Iterator[None]:
    path = os.path.join(folder, _LOCK)
    opened = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), PRIVATE_FILE)
    is_ours = take(opened)
    try:
        if not is_ours:
            raise SetUpElsewhere
        yield
    finally:
        os.close(opened)
        if is_ours:
            remove(path)


def _move_in(stage: str, folder: str) -> None:
    names = [name for name in _MOVED if is_there(os.path.join(stage, name))]
    if DATABASE not in names or any(is_there(os.path.join(folder, name)) for name in names):
        raise AlreadySetUp(folder)
    for name in SUBFOLDERS:
        make_private_folder(os.path.join(folder, name))
    for name in names:
        os.rename(os.path.join(stage, name), os.path.join(folder, name))
        sync_folder(folder)


def _is_unfinished(folder: str) -> bool:
    return is_there(os.path.join(folder, STAGE))


def _has_ours(folder: str) -> bool:
    copies = os.path.join(folder, "kopier")
    return any(is_there(os.path.join(folder, name)) for name in _MOVED if name != DEMO_NAME) or (
        os.path.isdir(copies) and bool(os.listdir(copies))
    )


def _clear_unfinished(folder: str) -> None:
    """What a set-up that never came to its end left. When the stage was made, none of our files stood here."""
    if not _is_unfinished(folder):
        return
    if not is_there(os.path.join(folder, DATABASE)):
        for name in _MOVED:
            remove(os.path.join(folder, name))
    shutil.rmtree(os.path.join(folder, STAGE))


def _remove_empty(folder: str) -> None:
    """The folders we made and nobody has put anything in. After a set-up that succeeded that is none of them."""
    if is_there(os.path.join(folder, DATABASE)):
        return
    for name in (*(os.path.join(folder, name) for name in SUBFOLDERS), folder):
        with suppress(OSError):
            os.rmdir(name)
