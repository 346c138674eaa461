"""Copies at a second place: a stick, a drive, a folder of the kommune. Encrypted, and with their own key envelope.

The place is somebody else's, so that nothing is asked of its permissions, and nothing there is written over.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from vforlob.errors.base import VforlobError
from vforlob.errors.kopi import CopyDamaged, PlaceUnfit, PlaceUnwritable
from vforlob.errors.place import DiskFull
from vforlob.store.copies import COPIES, Copy, alone_in, copies_in, free_stem
from vforlob.store.copies_manifest import DATABASE, KEY, MANIFEST, Named, hash_of, read_manifest, read_name
from vforlob.store.envelope import LARGEST, Envelope, envelope_in
from vforlob.store.files import copy_file, disk_problem, read_small, remove, sync_file, sync_folder
from vforlob.store.location import NETWORK, taken_elsewhere
from vforlob.store.sletteliste import carry_list

_DRAFT = ".ny"


class Place(NamedTuple):
    """`service` copies it to other machines ("OneDrive"), "" for none; `same_disk`: it is lost along with the data."""

    path: str
    service: str
    same_disk: bool


def look_at_place(folder: str, path: str) -> Place:
    """Raises PlaceUnfit."""
    place = os.path.abspath(os.path.expanduser(path))
    real, own = os.path.realpath(place), os.path.realpath(folder)
    if not os.path.isdir(place) or real == own or real.startswith(own + os.sep):
        raise PlaceUnfit(place)
    service = taken_elsewhere(place)
    return Place(place, "" if service == NETWORK else service, _is_same_disk(own, real))


def put_elsewhere(folder: str, copy: Copy, place: str) -> Copy:
    """Read back before it counts. Raises PlaceUnfit, PlaceUnwritable and CopyDamaged."""
    if not os.path.isdir(place):
        raise PlaceUnfit(place)
    manifest = read_manifest(copy.manifest)
    if manifest is None:
        raise CopyDamaged(copy.path, ("laesning",))
    wanted = (manifest.sha256, manifest.bytes)
    with alone_in(os.path.join(folder, COPIES)), _told(place):
        _sweep(place)
        carry_list(folder, place)
        there = _same_there(copy, place, wanted)
        if there is not None:
            return there
        own = read_name(os.path.basename(copy.stem)) or Named(copy.tid, copy.nr, copy.label, 1)
        stem = free_stem(place, own)
        try:
            for ending in (KEY, DATABASE, MANIFEST):
                _carry(copy.stem + ending, stem + ending)
        except OSError:
            with suppress(OSError):
                _sweep(place)  # what came over takes room where there is none
            raise
        if hash_of(stem + DATABASE) != wanted:
            remove(stem + MANIFEST)
            raise CopyDamaged(stem + DATABASE, ("sum",))
    return copy._replace(path=stem + DATABASE)


def take_list_along(folder: str, place: str) -> None:
    """At once, not with the next copy: whoever takes back one from there has what was deleted since deleted again. A
    place that is not there today, or takes nothing, keeps nobody from deleting, and gets it with the next copy.
    """
    if place and os.path.isdir(place):
        with suppress(OSError, VforlobError), alone_in(os.path.join(folder, COPIES)):
            carry_list(folder, place)


def own_copies_in(place: str, own: Envelope) -> tuple[Copy, ...]:
    """Those of this very folder."""
    return tuple(copy for copy in copies_in(place) if _is_of(copy, own))


def _is_of(copy: Copy, own: Envelope) -> bool:
    try:
        found = envelope_in(read_small(copy.envelope, LARGEST))
    except (OSError, VforlobError):
        return False
    return found.is_of_same_key(own)


def _same_there(copy: Copy, place: str, wanted: tuple[str, int]) -> Copy | None:
    path = os.path.join(place, os.path.basename(copy.path))
    there = next((one for one in copies_in(place) if one.path == path), None)
    return there if there is not None and hash_of(there.path) == wanted else None


def _carry(source: str, target: str) -> None:
    draft = target + _DRAFT
    copy_file(source, draft)
    sync_file(draft)
    os.rename(draft, target)
    with suppress(OSError):  # a drive that knows no such call has its own way of keeping names
        sync_folder(os.path.dirname(target))


def _sweep(place: str) -> None:
    """What an interrupted copying left: drafts, and a database or an envelope without its manifest."""
    names = frozenset(os.listdir(place))
    for name in names:
        stem, dot, _ = name.partition(".")
        if dot and read_name(stem) and (name.endswith(_DRAFT) or stem + MANIFEST not in names):
            with suppress(OSError):
                remove(os.path.join(place, name))


@contextmanager
def _told(place: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise PlaceUnwritable(place, isinstance(disk_problem(error), DiskFull)) from error


def _is_same_disk(one: str, other: str) -> bool:
    try:
        return os.stat(one).st_dev == os.stat(other).st_dev
    except OSError:
        return False
