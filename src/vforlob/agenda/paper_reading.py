"""What was written by the numbers of a sheet, as answers; what cannot be read is kept and told. Knows no storage."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from vforlob.agenda.condition import holds
from vforlob.agenda.kinds.dato import OF_SAMTALE
from vforlob.agenda.paper import address, line_felter, nearest, paper_punkt
from vforlob.agenda.paper_lines import Entry
from vforlob.agenda.paper_values import Taken, take
from vforlob.agenda.reserved import SAMTALE
from vforlob.agenda.steps import Known
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import NOTE, Answers, Key, Value
from vforlob.model.text import fold
from vforlob.rules.cpr import mask_cpr

MORE_ROWS = 20  # beyond what stands there already: 10.30 is a time of the day
TWICE = "Nummeret står her flere gange. Det sidste gælder."
NO_PLACE = "Linjerne står før det første nummer."
NO_FELT = "Punktet har flere felter. Skriv feltets nummer foran, fx {}."
NO_ROW = "Der er ikke en række med det nummer i denne samtale."
TOO_MANY = "Der er flere dele, end der er felter."
LINE_TOO = "Linjen hører ikke til svaret."
_BETWEEN = ";"
_DATO = Key(SAMTALE, "dato")


class PaperRow(NamedTuple):
    """A row that stands on the sheet. `raekke` is its number among the answers; `begun` that it has some already."""

    raekke: int
    known: Known | None = None
    name: str = ""
    begun: bool = False


class PaperRows(NamedTuple):
    """The rows of one list by their place on paper. New ones begin at `next_place` and get numbers from `next_raekke`.
    The columns that a known row, and a new one, does without are left out.
    """

    at: Mapping[int, PaperRow] = {}
    next_place: int = 1
    next_raekke: int = 1
    takes_more: bool = True
    not_of_known: frozenset[str] = frozenset()
    not_of_new: frozenset[str] = frozenset()

    def columns(self, punkt: Punkt, row: PaperRow | None) -> tuple[Felt, ...]:
        """Those that are written on the line of a row, in order."""
        identity = {felt for felt, _ in row.known.values} if row and row.known else set()
        without = identity | (self.not_of_known if row and row.known else self.not_of_new)
        return line_felter(tuple(felt for felt in punkt.row_felter if felt.id not in without))


class Sheet(NamedTuple):
    """What the lines are read against. `today` is the day of the samtale, `now` the day it is written down.
    `askable` gives a felt its choices, once the answers so far are known.
    """

    agenda: Agenda
    today: date
    now: date
    rows: Mapping[str, PaperRows]
    askable: Callable[[Punkt, Felt, Answers], Felt]
    before: Answers = {}
    art: str | None = None


class Said(NamedTuple):
    """One answer that could be read. `felt` has the choices that were there."""

    nr: str
    key: Key
    felt: Felt
    raw: str


class Unread(NamedTuple):
    """What is kept as a note to `punkt` ("" for the last one), as it was written."""

    line: str
    punkt: str
    because: str


class PaperRead(NamedTuple):
    answers: Mapping[Key, Value]
    said: tuple[Said, ...]
    unread: tuple[Unread, ...]
    notes: tuple[tuple[str, str], ...]
    masked: bool


def read_entries(entries: tuple[Entry, ...], sheet: Sheet) -> PaperRead:
    """The day first: for all other dates it is today."""
    reader = _Reader(sheet, entries)
    for entry in sorted(entries, key=lambda entry: entry.key != _DATO):
        reader.read(entry)
    return PaperRead(reader.answers, tuple(reader.said), tuple(reader.unread), tuple(reader.notes), reader.masked)


class _Reader:
    """Grows entry by entry."""

    def __init__(self, sheet: Sheet, entries: tuple[Entry, ...]) -> None:
        self.sheet, self.today = sheet, sheet.today
        self.answers: dict[Key, Value] = {}
        self.said: list[Said] = []
        self.unread: list[Unread] = []
        self.notes: list[tuple[str, str]] = []
        self.masked = False
        self._new = _numbers_of_new(sheet, entries)

    def read(self, entry: Entry) -> None:
        if not entry.text:
            return
        key, agenda = entry.key, self.sheet.agenda
        punkt = paper_punkt(agenda, key.punkt) if key else None
        if key is None or punkt is None:
            self._unknown(entry)
        elif key.felt == NOTE and punkt.felt(NOTE) is None:
            self.notes.append((punkt.id, self._hidden(entry.text)))
        elif key.raekke:
            self._row(entry, punkt, key)
        elif key.felt:
            self._value(entry.nr, entry.text, punkt, key.felt, 0)
        elif punkt.is_liste:
            self._lines_of_list(entry, punkt)
        else:
            self._line(entry, punkt, punkt.single_felter, 0, entry.text.split(_BETWEEN))

    def keep_unread(self, line: str, punkt: str, because: str) -> None:
        self.unread.append(Unread(self._hidden(line), punkt, self._hidden(because)))

    def _unknown(self, entry: Entry) -> None:
        if not entry.nr:
            self.keep_unread(entry.line, "", NO_PLACE)
            return
        near = nearest(self.sheet.agenda, entry.nr)
        found = self.sheet.agenda.numbered("".join(ch for ch in entry.nr.partition(".")[0] if ch.isdigit()))
        meant = f" Mente du {near}?" if near else ""
        self.keep_unread(entry.line, found.id if found else "", f"Der er intet nummer {entry.nr}.{meant}")

    def _row(self, entry: Entry, punkt: Punkt, key: Key) -> None:
        place, rows = key.raekke, self.sheet.rows.get(punkt.id, PaperRows())
        row = rows.at.get(place)
        if row is None and not (rows.takes_more and rows.next_place <= place < rows.next_place + MORE_ROWS):
            self.keep_unread(entry.line, punkt.id, NO_ROW)
            return
        if key.felt:
            row = row or PaperRow(self._new[punkt.id, place])
            self._value(entry.nr, entry.text, punkt, key.felt, row.raekke)
            self._name(punkt, row)
            return
        parts = [part.strip() for part in entry.text.split(_BETWEEN)]
        self._row_line(entry, punkt, rows, row, parts, self._new.get((punkt.id, place), 0))

    def _row_line(
        self, entry: Entry, punkt: Punkt, rows: PaperRows, row: PaperRow | None, parts: list[str], new: int
    ) -> None:
        """A name in front of it says which row it is, whatever the number says: the list may have grown."""
        named = next((one for one in rows.at.values() if one.name and fold(one.name) == fold(parts[0])), None)
        columns = rows.columns(punkt, row)
        if named is not None and (row is None or row.known):
            row, parts, columns = named, parts[1:], rows.columns(punkt, named)
        elif row and row.known and row.name and rows.takes_more and self._is_other_name(punkt, columns, row, parts):
            row, new = PaperRow(self._another(punkt)), 0
            columns = rows.columns(punkt, row)
        row = row or PaperRow(new or self._another(punkt))
        self._line(entry, punkt, columns, row.raekke, parts)
        self._name(punkt, row)

    def _is_other_name(self, punkt: Punkt, columns: tuple[Felt, ...], row: PaperRow, parts: list[str]) -> bool:
        """Too long for the row, and it begins with none of its answers."""
        asked = [felt for felt in columns if self._applies(punkt, felt, row.raekke)]
        if not asked or len(parts) <= len(asked):
            return False
        try:
            take(parts[0], self.sheet.askable(punkt, asked[0], self.answers), self.today)
        except BadAnswer:
            return True
        return False

    def _another(self, punkt: Punkt) -> int:
        rows = self.sheet.rows.get(punkt.id, PaperRows())
        used = [raekke for (of_punkt, _), raekke in self._new.items() if of_punkt == punkt.id]
        raekke = max((rows.next_raekke - 1, *used)) + 1
        self._new[punkt.id, -raekke] = raekke
        return raekke

    def _name(self, punkt: Punkt, row: PaperRow) -> None:
        """A known row that is begun gets the name of its record, as it does at the screen."""
        is_said = any(key.punkt == punkt.id and key.raekke == row.raekke for key in self.answers)
        if row.known and not row.begun and not row.known.raekke and is_said:
            for felt, value in row.known.values:
                self.answers[Key(punkt.id, felt, row.raekke)] = value

    def _lines_of_list(self, entry: Entry, punkt: Punkt) -> None:
        """Lines with parts are rows; anything else under the number of a list is nobody's answer."""
        rows = self.sheet.rows.get(punkt.id, PaperRows())
        for line in entry.text.split("\n"):
            parts = [part.strip() for part in line.strip().lstrip("-•*–— ").split(_BETWEEN)]
            if len(parts) > 1 and rows.takes_more:
                self._row_line(Entry(entry.nr, entry.key, line), punkt, rows, None, parts, 0)
            elif line.strip():
                example = address(self.sheet.agenda, Key(punkt.id, "", rows.next_place if rows.takes_more else 1))
                self.keep_unread(f"{entry.nr}: {line.strip()}", punkt.id, NO_FELT.format(example))

    def _line(self, entry: Entry, punkt: Punkt, columns: tuple[Felt, ...], raekke: int, parts: list[str]) -> None:
        """Part by part; a column that does not apply, now that the ones before it are known, has none."""
        if not raekke and len(parts) == 1:
            example = address(self.sheet.agenda, Key(punkt.id, columns[0].id)) if columns else ""
            self.keep_unread(entry.line, punkt.id, NO_FELT.format(example))
            return
        left = list(parts)
        for place, felt in enumerate(columns):
            if not left:
                return
            if not self._applies(punkt, felt, raekke):
                continue
            is_last = not any(self._applies(punkt, other, raekke) for other in columns[place + 1 :])
            part = left.pop(0)
            if is_last and left and felt.kind == "tekst":
                part, left = f"{_BETWEEN} ".join((part, *left)), []
            if part.strip():
                self._value(entry.nr, part.strip(), punkt, felt.id, raekke, of_line=True)
        rest = f"{_BETWEEN} ".join(part for part in left if part.strip())
        if rest:
            self.keep_unread(f"{entry.nr}: {rest}", punkt.id, TOO_MANY)

    def _applies(self, punkt: Punkt, felt: Felt, raekke: int) -> bool:
        answers = {**self.sheet.before, **self.answers}
        return holds(felt.condition, answers, (punkt.id, raekke), self.sheet.art)

    def _value(self, nr: str, raw: str, punkt: Punkt, felt_id: str, raekke: int, *, of_line: bool = False) -> None:
        felt = punkt.felt(felt_id)
        assert felt is not None, felt_id
        felt = self.sheet.askable(punkt, felt, {**self.sheet.before, **self.answers})
        key = Key(punkt.id, felt_id, raekke)
        line = f"{nr} {felt.text.rstrip(':?')}: {raw}" if of_line else f"{nr}: {raw}"
        try:
            taken = take(raw, felt, self.sheet.now if felt.known == OF_SAMTALE else self.today)
        except BadAnswer as refused:
            self.keep_unread(line, punkt.id, refused.sentence)
            return
        self._keep(nr, key, felt, raw, taken)

    def _keep(self, nr: str, key: Key, felt: Felt, raw: str, taken: Taken) -> None:
        value = taken.value
        earlier = next((one for one in self.said if one.key == key), None)
        if earlier is not None and felt.kind == "tekst":
            value = f"{self.answers[key]}\n{value}"
        elif earlier is not None:
            self.keep_unread(f"{nr}: {earlier.raw}", key.punkt, TWICE)
        if earlier is not None:
            self.said.remove(earlier)
            raw = f"{earlier.raw}\n{raw}" if felt.kind == "tekst" else raw
        self.answers[key] = value
        self.said.append(Said(nr, key, felt, raw))
        self.masked = self.masked or taken.masked
        if taken.rest.strip():
            self.keep_unread(f"{nr}: {taken.rest.strip()}", key.punkt, LINE_TOO)
        if key == _DATO:
            self.today = date.fromisoformat(str(value))

    def _hidden(self, text: str) -> str:
        hidden = mask_cpr(text)
        self.masked = self.masked or hidden != text
        return hidden


def _numbers_of_new(sheet: Sheet, entries: tuple[Entry, ...]) -> dict[tuple[str, int], int]:
    """The rows that nobody has begun, in the order they stand on paper."""
    numbers: dict[tuple[str, int], int] = {}
    for punkt in sheet.agenda.punkter:
        rows = sheet.rows.get(punkt.id, PaperRows())
        named = sorted({e.key.raekke for e in entries if e.key and e.key.punkt == punkt.id and e.key.raekke and e.text})
        new = [place for place in named if place not in rows.at]
        numbers |= {(punkt.id, place): rows.next_raekke + at for at, place in enumerate(new)}
    return numbers
