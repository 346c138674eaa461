"""Read the dated rules: ours, and over them the user's own. Knows the file, not what a rule is used for."""

import os
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault
from vforlob.rules.closing_days import RULE as CLOSING_DAYS
from vforlob.rules.closing_days import read_closing_days
from vforlob.rules.rulebook import UNITS, WORD, Rule, RuleBook, merged
from vforlob.store.kept_rules import kept_rules

OURS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "regler")
WORDS = ("id", "tekst", "vaerdi", "enhed", "gyldig_fra", "gyldig_til", "kilde")
NEEDED = ("id", "vaerdi", "gyldig_fra")
HEADER = "regel"
ASIDE = "frase"  # phrases lie in the same folder, and have a reader of their own
LARGEST = 1000


def load_rulebook(folder: str) -> RuleBook:
    """Our rules with those of the data folder's regler/ laid over them, by id and first day."""
    theirs = os.path.join(folder, "regler")
    return kept_rules(folder, _files_in(OURS) + _files_in(theirs), lambda: _read_both(theirs))


def our_rules() -> RuleBook:
    """Those of the program alone."""
    return merged((), _read_folder(OURS, {}))


def _read_both(theirs: str) -> RuleBook:
    ours = our_rules()
    return merged(ours.rules, _read_folder(theirs, {rule.id: rule for rule in ours.rules}))


def _read_folder(folder: str, known: Mapping[str, Rule]) -> list[Rule]:
    return [rule for path in _files_in(folder) for rule in _read_file(path, known)]


def _files_in(folder: str) -> list[str]:
    if not os.path.isdir(folder):
        return []
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".toml")]


def _read_file(path: str, known: Mapping[str, Rule]) -> list[Rule]:
    from vforlob.agenda.toml_syntax import read_toml  # tomllib: only commands that plan or list need the rules

    with open(path, "rb") as file:
        data = file.read(_TOO_LARGE)
    name = os.path.join("regler", os.path.basename(path))
    text, tables = read_toml(data, name)
    return _rules_of(tables, text, name, known)


_TOO_LARGE = 1 << 20  # more than the pre-scan accepts, so that it can say so


def _rules_of(tables: Mapping[str, Any], text: str, name: str, known: Mapping[str, Rule]) -> list[Rule]:
    faults = [
        Fault(f"»{word}«", "Filen består af blokke, der begynder med [[regel]].")
        for word in tables
        if word not in {HEADER, ASIDE}
    ]
    rows = tables.get(HEADER, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise FaultyFile(name, [*faults, Fault(f"»{HEADER}«", "Hver regel begynder med [[regel]] på sin egen linje.")])
    rules, found = [], [(number, row, list(_row_faults(row, known))) for number, row in enumerate(rows)]
    for number, row, sentences in found:
        if sentences or faults:
            line = _line_of(text, number)
            faults += [Fault(f"regel {number + 1}", sentence, line) for sentence in sentences]
        else:
            rules.append(_rule(row, known))
    if faults:
        raise FaultyFile(name, sorted(faults, key=lambda fault: fault.line))
    return rules


def _line_of(text: str, row: int) -> int:
    from vforlob.agenda.toml_lines import toml_lines  # only for somebody's faulty file

    return toml_lines(text).of(HEADER, row)


def _row_faults(row: Mapping[str, Any], known: Mapping[str, Rule]) -> Iterable[str]:
    for word in row:
        if word not in WORDS:
            yield f"Ordet {_named(word)} kendes ikke{_hint(word, WORDS)}."
    for word in NEEDED:
        if word not in row:
            yield f"Her mangler »{word}«."
    for word in ("id", "tekst", "kilde", "enhed"):
        if word in row and not (isinstance(row[word], str) and row[word].strip()):
            yield f"»{word}« skal være tekst i anførselstegn."
    for word in ("gyldig_fra", "gyldig_til"):
        if word in row and not _is_day(row[word]):
            yield f"»{word}« skal være en dato uden anførselstegn, fx 2027-01-01."
    yield from _meaning_faults(row, known)


def _meaning_faults(row: Mapping[str, Any], known: Mapping[str, Rule]) -> Iterable[str]:
    name = row.get("id")
    if known and isinstance(name, str) and name not in known:
        yield f"Der er ingen regel, der hedder {_named(name)}{_hint(name, known)}."
    unit = row.get("enhed", known[name].unit if isinstance(name, str) and name in known else None)
    if "vaerdi" in row and unit is not None:
        yield from _value_faults(row["vaerdi"], unit, known.get(str(name)))
    first, last = row.get("gyldig_fra"), row.get("gyldig_til")
    if isinstance(first, date) and isinstance(last, date) and first.isoformat() > last.isoformat():
        yield "»gyldig_til« ligger før »gyldig_fra«."


def _value_faults(value: object, unit: object, known: Rule | None) -> Iterable[str]:
    if known is not None and unit != known.unit:
        yield f"»enhed« skal være »{known.unit}« for den regel."
    elif unit == WORD:
        yield from _word_faults(value, known)
    elif unit not in UNITS:
        from vforlob.rules.danish import listed  # only for somebody's faulty file

        yield f"»enhed« skal være {listed([f'»{name}«' for name in UNITS], 'eller')}."
    elif not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= LARGEST:
        yield f"»vaerdi« skal være et helt tal fra 1 til {LARGEST}."


def _word_faults(value: object, known: Rule | None) -> Iterable[str]:
    if not isinstance(value, str) or not value.strip():
        yield "»vaerdi« skal være tekst i anførselstegn."
    elif known is not None and known.id == CLOSING_DAYS and not _are_closing_days(value):
        yield '»vaerdi« skal være dage med komma imellem, fx "5/6, 24/12".'


def _are_closing_days(value: str) -> bool:
    try:
        read_closing_days(value)
    except ValueError:
        return False
    return True


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _named(word: str) -> str:
    from vforlob.rules.danish import quoted  # only for somebody's faulty file

    return quoted(word)


def _hint(word: str, words: Iterable[str]) -> str:
    from vforlob.agenda.near import did_you_mean  # likewise

    return did_you_mean(word, words)


def _rule(row: Mapping[str, Any], known: Mapping[str, Rule]) -> Rule:
    """What a row of the user leaves out is taken from ours, but the source is then her own."""
    ours = known.get(row["id"])
    return Rule(
        id=row["id"],
        text=row.get("tekst", ours.text if ours else ""),
        value=row["vaerdi"],
        unit=row.get("enhed", ours.unit if ours else "dage"),
        valid_from=row["gyldig_fra"],
        valid_to=row.get("gyldig_til"),
        source=row.get("kilde", "Kommunens egen fil i regler/"),
        own=ours is not None,
    )
