"""The commands about a borger's wishes, and what has to be coordinated with them. Open, act, show."""

from vforlob.cli.context import open_store
from vforlob.cli.onske_entry import (
    KOORDINERING,
    ONSKE,
    borger_entry,
    koordinering_saved,
    koordinering_table,
    onske_saved,
    onske_table,
    places_line,
    ret_entry,
    show_hers,
)
from vforlob.cli.own_lists import aliases_of, emit_rows, own_for, records_of
from vforlob.cli.owners import named_owner
from vforlob.cli.record_commands import enter

_WISH = ("borger", "rang", "status", "status_dato")
_CLASH = ("borger",)


def onske_ny(borger: str = "", *, svar: str = "", json: bool = False) -> None:
    """Enter a wish; it takes its place among the others."""
    with open_store() as store:
        enter(store, borger_entry(store, ONSKE, borger, svar), svar, json, lambda it: onske_saved(store, it), _WISH)


def onske_ret(onske: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct a wish: how far it is, what came of it, its place."""
    with open_store() as store:
        found = own_for(store, "onske", onske, "ønske ret", ONSKE.text)
        enter(store, ret_entry(store, ONSKE, found), svar, json, lambda it: onske_saved(store, it), _WISH)


def onske_liste(borger: str = "", *, alle: bool = False, json: bool = False) -> None:
    """By rank; fewer than five is said, and stops nobody."""
    with open_store() as store:
        owner, aliases = named_owner(store, borger), aliases_of(store)
        found = sorted(records_of(store, "onske", owner), key=lambda it: (it.borger, it.rang, it.nr))
        if json:
            emit_rows(store, found)
            return
    show_hers(ONSKE, owner, found, onske_table(aliases, owner), alle, places_line(len(found)) if owner else "")


def koordinering_ny(borger: str = "", *, svar: str = "", json: bool = False) -> None:
    """Enter something with fixed times that a forløb must leave room for."""
    with open_store() as store:
        entry = borger_entry(store, KOORDINERING, borger, svar)
        enter(store, entry, svar, json, lambda it: koordinering_saved(store, it), _CLASH)


def koordinering_ret(koordinering: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct what has to be coordinated."""
    with open_store() as store:
        found = own_for(store, "koordinering", koordinering, "koordinering ret", KOORDINERING.text)
        entry = ret_entry(store, KOORDINERING, found)
        enter(store, entry, svar, json, lambda it: koordinering_saved(store, it), _CLASH)


def koordinering_liste(borger: str = "", *, alle: bool = False, json: bool = False) -> None:
    """What, when, who, and what it clashes with."""
    with open_store() as store:
        owner, aliases = named_owner(store, borger), aliases_of(store)
        found = records_of(store, "koordinering", owner)
        if json:
            emit_rows(store, found)
            return
        show_hers(KOORDINERING, owner, found, koordinering_table(store, aliases, owner), alle)
