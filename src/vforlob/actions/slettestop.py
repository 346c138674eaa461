"""Whether anything of a borger may be deleted: a stop is a setting by her number. Deletes nothing itself.

When somebody has asked to see the case, nothing in it may go away until they have had their answer.
"""

from vforlob.actions.settings import setting
from vforlob.model.accounts import Indstilling
from vforlob.store.store import Store

NAME = "slettestop:b{}"
ON, OFF = "til", "af"


def is_stopped(store: Store, borger: int) -> bool:
    return setting(store, NAME.format(borger)) == ON


def stop_deletion(store: Store, borger: int, day: str) -> None:
    """Inside doing(). What stands already is left, with its day."""
    if not is_stopped(store, borger):
        store.door(Indstilling).add(Indstilling(0, NAME.format(borger), ON, day))


def stopped_borger(name: str) -> str:
    """b7, by the name of the setting; empty for any other setting."""
    before, _, number = name.partition(NAME.format(""))
    return f"b{number}" if not before and number.isdecimal() else ""
