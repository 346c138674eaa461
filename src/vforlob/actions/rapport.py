"""What the report of a month is made of, gathered: figures, targets, endings, cases. Knows no document and no words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.actions.development import development_then, development_with, figures_so_far
from vforlob.actions.maltal import earlier_months, first_kept, targets, targets_then
from vforlob.actions.rapport_cases import cases_of
from vforlob.actions.snapshot import take_snapshot
from vforlob.actions.workdays import workdays
from vforlob.errors.maltal import MonthAhead, MonthBefore
from vforlob.model.accounts import Statistik
from vforlob.rules.maltal import Target
from vforlob.rules.maltal_cases import Case
from vforlob.rules.maltal_development import Development
from vforlob.rules.manedstal import last_day, month_before
from vforlob.rules.overblik import names
from vforlob.rules.overblik.counting import counted
from vforlob.rules.rulebook import RuleBook
from vforlob.store.store import Store

MONTHS = 6
FIRST_HALF = 14  # so long into a month the last one is what is talked about


class Now(NamedTuple):
    """What waits today, only in the report that is talked about today."""

    venter: int
    uden_skridt: int
    cases: tuple[Case, ...]


class Ending(NamedTuple):
    """How a forløb closed, and in which week of it."""

    udfald: str
    uge: int | None


class Rapport(NamedTuple):
    """`dag` is the last day of the month, or today where it has not ended. `now` is None in the report of a month that
    lies further back.
    """

    maned: str
    dag: str
    is_over: bool
    figures: Mapping[str, float]
    targets: tuple[Target, ...]
    endings: tuple[Ending, ...]
    development: Development
    now: Now | None
    today: str


def usual_month(store: Store, today: date) -> str:
    """The month that ended last while the new one is young, if it has figures; else this one."""
    last = month_before(today)
    return last if today.day <= FIRST_HALF and last in earlier_months(store, today) else today.isoformat()[:7]


def gather_rapport(store: Store, maned: str, today: date, rules: RuleBook, chosen: Sequence[str] = ()) -> Rapport:
    """`chosen` are the cases to talk about, as f12 or b7; else those that stand first in the list of the day. Raises
    MonthAhead or MonthBefore.
    """
    this = today.isoformat()[:7]
    if maned > this:
        raise MonthAhead(maned, this)
    months = earlier_months(store, today)
    if maned < this and maned not in months:
        raise MonthBefore(maned, first_kept(months))
    is_over = maned < this
    if is_over:
        figures = {navn: row.tal + row.rettelse for navn, row in months[maned].items()}
        aims, past = targets_then(store, maned), development_then(store, maned, today, MONTHS)
    else:
        figures = figures_so_far(store, today, rules)
        aims = targets(store, today, rules, take_snapshot(store, today, rules))
        past = development_with(store, today, figures, MONTHS)
    return Rapport(
        maned,
        last_day(maned) if is_over else today.isoformat(),
        is_over,
        figures,
        aims,
        _endings(store, maned),
        past,
        _now(store, today, rules, chosen) if maned >= month_before(today) else None,
        today.isoformat(),
    )


def _endings(store: Store, maned: str) -> tuple[Ending, ...]:
    """The rows outlive the people they were about."""
    rows = store.door(Statistik).find(maned=maned)
    return tuple(Ending(row.udfald, row.uge) for row in rows if row.udfald)


def _now(store: Store, today: date, rules: RuleBook, chosen: Sequence[str]) -> Now:
    snapshot = take_snapshot(store, today, rules)
    found = counted(snapshot, today, rules, workdays(rules, store.folder))
    waiting, without = (int(found.of(name).tal) for name in (names.VENTER, names.UDEN_SKRIDT))
    return Now(waiting, without, cases_of(store, snapshot, today, rules, chosen))
