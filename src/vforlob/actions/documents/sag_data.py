"""A whole case for machines: records, answers and what happened, under their Danish ASCII names. Knows no words."""

from collections.abc import Iterable, Mapping
from json import dumps
from typing import Any

from vforlob.model.sag import Holdt, Sag
from vforlob.rules.gate_tables import CASE_ONLY

SKEMA = 1
# The place in a samtale is the program's own; whose a record is, is said at the top.
_INNER = frozenset({"sted_i_samtale", "agenda_sha", "borger", "kladde_udgave", "paabegyndt", "faerdig"})
_NAMES = frozenset({"navn", "telefon"})
_RECORDS = (
    *("hensyn", "clearances", "delmal", "aftaler", "opgaver", "timer", "lonkroner", "fremmode", "kontakter", "taet"),
    *("onsker", "koordinering", "planer"),
)


def as_json(sag: Sag) -> str:
    return dumps(sag_data(sag), ensure_ascii=False, indent=2) + "\n"


def sag_data(sag: Sag) -> dict[str, Any]:
    """The case has every key, empty ones too; for the others what they may not have is not even named."""
    whole = sag.modtager in CASE_ONLY
    case = sag.case
    found: dict[str, Any] = {
        "skema": SKEMA,
        "id": int(sag.nr[1:]),
        "slags": "forlob" if sag.nr.startswith("f") else "borger",
        "modtager": sag.modtager,
        "dato": sag.dato,
        "fra": sag.fra or None,
        "indtil": sag.indtil or None,
        "borger": _borger(sag, whole),
        "forlob": [_record(one, whole) for one in sag.forlobene],
        "virksomheder": [_record(one, whole) for one in sag.virksomheder.values()],
        **{name: _records(getattr(case, name), whole) for name in _RECORDS},
        "fravaer": _records(sag.fravaer, whole),
        "udsat": _records(sag.udsat, whole),
        "samtaler": [_samtale(one, whole) for one in sag.samtaler],
        "ikke_faerdige": sag.kladder,
        "haendelser": [
            {"dato": one.dato, "art": one.art, "id": one.id, "tekst": one.tekst, "forlob": one.forlob}
            for one in sag.haendelser
        ],
    }
    return found if whole else {name: value for name, value in found.items() if value not in (None, [], 0)}


def _records(records: Iterable[Any], whole: bool) -> list[dict[str, Any]]:
    return [_record(one, whole) for one in records]


def _record(record: Any, whole: bool) -> dict[str, Any]:
    columns = {name: _plain(value) for name, value in record._asdict().items() if name not in _INNER}
    named = {"id": columns.pop("nr"), **columns}
    return named if whole else {name: value for name, value in named.items() if value not in (None, "", [])}


def _borger(sag: Sag, whole: bool) -> dict[str, Any]:
    """A name is in no document of a case, and so there is no place for one."""
    return {name: value for name, value in _record(sag.case.borger, whole).items() if name not in _NAMES}


def _samtale(one: Holdt, whole: bool) -> dict[str, Any]:
    told = one.referat
    found = {
        "id": one.nr,
        "agenda": told.agenda,
        "dagsorden": told.dagsorden,
        "udgave": told.udgave,
        "forlob": one.forlob,
        "dato": told.dato,
        "kl": told.kl or None,
        "form": one.form,
        "deltagere": list(one.deltagere),
        "hort_alene": list(told.alene),
        "svar": _plain(one.svar),
        "tidligere_aftaler": _plain(one.tidligere_aftaler),
        "tidligere_delmal": _plain(one.tidligere_delmal),
        "lykkedes": list(told.lykkedes),
        "naeste_kontakt": told.naeste_dato or None,
        "naeste_kl": told.naeste_kl or None,
        "naeste_form": told.naeste_form or None,
        "ikke_droftet": list(told.ikke_droftet),
        "ikke_spurgt": list(told.ikke_spurgt),
        "kraever_samtale": told.kraever_samtale or None,
        "anmaerkning": told.anmaerkning or None,
        "rettelse": told.rettelse or None,
        "tekst": [{"overskrift": section.overskrift, "id": section.id, **_said(section)} for section in told.afsnit],
    }
    return found if whole else {name: value for name, value in found.items() if value not in (None, [], {})}


def _said(section: Any) -> dict[str, Any]:
    """As it is worded, beside the answers as they are kept."""
    lines = [{"navn": one.navn, "tekst": one.tekst} for one in section.linjer]
    rows = [
        {
            "tekst": one.tekst,
            "hale": one.hale,
            "gruppe": one.gruppe,
            "linjer": [{"navn": it.navn, "tekst": it.tekst} for it in one.linjer],
        }
        for one in section.raekker
    ]
    return {"linjer": lines, "raekker": rows}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple | list) else value
