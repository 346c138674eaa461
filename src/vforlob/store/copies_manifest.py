"""What a copy says of itself, in a small file beside it. Reads it strictly; knows no database and removes nothing."""

import json
import os
import re
from datetime import datetime
from typing import Any, NamedTuple

from vforlob.errors.place import SymlinkRefused
from vforlob.store.files import read_small

VERSION = 1
DATABASE, MANIFEST, KEY = ".db", ".json", ".noegle.json"
_LIMIT = 64 * 1024
_MOST = 1 << 62  # of what SQLite counts with
_EARLIEST = 1970
_CHUNK = 1 << 20
# Time, newest event, what it was made before, and a number where two were made in the same second.
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\dZ)_(\d{6,18})(?:_([a-z][a-z0-9-]*))?(?:_(\d+))?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_BLOCK = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Manifest(NamedTuple):
    """`tid` is UTC, `nr` and `kaede` (hex) are the newest event, `raekker` the rows of every table."""

    tid: str
    nr: int
    kaede: str
    skema: int
    sha256: str
    bytes: int
    raekker: dict[str, int]


class Named(NamedTuple):
    """What the name of a copy says."""

    tid: str
    nr: int
    label: str
    again: int


def stem_of(tid: str, nr: int, label: str, again: int = 1) -> str:
    name = f"{tid.replace(':', '')}_{nr:06d}"
    return "_".join(filter(None, (name, label, str(again) if again > 1 else "")))


def read_name(stem: str) -> Named | None:
    """None for a name that is not one of ours."""
    found = _NAME.fullmatch(stem)
    if found is None:
        return None
    day, hour, minute, second, nr, label, again = found.groups()
    tid = f"{day}{hour}:{minute}:{second}"
    return Named(tid, int(nr), label or "", int(again or 1)) if _is_moment(tid) else None


def is_named_so(stem: str, manifest: Manifest) -> bool:
    """Whether the name of a copy says what its manifest says: by the name it is told which is the newest. A name that
    is not one of ours says nothing.
    """
    named = read_name(os.path.basename(stem))
    return named is None or (named.tid, named.nr) == (manifest.tid, manifest.nr)


def _is_moment(tid: str) -> bool:
    try:
        return bool(_MOMENT.fullmatch(tid)) and datetime.fromisoformat(f"{tid[:-1]}+00:00").year >= _EARLIEST
    except ValueError:
        return False


def written(manifest: Manifest) -> bytes:
    return (json.dumps({"version": VERSION, **manifest._asdict()}, indent=1) + "\n").encode()


def read_manifest(path: str) -> Manifest | None:
    """None when it is not there, or is not one that we wrote."""
    try:
        content = read_small(path, _LIMIT)
        return _manifest_of(json.loads(content.decode("ascii"))) if len(content) <= _LIMIT else None
    except (OSError, SymlinkRefused, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _manifest_of(table: Any) -> Manifest:
    rows = table["raekker"]
    numbers = (table["version"], table["nr"], table["skema"], table["bytes"], *rows.values())
    if any(type(number) is not int or not 0 <= number < _MOST for number in numbers) or table["version"] != VERSION:
        raise ValueError
    kaede, sha256 = str(table["kaede"]), str(table["sha256"])
    if not (
        _is_moment(str(table["tid"]))
        and _BLOCK.fullmatch(kaede)
        and _BLOCK.fullmatch(sha256)
        and isinstance(rows, dict)
    ):
        raise ValueError
    return Manifest(str(table["tid"]), table["nr"], kaede, table["skema"], sha256, table["bytes"], dict(rows))


def hash_of(path: str) -> tuple[str, int]:
    """SHA-256 of an ordinary file, and how long it is."""
    from hashlib import sha256  # late: 2.5 ms, and only where a copy is made or looked at

    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    digest, size = sha256(), 0
    try:
        while chunk := os.read(opened, _CHUNK):
            digest.update(chunk)
            size += len(chunk)
    finally:
        os.close(opened)
    return digest.hexdigest(), size
