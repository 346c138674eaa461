"""Whether a record of the case may be told: by where it was said. Decides nothing itself, the gate does."""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.model.agenda import Agenda
from vforlob.model.forlob import Plan
from vforlob.model.hensyn import Hensyn
from vforlob.model.kontakt import Fremmode
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.rules.gate import Scene, alone_in, cleared, may
from vforlob.rules.gate_tables import OUTSIDE, ROLE_OF
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.answers import answers_of
from vforlob.store.store import Store

Record = Timer | Opgave | Lonkroner | Plan | Fremmode
# The felter that such a record is made of, whichever of them its point has.
_FELTER: dict[type, tuple[str, ...]] = {
    Timer: ("timer", "praktik", "lontilskud", "ordinaer", "start", "slut"),
    Opgave: ("opgave", "opgaver", "trin"),
    Lonkroner: ("svar", "trin", "timer", "opgaver", "tekst", "fra_uge"),
    Plan: ("naeste_kontakt", "dato"),
    Fremmode: ("aftalt", "modt"),
}


class Said(NamedTuple):
    """A samtale as far as the gate must know it: its agenda as it was asked, and how it was held."""

    agenda: Agenda
    scene: Scene


class Sources:
    """The samtaler that records came from, looked up once each."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._said: dict[int, Said | None] = {}

    def may_have(self, recipients: Iterable[str], record: Record) -> bool:
        """What was entered by hand follows its row of the matrix, and these rows are for everybody; a goal for the
        hours is said at the formøde and is for the borger.
        """
        wanted = tuple(recipients)
        if isinstance(record, Timer) and record.art == "mal" and OUTSIDE.intersection(wanted):
            return False
        if record.samtale is None:
            return True
        return all(self._is_cleared(recipient, record, record.samtale) for recipient in wanted)

    def _is_cleared(self, recipient: str, record: Record, samtale: int) -> bool:
        if samtale not in self._said:
            self._said[samtale] = self._load(samtale)
        said = self._said[samtale]
        punkt = said.agenda.punkt((record.sted_i_samtale or "").partition("/")[0]) if said else None
        if said is None or punkt is None:
            return recipient not in OUTSIDE
        felter = [felt for felt in punkt.felter if felt.id in _FELTER[type(record)]]
        return all(may(recipient, punkt, felt, said.scene) for felt in felter)

    def _load(self, samtale: int) -> Said | None:
        found = self._store.door(Samtale).find(nr=samtale)
        if not found:
            return None
        one = found[0]
        answers = answers_of(self._store, one.nr, one.udgave or one.kladde_udgave or 1)
        scene = Scene(one.forlob is not None, one.deltagere, alone_in(answers))
        return Said(agenda_as_asked(self._store, one.agenda_sha), scene)


def considerations(hensynene: Iterable[Hensyn], scene: Scene, recipient: str) -> tuple[str, ...]:
    """The løsning of each hensyn that the workplace may know in this forløb, as it stands today."""
    alive = [one for one in hensynene if one.status == "aktiv" and one.losning]
    return tuple(str(one.losning) for one in alive if cleared(one.nr, ROLE_OF[recipient], scene))
