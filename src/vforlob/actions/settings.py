"""What was decided when the folder was set up: a name and its value. Knows no screen."""

from vforlob.model.accounts import Indstilling
from vforlob.store.store import Store


def setting(store: Store, name: str) -> str:
    """Empty when it was never set. The newest row counts."""
    rows = store.door(Indstilling).find(navn=name)
    return rows[-1].vaerdi if rows else ""


def is_set(store: Store, name: str) -> bool:
    """Whether it was ever answered, also with nothing."""
    return bool(store.door(Indstilling).find(navn=name))


def keep_setting(store: Store, name: str, value: str) -> None:
    """From now on; the earlier ones stay beneath it."""
    with store.doing(f"indstilling {name.partition(':')[0]}"):  # what was done is never deleted, so it names nobody
        store.door(Indstilling).add(Indstilling(0, name, value, store.now().date().isoformat()))


def names_allowed(store: Store) -> bool:
    """Whether the kommune allowed a borger's name and telephone number to be kept. No is the default."""
    return setting(store, "navne") == "ja"
