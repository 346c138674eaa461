"""Take back the last thing done, whatever it was. Knows events and doors, asks nobody."""

from json import loads
from typing import Any, NamedTuple

from vforlob.errors.store import CannotUndo, NothingToUndo, SomethingNewer
from vforlob.model.answers import Key
from vforlob.model.change import Change
from vforlob.store import answers, recording
from vforlob.store.acts import OWN
from vforlob.store.kinds import RECORDS, table_named
from vforlob.store.session import Session

ART = "fortryd"

_NEWEST_FIRST = "SELECT nr, gruppe, art FROM haendelse WHERE nr < ? ORDER BY nr DESC LIMIT 500"
_OF_GRUPPE = (
    "SELECT emne, emne_nr, sted, iif(salt IS NULL, NULL, indhold) FROM haendelse"
    " WHERE nr = ?1 OR (gruppe = ?1 AND gruppe <> nr) ORDER BY nr DESC"
)


class _Done(NamedTuple):
    gruppe: int
    art: str


class _Event(NamedTuple):
    emne: str
    emne_nr: int | None
    sted: str | None
    indhold: str | None


def last_done(session: Session) -> tuple[str, tuple[Change, ...]]:
    """What `undo_last` would take back: what it was, and its changes as they were made, first to last."""
    done = _last(session)
    return done.art, tuple(_change(event) for event in reversed(_events(session, done)))


def undo_last(session: Session, shown: tuple[Change, ...] | None = None) -> tuple[Change, ...]:
    """Append the inverse of the last gruppe not yet undone, in one transaction, and return it as changes. Undone again
    and again it goes further back; what was undone stays undone. Nothing else than what was `shown` is taken back.
    """
    with session.doing(ART):
        done = _last(session)
        if shown is not None and shown != last_done(session)[1]:
            raise SomethingNewer
        session.writing.art = f"{ART} {done.gruppe}"
        changes = tuple(map(_inverse_of, _events(session, done)))
        for change in changes:
            _write(session, change)
        return changes


def _last(session: Session) -> _Done:
    undone: set[int] = set()
    before = 1 << 62
    while rows := session.rows(_NEWEST_FIRST, (before,)):
        for nr, gruppe, art in rows:
            word, _, taken_back = art.partition(" ")
            if word == ART:
                undone.add(int(taken_back))
            elif gruppe not in undone and art not in OWN:
                return _Done(gruppe, art)
            before = nr
    raise NothingToUndo


def _events(session: Session, done: _Done) -> list[_Event]:
    """Newest first."""
    return [_Event(*row) for row in session.rows(_OF_GRUPPE, (done.gruppe,))]


def _change(event: _Event) -> Change:
    if event.emne_nr is None or event.indhold is None:
        raise CannotUndo(event.emne, None)  # emptied when somebody was deleted
    content = loads(event.indhold)
    before, after = (_values(event, content[side]) for side in ("for", "efter"))
    return Change(event.emne, event.emne_nr, before, after)


def _inverse_of(event: _Event) -> Change:
    change = _change(event)
    return change._replace(before=change.after, after=change.before)


def _values(event: _Event, columns: dict[str, Any] | None) -> dict[str, Any] | None:
    """An answer says where it stands: udgave punkt felt raekke vaerdi."""
    if columns is None:
        return None
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in columns.items()}
    if event.emne != answers.EMNE:
        return values
    place = answers.place_of(event.emne_nr or 0, event.sted or "")
    return dict(zip(("udgave", "punkt", "felt", "raekke"), place[1:], strict=True)) | values


def _write(session: Session, change: Change) -> None:
    if change.emne == answers.EMNE:
        _write_answer(session, change)
        return
    table, kind = table_named(change.emne), RECORDS[change.emne]
    if change.before is None:
        recording.add_row(session, table, change.nr, {**kind._field_defaults, **(change.after or {}), "nr": change.nr})
        return
    rows = session.rows(f"{table.select} WHERE nr = ?", (change.nr,))
    row = {name: table.read(name, value) for name, value in zip(table.columns, rows[0], strict=True)} if rows else {}
    if not rows or any(row.get(name) != value for name, value in change.before.items()):
        raise CannotUndo(change.emne, change.nr)
    if change.after is None:
        recording.remove_row(session, table, row)
    else:
        recording.change_row(session, table, row, change.after)


def _write_answer(session: Session, change: Change) -> None:
    where = change.before or change.after or {}
    key, udgave = Key(where["punkt"], where["felt"], where["raekke"]), where["udgave"]
    standing = answers.answers_of(session, change.nr, udgave).get(key)
    if standing != (change.before["vaerdi"] if change.before else None):
        raise CannotUndo(change.emne, change.nr)
    value = change.after["vaerdi"] if change.after else None
    answers.put_answer(session, change.nr, udgave, key, value, keeps_half=True)  # it was typed after what is taken back
