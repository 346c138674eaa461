"""Everything that is kept about one borger for machines, under the names the tables have. Knows no words."""

from collections.abc import Iterable
from datetime import date
from json import dumps
from typing import Any

from vforlob.actions.documents.indsigt_answers import asked_at
from vforlob.actions.documents.indsigt_words import FOOTER, others_in, others_in_answer
from vforlob.model.answers import Key, Value
from vforlob.store.answers import EMNE
from vforlob.store.indsigt import Collected, Written

SKEMA = 1


def as_json(found: Collected, today: date) -> str:
    return dumps({"skema": SKEMA, **data(found, today)}, ensure_ascii=False, indent=2) + "\n"


def data(found: Collected, today: date) -> dict[str, Any]:
    """`andre` beside a record names the columns that may hold somebody else's words, and whose."""
    tables = {**found.records, **{emne: records for emne, records in found.places.items() if records}}
    return {
        "borger": found.borger,
        "dato": today.isoformat(),
        "forbehold": FOOTER,
        **{emne: [_record(found, emne, one) for one in records] for emne, records in tables.items()},
        "svar": [_answer(found, one.samtale, one.udgave, one.key, one.value) for one in found.answers],
        "samtale_udgave": [one._asdict() for one in found.versions],
        "kladde": [_answer(found, one.samtale, None, one.key, one.tekst) for one in found.half_typed],
        "haendelse": [_event(found, one) for one in found.written],
        "opslag": [
            {"tid": row.tid, "handling": row.handling, "kommando": row.kommando} for row in reversed(found.looks)
        ],
        "sogetekst": found.texts,
    }


def _record(found: Collected, emne: str, record: Any) -> dict[str, Any]:
    columns = {column: _plain(getattr(record, column)) for column in found.seen(emne)}
    others = {column: whose for column in columns if columns[column] and (whose := others_in(emne, column))}
    return {**columns, "andre": others} if others else columns


def _answer(found: Collected, samtale: int, udgave: int | None, key: Key, value: Value) -> dict[str, Any]:
    asked = asked_at(found.agendas.get(samtale), key)
    told: dict[str, Any] = {"samtale": samtale, "udgave": udgave, **key._asdict()}
    if asked.punkt is not None:
        told["sporgsmal"] = " · ".join(dict.fromkeys((asked.heading, asked.name)))
    told["vaerdi"] = _plain(value)
    whose = others_in_answer(asked.punkt, asked.felt, key.felt)
    return {**told, "andre": whose} if whose else told


def _event(found: Collected, event: Written) -> dict[str, Any]:
    seen = {"vaerdi"} if event.emne == EMNE else set(found.seen(event.emne))
    told = {
        "tid": event.tid,
        "emne": event.emne,
        "emne_nr": event.emne_nr,
        "sted": event.sted,
        "for": _columns(event.before, seen),
        "efter": _columns(event.after, seen),
    }
    others = _others_once(found, event, seen)
    return {**told, "andre": others} if others else told


def _others_once(found: Collected, event: Written, seen: set[str]) -> dict[str, str]:
    """What stood there once may hold somebody else's words as well as what stands there now."""
    filled = {name for side in (event.before, event.after) for name, value in (side or {}).items() if value}
    if event.place is None:
        return {name: whose for name in sorted(filled & seen) if (whose := others_in(event.emne, name))}
    key = event.place[1]
    asked = asked_at(found.agendas.get(event.emne_nr), key)
    whose = others_in_answer(asked.punkt, asked.felt, key.felt) if filled else ""
    return {"vaerdi": whose} if whose else {}


def _columns(columns: dict[str, Any] | None, seen: Iterable[str]) -> dict[str, Any] | None:
    return None if columns is None else {name: value for name, value in columns.items() if name in seen}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
