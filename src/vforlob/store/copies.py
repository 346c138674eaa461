"""Copies of the database in kopier/: made whole or not at all, listed, taken away. Knows no table and no rule of age.

A copy is three files with one stem: the database (.db), the key envelope (.noegle.json) and the manifest (.json), which
comes last: without it the others are remains of a copy that was interrupted.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic, sleep
from typing import NamedTuple

from vforlob.errors.kopi import CopyFailed, CopyingElsewhere
from vforlob.errors.place import SymlinkRefused
from vforlob.store.copies_manifest import (
    DATABASE,
    KEY,
    MANIFEST,
    Manifest,
    Named,
    hash_of,
    read_manifest,
    read_name,
    stem_of,
    written,
)
from vforlob.store.copies_state import State, compare, state_of
from vforlob.store.envelope import LARGEST, path_of
from vforlob.store.events import utc_text
from vforlob.store.files import (
    check_private_folder,
    create_file,
    disk_problem,
    is_there,
    make_private_folder,
    read_small,
    remove,
    sync_file,
    sync_folder,
)
from vforlob.store.os_lock import open_lock, take
from vforlob.store.session import Session

COPIES = "kopier"
_LOCK = ".laas"
_TRIES = 5


class Copy(NamedTuple):
    """`path` is the .db; `tid` UTC text ("2026-11-21T08:30:00Z"), `nr` the newest event in it."""

    path: str
    tid: str
    nr: int
    label: str
    bytes: int

    @property
    def stem(self) -> str:
        return self.path.removesuffix(DATABASE)

    @property
    def manifest(self) -> str:
        return self.stem + MANIFEST

    @property
    def envelope(self) -> str:
        return self.stem + KEY


def list_copies(folder: str) -> tuple[Copy, ...]:
    """Those of a data folder that are whole by name, newest first: by event number, then by time."""
    return copies_in(os.path.join(folder, COPIES))


def copies_in(place: str) -> tuple[Copy, ...]:
    """The same for any folder: a second place has no kopier/ of its own."""
    try:
        names = frozenset(os.listdir(place))
    except OSError:
        return ()
    stems = (name.removesuffix(DATABASE) for name in names if name.endswith(DATABASE))
    whole = (stem for stem in stems if stem + MANIFEST in names)
    found = [(named, stem) for stem in whole if (named := read_name(stem))]
    found.sort(key=lambda one: (one[0].nr, one[0].tid, one[0].again), reverse=True)
    return tuple(
        Copy(os.path.join(place, stem + DATABASE), named.tid, named.nr, named.label, size)
        for named, stem in found
        if (size := _size_of(os.path.join(place, stem + DATABASE))) is not None
    )


def make_copy(session: Session, label: str = "") -> Copy:
    """An encrypted copy of all there is, opened and compared before it counts. Not inside doing().

    `label` says what it was made before: "foer-skema-5". Raises CopyFailed, CopyingElsewhere, DiskFull, DiskReadOnly.
    """
    from vforlob.store.workroom import workroom  # late: most starts make none

    place = _own_place(session.folder)
    with alone_in(place), workroom(session.folder) as room:
        sweep_unfinished(place)
        try:
            return _made(session, place, room, label)
        except OSError as error:
            raise disk_problem(error) from error


def _made(session: Session, place: str, room: str, label: str) -> Copy:
    draft = os.path.join(room, "kopi")
    state = _vacuumed(session, draft + DATABASE)
    sync_file(draft + DATABASE)
    sha256, size = hash_of(draft + DATABASE)
    tid = utc_text(session.now())
    manifest = Manifest(tid, state.nr, state.kaede, state.skema, sha256, size, state.raekker)
    create_file(draft + KEY, read_small(path_of(session.folder), LARGEST))
    create_file(draft + MANIFEST, written(manifest))
    stem = free_stem(place, Named(tid, state.nr, label, 1))
    for ending in (KEY, DATABASE, MANIFEST):
        os.rename(draft + ending, stem + ending)
        sync_folder(place)
    return Copy(stem + DATABASE, tid, state.nr, label, size)


def _vacuumed(session: Session, path: str) -> State:
    """Again when another window wrote meanwhile: then there is nothing to compare with."""
    for _ in range(_TRIES):
        create_file(path, b"")  # ours alone from the start; VACUUM INTO would follow a link that leads nowhere
        seen = session.rows("PRAGMA data_version")
        # As bytes: a folder's name need not be UTF-8, which a text in a parameter must be.
        session.rows("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(path),))
        found, fault = compare(session, path)
        if seen == session.rows("PRAGMA data_version"):
            if fault:
                raise CopyFailed(fault)
            return found
        remove(path)
    raise CopyFailed("optaget")


def is_current(session: Session, copy: Copy) -> bool:
    """Whether nothing was written since the copy was made. After a restore the numbers of events are given again, so
    the number alone does not tell.
    """
    manifest, state = read_manifest(copy.manifest), state_of(session, rows=False)
    return manifest is not None and (state.nr, state.kaede) == (manifest.nr, manifest.kaede)


def remove_copies(copies: Iterable[Copy]) -> int:
    """How many were taken away, wherever they lie. The manifest first: what is left half removed is swept later."""
    gone, places = 0, set()
    for copy in copies:
        try:
            for path in (copy.manifest, copy.path, copy.envelope):
                remove(path)
        except OSError:
            continue
        gone += 1
        places.add(os.path.dirname(copy.path))
    for place in places:
        with suppress(OSError):
            sync_folder(place)
    return gone


def sweep_unfinished(place: str) -> int:
    """Take away what interrupted copies left. Only by whoever has the place to himself: see `alone_in`."""
    left = unfinished_in(place)
    for name in left:
        remove(os.path.join(place, name))
    return len(left)


def unfinished_in(place: str) -> tuple[str, ...]:
    """The names that `sweep_unfinished` would take away; for whoever only looks."""
    try:
        names = frozenset(os.listdir(place))
    except OSError:
        return ()
    return tuple(sorted(name for name in names if _is_left(name, names)))


def _is_left(name: str, names: frozenset[str]) -> bool:
    stem, dot, rest = name.partition(".")
    is_ours = dot + rest in {DATABASE, MANIFEST, KEY} and read_name(stem) is not None
    return is_ours and not {stem + DATABASE, stem + MANIFEST} <= names


@contextmanager
def alone_in(place: str, wait: float = 5.0) -> Iterator[None]:
    """One window at a time makes and sweeps copies in a folder. Gone with the process. Raises CopyingElsewhere."""
    until = monotonic() + wait
    opened = open_lock(os.path.join(place, _LOCK))
    try:
        while not take(opened):
            if monotonic() > until:
                raise CopyingElsewhere
            sleep(0.05)
        yield
    finally:
        os.close(opened)


def _own_place(folder: str) -> str:
    """Never a link to somewhere else, and nobody else's to look into."""
    place = os.path.join(folder, COPIES)
    make_private_folder(place)
    if os.path.islink(place):
        raise SymlinkRefused(place)
    check_private_folder(place)
    return place


def free_stem(place: str, wanted: Named) -> str:
    """The path of a copy there without its ending, that name or the next that nothing has."""
    named = wanted
    while True:
        stem = os.path.join(place, stem_of(*named))
        if not any(is_there(stem + ending) for ending in (DATABASE, KEY, MANIFEST)):
            return stem
        named = named._replace(again=named.again + 1)


def _size_of(path: str) -> int | None:
    """None for a link or anything else that is no ordinary file."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None
