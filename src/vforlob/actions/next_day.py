"""When there is contact again after a samtale, by the kind of it and the dated rules. Knows no storage and no words."""

from datetime import date

from vforlob.model.case import Case
from vforlob.model.forlob import Plan
from vforlob.model.samtale import Samtale
from vforlob.rules.kontaktplan import AGREED, next_contact
from vforlob.rules.open_milestones import open_milestones
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday, workdays_after

OPKALD = "opkald"
AFTER_A_CALL = "opkald_opfolgning_dage"


def planned(samtale: Samtale, case: Case, wished: str | None, rules: RuleBook, is_workday: IsWorkday) -> Plan | None:
    """What was agreed, else what the rules say. None where the forløb has closed and nobody is followed any longer."""
    if case.forlob is not None and case.forlob.status == "lukket":
        return _after_closing(samtale, case, wished, rules, is_workday)
    day = date.fromisoformat(samtale.dato)
    rule = rules.find(AFTER_A_CALL, day) if samtale.agenda == OPKALD else None
    if rule is not None and not wished:
        soon = workdays_after(day, rule.number, is_workday)
        return Plan(0, case.borger.nr, case.forlob.nr if case.forlob else None, soon.isoformat(), kilde=rule.id)
    return next_contact(case, samtale.dato, wished, rules, is_workday, samtale.agenda)


def _after_closing(
    samtale: Samtale, case: Case, wished: str | None, rules: RuleBook, is_workday: IsWorkday
) -> Plan | None:
    """Efterværn has its own days. What is agreed beyond it is the borger's, for whatever comes next."""
    assert case.forlob is not None
    borger, forlob = case.borger.nr, case.forlob.nr
    followed_until = case.forlob.eftervaern
    if wished:
        is_followed = followed_until is not None and wished <= followed_until
        return Plan(0, borger, forlob if is_followed else None, wished, kilde=AGREED)
    if followed_until is None:
        return None
    left = open_milestones(case, date.fromisoformat(samtale.dato), rules, is_workday)
    return Plan(0, borger, forlob, left[0].dato, kilde=left[0].id) if left else None
