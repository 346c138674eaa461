"""How closed forløb ended, as counts the team may have: years and quarters that are over, no free text, nobody.

Counted from the rows that are left of closed forløb and from nothing else. Knows no words.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.agenda.words import FORLOB_ART
from vforlob.model.accounts import Statistik
from vforlob.rules.laering.endings import AS_WANTED, SPANS
from vforlob.rules.manedstal import BROKEN_OFF
from vforlob.rules.outcomes import NEVER_STARTED
from vforlob.rules.small_cells import Counts, Shown, publish
from vforlob.rules.spejl.quarters import QUARTERS, Quarter, quarter_of
from vforlob.store.store import Store

# Always the same years, whatever there is in them: to choose other years would be to subtract one list from another.
YEARS = 3
WANTED, STOPPED, BROKEN = "efter_planen", "stoppet", "afbrudt"
OUTCOMES = (WANTED, STOPPED, BROKEN)
QUARTER, KIND, WEEKS, FORMODE, CLOSING = "kvartal", "art", "uge", "formode", "afsluttende_samtale"
OTHER = ""
ANSWERS = ("ja", "nej", OTHER)

Group = Callable[[Statistik], str]


class Division(NamedTuple):
    """One table: by what it is divided, the names of its rows, and what is shown of each outcome; None is too few."""

    navn: str
    raekker: tuple[str, ...]
    celler: Shown


class Year(NamedTuple):
    """`udeladt` are divisions that were held back, because they would have told a small number of another one."""

    aar: int
    tabeller: tuple[Division, ...]
    udeladt: tuple[str, ...] = ()
    i_alt: tuple[int, ...] | None = None

    @property
    def is_empty(self) -> bool:
        return all(cell is None for table in self.tabeller for row in table.celler for cell in row)


def gather_team_figures(store: Store, today: date) -> tuple[Year, ...]:
    """The newest first. A year that is not over has only its quarters that are: what was given once never changes."""
    rows = store.door(Statistik).find()
    found = (_year(rows, year, quarter_of(today)) for year in range(today.year, today.year - YEARS, -1))
    return tuple(year for year in found if year.tabeller)


def _year(rows: Sequence[Statistik], year: int, now: Quarter) -> Year:
    over = [Quarter(year, number) for number in range(1, QUARTERS + 1) if Quarter(year, number) < now]
    months = {month for quarter in over for month in quarter.months}
    own = [row for row in rows if row.maned in months]
    divisions = _DIVISIONS if len(over) == QUARTERS else _DIVISIONS[:1]
    named = [(name, names[: len(over)] if name == QUARTER else names, group) for name, names, group in divisions]
    if not over:
        return Year(year, ())
    shown = publish([_counts(own, names, group) for _, names, group in named])
    pairs = list(zip(named, shown.tables, strict=True))
    tables = tuple(Division(name, names, cells) for (name, names, _), cells in pairs if cells is not None)
    return Year(year, tables, tuple(name for (name, _, _), cells in pairs if cells is None), shown.totals)


def _counts(rows: Sequence[Statistik], names: Sequence[str], group: Group) -> Counts:
    """Every name has its row, also where there is nobody: that a row is there must tell nothing."""
    found = [(group(row), outcome_of(row)) for row in rows]
    return [[found.count((name, outcome)) for outcome in OUTCOMES] for name in names]


def outcome_of(row: Statistik) -> str:
    """Never started, and a code of somebody's own agenda, are stopped: only agreed words are broken off."""
    if row.udfald in AS_WANTED:
        return WANTED
    return BROKEN if row.udfald in BROKEN_OFF else STOPPED


def _quarter(row: Statistik) -> str:
    return str((int(row.maned[5:7]) - 1) // 3 + 1)


def _kind(row: Statistik) -> str:
    return row.art if row.art in FORLOB_ART else OTHER


def _weeks(row: Statistik) -> str:
    if row.uge is None or row.udfald == NEVER_STARTED:
        return OTHER
    return next((span_name(*it) for it in SPANS if it[0] <= row.uge and (it[1] is None or row.uge <= it[1])), OTHER)


def span_name(first: int, last: int | None) -> str:
    return f"{first}-{last or ''}"


def _answer(said: str | None) -> str:
    return said if said in ANSWERS and said else OTHER


_DIVISIONS: tuple[tuple[str, tuple[str, ...], Group], ...] = (
    (QUARTER, ("1", "2", "3", "4"), _quarter),
    (KIND, (*FORLOB_ART, OTHER), _kind),
    (WEEKS, (*(span_name(*it) for it in SPANS), OTHER), _weeks),
    (FORMODE, ANSWERS, lambda row: _answer(row.formode)),
    (CLOSING, ANSWERS, lambda row: _answer(row.afsluttende_samtale)),
)
