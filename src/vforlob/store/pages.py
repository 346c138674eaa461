"""The lists of borgere, virksomheder and forløb, one screenful at a time. Costs the same at any number of records."""

from typing import Any, NamedTuple

from vforlob.store.store import Store


class ForlobLine(NamedTuple):
    """`dato` and `kl` are the next contact, None when none is planned."""

    nr: int
    alias: str
    virksomhed: str
    art: str
    start: str | None
    slut: str | None
    status: str
    dato: str | None
    kl: str | None


class BorgerLine(NamedTuple):
    """`forlob` are the numbers of those that are not closed."""

    nr: int
    alias: str
    parathed: str | None
    skal_til: str | None
    forlob: tuple[int, ...]


class VirksomhedLine(NamedTuple):
    """`forlob` counts those that are not closed. `vaert` is erfaren from the first one that is, whatever was written
    before it. The rest is whom to call, when, and how many they will have.
    """

    nr: int
    navn: str
    branche: str | None
    sted: str | None
    vaert: str | None
    forlob: int
    kontakt: str | None = None
    telefon: str | None = None
    fast_tid: str | None = None
    ring_igen: str | None = None
    max_antal: int | None = None


_FORLOB = (
    "SELECT forlob.nr, borger.alias, virksomhed.navn, forlob.art, forlob.start, forlob.slut, forlob.status,"
    " linje.dato, linje.kl FROM (SELECT forlob, dato, kl FROM forlob_linje"
)
_FORLOB_ENDS = (
    " ORDER BY dato, forlob LIMIT ?) AS linje JOIN forlob ON forlob.nr = linje.forlob"
    " JOIN borger ON borger.nr = forlob.borger JOIN virksomhed ON virksomhed.nr = forlob.virksomhed"
    " ORDER BY linje.dato, linje.forlob"
)
_OPEN_FORLOB = f"{_FORLOB} WHERE status <> 'lukket'{_FORLOB_ENDS}"
_ALL_FORLOB = f"{_FORLOB}{_FORLOB_ENDS}"
_BORGERE = (
    "SELECT nr, alias, parathed, skal_til, (SELECT group_concat(nr) FROM forlob WHERE borger = borger.nr"
    " AND status <> 'lukket') FROM borger ORDER BY nr LIMIT ?"
)
_VIRKSOMHEDER = (
    "SELECT nr, navn, branche, sted, CASE WHEN vaert = 'ny' AND EXISTS (SELECT 1 FROM forlob"
    " WHERE virksomhed = virksomhed.nr AND status = 'lukket') THEN 'erfaren' ELSE vaert END,"
    " (SELECT count(*) FROM forlob WHERE virksomhed = virksomhed.nr"
    " AND status <> 'lukket'), kontakt, telefon, fast_tid, ring_igen, max_antal FROM virksomhed ORDER BY nr LIMIT ?"
)
_EVERYTHING = -1  # what SQLite understands as no limit


def forlob_page(store: Store, limit: int | None = None, closed: bool = False) -> tuple[ForlobLine, ...]:
    """Those without a planned contact first, then by the day of the next one."""
    rows = _listed(store, store.rows(_ALL_FORLOB if closed else _OPEN_FORLOB, (_limited(limit),)))
    return tuple(map(ForlobLine._make, rows))


def borger_page(store: Store, limit: int | None = None) -> tuple[BorgerLine, ...]:
    rows = _listed(store, store.rows(_BORGERE, (_limited(limit),)))
    return tuple(BorgerLine(nr, alias, ready, needed, _numbers(found)) for nr, alias, ready, needed, found in rows)


def virksomhed_page(store: Store, limit: int | None = None) -> tuple[VirksomhedLine, ...]:
    return tuple(map(VirksomhedLine._make, store.rows(_VIRKSOMHEDER, (_limited(limit),))))


def _listed(store: Store, rows: list[Any]) -> list[Any]:
    """The access log is told how many stood there, and not who."""
    store.listed = len(rows)
    return rows


def _numbers(joined: str | None) -> tuple[int, ...]:
    return tuple(sorted(map(int, joined.split(",")))) if joined else ()


def _limited(limit: int | None) -> int:
    return _EVERYTHING if limit is None else limit
