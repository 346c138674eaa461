"""What waits for the consultant on a day, read by index: costs the same at 40 forløb and at 10,000. Judges nothing."""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from typing import Any

from vforlob.model.due import Draft, Goal, Next, Promise, PutOff, Referred, Unjournalised, Whose
from vforlob.store.store import Store

# So many forløb are looked at in a day; 45 are a caseload.
MOST = 64
# So many of the newest records are gone through where there is no index to find them by.
NEWEST = 400

_TAET = "coalesce((SELECT svar FROM taet WHERE taet.borger = b.nr ORDER BY nr DESC LIMIT 1), 'nej') = 'ja'"
_WHOSE = f"b.nr, b.alias, f.nr, v.navn, f.start, f.slut, {_TAET}"
_BORGER = "b.nr, b.alias, NULL, NULL, NULL, NULL, 0"
_JOINS = (
    " LEFT JOIN forlob AS f ON f.nr = {0}.forlob JOIN borger AS b ON b.nr = {0}.borger"
    " LEFT JOIN virksomhed AS v ON v.nr = f.virksomhed"
)
_OF_FORLOB = " JOIN borger AS b ON b.nr = f.borger JOIN virksomhed AS v ON v.nr = f.virksomhed"
_OPEN = "SELECT nr FROM forlob WHERE status <> 'lukket' ORDER BY slut LIMIT ?"
# Where there are more open ones than can be looked at: the next planned contacts first, then what may be waiting.
_PRESSING = (
    "SELECT forlob FROM (SELECT forlob FROM forlob_linje WHERE status <> 'lukket' AND dato > '' ORDER BY dato LIMIT 40)"
    " UNION SELECT nr FROM (SELECT nr FROM forlob WHERE status <> 'lukket' ORDER BY slut LIMIT 8)"
    " UNION SELECT forlob FROM (SELECT forlob FROM forlob_linje WHERE status <> 'lukket' AND dato IS NULL LIMIT 8)"
    " UNION SELECT nr FROM (SELECT f.nr FROM (SELECT borger FROM taet AS newest WHERE svar = 'ja' ORDER BY nr DESC"
    " LIMIT 16) AS t JOIN forlob AS f ON f.borger = t.borger AND f.status <> 'lukket' LIMIT 8)"
)
# Closed ones that still have contacts to come.
_AFTERCARE = (
    "SELECT nr FROM forlob WHERE eftervaern IS NOT NULL AND eftervaern >= ? AND status = 'lukket'"
    " ORDER BY eftervaern LIMIT ?"
)
_PROMISES = (
    f"SELECT {_WHOSE}, a.nr, a.hvad, a.frist FROM aftale AS a{_JOINS.format('a')}"
    " WHERE a.status = 'aben' AND a.frist <= ? AND a.hvem LIKE '%\"konsulent\"%' ORDER BY a.frist, a.nr LIMIT ?"
)
# A delmål is the borger's: it stands with the forløb she is in.
_GOALS = (
    f"SELECT {_WHOSE}, d.nr, coalesce(d.specifikt, d.malbart, ''), d.frist FROM (SELECT *, coalesce((SELECT nr"
    " FROM forlob WHERE borger = delmal.borger AND status = 'aben' ORDER BY nr DESC LIMIT 1), forlob) AS her"
    " FROM delmal WHERE status = 'aben' AND frist < ? ORDER BY frist, nr LIMIT ?) AS d"
    " JOIN borger AS b ON b.nr = d.borger LEFT JOIN forlob AS f ON f.nr = d.her"
    " LEFT JOIN virksomhed AS v ON v.nr = f.virksomhed"
)
# A borger without a forløb: the newest plan from before there was one.
_BEFORE_FORLOB = (
    f"SELECT {_BORGER}, p.dato, p.kl, p.form, p.samtale FROM plan AS p JOIN borger AS b ON b.nr = p.borger"
    " WHERE p.forlob IS NULL AND p.dato <= ?1"
    " AND p.nr = (SELECT max(nr) FROM plan WHERE borger = p.borger) AND p.dato > coalesce((SELECT max(dato)"
    " FROM samtale WHERE borger = b.nr AND status = 'faerdig'), '') ORDER BY p.dato, p.nr LIMIT ?2"
)
_REFERRED = (
    f"SELECT {_BORGER}, b.henvist FROM (SELECT * FROM borger AS newest ORDER BY nr DESC LIMIT ?2) AS b"
    " WHERE b.henvist < ?1 AND NOT EXISTS (SELECT 1 FROM forlob WHERE borger = b.nr)"
    " AND NOT EXISTS (SELECT 1 FROM samtale WHERE borger = b.nr AND status = 'faerdig')"
    " AND NOT EXISTS (SELECT 1 FROM kontakt WHERE borger = b.nr AND naet = 'ja')"
    " AND NOT EXISTS (SELECT 1 FROM plan WHERE borger = b.nr) ORDER BY b.henvist, b.nr LIMIT ?3"
)
_CLOSED = (
    "SELECT nr FROM (SELECT nr, status, lukket FROM forlob AS newest ORDER BY nr DESC LIMIT ?2)"
    " WHERE status = 'lukket' AND lukket >= ?1 ORDER BY nr LIMIT ?3"
)
_DRAFTS = (
    f"SELECT {_WHOSE}, s.nr, s.agenda, s.dato, s.udgave FROM samtale AS s{_JOINS.format('s')}"
    " WHERE s.kladde_udgave IS NOT NULL ORDER BY s.nr DESC LIMIT ?"
)
# A trigger keeps what has no receipt; the newest are named.
_UNJOURNALISED = (
    f"SELECT {_WHOSE}, s.nr, s.agenda, s.dato FROM (SELECT emne_nr FROM til_journal WHERE emne = 'samtale'"
    f" ORDER BY emne_nr DESC LIMIT ?) AS j JOIN samtale AS s ON s.nr = j.emne_nr{_JOINS.format('s')} ORDER BY s.nr DESC"
)
_PUT_OFF = (
    f"SELECT {_WHOSE}, u.nr, u.hvad, u.hvad_nr, u.til, coalesce(u.grund, '') FROM udsat AS u{_JOINS.format('u')}"
    " WHERE u.til > ? ORDER BY u.til, u.nr LIMIT ?"
)


def open_forlob(store: Store) -> tuple[int, ...]:
    """At most MOST open forløb: all of them in any caseload, else those whose contact comes soonest and those that may
    be waiting for another reason.
    """
    found = [int(row[0]) for row in store.rows(_OPEN, (MOST + 1,))]
    if len(found) > MOST:
        found = [int(row[0]) for row in store.rows(_PRESSING)]
    return tuple(found)


def closed_forlob(store: Store, today: str, since: str) -> tuple[int, ...]:
    """Those whose efterværn is not over, and those that were closed since a day."""
    found = [*store.rows(_AFTERCARE, (today, MOST)), *store.rows(_CLOSED, (since, NEWEST, MOST))]
    return tuple(dict.fromkeys(int(row[0]) for row in found))


def own_promises(store: Store, until: str) -> tuple[Promise, ...]:
    """Open aftaler of the consultant's with a frist up to `until`."""
    return _read(store, Promise, _PROMISES, (until, MOST))


def late_goals(store: Store, today: str) -> tuple[Goal, ...]:
    return _read(store, Goal, _GOALS, (today, MOST))


def before_forlob(store: Store, until: str) -> tuple[Next, ...]:
    """Contacts planned with borgere who are not in a forløb, and not held since."""
    return _read(store, Next, _BEFORE_FORLOB, (until, MOST))


def referred(store: Store, before: str) -> tuple[Referred, ...]:
    """Borgere referred before a day, with whom nothing has happened and nothing is planned."""
    return _read(store, Referred, _REFERRED, (before, NEWEST, MOST))


def drafts(store: Store) -> tuple[Draft, ...]:
    return _read(store, Draft, _DRAFTS, (MOST,))


def unjournalised(store: Store) -> tuple[Unjournalised, ...]:
    """Finished samtaler that the journal does not have as they are now, the newest first."""
    return _read(store, Unjournalised, _UNJOURNALISED, (MOST,))


def put_off(store: Store, today: str) -> tuple[PutOff, ...]:
    """What was put off until a day that is still to come."""
    return _read(store, PutOff, _PUT_OFF, (today, 4 * MOST))


def caseload(store: Store) -> tuple[int, int]:
    """How many borgere, and how many forløb that are not closed."""
    rows = store.rows("SELECT (SELECT count(*) FROM borger), (SELECT count(*) FROM forlob WHERE status <> 'lukket')")
    return int(rows[0][0]), int(rows[0][1])


def _read(store: Store, kind: Any, sql: str, parameters: Any) -> tuple[Any, ...]:
    last = len(Whose._fields) - 1
    return tuple(
        kind(Whose._make((*row[:last], bool(row[last]))), *row[last + 1 :]) for row in store.rows(sql, parameters)
    )
