"""What is known of a folder or a copy without its key: whether it is encrypted, what opens it, which copies there are.

Knows no table and no words.
"""

import os

from vforlob.actions.databrud import DAMAGED, IN_THE_CLEAR, LOCKED, MISSING, Content, Copied, Lock
from vforlob.errors.base import VforlobError
from vforlob.errors.place import DatabaseEmpty, NoDatabase, NotEncrypted, OpenToOthers
from vforlob.store.copies import Copy, list_copies
from vforlob.store.copies_manifest import read_manifest
from vforlob.store.database import check_database_file
from vforlob.store.envelope import Envelope, read_envelope
from vforlob.store.files import read_small
from vforlob.store.location import taken_elsewhere

_PLAIN_HEADER = b"SQLite format 3\0"
_SMALLEST = 512


def lock_of_folder(folder: str) -> Lock:
    try:
        return lock_with(_state_of_folder(folder), read_envelope(folder))
    except VforlobError:
        return Lock(_state_of_folder(folder))


def _state_of_folder(folder: str) -> str:
    try:
        check_database_file(folder)
    except NotEncrypted:
        return IN_THE_CLEAR
    except (NoDatabase, DatabaseEmpty):
        return MISSING
    except OpenToOthers:
        return LOCKED  # its content was looked at before it is said
    except VforlobError:
        return DAMAGED
    return LOCKED


def lock_of_file(path: str, envelope: Envelope | None) -> Lock:
    """Of a copy, which lies anywhere: whoever may read it, its first bytes tell."""
    try:
        first = read_small(path, len(_PLAIN_HEADER) - 1)
        state = IN_THE_CLEAR if first == _PLAIN_HEADER else LOCKED if os.lstat(path).st_size >= _SMALLEST else DAMAGED
    except OSError:
        state = MISSING
    return lock_with(state, envelope)._replace(noeglering=None) if envelope else Lock(state)


def lock_with(state: str, envelope: Envelope) -> Lock:
    return Lock(state, envelope.kind, envelope.cost, envelope.recovery is not None, envelope.in_keyring)


def copies_of(folder: str) -> tuple[Copied, ...]:
    return tuple(copied(it) for it in list_copies(folder))


def copied(copy: Copy) -> Copied:
    return Copied(copy.tid[:10], copy.nr, copy.bytes)


def content_by_manifest(folder: str) -> tuple[Content | None, str]:
    """The rows of every table, as the newest copy says them in the clear, and its day."""
    for copy in list_copies(folder):
        manifest = read_manifest(copy.manifest)
        if manifest is not None:
            return Content(manifest.raekker), manifest.tid[:10]
    return None, ""


def kind_of_place(path: str) -> str:
    """What may be said of where copies lie: the service, a network drive, or empty for another folder or disk. Never
    the path: it can hold somebody's name.
    """
    return taken_elsewhere(path)
