"""Write and read small files safely: private, whole or not at all, never through a link. Knows no format."""

import errno
import os
import stat
from contextlib import suppress

from vforlob.errors.base import VforlobError
from vforlob.errors.place import (
    DiskFull,
    DiskReadOnly,
    FolderTaken,
    OpenToOthers,
    OwnedByOther,
    SymlinkRefused,
)

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
OTHERS = 0o077
# Windows has neither flag; there a link needs a privilege that an ordinary user lacks.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a pipe in place of a file would hang here for ever
_ON_POSIX = os.name == "posix"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})
_UNWRITABLE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.ENAMETOOLONG, errno.EINVAL})
_STALE_SECONDS = 60
_CHUNK = 1 << 20


def is_there(path: str) -> bool:
    """Also for a link that points nowhere."""
    return os.path.lexists(path)


def check_private_file(path: str) -> os.stat_result:
    """An ordinary file, ours, read by nobody else. Raises FileNotFoundError when it is not there."""
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode):
        raise SymlinkRefused(path)
    _refuse_others(path, found)
    return found


def check_private_folder(path: str) -> None:
    """A folder of ours that nobody else may look into. Raises FileNotFoundError when it is not there."""
    try:
        found = os.stat(path)
    except PermissionError:
        raise OwnedByOther(path) from None  # a folder above it is closed to us
    if not stat.S_ISDIR(found.st_mode):
        raise FolderTaken(path)
    _refuse_others(path, found)


def _refuse_others(path: str, found: os.stat_result) -> None:
    if not _ON_POSIX:
        return
    if found.st_uid != os.geteuid():
        raise OwnedByOther(path)
    mode = stat.S_IMODE(found.st_mode)
    if mode & OTHERS:
        raise OpenToOthers(path, mode)


def make_private_folder(path: str) -> None:
    """With the folders above it. One that is there already is left as it is."""
    try:
        os.makedirs(path, mode=PRIVATE_FOLDER)
    except FileExistsError:
        if not os.path.isdir(path):
            raise FolderTaken(path) from None
    except NotADirectoryError:
        raise FolderTaken(path) from None
    except FileNotFoundError:
        raise DiskReadOnly from None  # the folders above could not be made: /proc and the like
    except OSError as error:
        raise disk_problem(error) from error


def read_small(path: str, limit: int) -> bytes:
    """At most `limit` bytes of an ordinary file; one byte more says that it is longer."""
    try:
        opened = os.open(path, os.O_RDONLY | _NO_WAIT | _NO_LINK)
    except OSError as error:
        if error.errno in {errno.ELOOP, getattr(errno, "EMLINK", errno.ELOOP)}:
            raise SymlinkRefused(path) from None
        raise
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise SymlinkRefused(path)
        return os.read(opened, limit + 1)
    finally:
        os.close(opened)


def create_file(path: str, content: bytes) -> None:
    """A new file, on the disk when we return. Raises FileExistsError when anything stands there."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, PRIVATE_FILE)
    try:
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(opened, rest) :]
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError:
        with suppress(OSError):  # a disk that fails may fail at this too
            remove(path)
        raise


def copy_file(source: str, target: str) -> None:
    """A new private file with what `source` holds; `sync_file` puts it on the disk. Raises FileExistsError when
    anything stands at `target`.
    """
    new = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK
    with open(source, "rb") as given, open(os.open(target, new, PRIVATE_FILE), "wb") as made:
        while chunk := given.read(_CHUNK):
            made.write(chunk)


def sync_file(path: str) -> None:
    """What was written to it is on the disk when we return, whoever wrote it."""
    opened = os.open(path, os.O_RDWR | _NO_LINK)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def atomic_write(path: str, content: bytes) -> None:
    """The old content or the new, also after a power cut; on the disk when we return."""
    if os.path.islink(path):
        raise SymlinkRefused(path)
    draft = f"{path}.{os.getpid()}.ny"
    try:
        remove(draft)  # left by a killed process that had our number
        create_file(draft, content)
        os.replace(draft, path)
        sync_folder(os.path.dirname(path))
    except OSError as error:
        with suppress(OSError):
            remove(draft)
        raise disk_problem(error) from error
    _sweep_drafts(path)


def remove(path: str) -> None:
    """Also when it is gone already: another process may sweep the same remains."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def _sweep_drafts(path: str) -> None:
    """Remove what killed processes left. The age is measured against the file just written, not a clock."""
    folder, name = os.path.split(path)
    newest = os.lstat(path).st_mtime
    with os.scandir(folder or ".") as others:
        drafts = [other for other in others if other.name.startswith(f"{name}.") and other.name.endswith(".ny")]
    for draft in drafts:
        try:
            stale = newest - os.lstat(draft.path).st_mtime > _STALE_SECONDS
        except FileNotFoundError:
            continue
        if stale:
            remove(draft.path)


def sync_folder(path: str) -> None:
    """Make a rename durable. Windows has no such call and needs none."""
    if _ON_POSIX:
        opened = os.open(path or ".", os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def disk_problem(error: OSError) -> VforlobError | OSError:
    """What a person can mend about it; the error itself when that is nothing."""
    if error.errno in _FULL:
        return DiskFull()
    if error.errno in _UNWRITABLE:
        return DiskReadOnly()
    return error
