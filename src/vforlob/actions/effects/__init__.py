"""Every word that `skriver` may hold, with what it changes: a new word is one function and one line here."""

from collections.abc import Iterator

from vforlob.actions.effects import aftaler, borger, ending, forlob, hensyn, opgaver, plan, timer, virksomhed
from vforlob.actions.effects.base import Effect, Ended, Rule
from vforlob.agenda.walk import Scope, applying
from vforlob.model.agenda import Punkt


def outcome(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """What closes, and the first contact after it."""
    yield from ending.udfald(ended, punkt)
    yield from plan.plan_of_ending(ended, punkt)


EFFECTS: dict[str, Rule] = {
    "forlob.start": forlob.start,
    "forlob.slut": forlob.slut,
    "forlob.hensigt": forlob.hensigt,
    "forlob.dage": forlob.dage,
    "forlob.kontakt": forlob.kontakt,
    "forlob.vitas": forlob.vitas,
    "timer": timer.timer,
    "aftaler": aftaler.aftaler,
    "plan": plan.plan,
    "hensyn": hensyn.hensyn,
    "opgaver": opgaver.opgaver,
    "delmal": aftaler.delmal,
    "fremmode": timer.fremmode,
    "lonkroner": timer.lonkroner,
    "onsker": borger.onsker,
    "koordinering": borger.koordinering,
    "borger.cv": borger.cv,
    "borger.ressourcer": borger.ressourcer,
    "borger.geografi": borger.geografi,
    "udfald": outcome,
    "virksomhed": virksomhed.virksomhed,
    "laering": virksomhed.laering,
}


def effects_of(ended: Ended, scope: Scope) -> tuple[Effect, ...]:
    """Everything the samtale changes, in the order of the agenda; what names the same record is one effect."""
    merged: dict[str, Effect] = {}
    for effect in _all(ended, scope):
        old = merged.get(effect.key)
        if old is not None and old.values is not None and effect.values is not None:
            effect = old._replace(values={**old.values, **effect.values})
        merged[effect.key] = effect
    return tuple(merged.values())


def _all(ended: Ended, scope: Scope) -> Iterator[Effect]:
    yield from aftaler.settled(ended)
    yield from aftaler.reviewed(ended)
    for punkt in applying(ended.agenda, ended.answers, scope):
        for word in punkt.writes:
            yield from EFFECTS[word](ended, punkt)
