"""The rows that overviews are counted from, made again for those about whom something new was written. Knows no rule.

They are made lazily, when an overview is asked for: what is saved at the table is saved without them. Which event they
are true up to stands beside them; after it, the events themselves say whose rows are old.
"""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from vforlob.errors.base import VforlobError
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.linje import BorgerLinje, Linje, Snapshot
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.rules.linjer import OfBorger
from vforlob.store.many import Found, records_by, records_of
from vforlob.store.results import newest_event
from vforlob.store.store import Store

NAME = "linjer"
AT_ONCE = 400  # borgere whose records are in memory together

_COLUMNS, _BORGER_COLUMNS = ", ".join(Linje._fields), ", ".join(BorgerLinje._fields)
_STAMP = "SELECT haendelse, regler, dag FROM udregnet WHERE navn = ?"
_SET_STAMP = (
    "INSERT INTO udregnet(navn, haendelse, regler, dag, indhold) VALUES(?, ?, ?, ?, '') ON CONFLICT DO UPDATE"
    " SET haendelse = excluded.haendelse, regler = excluded.regler, dag = excluded.dag"
)
_EVERYBODY = "SELECT nr FROM borger"
# Answers count only when their samtale is finished, and that is an event of its own.
_WRITTEN_ABOUT = "SELECT DISTINCT sted FROM haendelse WHERE nr > ? AND emne <> 'svar' AND sted >= 'b' AND sted < 'c'"
_COME_TRUE = (
    "SELECT borger FROM linje WHERE gyldig_til <= ?1 UNION SELECT borger FROM borger_linje WHERE gyldig_til <= ?1"
)
# A forløb that is closed ahead of its day is going until then.
_COUNTED = "status <> 'lukket' OR eftervaern >= ?1 OR lukket > ?1"
_LINES = f"SELECT {_COLUMNS} FROM linje WHERE {_COUNTED} ORDER BY forlob"
_BORGER_LINES = f"SELECT {_BORGER_COLUMNS} FROM borger_linje ORDER BY borger"
_ADD = f"INSERT INTO linje({_COLUMNS}) VALUES({', '.join('?' * len(Linje._fields))})"
_ADD_BORGER = f"INSERT INTO borger_linje({_BORGER_COLUMNS}) VALUES({', '.join('?' * len(BorgerLinje._fields))})"

OfForlob = Callable[[Case], Linje]
OfPerson = Callable[[OfBorger], BorgerLinje]


class Made(NamedTuple):
    """How rows are made, on which day (ISO), and by which rules: another mark makes them all again."""

    of_forlob: OfForlob
    of_borger: OfPerson
    day: str
    rules: str


class _Fresh(NamedTuple):
    """Rows made now, of everybody in `borgere`. `upto` is the newest event they have seen."""

    borgere: Collection[int]
    linjer: list[Linje]
    people: list[BorgerLinje]
    upto: int


def load_snapshot(store: Store, made: Made) -> Snapshot:
    """All in one read, so that another window cannot write in between; what was made again is then kept."""
    with _one_read(store):
        upto = newest_event(store)
        fresh = _made(store, _old(store, made, upto), made, upto)
        kept = Snapshot(
            tuple(map(Linje._make, store.rows(_LINES, (made.day,)))),
            tuple(map(BorgerLinje._make, store.rows(_BORGER_LINES))),
        )
    if fresh is None:
        return kept
    with suppress(VforlobError):  # a full disk is no reason not to show the overview
        _keep(store, fresh, made)
    return _laid_over(kept, fresh, made.day)


@contextmanager
def _one_read(store: Store) -> Iterator[None]:
    store.rows("BEGIN")
    try:
        yield
    finally:
        store.rows("COMMIT")


def _old(store: Store, made: Made, upto: int) -> list[int]:
    """The borgere whose rows are to be made again."""
    stamps = store.rows(_STAMP, (NAME,))
    if not stamps:
        return [row[0] for row in store.rows(_EVERYBODY)]
    seen, rules, day = stamps[0]
    if rules != made.rules or day > made.day or seen > upto:
        return [row[0] for row in store.rows(_EVERYBODY)]
    found = {int(sted[1:]) for (sted,) in store.rows(_WRITTEN_ABOUT, (seen,)) if sted[1:].isdecimal()}
    found.update(row[0] for row in store.rows(_COME_TRUE, (made.day,)))
    return sorted(found)


def _made(store: Store, borgere: list[int], made: Made, upto: int) -> _Fresh | None:
    """None where nothing is old and no event is new."""
    if not borgere and (stamps := store.rows(_STAMP, (NAME,))) and stamps[0][0] == upto and stamps[0][2] == made.day:
        return None
    linjer: list[Linje] = []
    people: list[BorgerLinje] = []
    for first in range(0, len(borgere), AT_ONCE):
        part = borgere[first : first + AT_ONCE]
        of_borger: Records = {kind: records_by(store, kind, "borger", part) for kind in _OF_BORGER}
        of_forlob: Records = {
            kind: records_by(store, kind, "forlob", _numbers(of_borger[Forlob])) for kind in _OF_FORLOB
        }
        linjer += [made.of_forlob(case) for case in _cases(part, of_borger, of_forlob)]
        people += [made.of_borger(own) for own in _people(store, part, of_borger)]
    return _Fresh(set(borgere), linjer, people, upto)


_OF_BORGER = (Forlob, Samtale, Kontakt, Aftale, Plan, Delmal, Taet)
_OF_FORLOB = (Timer, Lonkroner)

Records = dict[type[Any], Found]


def _numbers(forlobene: Found) -> list[int]:
    return [forlob.nr for mine in forlobene.values() for forlob in mine]


def _cases(borgere: Iterable[int], of_borger: Records, of_forlob: Records) -> Iterator[Case]:
    """Only what a row is made of. A forløb holds what was written before there was one, too."""
    for nr in borgere:
        for forlob in of_borger[Forlob].get(nr, ()):
            mine = {
                kind: tuple(one for one in of_borger[kind].get(nr, ()) if one.forlob in {None, forlob.nr})
                for kind in _OF_BORGER[1:]
            }
            yield Case(
                Borger(nr, ""),
                forlob,
                samtaler=mine[Samtale],
                kontakter=mine[Kontakt],
                aftaler=mine[Aftale],
                planer=mine[Plan],
                delmal=tuple(of_borger[Delmal].get(nr, ())),
                taet=mine[Taet],
                timer=tuple(of_forlob[Timer].get(forlob.nr, ())),
                lonkroner=tuple(of_forlob[Lonkroner].get(forlob.nr, ())),
            )


def _people(store: Store, borgere: list[int], of_borger: Records) -> Iterator[OfBorger]:
    for borger in records_of(store, Borger, "nr", borgere):
        mine = {kind: of_borger[kind].get(borger.nr, []) for kind in _OF_BORGER}
        yield OfBorger(borger, mine[Forlob], mine[Samtale], mine[Kontakt], mine[Aftale], mine[Plan])


def _keep(store: Store, fresh: _Fresh, made: Made) -> None:
    """Nothing, when somebody has written meanwhile: the next look makes them again."""
    from vforlob.store.tables import as_json  # late: hardly any look makes rows again

    with _one_write(store):
        if newest_event(store) != fresh.upto:
            return
        whose = as_json(sorted(fresh.borgere))
        for table in ("linje", "borger_linje"):
            store.rows(f"DELETE FROM {table} WHERE borger IN (SELECT value FROM json_each(?))", (whose,))
        if not store.rows(_STAMP, (NAME,)):
            store.rows("DELETE FROM linje")
            store.rows("DELETE FROM borger_linje")
        store.connection.executemany(_ADD, fresh.linjer)
        store.connection.executemany(_ADD_BORGER, fresh.people)
        store.rows(_SET_STAMP, (NAME, fresh.upto, made.rules, made.day))


@contextmanager
def _one_write(store: Store) -> Iterator[None]:
    """No event: these rows say nothing that is not written elsewhere."""
    store.rows("BEGIN IMMEDIATE")
    try:
        yield
        store.rows("COMMIT")
    except BaseException:
        with suppress(VforlobError):
            store.rows("ROLLBACK")
        raise


def _laid_over(kept: Snapshot, fresh: _Fresh, day: str) -> Snapshot:
    counted = [
        it for it in fresh.linjer if it.status != "lukket" or (it.eftervaern or "") >= day or (it.lukket or "") > day
    ]
    linjer = [*(it for it in kept.linjer if it.borger not in fresh.borgere), *counted]
    people = [*(it for it in kept.borgere if it.borger not in fresh.borgere), *fresh.people]
    return Snapshot(tuple(sorted(linjer, key=lambda it: it.forlob)), tuple(sorted(people, key=lambda it: it.borger)))
