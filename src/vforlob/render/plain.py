"""A document as plain data: dicts, lists, texts and numbers, all that a template is ever given. Knows no format."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from vforlob.model.referat import Referat

if TYPE_CHECKING:
    from vforlob.model.dokument import Dokument  # its many blocks: a Referat has none


def as_data(document: "Referat | Dokument") -> dict[str, Any]:
    data: dict[str, Any] = _plain(document)
    return data


def _plain(value: Any) -> Any:
    """Nothing with a method of its own is let through, and nothing but what is named here."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {field: _plain(getattr(value, field)) for field in value._fields}
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if type(value) in (str, int, float, bool):
        return value
    if value is None:  # an axis that the numbers decide
        return ""
    raise TypeError(type(value).__name__)
