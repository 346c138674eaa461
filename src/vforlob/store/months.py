"""Read the dated records that the figures of a month are counted from. Counts nothing and knows no rule."""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from vforlob.model.accounts import Maned, Statistik
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Taet
from vforlob.rules.manedstal import Caseload, Person, Placement
from vforlob.store.dated_goals import dated_goals
from vforlob.store.store import Store

# Forløb that were going, or begun, on some day of the period.
_WANTED = (
    "SELECT nr FROM forlob WHERE start <= :last AND (status <> 'lukket' OR lukket IS NULL OR lukket >= :first"
    " OR start >= :first)"
)
_FORLOB = (
    "SELECT nr, borger, virksomhed, art, start, interval, status, lukket, udfald, uden_formode FROM forlob"
    f" WHERE nr IN ({_WANTED}) ORDER BY nr"
)
_CONTACTS = (
    f"SELECT forlob, dato FROM kontakt WHERE naet = 'ja' AND forlob IN ({_WANTED})"
    f" UNION ALL SELECT forlob, dato FROM samtale WHERE status = 'faerdig' AND forlob IN ({_WANTED})"
)
_HOURS = (
    "SELECT forlob, fra, coalesce(ordinaer, 0) FROM timer"
    f" WHERE art = 'aftalt' AND forlob IN ({_WANTED}) ORDER BY fra, nr"
)
_STAGES = f"SELECT forlob, dato, trin FROM lonkroner WHERE forlob IN ({_WANTED}) ORDER BY nr"
_STARTMODER = (
    f"SELECT forlob, dato FROM samtale WHERE agenda = 'startmode' AND status = 'faerdig' AND forlob IN ({_WANTED})"
)
_TAET = (
    "SELECT borger, nr, forlob, dato, svar FROM taet"
    f" WHERE borger IN (SELECT borger FROM forlob WHERE nr IN ({_WANTED})) ORDER BY nr"
)
_PERSONS = "SELECT nr, alias, oprettet, cv, cv_opdateret FROM borger ORDER BY nr"
_FORMODER = "SELECT borger, dato FROM samtale WHERE agenda = 'formode' AND status = 'faerdig'"
_CLOSED = "SELECT DISTINCT maned FROM statistik WHERE maned BETWEEN substr(:first, 1, 7) AND substr(:last, 1, 7)"
_DAY = "date(substr(tid_utc, 1, 19), forskydning || ' minutes')"  # on the clock of the wall
_SAID = (
    f"SELECT emne_nr, {_DAY}, json_type(indhold, '$.efter.cv'), json_extract(indhold, '$.efter.cv'),"
    " json_type(indhold, '$.efter.parathed'), json_extract(indhold, '$.efter.parathed'),"
    " json_type(indhold, '$.efter.malgruppe'), json_extract(indhold, '$.efter.malgruppe'),"
    " json_type(indhold, '$.efter.skal_til'), iif(json_extract(indhold, '$.efter.skal_til') <> '', 'ja', 'nej')"
    " FROM haendelse WHERE emne = 'borger' AND emne <> 'svar' AND emne_nr IS NOT NULL ORDER BY nr"
)
# Deleting a person for good empties her events; taking something back does not.
_EMPTIED = "SELECT count(*) FROM haendelse WHERE emne = 'borger' AND emne <> 'svar' AND emne_nr IS NULL"
_FIRST = f"SELECT {_DAY} FROM haendelse WHERE nr = 1"
_KEPT = "SELECT nr, maned, navn, tal, rettelse FROM maned WHERE maned BETWEEN ? AND ? ORDER BY nr"

Groups = dict[Any, list[Any]]


def dated_caseload(store: Store, first: str, last: str) -> Caseload:
    """What is needed for the months from the one with the day `first` to the one with the day `last`."""
    period = {"first": first, "last": last}
    return Caseload(_persons(store), _placements(store, period), _closed(store, period), dated_goals(store))


def _placements(store: Store, period: dict[str, str]) -> tuple[Placement, ...]:
    read = (_CONTACTS, _HOURS, _STAGES, _STARTMODER)
    contacts, hours, stages, starts = (_grouped(_read(store, sql, period)) for sql in read)
    worries = _grouped(_read(store, _TAET, period))
    placements = []
    for nr, borger, virksomhed, art, start, interval, status, lukket, udfald, why_not in _read(store, _FORLOB, period):
        forlob = Forlob(nr, borger, virksomhed, art, start, None, interval=interval)
        forlob = forlob._replace(status=status, lukket=lukket, udfald=udfald, uden_formode=why_not)
        taet = tuple(Taet(it, borger, *rest) for it, *rest in worries[borger] if rest[0] in {None, nr})
        days = tuple(day for (day,) in contacts[nr])
        startmoder = tuple(day for (day,) in starts[nr])
        placements.append(Placement(forlob, days, tuple(hours[nr]), tuple(stages[nr]), taet, startmoder))
    return tuple(placements)


def _persons(store: Store) -> tuple[Person, ...]:
    columns: list[Groups] = [defaultdict(list) for _ in range(4)]
    for nr, day, *said in store.rows(_SAID):
        for column, is_said, value in zip(columns, said[::2], said[1::2], strict=True):
            if is_said is not None:
                column[nr].append((day, value))
    cv, ready, group, needs = columns
    formoder = _grouped(store.rows(_FORMODER))
    return tuple(
        Person(
            Borger(nr, alias, oprettet=oprettet, cv=has_cv, cv_opdateret=dated),
            tuple(cv[nr]),
            tuple(ready[nr]),
            tuple(day for (day,) in formoder[nr]),
            tuple(group[nr]),
            tuple(needs[nr]),
        )
        for nr, alias, oprettet, has_cv, dated in store.rows(_PERSONS)
    )


def _closed(store: Store, period: dict[str, str]) -> tuple[Statistik, ...]:
    return tuple(row for (maned,) in _read(store, _CLOSED, period) for row in store.door(Statistik).find(maned=maned))


def emptied(store: Store) -> int:
    return int(store.rows(_EMPTIED)[0][0])


def first_month(store: Store) -> str:
    """The month of the first event; "" where nothing has ever been written."""
    rows = store.rows(_FIRST)
    return str(rows[0][0])[:7] if rows else ""


def kept_months(store: Store, first: str, last: str) -> dict[str, dict[str, Maned]]:
    """By month and name of the figure."""
    kept: dict[str, dict[str, Maned]] = defaultdict(dict)
    for row in store.rows(_KEPT, (first, last)):
        kept[row[1]][row[2]] = Maned._make(row)
    return kept


def _read(store: Store, sql: str, period: Any) -> list[Any]:
    """`period` by name."""
    return store.rows(sql, period)


def _grouped(rows: Iterable[Any]) -> Groups:
    found: Groups = defaultdict(list)
    for key, *rest in rows:
        found[key].append(tuple(rest))
    return found
