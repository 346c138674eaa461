"""The row of a forløb, or of a borger, that overviews are counted from. Knows no storage, no words and no clock."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt
from vforlob.model.linje import BorgerLinje, Linje
from vforlob.model.samtale import Samtale
from vforlob.rules.kontaktplan import due, longest_wait
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.timetrappe import in_force, paid
from vforlob.rules.workdays import IsWorkday, is_weekday

UNRAISED = "ikke_italesat"
NO, OPEN, CLOSED = "nej", "aben", "lukket"
SOME_DAY = "2000-01-01"  # before all that is written
# The rules that a row is made by: when one of them changes, every row is made again.
RULES = ("kontakt_", "milepael_", "eftervaern_", "forlob_slutter_", "lukkedage")

# A day, and the parties who were spoken with.
Contact = tuple[str, tuple[str, ...]]


def line_of(case: Case, today: date, rules: RuleBook, is_workday: IsWorkday = is_weekday) -> Linje:
    """`case` has a forløb. Days that are still to come change nothing until they come."""
    forlob, iso = _forlob(case), today.isoformat()
    found = due(case, today, rules, is_workday)
    spoken = [contact for contact in _contacts(case.samtaler, case.kontakter) if contact[0] <= iso]
    return Linje(
        forlob=forlob.nr,
        borger=forlob.borger,
        virksomhed=forlob.virksomhed,
        art=forlob.art,
        status=forlob.status,
        start=forlob.start,
        slut=forlob.slut,
        lukket=forlob.lukket,
        udfald=forlob.udfald,
        eftervaern=forlob.eftervaern,
        naeste=found.dato if found else None,
        naeste_kilde=found.kilde if found else None,
        naeste_agenda=found.agenda if found else None,
        naeste_kl=found.kl if found else None,
        sidste=_newest(spoken),
        sidste_virksomhed=_newest(one for one in spoken if "virksomhed" in one[1]),
        sidste_borger=_newest(one for one in spoken if "borger" in one[1]),
        senest=_in_time_until(case, forlob, iso, rules),
        frist=_deadline(case),
        aabne_aftaler=sum(aftale.status == OPEN for aftale in case.aftaler),
        ordinaer=paid(in_force(case.timer, iso)),
        lonkroner=_stage(case, iso),
        taet=next((taet.svar for taet in reversed(case.taet) if taet.dato <= iso), NO),
        gyldig_til=_valid_until(case, forlob, iso),
    )


class OfBorger(NamedTuple):
    """Everything of one borger that is dated, in whichever forløb."""

    borger: Borger
    forlobene: Sequence[Forlob] = ()
    samtaler: Sequence[Samtale] = ()
    kontakter: Sequence[Kontakt] = ()
    aftaler: Sequence[Aftale] = ()
    planer: Sequence[Plan] = ()


def borger_line(own: OfBorger, today: date) -> BorgerLinje:
    borger, iso = own.borger, today.isoformat()
    spoken = sorted(day for day, _ in _contacts(own.samtaler, own.kontakter) if day)
    ahead = [day for one in own.forlobene if one.status == CLOSED and (day := one.lukket or "") > iso]
    closed = [one for one in own.forlobene if one.status == CLOSED and (one.lukket or "") <= iso]
    last = max(closed, key=lambda one: (one.lukket or "", one.nr), default=None)
    return BorgerLinje(
        borger=borger.nr,
        malgruppe=borger.malgruppe,
        parathed=borger.parathed,
        skal_til="ja" if (borger.skal_til or "").strip() else NO,
        cv=borger.cv,
        cv_opdateret=borger.cv_opdateret,
        henvist=borger.henvist,
        oprettet=borger.oprettet,
        forste_kontakt=next((day for day in spoken if day <= iso), None),
        aabne=len(own.forlobene) - len(closed),
        sidst_lukket=last.lukket if last else None,
        sidste_udfald=last.udfald if last else None,
        naeste_skridt=_next_step(own, max((day for day in spoken if day <= iso), default="")),
        gyldig_til=min((day for day in (*spoken, *ahead) if day > iso), default=None),
    )


def _next_step(own: OfBorger, held: str) -> str | None:
    """The earliest of what is open: a contact planned before there is a forløb and not held since, an aftale of
    anybody's. An aftale without a day of its own stands with the day it was made.
    """
    newest = max((plan for plan in own.planer if plan.forlob is None), key=lambda plan: plan.nr, default=None)
    days = [aftale.frist or aftale.oprettet or SOME_DAY for aftale in own.aftaler if aftale.status == OPEN]
    if newest is not None and newest.dato > held:
        days.append(newest.dato)
    return min(days, default=None)


def _forlob(case: Case) -> Forlob:
    if case.forlob is None:
        raise ValueError("a row is of a forløb")
    return case.forlob


def _contacts(samtaler: Iterable[Samtale], kontakter: Iterable[Kontakt]) -> Iterator[Contact]:
    """Finished samtaler, and contacts where somebody was reached."""
    for samtale in samtaler:
        if samtale.status == "faerdig":
            yield samtale.dato, samtale.med
    for kontakt in kontakter:
        if kontakt.naet == "ja":
            yield kontakt.dato, kontakt.med


def _newest(contacts: Iterable[Contact]) -> str | None:
    return max((day for day, _ in contacts), default=None)


def _in_time_until(case: Case, forlob: Forlob, iso: str, rules: RuleBook) -> str | None:
    """The last day on which no more days have passed than the rules allow; where nobody was reached yet they are
    counted from the first day, and before there is one no day is late.
    """
    held = [it.dato for it in case.samtaler if it.status == "faerdig" and it.forlob == forlob.nr]
    reached = [it.dato for it in case.kontakter if it.naet == "ja" and it.forlob == forlob.nr]
    since = max((day for day in (*held, *reached) if day <= iso), default=forlob.start)
    if since is None:
        return None
    said = case._replace(taet=tuple(taet for taet in case.taet if taet.dato <= iso))
    day = date.fromisoformat(since)
    return (day + timedelta(days=longest_wait(said, day, rules)[0])).isoformat()


def _deadline(case: Case) -> str | None:
    aftaler = [aftale.frist for aftale in case.aftaler if aftale.status == OPEN and aftale.frist]
    goals = [delmal.frist for delmal in case.delmal if delmal.status == OPEN and delmal.frist]
    return min((*aftaler, *goals), default=None)


def _stage(case: Case, iso: str) -> str:
    """By day; of the same day the one that was written last."""
    said = [one for one in case.lonkroner if one.dato <= iso]
    return max(said, key=lambda one: (one.dato, one.nr)).trin if said else UNRAISED


def _valid_until(case: Case, forlob: Forlob, iso: str) -> str | None:
    """The first day to come on which something that is written already begins to count."""
    days = [day for day, _ in _contacts(case.samtaler, case.kontakter)]
    days += [one.fra for one in case.timer] + [one.dato for one in case.lonkroner] + [one.dato for one in case.taet]
    if forlob.eftervaern:
        days.append((date.fromisoformat(forlob.eftervaern) + timedelta(days=1)).isoformat())
    return min((day for day in days if day and day > iso), default=None)
