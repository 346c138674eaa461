"""What has moved in a case since a day: tasks a step further, hours, days counted, delmål. Facts, no words."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.kontakt import Fremmode
from vforlob.model.opgave import Opgave
from vforlob.model.timer import Timer
from vforlob.rules.timetrappe import in_force
from vforlob.store.earlier_values import Changed

STEPS = ("ny", "oplaeres", "med_hjaelp", "selvstaendigt")
DAYS = ("aftalt", "modt", "syg", "fri", "udeblevet", "uafklaret", "for_sent")


class Move(NamedTuple):
    """`before` is the step on the first day; empty for a task that was not there yet."""

    opgave: Opgave
    before: str

    @property
    def is_forward(self) -> bool:
        return _rank(self.opgave.trin) > _rank(self.before)


class Hours(NamedTuple):
    """None where nothing was agreed."""

    before: Timer | None
    now: Timer | None


def moves(case: Case, changes: Iterable[Changed], since: str) -> tuple[Move, ...]:
    """Every task of the case, as it was at the end of that day and as it is."""
    taken = [it for it in changes if it.emne == "opgave" and (it.after or {}).get("trin")]
    return tuple(Move(opgave, _before(opgave, taken, since)) for opgave in case.opgaver)


def hours_since(timer: Iterable[Timer], since: str, today: str) -> Hours:
    """Before anything was agreed counts as the first that was."""
    agreed = [one for one in timer if one.art == "aftalt"]
    first = in_force(agreed, since) or min(agreed, key=lambda one: (one.fra, one.nr), default=None)
    return Hours(first, in_force(agreed, today) or first)


def counted_since(rows: Iterable[Fremmode], since: str) -> dict[str, float]:
    """The days of all counts after that day, by kind; what nobody counted is not there."""
    total: dict[str, float] = {}
    for row in rows:
        for name in DAYS if row.til > since else ():
            value = getattr(row, name)
            if value is not None:
                total[name] = total.get(name, 0) + value
    return total


def reached_since(delmalene: Iterable[Delmal], since: str) -> Iterator[Delmal]:
    for delmal in delmalene:
        if delmal.status == "naet" and (delmal.status_dato or delmal.oprettet or "") > since:
            yield delmal


def _before(opgave: Opgave, taken: Iterable[Changed], since: str) -> str:
    """A task that came later stands where it began; empty where it stands there still."""
    told = [(it.after or {}, it.dato) for it in taken if it.nr == opgave.nr]
    steps = [(after.get("trin_siden") or dato, str(after["trin"])) for after, dato in told]
    earlier = [trin for dato, trin in steps if dato <= since]
    first = steps[0][1] if steps else opgave.trin
    return earlier[-1] if earlier else first if first != opgave.trin else ""


def _rank(trin: str) -> int:
    return STEPS.index(trin) if trin in STEPS else -1
