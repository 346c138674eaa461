"""Records as JSON: the columns by their names, `id` for the number. Knows no screen."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a list of records needs none of the pages
    from vforlob.actions.whole_borger import WholeBorger
    from vforlob.actions.whole_forlob import WholeForlob
    from vforlob.actions.whole_virksomhed import WholeVirksomhed
    from vforlob.model.tegn import Tegn

# Where a record came from is for the program, not for whoever reads the JSON.
_HIDDEN = frozenset({"nr", "sted_i_samtale"})


def record_json(record: Any) -> dict[str, Any]:
    """Any NamedTuple of model/ with a number. What was never answered is null."""
    columns = {name: _plain(value) for name, value in record._asdict().items() if name not in _HIDDEN}
    return {"id": record.nr} | columns


def records_json(records: Iterable[Any]) -> list[dict[str, Any]]:
    return [record_json(record) for record in records]


def borger_json(whole: "WholeBorger") -> dict[str, Any]:
    return record_json(whole.borger) | {
        "forlob": records_json(whole.forlobene),
        "hensyn": records_json(known.hensyn for known in whole.hensyn),
        "aftaler": records_json(whole.aftaler),
        "delmal": records_json(whole.delmal),
        "onsker": records_json(whole.onsker),
        "koordinering": records_json(it.koordinering for it in whole.koordinering),
        "henvendelser": records_json(whole.henvendelser),
        "erfaringer": [dict(it.told) for it in whole.erfaringer],
        "naeste_kontakt": [it.due._asdict() | {"forlob": it.forlob.nr if it.forlob else None} for it in whole.contacts],
    }


def virksomhed_json(whole: "WholeVirksomhed") -> dict[str, Any]:
    return record_json(whole.virksomhed) | {
        "forlob": records_json(sorted((*whole.now, *whole.before))),
        "hojst_pa_en_gang": whole.most,
        "folges_taet": list(whole.close),
        "nej_til_lontimer": [{"forlob": nr, "dato": dato} for dato, nr in whole.refused],
        "igen": [it._asdict() for it in whole.again],
        "i_gang": whole.here,
        "kontaktpersoner": records_json(whole.people),
        "sidst_spurgt": record_json(whole.asked) if whole.asked else None,
        "jobabninger": records_json(whole.openings),
        "sidste_kontakt": whole.last.dato if whole.last else None,
        "historik": [it._asdict() for it in whole.history],
    }


def forlob_json(whole: "WholeForlob") -> dict[str, Any]:
    case = whole.case
    assert case.forlob is not None
    assert case.virksomhed is not None
    return record_json(case.forlob) | {
        "alias": case.borger.alias,
        "virksomhed_navn": case.virksomhed.navn,
        "haendelser": [event._asdict() for event in whole.haendelser],
        "naeste_kontakt": whole.due._asdict() if whole.due else None,
        "tegn": [_told(tegn) for tegn in whole.tegn],
        "nedtrapning": whole.step_down or None,
    }


def _told(tegn: "Tegn") -> dict[str, Any]:
    return {
        "id": tegn.id,
        "tema": tegn.theme,
        "tekst": tegn.sentence,
        "gor": tegn.move,
        "kommando": f"vforlob {tegn.command}",
        "fakta": list(tegn.facts),
    }


def rows_json(rows: Iterable[Any]) -> dict[str, Any]:
    return {"raekker": [record_json(row) for row in rows]}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
