"""One change to one record, before and after: what events hold, what fortryd shows. Knows no storage."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Change(NamedTuple):
    """`emne` is the record kind ("aftale"), `nr` its number. Only the columns that changed stand in the mappings;
    `before` is None for a new record and `after` None for a removed one.
    """

    emne: str
    nr: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
