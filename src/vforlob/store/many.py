"""Read the records of many at once, one query a table. Knows no kind by name and no rule."""

from collections.abc import Iterable, Sequence
from json import loads
from operator import itemgetter
from typing import Any

from vforlob.store.store import Store
from vforlob.store.tables import Table, as_json, table_of

Found = dict[int, list[Any]]

NUMBERS = "SELECT value FROM json_each(?)"
_NR = itemgetter(0)


def records_by(store: Store, kind: Any, column: str, numbers: Iterable[int], among: str = NUMBERS) -> Found:
    """The records by what stands in a column, each list in the order of numbers. `among` is SQL of ours."""
    place = table_of(kind).columns.index(column)
    found: Found = {}
    for record in records_of(store, kind, column, numbers, among):
        found.setdefault(record[place], []).append(record)
    for records in found.values():
        records.sort(key=_NR)
    return found


def records_of(store: Store, kind: Any, column: str, numbers: Iterable[int], among: str = NUMBERS) -> list[Any]:
    """In no order: a list that is nearly sorted is sorted faster here than there."""
    table = table_of(kind)
    sql = f"{table.select} WHERE {column} IN ({among})"
    rows = store.rows(sql, (as_json(list(numbers)),))
    return list(map(kind._make, _with_lists(table, rows) if table.lists else rows))


def _with_lists(table: Table, rows: Iterable[Sequence[Any]]) -> Iterable[list[Any]]:
    """Most lists are empty or one of a few: a text is read once."""
    places = [place for place, name in enumerate(table.columns) if name in table.lists]
    known: dict[str, tuple[Any, ...]] = {"[]": ()}
    for row in rows:
        columns = list(row)
        for place in places:
            text = columns[place]
            if text is not None:
                if text not in known:
                    known[text] = tuple(loads(text))
                columns[place] = known[text]
        yield columns
