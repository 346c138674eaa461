"""A good story, drafted from the facts of a forløb: hours, tasks, delmål, outcome. Names nobody, knows no screen."""

from collections.abc import Callable, Iterator
from datetime import date

from vforlob.actions.laering_identity import identity_of
from vforlob.actions.sparring import ARTS, inside
from vforlob.actions.whole_forlob import as_long_as_it_went
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.rules.danish import counted, listed, number
from vforlob.rules.laering.endings import YES
from vforlob.rules.laering.identity import masked
from vforlob.rules.progress import agreed_hours, hours_now, week_of, weekly
from vforlob.rules.smart import title
from vforlob.store.case import load_case
from vforlob.store.store import Store

_ENDED = {
    "job": "Forløbet førte til job.",
    "lontimer": "Forløbet førte til timer med løn.",
    "uddannelse": "Forløbet førte til uddannelse.",
    "gennemfort": "Forløbet blev gennemført, som det var aftalt.",
    "stoppet_afklaret": "Forløbet stoppede før tid, fordi det blev klart, hvad næste skridt er.",
}


def draft_story(store: Store, forlob: int) -> str:
    """Half a page at most; the consultant edits it, and the borger hears it."""
    case = as_long_as_it_went(load_case(store, forlob=forlob))
    known = identity_of(store, case.borger, case.forlob)
    return " ".join(story(case, store.now().date(), lambda typed: masked(typed, known).text))


def story(case: Case, today: date, cleared: Callable[[str], str]) -> Iterator[str]:
    """`cleared` takes what somebody typed, and gives it without names."""
    assert case.forlob is not None
    until = min(case.forlob.lukket or today.isoformat(), today.isoformat())
    yield _began(case, case.forlob, cleared)
    yield from _became(case, case.forlob, date.fromisoformat(until))
    yield from _tasks(case, cleared)
    yield from _reached(case, cleared)
    if case.forlob.status == "lukket" and case.forlob.udfald in _ENDED:
        yield _ENDED[case.forlob.udfald]


def _began(case: Case, forlob: Forlob, cleared: Callable[[str], str]) -> str:
    branche = case.virksomhed.branche if case.virksomhed else None
    line = f" inden for {inside(cleared(branche))}" if branche else ""
    first = next((weekly(step) for step in agreed_hours(case)), 0)
    hours = f" med {counted(first, 'time', 'timer')} om ugen" if first else ""
    return f"En borger begyndte i {ARTS.get(forlob.art, 'et forløb')}{line}{hours}."


def _became(case: Case, forlob: Forlob, until: date) -> Iterator[str]:
    """Only where the hours became others."""
    first, now, week = next(iter(agreed_hours(case)), None), hours_now(case, until), week_of(forlob, until)
    if first is None or now is None or weekly(now) == weekly(first):
        return
    paid = f", heraf {number(now.ordinaer)} med løn" if now.ordinaer else ""
    when = "Til sidst var det" if forlob.status == "lukket" else "Nu er det"
    since = f" Det tog {counted(week.number, 'uge', 'uger')}." if week and forlob.status == "lukket" else ""
    yield f"{when} {counted(weekly(now), 'time', 'timer')} om ugen{paid}.{since}"


def _tasks(case: Case, cleared: Callable[[str], str]) -> Iterator[str]:
    """What is done without help, in the order it came."""
    alone = [inside(cleared(one.opgave)) for one in case.opgaver if one.trin == "selvstaendigt"]
    if alone:
        yield f"Det bliver klaret uden hjælp: {listed(alone)}."


def _reached(case: Case, cleared: Callable[[str], str]) -> Iterator[str]:
    """In its words only what the virksomhed may know as well; the rest is counted."""
    own = case.forlob.nr if case.forlob else None
    reached = [one for one in case.delmal if one.status == "naet" and one.forlob in {None, own}]
    told = [inside(cleared(title(one))) for one in reached if one.delt == YES and title(one)]
    if told:
        yield f"Målet er nået: {listed(told)}." if len(told) == 1 else f"Målene er nået: {listed(told)}."
    elif reached:
        yield f"{counted(len(reached), 'delmål', 'delmål')} er nået."
