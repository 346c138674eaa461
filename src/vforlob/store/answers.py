"""The answers of a samtale, one event and one row each, and what is half typed. Knows no agenda and no question."""

from collections.abc import Mapping
from json import loads
from typing import Any

from vforlob.errors.base import VforlobError
from vforlob.model.answers import Key, Value
from vforlob.store.session import Session
from vforlob.store.tables import as_json

EMNE = "svar"

_ALL = "SELECT punkt, felt, raekke, vaerdi FROM svar_nu WHERE samtale = ? AND udgave = ?"
_STANDING = (
    "SELECT (SELECT vaerdi FROM svar_nu"
    " WHERE samtale = ?1 AND udgave = ?2 AND punkt = ?3 AND felt = ?4 AND raekke = ?5),"
    " EXISTS(SELECT 1 FROM kladde WHERE samtale = ?1 AND punkt = ?3 AND felt = ?4 AND raekke = ?5)"
)
_PUT = (
    "INSERT INTO svar_nu(samtale, udgave, punkt, felt, raekke, haendelse, vaerdi) VALUES(?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET haendelse = excluded.haendelse, vaerdi = excluded.vaerdi"
)
_TAKE = "DELETE FROM svar_nu WHERE samtale = ? AND udgave = ? AND punkt = ? AND felt = ? AND raekke = ?"
_DRAFT_GONE = "DELETE FROM kladde WHERE samtale = ? AND punkt = ? AND felt = ? AND raekke = ?"
_DRAFT = "SELECT tekst FROM kladde WHERE samtale = ? AND punkt = ? AND felt = ? AND raekke = ?"
_DRAFT_KEPT = (
    "INSERT INTO kladde(samtale, punkt, felt, raekke, tekst, tid) VALUES(?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET tekst = excluded.tekst, tid = excluded.tid"
)


def answers_of(session: Session, samtale: int, udgave: int) -> dict[Key, Value]:
    return {Key(*row[:3]): read_value(row[3]) for row in session.rows(_ALL, (samtale, udgave))}


def save_answer(session: Session, samtale: int, udgave: int, key: Key, value: Value | None) -> None:
    """On the disk when it returns. None takes the answer away. What was half typed there is gone with it.

    Raises AnswerNotSaved, and then nothing was written: whoever asked still has the answer.
    """
    try:
        with session.doing(EMNE):
            if not session.has_room:
                session.make_room()
            put_answer(session, samtale, udgave, key, value)
    except VforlobError as reason:
        from vforlob.errors.store import AnswerNotSaved  # late: only when a disk fails

        raise AnswerNotSaved(reason) from reason


def save_answers(session: Session, samtale: int, udgave: int, answers: Mapping[Key, Value | None]) -> None:
    """All of them or none; part of what is being done, or one thing of its own."""
    with session.joining(EMNE):
        for key, value in answers.items():
            put_answer(session, samtale, udgave, key, value)


def put_answer(
    session: Session, samtale: int, udgave: int, key: Key, value: Value | None, *, keeps_half: bool = False
) -> None:
    """Inside doing(). The same value again is no event. What is half typed there is said now, if not `keeps_half`."""
    place = (samtale, udgave, *key)
    (before, has_draft), after = session.rows(_STANDING, place)[0], None if value is None else as_json(value)
    if before != after:
        nr = session.writing.append(EMNE, samtale, sted_of(udgave, key), _content(before), _content(after))
        write_value(session, place, nr, after)
    if has_draft and not keeps_half:
        session.rows(_DRAFT_GONE, (samtale, *key))


def write_value(session: Session, place: tuple[Any, ...], event: int, vaerdi: str | None) -> None:
    """Only the row; `place` is samtale, udgave, punkt, felt, raekke."""
    if vaerdi is None:
        session.rows(_TAKE, place)
    else:
        session.rows(_PUT, (*place, event, vaerdi))


def copy_answers(session: Session, samtale: int, from_udgave: int, to_udgave: int) -> None:
    """Inside doing()."""
    for key, value in answers_of(session, samtale, from_udgave).items():
        put_answer(session, samtale, to_udgave, key, value)


def drop_draft_version(session: Session, samtale: int, udgave: int) -> None:
    """Take away all answers of a version that was never finished, and what is half typed."""
    with session.joining(EMNE):
        for key in answers_of(session, samtale, udgave):
            put_answer(session, samtale, udgave, key, None)
        session.rows("DELETE FROM kladde WHERE samtale = ?", (samtale,))


def keep_draft(session: Session, samtale: int, key: Key, text: str) -> None:
    """Half-typed text survives the window being closed. No event: it was not said yet."""
    with session.joining("kladde"):
        from vforlob.store.events import utc_text  # late: a list reads answers and writes none

        session.rows(_DRAFT_KEPT, (samtale, *key, text, utc_text(session.now())))


def draft_of(session: Session, samtale: int, key: Key) -> str:
    rows = session.rows(_DRAFT, (samtale, *key))
    return str(rows[0][0]) if rows else ""


def drop_draft(session: Session, samtale: int, key: Key) -> None:
    if session.rows(_DRAFT, (samtale, *key)):
        with session.joining("kladde"):
            session.rows(_DRAFT_GONE, (samtale, *key))


def drop_drafts(session: Session, samtale: int) -> None:
    """Everything half typed in a samtale; part of what is being done, or a thing of its own."""
    with session.joining("kladde"):
        session.rows("DELETE FROM kladde WHERE samtale = ?", (samtale,))


def sted_of(udgave: int, key: Key) -> str:
    return f"{udgave}/{key.punkt}/{key.felt}/{key.raekke}"


def place_of(samtale: int, sted: str) -> tuple[int, int, str, str, int]:
    """samtale, udgave, punkt, felt, raekke."""
    udgave, punkt, felt, raekke = sted.split("/")
    return samtale, int(udgave), punkt, felt, int(raekke)


def read_value(vaerdi: str) -> Value:
    value = loads(vaerdi)
    return tuple(value) if isinstance(value, list) else value


def _content(vaerdi: str | None) -> dict[str, Any] | None:
    return None if vaerdi is None else {"vaerdi": loads(vaerdi)}
