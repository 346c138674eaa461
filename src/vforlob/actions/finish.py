"""Finish a samtale: lock it and apply what it changes, in one transaction. Knows no question and no screen."""

from typing import NamedTuple

from vforlob.actions.apply import Kept, apply_difference, apply_effects
from vforlob.actions.drafts import COLUMNS, TILLAEG, case_of_samtale
from vforlob.actions.effects import effects_of
from vforlob.actions.effects.base import Effect, Ended
from vforlob.actions.finish_words import against_words, kept_words, next_contact_words
from vforlob.actions.sitting import Sitting, kept, scope_of
from vforlob.actions.workdays import is_danish_workday
from vforlob.agenda.crosscheck import contradictions
from vforlob.agenda.reserved import SAMTALE
from vforlob.agenda.walk import Scope, relevant
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Answers, Key
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.rules.kontaktplan import next_contact
from vforlob.rules.rulebook import RuleBook
from vforlob.store.answers import answers_of, drop_drafts, save_answers
from vforlob.store.chain import write_head
from vforlob.store.events import utc_text
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store
from vforlob.store.versions import event_before

REASON = Key(SAMTALE, "grund")


class Closed(NamedTuple):
    """The samtale as it is now, what was left as somebody changed it by hand, and what to tell."""

    samtale: Samtale
    kept: tuple[Kept, ...]
    told: tuple[str, ...]


def speaks_against(sitting: Sitting) -> tuple[str, ...]:
    """Sentences for what must be mended first; empty when it can be finished."""
    return tuple(against_words(sitting.agenda, against) for against in contradictions(sitting.agenda, kept(sitting)))


def finish(store: Store, sitting: Sitting) -> Closed:
    """Everything or nothing. The first time all effects; at a correction the difference to the version before."""
    with store.doing("samtale rettet" if sitting.samtale.udgave else "samtale færdig"):
        closed = finish_within(store, sitting)
    write_head(store)
    return closed


def finish_within(store: Store, sitting: Sitting) -> Closed:
    """Inside doing(), as part of it. The head is the caller's to write, when all of it is on the disk."""
    rules = load_rulebook(store.folder)
    left = apply_finish(store, sitting, rules)
    samtale = _lock(store, sitting)
    drop_drafts(store, samtale.nr)
    case = case_of_samtale(store, samtale)
    return Closed(samtale, left, (*next_contact_words(case, samtale, rules), *kept_words(left)))


def apply_finish(store: Store, sitting: Sitting, rules: RuleBook) -> tuple[Kept, ...]:
    """Inside doing()."""
    samtale = sitting.samtale
    if not samtale.udgave:
        apply_effects(store, samtale.nr, _effects(sitting.agenda, sitting.case, samtale, sitting.answers, rules))
        return ()
    before = case_of_samtale(store, samtale, as_of=event_before(store, samtale.nr, 1))
    standing = store.door(Samtale).get(samtale.nr)
    finished = answers_of(store, samtale.nr, samtale.udgave)
    art = _adopted_by(store, samtale)
    old = _effects(sitting.agenda, before, standing, finished, rules, art)
    new = _effects(sitting.agenda, before, samtale, sitting.answers, rules, art)
    return apply_difference(store, samtale.nr, before, old, new)


def _adopted_by(store: Store, samtale: Samtale) -> str:
    """The art of the forløb that has taken over the hours of this samtale; "" when none has."""
    adopted = [hours.forlob for hours in store.door(Timer).find(samtale=samtale.nr) if hours.forlob is not None]
    return store.door(Forlob).get(adopted[0]).art if adopted else ""


def _effects(
    agenda: Agenda, case: Case, samtale: Samtale, answers: Answers, rules: RuleBook, adopted_by: str = ""
) -> tuple[Effect, ...]:
    art = case.forlob.art if case.forlob else None
    scope = Scope(samtale.med, samtale.tillaeg, art)

    def plan(case: Case, wished: str | None) -> Plan:
        return next_contact(case, samtale.dato, wished, rules, is_danish_workday)

    return effects_of(Ended(samtale, agenda, relevant(agenda, answers, scope), case, plan, adopted_by), scope)


def _lock(store: Store, sitting: Sitting) -> Samtale:
    """What a changed answer made irrelevant is taken out of the version, and stays in the history."""
    samtale = sitting.samtale
    counted = relevant(sitting.agenda, sitting.answers, scope_of(sitting))
    udgave = samtale.kladde_udgave or 1
    gone = {key: None for key in sitting.answers if key not in counted and sitting.agenda.punkt(key.punkt)}
    if gone:
        save_answers(store, samtale.nr, udgave, gone)
    said = {name: getattr(samtale, name) for name in (*COLUMNS, TILLAEG.felt, "med")}
    reason = sitting.answers.get(REASON)
    return store.door(Samtale).change(
        samtale.nr,
        status="faerdig",
        udgave=udgave,
        kladde_udgave=None,
        grund=str(reason) if reason is not None else samtale.grund,
        faerdig=utc_text(store.now()),
        **said,
    )
