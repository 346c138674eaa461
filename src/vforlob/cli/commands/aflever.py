"""`vforlob aflever`: hand over one samtale, to everybody who is to have something of it. Open, act, show."""

from vforlob.actions.aflever import next_to_hand_over, steps_of
from vforlob.cli.context import context, open_store
from vforlob.cli.documents import samtale_held
from vforlob.cli.numbers import samtale_for
from vforlob.cli.owners import owner_of
from vforlob.cli.show import err, out
from vforlob.errors.base import ExitCode
from vforlob.errors.journal import NothingToHandOver
from vforlob.errors.use import NothingGiven
from vforlob.model.samtale import Samtale
from vforlob.store.handed import forget_steps
from vforlob.store.samtale_lock import hold as hold_lock
from vforlob.store.store import Store


def aflever(samtale: str = "", *, aflever_forfra: bool = False) -> int:
    """Without a number the newest finished one that is not handed over."""
    with open_store() as store:
        found = _wanted(store, samtale)
        samtale_held(store, found)  # says so when it is not finished
        if not context().may_ask:
            return _what_remains(store, found)
        from vforlob.cli.aflever_walk import walk  # late: where nobody can be asked there is no walk
        from vforlob.cli.ask import asker  # likewise

        with hold_lock(store.folder, found.nr):
            if aflever_forfra:
                forget_steps(store, found.nr, found.udgave)
            return walk(store, found, asker(context()))


def _wanted(store: Store, typed: str) -> Samtale:
    if typed:
        return samtale_for(store, typed, "aflever")
    if not context().may_ask:
        raise NothingGiven("en samtale", "vforlob aflever s31")
    found = next_to_hand_over(store)
    if found is None:
        raise NothingToHandOver
    return found


def _what_remains(store: Store, samtale: Samtale) -> int:
    """2 when something does: a walk needs somebody to walk it."""
    from vforlob.cli.aflever_screens import remaining_lines  # late: only without a terminal

    steps = steps_of(store, samtale)
    out("\n".join(remaining_lines(samtale, steps, owner_of(store, samtale.borger, samtale.forlob))))
    if all(step.svar for step in steps):
        return ExitCode.OK
    err("Der mangler nogen at spørge. Kør den i en terminal, eller brug linjerne én ad gangen.")
    return ExitCode.USAGE
