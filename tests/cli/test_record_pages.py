"""The pages of a forløb, a borger and a virksomhed: the whole of each, and what stands on it when.

The whole pages stand in tests/golden/sider. Write them anew with:
VFORLOB_NYE_SIDER=1 pytest tests/cli/test_record_pages.py
"""

import os
from datetime import date
from pathlib import Path

import pytest

from building import finish, make_case, make_samtale
from running import run
from vforlob.actions.whole_borger import gather_borger
from vforlob.actions.whole_forlob import gather_forlob
from vforlob.actions.whole_virksomhed import gather_virksomhed, most_at_a_time
from vforlob.agenda.loader import load_agenda
from vforlob.cli.borger_screen import borger_screen
from vforlob.cli.forlob_screen import forlob_screen
from vforlob.cli.virksomhed_screen import virksomhed_screen
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key, Value
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt, Taet, Udsat
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.tegn import Tegn
from vforlob.model.timer import Lonkroner, Timer
from vforlob.store.agendas import keep_agenda
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "sider"
AGENDAS = Path(__file__).parents[2] / "agendas"
TODAY = date(2026, 11, 20)
SIGN = Tegn("tavshed", "opfolgning", "Uge 3. Ingen kontakt med virksomheden i 11 dage.", "Ring.", "kontakt f1", 0, ())
BORGER = {
    "alias": "Æ-7",
    "malgruppe": "Kontanthjælp, aktivitetsparat",
    "skal_til": "Prøve en almindelig arbejdsuge af",
    "henvist": "2026-10-12",
    "cv": "ja",
    "cv_opdateret": "2026-10-15",
    "sagsbehandler": "Team 2",
    "erhvervserfaring": "11 år som chauffør",
    "interesser": "Motorcykler og fiskeri",
    "sted": "Nykøbing F., 4800",
    "transport": "bus",
    "minutter": 45,
    "kan_jeg": "Jeg kan pakke og læsse, og jeg kommer til tiden",
    "har_brug_for": "En kort pause hver anden time",
    "hjaelper_mig": "Sig til mig, hvad der er vigtigst",
}
FORLOB = {
    "oprettet": "2026-11-02",
    "hensigt": "Komme op på 20 timer",
    "hensigt_art": "optraening",
    "dage": ("man", "tir", "fre"),
    "fast_tid": "mandag kl. 14",
    "kontakt_virksomhed": "Bo Bech",
    "mentor": "Ida",
    "vitas": "bevilget",
}


def add(store: Store, *records: object) -> None:
    with store.doing("test"):
        for record in records:
            store.door(type(record)).add(record)  # type: ignore[type-var]


def held(store: Store, case: Case, agenda: str, dato: str, answers: dict[Key, Value], **over: object) -> Samtale:
    text = (AGENDAS / f"{agenda}.toml").read_text()
    read = load_agenda("", text.encode())
    keep_agenda(store, read, text)
    return finish(store, make_samtale(store, case, agenda, answers, agenda_sha=read.sha, dato=dato, **over))


@pytest.fixture
def case(store: Store) -> Case:
    """Two forløb: one closed at the same virksomhed in the spring, and one in its third week."""
    case = make_case(store, borger=BORGER, forlob=FORLOB)
    borger, forlob = case.borger.nr, 1
    early = Forlob(0, borger, 1, "virksomhedspraktik", "2026-03-02", "2026-05-29", 10, status="lukket")
    add(
        store,
        early._replace(lukket="2026-05-15", udfald="stoppet_afklaret", oprettet="2026-02-20"),
        Plan(0, borger, 2, "2026-05-20"),
        Lonkroner(0, borger, 2, "2026-04-10", "afvist"),
        Lonkroner(0, borger, forlob, "2026-11-09", "italesat", tekst="Tages op igen til midtvejs"),
        Timer(0, borger, forlob, "2026-11-16", praktik=14, ordinaer=2.5),
        Timer(0, borger, forlob, "2027-01-15", praktik=20, art="mal"),
        Kontakt(0, borger, forlob, "2026-11-12", "sms", ("borger",), "nej"),
        Kontakt(
            0, borger, forlob, "2026-11-13", "telefon", ("virksomhed",), hvem_ringede="virksomhed", tekst="Alt vel"
        ),
        Fravaer(0, borger, forlob, "2026-11-17", "syg", "ringede kl. 7"),
        Fremmode(0, borger, forlob, "2026-11-04", "2026-11-09", 3, 2, syg=1, for_sent=2),
        Delmal(0, borger, forlob, specifikt="Møde kl. 9 tre dage om ugen", frist="2026-12-01", oprettet="2026-11-02"),
        Taet(0, borger, None, "2026-10-28", "ja", "Morgenerne er svære", "Vi tales ved hver uge"),
        Udsat(0, borger, forlob, "kontakt", 0, "2026-11-19", "syg i dag", "2026-11-18"),
        Onske(0, borger, 1, "Savværk", "Træ", "kontaktet", status_dato="2026-11-01", tekst="ringer i januar"),
        Onske(0, borger, 2, "Pakkeri"),
        Koordinering(0, borger, "Fysioterapi", "tirsdag kl. 10-12", "borgeren selv"),
        Clearance(0, 1, forlob, "mentor", "ma", "2026-11-04"),
    )
    told = {Key("erfaringer", "sted", 1): "Planteskole", Key("erfaringer", "slutning", 1): "Sæsonen var slut"}
    wish: dict[Key, Value] = {Key("timetal", "start"): 10, Key("timetal", "slut"): 20}
    held(store, case, "formode", "2026-10-28", {**told, **wish}, forlob=None, form="kommunen")
    held(store, case, "opfolgning", "2026-11-09", {}, form="telefon", med=("borger", "virksomhed"))
    with store.doing("samtale færdig"):
        store.door(Opgave).change(2, trin="selvstaendigt", trin_siden="2026-11-16")
        store.door(Aftale).change(1, frist="2026-11-24", flyttet=1, grund="travlt på lageret")
    return case


def compare(name: str, lines: list[str]) -> None:
    path, text = GOLDEN / f"{name}.txt", "\n".join(lines) + "\n"
    if os.environ.get("VFORLOB_NYE_SIDER"):
        path.write_text(text)
    assert text == path.read_text()
    assert max(map(len, lines)) <= 80


def test_the_page_of_a_forlob(store: Store, case: Case) -> None:
    whole = gather_forlob(store, 1, TODAY)._replace(tegn=(SIGN,))

    compare("forlob", forlob_screen(whole, TODAY, 80))


def test_the_page_of_a_closed_forlob(store: Store, case: Case) -> None:
    compare("forlob_lukket", forlob_screen(gather_forlob(store, 2, TODAY), TODAY, 80))


def test_the_page_of_a_borger(store: Store, case: Case) -> None:
    compare("borger", borger_screen(gather_borger(store, case.borger, TODAY), TODAY, 80))


def test_the_page_of_a_virksomhed(store: Store, case: Case) -> None:
    assert case.virksomhed is not None
    closing: dict[Key, Value] = {Key("igen", "svar"): "ja", Key("igen", "hvornar"): "til marts"}
    held(store, case, "afslutning", "2026-05-15", closing, forlob=2)

    compare("virksomhed", virksomhed_screen(gather_virksomhed(store, case.virksomhed, TODAY), TODAY, 80))


@pytest.mark.parametrize("width", [20, 40, 59, 60, 100])
def test_no_page_is_wider_than_the_screen(store: Store, case: Case, width: int) -> None:
    assert case.virksomhed is not None
    pages = [
        *forlob_screen(gather_forlob(store, 1, TODAY), TODAY, width),
        *borger_screen(gather_borger(store, case.borger, TODAY), TODAY, width),
        *virksomhed_screen(gather_virksomhed(store, case.virksomhed, TODAY), TODAY, width),
    ]

    assert [line for line in pages if len(line) > width and "vforlob " not in line] == []


def test_a_closed_forlob_has_no_next_contact_from_its_old_plan(store: Store, case: Case) -> None:
    with store.doing("forløb lukket"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-19", udfald="job")

    page = "\n".join(borger_screen(gather_borger(store, case.borger, TODAY), TODAY, 80))

    assert "Næste kontakt       ikke aftalt" in page
    assert gather_forlob(store, 1, TODAY).due is None
    assert not any(it.art == "plan" for it in gather_forlob(store, 1, TODAY).haendelser)


def test_a_job_with_eftervaern_still_has_its_next_contact(store: Store, case: Case) -> None:
    with store.doing("forløb lukket"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-19", udfald="job", eftervaern="2027-11-19")

    whole = gather_forlob(store, 1, TODAY)

    assert whole.due is not None
    assert whole.due.agenda == "eftervaern"
    assert any("vforlob efterværn f1" in line for line in forlob_screen(whole, TODAY, 80))


def test_a_virksomhed_is_told_by_facts_and_nobodys_diagnosis(store: Store, case: Case) -> None:
    page = run("virksomhed", "vis", "v1", folder=store.folder).out

    assert "Har sagt nej til løntimer 1 gang" in page
    assert "1 af dem følges tæt" in page
    for kept_back in ("Morgenerne", "træt", "Kontanthjælp", "syg"):
        assert kept_back not in page


def test_what_was_taken_back_is_not_told(store: Store, case: Case) -> None:
    with store.doing("aftale ret"):
        store.door(Aftale).change(2, frist="2026-12-24", flyttet=1, grund="jul")
    assert any("flyttet til 24/12" in it.tekst for it in gather_forlob(store, 1, TODAY).haendelser)

    assert run("fortryd", "--json", folder=store.folder).code == 0

    assert not any("flyttet til 24/12" in it.tekst for it in gather_forlob(store, 1, TODAY).haendelser)


@pytest.mark.parametrize(
    ("days", "most"),
    [
        ([], 0),
        ([("2026-01-01", None)], 1),
        ([("2026-01-01", "2026-02-01"), ("2026-02-01", None)], 1),
        ([("2026-01-01", "2026-02-02"), ("2026-02-01", None), ("2026-02-01", None)], 3),
        ([("2026-01-01", None), ("2026-12-01", None)], 1),
        ([(None, None)], 0),
    ],
)
def test_how_many_at_a_time(days: list[tuple[str | None, str | None]], most: int) -> None:
    forlobene = [Forlob(1, 1, 1, "smajob", start, lukket=lukket) for start, lukket in days]

    assert most_at_a_time(forlobene, "2026-11-20") == most
