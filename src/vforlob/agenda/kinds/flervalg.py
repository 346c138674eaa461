"""flervalg: any of the choices, kept as their ids in the order of the choices. Knows no screen."""

from datetime import date

from vforlob.agenda.kinds.choices import folded, read_choice, text_of
from vforlob.agenda.kinds.kind import Kind, refuse_empty
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.rules.danish import listed


def read(raw: object, felt: Felt, _today: date) -> tuple[str, ...]:
    refuse_empty(raw)
    found = {read_choice(part, felt.choices) for part in _parts(raw, felt)}
    return tuple(choice.id for choice in felt.choices if choice.id in found)


def show(value: Value, felt: Felt) -> str:
    ids = value if isinstance(value, tuple) else (str(value),)
    return listed([text_of(choice_id, felt) for choice_id in ids])


def _parts(raw: object, felt: Felt) -> list[object]:
    """A list from a file, or one text with commas; a choice whose own text has a comma is that choice."""
    if isinstance(raw, list | tuple):
        return list(raw)
    if not isinstance(raw, str):
        return [raw]
    if any(folded(raw) in {folded(choice.id), folded(choice.text)} for choice in felt.choices):
        return [raw]
    parts: list[object] = [part.strip() for part in raw.split(",") if part.strip()]
    if not parts:
        raise BadAnswer("Der er kun kommaer. Skriv de ord, der passer.")
    return parts


FLERVALG = Kind("flervalg", read, show, "flervalg")
