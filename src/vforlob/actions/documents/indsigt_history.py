"""What was changed or taken away, and who looked when: the past of a person's case as blocks. Knows no format."""

from collections.abc import Iterator, Mapping
from typing import Any

from vforlob.actions.documents.blocks import items, paragraph, section, table
from vforlob.actions.documents.indsigt_answers import asked_at, named
from vforlob.actions.documents.indsigt_records import wall
from vforlob.actions.documents.indsigt_words import Reader, label, marked, moment
from vforlob.actions.record_words import record_word
from vforlob.model.dokument import Blok, Kolonne, Led
from vforlob.store.answers import EMNE
from vforlob.store.indsigt import Collected, Written

NOTHING = "(tomt)"
_TAKEN_BACK = "fortryd"
# Where no command was noted yet.
_NO_COMMAND = "ikke noteret"


def history_blocks(found: Collected, reader: Reader) -> tuple[Blok, ...]:
    """Everything that once stood there and stands there no more, oldest first."""
    led = [one for event in found.written for one in _told(found, reader, event)]
    return section("Det, der er rettet eller taget væk", items(led))


def look_blocks(found: Collected, reader: Reader) -> tuple[Blok, ...]:
    """Days and purposes. Who looked is the one who uses the program, and is not told here."""
    rows = [(moment(reader, row.tid), row.handling, row.kommando or _NO_COMMAND) for row in reversed(found.looks)]
    told = paragraph("Kommandoen er det, programmet blev brugt til, altså formålet.") if rows else ()
    heads = (Kolonne("Hvornår", bredde=2), Kolonne("Hvad"), Kolonne("Til hvad", bredde=2))
    return section("Hvornår der er set på dine oplysninger", told, table("Opslag", heads, rows))


def _told(found: Collected, reader: Reader, event: Written) -> Iterator[Led]:
    if event.before is None:
        return
    if event.emne == EMNE:
        yield from _answer(found, reader, event)
        return
    changes = list(_changes(found, reader, event, event.before))
    if changes:
        what = f"{record_word(event.emne)} {event.emne_nr}"
        yield Led("; ".join(changes), _head(event, "Rettet" if event.after else "Fjernet", what))


def _changes(found: Collected, reader: Reader, event: Written, before: Mapping[str, Any]) -> Iterator[str]:
    """Of what was empty nothing is gone, and what stands there now is told where it stands."""
    seen = set(found.seen(event.emne)) - {"borger"}
    after: Mapping[str, Any] = event.after or {}
    for column, value in before.items():
        if column not in seen or _is_same(value, after.get(column)) or _is_a_version(found, event, column, value):
            continue
        was = marked(reader, event.emne, column, _as_read(value))
        if was:
            now = marked(reader, event.emne, column, _as_read(after.get(column))) or NOTHING
            yield f"{label(event.emne, column)}: {was}{f' -> {now}' if event.after else ''}"


def _is_same(one: Any, other: Any) -> bool:
    """The same words in another order are no change."""
    return isinstance(one, list) and isinstance(other, list) and sorted(one) == sorted(other)


def _is_a_version(found: Collected, event: Written, column: str, value: Any) -> bool:
    """A samtale says itself when each of its versions was finished."""
    if event.emne != "samtale":
        return False
    mine = [one for one in found.versions if one.samtale == event.emne_nr]
    told: dict[str, set[Any]] = {
        "status": {"kladde", "faerdig"},
        "udgave": {0, *(one.udgave for one in mine)},
        "faerdig": {one.tid for one in mine},
    }
    return value in told.get(column, ())


def _answer(found: Collected, reader: Reader, event: Written) -> Iterator[Led]:
    if event.place is None or event.before is None:
        return
    udgave, key = event.place
    asked = asked_at(found.agendas.get(event.emne_nr), key)
    was = asked.said(_as_read(event.before.get("vaerdi")))
    now = f" -> {asked.said(_as_read(event.after.get('vaerdi')))}" if event.after else ""
    where = f"{reader.samtaler.get(event.emne_nr, f's{event.emne_nr}')}, udgave {udgave}"
    yield Led(f"{named(asked)}: {was}{now}", _head(event, "Fjernet" if not event.after else "Rettet", where))


def _head(event: Written, word: str, what: str) -> str:
    done = "Fortrudt" if event.art.startswith(_TAKEN_BACK) else word
    return f"{done} {wall(event.tid)}, {what}"


def _as_read(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
