"""Put the list of deletions beside the database right again, where it lacks what the database has. Deletes nothing."""

from vforlob.store.sletteliste import damaged_lines, entries_of, read_list, write_list
from vforlob.store.store import Store


def put_list_right(store: Store) -> bool:
    """Whether it was written. Lines that cannot be read are gone then; what could be read stays."""
    missing = set(entries_of(store)) - set(read_list(store.folder))
    if not missing and not damaged_lines(store.folder):
        return False
    write_list(store)
    return True
