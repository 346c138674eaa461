"""A Referat as plain data: dicts, lists, texts and numbers, all that a template is ever given. Knows no format."""

from collections.abc import Mapping
from typing import Any

from vforlob.model.referat import Referat


def as_data(referat: Referat) -> dict[str, Any]:
    data: dict[str, Any] = _plain(referat)
    return data


def _plain(value: Any) -> Any:
    """Nothing with a method of its own is let through, and nothing but what is named here."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {field: _plain(getattr(value, field)) for field in value._fields}
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if type(value) in (str, int, float):
        return value
    raise TypeError(type(value).__name__)
