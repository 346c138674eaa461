"""The figures of a month as they stood on a day of it, counted from dated records. Knows no storage and no clock."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from vforlob.model.accounts import Statistik
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Taet
from vforlob.rules.kontaktplan import longest_wait
from vforlob.rules.outcomes import NEVER_STARTED
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.spejl.practice import practice_on

PRAKTIK = frozenset({"virksomhedspraktik", "kombination"})
BROKEN_OFF = frozenset({"afbrudt_borger", "afbrudt_virksomhed", "afbrudt_kommune", "udeblevet"})
OUTCOME = "udfald:"
DECIMALS = 4
READY = ("klar", "taet_pa", "laengere_fra")
OPEN, WHOLE = "aben", "hel"  # a delmål that is open, and one with all five letters

T = TypeVar("T")

# What something was from a day on, in the order in which it was said.
Dated = tuple[tuple[str, str | None], ...]


class Person(NamedTuple):
    """`cv`, `parathed` and `malgruppe` are what was written, and the day it was; `skal_til` whether anything was.
    `formoder` are the days of those held.
    """

    borger: Borger
    cv: Dated = ()
    parathed: Dated = ()
    formoder: tuple[str, ...] = ()
    malgruppe: Dated = ()
    skal_til: Dated = ()


class Placement(NamedTuple):
    """`contacts` are the days when somebody was reached, `hours` the ordinary hours a week from a day on, `stages` the
    steps of the talk about paid hours, `taet` what was decided about following closely, `startmoder` the days of
    those held.
    """

    forlob: Forlob
    contacts: tuple[str, ...] = ()
    hours: tuple[tuple[str, float], ...] = ()
    stages: tuple[tuple[str, str], ...] = ()
    taet: tuple[Taet, ...] = ()
    startmoder: tuple[str, ...] = ()


class Caseload(NamedTuple):
    """`goals` are delmål: what each was from a day on: open, whole, or nothing."""

    persons: tuple[Person, ...] = ()
    placements: tuple[Placement, ...] = ()
    closed: tuple[Statistik, ...] = ()
    goals: tuple[Dated, ...] = ()


def figures(caseload: Caseload, maned: str, rules: RuleBook) -> dict[str, float]:
    """Every figure of the month, as it stood on its last day."""
    return figures_on(caseload, last_day(maned), rules)


def figures_on(caseload: Caseload, last: str, rules: RuleBook) -> dict[str, float]:
    """Every figure of the month up to the day `last` of it, as it stood that day. "Going" is a forløb whose first day
    has come and which was not closed on that day or before.

    borgere: on the list. klar, taet_pa, laengere_fra: of them, as it was last written by then.
    cv: of them, those with a CV: written by then, or later with a date of the CV that lies before.
    forlob: forløb going. igang: borgere with one. i_praktik: the same, for praktik and kombination.
    fastholdt: forløb going after the first weeks. taet: forløb going that are followed closely.
    opfolgning: forløb going where no more days had passed since somebody was reached than the rules allow.
    lontimer: ordinary hours a week, all forløb going. lonkroner: forløb going where paid hours have been spoken of.
    startet: forløb begun in the month. formode: of them, those with a formøde held by the first day, and no reason
    written for having none.
    lukket: forløb closed with a day of the month; udfald:KODE: of them, by outcome.
    afbrudt: of them, broken off or stayed away ("stoppet" is not broken off). afbrudt_tidligt: in the first weeks.
    afsluttende_samtale: of them, with the closing talk held.
    kommet_til: borgere who came on the list in the month. rykket_frem, rykket_tilbage: of the others, those who are
    nearer to being ready than when it began, or further from it.
    delmal: open delmål. delmal_hele: of them, those with all five letters of SMART.
    Those of own practice are in rules/spejl/practice.
    """
    maned = last[:7]
    going = [one for one in caseload.placements if is_going(one.forlob, last)]
    return {
        **_of_persons(caseload.persons, last),
        **_of_going(going, last, rules),
        **_of_started(caseload, last),
        **_of_closed([row for row in caseload.closed if row.maned == maned], last, rules),
        **_moved(caseload.persons, last),
        **_of_goals(caseload.goals, last),
        **practice_on(caseload.placements, going, last, rules),
    }


def _of_persons(persons: Iterable[Person], last: str) -> dict[str, float]:
    known = [person for person in persons if (person.borger.oprettet or "") <= last]
    ready = [as_of(person.parathed, last) for person in known]
    return {
        "borgere": len(known),
        **{step: ready.count(step) for step in READY},
        "cv": sum(has_cv(person, last) for person in known),
    }


def has_cv(person: Person, last: str) -> bool:
    """Found out later that it was there: the CV carries a date of its own."""
    dated = person.borger.cv_opdateret
    return as_of(person.cv, last) == "ja" or (person.borger.cv == "ja" and dated is not None and dated <= last)


def as_of(said: Dated, last: str) -> str | None:
    """The newest by then; what was only written down later counts for somebody who was there before."""
    by_then = [value for day, value in said if day <= last]
    return by_then[-1] if by_then else next((value for _, value in said), None)


def is_going(forlob: Forlob, last: str) -> bool:
    """What turned out never to have started was not going either."""
    if forlob.start is None or forlob.start > last or forlob.udfald == NEVER_STARTED:
        return False
    return forlob.status != "lukket" or (forlob.lukket or "") > last


def _of_going(going: list[Placement], last: str, rules: RuleBook) -> dict[str, float]:
    end = date.fromisoformat(last)
    early = timedelta(days=rules.at("kontakt_start_uger", end).days)
    return {
        "forlob": len(going),
        "igang": len({one.forlob.borger for one in going}),
        "i_praktik": len({one.forlob.borger for one in going if one.forlob.art in PRAKTIK}),
        "fastholdt": sum(end - date.fromisoformat(one.forlob.start or last) >= early for one in going),
        "taet": sum(worried(one, last)[-1:] == ["ja"] for one in going),
        "opfolgning": sum(is_in_time(one, last, rules) for one in going),
        "lontimer": round(
            sum(newest([(day, hours) for day, hours in one.hours if day <= last], 0.0) for one in going), DECIMALS
        ),
        "lonkroner": sum(
            newest([(day, trin) for day, trin in one.stages if day <= last], "ikke_italesat") != "ikke_italesat"
            for one in going
        ),
    }


def newest(dated: list[tuple[str, T]], otherwise: T) -> T:
    """By day; of the same day the one that was written last."""
    return sorted(dated, key=lambda one: one[0])[-1][1] if dated else otherwise


def worried(one: Placement, last: str) -> list[str]:
    return [taet.svar for taet in one.taet if taet.dato <= last]


def is_in_time(one: Placement, last: str, rules: RuleBook) -> bool:
    """Where nobody was reached yet the days are counted from the first one."""
    reached = date.fromisoformat(max((day for day in one.contacts if day <= last), default=one.forlob.start or last))
    case = Case(Borger(one.forlob.borger, ""), one.forlob, taet=tuple(taet for taet in one.taet if taet.dato <= last))
    return (date.fromisoformat(last) - reached).days <= longest_wait(case, reached, rules)[0]


def _of_started(caseload: Caseload, last: str) -> dict[str, float]:
    held = {person.borger.nr: min(person.formoder) for person in caseload.persons if person.formoder}
    started = [
        one.forlob
        for one in caseload.placements
        if f"{last[:7]}-01" <= (one.forlob.start or "") <= last and one.forlob.udfald != NEVER_STARTED
    ]
    return {
        "startet": len(started),
        "formode": sum(
            not forlob.uden_formode and held.get(forlob.borger, "9") <= (forlob.start or "") for forlob in started
        ),
    }


def _of_closed(closed: list[Statistik], last: str, rules: RuleBook) -> dict[str, float]:
    early = rules.at("kontakt_start_uger", date.fromisoformat(last)).days // 7
    broken = [row for row in closed if row.udfald in BROKEN_OFF]
    codes = [row.udfald for row in closed if row.udfald]
    return {
        "lukket": len(closed),
        "afbrudt": len(broken),
        "afbrudt_tidligt": sum(row.uge is not None and row.uge <= early for row in broken),
        "afsluttende_samtale": sum(row.afsluttende_samtale == "ja" for row in closed),
        **{f"{OUTCOME}{code}": codes.count(code) for code in sorted(set(codes))},
    }


def _moved(persons: Iterable[Person], last: str) -> dict[str, float]:
    first = f"{last[:7]}-01"
    before = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    known = [person for person in persons if (person.borger.oprettet or "") <= last]
    there = [person for person in known if (person.borger.oprettet or "") < first]
    pairs = [(as_of(it.parathed, before), as_of(it.parathed, last)) for it in there]
    steps = [READY.index(was) - READY.index(now) for was, now in pairs if was in READY and now in READY]
    return {
        "kommet_til": len(known) - len(there),
        "rykket_frem": sum(step > 0 for step in steps),
        "rykket_tilbage": sum(step < 0 for step in steps),
    }


def _of_goals(goals: Iterable[Dated], last: str) -> dict[str, float]:
    standing = [[state for day, state in said if day <= last][-1:] for said in goals]
    return {
        "delmal": sum(state in ([OPEN], [WHOLE]) for state in standing),
        "delmal_hele": sum(state == [WHOLE] for state in standing),
    }


def month_before(day: date) -> str:
    """2026-11 on any day of December."""
    return (day.replace(day=1) - timedelta(days=1)).isoformat()[:7]


def month_after(maned: str) -> str:
    year, month = int(maned[:4]), int(maned[5:])
    return f"{year + month // 12:04}-{month % 12 + 1:02}"


def last_day(maned: str) -> str:
    return (date.fromisoformat(f"{month_after(maned)}-01") - timedelta(days=1)).isoformat()
