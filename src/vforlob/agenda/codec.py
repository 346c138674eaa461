"""An agenda as compact JSON and back, as the store keeps it compiled. Knows no TOML and no faults.

Fields stand in the order of the NamedTuples, defaults at the end left out; so a new field must come last in its
tuple and have a default, or what is already stored can no longer be read.
"""

from json import dumps, loads
from typing import Any

from vforlob.model.agenda import Agenda, Choice, Felt, Punkt

FORMAT = 1
_CHOICES, _MODTAGERE, _ANCHORS = (Felt._fields.index(name) for name in ("choices", "modtagere", "anchors"))
_FELTER, _WRITES, _PUNKT_MODTAGERE = (Punkt._fields.index(name) for name in ("felter", "writes", "modtagere"))
_PUNKTER, _DELTAGERE = (Agenda._fields.index(name) for name in ("punkter", "deltagere"))


def to_json(agenda: Agenda) -> str:
    """NamedTuples are written as lists, nested as they stand."""
    points = [_punkt_fields(punkt) for punkt in agenda.punkter]
    fields = [*agenda[:_PUNKTER], points, *agenda[_PUNKTER + 1 :]]
    return dumps([FORMAT, fields], ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_json(text: str) -> Agenda:
    """Raises ValueError for anything that to_json did not write."""
    try:
        format_number, fields = loads(text)
        if format_number != FORMAT:
            raise ValueError(format_number)
        fields[_DELTAGERE] = tuple(fields[_DELTAGERE])
        fields[_PUNKTER] = tuple([_punkt(punkt) for punkt in fields[_PUNKTER]])
        return Agenda(*fields)
    except (TypeError, IndexError, KeyError) as error:
        raise ValueError("not a compiled agenda") from error


def _punkt_fields(punkt: Punkt) -> list[Any]:
    return [*punkt[:_FELTER], [_felt_fields(felt) for felt in punkt.felter], *punkt[_FELTER + 1 :]]


def _felt_fields(felt: Felt) -> list[Any]:
    """Most felter have no choices, anchors or bounds: half the text is gone without the empty ends."""
    fields = list(felt)
    for name in reversed(Felt._field_defaults):
        if fields[-1] != Felt._field_defaults[name]:
            break
        fields.pop()
    return fields


def _punkt(fields: list[Any]) -> Punkt:
    fields[_FELTER] = tuple([_felt(felt) for felt in fields[_FELTER]])
    fields[_WRITES] = tuple(fields[_WRITES])
    if fields[_PUNKT_MODTAGERE] is not None:
        fields[_PUNKT_MODTAGERE] = tuple(fields[_PUNKT_MODTAGERE])
    return Punkt(*fields)


def _felt(fields: list[Any]) -> Felt:
    length = len(fields)
    if length > _MODTAGERE and fields[_MODTAGERE] is not None:
        fields[_MODTAGERE] = tuple(fields[_MODTAGERE])
    if length > _CHOICES:
        fields[_CHOICES] = tuple([Choice(*choice) for choice in fields[_CHOICES]])
    if length > _ANCHORS:
        fields[_ANCHORS] = tuple(fields[_ANCHORS])
    return Felt(*fields)
