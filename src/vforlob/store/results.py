"""What was worked out from the records, kept until an event has come. Knows no figure; it says nothing new."""

from contextlib import suppress

from vforlob.errors.base import VforlobError
from vforlob.store.store import Store

_KEPT = (
    "SELECT indhold FROM udregnet WHERE navn = ? AND dag = ? AND regler = ?"
    " AND haendelse = (SELECT coalesce(max(nr), 0) FROM haendelse)"
)
# Only when what was read is still the newest there is: whatever was written since is not in it.
_KEEP = (
    "INSERT INTO udregnet(navn, haendelse, regler, dag, indhold) SELECT ?1, ?2, ?3, ?4, ?5"
    " WHERE ?2 = (SELECT coalesce(max(nr), 0) FROM haendelse) ON CONFLICT DO UPDATE"
    " SET haendelse = excluded.haendelse, regler = excluded.regler, dag = excluded.dag, indhold = excluded.indhold"
)


def newest_event(store: Store) -> int:
    return int(store.rows("SELECT coalesce(max(nr), 0) FROM haendelse")[0][0])


def kept_result(store: Store, name: str, day: str, rules: str) -> str | None:
    """None when there is none for that day, those rules and the newest event."""
    rows = store.rows(_KEPT, (name, day, rules))
    return str(rows[0][0]) if rows else None


def keep_result(store: Store, name: str, day: str, rules: str, result: str, upto: int) -> None:
    with suppress(VforlobError):  # a full disk is no reason not to show it
        store.rows(_KEEP, (name, upto, rules, day, result))
