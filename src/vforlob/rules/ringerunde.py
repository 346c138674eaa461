"""Why a virksomhed is called in a week, and on which day. Knows no storage, no words and no clock."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.facts import Facts
from vforlob.model.text import clean, fold
from vforlob.rules.calendar_words import weekday_of
from vforlob.rules.kontaktplan import AGREED, due
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.weeks import Week
from vforlob.rules.workdays import IsWorkday

# Why, in the order they are told.
APPOINTMENT, TURN, ASKED, AFTALE, NEVER_CALLS = "aftalt", "tur", "ring_igen", "aftale", "ringer_ikke"
VISIT = "besog"
VIRKSOMHED = "virksomhed"
NEVER_CALLS_RULE, SPOKEN_RULE = "tegn_ringer_ikke_uger", "ringerunde_talt_dage"
_CLOCK = re.compile(r"(?:kl\.? ?)?\b(\d{1,2})(?:[.:](\d\d))?\b")


class Reason(NamedTuple):
    """`dato` is the day it is about, `kilde` the rule behind a turn, `tekst` the words of an aftale."""

    art: str
    dato: str | None = None
    kl: str | None = None
    form: str | None = None
    kilde: str = ""
    tekst: str = ""


class FixedTime(NamedTuple):
    """`weekday` is 0 for Monday. What cannot be read is None; the words stand anyway."""

    weekday: int | None = None
    clock: str | None = None


def read_fixed_time(text: str | None) -> FixedTime:
    """The first weekday and the first time of "tirsdage kl. 9" or "ons. 14.30, ellers fre"."""
    folded = fold(clean(text or "", lines=False))
    words = re.findall(r"[a-z]+", folded)
    days = (weekday_of(word[:-1] if word.endswith("dage") else word) for word in words if len(word) > 2)
    weekday = next((day for day in days if day is not None), None)
    match = _CLOCK.search(folded)
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return FixedTime(weekday)
    return FixedTime(weekday, f"{int(match[1]):02}:{match[2] or '00'}")


def reasons(facts: Facts, week: Week, today: date, rules: RuleBook, is_workday: IsWorkday) -> tuple[Reason, ...]:
    """Of an open forløb. In the week that is running what is overdue belongs too."""
    case = facts.case
    if case.forlob is None or case.forlob.status == "lukket":
        return ()
    found = [*_turns(case, week, today, rules, is_workday)]
    found += _open_aftaler(case.aftaler, week)
    if never_calls(facts, week, today, rules):
        found.append(Reason(NEVER_CALLS))
    return tuple(found)


def turn_of(case: Case, week: Week, today: date, rules: RuleBook, is_workday: IsWorkday) -> Reason | None:
    """The next contact where it falls in the week: of a job after a forløb, or of a forløb. What was agreed first."""
    found = sorted(_turns(case, week, today, rules, is_workday), key=lambda reason: reason.art != APPOINTMENT)
    return found[0] if found else None


def _turns(case: Case, week: Week, today: date, rules: RuleBook, is_workday: IsWorkday) -> Iterator[Reason]:
    """What the rules ask for, and what was agreed also where they ask for a contact before it."""
    found = due(case, today, rules, is_workday)
    if found is not None and is_in(found.dato, week, today):
        art = APPOINTMENT if found.kilde == AGREED else TURN
        yield Reason(art, found.dato, found.kl, found.form, found.kilde)
    plan = max(case.planer, key=lambda plan: plan.nr, default=None)
    if plan is None or plan.kilde != AGREED or plan.dato < today.isoformat() or not is_in(plan.dato, week, today):
        return
    if found is not None and found.kilde != AGREED:
        yield Reason(APPOINTMENT, plan.dato, plan.kl, plan.form, AGREED)


def is_in(day: str, week: Week, today: date) -> bool:
    """In the week; or before it, where the week is the one that is running. What is overdue today belongs to the next
    week too: that list is made before the week begins.
    """
    if day > week.last.isoformat():
        return False
    if day >= week.first.isoformat() or week.first <= today:
        return True
    return day < today.isoformat() and week.first <= today + timedelta(days=7)


def _open_aftaler(aftaler: Iterable[Aftale], week: Week) -> Iterator[Reason]:
    """What the virksomhed has promised, and by when it should be done."""
    last = week.last.isoformat()
    mine = (it for it in aftaler if it.status == "aben" and VIRKSOMHED in it.hvem and (it.frist or "") <= last)
    for it in sorted(mine, key=lambda it: (it.frist or "", it.nr)):
        yield Reason(AFTALE, it.frist, tekst=it.hvad)


class Quiet(NamedTuple):
    """ISO days: who began on `begun` or before should have called by now, unless spoken with on `since` or later."""

    begun: str
    since: str


def quiet_days(week: Week, today: date, rules: RuleBook) -> Quiet | None:
    """A kommune that has let a rule end has switched it off."""
    rule, spoken = rules.find(NEVER_CALLS_RULE, today), rules.find(SPOKEN_RULE, today)
    if rule is None or spoken is None:
        return None
    since = max(today, week.first) - timedelta(days=spoken.days)
    return Quiet((week.last - timedelta(days=rule.days)).isoformat(), since.isoformat())


def never_calls(facts: Facts, week: Week, today: date, rules: RuleBook) -> bool:
    """So many weeks after the first day the virksomhed has not begun a contact itself, and nobody has just spoken with
    it.
    """
    case, quiet = facts.case, quiet_days(week, today, rules)
    if quiet is None or case.forlob is None or not case.forlob.start or case.forlob.start > quiet.begun:
        return False
    nr, iso = case.forlob.nr, today.isoformat()
    called = any(it.hvem_ringede == VIRKSOMHED and it.dato <= iso for it in case.kontakter if it.forlob == nr)
    talked = any(it.agenda == "opkald" and it.status == "faerdig" for it in case.samtaler if it.forlob == nr)
    return not called and not talked and spoken_with(case, iso) < quiet.since


def spoken_with(case: Case, iso: str) -> str:
    """The last day the virksomhed was reached, "" when it never was. Who does not say with whom counts for both."""
    days = [it.dato for it in case.kontakter if it.naet == "ja" and was_reached((), it.med)]
    held = (it for it in case.samtaler if it.status == "faerdig" and it.forlob is not None)
    days += [it.dato for it in held if was_met(it.deltagere, it.med)]
    return max((day for day in days if day <= iso), default="")


def was_reached(_deltagere: tuple[str, ...], med: tuple[str, ...]) -> bool:
    return not med or VIRKSOMHED in med


def was_met(deltagere: tuple[str, ...], med: tuple[str, ...]) -> bool:
    from vforlob.rules.gate_scene import parties  # late: an aftale needs no table of who counts as whom

    return VIRKSOMHED in (parties(deltagere) if deltagere else med)


def day_to_call(
    found: Iterable[Reason], fixed: FixedTime, week: Week, today: date, is_open: Callable[[date], bool]
) -> date | None:
    """What was agreed; else the fixed weekday; None where there is none, or where its day is over. A day on which
    nobody is there gives way to the nearest one before it in the week, else after it.
    """
    agreed = [reason.dato for reason in found if reason.art == APPOINTMENT and reason.dato]
    ahead = [date.fromisoformat(day) for day in agreed if max(today, week.first).isoformat() <= day]
    if ahead:
        return min(ahead)
    if fixed.weekday is None or week.day(fixed.weekday) < today:
        return None
    wanted = week.day(fixed.weekday)
    first = max(today, week.first)
    before = [wanted - timedelta(days=nth) for nth in range((wanted - first).days + 1)]
    after = [wanted + timedelta(days=nth) for nth in range(1, (week.last - wanted).days + 1)]
    return next((day for day in (*before, *after) if is_open(day)), None)
