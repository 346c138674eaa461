"""Everything that is kept about one borger, read as it stands: records, answers, drafts, history, looks. Knows no word.

Which columns she is to see stands in the data sheet, and nowhere else.
"""

# ruff: noqa: S608  # the SQL is put together of our own table and column names
from collections.abc import Iterable
from datetime import datetime, timedelta
from json import loads
from typing import Any, NamedTuple

from vforlob.errors.base import VforlobError
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Key, Value
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.answers import EMNE as ANSWER
from vforlob.store.answers import place_of, read_value
from vforlob.store.belonging import Posts, posts_of_borger
from vforlob.store.datasheet import Sheet, read_sheet
from vforlob.store.kinds import RECORDS, table_named
from vforlob.store.opslag import Row, Wanted, log_page
from vforlob.store.session import Session
from vforlob.store.tables import as_json

_ANSWERS = (
    "SELECT samtale, udgave, punkt, felt, raekke, vaerdi FROM svar_nu"
    " WHERE samtale IN (SELECT value FROM json_each(?)) ORDER BY samtale, udgave, haendelse"
)
_VERSIONS = (
    "SELECT samtale, udgave, grund, tid FROM samtale_udgave WHERE samtale IN (SELECT value FROM json_each(?))"
    " ORDER BY samtale, udgave"
)
_DRAFTS = (
    "SELECT samtale, punkt, felt, raekke, tekst FROM kladde WHERE samtale IN (SELECT value FROM json_each(?))"
    " ORDER BY samtale"
)
_EVENTS = (
    "SELECT nr, gruppe, art, emne, emne_nr, sted, tid_utc, forskydning, indhold FROM haendelse"
    " WHERE emne = ? AND emne_nr IN (SELECT value FROM json_each(?))"
)
_SHAS = "SELECT nr, agenda_sha FROM samtale WHERE nr IN (SELECT value FROM json_each(?))"
_TEXTS = "SELECT count(*) FROM sogetekst WHERE borger = ?"
# Whom she has met there: they are people too.
_PLACES = ("forlob", "henvendelse")


class Answer(NamedTuple):
    samtale: int
    udgave: int
    key: Key
    value: Value


class Version(NamedTuple):
    """A finished version of a samtale. `tid` is UTC."""

    samtale: int
    udgave: int
    grund: str | None
    tid: str


class HalfTyped(NamedTuple):
    samtale: int
    key: Key
    tekst: str


class Written(NamedTuple):
    """One event. `tid` is the time on the wall, `before` None where something was made and `after` where it was taken
    away; both None where it was emptied. `place` says where in a samtale, for an answer.
    """

    nr: int
    gruppe: int
    art: str
    emne: str
    emne_nr: int
    sted: str | None
    tid: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    place: tuple[int, Key] | None = None


class Collected(NamedTuple):
    """`records` are by kind, as they stand; `places` the virksomheder she was at, with their contact persons.
    `agendas` are by samtale, None where the agenda is gone; `texts` counts what the index of words holds.
    """

    borger: int
    records: dict[str, tuple[Any, ...]]
    places: dict[str, tuple[Any, ...]]
    answers: tuple[Answer, ...]
    versions: tuple[Version, ...]
    half_typed: tuple[HalfTyped, ...]
    agendas: dict[int, Agenda | None]
    written: tuple[Written, ...]
    looks: tuple[Row, ...]
    texts: int
    sheet: Sheet

    def seen(self, emne: str) -> tuple[str, ...]:
        """The columns of that table that she is to see."""
        return tuple(column.name for column in self.sheet.columns.get(emne, ()) if column.in_access)


def collect(session: Session, borger: int) -> Collected:
    """In one reading, so that no part of it is newer than another."""
    session.rows("BEGIN")
    try:
        return _collected(session, borger)
    finally:
        session.rows("ROLLBACK")


def _collected(session: Session, borger: int) -> Collected:
    posts = posts_of_borger(session, borger)
    samtaler = _numbers(posts.get(ANSWER, ()))
    records = {emne: _records(session, emne, posts.get(emne, ())) for emne in RECORDS}
    return Collected(
        borger=borger,
        records={emne: found for emne, found in records.items() if found},
        places=_places(session, records),
        answers=tuple(
            Answer(row[0], row[1], Key(*row[2:5]), read_value(row[5])) for row in session.rows(_ANSWERS, (samtaler,))
        ),
        versions=tuple(map(Version._make, session.rows(_VERSIONS, (samtaler,)))),
        half_typed=tuple(HalfTyped(row[0], Key(*row[1:4]), row[4]) for row in session.rows(_DRAFTS, (samtaler,))),
        agendas={nr: _agenda(session, sha) for nr, sha in session.rows(_SHAS, (samtaler,))},
        written=tuple(_written(session, posts)),
        looks=log_page(session, Wanted(borger)),
        texts=int(session.rows(_TEXTS, (borger,))[0][0]),
        sheet=read_sheet(),
    )


def _records(session: Session, emne: str, numbers: Iterable[int], column: str = "nr") -> tuple[Any, ...]:
    table, kind = table_named(emne), RECORDS[emne]
    sql = f"{table.select} WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY nr"
    rows = session.rows(sql, (_numbers(numbers),))
    return tuple(kind._make(map(table.read, table.columns, row)) for row in rows)


def _places(session: Session, records: dict[str, tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    numbers = {record.virksomhed for emne in _PLACES for record in records[emne]}
    return {
        "virksomhed": _records(session, "virksomhed", numbers),
        "kontaktperson": _records(session, "kontaktperson", numbers, "virksomhed"),
    }


def _agenda(session: Session, sha: str) -> Agenda | None:
    """What was asked is the question text of the day; without it the names of the points stand alone."""
    try:
        return agenda_as_asked(session, sha)
    except VforlobError:
        return None


def _written(session: Session, posts: Posts) -> list[Written]:
    found = [row for emne, numbers in posts.items() for row in session.rows(_EVENTS, (emne, _numbers(numbers)))]
    return [_event(row) for row in sorted(found)]


def _event(row: Any) -> Written:
    nr, gruppe, art, emne, emne_nr, sted, utc, offset, indhold = row
    content = loads(indhold) if indhold else {"for": None, "efter": None}
    moment = datetime.fromisoformat(utc.removesuffix("Z")) + timedelta(minutes=offset)
    place = None
    if emne == ANSWER and sted:
        _, udgave, punkt, felt, raekke = place_of(emne_nr, sted)
        place = (udgave, Key(punkt, felt, raekke))
    tid = moment.isoformat(timespec="minutes")
    return Written(nr, gruppe, art, emne, emne_nr, sted, tid, content["for"], content["efter"], place)


def _numbers(numbers: Iterable[int]) -> str:
    return as_json(sorted(numbers))
