"""The rows of a list in an answer file, and which rows of the samtale they are. Knows no other kind of point."""

from collections.abc import Mapping
from typing import Any

from vforlob.agenda.answer_faults import is_rows
from vforlob.agenda.answer_reading import CLEARED, Reading
from vforlob.agenda.toml_lines import Place
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import Key, Value, row_values, rows_of
from vforlob.model.text import fold
from vforlob.rules.danish import listed

ROWS = "raekker"
# The column without which a row says nothing that can be written, by what the point writes.
NEEDED = {"aftaler": "hvad", "opgaver": "opgave", "onsker": "onske", "delmal": "specifikt"}
DELMAL, CHOICES, NUMBER = "delmal", "valg", "nr"
Row = dict[str, Value]


def read_rows(punkt: Punkt, raw: Any, columns: Mapping[str, Felt], reading: Reading) -> None:
    """Rows that name a known hensyn or task change that row alone; any other list is replaced as a whole."""
    if raw == CLEARED:
        raw = []
    if not is_rows(raw):
        reading.faults.add((punkt.id, ROWS), "Rækker skrives som raekker = [ { ... }, { ... } ].")
        return
    rows = [_read_row(punkt, index, row, columns, reading) for index, row in enumerate(raw)]
    known = _identity(punkt)
    if known or punkt.known in {DELMAL, CHOICES}:
        _check_known(punkt, known or (NUMBER if punkt.known == DELMAL else _first_text(punkt)), rows, reading)
    numbers = _numbers(punkt, rows, known, reading)
    _put(punkt, rows, numbers, reading)
    if not known:
        for raekke in set(rows_of(reading.ground.before, punkt.id)) - set(numbers):
            _clear_row(punkt, raekke, reading)


def _read_row(punkt: Punkt, index: int, row: Mapping[str, Any], columns: Mapping[str, Felt], reading: Reading) -> Row:
    read: Row = {}
    for word, raw in row.items():
        place: Place = (punkt.id, ROWS, index, word)
        if word not in columns:
            reading.faults.unknown(place, columns, [other.id for other in reading.ground.agenda.punkter])
        elif raw != CLEARED:
            value = reading.read(raw, columns[word], place)
            if value is not None:
                read[word] = value
    needed = _needed(punkt, row)
    if not row:
        reading.faults.add((punkt.id, ROWS, index), "Rækken er tom. Skriv noget i den, eller slet den.")
    elif needed in columns and needed not in row:
        reading.faults.add((punkt.id, ROWS, index), f"Rækken mangler »{needed}«.")
    return read


def _needed(punkt: Punkt, row: Mapping[str, Any]) -> str:
    """The column a row cannot do without; a delmål that is there already is named by its number."""
    if punkt.known == CHOICES:
        return _first_text(punkt)
    if NUMBER in row and DELMAL in punkt.writes:
        return ""
    return next((NEEDED[word] for word in punkt.writes if word in NEEDED), "")


def _identity(punkt: Punkt) -> str:
    """The column that says which known record a row is; empty for a list of its own, and for delmål, where new ones
    have no number and the whole list is given again.
    """
    columns = {felt.id for felt in punkt.row_felter}
    for known, column in (("hensyn", NUMBER), ("opgaver", "opgave")):
        of_point = punkt.known == known or any(felt.known == known for felt in punkt.row_felter)
        if column in columns and (of_point or (known == "hensyn" and "hensyn" in punkt.writes)):
            return column
    return "opgave" if "opgaver" in punkt.writes and "opgave" in columns else ""


def _check_known(punkt: Punkt, identity: str, rows: list[Row], reading: Reading) -> None:
    seen = set()
    for index, row in enumerate(rows):
        place = (punkt.id, ROWS, index, identity)
        name = row.get(identity)
        if name is None:
            if identity == NUMBER and punkt.known != DELMAL:
                reading.faults.add(place, f"Skriv nummeret på hensynet. {_numbers_of_hensyn(reading)}")
            continue
        if punkt.known == DELMAL and name not in reading.ground.known.delmal:
            reading.faults.add(place, f"Borgeren har intet åbent delmål nr. {_plain(name)}.")
        elif identity == NUMBER and punkt.known != DELMAL and name not in reading.ground.known.hensyn:
            reading.faults.add(place, f"Borgeren har intet hensyn nr. {_plain(name)}. {_numbers_of_hensyn(reading)}")
        if _folded(name) in seen:
            reading.faults.add(place, "Den står i to rækker. Behold den ene.")
        seen.add(_folded(name))


def _numbers_of_hensyn(reading: Reading) -> str:
    numbers = [str(nr) for nr in reading.ground.known.hensyn]
    return f"Der er {listed(numbers)}." if numbers else "Der er ingen hensyn."


def _numbers(punkt: Punkt, rows: list[Row], identity: str, reading: Reading) -> list[int]:
    """The number each row has or gets. A wish is known by its rank, any other row by its first text."""
    before = reading.ground.before
    old = {raekke: row_values(before, punkt.id, raekke) for raekke in rows_of(before, punkt.id)}
    if "onsker" in punkt.writes:
        found: list[int | None] = [*old, *[None] * len(rows)][: len(rows)]
    else:
        found = _matched(rows, old, identity or (NEEDED[DELMAL] if punkt.known == DELMAL else _first_text(punkt)))
    left = [raekke for raekke in old if raekke not in found]
    if not identity and found.count(None) == len(left):
        found = [raekke if raekke is not None else left.pop(0) for raekke in found]
    free = max((reading.ground.used.get(punkt.id, 0), *old), default=0)
    numbers = []
    for raekke in found:
        free += raekke is None
        numbers.append(free if raekke is None else raekke)
    return numbers


def _matched(rows: list[Row], old: dict[int, Row], column: str) -> list[int | None]:
    """By what names them: a number where they have one, else the text of that column."""
    names = {name: raekke for raekke, row in reversed(old.items()) if (name := _name(row, column))}
    return [names.pop(name, None) if (name := _name(row, column)) else None for row in rows]


def _name(row: Row, column: str) -> tuple[str, str] | None:
    for felt in (NUMBER, column):
        if felt in row:
            return felt, _folded(row[felt])
    return None


def _first_text(punkt: Punkt) -> str:
    return punkt.row_felter[0].id


def _put(punkt: Punkt, rows: list[Row], numbers: list[int], reading: Reading) -> None:
    for index, (row, raekke) in enumerate(zip(rows, numbers, strict=True)):
        for felt in punkt.row_felter:
            key = Key(punkt.id, felt.id, raekke)
            if felt.id in row:
                reading.answers[key], reading.places[key] = row[felt.id], (punkt.id, ROWS, index, felt.id)
            elif key in reading.ground.before:
                reading.clear(key)


def _clear_row(punkt: Punkt, raekke: int, reading: Reading) -> None:
    for felt in row_values(reading.ground.before, punkt.id, raekke):
        reading.clear(Key(punkt.id, felt, raekke))


def _folded(value: Value) -> str:
    return fold(_plain(value))


def _plain(value: Value) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
