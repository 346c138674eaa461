"""Records obey the point they were said under as well as their own row of the matrix."""

import pytest

from vforlob.model.aftale import Aftale
from vforlob.model.agenda import RECIPIENTS, Agenda, Felt, Punkt
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Kontakt
from vforlob.model.opgave import Opgave
from vforlob.model.timer import Lonkroner, Timer
from vforlob.rules.cleared_case import Asked, Said, cleared_case
from vforlob.rules.gate import Scene

FORLOB = Forlob(12, 7, 4, "virksomhedspraktik", "2026-11-04", "2027-02-03")
LON = Lonkroner(1, 7, 12, "2026-11-20", "italesat", None, None, "Løn til foråret", 31, "lonkroner/0")
OPGAVE = Opgave(1, 7, 12, "fejning", "med_hjaelp", samtale=31, sted_i_samtale="opgaver/1")
PLAN = Plan(1, 7, 12, "2026-12-01", samtale=31, sted_i_samtale="aftaler/0")
BEFORE = Timer(1, 7, 12, "2026-10-28", praktik=10.0, samtale=9, sted_i_samtale="timetal/0")


def punkt(punkt_id: str, *felter: str, modtagere: tuple[str, ...] | None = None, writes: tuple[str, ...] = ()) -> Punkt:
    kind = "liste" if writes in (("opgaver",), ("aftaler",)) else "gruppe"
    return Punkt(punkt_id, "", kind, "1", modtagere=modtagere, writes=writes, felter=_felter(felter))


def _felter(names: tuple[str, ...]) -> tuple[Felt, ...]:
    return tuple(Felt(name, "", "tekst") for name in names)


def cleared_for(recipient: str, case: Case, *punkter: Punkt, kept: tuple[int, ...] = ()) -> Case:
    agenda = Agenda("egen", "Egen", "1", "mig", "forlob", (), punkter, "sha")
    there = Scene(has_forlob=True, deltagere=("borger", "leder", "konsulent"))
    said = {31: Said(agenda, there), 9: Said(agenda, there._replace(has_forlob=False))}
    scene = Scene(has_forlob=True, deltagere=(), clearances=case.clearances, hensyn=case.hensyn)
    return cleared_case(case, Asked(recipient, 12, scene, said, frozenset(kept)))


def case_with(**over: object) -> Case:
    case: Case = Case(Borger(7, "Æ-7"), FORLOB)._replace(**over)  # type: ignore[arg-type]
    return case


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_what_an_agenda_keeps_from_the_workplace_is_kept_from_it_here_too(recipient: str) -> None:
    point = punkt("lonkroner", "trin", "tekst", modtagere=("borger",))

    found = cleared_for(recipient, case_with(lonkroner=(LON,)), point).lonkroner

    assert bool(found) == (recipient not in ("virksomhed", "mentor"))


@pytest.mark.parametrize(("recipient", "seen"), [("virksomhed", True), ("mentor", False), ("borger", True)])
def test_paid_hours_are_no_business_of_the_mentor(recipient: str, seen: bool) -> None:
    point = punkt("lonkroner", "trin", "tekst")

    assert bool(cleared_for(recipient, case_with(lonkroner=(LON,)), point).lonkroner) == seen


def test_a_single_felt_can_be_kept_and_the_rest_of_the_record_told() -> None:
    own = Felt("tekst", "", "tekst", modtagere=("borger",))
    point = punkt("lonkroner", "trin")._replace(felter=(Felt("trin", "", "valg"), own))

    (found,) = cleared_for("virksomhed", case_with(lonkroner=(LON,)), point).lonkroner

    assert (found.trin, found.tekst) == ("italesat", None)


@pytest.mark.parametrize("recipient", ["virksomhed", "mentor"])
def test_what_cannot_be_found_again_goes_to_no_workplace(recipient: str) -> None:
    lost = OPGAVE._replace(samtale=99)

    assert cleared_for(recipient, case_with(opgaver=(lost, OPGAVE)), punkt("andet")).opgaver == ()
    assert cleared_for("borger", case_with(opgaver=(lost, OPGAVE)), punkt("andet")).opgaver == (lost, OPGAVE)


@pytest.mark.parametrize(("recipient", "seen"), [("virksomhed", False), ("mentor", False), ("borger", True)])
def test_what_was_said_before_the_forlob_stays_there(recipient: str, seen: bool) -> None:
    point = punkt("timetal", "praktik", "start", "slut")

    assert bool(cleared_for(recipient, case_with(timer=(BEFORE,)), point).timer) == seen


def test_what_is_aimed_at_is_the_borgers_wish() -> None:
    goal = Timer(1, 7, 12, "2027-01-15", praktik=20.0, art="mal")

    assert cleared_for("virksomhed", case_with(timer=(goal,))).timer == ()
    assert cleared_for("borger", case_with(timer=(goal,))).timer == (goal,)


def test_of_a_samtale_that_her_employer_may_not_hear_of_nothing_is_told() -> None:
    case = case_with(opgaver=(OPGAVE,), planer=(PLAN,), aftaler=(Aftale(1, 7, 12, "x", samtale=31),))

    found = cleared_for("virksomhed", case, punkt("opgaver", "opgave", writes=("opgaver",)), kept=(31,))

    assert (found.opgaver, found.planer, found.aftaler) == ((), (), ())


@pytest.mark.parametrize(("med", "seen"), [(("borger",), False), (("virksomhed",), True), (("mentor",), False)])
def test_a_contact_is_told_to_those_who_were_spoken_with(med: tuple[str, ...], seen: bool) -> None:
    contact = Kontakt(1, 7, 12, "2026-11-12", "telefon", med, tekst="Min note")

    found = cleared_for("virksomhed", case_with(kontakter=(contact,))).kontakter

    assert bool(found) == seen
    assert all(one.tekst is None for one in found)


def test_an_attempt_is_for_the_case() -> None:
    attempt = Kontakt(1, 7, 12, "2026-11-12", "telefon", ("virksomhed",), "nej", tekst="Ingen svarede")

    assert cleared_for("virksomhed", case_with(kontakter=(attempt,))).kontakter == ()
    assert cleared_for("journal", case_with(kontakter=(attempt,))).kontakter == (attempt,)


def test_an_aftale_of_another_forlob_is_no_business_of_this_workplace() -> None:
    there = ("borger", "leder")
    ours, theirs = (Aftale(nr, 7, forlob, "x", til_stede=there) for nr, forlob in ((1, 12), (2, 8)))

    assert [one.nr for one in cleared_for("virksomhed", case_with(aftaler=(ours, theirs))).aftaler] == [1]


def test_the_workplace_is_not_told_when_a_hensyn_was_first_told_of() -> None:
    hensyn = Hensyn(1, 7, "ryg", "ro", "en pause", oprettet="2026-10-28", samtale=9)
    case = case_with(hensyn=(hensyn,), clearances=(Clearance(1, 1, 12, "leder", "ma"),))

    (found,) = cleared_for("virksomhed", case).hensyn

    assert (found.losning, found.behov, found.hensyn, found.oprettet) == ("en pause", None, None, None)


@pytest.mark.parametrize("recipient", ["journal", "sagsbehandler"])
def test_the_case_has_everything(recipient: str) -> None:
    case = case_with(lonkroner=(LON,), opgaver=(OPGAVE,), timer=(BEFORE,), planer=(PLAN,))

    assert cleared_for(recipient, case, punkt("lonkroner", "trin", modtagere=("borger",))) == case
