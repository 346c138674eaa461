"""An agenda as JSON, in the words of the file. Knows no screen and no answers."""

from typing import Any

from vforlob.model.agenda import Agenda, Felt, Punkt


def list_entry(agenda: Agenda, *, own: bool) -> dict[str, Any]:
    return {
        "id": agenda.id,
        "titel": agenda.title,
        "version": agenda.version,
        "kilde": agenda.source,
        "gaelder": agenda.concerns,
        "punkter": len(agenda.punkter),
        "egen": _janej(own),
        "uden_fejl": "ja",
    }


def faulty_entry(agenda_id: str) -> dict[str, Any]:
    """A file of the user's that cannot be read."""
    return {"id": agenda_id, "egen": "ja", "uden_fejl": "nej"}


def agenda_json(agenda: Agenda, *, own: bool) -> dict[str, Any]:
    return {
        **list_entry(agenda, own=own),
        "deltagere": list(agenda.deltagere),
        "sha": agenda.sha,
        "punkter": [_punkt_json(punkt) for punkt in agenda.punkter],
    }


def _punkt_json(punkt: Punkt) -> dict[str, Any]:
    return {
        "nummer": punkt.number,
        "id": punkt.id,
        "tekst": punkt.text,
        "type": punkt.kind,
        "hjaelp": punkt.help,
        "hvorfor": punkt.why,
        "afsnit": punkt.section,
        "hvis": punkt.condition,
        "part": punkt.part,
        "modtagere": None if punkt.modtagere is None else list(punkt.modtagere),
        "kun_til_dig": _janej(punkt.alone),
        "skriver": list(punkt.writes),
        "grundig": _janej(punkt.thorough),
        "slaet_til": _janej(punkt.enabled),
        "tillaeg": _janej(punkt.appendix),
        **(_for_kind(punkt.felter[0]) if punkt.is_scalar else _for_rows(punkt)),
        "felter": [] if punkt.is_scalar else [_felt_json(felt) for felt in punkt.felter],
    }


def _felt_json(felt: Felt) -> dict[str, Any]:
    return {
        "id": felt.id,
        "tekst": felt.text,
        "type": felt.kind,
        "hjaelp": felt.help,
        "hvis": felt.condition,
        "part": felt.part,
        "modtagere": None if felt.modtagere is None else list(felt.modtagere),
        "kun_til_dig": _janej(felt.alone),
        "uden_for_raekker": _janej(felt.outside_rows),
        **_for_kind(felt),
    }


def _for_kind(felt: Felt) -> dict[str, Any]:
    return {
        "valg": [{"id": choice.id, "tekst": choice.text} for choice in felt.choices],
        "kendte": felt.known,
        "anker": list(felt.anchors),
        "min": felt.min,
        "max": felt.max,
        "enhed": felt.unit,
    }


def _for_rows(punkt: Punkt) -> dict[str, Any]:
    return {"valg": [], "kendte": punkt.known, "anker": [], "min": punkt.min, "max": punkt.max, "enhed": ""}


def _janej(value: bool) -> str:
    return "ja" if value else "nej"
