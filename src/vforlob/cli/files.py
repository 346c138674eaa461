"""Read the file somebody named on the line, or what is sent in. Knows no format."""

import os
import sys

from vforlob.errors.use import FileIsFolder, NoSuchFile

STDIN = "-"
_MOST = 1_000_000  # no file of ours is larger; the reader of each kind has its own, lower limit


def read_given(path: str) -> bytes:
    """The bytes of `--svar FIL`; "-" is what is sent in. Never more than a person could have written."""
    if path == STDIN:
        return sys.stdin.buffer.read(_MOST) if sys.stdin is not None else b""
    try:
        with open(os.path.expanduser(path), "rb") as file:
            return file.read(_MOST)
    except IsADirectoryError:
        raise FileIsFolder(path) from None
    except (OSError, ValueError):
        raise NoSuchFile(path) from None


def shown_name(path: str) -> str:
    """What the file is called in a sentence."""
    return "det, der blev sendt ind" if path == STDIN else f"filen {os.path.basename(path)}"
