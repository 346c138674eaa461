"""Read one table of an agenda file strictly, and remember every fault with its line. Knows no agenda words."""

from collections.abc import Iterable, Mapping

from vforlob.agenda.near import did_you_mean
from vforlob.agenda.toml_lines import Lines, Place
from vforlob.errors.base import Fault
from vforlob.model.text import REPLACED, clean, fold
from vforlob.rules.danish import listed, quoted

_LARGEST_NUMBER = 1_000_000


class Reading:
    """One file on its way to becoming values. `faults` are in the order they were found."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.faults: list[Fault] = []

    def refuse(self, place: str, sentence: str, at: Place) -> None:
        self.faults.append(Fault(place, sentence, self.lines.of(*at)))


class Table:
    """The words of one table. Each method reads one word, notes a fault and gives an empty value when it is wrong."""

    def __init__(self, reading: Reading, values: Mapping[str, object], place: str, at: Place = ()) -> None:
        self._reading, self._values, self._at = reading, values, at
        self.place = place

    def has(self, word: str) -> bool:
        return word in self._values

    def value(self, word: str) -> object:
        return self._values.get(word)

    def has_header(self, *inside: str | int) -> bool:
        return self._reading.lines.has_header(*self._at, *inside)

    def refuse(self, sentence: str, *inside: str | int) -> None:
        self._reading.refuse(self.place, sentence, (*self._at, *inside))

    def inside(self, values: Mapping[str, object], place: str, *at: str | int) -> "Table":
        return Table(self._reading, values, f"{self.place}, {place}", (*self._at, *at))

    def line(self, *inside: str | int) -> int:
        return self._reading.lines.of(*self._at, *inside)

    def only(self, right: Iterable[str], elsewhere: Mapping[str, str]) -> None:
        """Refuse every other word. `elsewhere` says of words that belong somewhere else where that is."""
        known = tuple(right)
        for word in self._values:
            if word in known:
                continue
            if word in elsewhere:
                self.refuse(f"»{word}« {elsewhere[word]}", word)
            else:
                self.refuse(f"Ordet {quoted(word)} kendes ikke{did_you_mean(word, known)}.", word)

    def need(self, *words: str) -> None:
        missing = [f"»{word}«" for word in words if word not in self._values]
        if missing:
            self.refuse(f"Her mangler {listed(missing)}.")

    def text(self, word: str, longest: int, *, lines: bool = False) -> str:
        value = self._values.get(word)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.refuse(f"»{word}« skal være tekst i anførselstegn.", word)
            return ""
        fault = text_fault(value, longest, lines=lines)
        if fault:
            self.refuse(f"»{word}« {fault}", word)
            return ""
        return clean(value).strip()

    def flag(self, word: str, *, default: bool = False) -> bool:
        value = self._values.get(word, default)
        if not isinstance(value, bool):
            self.refuse(f"»{word}« skal være »true« eller »false« uden anførselstegn.", word)
            return default
        return value

    def word(self, word: str, right: Iterable[str]) -> str:
        """One of a closed list."""
        value = self.text(word, _LARGEST_NUMBER)
        choices = tuple(right)
        if not value or value in choices:
            return value
        hint = did_you_mean(value, choices) or f". Der kan stå {listed([f'»{c}«' for c in choices], 'eller')}"
        self.refuse(f"»{word}« kan ikke være {quoted(value)}{hint}.", word)
        return ""

    def words(self, word: str, right: Iterable[str]) -> tuple[str, ...] | None:
        """Several of a closed list, each once; None when the word is not there."""
        items = self.items(word, f'["{next(iter(right))}"]')
        if items is None:
            return None
        choices, found = tuple(right), []
        for index, item in enumerate(items):
            if not isinstance(item, str) or item not in choices:
                hint = did_you_mean(item, choices) if isinstance(item, str) else ""
                self.refuse(f"»{word}« kan ikke indeholde {quoted(str(item))}{hint}.", word, index)
            elif item in found:
                self.refuse(f"»{word}« nævner »{item}« to gange.", word, index)
            else:
                found.append(item)
        return tuple(found)

    def items(self, word: str, example: str) -> list[object] | None:
        value = self._values.get(word)
        if value is None:
            return None
        if not isinstance(value, list):
            self.refuse(f"»{word}« skal være en liste, fx {word} = {example}.", word)
            return None
        return value

    def number(self, word: str) -> int | float | None:
        value = self._values.get(word)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= _LARGEST_NUMBER:
            self.refuse(f"»{word}« skal være et tal uden anførselstegn, fx {word} = 5.", word)
            return None
        return value

    def identifier(self, longest: int) -> str:
        """The `id`: what stands in answers, JSON and conditions, so it must be plain."""
        value = self.text("id", _LARGEST_NUMBER)
        if not value:
            return ""
        fault = id_fault(value, longest)
        if fault:
            self.refuse(f"»id« {fault}", "id")
            return ""
        return value


def tables_under(table: Table, word: str, header: str) -> list[Mapping[str, object]]:
    """The rows of an array of tables, each with a header on its own line: only so can a fault be given its line."""
    rows = table.value(word)
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        table.refuse(f"Hvert {word} begynder med {header} på sin egen linje, med to klammer på hver side.", word)
        return []
    if not rows or not table.has_header(word, 0):
        table.refuse(f"Skriv hvert {word} under {header} på sin egen linje, ikke som en liste.", word)
    return rows


def text_fault(text: str, longest: int, *, lines: bool = False) -> str:
    """What is wrong with a text that people will read, as the rest of a sentence; empty when nothing is."""
    if not text.strip():
        return "er tom."
    if len(text) > longest:
        return f"er på {len(text)} tegn og må højst være på {longest}."
    if REPLACED in clean(text):
        return "har et tegn, der ikke kan vises. Slet det, og skriv teksten igen."
    if not lines and ("\n" in text or "\t" in text):
        return "skal stå på én linje uden tabulator."
    return ""


def id_fault(text: str, longest: int) -> str:
    if not is_plain_id(text):
        better = plain_id(text)
        hint = f" Skriv fx »{better}«." if better else ""
        return f"har kun a-z, 0-9 og _ og begynder med et bogstav.{hint}"
    if len(text) > longest:
        return f"er på {len(text)} tegn og må højst være på {longest}."
    return ""


def is_plain_id(text: str) -> bool:
    return text.isascii() and text[:1].isalpha() and text == text.lower() and text.replace("_", "a").isalnum()


def plain_id(text: str) -> str:
    """The id that a typed name stands for: "Når nogen ringer" gives nar_nogen_ringer. Empty when there is none."""
    kept = "".join(char if char.isalnum() else "_" for char in fold(text[:200]))
    joined = "_".join(part for part in kept.split("_") if part)[:40].strip("_")
    return joined if is_plain_id(joined) else ""
