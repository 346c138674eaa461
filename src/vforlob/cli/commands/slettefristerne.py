"""`vforlob slettefrister`: what is due, a yes or no to each class, the kommune's own days. Open, act, show."""

from typing import TYPE_CHECKING

from vforlob.actions.slettefrister import CASE, DRAFT, EXPORT, LOG, PLACE, TEXT, Due, gather_due, still_due
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import screen_width
from vforlob.cli.show import emit, out
from vforlob.cli.slet_list import due_json, due_lines, foot_lines
from vforlob.model.borger import Borger
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import counted
from vforlob.store.checking_list import put_list_right
from vforlob.store.store import Store

if TYPE_CHECKING:
    from vforlob.actions.sletning import Job  # a list deletes nothing


def slettefrister(*, slet_ja: str = "", alle_frister: bool = False, json: bool = False) -> None:
    """The list; at a terminal, or with --ja, what is said yes to is deleted."""
    from vforlob.actions.copies import is_clock_trusted  # the copies are read for the clock
    from vforlob.cli.slet_asking import classes_of  # likewise

    current = context()
    with open_store() as store:
        put_list_right(store)
        due = gather_due(store, current.today)
        if json:
            emit(due_json(due, is_clock_trusted(store)))
            return
        wanted = classes_of(due, slet_ja) if slet_ja else ()
        _show(store, due, alle_frister)
        if due.is_empty or (slet_ja and not wanted):
            return
        if not current.may_ask and not slet_ja:
            out(f"\n Slet det, du vil: {in_folder('vforlob slettefrister --ja ord')}")
            return
        _delete(store, due, wanted)


def ret(frist: str = "", dage: str = "") -> None:
    """The kommune's own number of days."""
    from vforlob.cli.slet_deadlines import change_deadline  # late: the list changes none

    with open_store() as store:
        store.listed = 0  # nobody is shown
        change_deadline(store, frist, dage)


def kvitteringer(*, json: bool = False) -> None:
    """What was deleted, when, and how much: never whom."""
    from vforlob.cli.slet_receipts import receipt_lines, receipts_json  # late, as above
    from vforlob.model.sletning import Sletning

    with open_store() as store:
        receipts = store.door(Sletning).find()
        store.listed = 0  # they name nobody
    if json:
        emit(receipts_json(receipts))
        return
    for line in receipt_lines(receipts, screen_width()):
        out(line)


def _show(store: Store, due: Due, everything: bool) -> None:
    names = {it.nr: it.alias for it in store.door(Borger).find()}
    names |= {-it.nr: it.navn for it in store.door(Virksomhed).find()} if due.places else {}
    current = context()
    for line in (
        *due_lines(due, names, current.today, screen_width(), everything),
        *_files(store, due),
        *foot_lines(due, screen_width()),
    ):
        out(line)


def _files(store: Store, due: Due) -> list[str]:
    """Files are told of and cleared away by a command of their own."""
    from vforlob.actions.kept_exports import old_exports  # it looks at the disk

    old = old_exports(store, due.days[EXPORT])
    if not old:
        return []
    many = counted(len(old), "fil er", "filer er")
    return ["", f" {many} mindst {due.days[EXPORT]} dage gamle: {in_folder('vforlob eksporter ryd')}"]


def _delete(store: Store, due: Due, wanted: tuple[str, ...]) -> None:
    from vforlob.cli import slet_asking as questions  # late: a list asks nothing
    from vforlob.cli.slet_run import done_lines, older_copies, run_jobs, tell  # likewise

    with questions.asking():
        questions.confirm_clock(store)
        chosen = wanted or questions.ask_classes(due)
        if not chosen:
            tell([questions.NOTHING])
            return
        drop = True if wanted else questions.ask_copies(older_copies(store))
    jobs = _jobs(store, still_due(due, gather_due(store, context().today)), chosen)
    if not jobs:
        tell([questions.NOTHING])
        return
    done = run_jobs(store, jobs, drop_copies=drop)
    out()
    tell(done_lines(store, done))


def _jobs(store: Store, due: Due, chosen: tuple[str, ...]) -> list["Job"]:
    """Whole borgere first: their words and drafts go with them."""
    from vforlob.actions import sletning  # late, as above
    from vforlob.cli.slet_words import CLASSES

    classes = {CLASSES[word] for word in chosen}
    gone = {it.nr for it in due.persons} if CASE in classes else set()
    frist = {navn: counted(days, "dag", "dage") for navn, days in due.days.items()}
    jobs = [sletning.person_job(store, nr, frist[CASE]) for nr in sorted(gone)]
    words = [(it.emne, it.nr) for it in due.words if it.borger not in gone]
    drafts = [it.nr for it in due.drafts if it.borger not in gone]
    if TEXT in classes and words:
        jobs.append(sletning.words_job(words, frist[TEXT]))
    if DRAFT in classes and drafts:
        jobs.append(sletning.drafts_job(drafts, frist[DRAFT]))
    if PLACE in classes:
        jobs += [sletning.virksomhed_job(it.nr, frist[PLACE]) for it in due.places]
    if LOG in classes and due.log.many:
        jobs.append(sletning.log_job(due.log.before, frist[LOG]))
    return jobs
