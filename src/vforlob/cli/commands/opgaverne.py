"""The commands about the tasks of a forløb. Open, act, show."""

from vforlob.cli.context import context, open_store
from vforlob.cli.owners import forlob_owner_for, named_owner, owner_of
from vforlob.cli.post_screens import opgave_screen, opgave_table
from vforlob.cli.posts import emit_list, emit_one, entry_of, new_entry, one_for, show_list, show_one, wanted_of
from vforlob.cli.posts_saved import OPGAVE, form_knows, opgave_saved
from vforlob.cli.record_commands import enter
from vforlob.errors.base import ExitCode
from vforlob.store.posts import posts

_ALSO = ("borger", "forlob", "trin")


def opgave(sag: str = "", *, alle: bool = False, json: bool = False) -> int:
    """The list, and in a terminal what can be done with it."""
    liste(sag, alle=alle, json=json)
    if json or not context().may_ask:
        return ExitCode.OK
    from vforlob.cli.family_menu import offer  # without a terminal the list is all

    return offer("opgave", ("vis", "ret"), sag)


def ny(forlob: str = "", *, svar: str = "", json: bool = False) -> None:
    """Enter a task of a forløb."""
    with open_store() as store:
        owner = forlob_owner_for(store, forlob, "opgave ny", svar)
        entry = new_entry(OPGAVE, "Ny opgave", owner, form_knows(owner))
        enter(store, entry, svar, json, lambda opgave: opgave_saved(store, opgave, "er lavet"), _ALSO)


def vis(opgave: str = "", *, json: bool = False) -> None:
    """One task with its earlier values."""
    with open_store() as store:
        found = one_for(store, OPGAVE, opgave, "opgave vis")
        if json:
            emit_one(store, OPGAVE, found)
        else:
            show_one(store, OPGAVE, found, opgave_screen, f"vforlob opgave ret {found.nr}")


def ret(opgave: str = "", *, svar: str = "", json: bool = False) -> None:
    """Move a task a step, or correct its words."""
    with open_store() as store:
        found = one_for(store, OPGAVE, opgave, "opgave ret")
        knows = form_knows(owner_of(store, found.borger, found.forlob))
        entry = entry_of(store, OPGAVE, found)
        entry = entry._replace(current={**(entry.current or {}), **knows})
        enter(store, entry, svar, json, lambda after: opgave_saved(store, after, "er gemt", found.trin), _ALSO)


def liste(forlob: str = "", *, alle: bool = False, json: bool = False) -> None:
    """The tasks of a forløb, or of all that are open."""
    with open_store() as store:
        owner = named_owner(store, forlob)
        wanted = wanted_of(owner, alle, json)
        found = posts(store, "opgave", context().today.isoformat(), wanted)
    if json:
        emit_list(found)
    else:
        show_list(OPGAVE, owner, found, opgave_table, wanted)
