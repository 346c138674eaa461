"""The walk after a samtale: its steps, how far it has come, what each hands over. Asks nobody, shows nothing."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vforlob.actions.journal import Note, gather_journal
from vforlob.actions.make_referat import without_alias
from vforlob.model.eksport import Aflevering
from vforlob.model.forlob import Forlob
from vforlob.model.referat import Referat
from vforlob.model.samtale import Samtale
from vforlob.model.text import clean
from vforlob.rules.rulebook import RuleBook
from vforlob.store.handed import ART, done_of, finished_before, is_in_journal, put_step
from vforlob.store.store import Store

JOURNAL, VIRKSOMHED, MENTOR, BORGER, KALENDER = "journal", "virksomhed", "mentor", "borger", "kalender"
STEPS = (JOURNAL, VIRKSOMHED, MENTOR, BORGER, KALENDER)
DONE, SKIPPED, NO_TEXT = "gjort", "sprunget", "ingen"
LONGEST_NAME = 40


class Step(NamedTuple):
    """`number` counts from 1. `svar` is gjort or sprunget, ingen where there may be no text, and empty for
    what is still to be done.
    """

    trin: str
    number: int
    svar: str = ""


def steps_of(store: Store, samtale: Samtale) -> tuple[Step, ...]:
    """A mentor has a step where there is one. What has its receipt is in the journal, however it came there. Before
    there is a forløb there is no virksomhed to have a text.
    """
    done = done_of(store, samtale.nr, samtale.udgave)
    if samtale.forlob is None:
        done[VIRKSOMHED] = SKIPPED
    if is_in_journal(store, samtale.nr):
        done[JOURNAL] = DONE
    wanted = [trin for trin in STEPS if trin != MENTOR or _has_mentor(store, samtale)]
    return tuple(Step(trin, number, done.get(trin, "")) for number, trin in enumerate(wanted, 1))


def next_to_hand_over(store: Store) -> Samtale | None:
    """The newest finished samtale with a step that is neither done nor passed over."""
    before = 1 << 62
    while numbers := finished_before(store, before):
        for nr in numbers:
            samtale: Samtale = store.door(Samtale).get(nr)
            if any(not step.svar for step in steps_of(store, samtale)):
                return samtale
        before = numbers[-1]
    return None


def note_of(store: Store, samtale: Samtale, today: date, rules: RuleBook) -> Note | None:
    """What is receipted for it; None when the journal has it."""
    groups = gather_journal(store, today, rules, samtale.borger)
    found = (note for group in groups for note in group.notes if (note.emne, note.nr) == ("samtale", samtale.nr))
    return next(found, None)


def mark(store: Store, samtale: Samtale, trin: str, svar: str, gruppe: int | None = None) -> int:
    """One step; the steps of one walk are one thing done. The number of the gruppe, for the next step."""
    with store.doing(ART, gruppe=gruppe) as given:
        put_mark(store, samtale, trin, svar)
    return given


def put_mark(store: Store, samtale: Samtale, trin: str, svar: str) -> None:
    """The same inside doing()."""
    day = store.now().date().isoformat()
    put_step(store, Aflevering(0, samtale.nr, samtale.borger, samtale.udgave, trin, svar, day))


def greeted(referat: Referat, first_name: str, alias: str) -> Referat:
    """The name stands in this one document. It is no place for an alias."""
    name = without_alias(clean(first_name, lines=False).strip()[:LONGEST_NAME], alias)
    if not name or name == "borgeren":
        return referat
    return referat._replace(indledning=f"Hej {name}. {referat.indledning}".strip())


def lines_instead(samtale: Samtale) -> Mapping[str, str]:
    """The command that does each step by itself, as it follows "vforlob "; none for what there is no text for."""
    number = f"f{samtale.forlob}" if samtale.forlob else f"b{samtale.borger}"
    whose = (VIRKSOMHED, MENTOR, BORGER) if samtale.forlob else (BORGER,)
    texts = {who: f"referat s{samtale.nr} --til {who}" for who in whose}
    return {JOURNAL: f"journal {number}", **texts, KALENDER: f"kalender {number}"}


def _has_mentor(store: Store, samtale: Samtale) -> bool:
    if samtale.forlob is None:
        return False
    return "mentor" in samtale.deltagere or bool(store.door(Forlob).get(samtale.forlob).mentor)
