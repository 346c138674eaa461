"""Whose sheet it is and who sits at the table with it: a samtale that nobody begins. Writes nothing."""

from vforlob.actions.ark.sheet import Sheet
from vforlob.actions.drafts import Changes, new_sitting, overlaid
from vforlob.actions.sitting import Sitting, parties_of
from vforlob.actions.thorough import points_of_new_host, with_points
from vforlob.errors.papir import NoSheetBeforeForlob, NoSheetWithoutYes
from vforlob.model.agenda import Agenda
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.rules.cleared import is_kept_from_employer
from vforlob.rules.gate_tables import EMPLOYER_ONLY_BY_YES, OUTSIDE
from vforlob.store.store import Store


def sitting_on_paper(store: Store, agenda: Agenda, case: Case) -> Sitting:
    """With everybody the agenda brings to the table, and those who came last time: a sheet is printed before anybody
    knows who stays away, and whoever may come must be able to see it.
    """
    sitting = new_sitting(store, agenda, case)
    there = tuple(dict.fromkeys((*agenda.deltagere, *sitting.samtale.deltagere)))
    return sitting._replace(samtale=sitting.samtale._replace(deltagere=there, med=parties_of(there)))


def blank_sitting(agenda: Agenda, today: str) -> Sitting:
    """About nobody."""
    forlob = Forlob(0, 0, 0, "") if agenda.concerns == "forlob" else None
    samtale = Samtale(
        nr=0,
        agenda=agenda.id,
        agenda_sha=agenda.sha,
        borger=0,
        forlob=0 if forlob else None,
        dato=today,
        deltagere=agenda.deltagere,
        med=parties_of(agenda.deltagere),
    )
    return Sitting(agenda, Case(Borger(0, ""), forlob), samtale)


def sheet_for(sitting: Sitting, said: Changes, recipient: str) -> Sheet:
    """`said` is what the line has answered: who is at the table, which points are switched on."""
    is_blank = not sitting.samtale.borger
    if recipient in OUTSIDE:
        _refuse_outside(sitting, recipient)
    said = with_points(sitting, said, () if is_blank else points_of_new_host(sitting))
    answers = {key: value for key, value in said.items() if value is not None}
    return Sheet(sitting._replace(samtale=overlaid(sitting.samtale, answers)), recipient, is_blank)


def _refuse_outside(sitting: Sitting, recipient: str) -> None:
    if sitting.agenda.concerns == "borger":
        raise NoSheetBeforeForlob(recipient)
    asked = sitting.agenda.punkt(EMPLOYER_ONLY_BY_YES) is not None
    if asked and (sitting.last is None or is_kept_from_employer(sitting.last)):
        raise NoSheetWithoutYes
