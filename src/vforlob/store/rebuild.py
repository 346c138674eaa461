"""Make all projections again from the events, or say where they differ. Knows every kind of record, no words."""

from collections.abc import Iterator
from json import loads
from typing import Any, NamedTuple

from vforlob.store.acts import REBUILDING
from vforlob.store.answers import EMNE, place_of
from vforlob.store.journal_rows import rebuild_waiting, wrongly_waiting
from vforlob.store.kinds import RECORDS
from vforlob.store.replay import apply
from vforlob.store.session import Session
from vforlob.store.tables import table_of

# Of an answer only its value, as it was written: most events are answers, and SQLite finds it sooner than Python.
_EVENTS = (
    f"SELECT nr, emne, emne_nr, sted, tid_utc, iif(emne = '{EMNE}', indhold -> '$.efter.vaerdi', indhold)"  # noqa: S608
    " FROM haendelse WHERE nr > ? AND indhold IS NOT NULL ORDER BY nr LIMIT 5000"
)

Rows = dict[tuple[Any, ...], tuple[Any, ...]]


class Projection(NamedTuple):
    """A table, its columns, and how many of the first ones are its key."""

    name: str
    columns: tuple[str, ...]
    key: int


# A table stands after those it points to.
PROJECTIONS = (
    *(Projection(name, table_of(kind).columns, 1) for name, kind in RECORDS.items()),
    Projection("svar_nu", ("samtale", "udgave", "punkt", "felt", "raekke", "haendelse", "vaerdi"), 5),
    Projection("samtale_udgave", ("samtale", "udgave", "haendelse_nr", "grund", "tid"), 2),
)


def rebuild(session: Session) -> None:
    """Only rows that differ are touched, so that half-typed text is left in peace."""
    with session.doing(REBUILDING):
        session.rows("PRAGMA defer_foreign_keys = ON")
        expected = _expected(session)
        for projection in reversed(PROJECTIONS):
            _remove_extra(session, projection, expected[projection.name])
        for projection in PROJECTIONS:
            _put_right(session, projection, expected[projection.name])
        _rebuild_lines(session)
        rebuild_waiting(session)
        session.rows("DELETE FROM udregnet")  # what was worked out from the projections is worked out again


def differences(session: Session) -> list[str]:
    """ "aftale 12: hvad, frist" for every row that is not what the events say; never what stands in it."""
    expected = _expected(session)
    found = []
    for projection in PROJECTIONS:
        stored, wanted = _stored(session, projection), expected[projection.name]
        for key in sorted({row[0] for row in stored.items() ^ wanted.items()}):
            found += _named(projection, key, stored.get(key), wanted.get(key))
    stored_lines = set(session.rows("SELECT * FROM forlob_linje"))
    wrong = {row[0] for row in stored_lines ^ set(session.rows(_LINES))}
    return [*found, *(f"forlob_linje {nr}" for nr in sorted(wrong)), *wrongly_waiting(session)]


def _named(projection: Projection, key: tuple[Any, ...], stored: Any, wanted: Any) -> list[str]:
    if stored == wanted:
        return []
    where = f"{projection.name} {'/'.join(map(str, key))}"
    if stored is None or wanted is None:
        return [f"{where}: {'mangler' if stored is None else 'for meget'}"]
    names = [
        n for n, have, want in zip(projection.columns[projection.key :], stored, wanted, strict=True) if have != want
    ]
    return [f"{where}: {', '.join(names)}"]


def _stored(session: Session, projection: Projection) -> Rows:
    names = ", ".join(projection.columns)
    rows = session.rows(f"SELECT {names} FROM {projection.name}")  # noqa: S608 - our own names
    return {tuple(row[: projection.key]): tuple(row[projection.key :]) for row in rows}


def _expected(session: Session) -> dict[str, Rows]:
    states: dict[str, dict[Any, dict[str, Any]]] = {name: {} for name in RECORDS}
    rows: dict[str, Rows] = {"svar_nu": {}, "samtale_udgave": {}}
    for nr, emne, emne_nr, sted, tid, indhold in _events(session):
        if emne == EMNE:
            _answer(rows["svar_nu"], place_of(emne_nr, sted), nr, indhold)
            continue
        content = loads(indhold)
        apply(states[emne], emne_nr, content)
        if emne == "samtale":
            _version(rows["samtale_udgave"], emne_nr, nr, tid, content, states[emne].get(emne_nr, {}))
    for name, kind in RECORDS.items():
        rows[name] = {(nr,): _row(kind, columns) for nr, columns in states[name].items()}
    return rows


def _events(session: Session) -> Iterator[Any]:
    last = 0
    while batch := session.rows(_EVENTS, (last,)):
        yield from batch
        last = batch[-1][0]


def _row(kind: Any, columns: dict[str, Any]) -> tuple[Any, ...]:
    table, values = table_of(kind), {**kind._field_defaults, **columns}
    return tuple(table.stored(name, values[name]) for name in table.columns[1:])


def _answer(rows: Rows, place: tuple[Any, ...], event: int, vaerdi: str | None) -> None:
    if vaerdi is None:
        rows.pop(place, None)
    else:
        rows[place] = (event, vaerdi)


def _version(rows: Rows, samtale: int, event: int, tid: str, content: Any, columns: dict[str, Any]) -> None:
    before, after = ((content[side] or {"udgave": 0}).get("udgave") for side in ("for", "efter"))
    if before is None or after is None or before == after:
        return
    if after > before:
        rows[samtale, after] = (event, columns["grund"], tid)
        return
    for key in [key for key in rows if key[0] == samtale and key[1] > after]:
        del rows[key]


def _remove_extra(session: Session, projection: Projection, wanted: Rows) -> None:
    for key in _stored(session, projection).keys() - wanted.keys():
        where = " AND ".join(f"{name} = ?" for name in projection.columns[: projection.key])
        session.rows(f"DELETE FROM {projection.name} WHERE {where}", key)  # noqa: S608 - our own names


def _put_right(session: Session, projection: Projection, wanted: Rows) -> None:
    stored, names = _stored(session, projection), projection.columns
    later = names[projection.key :]
    sql = (
        f"INSERT INTO {projection.name}({', '.join(names)}) VALUES({', '.join('?' * len(names))})"
        f" ON CONFLICT DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in later)}"
    )
    for key, values in wanted.items():
        if stored.get(key) != values:
            session.rows(sql, (*key, *values))


_LINES = """
SELECT forlob.nr, forlob.status, plan.dato, plan.kl, plan.form
FROM forlob LEFT JOIN plan ON plan.nr = (SELECT max(nr) FROM plan WHERE forlob = forlob.nr)
"""


def _rebuild_lines(session: Session) -> None:
    session.rows("DELETE FROM forlob_linje")
    session.rows(f"INSERT INTO forlob_linje(forlob, status, dato, kl, form) {_LINES}")
