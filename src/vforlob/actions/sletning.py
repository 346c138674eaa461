"""Delete for good, in the order that leaves nothing behind: copy, figures, files, records, pages, copies.

Asks nobody: whoever calls has had a yes. What is interrupted is finished by `sletning_finish` at the next start.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from vforlob.actions.copies import BEFORE_ERASING
from vforlob.actions.kept_exports import CHANGED, HERE, Found, find_exports, remove_exports
from vforlob.actions.months import keep_months
from vforlob.actions.sletning_finish import Marker, finish, put_marker
from vforlob.errors.sletning import (
    DeletingElsewhere,
    DeletionStopped,
    FilesStillThere,
    ForlobStillOpen,
    NotInJournal,
    VirksomhedInUse,
)
from vforlob.model.accounts import Indstilling
from vforlob.model.forlob import Forlob
from vforlob.model.jobabning import Henvendelse
from vforlob.model.samtale import Samtale
from vforlob.model.sletning import Sletning
from vforlob.store.acts import ERASING
from vforlob.store.deleting_lock import deleting
from vforlob.store.due_deletion_cases import LAST_FORLOB
from vforlob.store.erasing import erase_borger, erase_drafts, erase_log, erase_virksomhed, erase_words
from vforlob.store.journal import waiting
from vforlob.store.samtale_lock import hold
from vforlob.store.store import Store

_NEWEST_RECEIPT = "SELECT coalesce(max(nr), 0) FROM sletning"
_OPEN_TALKS = "SELECT nr FROM samtale WHERE borger = ? AND kladde_udgave IS NOT NULL"


class Job(NamedTuple):
    """One deletion: what it does, the borger it is of (0 for none), the samtaler nobody may have open meanwhile, and
    the single records it takes something out of.
    """

    erase: Callable[[Store, str], Sletning]
    borger: int = 0
    samtaler: tuple[int, ...] = ()
    posts: tuple[tuple[str, int], ...] = ()


class Done(NamedTuple):
    """The receipts, and how many copies went: those from before, without the one that this deletion made itself."""

    receipts: tuple[Sletning, ...]
    copies: int


def person_job(store: Store, nr: int, frist: str | None = None) -> Job:
    open_talks = tuple(row[0] for row in store.rows(_OPEN_TALKS, (nr,)))
    return Job(lambda store, day: erase_borger(store, nr, day, frist), nr, open_talks)


def virksomhed_job(nr: int, frist: str | None = None) -> Job:
    return Job(lambda store, day: erase_virksomhed(store, nr, day, frist))


def words_job(posts: Sequence[tuple[str, int]], frist: str) -> Job:
    samtaler = tuple(nr for emne, nr in posts if emne == "samtale")
    return Job(lambda store, day: erase_words(store, posts, day, frist), samtaler=samtaler, posts=tuple(posts))


def drafts_job(samtaler: Sequence[int], frist: str) -> Job:
    posts = tuple(("samtale", nr) for nr in samtaler)
    return Job(lambda store, day: erase_drafts(store, samtaler, day, frist), samtaler=tuple(samtaler), posts=posts)


def log_job(before_utc: str, frist: str) -> Job:
    return Job(lambda store, day: erase_log(store, before_utc, day, frist))


def refuse_borger(store: Store, nr: int) -> None:
    """Raises what keeps her: a stop, a forløb that goes on, notes that the journal lacks."""
    from vforlob.actions.slettestop import is_stopped  # the other deletions have weighed it already

    if is_stopped(store, nr):
        raise DeletionStopped(nr)
    running = tuple(it.nr for it in store.door(Forlob).find(borger=nr) if it.status != "lukket")
    if running:
        raise ForlobStillOpen(nr, running)
    lacking = sum(it.borger == nr for it in waiting(store))
    if lacking:
        raise NotInJournal(nr, lacking)


def refuse_virksomhed(store: Store, nr: int) -> None:
    forlobene = tuple(it.nr for it in store.door(Forlob).find(virksomhed=nr))
    asked = len(store.door(Henvendelse).find(virksomhed=nr))
    if forlobene or asked:
        raise VirksomhedInUse(nr, forlobene, asked)


def files_of(store: Store, borger: int) -> tuple[Found, ...]:
    """The files about her that are there, or may be."""
    return tuple(it for it in find_exports(store) if it.eksport.borger == borger and it.eksport.fjernet is None)


def carry_out(store: Store, jobs: Sequence[Job], *, drop_copies: bool) -> Done:
    """One after the other, each whole or not at all. With `drop_copies` the copies from before go too."""
    from vforlob.store.copies import make_copy  # hashes and folders of its own: only here

    day = store.now().date().isoformat()
    with deleting(store.folder) as is_alone, _nobody_in(store, jobs):
        if not is_alone:
            raise DeletingElsewhere
        for job in jobs:
            _refuse_stopped(store, job)
        own = make_copy(store, BEFORE_ERASING)
        keep_months(store)
        for job in jobs:
            _remove_files(store, job.borger)
        marker = put_marker(store.folder, Marker(_newest_receipt(store), drop_copies))
        receipts = tuple(_erased(store, jobs, day))
        keep_months(store)
        gone = finish(store, marker.drop_copies)
        return Done(receipts, gone if os.path.exists(own.path) else gone - 1)


def _erased(store: Store, jobs: Sequence[Job], day: str) -> Iterator[Sletning]:
    for job in jobs:
        _refuse_stopped(store, job)
        if job.borger:
            _note_places(store, job.borger)
        yield job.erase(store, day)


def _refuse_stopped(store: Store, job: Job) -> None:
    """Whatever was weighed before: another window may have set a stop while she was asked. Raises DeletionStopped."""
    from vforlob.actions.slettestop import stopped  # as above

    held = stopped(store)
    whose = {job.borger} if held else set()
    for emne, nr in job.posts if held else ():
        whose.update(row[0] for row in store.rows(f"SELECT borger FROM {emne} WHERE nr = ?", (nr,)))  # noqa: S608 - ours
    if held & whose:
        raise DeletionStopped(min(held & whose))


def _remove_files(store: Store, borger: int) -> None:
    """Before anything is deleted. Those whose folder is not there today were told of before."""
    there = [it for it in files_of(store, borger) if it.state in {HERE, CHANGED}] if borger else []
    left = remove_exports(store, there)
    if left:
        raise FilesStillThere(borger, tuple(it.eksport.sti for it in left))


def _note_places(store: Store, borger: int) -> None:
    """In which month a virksomhed last had somebody of ours: when she is gone nothing else tells."""
    months: dict[int, str] = {}
    for forlob in store.door(Forlob).find(borger=borger):
        ended = max(forlob.lukket or "", forlob.eftervaern or "", forlob.start or "")
        months[forlob.virksomhed] = max(months.get(forlob.virksomhed, ""), ended[:7])
    for asked in store.door(Henvendelse).find(borger=borger):
        months[asked.virksomhed] = max(months.get(asked.virksomhed, ""), asked.dato[:7])
    from vforlob.actions.settings import setting  # only where somebody is deleted

    newer = {name: month for nr, month in months.items() if month > setting(store, name := LAST_FORLOB.format(nr))}
    if newer:
        with store.doing(ERASING):
            for name, month in newer.items():
                day = store.now().date().isoformat()
                store.door(Indstilling).add(Indstilling(0, name, month, day))


@contextmanager
def _nobody_in(store: Store, jobs: Sequence[Job]) -> Iterator[None]:
    """Raises SamtaleOpenElsewhere before anything is done."""
    with ExitStack() as held:
        for samtale in sorted({nr for job in jobs for nr in job.samtaler}):
            held.enter_context(hold(store.folder, samtale))
        yield


def _newest_receipt(store: Store) -> int:
    return int(store.rows(_NEWEST_RECEIPT)[0][0])


def drafts_of(store: Store, borger: int) -> tuple[Samtale, ...]:
    return tuple(it for it in store.door(Samtale).find(borger=borger) if it.kladde_udgave is not None)
