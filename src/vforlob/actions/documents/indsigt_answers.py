"""The samtaler of a person as blocks: each question as it was asked, each answer, all versions. Knows no event."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vforlob.actions.documents.blocks import fields, items, section
from vforlob.actions.documents.indsigt_records import wall
from vforlob.actions.documents.indsigt_words import (
    Reader,
    answer_text,
    label,
    marked,
    moment,
    others_in_answer,
    with_mark,
)
from vforlob.actions.record_words import column_word
from vforlob.agenda.reserved import AFTALER_PUNKT, DELMAL_PUNKT, SAMTALE_PUNKT, TIDLIGERE_AFTALER, TIDLIGERE_DELMAL
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import NOTE, SVAR, Key, Value
from vforlob.model.dokument import Blok, Led, Overskrift, Tekst
from vforlob.rules.danish import plain_date
from vforlob.store.answers import EMNE
from vforlob.store.indsigt import Collected

# Here a row is a record from before, by its number.
_ROWS = {TIDLIGERE_AFTALER: "Aftale", TIDLIGERE_DELMAL: "Delmål"}
_BESIDE = {punkt.id: punkt for punkt in (SAMTALE_PUNKT, AFTALER_PUNKT, DELMAL_PUNKT)}


class Asked(NamedTuple):
    """Where an answer belongs. `punkt` and `felt` are None where the agenda that asked is gone, or asked otherwise."""

    punkt: Punkt | None
    felt: Felt | None
    key: Key

    @property
    def heading(self) -> str:
        if self.punkt is None:
            return column_word(self.key.punkt)
        return f"{self.punkt.number}. {self.punkt.text}" if self.punkt.number else self.punkt.text

    @property
    def name(self) -> str:
        if self.key.felt == NOTE:
            return "Note"
        if self.felt is None:
            return "Svar" if self.key.felt == SVAR else column_word(self.key.felt)
        return "Svar" if self.punkt is not None and self.felt.text == self.punkt.text else self.felt.text

    def said(self, value: Value) -> str:
        text = answer_text(self.felt, value)
        whose = others_in_answer(self.punkt, self.felt, self.key.felt)
        return with_mark(text, whose)


def asked_at(agenda: Agenda | None, key: Key) -> Asked:
    punkt = _BESIDE.get(key.punkt) or (agenda.punkt(key.punkt) if agenda else None)
    return Asked(punkt, punkt.felt(key.felt) if punkt else None, key)


def samtale_blocks(found: Collected, reader: Reader) -> tuple[Blok, ...]:
    return tuple(block for one in found.records.get("samtale", ()) for block in _samtale(found, reader, one))


def _samtale(found: Collected, reader: Reader, samtale: Any) -> tuple[Blok, ...]:
    agenda = found.agendas.get(samtale.nr)
    versions = sorted({one.udgave for one in found.answers if one.samtale == samtale.nr}, reverse=True)
    answers = {udgave: _of(found, samtale.nr, udgave) for udgave in versions}
    pairs = [
        (label("samtale", column), marked(reader, "samtale", column, getattr(samtale, column)))
        for column in found.seen("samtale")
        if column not in {"borger", "nr"}
    ]
    newest = answers.get(versions[0], {}) if versions else {}
    return section(
        f"Samtale: {reader.samtaler[samtale.nr]}",
        fields([*pairs, ("Svarene er skrevet", _written_between(found, samtale.nr))]),
        _versions(found, reader, samtale.nr),
        _said(agenda, newest),
        *(_differently(agenda, udgave, answers[udgave], newest) for udgave in versions[1:]),
        _half_typed(found, agenda, samtale.nr),
    )


def _of(found: Collected, samtale: int, udgave: int) -> dict[Key, Value]:
    return {one.key: one.value for one in found.answers if (one.samtale, one.udgave) == (samtale, udgave)}


def _versions(found: Collected, reader: Reader, samtale: int) -> tuple[Blok, ...]:
    """When it was finished, each time, and why again."""
    return items(
        Led(f"Udgave {one.udgave}: gjort færdig {moment(reader, one.tid)}", hale=one.grund or "")
        for one in found.versions
        if one.samtale == samtale
    )


def _written_between(found: Collected, samtale: int) -> str:
    times = [one.tid for one in found.written if (one.emne, one.emne_nr) == (EMNE, samtale)]
    if not times:
        return ""
    first, last = wall(min(times)), wall(max(times))
    return first if first == last else f"fra {first} til {last}"


def _said(agenda: Agenda | None, answers: Mapping[Key, Value]) -> tuple[Blok, ...]:
    """Point by point, in the order of the agenda; a note and what stands once before the rows."""
    places = {punkt.id: at for at, punkt in enumerate(agenda.punkter if agenda else ())}
    points = sorted({key.punkt for key in answers}, key=lambda one: (places.get(one, len(places)), one))
    return tuple(block for punkt in points for block in _point(agenda, punkt, answers))


def _point(agenda: Agenda | None, punkt_id: str, answers: Mapping[Key, Value]) -> tuple[Blok, ...]:
    mine = {key: value for key, value in answers.items() if key.punkt == punkt_id}
    once = [(asked_at(agenda, key), value) for key, value in mine.items() if not key.raekke]
    once = sorted(once, key=lambda one: _place(one[0]))
    rows = sorted({key.raekke for key in mine if key.raekke})
    heading = asked_at(agenda, Key(punkt_id, "")).heading
    if len(once) == 1 and not rows and once[0][0].name == "Svar":
        return (Overskrift(heading, 3), Tekst(once[0][0].said(once[0][1])))
    pairs = fields((asked.name, asked.said(value)) for asked, value in once)
    return (Overskrift(heading, 3), *pairs, *items(_row(agenda, mine, row) for row in rows))


def _row(agenda: Agenda | None, mine: Mapping[Key, Value], raekke: int) -> Led:
    cells = [(asked_at(agenda, key), value) for key, value in mine.items() if key.raekke == raekke]
    cells = sorted(cells, key=lambda one: _place(one[0]))
    punkt = cells[0][0].key.punkt
    text = "; ".join(
        f"{asked.name}{'' if asked.name.endswith('?') else ':'} {asked.said(value)}" for asked, value in cells
    )
    return Led(text, f"{_ROWS[punkt]} {raekke}" if punkt in _ROWS else "")


def _place(asked: Asked) -> int:
    felter = asked.punkt.felter if asked.punkt else ()
    return felter.index(asked.felt) if asked.felt in felter else len(felter)


def _differently(
    agenda: Agenda | None, udgave: int, answers: Mapping[Key, Value], newest: Mapping[Key, Value]
) -> tuple[Blok, ...]:
    """Only what was said otherwise then: the rest stands above."""
    others = {key: value for key, value in answers.items() if newest.get(key) != value}
    told = [Led(asked.said(value), named(asked)) for key, value in others.items() for asked in [asked_at(agenda, key)]]
    if not told:
        return ()
    return (Overskrift(f"Det stod anderledes i udgave {udgave}", 3), *items(told))


def named(asked: Asked) -> str:
    row = f", række {asked.key.raekke}" if asked.key.raekke else ""
    name = "" if asked.name == "Svar" else f": {asked.name}"
    return f"{asked.heading}{row}{name}"


def _half_typed(found: Collected, agenda: Agenda | None, samtale: int) -> tuple[Blok, ...]:
    mine = [one for one in found.half_typed if one.samtale == samtale]
    led = [Led(asked.said(one.tekst), named(asked)) for one in mine for asked in [asked_at(agenda, one.key)]]
    return (Overskrift("Halvt skrevet", 3), *items(led)) if led else ()


def samtale_name(agenda: Agenda | None, samtale: Any) -> str:
    """Opfølgning den 20. november 2026 (s31)"""
    title = agenda.title if agenda else str(samtale.agenda)
    try:
        return f"{title} den {plain_date(samtale.dato)} (s{samtale.nr})"
    except ValueError:
        return f"{title} {samtale.dato} (s{samtale.nr})"


def agenda_titles(agendas: Iterable[Agenda | None]) -> dict[str, str]:
    return {one.id: one.title for one in agendas if one is not None}
