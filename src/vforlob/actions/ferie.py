"""Who goes without contact over a holiday, and on which days to call. Knows no words, no screen and no document."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.actions.workdays import workdays
from vforlob.model.case import Case
from vforlob.model.facts import Facts
from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Forlob, Plan
from vforlob.rules.ferie import Course, Gap, Span, lacking, spans_of, with_calendar
from vforlob.rules.ferie_opkald import Calls, Need, Room, call_plan
from vforlob.rules.ferie_periode import Period, calendar_spans
from vforlob.rules.kontaktplan import AGREED
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday
from vforlob.store.facts import load_facts
from vforlob.store.store import Store

LIMIT, AHEAD = "tegn_ferie_dage", "ferie_frem_dage"
MOST_A_DAY, DAYS_TO_CHOOSE = "ferie_opkald_dag", "ferie_opkald_arbejdsdage"


class Without(NamedTuple):
    """A forløb that goes too long without contact, and the calls proposed for it."""

    facts: Facts
    gap: Gap
    calls: Calls

    @property
    def case(self) -> Case:
        return self.facts.case

    @property
    def forlob(self) -> Forlob:
        assert self.case.forlob is not None
        return self.case.forlob


class Holidays(NamedTuple):
    """What a stretch of days looks like. `limit` is how many days there may be between two contacts, `ferier` those
    written down that touch it, `calendar` the holidays of the rules that stand in for one of hers.
    """

    today: date
    period: Period
    limit: int
    ferier: tuple[Ferie, ...]
    calendar: tuple[Span, ...]
    forlobene: tuple[Facts, ...]
    without: tuple[Without, ...]


def default_period(today: date, rules: RuleBook) -> Period:
    return Period(today, today + timedelta(days=rules.at(AHEAD, today).days))


def gather_holidays(store: Store, today: date, rules: RuleBook, period: Period) -> Holidays:
    """Every open forløb is looked at. What lies behind today is not."""
    is_workday = workdays(rules, store.folder)
    every = load_facts(store, [it.nr for it in store.door(Forlob).find(status="aben")])
    calendar = calendar_spans(period.first, period.last, rules)
    window = Span(max(period.first, today), period.last)
    limit = rules.at(LIMIT, today).days
    found = [
        (facts, gap, spans)
        for facts in every
        for spans in (with_calendar(spans_of(facts.ferier), calendar),)
        for gap in lacking(course_of(facts.case, today), spans, window, limit, is_workday)
    ]
    plans = _planned(found, every, today, rules, is_workday)
    ferier = _touching(store.door(Ferie).find(), period)
    own = spans_of(it for it in ferier if it.borger is None and it.virksomhed is None)
    return Holidays(
        today=today,
        period=period,
        limit=limit,
        ferier=ferier,
        calendar=tuple(span for span in with_calendar(own, calendar) if span in calendar),
        forlobene=every,
        without=tuple(
            Without(facts, gap, calls._replace(forlob=facts.case.forlob.nr if facts.case.forlob else 0))
            for (facts, gap, _), calls in zip(found, plans, strict=True)
        ),
    )


def course_of(case: Case, today: date) -> Course:
    """Contacts where somebody was reached, and the newest plan as long as it is ahead."""
    forlob, iso = case.forlob, today.isoformat()
    held = [it.dato for it in case.samtaler if it.status == "faerdig"]
    held += [it.dato for it in case.kontakter if it.naet == "ja"]
    plan = standing_plan(case, today)
    return Course(
        held=tuple(sorted({date.fromisoformat(day) for day in held if day and day <= iso})),
        agreed=(date.fromisoformat(plan.dato),) if plan else (),
        start=_day(forlob.start) if forlob else None,
        slut=_day(forlob.slut) if forlob and (forlob.slut or "") >= iso else None,
    )


def standing_plan(case: Case, today: date) -> Plan | None:
    plan = max(case.planer, key=lambda plan: plan.nr, default=None)
    return plan if plan is not None and plan.dato >= today.isoformat() else None


def _planned(
    found: Sequence[tuple[Facts, Gap, tuple[Span, ...]]],
    every: Iterable[Facts],
    today: date,
    rules: RuleBook,
    is_workday: IsWorkday,
) -> tuple[Calls, ...]:
    """In the order of `found`: a forløb may have several gaps."""
    needs = [_need(place, facts, gap, spans, today) for place, (facts, gap, spans) in enumerate(found)]
    agreed = (standing_plan(facts.case, today) for facts in every)
    taken = [date.fromisoformat(plan.dato) for plan in agreed if plan is not None and plan.kilde == AGREED]
    room = Room(rules.at(MOST_A_DAY, today).number, rules.at(DAYS_TO_CHOOSE, today).number)
    return tuple(sorted(call_plan(needs, taken, room, today, is_workday), key=lambda calls: calls.forlob))


def _need(place: int, facts: Facts, gap: Gap, spans: tuple[Span, ...], today: date) -> Need:
    """`forlob` is the place in the list here, so that each gap has its own."""
    return Need(place, gap, spans, course_of(facts.case, today).slut)


def _touching(ferier: Iterable[Ferie], period: Period) -> tuple[Ferie, ...]:
    first, last = period.first.isoformat(), period.last.isoformat()
    return tuple(sorted((it for it in ferier if it.fra <= last and first <= it.til), key=lambda it: (it.fra, it.nr)))


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def accept_calls(store: Store, chosen: Iterable[Without], today: date) -> tuple[Plan, ...]:
    """The first of the days proposed becomes the next contact of each: one thing done, and taken back as one."""
    wanted = [it for it in chosen if may_be_accepted(it, today)]
    if not wanted:
        return ()
    with store.doing("ferie plan"):
        door = store.door(Plan)
        return tuple(
            door.add(Plan(0, it.case.borger.nr, it.forlob.nr, day.isoformat(), form="telefon", kilde=AGREED))
            for it in wanted
            if (day := it.calls.before or it.calls.after) is not None
        )


def may_be_accepted(it: Without, today: date) -> bool:
    """There is a day, and nothing that was agreed with somebody is pushed aside: only a day that cannot be held. A
    contact that is over its day is held first: a new day would hide that it was not.
    """
    if is_late(it, today) or (it.calls.before is None and it.calls.after is None):
        return False
    plan = standing_plan(it.case, today)
    if plan is None or plan.kilde != AGREED:
        return True
    day = date.fromisoformat(plan.dato)
    return any(span.holds(day) for span in spans_of(it.facts.ferier))


def is_late(it: Without, today: date) -> bool:
    """The next contact should have been, and nobody has been reached since."""
    plan = max(it.case.planer, key=lambda plan: plan.nr, default=None)
    if plan is None or plan.dato >= today.isoformat():
        return False
    return all(day.isoformat() < plan.dato for day in course_of(it.case, today).held)
