"""Put a finished document in a file: new, private, never through a link. Knows no document."""

import errno
import os

from vforlob.errors.place import DiskFull, DiskReadOnly, SymlinkRefused
from vforlob.errors.render import DocumentExists, DocumentNotWritten
from vforlob.store.files import atomic_write, create_file


def write_document(path: str, text: str, overwrite: bool) -> str:
    """The whole path of the file. What stands there already is replaced only when that was asked for."""
    path = os.path.abspath(os.path.expanduser(path))
    if os.path.islink(path):
        raise SymlinkRefused(path)
    if os.path.isdir(path):
        raise DocumentNotWritten(path, "er_mappe")
    if not os.path.isdir(os.path.dirname(path)):
        raise DocumentNotWritten(path, "mappe")
    try:
        _write(path, text.encode(), overwrite)
    except FileExistsError:
        raise DocumentExists(path) from None
    except DiskFull:
        raise DocumentNotWritten(path, "plads") from None
    except DiskReadOnly:
        raise DocumentNotWritten(path, "adgang") from None
    except OSError as error:
        raise DocumentNotWritten(path, "plads" if error.errno == errno.ENOSPC else "adgang") from None
    return path


def _write(path: str, content: bytes, overwrite: bool) -> None:
    if overwrite and os.path.exists(path):
        if not os.path.isfile(path):
            raise SymlinkRefused(path)
        atomic_write(path, content)
    else:
        create_file(path, content)
