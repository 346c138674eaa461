"""The envelopes beside the copies: which still open with an earlier passphrase or code, and bringing them up to date.

Knows no key: what is the same key is told by its check.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from vforlob.errors.base import VforlobError
from vforlob.errors.key import KeyEnvelopeDamaged, KeyEnvelopeMissing, KeyEnvelopeNewer
from vforlob.store.copies import COPIES
from vforlob.store.copies_manifest import KEY, read_name
from vforlob.store.envelope import NAME, Envelope, read_envelope, read_envelope_file, write_envelope_file
from vforlob.store.files import remove


class Followed(NamedTuple):
    """How many envelopes of copies open as noegle.json does from now on, and how many could not be written."""

    written: int
    left: int


def old_envelopes(folder: str) -> tuple[str, ...]:
    """The paths of those that are locked otherwise than noegle.json is now, oldest first; also of damaged ones, which
    may still hold what the old passphrase opens. Raises what reading noegle.json raises.
    """
    current = read_envelope(folder)
    return tuple(path for path in _paths(folder) if _is_old(path, current))


def renew_envelopes(folder: str) -> Followed:
    """Each atomically, so that a copy opens at any moment. Whoever calls this has just opened noegle.json: written
    over what opened before, one that does not would lock every copy.
    """
    current, written, left = read_envelope(folder), 0, 0
    for path in old_envelopes(folder):
        try:
            write_envelope_file(path, current._replace(in_keyring=False))
            written += 1
        except (VforlobError, OSError):
            left += 1
    _remove_laid_aside(folder)
    return Followed(written, left)


def _remove_laid_aside(folder: str) -> None:
    """A damaged noegle.json that was kept when another took its place: it may open with the old passphrase."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(f"{NAME}."):
                remove(os.path.join(folder, name))


def newest_copied_envelope(folder: str) -> Envelope | None:
    """Of the newest copy whose envelope can be read: for a folder whose own is lost."""
    for path in reversed(tuple(_paths(folder))):
        try:
            return read_envelope_file(path)
        except (VforlobError, OSError):
            continue
    return None


def is_envelope_lost(folder: str) -> bool:
    """noegle.json is gone or damaged, and nothing else is in the way."""
    try:
        read_envelope(folder)
    except (KeyEnvelopeDamaged, KeyEnvelopeMissing):
        return True
    except VforlobError:
        return False
    return False


def _paths(folder: str) -> Iterator[str]:
    """Oldest first: by the number of the event in the name, then by the time, for a clock can be wrong."""
    place = os.path.join(folder, COPIES)
    try:
        names = [name for name in os.listdir(place) if name.endswith(KEY)]
    except OSError:
        return
    yield from (os.path.join(place, name) for name in sorted(names, key=_age))


def _age(name: str) -> tuple[int, str]:
    named = read_name(name.removesuffix(KEY))
    return (named.nr, named.tid) if named else (0, name)


def _is_old(path: str, current: Envelope) -> bool:
    try:
        found = read_envelope_file(path)
    except KeyEnvelopeNewer:
        return False  # not ours to write
    except (VforlobError, OSError):
        return os.path.lexists(path)  # it may have been rotated away meanwhile
    if not found.is_of_same_key(current):
        return False  # of another key, which this envelope does not hold
    return (found.cost, found.passphrase, found.recovery) != (current.cost, current.passphrase, current.recovery)
