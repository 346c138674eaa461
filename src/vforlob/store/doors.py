"""A door to the records of one kind: out as values, in as events and rows. Knows no kind by name."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from vforlob.errors.records import RecordNotFound
from vforlob.store.session import Session
from vforlob.store.tables import Record, table_of

R = TypeVar("R", bound=Record)


class Door(Generic[R]):
    def __init__(self, session: Session, kind: type[R]) -> None:
        self._session, self._table = session, table_of(kind)
        self._made: Callable[[Iterable[Any]], R] = kind._make  # type: ignore[attr-defined]
        self._kind = kind

    def get(self, nr: int) -> R:
        rows = self._session.rows(f"{self._table.select} WHERE nr = ?", (nr,))
        if not rows:
            raise RecordNotFound(self._table.emne, nr)
        return self._record(rows[0])

    def find(self, **columns: Any) -> tuple[R, ...]:
        """All whose columns equal these, in the order of numbers. None matches what is not there."""
        self._check_names(columns)
        where = " AND ".join(f"{name} IS ?" for name in columns)
        sql = f"{self._table.select} WHERE {where} ORDER BY nr" if where else f"{self._table.select} ORDER BY nr"
        values = [self._table.stored(name, value) for name, value in columns.items()]
        return tuple(map(self._record, self._session.rows(sql, values)))

    def add(self, record: R) -> R:
        """The record with its number; the number it came with does not count."""
        from vforlob.store import recording  # late: a list writes nothing

        columns = self._row(record)
        columns["nr"] = recording.add_row(self._session, self._table, None, columns)
        return self._made(columns.values())

    def change(self, nr: int, **columns: Any) -> R:
        """The record as it stands afterwards. When nothing becomes different nothing is written."""
        self._check_names(columns)
        record = self.get(nr)
        row, clean = self._row(record), self._table.clean
        changes = {name: given for name, value in columns.items() if (given := clean(name, value)) != row[name]}
        if changes:
            from vforlob.store import recording  # late: as above

            recording.change_row(self._session, self._table, row, changes)
        return self._made((row | changes).values())

    def remove(self, nr: int) -> None:
        from vforlob.store import recording  # late: as above

        recording.remove_row(self._session, self._table, self._row(self.get(nr)))

    def as_of(self, event_nr: int, **columns: Any) -> tuple[R, ...]:
        """As `find`, but as it was just after that event: rebuilt from the events."""
        from vforlob.store.replay import as_record, events_of, replayed  # late: hardly any command looks back

        self._check_names(columns)
        state = replayed(events_of(self._session, self._table, event_nr, columns))
        records = (as_record(self._kind, self._table, nr, state[nr]) for nr in sorted(state))
        return tuple(r for r in records if all(getattr(r, name) == value for name, value in columns.items()))

    def _record(self, row: tuple[Any, ...]) -> R:
        if not self._table.lists:
            return self._made(row)
        return self._made(map(self._table.read, self._table.columns, row))

    def _row(self, record: R) -> dict[str, Any]:
        return {name: self._table.clean(name, getattr(record, name)) for name in self._table.columns}

    def _check_names(self, columns: dict[str, Any]) -> None:
        """They become SQL, so they are ours."""
        for name in columns:
            if name not in self._table.columns:
                raise TypeError(f"{self._table.emne} has no column {name}")
