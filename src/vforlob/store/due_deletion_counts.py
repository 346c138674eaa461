"""How many records of each kind would go with a borger or a virksomhed. Deletes nothing."""

# ruff: noqa: S608  # the SQL is put together of our own table names
from vforlob.store.answers import EMNE
from vforlob.store.belonging import Posts, posts_of_borger, posts_of_virksomhed
from vforlob.store.store import Store
from vforlob.store.tables import as_json

# Told of by itself, or of no interest by itself.
_UNTOLD = frozenset({"borger", "virksomhed", "eksport", "kvittering", "indstilling", "clearance", "aflevering", EMNE})


def counts_of_borger(store: Store, nr: int) -> dict[str, int]:
    return _counts(store, posts_of_borger(store, nr))


def counts_of_virksomhed(store: Store, nr: int) -> dict[str, int]:
    return _counts(store, posts_of_virksomhed(store, nr))


def _counts(store: Store, posts: Posts) -> dict[str, int]:
    """Those that are there still: the events also know what was taken back."""
    found = {}
    for emne in sorted(posts.keys() - _UNTOLD):
        rows = store.rows(
            f"SELECT count(*) FROM {emne} WHERE nr IN (SELECT value FROM json_each(?))", (as_json(sorted(posts[emne])),)
        )
        found[emne] = int(rows[0][0])
    return {emne: count for emne, count in found.items() if count}
