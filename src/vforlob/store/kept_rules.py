"""Rules that were read once are kept as JSON in tmp/ until a file changes: TOML costs half a start. Reads no TOML."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from json import dumps, loads
from typing import Any

from vforlob import __version__
from vforlob.errors.base import VforlobError
from vforlob.rules.rulebook import Rule, RuleBook

NAME = os.path.join("tmp", "regler.json")
# The files and the book of the last time: a menu runs command after command.
_newest: list[tuple[list[Any], RuleBook]] = []


def kept_rules(folder: str, files: Sequence[str], read: Callable[[], RuleBook]) -> RuleBook:
    """What `files` say: as it is kept, when they are the very same files, else by `read`, and then kept."""
    stamp = _stamp(files)
    if _newest and _newest[0][0] == stamp and os.path.exists(os.path.join(folder, NAME)):
        return _newest[0][1]
    book = _kept_or_read(folder, stamp, read)
    _newest[:] = [(stamp, book)]
    return book


def _kept_or_read(folder: str, stamp: list[Any], read: Callable[[], RuleBook]) -> RuleBook:
    with suppress(OSError, ValueError, TypeError, KeyError):  # nothing kept, or not by us: then it is read
        with open(os.path.join(folder, NAME), encoding="utf-8") as file:
            kept = loads(file.read())
        if kept["stempel"] == stamp:
            return RuleBook(tuple(map(_rule, kept["regler"])))
    book = _newest[0][1] if _newest and _newest[0][0] == stamp else read()
    _keep(folder, {"stempel": stamp, "regler": [_row(rule) for rule in book.rules]})
    return book


def _stamp(files: Sequence[str]) -> list[Any]:
    found = [(path, os.stat(path)) for path in files]
    return [__version__, *([path, it.st_size, it.st_mtime_ns] for path, it in found)]


def _keep(folder: str, kept: dict[str, Any]) -> None:
    if not os.path.isdir(os.path.join(folder, "tmp")):
        return
    from vforlob.store.files import atomic_write  # only when a file has changed

    with suppress(OSError, VforlobError):  # a full disk is no reason not to show the list
        # Escaped: a path may hold bytes that are letters in no locale, and they have no UTF-8.
        atomic_write(os.path.join(folder, NAME), dumps(kept).encode())


def _row(rule: Rule) -> list[Any]:
    return [str(value) if isinstance(value, date) else value for value in rule]


def _rule(row: list[Any]) -> Rule:
    rule_id, text, value, unit, first, last, source, own = row
    until = date.fromisoformat(last) if last else None
    return Rule(rule_id, text, value, unit, date.fromisoformat(first), until, source, own)
