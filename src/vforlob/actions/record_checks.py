"""The rules a borger, a virksomhed and a forløb must keep, each with its sentence. Writes nothing."""

from collections.abc import Callable, Iterator, Mapping

from vforlob.actions.record_felter import FELTER, RecordFelt
from vforlob.actions.references import borger_of, virksomhed_of
from vforlob.actions.settings import names_allowed
from vforlob.errors import cpr
from vforlob.errors.answer import BadAnswer
from vforlob.errors.base import VforlobError
from vforlob.errors.record_rules import Broken
from vforlob.model.answers import Value
from vforlob.model.text import fold
from vforlob.rules.cpr import find_cpr
from vforlob.rules.cvr import read_cvr
from vforlob.rules.danish import number
from vforlob.store.aliases import aliases_ever
from vforlob.store.store import Store

Given = Mapping[str, Value | None]

MISSING = "Der mangler et svar."
LONGEST_ALIAS = 30
NO_NAMES = "Kommunen har ikke sagt ja til navne. Brug kun alias."


def broken_rules(store: Store, emne: str, given: Given, nr: int | None = None) -> tuple[Broken, ...]:
    """Every broken rule, in the order of the columns. `given` is the whole record as it would be; `nr` its number."""
    found = [broken for felt in FELTER[emne] for broken in _of_column(store, felt, given, nr)]
    return (*found, *_together(emne, given))


def broken_in_column(store: Store, emne: str, column: str, value: Value, nr: int | None = None) -> str:
    """The sentence for one answer at a prompt, empty when it keeps the rules."""
    felt = next(felt for felt in FELTER[emne] if felt.id == column)
    return next((broken.sentence for broken in _of_column(store, felt, {column: value}, nr)), "")


def _of_column(store: Store, felt: RecordFelt, given: Given, nr: int | None) -> Iterator[Broken]:
    value = given.get(felt.id)
    if value is None:
        if felt.required:
            yield Broken(felt.id, MISSING)
        return
    if felt.named and not names_allowed(store):
        yield Broken(felt.id, NO_NAMES)
        return
    if isinstance(value, str) and find_cpr(value):
        yield Broken(felt.id, cpr.SENTENCE)
        return
    rule = _RULES.get(felt.reference or felt.id)
    sentence = rule(store, value, nr) if rule else _outside(felt, value)
    if sentence:
        yield Broken(felt.id, sentence)


def _together(emne: str, given: Given) -> Iterator[Broken]:
    start, slut = given.get("start"), given.get("slut")
    if emne == "forlob" and start and slut and str(slut) < str(start):
        yield Broken("slut", "Sidste dag ligger før første dag. Ret en af dem.")


def _alias(store: Store, value: Value, nr: int | None) -> str:
    alias = fold(str(value).strip())
    has_letter = any(character.isalpha() for character in alias)
    if not has_letter or not any(character.isdigit() or character == "-" for character in alias):
        return "Et alias har mindst et bogstav og et tal eller en bindestreg, fx Æ-7."
    if alias[0] in "bvfs" and alias[1:].isdigit():
        return "b, v, f og s med et tal er numre i vforlob. Sæt en bindestreg ind, fx B-7."
    if len(alias) > LONGEST_ALIAS:
        return f"Et alias har højst {LONGEST_ALIAS} tegn."
    if any(other != nr and fold(ever) == alias for other, ever in aliases_ever(store)):
        return "Det alias er eller har været i brug. Vælg et andet."
    return ""


def _cvr(_store: Store, value: Value, _nr: int | None) -> str:
    try:
        read_cvr(str(value))
    except BadAnswer as bad:
        return bad.sentence
    return ""


def _email(_store: Store, value: Value, _nr: int | None) -> str:
    name, at, host = str(value).partition("@")
    return "" if name and at and "." in host and " " not in str(value) else "En e-mail ser sådan ud: navn@firma.dk"


def _interval(_store: Store, value: Value, _nr: int | None) -> str:
    days = float(str(value))
    return "" if days.is_integer() and 1 <= days <= 365 else "Skriv et helt antal dage fra 1 til 365, fx 14."


def _outside(felt: RecordFelt, value: Value) -> str:
    """A record has no note beside it that could explain such a number."""
    low, high = felt.felt.min, felt.felt.max
    if not isinstance(value, int | float) or low is None or high is None or low <= value <= high:
        return ""
    return f"Tallet skal ligge mellem {number(low)} og {number(high)}."


def _borger(store: Store, value: Value, _nr: int | None) -> str:
    return "" if _is_there(borger_of, store, value) else "Den borger findes ikke. Se dem alle: vforlob borger liste"


def _virksomhed(store: Store, value: Value, _nr: int | None) -> str:
    missing = "Den virksomhed findes ikke. Se dem alle: vforlob virksomhed liste"
    return "" if _is_there(virksomhed_of, store, value) else missing


def _is_there(find: Callable[[Store, str], object], store: Store, value: Value) -> bool:
    try:
        find(store, str(value))
    except VforlobError:
        return False
    return True


_RULES: dict[str, Callable[[Store, Value, int | None], str]] = {
    "alias": _alias,
    "cvr": _cvr,
    "email": _email,
    "interval": _interval,
    "borger": _borger,
    "virksomhed": _virksomhed,
}
