"""When the next contact of a forløb is due, and by which rule. Knows no files, no holidays and no clock.

The clock runs from the last real contact. What was agreed comes before what the rules say, but neither the first weeks
nor the last day wait for it, and nothing waits longer than the backstop.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.rules.milestones import (
    AFSLUTNING,
    BEFORE_END,
    EFTERVAERN,
    HALF_TIME,
    MIDTVEJS,
    OPFOLGNING,
    STARTMODE,
    milestones,
)
from vforlob.rules.open_milestones import counts_early, last_real_contact, open_milestones, was_held
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday, is_weekday, last_workday

__all__ = [
    "AGREED",
    "INTERVAL",
    "Due",
    "due",
    "is_early",
    "is_followed_closely",
    "is_weekday",
    "last_workday",
    "longest_wait",
    "milestones",
    "next_contact",
]

AGREED = "aftalt"
INTERVAL = "forlob.interval"
MONTHLY, AT_START, START_WEEKS = "kontakt_senest_dage", "kontakt_start_dage", "kontakt_start_uger"
CLOSELY, CLOSELY_AT_START = "kontakt_taet_dage", "kontakt_taet_start_dage"
BACKSTOP = "kontakt_bagkant_dage"
_HELD_IN_IT = {STARTMODE, OPFOLGNING, MIDTVEJS, AFSLUTNING}
_WAIT_FOR_AGREED = {HALF_TIME, BEFORE_END}


class Due(NamedTuple):
    """`kilde` is "aftalt", "forlob.interval", "forlob.slut" or the id of the rule that set the day."""

    dato: str
    kilde: str
    agenda: str
    kl: str | None = None
    form: str | None = None


class _Day(NamedTuple):
    """A day that may be the next, and why."""

    day: date
    kilde: str
    plan: Plan | None = None


def due(case: Case, today: date, rules: RuleBook, is_workday: IsWorkday = is_weekday) -> Due | None:
    """The next contact of a forløb; in the past when it is late. None for a closed one without efterværn ahead."""
    forlob = case.forlob
    if forlob is None:
        return None
    last = last_real_contact(case, today)
    if forlob.status == "lukket":
        return _after_the_job(case, forlob, last, today, rules, is_workday)
    found = _next_day(case, forlob, last, rules, is_workday)
    if found is None:
        return None
    agenda = _agenda(case, forlob, found.day, last, rules, is_workday)
    return _due(found, agenda)


def next_contact(
    case: Case,
    samtale_dato: str,
    wished: str | None,
    rules: RuleBook,
    is_workday: IsWorkday = is_weekday,
    agenda: str = "",
) -> Plan:
    """The plan after a samtale held after that agenda: the date that was agreed, else the day that the rules give."""
    forlob = case.forlob.nr if case.forlob else None
    if wished:
        return Plan(0, case.borger.nr, forlob, wished, kilde=AGREED)
    day = date.fromisoformat(samtale_dato)
    ahead = _ahead(case, day, rules, is_workday, agenda)
    waits = not ahead or case.forlob is None or case.forlob.status != "lukket"
    found = _earliest((*(_after_waiting(case, day, rules, is_workday) if waits else ()), *ahead))
    return Plan(0, case.borger.nr, forlob, found.day.isoformat(), kilde=found.kilde)


def longest_wait(case: Case, day: date, rules: RuleBook) -> tuple[int, str]:
    """How many days may pass after `day`, and the id of the rule that says so: the strictest one wins."""
    return min((*_waits(case, day, rules), *_close_waits(case, day, rules)), key=lambda wait: wait[0])


def is_followed_closely(case: Case) -> bool:
    """Tæt opfølgning as it stands: the newest word counts, and "obs" is not yet ja."""
    return bool(case.taet) and case.taet[-1].svar == "ja"


def is_early(forlob: Forlob, day: date, rules: RuleBook) -> bool:
    """Before the start, or within the first weeks."""
    if forlob.start is None:
        return False
    return (day - date.fromisoformat(forlob.start)).days < rules.at(START_WEEKS, day).days


def _waits(case: Case, day: date, rules: RuleBook) -> Iterator[tuple[int, str]]:
    """The interval of the forløb stands in for the general ones; the backstop holds beside it."""
    if case.forlob is not None and case.forlob.interval:
        yield case.forlob.interval, INTERVAL
    else:
        yield rules.at(MONTHLY, day).days, MONTHLY
        if case.forlob is not None and is_early(case.forlob, day, rules):
            yield rules.at(AT_START, day).days, AT_START
    if backstop := rules.find(BACKSTOP, day):
        yield backstop.days, BACKSTOP


def _close_waits(case: Case, day: date, rules: RuleBook) -> Iterator[tuple[int, str]]:
    if not is_followed_closely(case):
        return
    yield rules.at(CLOSELY, day).days, CLOSELY
    at_start = rules.find(CLOSELY_AT_START, day)
    if at_start and case.forlob is not None and is_early(case.forlob, day, rules):
        yield at_start.days, CLOSELY_AT_START


def _after_waiting(case: Case, last: date, rules: RuleBook, is_workday: IsWorkday) -> Iterator[_Day]:
    """The last working day that the intervals allow. Tæt opfølgning said since asks for it at once, not before."""
    for days, kilde in _waits(case, last, rules):
        yield _Day(last_workday(last, last + timedelta(days=days), is_workday), kilde)
    for days, kilde in _close_waits(case, last, rules):
        latest = max(last + timedelta(days=days), date.fromisoformat(case.taet[-1].dato))
        yield _Day(last_workday(last, latest, is_workday), kilde)


def _ahead(case: Case, last: date | None, rules: RuleBook, is_workday: IsWorkday, agenda: str = "") -> list[_Day]:
    """The milestones left open by a contact on that day, held after that agenda."""
    held = agenda if agenda not in {OPFOLGNING, EFTERVAERN} else ""
    left = open_milestones(case, last, rules, is_workday)
    return [_Day(date.fromisoformat(one.dato), one.id) for one in left if one.agenda != held]


def _next_day(case: Case, forlob: Forlob, last: date | None, rules: RuleBook, is_workday: IsWorkday) -> _Day | None:
    since = last or _counted_from(forlob)
    agreed = _agreed(case, last)
    if since is None:
        return agreed
    waited = list(_after_waiting(case, since, rules, is_workday))
    if agreed is None:
        return _earliest((*waited, *_ahead(case, last, rules, is_workday)))
    before = [one for one in waited if one.kilde == BACKSTOP or _said_after(case, one, agreed, since)]
    if last is not None:
        met_from = agreed.day - timedelta(days=counts_early(agreed.day, rules))
        ahead = _ahead(case, last, rules, is_workday)
        before += [one for one in ahead if one.day < met_from and one.kilde not in _WAIT_FOR_AGREED]
    return _earliest((agreed, *before))


def _said_after(case: Case, one: _Day, agreed: _Day, last: date) -> bool:
    """Tæt opfølgning that was said when the date already stood."""
    if one.kilde not in {CLOSELY, CLOSELY_AT_START}:
        return False
    made = next((it.dato for it in case.samtaler if agreed.plan and it.nr == agreed.plan.samtale), last.isoformat())
    return case.taet[-1].dato >= made


def _counted_from(forlob: Forlob) -> date | None:
    """Where nobody has been reached yet: the first day, or the day it was written down when that came later."""
    days = [day for day in (forlob.start, forlob.oprettet) if day]
    return date.fromisoformat(max(days)) if days else None


def _agreed(case: Case, last: date | None) -> _Day | None:
    """The newest plan, when it was agreed and nobody has been reached on that day or later."""
    plan = max(case.planer, key=lambda plan: plan.nr, default=None)
    if plan is None or plan.kilde != AGREED or not plan.dato:
        return None
    day = date.fromisoformat(plan.dato)
    return _Day(day, AGREED, plan) if last is None or last < day else None


def _earliest(days: Iterable[_Day]) -> _Day:
    """On one day the first that is named."""
    return min(days, key=lambda one: one.day)


def _agenda(case: Case, forlob: Forlob, day: date, last: date | None, rules: RuleBook, is_workday: IsWorkday) -> str:
    """What to hold that day: the end and half time from their milestone on, until they have been held."""
    reached = (day + timedelta(days=counts_early(day, rules))).isoformat()
    passed = {one.agenda for one in milestones(forlob, rules, is_workday) if one.dato <= reached}
    if AFSLUTNING in passed and not was_held(case, AFSLUTNING):
        return AFSLUTNING
    begun = last is not None and forlob.start is not None and last.isoformat() >= forlob.start
    if not begun and not any(was_held(case, agenda) for agenda in _HELD_IN_IT):
        return STARTMODE
    return MIDTVEJS if MIDTVEJS in passed and not was_held(case, MIDTVEJS) else OPFOLGNING


def _after_the_job(
    case: Case, forlob: Forlob, last: date | None, today: date, rules: RuleBook, is_workday: IsWorkday
) -> Due | None:
    """Efterværn stops by itself after its last day."""
    if forlob.lukket is None or forlob.eftervaern is None or today.isoformat() > forlob.eftervaern:
        return None
    since = last or date.fromisoformat(forlob.lukket) - timedelta(days=1)
    agreed = _agreed(case, last)
    found = _ahead(case, since, rules, is_workday)
    if agreed is not None and forlob.lukket <= agreed.day.isoformat() <= forlob.eftervaern:
        found = [agreed]
    return _due(_earliest(found), EFTERVAERN) if found else None


def _due(found: _Day, agenda: str) -> Due:
    plan = found.plan
    return Due(found.day.isoformat(), found.kilde, agenda, plan.kl if plan else None, plan.form if plan else None)
