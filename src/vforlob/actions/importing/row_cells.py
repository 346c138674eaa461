"""One row of a spreadsheet as answers, with every fault in its cells. Knows columns and felter, no other row."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.actions.importing.cells import CPR_SENTENCE, has_cpr, joined, read_cell
from vforlob.actions.importing.columns import Column
from vforlob.actions.importing.plan import Fejl
from vforlob.actions.importing.sheet import Odd, Sheet
from vforlob.actions.importing.targets import Target
from vforlob.errors.answer import BadAnswer
from vforlob.model.answers import Value

_ODD = {
    "formel": "Formlen er aldrig regnet ud. Åbn regnearket i Excel, og gem det igen.",
    "fejl": "Cellen viser en fejl. Ret formlen, eller gør kolonnen bredere.",
    "flettet": "Cellerne {} er flettet sammen. Del dem igen, og skriv i hver af dem.",
    "for_mange": "Rækken har flere felter, end der er overskrifter. Sæt en tekst med skilletegn i anførselstegn.",
}
_REMEMBERED = 5_000
_RANGE = re.compile(r"([A-Z]+)\d+(?::([A-Z]+)\d+)?")


class Read(NamedTuple):
    """`given` has only what was said."""

    given: dict[str, Value | None]
    faults: list[Fejl]


class Reader(NamedTuple):
    """What is the same for every row: `used` are the columns of each target."""

    used: Mapping[str, tuple[Column, ...]]
    targets: Mapping[str, Target]
    today: date
    odd: Mapping[int, tuple[Odd, ...]]
    before: dict[tuple[str, str], tuple[Value | None, str]]

    def read(self, number: int, cells: Sequence[str]) -> Read:
        faults = list(self._odd_cells(number))
        wrong = {fault.letter for fault in faults}
        given: dict[str, Value | None] = {}
        for name, columns in self.used.items():
            found = [fault for column in columns for fault in _cpr(number, column, cells)]
            faults += found
            if found or any(column.letter in wrong for column in columns):
                continue
            texts = [cells[column.at] for column in columns]
            raw = texts[0] if len(texts) == 1 else joined(texts, is_name=name == "navn")
            value, sentence = self._value(name, raw)
            if sentence:
                faults.append(Fejl(number, columns[0].letter, columns[0].header, sentence))
            elif value is not None:
                given[name] = value
        return Read(given, faults)

    def _value(self, name: str, raw: str) -> tuple[Value | None, str]:
        """The answer, or the sentence that says why it is none. The same few words stand in most rows."""
        known = self.before.get((name, raw))
        if known is None:
            try:
                known = read_cell(self.targets[name].felt, raw, self.today), ""
            except BadAnswer as bad:
                known = None, bad.sentence
            if len(self.before) < _REMEMBERED:
                self.before[name, raw] = known
        return known

    def _odd_cells(self, number: int) -> Iterator[Fejl]:
        for odd in self.odd.get(number, ()):
            hit = next((column for column in self._columns() if _covers(odd.where, column.at)), None)
            if hit is not None or odd.what == "for_mange":
                letter = hit.letter if hit else _letters(odd.where)[0]
                yield Fejl(number, letter, hit.header if hit else "", _ODD[odd.what].format(odd.where))

    def _columns(self) -> Iterator[Column]:
        for columns in self.used.values():
            yield from columns

    def placed(self, number: int, name: str, sentence: str) -> Fejl:
        """A fault of a felt: in its column where it has one."""
        columns = self.used.get(name, ())
        if columns:
            return Fejl(number, columns[0].letter, columns[0].header, sentence)
        label = self.targets[name].label if name in self.targets else name
        return Fejl(number, "", label, sentence)


def reader_for(
    sheet: Sheet,
    columns: Iterable[Column],
    targets: Mapping[str, Target],
    today: date,
) -> Reader:
    used: dict[str, tuple[Column, ...]] = {}
    for column in columns:
        if column.target in targets:
            used[column.target] = (*used.get(column.target, ()), column)
    odd: dict[int, tuple[Odd, ...]] = {}
    for one in sheet.odd:
        odd[one.row] = (*odd.get(one.row, ()), one)
    return Reader(used, targets, today, odd, {})


def _cpr(number: int, column: Column, cells: Sequence[str]) -> Iterator[Fejl]:
    if has_cpr(column.header, cells[column.at]):
        yield Fejl(number, column.letter, column.header, CPR_SENTENCE)


def _letters(where: str) -> tuple[str, str]:
    match = _RANGE.match(where)
    return (match[1], match[2] or match[1]) if match else ("", "")


def _covers(where: str, at: int) -> bool:
    first, last = (_number(letters) for letters in _letters(where))
    return first <= at <= last


def _number(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found - 1
