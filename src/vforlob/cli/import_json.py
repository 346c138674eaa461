"""An import as JSON: the columns, every fault, what was saved. Prints nothing."""

from typing import Any

from vforlob.actions.importing.columns import Column
from vforlob.actions.importing.plan import EMPTY, KNOWN, NEW, Fejl, Plan
from vforlob.actions.importing.saving import Saved


def import_json(plan: Plan, columns: tuple[Column, ...], saved: Saved | None) -> dict[str, Any]:
    """`saved` is None for a dry run, and when there were faults."""
    return {
        "emne": plan.emne,
        "gemt": saved is not None,
        "kolonner": [
            {"kolonne": one.letter, "overskrift": one.header, "felt": one.target or None, "grund": one.why or None}
            for one in columns
        ],
        "nye": len(plan.of(NEW)),
        "findes": [{"raekke": row.row, "id": row.nr or None} for row in plan.of(KNOWN)],
        "tomme": len(plan.of(EMPTY)),
        "fejl": [_fault(fault) for fault in plan.faults],
        "bemaerkninger": [_fault(note) for note in plan.notes],
        "aliasser": [{"raekke": row, "alias": alias} for row, alias in plan.proposed.items()],
        "id": list(saved.numbers) if saved else [],
        "virksomheder": list(saved.places) if saved else [],
    }


def _fault(fault: Fejl) -> dict[str, Any]:
    return {
        "raekke": fault.row or None,
        "kolonne": fault.letter or None,
        "overskrift": fault.what,
        "tekst": fault.sentence,
    }
