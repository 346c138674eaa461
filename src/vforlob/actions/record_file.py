"""A record somebody wrote in a TOML file: every fault at once with its line. Saves nothing, knows no command."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from vforlob.actions.record_checks import broken_rules
from vforlob.actions.record_kinds import felter_of
from vforlob.actions.record_kinds.base import RecordFelt, read_value
from vforlob.actions.references import number_of
from vforlob.agenda.near import did_you_mean, nearest
from vforlob.agenda.toml_lines import Lines, toml_lines
from vforlob.agenda.toml_syntax import read_toml
from vforlob.errors.answer import BadAnswer, FaultyFile
from vforlob.errors.base import Fault, VforlobError
from vforlob.model.answers import Value
from vforlob.rules.danish import listed, quoted
from vforlob.store.store import Store

Given = dict[str, Value | None]


class _Read(NamedTuple):
    given: Given
    faults: list[Fault]


def read_record(
    store: Store, emne: str, data: bytes, file: str, current: Given | None = None, preset: Given | None = None
) -> Given:
    """What the file says, and what is `preset` on the line; "" takes an answer away. `current` is the record being
    changed, None for a new one; its number stands under "nr". Raises FaultyFile.
    """
    text, raw = read_toml(data, file)
    if current is not None and not raw:
        raise FaultyFile(file, [Fault("", "Der står intet at rette. Skriv det, der skal være anderledes.", 0)])
    lines = toml_lines(text)
    preset = preset or {}
    read = _read(felter_of(emne), raw, lines, store.now().date())
    faults = [*_unknown(emne, raw, lines), *read.faults, *_against_line(store, emne, read.given, preset, lines)]
    told = {fault.place for fault in faults} | {nearest(key, _ids(emne)) for key in raw if key not in _ids(emne)}
    whole = {**(current or {}), **read.given, **preset}
    nr = whole.pop("nr", None)
    for broken in broken_rules(store, emne, whole, int(str(nr)) if nr else None):
        if broken.column not in told:
            faults.append(Fault(broken.column, broken.sentence, lines.of(broken.column)))
    if faults:
        raise FaultyFile(file, sorted(faults, key=lambda fault: fault.line or len(text)))
    return {**read.given, **preset}


def _read(felter: Iterable[RecordFelt], raw: dict[str, Any], lines: Lines, today: date) -> _Read:
    given: Given = {}
    faults = []
    for felt in felter:
        if felt.id not in raw:
            continue
        try:
            given[felt.id] = _value(felt, raw[felt.id], today)
        except BadAnswer as bad:
            faults.append(Fault(felt.id, bad.sentence, lines.of(felt.id)))
    return _Read(given, faults)


def _against_line(store: Store, emne: str, given: Given, preset: Given, lines: Lines) -> Iterator[Fault]:
    """A file may repeat whose the record is, and may not say otherwise."""
    for felt in felter_of(emne):
        if felt.id not in preset or given.get(felt.id) is None or not felt.reference:
            continue
        try:
            same = number_of(store, felt.reference, str(given[felt.id])) == int(str(preset[felt.id]))
        except VforlobError:
            same = False
        if not same:
            yield Fault(felt.id, "Filen siger noget andet end linjen. Ret en af dem.", lines.of(felt.id))


def _value(felt: RecordFelt, raw: Any, today: date) -> Value | None:
    if isinstance(raw, str) and not raw.strip():
        return None
    if felt.reference or felt.id == "cvr":
        return _number_or_text(raw)
    return () if raw == [] and felt.felt.kind == "flervalg" else read_value(felt, raw, today)


def _number_or_text(raw: Any) -> str:
    """7 and "b7", 25313763 and "25 31 37 63": numbers that are names may stand without quotes."""
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise BadAnswer('Skriv et nummer, fx 7 eller "b7".')
    return str(raw).strip()


def _unknown(emne: str, raw: dict[str, Any], lines: Lines) -> Iterator[Fault]:
    known = _ids(emne)
    for key in raw:
        if key not in known:
            meant = did_you_mean(key, known) or f". Her kan stå: {listed(known)}"
            yield Fault("", f"Navnet {quoted(key)} kendes ikke{meant}.", lines.of(key))


def _ids(emne: str) -> list[str]:
    return [felt.id for felt in felter_of(emne)]
