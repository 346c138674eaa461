"""Settle an aftale without a word about it. Knows no prompt and no samtale."""

from vforlob.actions.record_kinds.aftale import settled
from vforlob.actions.record_kinds.base import today_of
from vforlob.model.aftale import Aftale
from vforlob.store.store import Store


def settle_aftale(store: Store, nr: int, udfald: str) -> Aftale:
    """The aftale as it is now; one that was settled that way already is left alone."""
    with store.joining(f"aftale {udfald}"):
        before = store.door(Aftale).get(nr)
        return store.door(Aftale).change(nr, **settled(before, udfald, today_of(store)))
