"""Whose a record is: a borger, or a forløb and so its borger. The two columns and their rule, shared by the kinds."""

from collections.abc import Iterator
from typing import NamedTuple

from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, never
from vforlob.actions.references import number_of
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.forlob import Forlob
from vforlob.store.store import Store

BORGER = RecordFelt(Felt("borger", "Borger", "kort"), reference="borger", when=never)
FORLOB = RecordFelt(Felt("forlob", "Forløb", "kort"), reference="forlob", when=never)
NOBODY = "Skriv, hvem det er om: borger eller forlob."
NO_FORLOB = "Skriv, hvilket forløb det er om, fx forlob = 12."


class Owner(NamedTuple):
    borger: int
    forlob: int | None


def owner_broken(store: Store, given: Given) -> Iterator[Broken]:
    """A borger or a forløb, and not two that do not belong together."""
    borger, forlob = given.get("borger"), given.get("forlob")
    if borger is None and forlob is None:
        yield Broken("borger", NOBODY)
    if borger is None or forlob is None:
        return
    if _forlob(store, forlob).borger != number_of(store, "borger", str(borger)):
        yield Broken("forlob", "Det forløb er en anden borgers. Ret en af dem.")


def forlob_broken(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    """A new record of a forløb needs one that is open, or has efterværn."""
    if given.get("forlob") is None:
        yield Broken("forlob", NO_FORLOB)
    elif nr is None:
        yield from closed_broken(store, given)


def closed_broken(store: Store, given: Given) -> Iterator[Broken]:
    if given.get("forlob") is None:
        return
    forlob = _forlob(store, given["forlob"])
    if forlob.status == "lukket" and forlob.eftervaern is None:
        yield Broken("forlob", f"f{forlob.nr} er lukket. Vælg et forløb, der er i gang: vforlob forløb liste")


def owner_of(store: Store, columns: Columns) -> Owner:
    """The columns as they are stored: numbers."""
    forlob = columns.get("forlob")
    if forlob is None:
        return Owner(columns["borger"], None)
    return Owner(store.door(Forlob).get(forlob).borger, forlob)


def _forlob(store: Store, value: object) -> Forlob:
    return store.door(Forlob).get(number_of(store, "forlob", str(value)))
