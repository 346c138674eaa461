"""A key that lies in a file of its own: read it, and make the one of a demo folder. Knows no environment."""

import os
import stat

from vforlob.errors.key import KeyFileExposed, KeyFileFaulty, KeyFileMissing
from vforlob.store.envelope import DEMO, KEY_BYTES
from vforlob.store.files import OTHERS, create_file, is_there

VARIABLE = "VFORLOB_NOEGLEFIL"
DEMO_NAME = "demo.noegle"
_LIMIT = 1024


def read_key_file(path: str) -> bytes:
    """64 hex digits, and nobody else may read them. A link is followed: the file is the consultant's own."""
    try:
        # Not blocking: a pipe in place of a file would hang here for ever.
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):
        raise KeyFileMissing(path) from None
    try:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode):
            raise KeyFileFaulty(path, 0)
        _refuse_exposed(path, found)
        content = os.read(opened, _LIMIT).strip()
    finally:
        os.close(opened)
    return _key_of(path, content)


def _refuse_exposed(path: str, found: os.stat_result) -> None:
    if os.name != "posix":
        return  # Windows has no such bits: the folder's own rules hold there
    mode = stat.S_IMODE(found.st_mode)
    if mode & OTHERS or found.st_uid not in {os.geteuid(), 0}:
        raise KeyFileExposed(path, mode)


def _key_of(path: str, content: bytes) -> bytes:
    try:
        key = bytes.fromhex(content.decode("ascii")) if len(content) == 2 * KEY_BYTES else b""
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:  # also for 64 characters with spaces among them
        raise KeyFileFaulty(path, len(content))
    return key


def create_demo_key(folder: str) -> bytes:
    """noegle.json of the kind "demo", and its key in the same folder: everything there is made up."""
    from vforlob.store.key import create_with_raw_key  # late: reading a key file needs none of it

    if is_there(demo_key_path(folder)):
        key = demo_key(folder)  # an interrupted build came so far
    else:
        key = os.urandom(KEY_BYTES)
        create_file(demo_key_path(folder), f"{key.hex()}\n".encode())
    create_with_raw_key(folder, key, kind=DEMO)
    return key


def demo_key(folder: str) -> bytes:
    return read_key_file(demo_key_path(folder))


def demo_key_path(folder: str) -> str:
    return os.path.join(folder, DEMO_NAME)
