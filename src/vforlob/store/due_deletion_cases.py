"""Borgere, drafts, virksomheder and look-ups, with the last day of anything about each. Judges nothing."""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from calendar import monthrange
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import NamedTuple

from vforlob.rules.sletning import Begun, Person, Placed
from vforlob.store.acts import ERASING
from vforlob.store.due_deletion import DAY, Receipts
from vforlob.store.events import utc_text
from vforlob.store.store import Store

# The month in which the last forløb at a virksomhed ended: the forløb itself is deleted with its borger.
LAST_FORLOB = "sidste_forlob:v{}"

# Files that are cleared away, and deletions, are not work in the case.
_NEWEST_BY_OWNER = (
    f"SELECT n.sted, {DAY} FROM (SELECT sted, max(nr) AS nr FROM haendelse WHERE emne <> 'svar' AND sted >= ?"
    f" AND sted < ? AND emne NOT IN ('eksport', 'kalender') AND art <> '{ERASING}' GROUP BY sted) AS n"
    " JOIN haendelse AS h ON h.nr = n.nr"
)
_DATED = (
    "SELECT borger, max(dag) FROM (SELECT borger, dato AS dag FROM samtale"
    " UNION ALL SELECT borger, dato FROM kontakt UNION ALL SELECT borger, dato FROM fravaer"
    " UNION ALL SELECT borger, dato FROM plan UNION ALL SELECT borger, frist FROM aftale WHERE status = 'aben'"
    " UNION ALL SELECT borger, frist FROM delmal WHERE status NOT IN ('naet', 'bortfaldet')"
    " UNION ALL SELECT borger, til FROM ferie WHERE borger IS NOT NULL) WHERE dag > '' GROUP BY borger"
)
_BORGERE = "SELECT nr, coalesce(oprettet, '') FROM borger ORDER BY nr"
_DRAFTING = "SELECT DISTINCT borger FROM samtale WHERE kladde_udgave IS NOT NULL"
_BEGUN = (
    "SELECT s.nr, s.borger, s.dato, max("
    f" coalesce((SELECT {DAY} FROM haendelse AS h WHERE h.nr = (SELECT max(haendelse) FROM svar_nu WHERE samtale = s.nr"
    " AND udgave = s.kladde_udgave)), ''),"
    f" coalesce((SELECT {DAY} FROM haendelse AS h WHERE h.nr = (SELECT max(nr) FROM haendelse WHERE emne = 'samtale'"
    f" AND emne <> 'svar' AND emne_nr = s.nr AND art <> '{ERASING}')), ''),"
    " coalesce((SELECT substr(max(tid), 1, 10) FROM kladde WHERE samtale = s.nr), ''))"
    " FROM samtale AS s WHERE s.kladde_udgave IS NOT NULL ORDER BY s.nr"
)
_PLACES = (
    "SELECT nr, max(coalesce(oprettet, ''), coalesce(ring_igen, ''),"
    " coalesce((SELECT max(frist) FROM jobabning WHERE virksomhed = v.nr AND status = 'aben'), ''),"
    " coalesce((SELECT max(til) FROM ferie WHERE virksomhed = v.nr), '')) FROM virksomhed AS v"
    " WHERE NOT EXISTS (SELECT 1 FROM forlob WHERE virksomhed = v.nr)"
    " AND NOT EXISTS (SELECT 1 FROM henvendelse WHERE virksomhed = v.nr) ORDER BY nr"
)
_LAST = "SELECT navn, vaerdi FROM indstilling WHERE substr(navn, 1, 15) = 'sidste_forlob:v' ORDER BY nr"
_LOGGED = "SELECT count(*), min(tid) FROM opslag WHERE tid < ?"
_LOGGED_OF = "SELECT min(tid) FROM opslag WHERE borger IN (SELECT value FROM json_each(?))"
_NEWEST = "SELECT tid_utc FROM haendelse ORDER BY nr DESC LIMIT 1"
_BEFORE = "SELECT tid_utc FROM haendelse WHERE tid_utc < ? ORDER BY nr DESC LIMIT 1"


class Logged(NamedTuple):
    """Look-ups that are due: how many, the oldest and where they end, as UTC."""

    many: int
    oldest: str
    before: str


def persons(store: Store, placed: tuple[Placed, ...], receipts: Receipts, today: str) -> tuple[Person, ...]:
    newest, dated = _newest_by_owner(store, "b") | _newest_by_owner(store, "f"), dict(store.rows(_DATED))
    drafting = {row[0] for row in store.rows(_DRAFTING)}
    forlobene: dict[int, list[Placed]] = defaultdict(list)
    for one in placed:
        forlobene[one.borger].append(one)
    found = []
    for nr, oprettet in store.rows(_BORGERE):
        own = forlobene.get(nr, [])
        days = [newest.get(f"f{it.nr}", "") for it in own] + [it.ended or "" for it in own]
        last = max(newest.get(f"b{nr}", ""), dated.get(nr) or "", oprettet, *days)
        is_open = any(it.ended is None or it.ended > today for it in own)
        found.append(Person(nr, last[:10], is_open, nr in drafting, nr in receipts.borgere_waiting))
    return tuple(it for it in found if it.newest)


def begun(store: Store) -> tuple[Begun, ...]:
    return tuple(Begun(*row) for row in store.rows(_BEGUN) if row[3])


def places(store: Store) -> dict[int, str]:
    """By number the last day of anything about a virksomhed that nobody is or was asked for at."""
    newest = _newest_by_owner(store, "v")
    ended = {navn.partition(":")[2]: _last_day(vaerdi) for navn, vaerdi in store.rows(_LAST)}
    found = {nr: max(day[:10], newest.get(f"v{nr}", ""), ended.get(f"v{nr}", "")) for nr, day in store.rows(_PLACES)}
    return {nr: day for nr, day in found.items() if day}


def logged(store: Store, first_kept: str, stopped: frozenset[int]) -> Logged:
    """`first_kept` is the day from which look-ups stay. Those of somebody whose case may not be deleted stay, and
    with them all that came after: the chain is cut in one place only.
    """
    midnight = datetime.fromisoformat(first_kept).replace(tzinfo=store.now().tzinfo)
    before = utc_text(midnight - timedelta(hours=1))  # the clock may have been put forward since
    kept = store.rows(_LOGGED_OF, (f"[{', '.join(map(str, sorted(stopped)))}]",))[0][0]
    before = min(before, kept or before)
    count, oldest = store.rows(_LOGGED, (before,))[0]
    return Logged(int(count), str(oldest or ""), before)


def newest_moments(store: Store) -> tuple[datetime | None, datetime | None]:
    """When the newest event was, and the newest of those that are older than a day."""
    now = store.now()
    yesterday = utc_text(datetime.fromtimestamp(now.timestamp() - 86_400, tz=now.tzinfo))
    found = (store.rows(_NEWEST), store.rows(_BEFORE, (yesterday,)))
    newest, before = (datetime.fromisoformat(f"{rows[0][0][:19]}+00:00") if rows else None for rows in found)
    return newest, before


def _newest_by_owner(store: Store, letter: str) -> dict[str, str]:
    return dict(store.rows(_NEWEST_BY_OWNER, (letter, chr(ord(letter) + 1))))


def _last_day(month: str) -> str:
    """2027-01-31 of "2027-01"."""
    first = date.fromisoformat(f"{month}-01")
    return first.replace(day=monthrange(first.year, first.month)[1]).isoformat()
