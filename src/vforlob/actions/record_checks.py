"""The rules a record must keep before it is saved, each with its sentence. Knows no kind by name, writes nothing."""

from collections.abc import Iterator

from vforlob.actions.record_kinds import kind_named
from vforlob.actions.record_kinds.base import Given, RecordFelt, RecordKind
from vforlob.actions.references import number_of
from vforlob.actions.settings import names_allowed
from vforlob.errors import cpr
from vforlob.errors.base import VforlobError
from vforlob.errors.record_rules import Broken
from vforlob.model.answers import Value
from vforlob.rules.cpr import find_cpr
from vforlob.rules.danish import number
from vforlob.store.store import Store

MISSING = "Der mangler et svar."
NO_NAMES = "Kommunen har ikke sagt ja til navne. Brug kun alias."
NOT_THERE = {
    "borger": "Den borger findes ikke. Se dem alle: vforlob borger liste",
    "virksomhed": "Den virksomhed findes ikke. Se dem alle: vforlob virksomhed liste",
    "forlob": "Det forløb findes ikke. Se dem alle: vforlob forløb liste",
}


def broken_rules(store: Store, emne: str, given: Given, nr: int | None = None) -> tuple[Broken, ...]:
    """Every broken rule, in the order of the columns. `given` is the whole record as it would be; `nr` its number.

    Rules over several columns are tried only on columns that keep their own.
    """
    kind = kind_named(emne)
    found = tuple(broken for felt in kind.felter for broken in _of_column(store, kind, felt, given, nr))
    wrong = {broken.column for broken in found}
    together = kind.together(store, {name: value for name, value in given.items() if name not in wrong}, nr)
    return (*found, *(broken for broken in together if broken.column not in wrong))


def broken_in_column(store: Store, emne: str, column: str, value: Value, nr: int | None = None) -> str:
    """The sentence for one answer at a prompt, empty when it keeps the rules."""
    kind = kind_named(emne)
    broken = _of_column(store, kind, kind.felt(column), {column: value}, nr)
    return next((one.sentence for one in broken), "")


def _of_column(store: Store, kind: RecordKind, felt: RecordFelt, given: Given, nr: int | None) -> Iterator[Broken]:
    value = given.get(felt.id)
    if value is None or value == ():
        if felt.required:
            yield Broken(felt.id, MISSING)
        return
    sentence = _sentence(store, kind, felt, value, nr)
    if sentence:
        yield Broken(felt.id, sentence)


def _sentence(store: Store, kind: RecordKind, felt: RecordFelt, value: Value, nr: int | None) -> str:
    if felt.named and not names_allowed(store):
        return NO_NAMES
    if isinstance(value, str) and find_cpr(value):
        return cpr.SENTENCE
    if felt.reference and not _is_there(store, felt.reference, value):
        return NOT_THERE[felt.reference]
    rule = kind.columns.get(felt.id)
    return rule(store, value, nr) if rule else _outside(felt, value)


def _outside(felt: RecordFelt, value: Value) -> str:
    """A record has no note beside it that could explain such a number."""
    low, high = felt.felt.min, felt.felt.max
    if not isinstance(value, int | float) or (low is None and high is None):
        return ""
    if low is not None and high is not None and not low <= value <= high:
        return f"Tallet skal ligge mellem {number(low)} og {number(high)}."
    if low is not None and value < low:
        return f"Tallet kan ikke være mindre end {number(low)}."
    return f"Tallet kan ikke være større end {number(high)}." if high is not None and value > high else ""


def _is_there(store: Store, emne: str, value: Value) -> bool:
    try:
        number_of(store, emne, str(value))
    except VforlobError:
        return False
    return True
