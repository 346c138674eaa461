"""What happened in a case, forløb by forløb, in the order of days: the timeline, each event once. Decides nothing."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from vforlob.actions.timeline import timeline
from vforlob.model.case import Case
from vforlob.model.kontakt import Fravaer, Udsat
from vforlob.model.sag import Sket
from vforlob.model.samtale import Samtale
from vforlob.rules.cleared_case import Asked, cleared_absence, cleared_case, cleared_later, may_have_changes
from vforlob.store.earlier_values import Changed


class Part(NamedTuple):
    """One forløb, or what is beside them all."""

    case: Case
    fravaer: tuple[Fravaer, ...] = ()
    udsat: tuple[Udsat, ...] = ()

    def cleared(self, asked: Asked, samtaler: Iterable[Samtale]) -> "Part":
        """`samtaler` are those that the recipient has a text of."""
        shown = {one.nr for one in samtaler}
        case = cleared_case(self.case, asked)
        return Part(
            case._replace(samtaler=tuple(one for one in self.case.samtaler if one.nr in shown)),
            cleared_absence(self.fravaer, asked),
            cleared_later(self.udsat, asked),
        )


def events(
    parts: Iterable[Part], titles: Mapping[str, str], changes: Iterable[Changed], asked: Asked
) -> tuple[Sket, ...]:
    """The parts are cleared: of a record that is not in them its changes tell nothing."""
    told = [one for one in changes if one.emne != "forlob" or may_have_changes(asked)]
    seen: set[tuple[str, str, int, str]] = set()
    found = []
    for part in parts:
        for one in _of(part, titles, told):
            key = (one.dato, one.art, one.id, one.tekst)
            if key not in seen:
                seen.add(key)
                found.append(one)
    return tuple(sorted(found, key=lambda one: one.dato))


def _of(part: Part, titles: Mapping[str, str], changes: list[Changed]) -> Iterator[Sket]:
    now = set(timeline(part.case, part.fravaer, titles, (), part.udsat))
    forlob = part.case.forlob.nr if part.case.forlob else None
    for event in timeline(part.case, part.fravaer, titles, changes, part.udsat):
        yield Sket(*event, forlob=forlob, before=event not in now)
