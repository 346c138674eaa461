"""What an import would do, row by row, before anything is saved: new, there already, faulty. Saves nothing."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from vforlob.actions.record_kinds import felter_of
from vforlob.model.answers import Value

NEW, KNOWN, FAULTY, EMPTY = "ny", "findes", "fejl", "tom"
AHEAD = "Den dag er ikke kommet endnu. En sidste kontakt har været."


class Fejl(NamedTuple):
    """`row` as Excel shows it, 0 for what is wrong with the file; `letter` is empty where no column holds it.

    `what` is the header, or the felt where there is no column.
    """

    row: int
    letter: str
    what: str
    sentence: str


class Row(NamedTuple):
    """`nr` is the record it is, when it is there already: 0 for a row that stands twice in the file.

    `virksomhed` is the place in `Plan.places` that a new forløb has its virksomhed from, None when it has a number.
    `differs` are the felter where the file says something else than the record, which stands.
    """

    row: int
    state: str
    given: Mapping[str, Value | None]
    called: str = ""
    nr: int = 0
    virksomhed: int | None = None
    differs: tuple[str, ...] = ()


class Plan(NamedTuple):
    """`places` are virksomheder that are made because a forløb is there. `missing` are required felter that neither a
    column nor a common answer gives. `proposed` is the alias each row without one would have.
    """

    emne: str
    rows: tuple[Row, ...]
    faults: tuple[Fejl, ...] = ()
    notes: tuple[Fejl, ...] = ()
    places: tuple[Mapping[str, Value | None], ...] = ()
    missing: tuple[str, ...] = ()
    proposed: Mapping[int, str] = {}

    def of(self, state: str) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.state == state)

    @property
    def can_be_saved(self) -> bool:
        return not self.faults and any(row.state == NEW for row in self.rows)


class Judged(NamedTuple):
    """What one row is: `nr` of the record that is there already, `again` when the file has said it before.

    `broken` and `notes` are (felt, sentence); a note stops nobody. `proposed` is an alias that was made up.
    """

    given: Mapping[str, Value | None]
    called: str
    nr: int = 0
    again: bool = False
    broken: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    differs: tuple[str, ...] = ()
    proposed: str = ""
    virksomhed: int | None = None


def told_differences(emne: str, stands: Mapping[str, Any], said: Mapping[str, Value | None]) -> tuple[str, ...]:
    """The felter where the file says something else than the record; what it leaves out says nothing."""
    texts = {felt.id: felt.felt.text for felt in felter_of(emne)}
    return tuple(
        texts[name] for name, value in said.items() if name in texts and _plain(stands.get(name)) != _plain(value)
    )


def _plain(value: Any) -> Any:
    """A number is the same number, whole or not; a list is the same list."""
    return float(value) if isinstance(value, int | float) else tuple(value) if isinstance(value, list) else value
