"""Every word that names a borger: aliases, also earlier ones, and names. For texts that may hold none of them."""

from collections.abc import Iterator

from vforlob.model.borger import Borger
from vforlob.store.aliases import aliases_ever
from vforlob.store.store import Store

SHORTEST = 3  # of a part of a name: "Bo" is a word too


def words_for_people(store: Store) -> frozenset[str]:
    """Also the parts of a name by themselves."""
    names = {borger.navn for borger in store.door(Borger).find() if borger.navn}
    return frozenset(every_alias(store) | names | parts_of(names))


def every_alias(store: Store) -> set[str]:
    """Also those that were changed or taken back: others may remember them."""
    return {alias for _, alias in aliases_ever(store)}


def parts_of(names: set[str]) -> set[str]:
    return {part for name in names for part in _long_parts(name)}


def _long_parts(name: str) -> Iterator[str]:
    yield from (part for part in name.split() if len(part) >= SHORTEST)
