"""The spreadsheet somebody named on the line, or picks from the folder she stands in. Knows no column."""

import os
import stat
import sys

from vforlob.actions.importing.reading import LARGEST_FILE
from vforlob.actions.importing.sheet import Sheet
from vforlob.cli.context import context
from vforlob.cli.files import STDIN, shown_name
from vforlob.errors.importing import FileNotAllowed
from vforlob.errors.use import FileIsFolder, NoSuchFile, NothingGiven

_ENDINGS = (".csv", ".xlsx", ".xlsm", ".tsv")
_MOST_PICKED = 20


def named_file(fil: str, line: str) -> str:
    """What was named; in a terminal one of those that lie here, when nothing was."""
    if fil:
        return fil
    here = _spreadsheets_here() if context().may_ask else []
    if not here:
        raise NothingGiven("et regneark", f"vforlob {line} sager.xlsx")
    from vforlob.cli.picking import pick  # only where nothing stands on the line

    return here[pick("Hvilket regneark?", "fil", enumerate(here))]


def read_spreadsheet(path: str) -> Sheet:
    """Raises SpreadsheetRefused, and what keeps a file from being read."""
    from vforlob.actions.importing.reading import read_table  # after the file is found

    return read_table(_bytes_of(path), os.path.splitext(path)[1])


def file_called(path: str) -> str:
    return shown_name(path).removeprefix("filen ")


def _bytes_of(path: str) -> bytes:
    """One byte more than may be read tells that there is more."""
    if path == STDIN:
        return sys.stdin.buffer.read(LARGEST_FILE + 1) if sys.stdin is not None else b""
    try:
        with open(os.path.expanduser(path), "rb", opener=_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise NoSuchFile(path)
            return file.read(LARGEST_FILE + 1)
    except IsADirectoryError:
        raise FileIsFolder(path) from None
    except PermissionError:  # a folder too, on Windows
        raise FileIsFolder(path) if os.path.isdir(path) else FileNotAllowed(path) from None
    except (OSError, ValueError):
        raise NoSuchFile(path) from None


def _without_waiting(path: str, flags: int) -> int:
    """A pipe that nobody writes to would be waited for, for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _spreadsheets_here() -> list[str]:
    try:
        names = sorted(
            name for name in os.listdir(".") if name.lower().endswith(_ENDINGS) and not name.startswith("~$")
        )
    except OSError:
        return []
    return names[:_MOST_PICKED]
