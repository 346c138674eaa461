"""Count the caseload once through: every figure with the records behind it. Knows no storage, no words and no clock.

Days that are still to come count when they come: a forløb that begins tomorrow is planned, one that is closed from
next week is still going.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from math import fsum

from vforlob.model.linje import BorgerLinje, Linje, Snapshot
from vforlob.rules.capacity import limits, two_weeks
from vforlob.rules.outcomes import EMPLOYED
from vforlob.rules.overblik import names
from vforlob.rules.overblik.values import Overblik, Sagsstamme, Tal
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday, is_weekday, workdays_after

REFERRED = "henvist_arbejdsdage"
STEP_OVER = "naeste_skridt_over_dage"
CASELOAD = ("sagsstamme_lav", "sagsstamme_hoj", "sagsstamme_hojst")
CLOSED, YES, NO = "lukket", "ja", "nej"
DECIMALS = 4
# Who has a job or an education is in no forløb, and is not lost between two.
ARRIVED = EMPLOYED | {"uddannelse"}

Found = dict[str, list[int]]


def counted(snapshot: Snapshot, today: date, rules: RuleBook, is_workday: IsWorkday = is_weekday) -> Overblik:
    iso = today.isoformat()
    going = [line for line in snapshot.linjer if is_open(line, iso) or has_eftervaern(line, iso)]
    found: Found = {name: [] for name in (*names.OF_BORGER, *names.OF_FORLOB)}
    hours = _count_forlob(found, going, today, rules)
    stands_from = (today - timedelta(days=rules.at(STEP_OVER, today).days)).isoformat()
    _count_borgere(found, snapshot.borgere, waited_since(today, rules, is_workday), stands_from)
    figures = {name: Tal(len(numbers), tuple(numbers)) for name, numbers in found.items()}
    figures[names.LONTIMER] = Tal(round(fsum(hours), DECIMALS), tuple(found[names.LONTIMER]))
    caseload = Sagsstamme(*(rules.at(rule, today).number for rule in CASELOAD))
    return Overblik(iso, figures, two_weeks(going, today, rules), caseload)


def is_open(line: Linje, iso: str) -> bool:
    return line.status != CLOSED or (line.lukket or "") > iso


def has_eftervaern(line: Linje, iso: str) -> bool:
    return not is_open(line, iso) and (line.eftervaern or "") >= iso


def waited_since(today: date, rules: RuleBook, is_workday: IsWorkday = is_weekday) -> str:
    """Who was referred on that day or before has waited longer than the rule; empty where nobody can have."""
    most = rules.at(REFERRED, today).number
    day = today
    for _ in range(most * 10 + 60):  # longer than any holidays
        if workdays_after(day, most, is_workday) < today:
            return day.isoformat()
        day -= timedelta(days=1)
    return ""


def _count_forlob(found: Found, going: Iterable[Linje], today: date, rules: RuleBook) -> list[float]:
    """The ordinary hours of those that have any."""
    at = limits(today, rules)
    hours = []
    for line in going:
        nr = line.forlob
        if line.naeste is not None and line.naeste < at.iso:
            found[names.FORFALDNE].append(nr)
        if not is_open(line, at.iso):
            found[names.EFTERVAERN].append(nr)
            continue
        if line.taet == YES:
            found[names.TAET].append(nr)
        if line.start is None or line.start > at.iso:
            found[names.PLANLAGT].append(nr)
            continue
        if line.slut is not None and line.slut <= at.near:
            found[names.SLUTTER].append(nr)
        else:
            found[names.BEGYNDELSEN if line.start > at.early else names.SENERE].append(nr)
        if line.ordinaer:
            found[names.LONTIMER].append(nr)
            hours.append(line.ordinaer)
    return hours


def _count_borgere(found: Found, borgere: Iterable[BorgerLinje], waited: str, stands_from: str) -> None:
    """What was agreed for an earlier day than `stands_from` is no next step any more."""
    ready = {step: found[step] for step in names.READY}
    for line in borgere:
        nr = line.borger
        found[names.BORGERE].append(nr)
        found[names.CV if line.cv == YES else names.UDEN_CV].append(nr)
        ready.get(line.parathed or "", found[names.UDEN_PARATHED]).append(nr)
        if line.skal_til == NO and line.parathed in {names.TAET_PA, names.LAENGERE_FRA}:
            found[names.SKAL_TIL].append(nr)
        if line.henvist is not None and line.forste_kontakt is None and line.henvist <= waited:
            found[names.VENTER].append(nr)
        if is_between(line):
            found[names.UDEN_FORLOB].append(nr)
            if line.sidst_lukket is not None:
                found[names.MELLEM].append(nr)
            if (line.naeste_skridt or "") < stands_from:
                found[names.UDEN_SKRIDT].append(nr)


def is_between(line: BorgerLinje) -> bool:
    """In no forløb, and not in a job or an education that the last one ended in; referred since, she is back."""
    if line.aabne:
        return False
    has_arrived = line.sidste_udfald in ARRIVED
    return not has_arrived or (line.henvist or "") > (line.sidst_lukket or "")
