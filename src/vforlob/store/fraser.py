"""Read the phrase bank: ours, and over it the user's own. Knows the file, not where a phrase is shown."""

import os
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault
from vforlob.model.frase import Frase

OURS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "regler", "fraser.toml")
HEADER = "frase"
WORDS = ("id", "ord", "behov", "losning", "reformulering", "gyldig_fra", "kilde")
NEEDED = ("id", "ord", "behov", "losning", "reformulering", "gyldig_fra")
TEXTS = ("id", "behov", "losning", "reformulering", "kilde")
LONGEST = 200
OWN_SOURCE = "Kommunens egen fil i regler/"
_TOO_LARGE = 1 << 20  # more than the pre-scan accepts, so that it can say so


def load_fraser(folder: str) -> tuple[Frase, ...]:
    """Ours in the order of the file, then what the data folder's regler/ adds; the same id and day are replaced."""
    kept = {(frase.id, frase.valid_from): frase for frase in _read_file(OURS)}
    theirs = os.path.join(folder, "regler")
    for path in sorted(os.listdir(theirs)) if os.path.isdir(theirs) else []:
        if path.endswith(".toml"):
            kept.update({(it.id, it.valid_from): it for it in _read_file(os.path.join(theirs, path))})
    return tuple(kept.values())


def _read_file(path: str) -> list[Frase]:
    from vforlob.agenda.toml_syntax import read_toml  # tomllib: only where a hensyn is written

    with open(path, "rb") as file:
        data = file.read(_TOO_LARGE)
    name = os.path.join("regler", os.path.basename(path))
    text, tables = read_toml(data, name)
    rows = tables.get(HEADER, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        fault = Fault(f"»{HEADER}«", "Hver frase begynder med [[frase]] på sin egen linje.", _line(text, HEADER))
        raise FaultyFile(name, [fault])
    faults = [fault for number, row in enumerate(rows) for fault in _faults(row, number, text)]
    if faults:
        raise FaultyFile(name, sorted(faults, key=lambda fault: fault.line))
    return [_frase(row) for row in rows]


def _faults(row: Mapping[str, Any], number: int, text: str) -> Iterator[Fault]:
    for word, sentence in _row_faults(row):
        yield Fault(f"frase {number + 1}", sentence, _line(text, HEADER, number, word))


def _row_faults(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Which word, and what is wrong with it."""
    for word in row:
        if word not in WORDS:
            yield word, f"Ordet {_named(word)} kendes ikke{_hint(word)}."
    for word in NEEDED:
        if word not in row:
            yield word, f"Her mangler »{word}«."
    for word in TEXTS:
        if word in row and not _is_text(row[word]):
            yield word, f"»{word}« skal være tekst i anførselstegn, højst {LONGEST} tegn."
    if "ord" in row and not _are_words(row["ord"]):
        yield "ord", '»ord« skal være en liste af ord, fx ["ryg", "lænd"].'
    if "gyldig_fra" in row and not _is_day(row["gyldig_fra"]):
        yield "gyldig_fra", "»gyldig_fra« skal være en dato uden anførselstegn, fx 2027-01-01."


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST


def _are_words(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(_is_text(word) for word in value)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _named(word: str) -> str:
    from vforlob.rules.danish import quoted  # only for somebody's faulty file

    return quoted(word)


def _hint(word: str) -> str:
    from vforlob.agenda.near import did_you_mean  # likewise

    return did_you_mean(word, WORDS)


def _line(text: str, *place: str | int) -> int:
    from vforlob.agenda.toml_lines import toml_lines  # likewise

    return toml_lines(text).of(*place)


def _frase(row: Mapping[str, Any]) -> Frase:
    return Frase(
        id=row["id"].strip(),
        words=tuple(word.strip() for word in row["ord"]),
        behov=row["behov"].strip(),
        losning=row["losning"].strip(),
        reformulering=row["reformulering"].strip(),
        valid_from=row["gyldig_fra"].isoformat(),
        source=row.get("kilde", OWN_SOURCE),
    )
