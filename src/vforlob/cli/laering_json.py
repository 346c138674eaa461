"""The figures of `læring` and the notes for machines: numbers of virksomheder, never their names. Counts nothing."""

from collections.abc import Iterable
from typing import Any

from vforlob.actions.laering import Laering, Notes
from vforlob.actions.laering_words import DEFINITIONS, outcome_name, sign_name
from vforlob.rules.laering.endings import Group
from vforlob.rules.laering.notes import Tag


def laering_json(laering: Laering) -> dict[str, Any]:
    return {
        "dato": laering.dato,
        "fra": laering.fra or None,
        "lukket": laering.lukket,
        "i_gang": laering.i_gang,
        "udfald": [{"id": it.kode, "tekst": outcome_name(it.kode), "antal": it.antal} for it in laering.udfald],
        "overlevelse": [it._asdict() for it in laering.overlevelse],
        "uger": _groups(laering.uger),
        "tegn": [{"id": it.navn, "tekst": sign_name(it.navn), **it.endings._asdict()} for it in laering.tegn],
        "formode": _groups(laering.formode),
        "afsluttende_samtale": _groups(laering.afslutning),
        "brancher": _groups(laering.brancher),
        "virksomheder": [{"id": it.virksomhed, **it.endings._asdict()} for it in laering.steder],
        "maerker": tags_json(laering.maerker),
    }


def _groups(groups: Iterable[Group]) -> list[dict[str, Any]]:
    return [{"id": it.navn, **it.endings._asdict()} for it in groups]


def tags_json(tags: Iterable[Tag]) -> list[dict[str, Any]]:
    return [{"id": it.navn, "antal": it.antal} for it in tags]


def notes_json(notes: Notes) -> dict[str, Any]:
    """`id` is the samtale in which it was written."""
    rows = [
        {
            "id": hit.note.samtale,
            "dato": hit.note.dato,
            "forlob": hit.note.forlob,
            "alias": hit.note.alias,
            "virksomhed_navn": hit.note.virksomhed,
            **hit.note.said,
        }
        for hit in notes.hits
    ]
    return {"raekker": rows, "maerker": tags_json(notes.maerker)}


def definitions_json() -> dict[str, Any]:
    return {"raekker": [{"id": it.navn, "tekst": it.tekst, "kilde": it.kilde} for it in DEFINITIONS]}
