"""Records with a bare number: aftaler, delmål, opgaver, steps of hours. Knows no command and no terminal."""

from typing import Any

from vforlob.actions.references import read_typed
from vforlob.errors.records import RecordNotFound
from vforlob.errors.use import WrongKind
from vforlob.store.kinds import RECORDS
from vforlob.store.store import Store


def record_of(store: Store, emne: str, typed: str) -> Any:
    """The record with that number. Raises WrongKind for f12, RecordNotFound for what is no number."""
    read = read_typed(typed)
    if read.nr is None:
        raise RecordNotFound(emne)
    if read.emne:
        raise WrongKind(read.emne, read.nr, emne)
    found = store.door(RECORDS[emne]).get(read.nr)
    store.looked_up.append(found)  # from here into the access log
    return found
