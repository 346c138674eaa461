"""The points of an answer file, each a table or its shorthand. Knows nothing of who was there or what applies."""

from collections.abc import Mapping
from typing import Any

from vforlob.agenda.answer_faults import is_table
from vforlob.agenda.answer_reading import Reading
from vforlob.agenda.answer_rows import read_rows
from vforlob.model.agenda import Choice, Felt, Punkt
from vforlob.model.answers import NOTE, SVAR, Key
from vforlob.model.text import clean, fold

ROWS = "raekker"
NOTE_FELT = Felt(NOTE, "Note", "tekst")


def read_points(tables: Mapping[str, Any], reading: Reading) -> None:
    """In the order of the agenda, not of the file."""
    for punkt in reading.ground.agenda.punkter:
        if punkt.id in tables:
            _read_point(punkt, tables[punkt.id], tables, reading)


def _read_point(punkt: Punkt, given: Any, tables: Mapping[str, Any], reading: Reading) -> None:
    table = _as_table(punkt, given, reading)
    felter = {felt.id: _askable(felt, tables, reading) for felt in punkt.single_felter}
    allowed = [*felter, *([ROWS] if punkt.is_liste else []), NOTE]
    for word, raw in table.items():
        place = (punkt.id, word)
        if word == NOTE:
            reading.keep(Key(punkt.id, NOTE), raw, NOTE_FELT, place)
        elif word in felter:
            reading.keep(Key(punkt.id, word), raw, felter[word], place)
        elif word == ROWS and punkt.is_liste:
            columns = {felt.id: _askable(felt, tables, reading) for felt in punkt.row_felter}
            read_rows(punkt, raw, columns, reading)
        else:
            reading.faults.unknown(place, allowed, [other.id for other in reading.ground.agenda.punkter])


def _as_table(punkt: Punkt, given: Any, reading: Reading) -> Mapping[str, Any]:
    """The shorthand stands for the one felt of a scalar point, or for the rows of a list; a gruppe has none."""
    if is_table(given):
        return dict(given)
    if punkt.is_gruppe:
        sentence = f"Punktet har flere felter. Skriv [{punkt.id}] på en linje for sig, og felterne under den."
        reading.faults.add((punkt.id,), sentence)
        return {}
    return {ROWS if punkt.is_liste else SVAR: given}


def _askable(felt: Felt, tables: Mapping[str, Any], reading: Reading) -> Felt:
    """The felt with the records of the case for choices, and without bounds: a note may explain a number."""
    if felt.kind == "tal":
        felt = felt._replace(min=None, max=None)
    if felt.known == "opgaver":
        return felt._replace(choices=tuple(Choice(text, text) for text in _opgaver(tables, reading)))
    if felt.known == "hensyn":
        return felt._replace(choices=tuple(Choice(str(nr), str(nr)) for nr in reading.ground.known.hensyn))
    return felt


def _opgaver(tables: Mapping[str, Any], reading: Reading) -> tuple[str, ...]:
    """Tasks of the case, and those that this very samtale names."""
    named = {fold(text): text for text in reading.ground.known.opgaver}
    for key, value in reading.ground.before.items():
        if key.felt == "opgave" and key.raekke:
            named.setdefault(fold(str(value)), str(value))
    for punkt in reading.ground.agenda.punkter:
        for row in _raw_rows(tables.get(punkt.id)) if "opgaver" in punkt.writes and punkt.is_liste else ():
            named.setdefault(fold(row), row)
    return tuple(named.values())


def _raw_rows(given: Any) -> list[str]:
    rows = given.get(ROWS) if is_table(given) else given
    if not isinstance(rows, list):
        return []
    texts = [row.get("opgave") for row in rows if isinstance(row, Mapping)]
    return [cleaned for text in texts if isinstance(text, str) and (cleaned := clean(text, lines=False).strip())]
