"""`vforlob slet`: a borger or a virksomhed deleted for good, when its number is typed back. Open, act, show."""

from vforlob.actions import sletning
from vforlob.actions.sletning_named import named_elsewhere
from vforlob.cli import slet_asking as questions
from vforlob.cli.context import context, open_store
from vforlob.cli.layout import screen_width
from vforlob.cli.numbers import borger_for, virksomhed_for
from vforlob.cli.show import out
from vforlob.cli.slet_run import done_lines, older_copies, run_jobs, tell
from vforlob.cli.slet_screens import Before, borger_lines, still_named, virksomhed_lines
from vforlob.errors.base import ExitCode
from vforlob.errors.sletning import NumberNotTyped
from vforlob.model.text import fold
from vforlob.rules.danish import counted
from vforlob.store.due_deletion_counts import counts_of_borger, counts_of_virksomhed
from vforlob.store.store import Store


def slet(borger: str = "", *, slet_nummer: str = "") -> int:
    """Everything of one borger; the number of a virksomhed says as plainly what is meant."""
    typed = fold(borger.strip())
    if typed[:1] == "v" and typed[1:].isdecimal():
        return virksomhed(borger, slet_nummer=slet_nummer)
    with open_store() as store:
        found = borger_for(store, borger, "slet")
        sletning.refuse_borger(store, found.nr)
        counts, drafts = counts_of_borger(store, found.nr), len(sletning.drafts_of(store, found.nr))
        named = named_elsewhere(store, found)
        before = Before(found, counts, drafts, sletning.files_of(store, found.nr), named)
        for line in borger_lines(before, screen_width()):
            out(line)
        held = counted(counts.get("samtale", 0), "samtale", "samtaler")
        drop = _agreed(store, f"b{found.nr}", f"Slet b{found.nr} og {held}?", slet_nummer, "slet")
        if drop is None:
            return ExitCode.PROBLEM
        sletning.refuse_borger(store, found.nr)  # once more: another window may have written while she was asked
        done = run_jobs(store, [sletning.person_job(store, found.nr)], drop_copies=drop)
        out()
        tell([*done_lines(store, done), *still_named(named)])
    return ExitCode.OK


def virksomhed(virksomhed: str = "", *, slet_nummer: str = "") -> int:
    """A virksomhed that no forløb and no henvendelse names."""
    with open_store() as store:
        found = virksomhed_for(store, virksomhed, "slet virksomhed")
        sletning.refuse_virksomhed(store, found.nr)
        for line in virksomhed_lines(found, counts_of_virksomhed(store, found.nr), screen_width()):
            out(line)
        drop = _agreed(store, f"v{found.nr}", f"Slet v{found.nr}?", slet_nummer, "slet virksomhed")
        if drop is None:
            return ExitCode.PROBLEM
        done = run_jobs(store, [sletning.virksomhed_job(found.nr)], drop_copies=drop)
        out()
        tell(done_lines(store, done))
    return ExitCode.OK


def _agreed(store: Store, number: str, text: str, given: str, line: str) -> bool | None:
    """Whether the copies from before go too; None where another number was typed. Raises NumberNotTyped."""
    if given or not context().may_ask:
        if fold(given.strip()) != number:
            raise NumberNotTyped(number, line)
        questions.confirm_clock(store)
        return True
    with questions.asking():
        questions.confirm_clock(store)
        if not questions.is_typed_back(f"{text} Skriv »{number}«.", number):
            tell([f"Det var ikke {number}. {questions.NOTHING}"])
            return None
        return questions.ask_copies(older_copies(store))
