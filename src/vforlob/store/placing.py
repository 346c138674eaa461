"""Put a finished file in its place, whole or not at all, with a note of it until it is registered. Knows no document.

The file is made in a room of our own and then moved: a process that is killed leaves nothing half where others look.
"""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from json import dumps, loads
from typing import Any, NamedTuple

from vforlob.errors.eksport import FileIsOpen
from vforlob.store.files import atomic_write, create_file, disk_problem, read_small, remove, sync_folder

DRAFT, NOTE, BEFORE = "indhold", "seddel.json", "foer"
_LARGEST_NOTE = 64 << 10
_AGE_IN_DOUBT = 2  # seconds: the clock of some file systems counts in twos
_LOCKED = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})


class Note(NamedTuple):
    """Where a file was on its way to. `row` is what the register would hold; numbers and dates, never a text."""

    path: str
    beside: str
    sha256: str
    replaces: bool
    row: dict[str, Any]


def place(room: str, path: str, content: bytes, overwrite: bool, row: dict[str, Any]) -> Callable[[], None]:
    """The file stands there; what is returned takes it away again. Raises FileExistsError, FileIsOpen, DiskFull,
    DiskReadOnly and other OSErrors, and then nothing has changed at the path.
    """
    replaces = overwrite and os.path.lexists(path)
    before = _whole(path) if replaces else b""
    draft, beside = os.path.join(room, DRAFT), f"{path}.{os.getpid()}.ny"
    note = Note(path, beside, sha256(content).hexdigest(), replaces, row)
    create_file(draft, content)
    create_file(os.path.join(room, NOTE), dumps(note._asdict()).encode())
    if replaces:
        take_back = _way_back(room, path, before)
        _replace(draft, path, content)
        return take_back
    _create(draft, path, content)
    return lambda: remove(path)


def _way_back(room: str, path: str, before: bytes) -> Callable[[], None]:
    """By a second name of what is replaced: a disk that is full by then can still give that its first name again."""
    kept = os.path.join(room, BEFORE)
    try:
        os.link(path, kept)
    except (OSError, NotImplementedError):  # on another disk, or not ours to name
        return lambda: atomic_write(path, before)
    return lambda: os.replace(kept, path)


def note_in(room: str) -> Note | None:
    """None where nothing was on its way out of it."""
    try:
        return Note(**loads(read_small(os.path.join(room, NOTE), _LARGEST_NOTE)))
    except (OSError, ValueError, TypeError):
        return None


def is_whole(note: Note) -> bool:
    return hash_of(note.path) == note.sha256


def remove_half(room: str, note: Note) -> None:
    """What was written of it beside its place, or at it, when it could not be moved. Nothing of anybody else's."""
    remove_if_part(note.beside, room)
    if not note.replaces:
        remove_if_part(note.path, room)


def remove_if_part(path: str, room: str) -> None:
    with suppress(OSError):
        found, noted = os.lstat(path), os.lstat(os.path.join(room, NOTE))
        if not stat.S_ISREG(found.st_mode) or found.st_mtime < noted.st_mtime - _AGE_IN_DOUBT:
            return
        if _whole(os.path.join(room, DRAFT)).startswith(_whole(path)):
            remove(path)


def _create(draft: str, path: str, content: bytes) -> None:
    try:
        os.link(draft, path)  # never onto anything that stands there, and never through a link
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # another disk, or one that knows no second name of a file
        create_file(path, content)
    _settle(path)


def _replace(draft: str, path: str, content: bytes) -> None:
    if held := lock_beside(path):
        raise FileIsOpen(path, held)
    try:
        os.replace(draft, path)
    except OSError as error:
        if os.name == "nt" and error.errno in _LOCKED:
            raise FileIsOpen(path, "") from None
        if error.errno != errno.EXDEV:
            raise disk_problem(error) from error
        atomic_write(path, content)
    _settle(path)


def lock_beside(path: str) -> str:
    """The file that Word, Excel or LibreOffice lays beside what they have open; empty when there is none."""
    folder, name = os.path.split(path)
    names = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")
    return next((beside for beside in names if os.path.lexists(os.path.join(folder, beside))), "")


def _settle(path: str) -> None:
    with suppress(OSError):  # a network drive may not know how; the file itself is on the disk
        sync_folder(os.path.dirname(path))


def hash_of(path: str) -> str:
    """Of an ordinary file; empty for everything else, and for what cannot be read."""
    try:
        return sha256(_whole(path)).hexdigest()
    except OSError:
        return ""


def _whole(path: str) -> bytes:
    """Never through a link."""
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "not an ordinary file")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        return file.read()
