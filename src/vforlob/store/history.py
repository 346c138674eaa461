"""What happened to one record, from its events, oldest first. Knows no kind by name, writes nothing."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from json import loads
from typing import Any, NamedTuple

from vforlob.store.session import Session

_EVENTS = (
    "SELECT tid_utc, forskydning, art, indhold FROM haendelse"
    " WHERE emne = ?1 AND emne <> 'svar' AND emne_nr = ?2 AND indhold IS NOT NULL ORDER BY nr"
)
_NEWEST = f"{_EVENTS} DESC LIMIT 1"


class Noted(NamedTuple):
    """`dag` is the day on the wall where it was done, `art` what was being done ("aftale ret"). Only the columns that
    changed stand in the mappings; `before` is None where the record was made, `after` None where it was removed.
    """

    dag: str
    art: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def history_of(session: Session, emne: str, nr: int) -> tuple[Noted, ...]:
    """Events that were emptied when somebody was deleted say nothing, and are passed over."""
    return tuple(_noted(*row) for row in session.rows(_EVENTS, (emne, nr)))


def newest_change(session: Session, emne: str, nr: int) -> Noted | None:
    found = session.rows(_NEWEST, (emne, nr))
    return _noted(*found[0]) if found else None


def _noted(utc: str, offset: int, art: str, indhold: str) -> Noted:
    content = loads(indhold)
    return Noted(_day(utc, offset), art, _values(content["for"]), _values(content["efter"]))


def _day(utc: str, offset: int) -> str:
    moment = datetime.fromisoformat(utc.removesuffix("Z")) + timedelta(minutes=offset)
    return moment.date().isoformat()


def _values(columns: dict[str, Any] | None) -> dict[str, Any] | None:
    if columns is None:
        return None
    return {name: tuple(value) if isinstance(value, list) else value for name, value in columns.items()}
