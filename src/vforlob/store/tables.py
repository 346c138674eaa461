"""How a record becomes a row and a row a record. Knows the shape of the NamedTuples, no SQL connection."""

from collections.abc import Mapping
from json import JSONEncoder, loads
from typing import Any, NamedTuple

as_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


# Every record kind in model/ is a NamedTuple that begins with `nr`.
Record = tuple[Any, ...]


class Table(NamedTuple):
    """`lists` are the columns that hold JSON lists, `reals` those that hold hours and other decimals.

    `owners` are the columns, and their letters, that say whose the record is, the first that is filled in: events are
    found by it.
    """

    emne: str
    columns: tuple[str, ...]
    lists: frozenset[str]
    reals: frozenset[str]
    owners: tuple[tuple[str, str], ...]
    select: str
    insert: str

    def owner_of(self, row: Mapping[str, Any]) -> str | None:
        """ "b7": the borger (or forløb, or virksomhed) a record belongs to."""
        return next((f"{letter}{row[name]}" for name, letter in self.owners if row[name] is not None), None)

    def clean(self, column: str, value: Any) -> Any:
        """The one shape a value has everywhere: in the record, the event and the row."""
        if value is None:
            return None
        if column in self.lists:
            return tuple(value)
        return float(value) if column in self.reals else value

    def stored(self, column: str, value: Any) -> Any:
        """As SQLite keeps it."""
        return as_json(value) if column in self.lists and value is not None else value

    def read(self, column: str, value: Any) -> Any:
        """Back from `stored`, or from an event."""
        if column not in self.lists or value is None:
            return value
        return tuple(loads(value) if isinstance(value, str) else value)


_tables: dict[type[Record], Table] = {}

# First match wins: a record with a borger is the borger's.
_OWNERS = (("borger", "b"), ("forlob", "f"), ("virksomhed", "v"))
_OWN_LETTERS = {"borger": "b", "virksomhed": "v"}


def table_of(kind: type[Record]) -> Table:
    found = _tables.get(kind)
    if found is None:
        found = _tables[kind] = _described(kind)
    return found


def _described(kind: Any) -> Table:
    emne, columns = kind.__name__.lower(), kind._fields
    types = {name: str(kind.__annotations__[name]) for name in columns}
    names = ", ".join(columns)
    return Table(
        emne=emne,
        columns=columns,
        lists=frozenset(name for name in columns if "tuple" in types[name]),
        reals=frozenset(name for name in columns if "float" in types[name]),
        owners=_owners(emne, columns),
        select=f"SELECT {names} FROM {emne}",  # noqa: S608 - our own names
        insert=f"INSERT INTO {emne}({names}) VALUES({', '.join('?' * len(columns))}) RETURNING nr",
    )


def _owners(emne: str, columns: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if emne in _OWN_LETTERS:
        return (("nr", _OWN_LETTERS[emne]),)
    return tuple(owner for owner in _OWNERS if owner[0] in columns)
