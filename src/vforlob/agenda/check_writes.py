"""Check that a point can feed what its `skriver` says. Knows the table in writes.py; changes nothing."""

from vforlob.agenda.check_punkt import place_of
from vforlob.agenda.near import did_you_mean
from vforlob.agenda.reading import Reading
from vforlob.agenda.toml_lines import Place
from vforlob.agenda.words import FELT, PUNKT
from vforlob.agenda.writes import NEED_FORLOB, SHAPES, WRITES, Shape, Way
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.rules.danish import listed


def check_writes(agenda: Agenda, reading: Reading) -> None:
    for index, punkt in enumerate(agenda.punkter):
        for place, word in enumerate(punkt.writes):
            at: Place = (PUNKT, index, "skriver", place)
            if agenda.concerns == "borger" and (word in NEED_FORLOB or word.startswith("forlob.")):
                reading.refuse(place_of(punkt), f"»{word}« hører til et forløb, men her er gaelder = »borger«.", at)
            if punkt.kind:
                _check_needed(punkt, word, reading, at)
                _check_shapes(punkt, word, reading, index)


def _check_needed(punkt: Punkt, word: str, reading: Reading, at: Place) -> None:
    lacking = min((_lacking(punkt, way) for way in WRITES[word]), key=len)
    if not lacking:
        return
    if not punkt.is_liste and all(way.rows for way in WRITES[word]):
        reading.refuse(place_of(punkt), f"»{word}« i »skriver« læser rækker og kræver type = »liste«.", at)
        return
    names = listed([f"»{felt}«" for felt in lacking])
    wrongly_placed = [felt for felt in lacking if punkt.felt(felt)]
    if wrongly_placed:
        sentence = f"»{word}« i »skriver« læser {names} det forkerte sted. Se efter »uden_for_raekker«."
    else:
        sentence = f"»{word}« i »skriver« kræver {_felter(lacking)} {names}, som mangler i punktet."
    reading.refuse(place_of(punkt), sentence, at)


def _lacking(punkt: Punkt, way: Way) -> list[str]:
    rows = {felt.id for felt in punkt.row_felter}
    single = {felt.id for felt in punkt.single_felter}
    return [felt for felt in way.rows if felt not in rows] + [felt for felt in way.single if felt not in single]


def _felter(names: list[str]) -> str:
    return "feltet" if len(names) == 1 else "felterne"


def _check_shapes(punkt: Punkt, word: str, reading: Reading, index: int) -> None:
    for number, felt in enumerate(punkt.felter):
        shape = SHAPES[word].get(felt.id)
        if shape is None or not felt.kind:
            continue
        at: Place = (PUNKT, index) if punkt.is_scalar else (PUNKT, index, FELT, number)
        if felt.kind not in shape.kinds:
            kinds = listed([f"»{kind}«" for kind in shape.kinds], "eller")
            reading.refuse(place_of(punkt, felt), f"»{word}« i »skriver« kræver, at typen er {kinds}.", (*at, "type"))
        elif shape.choices:
            _check_choices(felt, shape, word, reading, place_of(punkt, felt), at)


def _check_choices(felt: Felt, shape: Shape, word: str, reading: Reading, place: str, at: Place) -> None:
    for number, choice in enumerate(felt.choices):
        if choice.id not in shape.choices:
            hint = did_you_mean(choice.id, shape.choices) or f". Der kan stå {listed(shape.choices, 'eller')}"
            sentence = f"Svaret »{choice.id}« kan ikke bruges af »{word}« i »skriver«{hint}."
            reading.refuse(place, sentence, (*at, "valg", number))
