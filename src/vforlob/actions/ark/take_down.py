"""Save what was typed by the numbers of a sheet, as a samtale held at the screen would be. Knows no sheet."""

from vforlob.actions.ark.noted import Noted
from vforlob.actions.drafts import begin, find_draft, new_sitting, open_sitting, write_said
from vforlob.actions.fill import Filled
from vforlob.actions.finish import finish_within
from vforlob.actions.sitting import Sitting
from vforlob.actions.summary import counted_points
from vforlob.agenda.reserved import SAMTALE
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Key
from vforlob.model.case import Case
from vforlob.model.samtale import Samtale
from vforlob.store.answers import drop_draft
from vforlob.store.chain import write_head
from vforlob.store.store import Store

# Lines that nobody has saved yet stand here, beside the answers of the draft.
LINES = Key(SAMTALE, "papir")


def draft_to_fill(store: Store, agenda: Agenda, case: Case) -> Samtale | None:
    return find_draft(store, agenda.id, case.borger.nr, case.forlob.nr if case.forlob else None)


def sitting_to_fill(store: Store, agenda: Agenda, case: Case, draft: Samtale | None) -> Sitting:
    """The samtale is written down afterwards: no time of the day is proposed for it."""
    return open_sitting(store, draft) if draft is not None else new_sitting(store, agenda, case)


def take_down(store: Store, before: Sitting, noted: Noted, *, finish: bool) -> Filled:
    """All of it is one thing done, so that fortryd takes all of it back. `before` is the samtale as it was read."""
    with store.doing("samtale fra ark"):
        if before.samtale.nr:
            sitting = write_said(store, before, noted.changes)
            drop_draft(store, before.samtale.nr, LINES)
        else:
            sitting = begin(store, before, noted.changes)
        told: tuple[str, ...] = ()
        samtale = sitting.samtale
        if finish:
            closed = finish_within(store, sitting)
            samtale, told = closed.samtale, closed.told
    write_head(store)
    return Filled(samtale, counted_points(sitting), (), told)
