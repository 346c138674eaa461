"""Check every `hvis`: that it can be read, names only what comes before it, and asks for answers that exist."""

from typing import NamedTuple

from vforlob.agenda.check_punkt import place_of
from vforlob.agenda.condition import ART, FORLOB, Compare, IsAnswered, as_number, named, parse
from vforlob.agenda.near import did_you_mean
from vforlob.agenda.reading import Reading
from vforlob.agenda.toml_lines import Place
from vforlob.agenda.words import FELT, FORLOB_ART, PUNKT
from vforlob.errors.agenda import BadCondition
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import SVAR
from vforlob.rules.danish import listed, quoted

_NUMBERS = ("tal", "skala")
_CHOICES = ("valg", "flervalg")


class _Before(NamedTuple):
    """What a condition may name, and what it may not name yet. `own` is the point whose felt asks, up to that felt."""

    agenda: Agenda
    earlier: dict[str, Punkt]
    own: Punkt | None = None

    def punkt(self, punkt_id: str) -> Punkt | None:
        return self.own if self.own is not None and self.own.id == punkt_id else self.earlier.get(punkt_id)


def check_conditions(agenda: Agenda, reading: Reading) -> None:
    earlier: dict[str, Punkt] = {}
    for index, punkt in enumerate(agenda.punkter):
        before = _Before(agenda, dict(earlier))
        _check(punkt.condition, before, reading, place_of(punkt), (PUNKT, index, "hvis"))
        for number, felt in enumerate(punkt.felter):
            asked = before._replace(own=punkt._replace(felter=punkt.felter[:number]))
            _check(felt.condition, asked, reading, place_of(punkt, felt), (PUNKT, index, FELT, number, "hvis"))
        if punkt.id:
            earlier[punkt.id] = punkt


def _check(text: str, before: _Before, reading: Reading, place: str, at: Place) -> None:
    if not text:
        return
    try:
        condition = parse(text)
    except BadCondition as error:
        reading.refuse(place, error.sentence, at)
        return
    for one in named(condition):
        fault = _fault(one, before)
        if fault:
            reading.refuse(place, fault, at)


def _fault(one: Compare | IsAnswered, before: _Before) -> str:
    if one.punkt == FORLOB and isinstance(one, Compare) and (one.felt == ART or FORLOB not in before.earlier):
        return _forlob_fault(one)
    punkt = before.punkt(one.punkt)
    if punkt is None:
        return _not_before(one.punkt, before)
    if isinstance(one, IsAnswered):
        own = before.own is not None and before.own.id == one.punkt
        return f"»{one.punkt}« er punktet selv. »besvaret« gælder et tidligere punkt." if own else ""
    felt = punkt.felt(one.felt)
    if felt is None:
        return _no_felt(one, punkt, before)
    return _value_fault(one, punkt, felt)


def _forlob_fault(one: Compare) -> str:
    if one.felt != ART:
        return "Af forløbet kan »hvis« kun spørge til »forlob.art«."
    if one.value in FORLOB_ART:
        return ""
    return f"»forlob.art« kan ikke være {quoted(one.value)}{_or_list(one.value, FORLOB_ART)}."


def _not_before(punkt_id: str, before: _Before) -> str:
    if before.agenda.punkt(punkt_id) is not None:
        return f"»{punkt_id}« er ikke spurgt endnu. »hvis« kan kun nævne det, der står længere oppe."
    return f"Der er intet punkt, der hedder {quoted(punkt_id)}{did_you_mean(punkt_id, before.earlier)}."


def _no_felt(one: Compare, punkt: Punkt, before: _Before) -> str:
    whole = before.agenda.punkt(punkt.id)
    if whole is not None and whole.felt(one.felt) is not None:
        return f"»{one.punkt}.{one.felt}« er ikke spurgt endnu. »hvis« kan kun nævne det, der står længere oppe."
    names = [felt.id for felt in punkt.felter if felt.id]
    if one.felt == SVAR:
        return f"»{one.punkt}« har flere felter. Skriv hvilket, fx »{one.punkt}.{names[0] if names else 'felt'}«."
    return f"»{one.punkt}« har intet felt, der hedder {quoted(one.felt)}{did_you_mean(one.felt, names)}."


def _value_fault(one: Compare, punkt: Punkt, felt: Felt) -> str:
    """Nothing is said of a felt whose own type is wrong: it has its fault already."""
    name = f"»{punkt.id}«" if felt.id == SVAR else f"»{punkt.id}.{felt.id}«"
    if felt.kind == "janej":
        return "" if one.value in {"ja", "nej"} else f"{name} kan kun være ja eller nej, ikke {quoted(one.value)}."
    if felt.kind in _NUMBERS:
        return _number_fault(one, felt, name)
    if felt.kind in _CHOICES and felt.known:
        return f"{name} har sagens egne {felt.known} som svar og kan ikke sammenlignes med noget."
    if felt.kind in _CHOICES:
        ids = [choice.id for choice in felt.choices]
        right = not ids or one.value in ids
        return "" if right else f"{name} kan ikke være {quoted(one.value)}{_or_list(one.value, ids)}."
    if felt.kind:
        return f"{name} er af typen {felt.kind} og kan ikke sammenlignes. Brug »{punkt.id} besvaret«."
    return ""


def _number_fault(one: Compare, felt: Felt, name: str) -> str:
    number = as_number(one.value)
    if number is None:
        return f"{name} er et tal og kan ikke være {quoted(one.value)}."
    low, high = felt.min, felt.max
    if felt.kind == "skala" and low is not None and high is not None and not low <= number <= high:
        return f"{name} går fra {low:g} til {high:g} og kan ikke være {quoted(one.value)}."
    return ""


def _or_list(value: str, right: list[str] | tuple[str, ...]) -> str:
    return did_you_mean(value, right) or f". Der kan stå {listed(right, 'eller')}"
