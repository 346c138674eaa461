"""Write one change to one record: its row and its event, together. Knows no door and no undo."""

from collections.abc import Mapping
from typing import Any

from vforlob.errors.records import NamesNotAllowed
from vforlob.store.failures import code_of
from vforlob.store.session import Session
from vforlob.store.tables import Table

Columns = Mapping[str, Any]

_CONSTRAINT = 19
_NAMED = frozenset({"navn", "telefon"})


def add_row(session: Session, table: Table, nr: int | None, columns: Columns) -> int:
    """The record's number: the one given, else the next that nobody ever had."""
    refuse_names(session, table.emne, columns)
    writing = session.writing
    values = [nr if name == "nr" else table.stored(name, columns[name]) for name in table.columns]
    given = int(session.rows(table.insert, values)[0][0])
    after = {**columns, "nr": given}
    event = writing.append(table.emne, given, table.owner_of(after), None, _without_nr(after))
    _note_version(session, table.emne, given, 0, after.get("udgave", 0), event, columns)
    return given


def change_row(session: Session, table: Table, row: Columns, changes: Columns) -> None:
    """`row` is the whole record as it stands, `changes` only what becomes different."""
    refuse_names(session, table.emne, changes)
    nr, after = int(row["nr"]), {**row, **changes}
    settings = ", ".join(f"{name} = ?" for name in changes)
    values = [table.stored(name, value) for name, value in changes.items()]
    session.rows(f"UPDATE {table.emne} SET {settings} WHERE nr = ?", [*values, nr])  # noqa: S608 - our column names
    before = {name: row[name] for name in changes}
    event = session.writing.append(table.emne, nr, table.owner_of(after), before, changes)
    _note_version(session, table.emne, nr, row.get("udgave", 0), after.get("udgave", 0), event, after)


def remove_row(session: Session, table: Table, row: Columns) -> None:
    nr = int(row["nr"])
    try:
        session.rows(f"DELETE FROM {table.emne} WHERE nr = ?", (nr,))  # noqa: S608 - our table names
    except Exception as error:
        if code_of(error) != _CONSTRAINT:
            raise
        from vforlob.errors.store import RecordInUse  # late: hardly ever

        raise RecordInUse(table.emne, nr) from error
    session.writing.append(table.emne, nr, table.owner_of(row), _without_nr(row), None)


def refuse_names(session: Session, emne: str, columns: Columns) -> None:
    """The kommune's no holds wherever the writing comes from: prompts, files, undo."""
    if emne != "borger" or not any(columns.get(name) for name in _NAMED):
        return
    newest = session.rows("SELECT vaerdi FROM indstilling WHERE navn = 'navne' ORDER BY nr DESC LIMIT 1")
    if not newest or newest[0][0] != "ja":
        raise NamesNotAllowed


def _without_nr(columns: Columns) -> dict[str, Any]:
    """Every column, also the empty ones: what a default was at the time is part of what happened."""
    return {name: value for name, value in columns.items() if name != "nr"}


def _note_version(session: Session, emne: str, nr: int, old: int, new: int, event: int, after: Columns) -> None:
    """A samtale was finished, or a finishing taken back. Which event did it stands in samtale_udgave."""
    if emne != "samtale" or old == new:
        return
    if new < old:
        session.rows("DELETE FROM samtale_udgave WHERE samtale = ? AND udgave > ?", (nr, new))
        return
    session.rows(
        "INSERT INTO samtale_udgave(samtale, udgave, haendelse_nr, grund, tid) VALUES(?, ?, ?, ?, ?)",
        (nr, new, event, after["grund"], session.writing.utc),
    )
