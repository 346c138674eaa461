"""Every word that names a borger: aliases, also earlier ones, and names. For texts that may hold none of them."""

from vforlob.model.borger import Borger
from vforlob.store.aliases import aliases_ever
from vforlob.store.store import Store

SHORTEST = 3  # of a part of a name: "Bo" is a word too


def words_for_people(store: Store) -> frozenset[str]:
    """Also the parts of a name by themselves."""
    aliases = {alias for _, alias in aliases_ever(store)}
    names = {borger.navn for borger in store.door(Borger).find() if borger.navn}
    parts = {part for name in names for part in name.split() if len(part) >= SHORTEST}
    return frozenset(aliases | names | parts)
