"""What a file of answers is read against, and what has been read of it so far. Knows no table of the file by name."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from vforlob.agenda.answer_faults import Faults
from vforlob.agenda.around import Around
from vforlob.agenda.kinds import KINDS
from vforlob.agenda.toml_lines import Place
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Agenda, Felt
from vforlob.model.answers import Key, Value
from vforlob.rules.gate_tables import AFTALE_RECIPIENTS

CLEARED = ""


class Known(NamedTuple):
    """What the file may name of the case: open aftaler and delmål, hensyn by number, tasks by their text."""

    aftaler: tuple[int, ...] = ()
    delmal: tuple[int, ...] = ()
    hensyn: tuple[int, ...] = ()
    opgaver: tuple[str, ...] = ()


class Ground(NamedTuple):
    """`before` are the answers that a draft, or an earlier version, already has; `used` the highest row number that
    any version gave out, by point. `deltagere` count when the file names none. `around` has the days of the forløb.
    """

    agenda: Agenda
    today: date
    deltagere: tuple[str, ...]
    known: Known = Known()
    before: Mapping[Key, Value] = {}
    used: Mapping[str, int] = {}
    switched_on: tuple[str, ...] = ()
    forlob_art: str | None = None
    file: str = ""
    around: Around = Around()


class Reading:
    """Grows while the file is read. None among the answers takes away what stood there."""

    def __init__(self, ground: Ground, faults: Faults) -> None:
        self.ground, self.faults = ground, faults
        self.answers: dict[Key, Value | None] = {}
        self.places: dict[Key, Place] = {}

    def keep(self, key: Key, raw: Any, felt: Felt, place: Place) -> None:
        """Read and keep one value; a fault keeps nothing."""
        cleared = raw == CLEARED or _ticks_nothing(raw, felt)
        value = None if cleared else self.read(raw, felt, place)
        if value is not None or cleared:
            self.answers[key], self.places[key] = value, place

    def clear(self, key: Key) -> None:
        self.answers.setdefault(key, None)

    def read(self, raw: Any, felt: Felt, place: Place) -> Value | None:
        """One value, or a fault. None for an empty list too: nothing was said."""
        if _ticks_nothing(raw, felt):
            return None
        if isinstance(raw, Mapping):
            self.faults.add(place, "Her skal stå en værdi, ikke en tabel.")
            return None
        try:
            value = KINDS[felt.kind].read(raw, felt, self.ground.today)
        except BadAnswer as refused:
            self.faults.add(place, refused.sentence)
            return None
        return None if value in ((), "") else value


def _ticks_nothing(raw: Any, felt: Felt) -> bool:
    """An empty list of ticks is no answer. For whom an aftale is for it is refused: taken as no answer it would give
    the aftale to everybody present, the opposite of what stands there.
    """
    return raw == [] and felt.kind == "flervalg" and felt.id != AFTALE_RECIPIENTS
