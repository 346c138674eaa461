"""The two hashes of an event. Knows no database.

The commitment covers what may be emptied when a person is deleted, with a random salt, so that what is left tells
nothing; the chain covers the commitment and every other column, so that it still holds then.
"""

FIRST = b"\0" * 32

Part = int | str | bytes | None


def commitment(salt: bytes, emne_nr: int | None, sted: str | None, indhold: str) -> bytes:
    return _digest(salt, emne_nr, sted, indhold)


def link(before: bytes, *columns: Part) -> bytes:
    """`columns`: nr, uid, gruppe, art, emne, tid_utc, forskydning, ur_flag, forpligt, as they stand in the table."""
    return _digest(before, *columns)


def _digest(*parts: Part) -> bytes:
    """Every part carries its length: moving a letter from one column to the next changes the hash."""
    from hashlib import sha256  # late: a list or a briefing writes nothing

    return sha256(b"".join([b"-" if part is None else _with_length(part) for part in parts])).digest()


def _with_length(part: int | str | bytes) -> bytes:
    text = part if isinstance(part, bytes) else str(part).encode()
    return b"%d:%b" % (len(text), text)
