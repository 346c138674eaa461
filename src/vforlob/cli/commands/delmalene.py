"""The commands about delmål. Open, act, show."""

from vforlob.actions.record_kinds.delmal import asked_anew
from vforlob.cli.context import context, open_store
from vforlob.cli.owners import named_owner, owner_for
from vforlob.cli.post_screens import delmal_screen, delmal_table
from vforlob.cli.posts import emit_list, emit_one, entry_of, new_entry, one_for, show_list, show_one, wanted_of
from vforlob.cli.posts_saved import DELMAL, delmal_saved
from vforlob.cli.record_commands import enter
from vforlob.errors.base import ExitCode
from vforlob.store.posts import posts

_ALSO = ("borger", "forlob", "status")


def delmal(sag: str = "", *, alle: bool = False, json: bool = False) -> int:
    """The list, and in a terminal what can be done with it."""
    liste(sag, alle=alle, json=json)
    if json or not context().may_ask:
        return ExitCode.OK
    from vforlob.cli.family_menu import offer  # without a terminal the list is all

    return offer("delmål", ("vis", "ret"), sag)


def ny(sag: str = "", *, svar: str = "", json: bool = False) -> None:
    """Enter a delmål, one question a letter."""
    with open_store() as store:
        owner = owner_for(store, sag, "delmål ny", svar)
        entry = new_entry(DELMAL, "Nyt delmål", owner)
        enter(store, entry, svar, json, lambda delmal: delmal_saved(store, delmal, "er lavet"), _ALSO)


def vis(delmal: str = "", *, json: bool = False) -> None:
    """One delmål with what it lacks and its earlier values."""
    with open_store() as store:
        found = one_for(store, DELMAL, delmal, "delmål vis")
        if json:
            emit_one(store, DELMAL, found)
        else:
            show_one(store, DELMAL, found, delmal_screen, f"vforlob delmål ret {found.nr}")


def ret(delmal: str = "", *, svar: str = "", json: bool = False) -> None:
    """Say how a delmål stands, or correct its words."""
    with open_store() as store:
        found = one_for(store, DELMAL, delmal, "delmål ret")
        entry = entry_of(store, DELMAL, found, forgotten=("delt",) if asked_anew(store, found) else ())
        enter(store, entry, svar, json, lambda after: delmal_saved(store, after, "er gemt", found.status), _ALSO)


def liste(sag: str = "", *, alle: bool = False, json: bool = False) -> None:
    """Delmål that are not reached, by frist. They are the borger's, whatever forløb they came up in."""
    with open_store() as store:
        owner = named_owner(store, sag)
        wanted = wanted_of(owner, alle, json)._replace(forlob=None)
        found = posts(store, "delmal", context().today.isoformat(), wanted)
    if json:
        emit_list(found)
    else:
        show_list(DELMAL, owner, found, delmal_table, wanted)
