"""The two hashes of an event. Knows no database.

The commitment covers what may be emptied when a person is deleted, with a random salt, so that what is left tells
nothing; the chain covers the commitment and every other column, so that it still holds then.
"""

import sys
from collections.abc import Callable
from typing import Any

FIRST = b"\0" * 32

Part = int | str | bytes | None
_made: Callable[[bytes], Any] | None = None


def commitment(salt: bytes, emne_nr: int | None, sted: str | None, indhold: str) -> bytes:
    return _digest(salt, emne_nr, sted, indhold)


def link(before: bytes, *columns: Part) -> bytes:
    """`columns`: nr, uid, gruppe, art, emne, tid_utc, forskydning, ur_flag, forpligt, as they stand in the table."""
    return _digest(before, *columns)


def _digest(*parts: Part) -> bytes:
    """Every part carries its length: moving a letter from one column to the next changes the hash."""
    pieces: list[bytes] = []  # one loop without a call for each part: all events are gone through with it
    for part in parts:
        if part is None:
            pieces.append(b"-")
        else:
            text = part if isinstance(part, bytes) else str(part).encode()
            pieces += (b"%d:" % len(text), text)
    return bytes(_sha256(b"".join(pieces)).digest())


def _sha256(joined: bytes) -> Any:
    """hashlib costs 4 ms more, and what was looked at is noted after every list."""
    global _made
    if _made is None:
        try:
            _made = __import__("_sha2" if sys.version_info >= (3, 12) else "_sha256").sha256
        except (ImportError, AttributeError):
            from hashlib import sha256  # late: only where Python is built without its own

            _made = sha256
    return _made(joined)
