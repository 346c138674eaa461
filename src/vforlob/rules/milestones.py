"""The fixed days of a forløb: before it, its first weeks, half time, the end; and those of efterværn. Knows no contact.

Their numbers are dated rules: the rule in force when the forløb (or the job) begins sets the day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from vforlob.model.forlob import Forlob
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday, is_weekday, last_workday, workdays_after, workdays_before

OPFOLGNING, STARTMODE, MIDTVEJS = "opfolgning", "startmode", "midtvejs"
AFSLUTNING, EFTERVAERN = "afslutning", "eftervaern"
BEFORE_START, DAY_TWO, HALF_TIME = "milepael_foer_start", "milepael_dag_2", "milepael_midtvejs"
FIRST_WEEKS = ("milepael_uge_1", "milepael_uge_2", "milepael_uge_4")
BEFORE_END, END = "forlob_slutter_dage", "forlob.slut"
AFTER_THE_JOB = (
    *("eftervaern_uge_1", "eftervaern_uge_4"),
    *("eftervaern_maned_3", "eftervaern_maned_6", "eftervaern_maned_9", "eftervaern_maned_12"),
)
LONGEST_EFTERVAERN = "eftervaern_hojst_maneder"
_RANK = (AFSLUTNING, MIDTVEJS, STARTMODE, OPFOLGNING)


class Milestone(NamedTuple):
    """`id` is that of the rule that sets the day, "forlob.slut" for the last day itself."""

    id: str
    dato: str
    agenda: str


def milestones(forlob: Forlob, rules: RuleBook, is_workday: IsWorkday = is_weekday) -> tuple[Milestone, ...]:
    """By day, on working days, none after the end; on one day the weightiest first. None while no start is set."""
    return () if forlob.start is None else _milestones(forlob.start, forlob.slut, rules, is_workday)


@lru_cache(maxsize=128)  # a list asks twice for each forløb, and many begin and end on the same days
def _milestones(first: str, last: str | None, rules: RuleBook, is_workday: IsWorkday) -> tuple[Milestone, ...]:
    start = date.fromisoformat(first)
    end = date.fromisoformat(last) if last and last >= first else None
    found = [*_at_the_start(start, rules, is_workday)]
    if end is not None:
        found = [one for one in found if one.dato <= end.isoformat()]
        found += _towards_the_end(start, end, rules, is_workday)
    return tuple(sorted(found, key=lambda one: (one.dato, _RANK.index(one.agenda))))


def _at_the_start(start: date, rules: RuleBook, is_workday: IsWorkday) -> Iterator[Milestone]:
    if before := rules.find(BEFORE_START, start):
        yield _milestone(BEFORE_START, workdays_before(start, before.number, is_workday), STARTMODE)
    if second := rules.find(DAY_TWO, start):
        yield _milestone(DAY_TWO, workdays_after(start, second.number - 1, is_workday), OPFOLGNING)
    for name in FIRST_WEEKS:
        if rule := rules.find(name, start):
            yield _milestone(name, last_workday(start, rule.after(start), is_workday), OPFOLGNING)


def _towards_the_end(start: date, end: date, rules: RuleBook, is_workday: IsWorkday) -> Iterator[Milestone]:
    """Half time only where there is a day between the first and the last; the warning only where it comes later."""
    warned_from = start
    if half := rules.find(HALF_TIME, start):
        middle = start + timedelta(days=(end - start).days * half.number // 100)
        if start < middle < end:
            yield _milestone(HALF_TIME, last_workday(start, middle, is_workday), MIDTVEJS)
            warned_from = middle
    if warned := rules.find(BEFORE_END, start):
        day = end - timedelta(days=warned.days)
        if warned_from < day:
            yield _milestone(BEFORE_END, last_workday(start, day, is_workday), OPFOLGNING)
    yield _milestone(END, last_workday(start - timedelta(days=1), end, is_workday), AFSLUTNING)


def _milestone(name: str, day: date, agenda: str) -> Milestone:
    return Milestone(name, day.isoformat(), agenda)


def eftervaern_until(job_start: date, rules: RuleBook) -> date | None:
    """The last day of efterværn for a job with that first day; None where the kommune has none."""
    rule = rules.find(LONGEST_EFTERVAERN, job_start)
    return rule.after(job_start) if rule else None


def eftervaern_milestones(forlob: Forlob, rules: RuleBook, is_workday: IsWorkday = is_weekday) -> tuple[Milestone, ...]:
    """The contacts after the job's first day (`lukket`), none after the last day of efterværn."""
    if forlob.lukket is None or forlob.eftervaern is None:
        return ()
    first = date.fromisoformat(forlob.lukket)
    longest = eftervaern_until(first, rules)
    last = min(forlob.eftervaern, longest.isoformat()) if longest else forlob.eftervaern
    ruled = ((name, rules.find(name, first)) for name in AFTER_THE_JOB)
    days = ((name, last_workday(first, rule.after(first), is_workday)) for name, rule in ruled if rule)
    found = [_milestone(name, day, EFTERVAERN) for name, day in days]
    return tuple(sorted((one for one in found if one.dato <= last), key=lambda one: one.dato))


def eftervaern_days(forlob: Forlob, rules: RuleBook, is_workday: IsWorkday = is_weekday) -> tuple[str, ...]:
    return tuple(one.dato for one in eftervaern_milestones(forlob, rules, is_workday))
