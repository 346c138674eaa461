"""Which contacts are agreed in the next days, one for each forløb or borger. Makes no appointment."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.actions.calendar import next_of
from vforlob.actions.workdays import workdays
from vforlob.model.case import Case
from vforlob.rules.kontaktplan import AGREED
from vforlob.store import due as waiting
from vforlob.store.case import load_case
from vforlob.store.facts import load_facts
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

AHEAD = "kalender_frem_dage"


class Planned(NamedTuple):
    """`virksomhed` and `forlob` are None before there is a forløb."""

    day: str
    clock: str | None
    borger: int
    alias: str
    forlob: int | None = None
    virksomhed: str | None = None


def days_ahead(store: Store) -> int:
    return load_rulebook(store.folder).at(AHEAD, store.now().date()).days


def planned_contacts(store: Store) -> tuple[Planned, ...]:
    """From today on, as far as the rule says, in the order they come. A day that only a rule has set is no contact
    agreed with anybody.
    """
    today = store.now().date()
    until = (today + timedelta(days=days_ahead(store))).isoformat()
    found = (it for it in _all(store, today, until) if today.isoformat() <= it.day <= until)
    return tuple(sorted(found, key=lambda it: (it.day, it.clock or "", it.borger)))


def _all(store: Store, today: date, until: str) -> Iterator[Planned]:
    rules = load_rulebook(store.folder)
    is_workday = workdays(rules, store.folder)
    closed = waiting.closed_forlob(store, today.isoformat(), today.isoformat())
    seen = set()
    for facts in load_facts(store, (*waiting.open_forlob(store), *closed)):
        seen.add(facts.case.borger.nr)
        found = next_of(facts.case, today, rules, is_workday)
        if found is not None and found.kilde == AGREED:
            yield _planned(facts.case, found.dato, found.kl)
    for it in waiting.before_forlob(store, until):
        if it.whose.borger in seen:
            continue  # what was agreed before the forløb stands with it
        case = load_case(store, borger=it.whose.borger)
        found = next_of(case, today, rules, is_workday)
        if found is not None and found.kilde == AGREED:
            yield _planned(case, found.dato, found.kl)


def _planned(case: Case, day: str, clock: str | None) -> Planned:
    name = case.virksomhed.navn if case.virksomhed else None
    return Planned(day, clock, case.borger.nr, case.borger.alias, case.forlob.nr if case.forlob else None, name)
