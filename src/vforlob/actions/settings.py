"""What was decided when the folder was set up: a name and its value. Knows no screen."""

from vforlob.model.accounts import Indstilling
from vforlob.store.store import Store


def setting(store: Store, name: str) -> str:
    """Empty when it was never set. The newest row counts."""
    rows = store.door(Indstilling).find(navn=name)
    return rows[-1].vaerdi if rows else ""


def names_allowed(store: Store) -> bool:
    """Whether the kommune allowed a borger's name and telephone number to be kept. No is the default."""
    return setting(store, "navne") == "ja"
