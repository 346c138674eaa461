"""What stands on the consultant's own pages: what falls together, and that it may be time to speak less often."""

import json

import pytest

from building import make_case
from running import run
from vforlob.actions.briefing import make_briefing
from vforlob.actions.finish import OPFOLGNING
from vforlob.actions.record_kinds.base import is_correction
from vforlob.actions.record_kinds.kontakt import FELTER, THEY_BEGAN
from vforlob.cli.briefing_screen import briefing_lines
from vforlob.cli.layout import side_by_side, wrap_told
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance
from vforlob.model.onske import Koordinering
from vforlob.rules.clash import named_clashes
from vforlob.store.case import load_case
from vforlob.store.store import Store

STARTED = '[samtale]\nkl = "13.00"\nform = "besog"\ndeltagere = ["borger", "leder", "konsulent"]\n'
WELL = "[hvordan_gar_det]\nborger = 5\nvirksomhed = 4\n"
LESS = "Overvej at tale sammen sjældnere"


@pytest.fixture
def clashing(store: Store) -> Store:
    case = make_case(store)
    with store.doing("test"):
        store.door(Koordinering).add(Koordinering(0, case.borger.nr, "Fysioterapi", "tirsdag kl. 10-12"))
        store.door(Forlob).change(1, dage=("man", "tir"))
    return store


def test_what_falls_on_a_working_day_is_named_for_her_alone() -> None:
    koordinering = (Koordinering(1, 1, "Fysioterapi", "tirsdag kl. 10-12"), Koordinering(2, 1, "Læge", "af og til"))

    assert named_clashes(koordinering, ("man", "tir")) == ("Fysioterapi tirsdag kl. 10-12",)
    assert named_clashes(koordinering, ("man",)) == ()


def test_the_pages_of_her_own_say_what_falls_together(clashing: Store, folder: str) -> None:
    from meeting import shipped

    briefing = make_briefing(load_case(clashing, forlob=1), shipped(clashing, OPFOLGNING), clashing.now().date())

    said = "Falder sammen       Fysioterapi tirsdag kl. 10-12, og det er en mødedag"
    assert any(said in line for line in briefing_lines(briefing, 80))
    assert said in run("forløb", "vis", "f1", folder=folder).out


def test_the_days_are_put_right_by_file_and_tell_what_they_fall_on(clashing: Store, folder: str) -> None:
    ran = run("forløb", "ret", "f1", "--svar", "-", folder=folder, stdin='dage = ["tirsdag", "fre"]\n')

    assert ran.code == 0
    assert clashing.door(Forlob).get(1).dage == ("tir", "fre")
    assert "Fysioterapi tirsdag kl. 10-12 falder på en mødedag i f1." in " ".join(ran.err.split())
    assert "Dage                tirsdag og fredag" in run("forløb", "vis", "f1", folder=folder).out


def test_a_word_that_is_no_day_changes_nothing(clashing: Store, folder: str) -> None:
    ran = run("forløb", "ret", "f1", "--svar", "-", folder=folder, stdin='dage = ["hverdage"]\n')

    assert ran.code == 4
    assert clashing.door(Forlob).get(1).dage == ("man", "tir")


def test_who_began_is_not_asked_when_it_has_been_said() -> None:
    felt = next(felt for felt in FELTER if felt.id == "hvem_ringede")

    assert felt.when({"nr": 1, "naet": "ja"})
    assert not felt.when({"nr": 1, "naet": THEY_BEGAN})
    assert not felt.when({"nr": None, "naet": "ja"})
    assert is_correction({"nr": 1})


def held(folder: str, day: str, scores: str = WELL) -> str:
    # The days go by, and each is today for its samtale.
    svar = f"{STARTED}dato = {day}\n{scores}"
    ran = run("opfølgning", "f1", "--svar", "-", folder=folder, stdin=svar, env={"VFORLOB_NU": f"{day}T14:00"})
    assert ran.code == 0, ran.err
    return " ".join(f"{ran.out} {ran.err}".split())


def test_less_often_is_proposed_after_two_that_went_well_and_changes_nothing(store: Store, folder: str) -> None:
    make_case(store)
    with store.doing("test"):
        store.door(Forlob).change(1, start="2026-06-01", slut="2027-10-01", interval=14)

    first, second = held(folder, "2026-11-02"), held(folder, "2026-11-16")

    assert LESS not in first
    assert f"{LESS}: fra 14 dage til 30 imellem. Du bestemmer: vforlob forløb ret f1" in second
    page = run("forløb", "vis", "f1", folder=folder)
    assert "Sjældnere           De seneste 2 opfølgninger (2/11 og 16/11) gik godt" in page.out
    assert LESS in json.loads(run("forløb", "vis", "f1", "--json", folder=folder).out)["nedtrapning"]
    assert store.door(Forlob).get(1).interval == 14


def test_nothing_is_proposed_when_one_of_them_sees_it_otherwise(store: Store, folder: str) -> None:
    make_case(store)
    with store.doing("test"):
        store.door(Forlob).change(1, start="2026-06-01", slut="2027-10-01", interval=14)

    told = held(folder, "2026-11-02") + held(folder, "2026-11-16", WELL.replace("4", "2"))

    assert LESS not in told
    assert json.loads(run("forløb", "vis", "f1", "--json", folder=folder).out)["nedtrapning"] is None


def test_the_borgers_delmal_stand_on_the_page_of_the_forlob_that_runs(store: Store, folder: str) -> None:
    case = make_case(store)
    with store.doing("test"):
        earlier = store.door(Forlob).add(case.forlob._replace(nr=0, status="lukket", lukket="2026-05-01"))  # type: ignore[union-attr]
        store.door(Delmal).add(Delmal(0, case.borger.nr, earlier.nr, specifikt="Tage bussen"))

    assert "Tage bussen, uden frist" in run("forløb", "vis", "f1", folder=folder).out


# --- plain input ---


def test_a_contact_before_the_first_day_of_one_that_runs_is_told(store: Store, folder: str) -> None:
    make_case(store)
    svar = 'dato = 2025-01-01\nkanal = "sms"\nmed = "borger"\nnaet = "ja"\nhvem_ringede = "konsulent"\ntekst = "x"\n'

    ran = run("kontakt", "f1", "--svar", "-", folder=folder, stdin=svar)

    assert ran.code == 0
    assert "Dagen, onsdag den 1. januar 2025 (uge 1), ligger før forløbets første dag" in " ".join(ran.err.split())


def test_hours_of_a_borger_with_a_forlob_running_are_pointed_there(store: Store, folder: str) -> None:
    make_case(store)

    ran = run("timer", "ny", "b1", "--svar", "-", folder=folder, stdin='fra = "1/12"\npraktik = 5\n')

    assert ran.code == 0
    assert "vforlob timer ny f1" in ran.err.splitlines()[-1]


def test_vitas_of_a_closed_forlob_says_so(store: Store, folder: str) -> None:
    make_case(store)
    with store.doing("test"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-06")

    assert "Forløbet blev lukket den 6. november 2026." in run("vitas", "f1", folder=folder).out


@pytest.mark.parametrize("width", [40, 60, 80])
def test_what_can_be_typed_next_fits_and_no_command_is_broken(width: int) -> None:
    steps = "vforlob hensyn vis NR   vforlob hensyn ret NR   vforlob hensyn ny f12"

    lines = side_by_side(steps, width)

    assert all(len(line) < width for line in lines)
    assert "   ".join(line.strip() for line in lines) == steps


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Ret det: vforlob x 7", ["Ret det: vforlob x 7"]),
        ("Det er for langt: vforlob delmål ret 7", ["Det er for langt:", "vforlob delmål ret 7"]),
        ("Ingen kommando i den", ["Ingen kommando i den"]),
    ],
)
def test_a_command_at_the_end_of_a_sentence_stays_whole(sentence: str, lines: list[str]) -> None:
    assert wrap_told(sentence, 24) == lines


def test_the_page_of_a_hensyn_says_what_each_role_was_allowed_before(store: Store, folder: str) -> None:
    make_case(store)
    number = store.door(Clearance).find(forlob=1)[0].hensyn
    wanted = 'forlob = 1\nhvem = ["mentor"]\nsporg_forst = ["leder"]\n'

    ran = run("hensyn", "ret", str(number), "--svar", "-", folder=folder, stdin=wanted)

    assert ran.code == 0, ran.err
    page = run("hensyn", "vis", str(number), folder=folder).out
    assert "f1 leder rettet 20/11: svar må -> spørg først" in page


@pytest.mark.parametrize("family", ["aftale", "hensyn", "forløb"])
def test_an_empty_file_puts_nothing_right_and_says_so(store: Store, folder: str, family: str) -> None:
    make_case(store)
    before = store.rows("SELECT max(nr) FROM haendelse", ())

    ran = run(family, "ret", "1", "--svar", "-", folder=folder, stdin="# kommer\n")

    assert ran.code == 4
    assert "Der står intet at rette." in ran.err
    assert store.rows("SELECT max(nr) FROM haendelse", ()) == before
