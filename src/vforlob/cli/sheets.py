"""What the line asks of a sheet: which agenda, whose, for whom. Knows no block of it."""

from typing import NamedTuple

from vforlob.actions.ark.sheet import Sheet
from vforlob.actions.ark.whose import blank_sitting, sheet_for, sitting_on_paper
from vforlob.agenda.near import nearest
from vforlob.cli.agenda_names import spelt
from vforlob.cli.context import context
from vforlob.cli.holding import EFTERVAERN, agenda_named, refuse_closed
from vforlob.cli.numbers import borger_for, forlob_for
from vforlob.cli.samtale_options import said_on_line
from vforlob.errors.use import NothingGiven, WrongUse
from vforlob.model.agenda import PARTS, Agenda
from vforlob.model.case import Case
from vforlob.model.text import fold
from vforlob.rules.danish import listed
from vforlob.store.case import load_case
from vforlob.store.store import Store

ON_PAPER = "pdf"


class Wanted(NamedTuple):
    """The options of the line. `til` is folded and known."""

    til: str = ""
    med: str = ""
    tillaeg: str = ""
    kort: bool = False
    grundig: bool = False


def shown_to(typed: str) -> str:
    """A sheet is shown to somebody at the table, never to the journal."""
    wanted = fold(typed.strip())
    if not typed or wanted in PARTS:
        return wanted
    near = nearest(typed, PARTS)
    meant = f" Mente du {near}?" if near else ""
    raise WrongUse(f"Et ark vises til {listed(PARTS, 'eller')}.{meant}", f"Skriv fx: --til {near or 'virksomhed'}")


def agenda_for(store: Store, typed: str, line: str) -> Agenda:
    """`line` is the command as it is printed."""
    if not typed:
        if not context().may_ask:
            raise NothingGiven("en dagsorden", f"vforlob {line}")
        from vforlob.cli.agenda_entry import pick_agenda  # late: a whole line needs no list

        typed = pick_agenda("ark")
    return agenda_named(store, typed)


def case_for(store: Store, agenda: Agenda, typed: str, line: str) -> Case:
    """Of the forløb, or of the borger for an agenda that comes before it."""
    if agenda.concerns == "borger":
        return load_case(store, borger=borger_for(store, typed, line).nr)
    found = forlob_for(store, typed, line, after_the_job=agenda.id == EFTERVAERN)
    return load_case(store, forlob=found.nr)


def wanted_sheet(store: Store, agenda: Agenda, sag: str, wanted: Wanted) -> Sheet:
    """Blank where no case is named. What could not be taken down again is not printed for a case."""
    if sag:
        case = case_for(store, agenda, sag, f"ark {spelt(agenda.id)}")
        refuse_closed(store, agenda, case)
        sitting = sitting_on_paper(store, agenda, case)
    else:
        sitting = blank_sitting(agenda, context().today.isoformat())
    med = ",".join(part for part in (wanted.med, wanted.til) if part)
    said = said_on_line(sitting, med, wanted.tillaeg, wanted.kort, wanted.grundig)
    return sheet_for(sitting, said, wanted.til)
