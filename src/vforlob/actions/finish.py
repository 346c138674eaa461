"""Finish a samtale: lock it and apply what it changes, in one transaction. Knows no question and no screen."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from vforlob.actions.apply import Kept, apply_difference, apply_effects
from vforlob.actions.drafts import COLUMNS, TILLAEG, case_of_samtale
from vforlob.actions.effects import effects_of
from vforlob.actions.effects.base import Effect, Ended
from vforlob.actions.finish_words import against_words, kept_words, next_contact_words
from vforlob.actions.next_day import planned
from vforlob.actions.sitting import Sitting, around_of, kept, scope_of
from vforlob.actions.told import Finished, asks_about_pay, told_words
from vforlob.actions.workdays import workdays
from vforlob.agenda.crosscheck import contradictions
from vforlob.agenda.reserved import SAMTALE
from vforlob.agenda.walk import Scope, relevant
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Answers, Key
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.samtale import Samtale
from vforlob.model.tegn import Tegn
from vforlob.model.timer import Timer
from vforlob.rules.frister import own_deadline
from vforlob.rules.milestones import eftervaern_until
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday
from vforlob.store.answers import answers_of, drop_drafts, save_answers
from vforlob.store.chain import write_head
from vforlob.store.events import utc_text
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store
from vforlob.store.versions import event_before

REASON = Key(SAMTALE, "grund")
OPFOLGNING = "opfolgning"


class Closed(NamedTuple):
    """The samtale as it is now, what was left as somebody changed it by hand, and what to tell."""

    samtale: Samtale
    kept: tuple[Kept, ...]
    told: tuple[str, ...]


def speaks_against(sitting: Sitting) -> tuple[str, ...]:
    """Sentences for what must be mended first; empty when it can be finished."""
    found = contradictions(sitting.agenda, kept(sitting), around_of(sitting))
    return tuple(against_words(sitting.agenda, against) for against in found)


def finish(store: Store, sitting: Sitting) -> Closed:
    """Everything or nothing. The first time all effects; at a correction the difference to the version before."""
    with store.doing("samtale rettet" if sitting.samtale.udgave else "samtale færdig"):
        closed = finish_within(store, sitting)
    write_head(store)
    return closed


def finish_within(store: Store, sitting: Sitting) -> Closed:
    """Inside doing(), as part of it. The head is the caller's to write, when all of it is on the disk."""
    rules = load_rulebook(store.folder)
    before = case_of_samtale(store, sitting.samtale)
    applied = apply_finish(store, sitting, rules)
    samtale = _lock(store, sitting)
    drop_drafts(store, samtale.nr)
    case = case_of_samtale(store, samtale)
    signs = _signs(store, samtale, rules) if asks_about_pay(sitting.agenda) else ()
    less = _step_down(store, samtale, rules)
    finished = Finished(sitting.agenda, samtale, applied.answers, before, case, rules, applied.new, signs, less)
    told = (*next_contact_words(case, samtale, rules), *told_words(finished), *kept_words(applied.kept))
    store.wants_copy = True
    return Closed(samtale, applied.kept, told)


class Applied(NamedTuple):
    """`new` are the effects that no earlier version had; `answers` those that are relevant."""

    kept: tuple[Kept, ...]
    new: tuple[Effect, ...]
    answers: Answers


def apply_finish(store: Store, sitting: Sitting, rules: RuleBook) -> Applied:
    """Inside doing()."""
    samtale, agenda = sitting.samtale, sitting.agenda
    standing, is_workday = _signs_now(store, samtale, rules), workdays(rules, store.folder)
    if not samtale.udgave:
        ended = _ended(agenda, sitting.case, samtale, sitting.answers, rules, is_workday)._replace(signs=standing)
        effects = effects_of(ended, scope_of(sitting))
        apply_effects(store, samtale.nr, effects)
        return Applied((), effects, ended.answers)
    before = case_of_samtale(store, samtale, as_of=event_before(store, samtale.nr, 1))
    held = store.door(Samtale).get(samtale.nr)
    finished = answers_of(store, samtale.nr, samtale.udgave)
    art = _adopted_by(store, samtale)
    old = effects_of(_ended(agenda, before, held, finished, rules, is_workday, art), _scope(before, held))
    ended = _ended(agenda, before, samtale, sitting.answers, rules, is_workday, art)
    if not _closes(old):
        ended = ended._replace(signs=standing)
    new = effects_of(ended, _scope(before, samtale))
    left = apply_difference(store, samtale.nr, before, old, new)
    known = {effect.key for effect in old}
    return Applied(left, tuple(effect for effect in new if effect.key not in known), ended.answers)


def _closes(effects: tuple[Effect, ...]) -> bool:
    return any(effect.emne == "statistik" for effect in effects)


def _signs_now(store: Store, samtale: Samtale, rules: RuleBook) -> Callable[[], tuple[str, ...]]:
    """The ids of the early signs, asked for before anything of this samtale is written."""
    return lambda: tuple(dict.fromkeys(one.id for one in _signs(store, samtale, rules)))


def _signs(store: Store, samtale: Samtale, rules: RuleBook) -> tuple[Tegn, ...]:
    """The early signs of the forløb as it stands, seen from the day of the samtale."""
    if samtale.forlob is None:
        return ()
    from vforlob.rules.tegn import signs  # late: only where pay is talked about, or a forløb closes
    from vforlob.store.facts import load_facts  # likewise

    return signs(load_facts(store, (samtale.forlob,))[0], date.fromisoformat(samtale.dato), rules)


def _step_down(store: Store, samtale: Samtale, rules: RuleBook) -> str:
    """Only an opfølgning tells whether it went well for both, once more."""
    if samtale.agenda != OPFOLGNING or samtale.forlob is None:
        return ""
    from vforlob.rules.step_down import step_down  # late: only where a samtale is finished
    from vforlob.store.facts import load_facts  # likewise

    facts = load_facts(store, (samtale.forlob,))[0]
    return step_down(facts.case, facts.said, date.fromisoformat(samtale.dato), rules, facts.fravaer)


def _adopted_by(store: Store, samtale: Samtale) -> str:
    """The art of the forløb that has taken over the hours of this samtale; "" when none has."""
    adopted = [hours.forlob for hours in store.door(Timer).find(samtale=samtale.nr) if hours.forlob is not None]
    return store.door(Forlob).get(adopted[0]).art if adopted else ""


def _scope(case: Case, samtale: Samtale) -> Scope:
    return Scope(samtale.med, samtale.tillaeg, case.forlob.art if case.forlob else None)


def _ended(
    agenda: Agenda,
    case: Case,
    samtale: Samtale,
    answers: Answers,
    rules: RuleBook,
    is_workday: IsWorkday,
    adopted_by: str = "",
) -> Ended:
    """Without signs: a version that was finished before says what stood then."""
    day = date.fromisoformat(samtale.dato)

    def plan(case: Case, wished: str | None) -> Plan | None:
        return planned(samtale, case, wished, rules, is_workday)

    def eftervaern_ends(forlob: Forlob) -> str | None:
        last = eftervaern_until(date.fromisoformat(forlob.lukket or samtale.dato), rules)
        return last.isoformat() if last else None

    return Ended(
        samtale=samtale,
        agenda=agenda,
        answers=relevant(agenda, answers, _scope(case, samtale)),
        case=case,
        plan=plan,
        adopted_by=adopted_by,
        own_deadline=own_deadline(day, rules, is_workday).isoformat(),
        eftervaern_ends=eftervaern_ends,
        signs=None,
    )


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
