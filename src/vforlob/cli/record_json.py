"""Records as JSON: the columns by their names, `id` for the number. Knows no screen."""

from collections.abc import Iterable
from typing import Any

from vforlob.actions.timeline import Haendelse
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.virksomhed import Virksomhed

# Where a record came from is for the program, not for whoever reads the JSON.
_HIDDEN = frozenset({"nr", "sted_i_samtale"})


def record_json(record: Any) -> dict[str, Any]:
    """Any NamedTuple of model/ with a number. What was never answered is null."""
    columns = {name: _plain(value) for name, value in record._asdict().items() if name not in _HIDDEN}
    return {"id": record.nr} | columns


def records_json(records: Iterable[Any]) -> list[dict[str, Any]]:
    return [record_json(record) for record in records]


def borger_json(case: Case, forlobene: Iterable[Forlob]) -> dict[str, Any]:
    return record_json(case.borger) | {
        "forlob": records_json(forlobene),
        "hensyn": records_json(case.hensyn),
        "aftaler": records_json(case.aftaler),
        "delmal": records_json(case.delmal),
    }


def virksomhed_json(virksomhed: Virksomhed, forlobene: Iterable[Forlob]) -> dict[str, Any]:
    return record_json(virksomhed) | {"forlob": records_json(forlobene)}


def forlob_json(case: Case, haendelser: Iterable[Haendelse]) -> dict[str, Any]:
    assert case.forlob is not None
    assert case.virksomhed is not None
    return record_json(case.forlob) | {
        "alias": case.borger.alias,
        "virksomhed_navn": case.virksomhed.navn,
        "haendelser": [event._asdict() for event in haendelser],
    }


def rows_json(rows: Iterable[Any]) -> dict[str, Any]:
    return {"raekker": [record_json(row) for row in rows]}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
