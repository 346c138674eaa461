"""The commands about hours a week: the timetrappe of a forløb. Open, act, show."""

from vforlob.cli.context import context, open_store
from vforlob.cli.layout import screen_width, side_by_side
from vforlob.cli.owners import named_owner, owner_for
from vforlob.cli.posts import entry_of, new_entry
from vforlob.cli.record_commands import enter
from vforlob.cli.show import out
from vforlob.cli.timer_screens import trappe_screen
from vforlob.cli.trapper import (
    TIMER,
    earlier_steps,
    emit_trappe,
    emit_trapper,
    hours_now_of,
    list_lines,
    saved,
    step_for,
    trappe_of,
    trapper,
)
from vforlob.errors.base import ExitCode

_ALSO = ("borger", "forlob", "fra", "praktik", "lontilskud", "ordinaer")


def timer(sag: str = "", *, alle: bool = False, json: bool = False) -> int:
    """The list, and in a terminal what can be done with it."""
    liste(sag, alle=alle, json=json)
    if json or not context().may_ask:
        return ExitCode.OK
    from vforlob.cli.family_menu import offer  # without a terminal the list is all

    return offer("timer", ("vis", "ret"), sag, "f12")


def ny(sag: str = "", *, svar: str = "", json: bool = False) -> None:
    """Enter a step: the hours from a day on, or an aim."""
    with open_store() as store:
        owner = owner_for(store, sag, "timer ny", svar)
        entry = new_entry(TIMER, "Nye timer", owner, hours_now_of(store, owner))
        enter(store, entry, svar, json, lambda timer: saved(store, timer), _ALSO)


def vis(sag: str = "", *, json: bool = False) -> None:
    """The steps of one forløb, the goal, and how far the talk about pay has come."""
    with open_store() as store:
        owner = owner_for(store, sag, "timer vis", "")
        assert owner is not None  # without a file something is always named
        trappe = trappe_of(store, owner)
        if json:
            emit_trappe(store, trappe)
            return
        history = earlier_steps(store, trappe)
    for line in (*trappe_screen(trappe, context().today, screen_width(), not context().plain), *history):
        out(line)
    out()
    steps = f"Ret et trin: vforlob timer ret NR   Nyt: vforlob timer ny {owner.number}"
    for line in side_by_side(steps, screen_width()):
        out(line)


def ret(timer: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct one step, by its number; of a forløb it is picked."""
    with open_store() as store:
        found = step_for(store, timer)
        enter(store, entry_of(store, TIMER, found), svar, json, lambda after: saved(store, after), _ALSO)


def liste(sag: str = "", *, alle: bool = False, json: bool = False) -> None:
    """The hours of every open forløb: now, for how long, the goal."""
    with open_store() as store:
        owner = named_owner(store, sag)
        found = trapper(store, owner, alle or json)
    if json:
        emit_trapper(found)
    else:
        for line in list_lines(found, owner, alle):
            out(line)
