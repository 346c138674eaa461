"""The hours of one or of many forløb, brought together for a screen or as JSON. Knows no layout."""

from collections.abc import Iterable
from typing import Any

from vforlob.actions.numbered import record_of
from vforlob.actions.references import read_typed
from vforlob.cli.context import context
from vforlob.cli.history_lines import history_lines
from vforlob.cli.layout import for_you, one_line, screen_width, side_by_side
from vforlob.cli.owners import Owner, named_owner, owner_for, owner_of
from vforlob.cli.posts import Family
from vforlob.cli.record_json import record_json, records_json
from vforlob.cli.record_lists import PAGE
from vforlob.cli.show import emit
from vforlob.cli.timer_screens import Trappe, step_words, trapper_table
from vforlob.errors.use import NothingGiven
from vforlob.model.timer import Lonkroner, Timer
from vforlob.rules.timetrappe import KINDS, aim, in_force, level, paid
from vforlob.store.posts import Wanted, posts
from vforlob.store.store import Store

TIMER = Family("timer", "timer", "et timetal", "timer", "ingen timer", lambda timer: str(timer.fra))


def trappe_of(store: Store, owner: Owner) -> Trappe:
    nr = owner.forlob.nr if owner.forlob else None
    timer = store.door(Timer).find(borger=owner.borger.nr, forlob=nr)
    return Trappe(owner, timer, store.door(Lonkroner).find(borger=owner.borger.nr, forlob=nr))


def trapper(store: Store, owner: Owner | None, everything: bool) -> tuple[Trappe, ...]:
    """One a forløb, in the order of numbers; at most a screenful and one."""
    wanted = Wanted(settled=everything)
    if owner is not None:
        wanted = wanted._replace(borger=owner.borger.nr, forlob=owner.forlob.nr if owner.forlob else None)
    found: dict[tuple[int, int | None], list[Timer]] = {}
    for post in posts(store, "timer", context().today.isoformat(), wanted):
        found.setdefault((post.record.borger, post.record.forlob), []).append(post.record)
    keys = [*found] if everything else [*found][: PAGE + 1]
    return tuple(Trappe(owner_of(store, *key), tuple(found[key])) for key in keys)


def hours_now_of(store: Store, owner: Owner | None) -> dict[str, Any]:
    """What stands today is shown beside the questions; Enter leaves it."""
    now = in_force(trappe_of(store, owner).timer, context().today.isoformat()) if owner else None
    return {kind: getattr(now, kind) for kind in KINDS if now is not None and getattr(now, kind) is not None}


def step_for(store: Store, typed: str) -> Timer:
    """By the number of the step; of a forløb or a borger it is picked."""
    read = read_typed(typed)
    if typed and read.nr is not None and not read.emne:
        return _step(record_of(store, "timer", typed))
    owner = named_owner(store, typed) or owner_for(store, "", "timer ret", "")
    assert owner is not None  # without a file something is always named
    timer = trappe_of(store, owner).timer
    if not context().may_ask:
        raise NothingGiven("nummeret på et timetal", f"vforlob timer ret {timer[-1].nr if timer else 7}")
    from vforlob.cli.picking import pick  # a line with its number needs no list

    picks = ((one.nr, f"{one.nr}  {step_words(one, context().today)}") for one in timer)
    return store.door(Timer).get(pick("Vælg et timetal", "timer", picks))


def saved(store: Store, timer: Timer) -> list[str]:
    owner, today = owner_of(store, timer.borger, timer.forlob), context().today
    return [
        f"Timetal {timer.nr} er gemt. {owner.name}",
        f"  {step_words(timer, today)}",
        *history_lines(store, "timer", timer.nr, today, screen_width())[1:],
    ]


def earlier_steps(store: Store, trappe: Trappe) -> list[str]:
    """What was put right in any of them."""
    today, width = context().today, screen_width()
    lines = [
        line
        for step in trappe.timer
        for line in history_lines(store, "timer", step.nr, today, width, f"Timetal {step.nr}")[1:]
    ]
    return ["", *lines] if lines else []


def list_lines(found: tuple[Trappe, ...], owner: Owner | None, alle: bool) -> list[str]:
    number = owner.number if owner else "f12"
    if not found:
        return [f"Der er ingen timer{f' for {owner.number}' if owner else ''}. Lav dem: vforlob timer ny {number}"]
    shown = found if alle else found[:PAGE]
    more = [" Der er flere. Se dem alle: vforlob timer liste --alle"] if len(shown) < len(found) else []
    return [
        *for_you(f"Timer om ugen{f' · {owner.name}' if owner else ''}", screen_width()),
        "",
        *trapper_table(shown, context().today, screen_width()),
        "",
        *side_by_side(f"Alle trin: vforlob timer vis {number}   Nyt: vforlob timer ny {number}", screen_width()),
        *more,
    ]


def emit_trappe(store: Store, trappe: Trappe) -> None:
    """`id` is the forløb's number, or the borger's before there is a forløb."""
    owner = trappe.owner
    emit(
        {
            "id": owner.forlob.nr if owner.forlob else owner.borger.nr,
            "borger": owner.borger.nr,
            "forlob": owner.forlob.nr if owner.forlob else None,
            "alias": owner.borger.alias,
            **_summed(trappe),
            "trin": [record_json(step) for step in trappe.timer],
            "lonkroner": records_json(trappe.lonkroner),
            "historik": {str(step.nr): _history(store, step) for step in trappe.timer},
        }
    )


def emit_trapper(found: Iterable[Trappe]) -> None:
    """A row a step, with the whole forløb's standing beside it."""
    rows = [
        record_json(step) | {"alias": it.owner.borger.alias, "virksomhed_navn": _where(it.owner)} | _summed(it)
        for it in found
        for step in it.timer
    ]
    emit({"raekker": rows})


def _summed(trappe: Trappe) -> dict[str, Any]:
    now, goal = level(trappe.timer, context().today), aim(trappe.timer)
    return {
        "uger_uaendret": now.weeks if now else None,
        "lontimer_nu": paid(now.step if now else None),
        "lontimer_mal": goal.ordinaer if goal else None,
    }


def _history(store: Store, step: Timer) -> list[dict[str, Any]]:
    from vforlob.cli.history_lines import history_json  # on a screen it is told otherwise

    return history_json(store, "timer", step.nr)


def _where(owner: Owner) -> str | None:
    return one_line(owner.virksomhed.navn) if owner.virksomhed else None


def _step(record: Any) -> Timer:
    assert isinstance(record, Timer)
    return record
