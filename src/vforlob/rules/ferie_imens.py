"""What a stand-in does in a forløb while the consultant is away, and on which day. Knows no words and no storage."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.model.facts import Facts
from vforlob.rules.ferie import BORGER, VIRKSOMHED, Span, is_free, spans_of
from vforlob.rules.ferie_opkald import Room
from vforlob.rules.kontaktplan import AGREED, Due
from vforlob.rules.workdays import IsWorkday

BEGINS, ENDS, APPOINTMENT, CALL, MAY_CALL = "begynder", "slutter", "aftalt", "ring", "kan_ringe"
_DAY = timedelta(days=1)


class Task(NamedTuple):
    """`days` are those it can be done on, the best first; none where they may call themselves and nothing else is to be
    done. `kl` where a time is agreed. `weekday` is when they want to be called, 0 for Monday.
    """

    art: str
    days: tuple[date, ...] = ()
    kl: str | None = None
    weekday: int | None = None


def task_in(
    facts: Facts, away: Span, turn: Due | None, spoken: date | None, limit: int, is_workday: IsWorkday
) -> Task | None:
    """The one thing that weighs most: what is agreed, the first day, the last day, a call. `spoken` is the last contact
    before, where too many days follow it; `turn` is when the rules ask for one. None where the forløb is not there in
    those days, or the virksomhed is closed in all of them.
    """
    forlob = facts.case.forlob
    if forlob is None or not _is_there(forlob.start, forlob.slut, away):
        return None
    days = days_open(facts, away, is_workday)
    if not days:
        return None
    turned = date.fromisoformat(turn.dato) if turn and away.holds(date.fromisoformat(turn.dato)) else None
    if turn is not None and turned is not None and turn.kilde == AGREED:
        return Task(APPOINTMENT, (turned,), turn.kl)
    if forlob.start and away.holds(date.fromisoformat(forlob.start)):
        return Task(BEGINS, _from(days, date.fromisoformat(forlob.start) + _DAY))
    if forlob.slut and away.holds(date.fromisoformat(forlob.slut)):
        return Task(ENDS, _until(days, date.fromisoformat(forlob.slut)))
    wanted = [day for day in (turned, spoken + limit * _DAY if spoken else None) if day is not None]
    return Task(CALL, _until(days, min(wanted))) if wanted else Task(MAY_CALL)


def days_open(facts: Facts, away: Span, is_workday: IsWorkday) -> tuple[date, ...]:
    """The working days on which the virksomhed is there; of those the ones with the borger there too, if any."""
    spans = spans_of(facts.ferier)
    closed = [span for span in spans if span.whose == VIRKSOMHED]
    gone = [span for span in spans if span.whose == BORGER]
    every = [away.first + nth * _DAY for nth in range((away.last - away.first).days + 1)]
    days = tuple(day for day in every if is_free(day, closed, is_workday))
    return tuple(day for day in days if is_free(day, gone, is_workday)) or days


def days_given(tasks: Iterable[Task], room: Room) -> tuple[date | None, ...]:
    """One day each, in the same order: what is agreed stands, a call is put on the weekday they want, else
    on the least busy of the best days.
    """
    found, load = list(tasks), dict[date, int]()
    for task in found:
        if len(task.days) == 1:
            load[task.days[0]] = load.get(task.days[0], 0) + 1
    return tuple(_given(task, load, room) for task in found)


def _given(task: Task, load: dict[date, int], room: Room) -> date | None:
    if len(task.days) < 2:
        return task.days[0] if task.days else None
    near = [day for day in task.days[: room.choice] if load.get(day, 0) < room.most]
    further = (day for day in task.days if load.get(day, 0) < room.most)
    wanted = [day for day in near if day.weekday() == task.weekday]
    day = min(wanted or near, key=lambda day: load.get(day, 0), default=None) or next(further, task.days[0])
    load[day] = load.get(day, 0) + 1
    return day


def _is_there(start: str | None, slut: str | None, away: Span) -> bool:
    return (start or "") <= away.last.isoformat() and (slut or "9") >= away.first.isoformat()


def _until(days: tuple[date, ...], latest: date) -> tuple[date, ...]:
    """Those up to it, the last first; then those after it."""
    return (*(day for day in reversed(days) if day <= latest), *(day for day in days if day > latest))


def _from(days: tuple[date, ...], earliest: date) -> tuple[date, ...]:
    """Those from it on, the first first; then those before it."""
    return (*(day for day in days if day >= earliest), *(day for day in reversed(days) if day < earliest))
