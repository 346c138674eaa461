"""The commands about aftaler. Open, act, show."""

from vforlob.actions.settle import settle_aftale
from vforlob.cli.context import context, open_store
from vforlob.cli.owners import named_owner, owner_for
from vforlob.cli.post_screens import aftale_screen, aftale_table
from vforlob.cli.posts import emit_list, emit_one, entry_of, new_entry, one_for, show_list, show_one, wanted_of
from vforlob.cli.posts_saved import AFTALE, aftale_saved
from vforlob.cli.record_commands import enter
from vforlob.cli.show import emit, out
from vforlob.errors.base import ExitCode
from vforlob.store.posts import posts

_ALSO = ("borger", "forlob", "frist", "status")


def aftale(sag: str = "", *, alle: bool = False, json: bool = False) -> int:
    """The list, and in a terminal what can be done with it."""
    liste(sag, alle=alle, json=json)
    if json or not context().may_ask:
        return ExitCode.OK
    from vforlob.cli.family_menu import offer  # without a terminal the list is all

    return offer("aftale", ("gjort", "vis", "ret"), sag)


def ny(sag: str = "", *, svar: str = "", json: bool = False) -> None:
    """Enter an aftale of a forløb or a borger."""
    with open_store() as store:
        owner = owner_for(store, sag, "aftale ny", svar)
        entry = new_entry(AFTALE, "Ny aftale", owner)
        enter(store, entry, svar, json, lambda aftale: aftale_saved(store, aftale, "er lavet"), _ALSO)


def vis(aftale: str = "", *, json: bool = False) -> None:
    """One aftale with its earlier values."""
    with open_store() as store:
        found = one_for(store, AFTALE, aftale, "aftale vis")
        if json:
            emit_one(store, AFTALE, found)
        else:
            steps = f"vforlob aftale gjort {found.nr}   vforlob aftale ret {found.nr}"
            show_one(store, AFTALE, found, aftale_screen, steps)


def ret(aftale: str = "", *, svar: str = "", json: bool = False) -> None:
    """Settle an aftale, or correct its words. The reason of an earlier outcome is no reason for a new one."""
    with open_store() as store:
        found = one_for(store, AFTALE, aftale, "aftale ret")
        entry = entry_of(store, AFTALE, found, forgotten=("grund",))
        enter(store, entry, svar, json, lambda after: aftale_saved(store, after, "er gemt"), _ALSO)


def liste(sag: str = "", *, alle: bool = False, json: bool = False) -> None:
    """Aftaler across everybody: own overdue ones first, then the overdue, then by frist."""
    with open_store() as store:
        owner = named_owner(store, sag)
        wanted = wanted_of(owner, alle, json)
        found = posts(store, "aftale", context().today.isoformat(), wanted)
    if json:
        emit_list(found)
    else:
        show_list(AFTALE, owner, found, aftale_table, wanted)


def gjort(aftale: str = "", *, json: bool = False) -> None:
    """Tick an aftale off, in ten seconds."""
    with open_store() as store:
        before = one_for(store, AFTALE, aftale, "aftale gjort")
        after = settle_aftale(store, before.nr, "gjort")
        lines = aftale_saved(store, after, "var allerede gjort" if after == before else "er gjort")
    if json:
        emit({"id": after.nr, "status": after.status})
        return
    for line in lines:
        out(line)
