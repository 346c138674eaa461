"""One answer as a line of a document: what it is called, what it says, who said it. Knows no section."""

from collections.abc import Iterable, Iterator, Mapping

from vforlob.agenda.kinds import KINDS
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import SVAR, Value
from vforlob.model.referat import Linje
from vforlob.rules.felt_names import FELT_NAMES
from vforlob.rules.voices import Voice

OWN_WORDS = frozenset({"tekst", "kort"})


def shown(felt: Felt, value: Value) -> str:
    return KINDS[felt.kind].show(value, felt)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def line(punkt: Punkt, felt: Felt, value: Value, voice: Voice) -> Linje:
    part, name = part_of(punkt, felt), name_of(punkt, felt, voice)
    said = voice.choices.get((punkt.id, felt.id, value)) if isinstance(value, str) else None
    text = said or shown(_unit_said_once(felt, name), value)
    if not name and felt.kind not in OWN_WORDS:
        text = capital(text)  # "Oprettet" stands alone under its heading
    return Linje(name, text, part, felt.id, value)


def _unit_said_once(felt: Felt, name: str) -> Felt:
    """ "Aftalte dage: 8", not "8 dage", when the name has said it."""
    return felt._replace(unit="") if felt.unit and f" {felt.unit} " in f" {name.lower()} " else felt


def lines(punkt: Punkt, felter: Iterable[Felt], values: Mapping[str, Value], voice: Voice) -> Iterator[Linje]:
    """The felter that have a value, in the order they are given."""
    for felt in felter:
        if felt.id in values:
            yield line(punkt, felt, values[felt.id], voice)


def part_of(punkt: Punkt, felt: Felt) -> str:
    return felt.part or (punkt.part if punkt.is_scalar else "")


def name_of(punkt: Punkt, felt: Felt, voice: Voice) -> str:
    """Who said it comes first; the question as well, when it is not the point's own."""
    part, asked = part_of(punkt, felt), _asked(punkt, felt, voice)
    if part in voice.said and (punkt.id, felt.id) not in voice.names:
        phrase = _phrases(felt, voice)[part]
        return phrase if felt.id in (SVAR, part, f"{part}_tekst") else f"{asked} – {_inside(phrase)}"
    return "" if felt.id == SVAR and punkt.is_scalar else asked


def _inside(phrase: str) -> str:
    """In the middle of a line, where »I« is still somebody."""
    return phrase if phrase.startswith("I ") else f"{phrase[0].lower()}{phrase[1:]}"


def _asked(punkt: Punkt, felt: Felt, voice: Voice) -> str:
    place = (punkt.id, felt.id)
    return voice.names.get(place) or FELT_NAMES.get(place) or " ".join(felt.text.split()).rstrip(":")


def _phrases(felt: Felt, voice: Voice) -> Mapping[str, str]:
    if felt.kind == "skala":
        return voice.scored
    return voice.said if felt.kind in OWN_WORDS else voice.answered
