"""The tables of an answer file that stand beside the points: [samtale] and what was open. Knows no agenda."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from vforlob.agenda.answer_faults import is_rows, is_table
from vforlob.agenda.answer_reading import CLEARED, Reading
from vforlob.agenda.reserved import AFTALER_PUNKT, DELMAL_PUNKT, SAMTALE, SAMTALE_PUNKT, TIDLIGERE_AFTALER
from vforlob.model.agenda import Punkt
from vforlob.model.answers import Key, Value
from vforlob.rules.danish import listed

DATO = "dato"


def read_samtale(table: Any, reading: Reading) -> dict[str, Value | None]:
    """Who and when. The date first: the samtale's own date is "today" for everything else in the file."""
    if not is_table(table):
        reading.faults.add((SAMTALE,), "Skriv [samtale] på en linje for sig, og felterne under den.")
        return {}
    felter = {felt.id: felt for felt in SAMTALE_PUNKT.felter}
    read: dict[str, Value | None] = {}
    for name in sorted(table, key=lambda name: name != DATO):
        if name not in felter:
            reading.faults.unknown((SAMTALE, name), felter, _points(reading))
            continue
        value = None if table[name] == CLEARED else reading.read(table[name], felter[name], (SAMTALE, name))
        if value is not None or table[name] == CLEARED:
            read[name] = value
        if name == DATO and value is not None:
            reading.ground = reading.ground._replace(today=date.fromisoformat(str(value)))
    return read


def read_settled(tables: Mapping[str, Any], reading: Reading) -> None:
    """[[tidligere_aftaler]] and [[tidligere_delmal]]: each row names a record that stands open."""
    known = reading.ground.known
    for punkt, allowed in ((AFTALER_PUNKT, known.aftaler), (DELMAL_PUNKT, known.delmal)):
        rows = tables.get(punkt.id, [])
        if is_rows(rows):
            _read_rows(punkt, rows, allowed, reading)
        else:
            reading.faults.add((punkt.id,), f"Skriv [[{punkt.id}]] på en linje for sig, én gang for hver.")


def _read_rows(punkt: Punkt, rows: Iterable[Mapping[str, Any]], allowed: tuple[int, ...], reading: Reading) -> None:
    seen: set[int] = set()
    for index, row in enumerate(rows):
        nr = _number_of(punkt, index, row, allowed, reading)
        if nr in seen:
            reading.faults.add((punkt.id, index, "nr"), f"Nummer {nr} står her mere end én gang.")
        if nr is not None:
            seen.add(nr)
            _read_row(punkt, index, row, nr, reading)


def _number_of(
    punkt: Punkt, index: int, row: Mapping[str, Any], allowed: tuple[int, ...], reading: Reading
) -> int | None:
    nr, place = row.get("nr"), (punkt.id, index, "nr")
    of_aftaler = punkt.id == TIDLIGERE_AFTALER
    if not isinstance(nr, int) or isinstance(nr, bool):
        what = "en åben aftale" if of_aftaler else "et åbent delmål"
        reading.faults.add(place, f"Skriv nummeret på {what}, fx nr = {allowed[0] if allowed else 1}.")
        return None
    if nr not in allowed:
        what = "ikke en åben aftale" if of_aftaler else "ikke et åbent delmål"
        open_ones = f"Åbne er {listed([str(one) for one in allowed])}." if allowed else "Der er ingen åbne."
        reading.faults.add(place, f"Nummer {nr} er {what} i sagen. {open_ones}")
        return None
    return nr


def _read_row(punkt: Punkt, index: int, row: Mapping[str, Any], nr: int, reading: Reading) -> None:
    felter = {felt.id: felt for felt in punkt.felter}
    for word, raw in row.items():
        if word == "nr":
            continue
        if word in felter:
            reading.keep(Key(punkt.id, word, nr), raw, felter[word], (punkt.id, index, word))
        else:
            reading.faults.unknown((punkt.id, index, word), felter, _points(reading))
    for felt in felter:
        if felt not in row and Key(punkt.id, felt, nr) in reading.ground.before:
            reading.clear(Key(punkt.id, felt, nr))
    if punkt.id == TIDLIGERE_AFTALER and "udfald" not in row:
        reading.faults.add((punkt.id, index), "Skriv udfald: gjort, flyttet eller bortfaldet.")


def _points(reading: Reading) -> tuple[str, ...]:
    return tuple(punkt.id for punkt in reading.ground.agenda.punkter)
