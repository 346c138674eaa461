"""Deadlines that a rule gives: own promises, VITAS. Knows no record but the forløb, and no clock."""

from datetime import date, timedelta

from vforlob.model.forlob import Forlob
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday, is_weekday, workdays_after

__all__ = ["own_deadline", "vitas_deadline", "workdays_after"]

OWN, WARNED = "egen_frist_arbejdsdage", "vitas_varsel_dage"
GRANTED = "bevilget"
_NEEDS_VITAS = {"virksomhedspraktik", "lontilskud", "kombination"}


def own_deadline(day: date, rules: RuleBook, is_workday: IsWorkday = is_weekday) -> date:
    """When something the konsulent promises on `day` is due, where no other frist was said."""
    return workdays_after(day, rules.at(OWN, day).number, is_workday)


def needs_vitas(forlob: Forlob) -> bool:
    """An open forløb that a bevilling has to be there for, and is not."""
    return forlob.status != "lukket" and forlob.art in _NEEDS_VITAS and forlob.vitas != GRANTED


def vitas_deadline(forlob: Forlob, today: date, rules: RuleBook) -> date | None:
    """The first day of the forløb, once it is near or past and the bevilling is not there; else None."""
    if forlob.start is None or not needs_vitas(forlob):
        return None
    start = date.fromisoformat(forlob.start)
    return start if start - timedelta(days=rules.at(WARNED, today).days) <= today else None
