"""The records of a person as blocks: what each column is called and what stands in it. Knows no answer and no event."""

from collections.abc import Callable, Iterable
from typing import Any

from vforlob.actions.documents.blocks import fields, section, table
from vforlob.actions.documents.indsigt_words import (
    Reader,
    in_a_table,
    label,
    marked,
    others_in,
    setting_word,
    with_mark,
)
from vforlob.actions.documents.lines import capital
from vforlob.actions.documents.sag_words import short_day
from vforlob.actions.record_words import record_word
from vforlob.model.dokument import Blok, Kolonne, Overskrift
from vforlob.rules.danish import clock, plain_date
from vforlob.store.indsigt import Collected

# In the order they are told. A kind that is not here is told after them, under its own word.
SECTIONS = {
    "forlob": "Dine forløb",
    "plan": "Næste kontakt",
    "aftale": "Aftaler",
    "delmal": "Delmål",
    "hensyn": "Hensyn",
    "clearance": "Hvem der må kende et hensyn",
    "opgave": "Opgaver på arbejdspladsen",
    "timer": "Timer om ugen",
    "lonkroner": "Snak om løn",
    "fremmode": "Fremmøde, talt op ved samtaler",
    "fravaer": "Fravær",
    "kontakt": "Kontakter mellem samtalerne",
    "taet": "Tæt opfølgning",
    "onske": "Ønsker om arbejde",
    "koordinering": "Andet i din uge",
    "henvendelse": "Virksomheder, der er spurgt for dig",
    "ferie": "Ferie",
    "sparring": "Sparring med kolleger, uden navn",
    "historie": "Gode historier",
    "udsat": "Det, konsulenten har udsat på sin liste",
}
PASSED_ON = {
    "kvittering": "Sat ind i kommunens journal",
    "aflevering": "Samtaler, der er givet videre",
    "eksport": "Filer, der er lavet",
    "kalender": "Sat i kalenderen",
    "indstilling": "Indstillinger om dig",
}
COUNTED = {**SECTIONS, "samtale": "Samtaler", **PASSED_ON}
# Many and short: they are read down a column.
_TABLES = frozenset({"timer", "fravaer", "plan", "kvittering", "aflevering", "kalender", "clearance", "indstilling"})
_APART = frozenset({"borger", "samtale", "virksomhed", "kontaktperson"})
# Whose they all are.
_HERS = "borger"


def person_blocks(found: Collected, reader: Reader) -> tuple[Blok, ...]:
    return section("Om dig", *(_fields(found, reader, "borger", one) for one in found.records.get("borger", ())))


def record_blocks(found: Collected, reader: Reader) -> tuple[Blok, ...]:
    others = [emne for emne in found.records if emne not in _APART | SECTIONS.keys() | PASSED_ON.keys()]
    named = {**SECTIONS, **{emne: capital(record_word(emne)) for emne in others}}
    return tuple(block for emne, title in named.items() for block in _kind(found, reader, emne, title))


def passed_on_blocks(found: Collected, reader: Reader) -> tuple[Blok, ...]:
    return tuple(block for emne, title in PASSED_ON.items() for block in _kind(found, reader, emne, title))


def place_blocks(found: Collected, reader: Reader) -> tuple[Blok, ...]:
    """Whom she has met: people too, and so to be looked through."""
    blocks: list[Blok] = []
    for place in found.places["virksomhed"]:
        people = [one for one in found.places["kontaktperson"] if one.virksomhed == place.nr]
        told_here = fields(_pairs(found, reader, "virksomhed", place))
        rest = [block for one in people for block in fields(_pairs(found, reader, "kontaktperson", one))]
        if told_here or rest:
            blocks += [Overskrift(place.navn, 3), *told_here, *rest]
    return section("Kontaktpersoner på de steder, du har været", tuple(blocks))


def _kind(found: Collected, reader: Reader, emne: str, title: str) -> tuple[Blok, ...]:
    records = found.records.get(emne, ())
    if emne in _TABLES:
        return section(title, _table(found, reader, emne, records, title))
    blocks = [block for one in records for block in _one(found, reader, emne, one)]
    return section(title, tuple(blocks))


def _one(found: Collected, reader: Reader, emne: str, record: Any) -> tuple[Blok, ...]:
    name = reader.forlobene[record.nr] if emne == "forlob" else f"{capital(record_word(emne))} {record.nr}"
    return (Overskrift(name, 3), *_fields(found, reader, emne, record))


def _fields(found: Collected, reader: Reader, emne: str, record: Any) -> tuple[Blok, ...]:
    return fields([*_pairs(found, reader, emne, record), ("Skrevet ind", written_at(found, emne, record.nr))])


def _pairs(found: Collected, reader: Reader, emne: str, record: Any) -> Iterable[tuple[str, str]]:
    for column in _columns(found, emne):
        if column != "nr" or emne == _HERS:  # of all others it stands in the heading
            yield label(emne, column), marked(reader, emne, column, getattr(record, column))


def _table(found: Collected, reader: Reader, emne: str, records: Iterable[Any], title: str) -> tuple[Blok, ...]:
    columns = _columns(found, emne)
    heads = [Kolonne(label(emne, column)) for column in columns]
    others = [others_in(emne, column) for column in columns]
    rows = [
        [_cell(reader, emne, column, one, whose) for column, whose in zip(columns, others, strict=True)]
        for one in records
    ]
    when = [written_at(found, emne, one.nr, short_wall) for one in records]
    if emne == "indstilling":
        heads.insert(0, Kolonne("Hvad"))
        rows = [[setting_word(one.navn), *row] for one, row in zip(records, rows, strict=True)]
    heads.append(Kolonne("Skrevet ind", bredde=2))
    return table(title, heads, [(*row, at) for row, at in zip(rows, when, strict=True)])


def _cell(reader: Reader, emne: str, column: str, record: Any, whose: str) -> str:
    return with_mark(in_a_table(reader, emne, column, getattr(record, column)), whose)


def _columns(found: Collected, emne: str) -> list[str]:
    return [column for column in found.seen(emne) if column != _HERS]


def written_at(found: Collected, emne: str, nr: int, told: Callable[[str], str] | None = None) -> str:
    """When it was written for the first time."""
    first = next((one for one in found.written if (one.emne, one.emne_nr) == (emne, nr)), None)
    return (told or wall)(first.tid) if first else ""


def short_wall(tid: str) -> str:
    return f"{short_day(tid[:10])} {clock(tid[11:16])}"


def wall(tid: str) -> str:
    """A time that is on the wall already."""
    return f"{plain_date(tid[:10])} {clock(tid[11:16])}"
