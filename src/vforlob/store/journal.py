"""What waits for the journal, as the store knows it: read by index, and weighed against what the journal has.

Knows no words. A samtale waits from the version that no receipt covers. Any other record waits when it is not what the
journal, or the text of a samtale, says it is.
"""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from collections.abc import Iterator
from datetime import datetime, timedelta
from json import loads
from typing import Any, NamedTuple

from vforlob.store.session import Session

SAMTALE, CLEARANCE = "samtale", "clearance"
# What a record says to the journal; whose it is, where it came from and who may read it is nothing new.
CONTENT: dict[str, tuple[str, ...]] = {
    "kontakt": ("dato", "kanal", "med", "naet", "hvem_ringede", "tekst"),
    "fravaer": ("dato", "art", "besked"),
    "taet": ("dato", "svar", "grund", "vi_gor"),
    "hensyn": ("hensyn", "behov", "losning", "aftalt", "hvorfor", "betydning", "virker", "status", "trukket"),
    CLEARANCE: ("rolle", "svar", "aftalt", "trukket"),
    "aftale": ("hvad", "hvem", "hvem_andre", "frist", "status", "grund", "afsluttet"),
    "delmal": ("art", "specifikt", "malbart", "attraktivt", "realistisk", "frist", "status", "delt", "tekst"),
}
EMNER = (SAMTALE, *CONTENT)

# Whose it is, its own day, and the record that it is told with.
_COLUMNS = {
    SAMTALE: "r.borger, r.forlob, r.dato, r.nr",
    "kontakt": "r.borger, r.forlob, r.dato, r.nr",
    "fravaer": "r.borger, r.forlob, r.dato, r.nr",
    "taet": "r.borger, r.forlob, r.dato, r.nr",
    "hensyn": "r.borger, NULL, coalesce(r.oprettet, r.aftalt), r.nr",
    CLEARANCE: "h.borger, r.forlob, coalesce(r.trukket, r.aftalt), r.hensyn",
    "aftale": "r.borger, r.forlob, r.oprettet, r.nr",
    "delmal": "r.borger, r.forlob, r.oprettet, r.nr",
}
_BESIDE = {CLEARANCE: " JOIN hensyn AS h ON h.nr = r.hensyn"}
_NEW = (
    "NOT EXISTS (SELECT 1 FROM haendelse AS e WHERE e.emne = t.emne AND e.emne <> 'svar'"
    " AND e.emne_nr = t.emne_nr AND e.nr < t.haendelse)"
)
_SENT = "EXISTS (SELECT 1 FROM kvittering AS k WHERE k.emne = t.emne AND k.emne_nr = t.emne_nr)"


def _read(emne: str) -> str:
    return (
        f"SELECT t.emne, t.emne_nr, t.haendelse, {_SENT}, {_NEW}, {_COLUMNS[emne]} FROM t"
        f" JOIN {emne} AS r ON r.nr = t.emne_nr{_BESIDE.get(emne, '')} WHERE t.emne = '{emne}'"
    )


_FIRST = "WITH t AS MATERIALIZED (SELECT emne, emne_nr, haendelse FROM til_journal ORDER BY haendelse LIMIT ?)"
_WAITING = f"{_FIRST} {' UNION ALL '.join(map(_read, EMNER))}"
_EVENTS = (
    "SELECT nr, indhold, nr NOT IN (SELECT nr FROM journal_haendelse AS own WHERE own.nr = h.nr) FROM haendelse AS h"
    " WHERE emne = ? AND emne <> 'svar' AND emne_nr = ? AND indhold IS NOT NULL ORDER BY nr"
)
_COVERED = "SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering WHERE emne = ? AND emne_nr = ?"

State = dict[str, Any]


class Waiting(NamedTuple):
    """`part_of` is the number of the record it is told with: for a clearance that of the hensyn. `dato` is the day it
    is about, or the day it was changed. `is_sent`: the journal has an older one. `known` is what the journal, or the
    text of a samtale, says of it; None where it says nothing.
    """

    emne: str
    nr: int
    haendelse: int
    borger: int
    forlob: int | None
    dato: str
    part_of: int
    is_sent: bool = False
    known: State | None = None


def waiting(session: Session, most: int = -1) -> tuple[Waiting, ...]:
    """The oldest first, at most so many of the first that were written; all of them without a number."""
    found = [it for row in session.rows(_WAITING, (most,)) for it in _judged(session, row)]
    return tuple(sorted(found, key=lambda it: (it.dato, it.haendelse)))


def newest_event(session: Session) -> int:
    """What is read now is known up to here."""
    return int(session.rows("SELECT coalesce(max(nr), 0) FROM haendelse")[0][0])


def _judged(session: Session, row: Any) -> Iterator[Waiting]:
    emne, nr, event, is_sent, is_new, borger, forlob, own_day, part_of = row
    known: State | None = None
    if emne != SAMTALE and (not is_new or (emne == CLEARANCE and own_day is None)):
        known, now = _states(session, emne, nr)
        if _content(emne, known) == _content(emne, now):
            return
    is_news = is_sent or known is not None
    day = own_day if own_day and not is_news else _day_of(session, event)
    yield Waiting(emne, nr, event, borger, forlob, day, part_of, bool(is_sent), known)


def _states(session: Session, emne: str, nr: int) -> tuple[State | None, State | None]:
    """As it is known, and as it is now."""
    covered = session.rows(_COVERED, (emne, nr))[0][0] or 0
    known: State | None = None
    now: State | None = None
    for event, indhold, is_told in session.rows(_EVENTS, (emne, nr)):
        change = loads(indhold)
        now = _after(now, change)
        if event <= covered:
            known = now
        elif is_told:
            known = _after(known, change)
    return known, now


def _after(state: State | None, change: dict[str, Any]) -> State | None:
    if change["efter"] is None:
        return None
    if change["for"] is None:
        return dict(change["efter"])
    return None if state is None else state | change["efter"]


def _content(emne: str, state: State | None) -> tuple[Any, ...] | None:
    """Nothing for a clearance that nobody has decided on: at a new forløb all stand as spørg først."""
    if state is None:
        return None
    said = tuple(state.get(name) for name in CONTENT[emne])
    return None if emne == CLEARANCE and said[1:] == ("sporg", None, None) else said


def _day_of(session: Session, event: int) -> str:
    utc, offset = session.rows("SELECT tid_utc, forskydning FROM haendelse WHERE nr = ?", (event,))[0]
    return (datetime.fromisoformat(utc[:19]) + timedelta(minutes=offset)).date().isoformat()
