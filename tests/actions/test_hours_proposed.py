"""The hours that Enter takes: as they stand, and never before the workplace what was wished without it."""

import pytest

from building import make_case
from vforlob.actions.last_time import suggestion
from vforlob.actions.sitting import Sitting
from vforlob.agenda.library import find_agenda_file
from vforlob.agenda.loader import load_agenda
from vforlob.agenda.steps import Step
from vforlob.model.agenda import Agenda
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.store.store import Store

FORMODE = Samtale(90, "formode", "", 1, None, "2026-11-01", status="faerdig", udgave=1)
AGREED = Timer(1, 1, 1, "2026-11-04", praktik=12.5)
WISHED = Timer(2, 1, 1, "2026-11-10", praktik=17.25, samtale=FORMODE.nr)


def opfolgning(folder: str) -> Agenda:
    path = find_agenda_file("opfolgning", folder)
    with open(path, "rb") as file:
        return load_agenda(path, file.read())


@pytest.mark.parametrize(
    ("present", "proposed"),
    [
        (("borger", "konsulent"), 17.25),
        (("borger", "leder", "konsulent"), 12.5),
        (("borger", "mentor", "konsulent"), 12.5),
        (("andre", "konsulent"), 12.5),
    ],
)
def test_hours_wished_at_the_formode_are_not_proposed_before_the_workplace(
    store: Store, folder: str, present: tuple[str, ...], proposed: float
) -> None:
    agenda, case = opfolgning(folder), make_case(store)
    case = case._replace(timer=(AGREED, WISHED), samtaler=(FORMODE,))
    sitting = Sitting(agenda, case, Samtale(0, "opfolgning", "", 1, 1, "2026-11-20", deltagere=present))
    punkt = agenda.punkt("timetal")
    assert punkt is not None
    felt = punkt.felt("praktik")
    assert felt is not None

    found = suggestion(sitting, punkt, felt, Step("faelles", punkt.id, felt.id))

    assert found == proposed
