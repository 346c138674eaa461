"""All checks of a data folder in order, what needs no key first. Changes nothing in it, and knows no screen."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from vforlob.actions.checking import clock, copies, database, deadlines, deletions, events, exports, keys, own_files
from vforlob.actions.checking.agreeing import agreeing
from vforlob.actions.checking.fund import ADVARSEL, FEJL, OPLYSNING, Fund, fejl
from vforlob.actions.checking.place import look_at_place
from vforlob.actions.checking.scene import Scene
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import VforlobError
from vforlob.errors.place import DatabaseDamaged, DatabaseEmpty, NoDatabase, NotEncrypted
from vforlob.store.checking import schema_of, twin_of
from vforlob.store.copies import list_copies
from vforlob.store.database import NAME as DATABASE
from vforlob.store.database import check_database_file, open_database
from vforlob.store.envelope import read_envelope
from vforlob.store.open import open_store
from vforlob.store.schema import VERSION
from vforlob.store.session import Session
from vforlob.store.wholeness import refuse_damaged

Check = Callable[[Scene], Iterator[Fund]]
_NO_DATABASE = (DatabaseDamaged, DatabaseEmpty, NoDatabase, NotEncrypted)
_ORDER = (FEJL, ADVARSEL, OPLYSNING)
_WHOLE: tuple[Check, ...] = (
    database.look_at_schema,
    events.look_at_chain,
    events.look_at_projections,
    events.look_at_log,
    copies.look_at_second_place,
)
_QUICK: tuple[Check, ...] = (events.look_at_head,)
_ALWAYS: tuple[Check, ...] = (
    events.look_at_agendas,
    clock.look_at_clock,
    copies.look_at_age,
    exports.look_at_exports,
    deadlines.look_at_deadlines,
)


class Report(NamedTuple):
    """`refused` is why the database could not be opened; what needs it was then not looked at. `events` and `schema`
    are None then. `newest` is the time of the newest copy (UTC), "" where there is none.
    """

    funde: tuple[Fund, ...]
    refused: VforlobError | None = None
    events: int | None = None
    copies: int = 0
    newest: str = ""

    @property
    def problems(self) -> tuple[Fund, ...]:
        return tuple(fund for fund in self.funde if fund.alvor != OPLYSNING)


class Wanted(NamedTuple):
    """`find_key` may ask somebody; it is called when everything that needs no key has been looked at."""

    folder: str
    find_key: Callable[[], bytes]
    now: Callable[[], datetime]
    quick: bool = False


def check(wanted: Wanted) -> Report:
    funde, key, refused = _from_outside(wanted)
    count = None
    if key is not None:
        try:
            inside, count = _from_inside(wanted, key)
            funde += inside
        except VforlobError as error:
            refused = error
    there = list_copies(wanted.folder)
    funde = agreeing(funde, wanted.folder, damaged=isinstance(refused, _NO_DATABASE))
    return Report(_sorted(funde), refused, count, len(there), there[0].tid if there else "")


def _from_outside(wanted: Wanted) -> tuple[list[Fund], bytes | None, VforlobError | None]:
    folder = wanted.folder
    funde = [*look_at_place(folder), *copies.look_at_files(folder), *own_files.look_at_own_files(folder)]
    funde += [*deletions.look_at_list(folder), *deletions.look_at_interrupted(folder)]
    try:
        check_database_file(folder)
        keys.refuse_weak(read_envelope(folder))
        funde += keys.look_at_key(folder)
        return funde, wanted.find_key(), None
    except VforlobError as error:
        return funde, None, error


def _from_inside(wanted: Wanted, key: bytes) -> tuple[list[Fund], int]:
    with twin_of(wanted.folder) as twin:
        try:
            found = schema_of(twin, key)
            with open_store(twin, key, wanted.now) as store:
                return _looked_through(wanted, Scene(wanted.folder, store, key, wanted.now), found)
        except DatabaseDamaged:  # of the twin, whose name says nothing to anybody
            raise DatabaseDamaged(os.path.join(wanted.folder, DATABASE)) from None


def _looked_through(wanted: Wanted, scene: Scene, found: int) -> tuple[list[Fund], int]:
    """`found` is the schema the database had before its twin was opened."""
    funde = [database.old_schema(found, VERSION)] if found < VERSION else []
    funde += _guarded(_rules, scene)
    with _beside(wanted, scene) as gather:
        for one in (*(_QUICK if wanted.quick else _WHOLE), *_ALWAYS):
            funde += _guarded(one, scene)
        funde += gather()
    funde += _guarded(deletions.look_at_deletions, scene)  # it writes to the twin, so nothing comes after it
    return funde, int(scene.store.rows("SELECT coalesce(max(nr), 0) FROM haendelse")[0][0])


@contextmanager
def _beside(wanted: Wanted, scene: Scene) -> Iterator[Callable[[], list[Fund]]]:
    """What the library and the disk do by themselves is done while the events are gone through."""
    if wanted.quick:
        yield lambda: list(_guarded(_small_database, scene))
        return
    from concurrent.futures import ThreadPoolExecutor  # late: a quick check needs none

    twin, thorough = scene.store.folder, not copies.is_link_of(scene)
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [
            pool.submit(lambda: list(_guarded_pages(twin, scene.key, wanted.now))),
            pool.submit(lambda: list(copies.look_at_sums(wanted.folder))),
            pool.submit(lambda: list(copies.look_at_newest(wanted.folder, scene.key, thorough=thorough))),
        ]
        yield lambda: [fund for job in jobs for fund in job.result()]


def _guarded_pages(twin: str, key: bytes, now: Callable[[], datetime]) -> Iterator[Fund]:
    """Its own connection: one belongs to one thread."""
    session = Session(lambda: open_database(twin, key, newest=VERSION), twin, now)
    try:
        yield from database.look_at_pages(session)
    except DatabaseDamaged:
        yield _damaged()
    finally:
        session.close()


def _small_database(scene: Scene) -> Iterator[Fund]:
    refuse_damaged(scene.store)
    yield from ()


def _rules(scene: Scene) -> Iterator[Fund]:
    return own_files.look_at_rules(scene.store.folder)


def _guarded(check_one: Check, scene: Scene) -> list[Fund]:
    """A page that cannot be read, or something in it that nobody wrote, is a finding like any other."""
    try:
        return list(check_one(scene))
    except DatabaseDamaged:
        return [_damaged()]
    except FaultyFile:
        return []  # rules of her own, which are said to be faulty already
    except (ValueError, LookupError, TypeError, AttributeError):
        return [fejl("ulaeselig", "Noget i databasen kan ikke læses, som vforlob har skrevet det.", database.RESTORE)]


def _damaged() -> Fund:
    return fejl("database", "Databasen er beskadiget: noget i den kan ikke læses.", database.RESTORE)


def _sorted(funde: Sequence[Fund]) -> tuple[Fund, ...]:
    """The worst first; the same thing is said once."""
    first = {fund.id: fund for fund in reversed(funde)}
    names = dict.fromkeys(fund.id for fund in funde)
    return tuple(sorted((first[name] for name in names), key=lambda fund: _ORDER.index(fund.alvor)))
