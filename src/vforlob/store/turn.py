"""Wait for the turn to write while another window writes. Knows no table."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from vforlob.errors.place import DatabaseLocked

_AT_A_TIME = 25  # milliseconds
Rows = Callable[[str], list[Any]]


def begin(rows: Rows) -> None:
    """BEGIN IMMEDIATE, asked for as long as the connection may wait. SQLite alone asks ever more seldom, ten times a
    second in the end: beside a window that writes all the time some of its waits never end.
    """
    patience = int(rows("PRAGMA busy_timeout")[0][0])
    end = monotonic() + patience / 1000
    rows(f"PRAGMA busy_timeout = {min(patience, _AT_A_TIME):d}")
    try:
        while not _has_begun(rows, end):
            pass
    finally:
        rows(f"PRAGMA busy_timeout = {patience:d}")


def _has_begun(rows: Rows, end: float) -> bool:
    try:
        rows("BEGIN IMMEDIATE")  # deferred, two windows would fail each other however long they wait
    except DatabaseLocked:
        if monotonic() >= end:
            raise
        return False
    return True
