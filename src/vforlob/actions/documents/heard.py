"""The finished samtaler of a case as one recipient may have them: what the gate lets through. Knows no document."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from vforlob.actions.documents.lines import shown
from vforlob.actions.samtale_table import held_scope
from vforlob.agenda.walk import applying, relevant
from vforlob.model.answers import Key, Value
from vforlob.model.case import Case, Held
from vforlob.model.samtale import Samtale
from vforlob.rules.cleared import ClearedPunkt, cleared_samtale, is_kept_from_employer
from vforlob.rules.gate_tables import OUTSIDE
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.case import load_held
from vforlob.store.store import Store


class Heard(NamedTuple):
    """`punkter` hold only what the recipient is cleared for; `held` holds everything and is for numbers and dates."""

    held: Held
    punkter: tuple[ClearedPunkt, ...]

    @property
    def samtale(self) -> Samtale:
        return self.held.samtale

    def value(self, punkt: str, felt: str) -> Value | None:
        """What stands once."""
        found = self.punkt(punkt)
        return found.values.get(felt) if found else None

    def text(self, punkt: str, felt: str) -> str:
        """The same in Danish."""
        found = self.punkt(punkt)
        asked = found.punkt.felt(felt) if found else None
        value = self.value(punkt, felt)
        return shown(asked, value) if asked is not None and value is not None else ""

    def punkt(self, punkt: str) -> ClearedPunkt | None:
        return next((one for one in self.punkter if one.punkt.id == punkt), None)


def any_samtale(_samtale: Samtale) -> bool:
    """The default: all of them."""
    return True


def held_in(store: Store, case: Case, wanted: Callable[[Samtale], bool] = any_samtale) -> tuple[Held, ...]:
    """Newest finished version of each, oldest first, without answers that others have made irrelevant."""
    finished = sorted((one for one in case.samtaler if one.udgave and wanted(one)), key=lambda one: (one.dato, one.nr))
    return tuple(_held(store, samtale) for samtale in finished)


def newest_held(store: Store, case: Case, agenda: str) -> Held | None:
    """The newest finished samtale after that agenda in this forløb."""
    own = case.forlob.nr if case.forlob else None
    found = [one for one in case.samtaler if one.agenda == agenda and one.udgave and one.forlob == own]
    newest = max(found, key=lambda one: (one.dato, one.nr), default=None)
    return _held(store, newest) if newest is not None else None


def heard_by(recipient: str, helds: Iterable[Held]) -> tuple[Heard, ...]:
    return tuple(heard for held in helds for heard in _heard(recipient, held))


def heard_by_all(recipients: Iterable[str], held: Held | None) -> Heard | None:
    """What each of them may have: for a sheet that several read. Without rows: they are no part of such a sheet."""
    if held is None:
        return None
    each = [heard_by(recipient, [held]) for recipient in recipients]
    if not all(each):
        return None
    first, *others = [heard[0] for heard in each]
    punkter = []
    for at, punkt in enumerate(first.punkter):
        may = set(punkt.values).intersection(*(other.punkter[at].values for other in others))
        punkter.append(ClearedPunkt(punkt.punkt, {felt: punkt.values[felt] for felt in may}, ()))
    return Heard(held, tuple(punkter))


def is_hidden(held: Held | None, heard: Heard | None, place: Key, value: object) -> bool:
    """Whether what a record holds is an answer that was given in this samtale and kept from the recipient."""
    if held is None or held.answers.get(place) != value:
        return False
    return heard is None or heard.value(place.punkt, place.felt) is None


def _held(store: Store, samtale: Samtale) -> Held:
    agenda = agenda_as_asked(store, samtale.agenda_sha)
    held = load_held(store, samtale.nr, agenda, udgave=samtale.udgave)
    return held._replace(answers=relevant(held.agenda, held.answers, held_scope(held)))


def _heard(recipient: str, held: Held) -> Iterator[Heard]:
    """Nothing of a samtale before there was a forløb, and nothing the borger has not said yes to, goes to a
    workplace.
    """
    if recipient in OUTSIDE and (held.samtale.forlob is None or is_kept_from_employer(held)):
        return
    punkter = applying(held.agenda, held.answers, held_scope(held))
    yield Heard(held, cleared_samtale(held, recipient, punkter).punkter)
