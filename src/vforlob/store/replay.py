"""Records as events made them, up to any moment. Knows events and record shapes, writes nothing."""

from collections.abc import Iterable
from json import loads
from typing import Any

from vforlob.store.session import Session
from vforlob.store.tables import Table

State = dict[int, dict[str, Any]]

_OF_OWNER = (
    "SELECT emne_nr, indhold FROM haendelse WHERE emne = ?1 AND emne <> 'svar' AND nr <= ?2 AND emne_nr IN"
    " (SELECT emne_nr FROM haendelse WHERE sted = ?3 AND emne = ?1 AND emne <> 'svar') ORDER BY nr"
)
_OF_RECORD = (
    "SELECT emne_nr, indhold FROM haendelse WHERE emne = ? AND emne <> 'svar' AND nr <= ? AND emne_nr = ? ORDER BY nr"
)
_OF_KIND = "SELECT emne_nr, indhold FROM haendelse WHERE emne = ? AND emne <> 'svar' AND nr <= ? ORDER BY nr"


def events_of(session: Session, table: Table, until: int, wanted: dict[str, Any]) -> list[Any]:
    """Every event of the records that may match `wanted`, by the narrowest index that holds them all."""
    if "nr" in wanted:
        return session.rows(_OF_RECORD, (table.emne, until, wanted["nr"]))
    if table.owners and wanted.get(table.owners[0][0]) is not None:
        return session.rows(_OF_OWNER, (table.emne, until, table.owner_of(wanted)))
    return session.rows(_OF_KIND, (table.emne, until))


def replayed(events: Iterable[tuple[int, str | None]]) -> State:
    """What stands after these events, by record number. Emptied events say nothing."""
    state: State = {}
    for nr, indhold in events:
        if indhold is not None:
            apply(state, nr, loads(indhold))
    return state


def apply(state: dict[Any, dict[str, Any]], key: Any, change: dict[str, Any]) -> None:
    before, after = change["for"], change["efter"]
    if after is None:
        state.pop(key, None)
    elif before is None:
        state[key] = after
    elif key in state:  # else its beginning was emptied, and it is gone
        state[key] |= after


def as_record(kind: Any, table: Table, nr: int, columns: dict[str, Any]) -> Any:
    """A column that came later has its default; one that was dropped since is left out."""
    values = {**kind._field_defaults, **columns, "nr": nr}
    return kind._make(table.read(name, values[name]) for name in table.columns)
