"""Which milestones of a forløb no contact has met yet. Knows no interval and no plan."""

from collections.abc import Iterator
from datetime import date

from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.rules.milestones import EFTERVAERN, OPFOLGNING, Milestone, eftervaern_milestones, milestones
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday

COUNTS_EARLY = "milepael_tidligst_dage"
_ANY_CONTACT = {OPFOLGNING, EFTERVAERN}  # the others ask for a samtale after their own agenda


def last_real_contact(case: Case, today: date) -> date | None:
    """The newest finished samtale, or contact where somebody was reached, up to today."""
    held = (samtale.dato for samtale in case.samtaler if samtale.status == "faerdig")
    reached = (kontakt.dato for kontakt in case.kontakter if kontakt.naet == "ja")
    days = [day for day in (*held, *reached) if day and day <= today.isoformat()]
    return date.fromisoformat(max(days)) if days else None


def was_held(case: Case, agenda: str) -> bool:
    """Whether a samtale after that agenda is finished in this forløb."""
    nr = case.forlob.nr if case.forlob else None
    return any(it.agenda == agenda and it.status == "faerdig" and it.forlob == nr for it in case.samtaler)


def open_milestones(case: Case, last: date | None, rules: RuleBook, is_workday: IsWorkday) -> tuple[Milestone, ...]:
    """By day: those that a last contact on that day leaves open; without any contact, those since the forløb was
    written down.
    """
    forlob = case.forlob
    if forlob is None:
        return ()
    if last is None:
        return tuple(one for one in _all(forlob, rules, is_workday) if one.dato >= (forlob.oprettet or ""))
    return tuple(one for one in _all(forlob, rules, is_workday) if _is_open(case, forlob, one, last, rules))


def counts_early(day: date, rules: RuleBook) -> int:
    """So many days before a milestone a contact counts for it."""
    rule = rules.find(COUNTS_EARLY, day)
    return rule.days if rule else 0


def _all(forlob: Forlob, rules: RuleBook, is_workday: IsWorkday) -> Iterator[Milestone]:
    yield from (eftervaern_milestones if forlob.status == "lukket" else milestones)(forlob, rules, is_workday)


def _is_open(case: Case, forlob: Forlob, one: Milestone, last: date, rules: RuleBook) -> bool:
    """A contact before the first day meets no milestone after it."""
    day = date.fromisoformat(one.dato)
    if last >= day:
        return False
    if one.agenda not in _ANY_CONTACT:
        return not was_held(case, one.agenda)
    begins = (forlob.lukket if forlob.status == "lukket" else forlob.start) or ""
    return last.isoformat() < begins or (day - last).days > counts_early(day, rules)
