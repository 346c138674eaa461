"""Read a whole samtale from a TOML file: every fault at once, or all the answers. Knows no storage and no screen."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from vforlob.agenda.answer_faults import Faults
from vforlob.agenda.answer_meta import read_samtale, read_settled
from vforlob.agenda.answer_points import read_points
from vforlob.agenda.answer_reading import Ground, Reading
from vforlob.agenda.crosscheck import contradictions
from vforlob.agenda.reserved import SAMTALE
from vforlob.agenda.toml_lines import Place, toml_lines
from vforlob.agenda.toml_syntax import read_toml
from vforlob.agenda.walk import RESERVED, Scope, is_part_present, is_switched_on, relevant
from vforlob.errors.answer import FaultyFile
from vforlob.model.answers import Key, Value
from vforlob.rules.gate_scene import parties

STAYS_DRAFT = "nej"


class AnswerFile(NamedTuple):
    """`samtale` is who and when; None there and in `answers` clears. `unused` are answers no condition asks for.

    `switched_on` are the points that count as switched on because the file answers them.
    """

    samtale: Mapping[str, Value | None]
    answers: Mapping[Key, Value | None]
    unused: tuple[Key, ...]
    switched_on: tuple[str, ...]


def read_answers(data: bytes, ground: Ground) -> AnswerFile:
    """Raises FaultyFile with every fault; nothing of a faulty file may be used."""
    text, tables = read_toml(data, ground.file)
    reading = Reading(ground, Faults(toml_lines(text)))
    _check_names(tables, reading)
    samtale = read_samtale(tables.get(SAMTALE, {}), reading)
    deltagere = samtale.get("deltagere")
    if isinstance(deltagere, tuple) and deltagere:
        reading.ground = reading.ground._replace(deltagere=deltagere)
    read_points(tables, reading)
    read_settled(tables, reading)
    read = _judged(reading, samtale)
    if reading.faults.in_order:
        raise FaultyFile(ground.file, reading.faults.in_order)
    return read


def _check_names(tables: Mapping[str, Any], reading: Reading) -> None:
    names = [*RESERVED, *(punkt.id for punkt in reading.ground.agenda.punkter)]
    for name in tables:
        if name not in names:
            reading.faults.unknown((name,), names)


def _judged(reading: Reading, samtale: Mapping[str, Value | None]) -> AnswerFile:
    """The answers seen together: who was there, what applies, what speaks against what."""
    agenda, answers = reading.ground.agenda, reading.answers
    scope = _scope(reading)
    _check_parts(reading, scope)
    merged = {key: value for key, value in {**reading.ground.before, **answers}.items() if value is not None}
    kept = relevant(agenda, merged, scope)
    _check_together(reading, kept, is_draft=samtale.get("afslut") == STAYS_DRAFT)
    unused = tuple(key for key, value in answers.items() if value is not None and key not in kept)
    return AnswerFile(samtale, answers, unused, scope.switched_on)


def _check_together(reading: Reading, kept: Mapping[Key, Value], is_draft: bool) -> None:
    """What is missing can come later where the samtale stays a draft; what is wrong is wrong at once."""
    ground = reading.ground
    for against in contradictions(ground.agenda, kept, ground.around._replace(dato=ground.today.isoformat())):
        if against.because is not None and is_draft:
            continue
        place = _place_of(against.key, reading.places)
        if place is None and against.because is not None:
            place = _place_of(against.because, reading.places) or (against.because.punkt,)
        if place is not None:
            reading.faults.add(place, against.sentence)


def _scope(reading: Reading) -> Scope:
    """A point that must be switched on is switched on by answering it."""
    ground = reading.ground
    named = {key.punkt for key, value in reading.answers.items() if value is not None}
    off = [punkt.id for punkt in ground.agenda.punkter if not is_switched_on(punkt, Scope())]
    switched_on = dict.fromkeys((*ground.switched_on, *(punkt for punkt in off if punkt in named)))
    return Scope(tuple(sorted(parties(ground.deltagere))), tuple(switched_on), ground.forlob_art)


def _place_of(key: Key, places: Mapping[Key, Place]) -> Place | None:
    """Where the file says it, or says something else of the same row or point; None when it says nothing of it."""
    if key in places:
        return places[key]
    of_row = [place for other, place in places.items() if (other.punkt, other.raekke) == (key.punkt, key.raekke)]
    of_punkt = [(key.punkt,) for other in places if other.punkt == key.punkt]
    return (of_row or of_punkt or [None])[0]


_OWNERS = {
    "borger": ("borgerens", "borgeren"),
    "virksomhed": ("virksomhedens", "virksomheden"),
    "mentor": ("mentorens", "mentoren"),
    "sagsbehandler": ("sagsbehandlerens", "sagsbehandleren"),
}


def _check_parts(reading: Reading, scope: Scope) -> None:
    for key, value in reading.answers.items():
        punkt = reading.ground.agenda.punkt(key.punkt)
        felt = punkt.felt(key.felt) if punkt else None
        if value is None or punkt is None or felt is None:
            continue
        if not is_part_present(punkt, felt, scope):
            whose, who = _OWNERS[felt.part or punkt.part]
            sentence = f"Det er {whose} svar, men {who} står ikke under deltagere."
            reading.faults.add(reading.places[key], sentence)
