"""The public holidays are kept as JSON in tmp/ until the calendar is newer, for it is slow to import. Knows no day."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from json import dumps, loads
from typing import Any

from vforlob import __version__
from vforlob.errors.base import VforlobError

NAME = os.path.join("tmp", "helligdage.json")


def kept_days(folder: str, read: Callable[[], tuple[Iterable[date], str]]) -> frozenset[date]:
    """The days that `read` gives, with the file they come from; read again only when that file has changed."""
    with suppress(OSError, ValueError, TypeError, LookupError):  # nothing kept, or not by us: then they are read
        with open(os.path.join(folder, NAME), encoding="utf-8") as file:
            kept = loads(file.read())
        if kept["stempel"] == _stamp(kept["stempel"][1]):
            return frozenset(map(date.fromisoformat, kept["dage"]))
    days, source = read()
    found = frozenset(days)
    _keep(folder, {"stempel": _stamp(source), "dage": sorted(map(str, found))})
    return found


def _stamp(source: str) -> list[Any]:
    it = os.stat(source)
    return [__version__, source, it.st_size, it.st_mtime_ns]


def _keep(folder: str, kept: dict[str, Any]) -> None:
    if not os.path.isdir(os.path.join(folder, "tmp")):
        return
    from vforlob.store.files import atomic_write  # only when the calendar is a newer one

    with suppress(OSError, VforlobError):  # a full disk is no reason not to plan
        atomic_write(os.path.join(folder, NAME), dumps(kept).encode())
