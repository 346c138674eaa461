"""The commands about hensyn: what is hard, what is needed, what the workplace does, who may know. Open, act, show."""

from vforlob.actions.references import read_typed
from vforlob.cli.context import context, open_store
from vforlob.cli.hensyn_entry import (
    decisions_lines,
    entry_for,
    entry_of,
    none_yet,
    open_places,
    place_of,
    places_of,
    saved,
    steps_of,
)
from vforlob.cli.hensyn_json import hensyn_json, hensynene_json
from vforlob.cli.hensyn_screens import all_table, hensyn_screen, matrix_screen, named, wishes_screen
from vforlob.cli.history_lines import history_lines
from vforlob.cli.layout import screen_width, side_by_side
from vforlob.cli.own_lists import aliases_of, own_for, records_of, show_rows
from vforlob.cli.owners import Owner, named_owner
from vforlob.cli.owners import owner_of as whose
from vforlob.cli.record_commands import enter
from vforlob.cli.show import emit, out
from vforlob.errors.base import ExitCode
from vforlob.model.hensyn import Hensyn
from vforlob.store.store import Store

_ALSO = ("borger", "status")


def hensyn(sag: str = "", *, alle: bool = False, json: bool = False) -> int:
    """The list, and in a terminal what can be done with it."""
    liste(sag, alle=alle, json=json)
    if json or not context().may_ask:
        return ExitCode.OK
    from vforlob.cli.family_menu import offer  # without a terminal the list is all

    return offer("hensyn", ("vis", "ret"), sag)


def ny(sag: str = "", *, svar: str = "", json: bool = False) -> None:
    """Enter a hensyn; in a forløb also who may know it there."""
    with open_store() as store:
        enter(store, entry_for(store, sag, svar), svar, json, lambda hensyn: saved(store, hensyn), _ALSO)


def vis(hensyn: str = "", *, json: bool = False) -> None:
    """One hensyn with its forløb; of a forløb or a borger the matrix."""
    read = read_typed(hensyn)
    with open_store() as store:
        if hensyn and (read.emne or read.nr is None):
            _show_matrix(store, named_owner(store, hensyn), json, everything=False)
        else:
            _show_one(store, own_for(store, "hensyn", hensyn, "hensyn vis", named), json)


def ret(hensyn: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct a hensyn, clear it, withdraw it, or say that it is no longer needed."""
    with open_store() as store:
        found = own_for(store, "hensyn", hensyn, "hensyn ret", named)
        enter(store, entry_of(store, found, svar), svar, json, lambda after: saved(store, after), _ALSO)


def liste(sag: str = "", *, alle: bool = False, json: bool = False) -> None:
    """Who may know what: of one forløb or borger, or every hensyn there is."""
    with open_store() as store:
        _show_matrix(store, named_owner(store, sag), json, everything=alle)


def _show_matrix(store: Store, owner: Owner | None, json: bool, *, everything: bool) -> None:
    found = [it for it in records_of(store, "hensyn", owner) if everything or json or it.status == "aktiv"]
    if json:
        emit(hensynene_json(store, found, owner))
    elif not found:
        out(none_yet(owner))
    elif owner is None:
        aliases = aliases_of(store)
        steps = "vforlob hensyn vis NR   vforlob hensyn vis f12   vforlob hensyn ny f12"
        show_rows("Hensyn", found, lambda rows, _today, width: all_table(rows, aliases, width), steps, everything)
    else:
        _show_hers(store, found, owner)


def _show_hers(store: Store, found: list[Hensyn], owner: Owner) -> None:
    """With one forløb that is its matrix, also when the borger was named; with none the wishes."""
    today, width = context().today, screen_width()
    borger = owner.borger.nr
    places = [place_of(store, owner.forlob.nr, borger)] if owner.forlob else open_places(store, borger)
    for place in places:
        for line in matrix_screen(found, place, today, width):
            out(line)
        out()
    if not places:
        for line in wishes_screen(found, owner, width):
            out(line)
        out()
    steps = f"vforlob hensyn vis NR   vforlob hensyn ret NR   vforlob hensyn ny {owner.number}"
    for line in side_by_side(steps, width):
        out(line)


def _show_one(store: Store, hensyn: Hensyn, json: bool) -> None:
    if json:
        emit(hensyn_json(store, hensyn))
        return
    today, width = context().today, screen_width()
    for line in hensyn_screen(hensyn, whose(store, hensyn.borger, None), places_of(store, hensyn), today, width):
        out(line)
    for line in (
        *history_lines(store, "hensyn", hensyn.nr, today, width),
        *decisions_lines(store, hensyn, today, width),
    ):
        out(line)
    out()
    for line in side_by_side(steps_of(hensyn), width):
        out(line)
