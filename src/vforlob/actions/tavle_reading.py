"""A colleague's list read as rows of the board, with every fault and its row. Saves nothing, knows no path."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from vforlob.actions.importing.cells import read_cell
from vforlob.actions.importing.sheet import Odd, Sheet, column_letter
from vforlob.actions.record_kinds import kind_named
from vforlob.actions.record_kinds.base import RecordFelt
from vforlob.actions.record_kinds.jobabning import FEWEST, MOST
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.text import search_fold
from vforlob.rules.cvr import read_cvr
from vforlob.rules.danish import listed, number, quoted
from vforlob.rules.tavle import Row
from vforlob.rules.tavle_columns import TAVLE_COLUMNS, Column, matched

MOST_ROWS = 2_000  # no board is longer: it is another file
LONGEST = {"opgaver": 2_000, "": 200}
_NO_DEADLINE = frozenset({"lobende", "snarest", "hurtigst muligt", "ingen"})
_KEY = re.compile(r"[0-9A-Za-z-]{6,64}")
_KINDS = {"virksomhed": ("navn", "cvr", "branche", "sted"), "jobabning": ("opgaver", "timer", "frist", "art")}
_OWN = {name: RecordFelt(Felt(name, name, "kort")) for name in ("fra", "nogle")}
_ODD = {
    "formel": "Formlen er aldrig regnet ud. Åbn regnearket i Excel, og gem det igen.",
    "fejl": "Cellen viser en fejl. Ret formlen, eller gør kolonnen bredere.",
    "flettet": "Cellerne er flettet sammen. Del dem igen, og skriv i hver af dem.",
    "for_mange": "Rækken har flere felter, end der er overskrifter. Sæt en tekst med skilletegn i anførselstegn.",
}


class RowFault(NamedTuple):
    """`row` as Excel shows it, 0 for what is wrong with the whole list; `column` is its heading."""

    row: int
    column: str
    sentence: str

    @property
    def place(self) -> str:
        return ", ".join(part for part in (f"Række {self.row}" if self.row else "", self.column) if part)


class Read(NamedTuple):
    """`left` are headings that mean nothing here; they were not read. `guessed` are our heading and theirs, where they
    differ.
    """

    rows: tuple[Row, ...]
    faults: tuple[RowFault, ...]
    left: tuple[str, ...]
    guessed: tuple[tuple[str, str], ...] = ()


class _Sources(NamedTuple):
    at: Mapping[str, int]
    felter: Mapping[str, RecordFelt]
    today: date


def read_board(sheet: Sheet, today: date) -> Read:
    found = matched(sheet.headers)
    if found.missing:
        return Read((), (_no_columns(found.missing),), found.left)
    filled = [(at, cells) for at, cells in enumerate(sheet.rows, sheet.first) if any(cells)]
    if len(filled) > MOST_ROWS:
        return Read((), (_too_many(len(filled)),), found.left)
    sources = _Sources(found.at, _felter(), today)
    rows, faults = [], [*_odd(sheet, found.at)]
    for at, cells in filled:
        given, wrong = _given(at, cells, sources)
        faults += wrong
        if not wrong:
            rows.append(Row(at, **given))
    faults += _twice(rows)
    guessed = tuple(_guessed(found.at, sheet.headers))
    return Read(tuple(rows), tuple(sorted(faults, key=lambda fault: fault.row)), found.left, guessed)


def _guessed(at: Mapping[str, int], headers: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for column in TAVLE_COLUMNS:
        if column.id in at and search_fold(headers[at[column.id]]) != search_fold(column.name):
            yield column.name, headers[at[column.id]]


def _felter() -> dict[str, RecordFelt]:
    return {name: kind_named(emne).felt(name) for emne, names in _KINDS.items() for name in names} | _OWN


def _given(at: int, cells: tuple[str, ...], sources: _Sources) -> tuple[dict[str, Any], list[RowFault]]:
    given: dict[str, Any] = {}
    faults = []
    for column in TAVLE_COLUMNS:
        raw = cells[sources.at[column.id]] if column.id in sources.at else ""
        try:
            value = _value(column, raw, sources)
        except BadAnswer as bad:
            faults.append(_fault(at, column, bad.sentence))
            continue
        if value is not None:
            given[column.id] = value
        elif column.required:
            faults.append(_fault(at, column, "Her mangler et svar."))
    return given, faults


def _value(column: Column, raw: str, sources: _Sources) -> Value | None:
    if column.id == "frist" and search_fold(raw) in _NO_DEADLINE:
        return None
    value = read_cell(sources.felter[column.id], raw, sources.today)
    if value is None:
        return None
    longest = LONGEST.get(column.id, LONGEST[""])
    if isinstance(value, str) and len(value) > longest:
        raise BadAnswer(f"Teksten er på {len(value)} tegn. Der er plads til {longest}.")
    return _RULES[column.id](value) if column.id in _RULES else value


def _hours(value: Value) -> Value:
    hours = float(str(value))
    if not FEWEST <= hours <= MOST:
        raise BadAnswer(f"Tallet skal ligge mellem {number(FEWEST)} og {number(MOST)}.")
    return hours


def _key(value: Value) -> Value:
    if not _KEY.fullmatch(str(value)):
        raise BadAnswer("Et kendetegn er bogstaver og tal, som programmet selv har lavet. Lad feltet stå tomt.")
    return value


def _cvr(value: Value) -> Value:
    return read_cvr(str(value))


_RULES = {"timer": _hours, "nogle": _key, "cvr": _cvr}


def _odd(sheet: Sheet, used: Mapping[str, int]) -> Iterator[RowFault]:
    """A cell that is not read may hold what it likes."""
    columns = {column_letter(place): name for name, place in used.items()}
    names = {column.id: column.name for column in TAVLE_COLUMNS}
    for odd in sheet.odd:
        name = _hit(odd, columns)
        if name or odd.what == "for_mange":
            column = names[name] if name else odd.where
            yield RowFault(odd.row, column, _ODD.get(odd.what, "Cellen kan ikke læses."))


def _hit(odd: Odd, columns: Mapping[str, str]) -> str:
    """The column of a cell, or of the first cell of a field."""
    letters = "".join(sign for sign in odd.where.partition(":")[0] if sign.isalpha())
    return columns.get(letters, "")


def _twice(rows: list[Row]) -> Iterator[RowFault]:
    first: dict[str, int] = {}
    for row in rows:
        if row.nogle and row.nogle in first:
            yield RowFault(row.row, "Kendetegn", f"Det står også i række {first[row.nogle]}. Slet den ene.")
        elif row.nogle:
            first[row.nogle] = row.row


def _no_columns(missing: tuple[str, ...]) -> RowFault:
    named = listed([quoted(name) for name in missing])
    what = "kolonne med overskriften" if len(missing) == 1 else "kolonner med overskrifterne"
    return RowFault(0, "", f"Der er ingen {what} {named}. En tavle skal have overskrifterne øverst.")


def _too_many(count: int) -> RowFault:
    told = f"{count:,}".replace(",", ".")
    most = f"{MOST_ROWS:,}".replace(",", ".")
    return RowFault(0, "", f"Der er {told} rækker. En tavle har højst {most}. Er det den rigtige fil?")


def _fault(at: int, column: Column, sentence: str) -> RowFault:
    return RowFault(at, column.name, sentence)
