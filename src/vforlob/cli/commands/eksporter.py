"""`vforlob eksporter`: the files that were made, and how they are cleared away. Open, act, show."""

from vforlob.actions.kept_exports import AWAY, CHANGED, HERE, Found, find_exports, forget_exports, remove_exports
from vforlob.actions.slettestop import stopped
from vforlob.cli.context import context, is_told_not_to_ask, open_store
from vforlob.cli.export_screens import (
    days_of,
    held_lines,
    is_wanted,
    list_lines,
    nothing_to_clear,
    rows_json,
    said_of_cleared,
    to_clear_lines,
)
from vforlob.cli.show import emit, err, out
from vforlob.errors.base import ExitCode
from vforlob.errors.eksport import ClearingNotAsked
from vforlob.store.store import Store


def liste(*, alle_filer: bool = False, json: bool = False) -> None:
    """The files that are there, and those that are found to be gone."""
    with open_store() as store:
        found = find_exports(store, removed=alle_filer or json)
    if json:
        emit(rows_json(found))
        return
    for line in list_lines(found, alle_filer):
        out(line)


def ryd(*, alder: str = "") -> int:
    """Remove what was made and is as it was made; what was changed since is asked for by itself. What is about a
    borger with a slettestop stays.
    """
    least = days_of(alder)
    with open_store() as store:
        found, held = _and_held(store, [it for it in find_exports(store) if it.days >= least])
        for line in held_lines(held):
            out(line)
        by_state = {state: [it for it in found if it.state == state] for state in (HERE, CHANGED, AWAY)}
        if not any(by_state.values()):
            if not held:
                out(nothing_to_clear(least))
            return ExitCode.OK
        left = _clear_whole(store, by_state[HERE])
        left += sum(_clear_changed(store, it) for it in by_state[CHANGED])
        for it in by_state[AWAY]:
            _forget(store, it)
    return ExitCode.PROBLEM if left else ExitCode.OK


def _and_held(store: Store, found: list[Found]) -> tuple[list[Found], list[Found]]:
    stops = stopped(store)
    held = [it for it in found if it.eksport.borger in stops and it.state in {HERE, CHANGED, AWAY}]
    return [it for it in found if it.eksport.borger not in stops], held


def _clear_whole(store: Store, whole: list[Found]) -> int:
    """How many could not be removed."""
    if not whole:
        return 0
    for line in to_clear_lines(whole):
        out(line)
    if not context().may_ask:
        if not is_told_not_to_ask():
            raise ClearingNotAsked
    elif not is_wanted("Slet filen?" if len(whole) == 1 else f"Slet de {len(whole)} filer?"):
        out("Intet er slettet.")
        return 0
    return _remove(store, whole)


def _clear_changed(store: Store, it: Found) -> int:
    out(f"{it.eksport.sti} er ændret, siden den blev lavet.")
    if context().may_ask and is_wanted("Slet den alligevel?"):
        return _remove(store, [it])
    out("Den bliver liggende.")
    return 0


def _forget(store: Store, it: Found) -> None:
    out(f"Mappen til {it.eksport.sti} er her ikke lige nu.")
    if context().may_ask and is_wanted("Tag filen af listen?"):
        forget_exports(store, [it])
        out("Den er taget af listen.")
    else:
        out("Den bliver på listen.")


def _remove(store: Store, wanted: list[Found]) -> int:
    left = remove_exports(store, wanted)
    out(said_of_cleared(len(wanted) - len(left)))
    for it in left:
        err(f"{it.eksport.sti} kunne ikke slettes. Er den åben i et andet program, så luk den, og prøv igen.")
    return len(left)
