"""What waits for the consultant on a day, read by index: costs the same at 40 forløb and at 10,000. Judges nothing."""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from typing import Any

from vforlob.model.due import Draft, Next, Promise, Unjournalised, Whose
from vforlob.store.store import Store

MOST = 60

_TAET = "coalesce((SELECT svar FROM taet WHERE taet.borger = b.nr ORDER BY nr DESC LIMIT 1), 'nej') = 'ja'"
_WHOSE = f"b.nr, b.alias, f.nr, v.navn, f.start, f.slut, {_TAET}"
_JOINS = (
    " LEFT JOIN forlob AS f ON f.nr = {0}.forlob JOIN borger AS b ON b.nr = {0}.borger"
    " LEFT JOIN virksomhed AS v ON v.nr = f.virksomhed"
)
_OF_FORLOB = " JOIN borger AS b ON b.nr = f.borger JOIN virksomhed AS v ON v.nr = f.virksomhed"
_LAST = (
    "max(coalesce((SELECT max(dato) FROM kontakt WHERE forlob = {0} AND naet = 'ja'), ''),"
    " coalesce((SELECT max(dato) FROM samtale WHERE forlob = {0} AND status = 'faerdig'), ''))"
)
_STARTED = "EXISTS(SELECT 1 FROM samtale WHERE forlob = f.nr AND agenda = 'startmode' AND status = 'faerdig')"
_NEXT = f"SELECT {_WHOSE}, l.dato, l.kl, l.form, {_LAST.format('f.nr')}, {_STARTED} FROM "
_OPEN = "SELECT l.forlob AS nr FROM forlob_linje AS l WHERE l.status <> 'lukket' AND l.dato"
# Five ways to be of interest, each read by its own index and no further than it takes.
_INTERESTING = (
    f"SELECT * FROM ({_OPEN} <= :today AND ({_LAST.format('l.forlob')} < l.dato"
    f" OR {_LAST.format('l.forlob')} <= :silent) ORDER BY l.dato LIMIT :most)"
    f" UNION SELECT * FROM ({_OPEN} > :today AND l.dato <= :soon ORDER BY l.dato LIMIT :most)"
    f" UNION SELECT * FROM ({_OPEN} IS NULL LIMIT :most)"
    " UNION SELECT * FROM (SELECT nr FROM forlob WHERE status <> 'lukket' AND slut <= :ending"
    " ORDER BY slut LIMIT :most)"
    " UNION SELECT f.nr FROM (SELECT DISTINCT borger FROM taet WHERE svar = 'ja' ORDER BY nr DESC LIMIT :most) AS t"
    " JOIN forlob AS f ON f.borger = t.borger AND f.status <> 'lukket'"
)
_FORLOBENE = (
    f"{_NEXT}({_INTERESTING}) AS i JOIN forlob AS f ON f.nr = i.nr"
    f" LEFT JOIN forlob_linje AS l ON l.forlob = f.nr{_OF_FORLOB} ORDER BY l.dato, f.nr"
)
_PROMISES = (
    f"SELECT {_WHOSE}, a.nr, a.hvad, a.frist FROM aftale AS a{_JOINS.format('a')}"
    " WHERE a.status = 'aben' AND a.frist <= ? AND a.hvem LIKE '%\"konsulent\"%' ORDER BY a.frist, a.nr LIMIT ?"
)
# A borger without a forløb: the newest plan from before there was one.
_BEFORE_FORLOB = (
    "SELECT b.nr, b.alias, NULL, NULL, NULL, NULL, 0, p.dato, p.kl, p.form,"
    " coalesce((SELECT max(dato) FROM samtale WHERE borger = b.nr AND status = 'faerdig'), '') AS sidst, 0"
    " FROM plan AS p JOIN borger AS b ON b.nr = p.borger WHERE p.forlob IS NULL AND p.dato <= ?1"
    " AND p.nr = (SELECT max(nr) FROM plan WHERE borger = p.borger) AND sidst < p.dato ORDER BY p.dato, p.nr LIMIT ?2"
)
_DRAFTS = (
    f"SELECT {_WHOSE}, s.nr, s.agenda, s.dato FROM samtale AS s{_JOINS.format('s')}"
    " WHERE s.kladde_udgave IS NOT NULL ORDER BY s.nr DESC LIMIT ?"
)
# By number, backwards: the newest samtaler are the ones that may still wait for the journal.
_UNJOURNALISED = (
    f"SELECT {_WHOSE}, s.nr, s.agenda, s.dato FROM (SELECT * FROM samtale ORDER BY nr DESC LIMIT ?2) AS s"
    f"{_JOINS.format('s')} WHERE s.status = 'faerdig' AND s.dato >= ?1 AND NOT EXISTS"
    " (SELECT 1 FROM kvittering WHERE emne = 'samtale' AND emne_nr = s.nr) ORDER BY s.nr DESC"
)
_FIRST = (
    f"{_NEXT}forlob_linje AS l CROSS JOIN forlob AS f ON f.nr = l.forlob{_OF_FORLOB}"
    " WHERE l.status <> 'lukket' AND l.dato > ? ORDER BY l.dato, l.forlob LIMIT 1"
)


def forlobene(store: Store, today: str, silent: str, soon: str, ending: str) -> tuple[Next, ...]:
    """Open forløb that may need somebody: the planned day has come or comes before `soon`, nothing was ever planned,
    nobody was reached since `silent`, the last day is `ending` or before, or they are followed closely.
    """
    days = {"today": today, "silent": silent, "soon": soon, "ending": ending, "most": MOST}
    return _read(store, Next, _FORLOBENE, days)


def own_promises(store: Store, until: str) -> tuple[Promise, ...]:
    """Open aftaler of the consultant's with a frist up to `until`."""
    return _read(store, Promise, _PROMISES, (until, MOST))


def before_forlob(store: Store, until: str) -> tuple[Next, ...]:
    """Contacts planned with borgere who are not in a forløb, and not held since."""
    return _read(store, Next, _BEFORE_FORLOB, (until, MOST))


def drafts(store: Store) -> tuple[Draft, ...]:
    return _read(store, Draft, _DRAFTS, (MOST,))


def unjournalised(store: Store, since: str) -> tuple[Unjournalised, ...]:
    """Finished samtaler from `since` on without a receipt, the newest first."""
    return _read(store, Unjournalised, _UNJOURNALISED, (since, MOST))


def first_planned(store: Store, today: str) -> Next | None:
    return next(iter(_read(store, Next, _FIRST, (today,))), None)


def caseload(store: Store) -> tuple[int, int]:
    """How many borgere, and how many forløb that are not closed."""
    rows = store.rows("SELECT (SELECT count(*) FROM borger), (SELECT count(*) FROM forlob WHERE status <> 'lukket')")
    return int(rows[0][0]), int(rows[0][1])


def _read(store: Store, kind: Any, sql: str, parameters: Any) -> tuple[Any, ...]:
    last = len(Whose._fields) - 1
    return tuple(
        kind(Whose._make((*row[:last], bool(row[last]))), *row[last + 1 :]) for row in store.rows(sql, parameters)
    )
