"""A folder of our own for what is half made: held while its process lives, known as abandoned when it is gone.

It stands in the data folder's tmp/, and everything a library wants to lay aside goes there. Knows no document.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from vforlob.errors.place import SymlinkRefused
from vforlob.store.files import PRIVATE_FILE, PRIVATE_FOLDER, disk_problem, make_private_folder, remove
from vforlob.store.os_lock import take

FOLDER, PREFIX, ENDING = "tmp", "arbejde-", ".laas"
_LOCK_FLAGS = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_VARIABLES = ("TMPDIR", "TEMP", "TMP")


@contextmanager
def workroom(folder: str) -> Iterator[str]:
    """An empty private folder, removed with what is in it. Raises DiskFull, DiskReadOnly and SymlinkRefused."""
    try:
        room, opened = _made(folder)
    except OSError as error:
        raise disk_problem(error) from error
    try:
        yield room
    finally:
        _clear(room, opened)


@contextmanager
def own_temp(folder: str) -> Iterator[None]:
    """Inside, temporary files of libraries lie in a workroom, and not where all of the machine's lie."""
    with workroom(folder) as room:
        before = {name: os.environ.get(name) for name in _VARIABLES}
        kept = _module_folder(room)
        os.environ.update(dict.fromkeys(_VARIABLES, room))
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
            _module_folder(kept)


@contextmanager
def abandoned(folder: str) -> Iterator[tuple[str, ...]]:
    """The rooms whose process is gone. Left without an error, they are removed."""
    held: list[tuple[str, int]] = []
    try:
        held += _without_process(os.path.join(folder, FOLDER))
        yield tuple(room for room, _ in held)
    except BaseException:
        for _, opened in held:
            os.close(opened)
        raise
    for room, opened in held:
        _clear(room, opened)


def _module_folder(folder: str | None) -> str | None:
    """What `tempfile` has settled on is changed where it has been loaded; what it had is returned."""
    module = sys.modules.get("tempfile")
    if module is None:
        return None
    before: str | None = module.tempdir
    module.tempdir = folder  # type: ignore[attr-defined]
    return before


def _made(folder: str) -> tuple[str, int]:
    from secrets import token_hex  # late: a start only looks whether there are any

    top = os.path.join(folder, FOLDER)
    make_private_folder(top)
    if os.path.islink(top):
        raise SymlinkRefused(top)
    while True:
        room = os.path.join(top, PREFIX + token_hex(6))
        opened = os.open(room + ENDING, _LOCK_FLAGS | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        if take(opened) and _stands(opened, room + ENDING):  # another window may have swept it in between
            try:
                os.mkdir(room, PRIVATE_FOLDER)
            except OSError:
                _clear(room, opened)
                raise
            return room, opened
        os.close(opened)


def _without_process(top: str) -> Iterator[tuple[str, int]]:
    """With the lock taken, so that no two windows sweep the same."""
    if os.path.islink(top):
        return
    try:
        names = sorted({name.removesuffix(ENDING) for name in os.listdir(top) if name.startswith(PREFIX)})
    except OSError:
        return
    for name in names:
        room = os.path.join(top, name)
        try:  # a room whose lock is gone is given one: its process was killed while it cleared up
            opened = os.open(room + ENDING, _LOCK_FLAGS | os.O_CREAT, PRIVATE_FILE)
        except OSError:
            continue
        if take(opened) and _stands(opened, room + ENDING):
            yield room, opened
        else:
            os.close(opened)


def _stands(opened: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(opened), os.lstat(path))
    except OSError:
        return False


def _clear(room: str, opened: int) -> None:
    """What cannot be removed now is swept at the next start."""
    with suppress(OSError):
        if os.path.islink(room):
            os.unlink(room)
        elif os.path.isdir(room):
            _empty(room)
    os.close(opened)
    if not os.path.lexists(room):
        with suppress(OSError):
            remove(room + ENDING)


def _empty(room: str) -> None:
    from shutil import rmtree  # late: a start only looks whether there are any

    rmtree(room)
