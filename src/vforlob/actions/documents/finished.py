"""A document made ready to leave: clean, and without the alias to those who may not have it. Knows no format."""

from collections.abc import Mapping
from typing import Any

from vforlob.actions.make_referat import without_alias
from vforlob.model.dokument import Dokument
from vforlob.model.text import clean
from vforlob.rules.gate_tables import CASE_ONLY

KONSULENT = "konsulent"
# They name things for the program: clean as all else, but no part of them is anybody's alias.
_NAMES = frozenset({"blok", "art", "modtager", "nr", "felt", "id", "stil", "dato", "hvor"})


def finished(dokument: Dokument, alias: str) -> Dokument:
    """`alias` is the borger's, empty where the document is about nobody."""
    kept = "" if dokument.modtager in CASE_ONLY | {KONSULENT} else alias
    made: Dokument = _changed(dokument, kept)
    return made


def _changed(value: Any, alias: str) -> Any:
    if isinstance(value, str):
        return without_alias(clean(value), alias)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        fields = zip(value._fields, value, strict=True)
        return type(value)(*(_changed(part, "" if name in _NAMES else alias) for name, part in fields))
    if isinstance(value, Mapping):
        return {key: _changed(part, alias) for key, part in value.items()}
    return tuple(_changed(part, alias) for part in value) if isinstance(value, tuple) else value
