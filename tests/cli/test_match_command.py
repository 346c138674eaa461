"""match: the page for her alone, the page that is turned to the borger, and what neither of them says.

The whole pages stand in tests/golden/sider. Write them anew with:
VFORLOB_NYE_SIDER=1 pytest tests/cli/test_match_command.py
"""

import json
import os
from pathlib import Path

import pytest

from building import make_borger, make_case, make_virksomhed
from running import run
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.jobabning import Henvendelse, Jobabning
from vforlob.model.kontakt import Taet
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.opgave import Opgave
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.places import load_places
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "sider"
WISHES = ("Lager, gerne med truck", "Køkken eller kantine", "Noget med dyr")
# What belongs to the other borgere, and what is raw of her own: on no page that is turned around.
OTHERS = ("B-2", "B-3", "hendes svære ryg", "en pause, når ryggen strammer", "meget bange", "BEHOV", "optaget af andre")


@pytest.fixture
def seeker(store: Store, folder: str) -> str:
    """b1 wishes; b2 and b3 have been and are at the places."""
    make_borger(store, alias="Æ-7", sted="Aarhus", transport="bus", minutter=45)
    make_borger(store, alias="B-2")
    make_borger(store, alias="B-3")
    for over in (
        {"navn": "Ørbæk & Søn", "branche": "lager", "sted": "8200 Aarhus N", "max_antal": 3},
        {"navn": "Centrallageret", "branche": "Logistik", "sted": "Odense", "rammer": ("pauser",)},
        {"navn": "Havnens Kantine", "branche": "Køkken", "sted": "8000 Aarhus C", "max_antal": 1},
        {"navn": "Møllens Bageri", "branche": "Bageri", "sted": None, "ring_igen": "2027-03-01"},
    ):
        make_virksomhed(store, **over)
    with store.doing("test"):
        for rang, onske in enumerate(WISHES, 1):
            store.door(Onske).add(Onske(0, 1, rang, onske))
        store.door(Hensyn).add(Hensyn(0, 1, "meget bange for larm", "BEHOV ro", "En kort pause hver anden time"))
        store.door(Koordinering).add(Koordinering(0, 1, "Fysioterapi", "tirsdag kl. 10-12"))
        store.door(Timer).add(Timer(0, 1, None, "2026-11-01", praktik=8.0))
        _earlier(store)
        store.door(Jobabning).add(Jobabning(0, 1, "pakke, tirsdag kl. 9-12", 12.0, "2026-12-04"))
        store.door(Henvendelse).add(
            Henvendelse(0, 1, 3, 2, dato="2026-11-10", trin="afslag", grund="optaget af andre", tekst="venlige")
        )
        store.door(Onske).change(2, status="afvist", status_dato="2026-11-10")
        store.door(Henvendelse).add(Henvendelse(0, 2, 2, dato="2026-11-12", tekst="for B-2"))
    return folder


def _earlier(store: Store) -> None:
    plain = Forlob(0, 2, 1, "virksomhedspraktik", "2026-02-02", "2026-05-01", status="lukket", lukket="2026-05-01")
    paid = store.door(Forlob).add(plain._replace(udfald="lontimer"))
    store.door(Forlob).add(plain._replace(borger=3, udfald="gennemfort"))
    here = store.door(Forlob).add(Forlob(0, 3, 1, "virksomhedspraktik", "2026-11-02"))
    store.door(Taet).add(Taet(0, 3, here.nr, "2026-11-03", "ja", "hemmelig grund"))
    store.door(Lonkroner).add(Lonkroner(0, 3, here.nr, "2026-11-10", "afvist"))
    store.door(Opgave).add(Opgave(0, 2, paid.nr, "fodre dyr på gården"))
    hensyn = store.door(Hensyn).add(
        Hensyn(0, 2, "hendes svære ryg", "hvile", "en pause, når ryggen strammer", virker="ja")
    )
    store.door(Clearance).add(Clearance(0, hensyn.nr, paid.nr, "leder", "ma", "2026-02-02"))


def page(folder: str, *line: str, **env: str) -> str:
    ran = run("match", "b1", *line, folder=folder, env=env)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize(("name", "line"), [("match", ()), ("match_sammen", ("--sammen",))])
def test_the_whole_page(seeker: str, name: str, line: tuple[str, ...]) -> None:
    shown = page(seeker, *line)

    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("VFORLOB_NYE_SIDER"):
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")
    assert max(map(len, shown.splitlines())) <= 80


def test_the_page_for_her_alone_says_so_first_and_names_nobody_else(seeker: str) -> None:
    shown = page(seeker, "--alle") + json.dumps(json.loads(page(seeker, "--json")), ensure_ascii=False)

    assert shown.startswith(" Kun til dig · Match · b1 · Æ-7 · 3 af 5 ønsker\n")
    for text in ("B-2", "B-3", "ryg", "hemmelig", "fodre"):
        assert text not in shown


def test_a_place_whose_texts_name_a_borger_is_not_on_the_shared_page(store: Store, seeker: str) -> None:
    with store.doing("virksomhed ret"):
        place = store.door(Virksomhed).get(1)
        store.door(Virksomhed).change(1, branche=f"{place.branche}, der hvor B-2s bror er")

    for line in ((), ("--json",)):
        assert place.navn in page(seeker, "--alle", *line)
        assert place.navn not in page(seeker, "--sammen", *line)


def test_the_shared_page_has_nothing_of_others_and_nothing_raw(seeker: str) -> None:
    shown = page(seeker, "--sammen") + page(seeker, "--sammen", "--json")

    for text in (
        *OTHERS,
        "Æ-7",
        "pause",
        "følges tæt",
        "løntimer",
        "har haft",
        "fuldt",
        "venlige",
        "Fysioterapi",
        "marts",
    ):
        assert text not in shown
    assert "Kun til dig" not in shown
    assert "de sagde nej den 10. november 2026" in shown


def test_the_json_has_every_wish_with_its_places_and_why(seeker: str) -> None:
    whole = json.loads(page(seeker, "--json"))

    assert next(iter(whole)) == "skema"
    assert [row["plads"] for row in whole["raekker"]] == [1, 2, 3]
    first = {place["virksomhed"]: place for place in whole["raekker"][0]["steder"]}
    assert first[1]["imod"] == [
        "1 følges tæt der nu",
        "har sagt nej til løntimer 1 gang",
        "jobåbning 1 er på 12 timer, ønsket er højst 8",
        "jobåbning 1 falder sammen: kan ikke tirsdag kl. 10-12",
    ]
    assert first[1]["jobabninger"] == [1]
    assert first[2]["sporg_om"][-1] == "sidst spurgt 12/11, for en anden"
    assert whole["raekker"][1]["spurgt"][0]["trin"][0]["grund"] == "optaget af andre"


def test_one_wish_can_be_seen_alone_and_one_that_is_not_there_is_said(seeker: str) -> None:
    shown = page(seeker, "--ønske", "3")

    assert "Noget med dyr" in shown
    assert "Køkken eller kantine" not in shown
    for wrong in ("9", "x", "-1"):
        ran = run("match", "b1", f"--ønske={wrong}", folder=seeker)
        assert (ran.code, ran.out) == (2, "")


def test_no_wishes_is_said_and_no_place_is_shown(store: Store, folder: str) -> None:
    make_case(store)
    make_virksomhed(store)

    ran = run("match", "b1", folder=folder)
    together = run("match", "b1", "--sammen", folder=folder)

    assert "0 af 5 ønsker" in ran.out
    assert "Der er ingen ønsker endnu" in ran.out
    assert "v1" not in ran.out + together.out
    assert ran.out.rstrip().endswith("vforlob ønske ny b1   vforlob formøde b1")
    assert "Hvad kunne du tænke dig at prøve?" in together.out


def test_wishes_without_a_virksomhed_say_what_to_do(store: Store, folder: str) -> None:
    make_borger(store)
    with store.doing("test"):
        store.door(Onske).add(Onske(0, 1, 1, "Savværk"))

    shown = run("match", "b1", folder=folder).out

    assert "Ingen steder endnu." in shown
    assert "find tre steder sammen med borgeren" in " ".join(shown.split())
    assert "Hvem kender du" in run("match", "b1", "--sammen", folder=folder).out


def test_an_empty_folder_says_how_to_begin(store: Store, folder: str) -> None:
    store.close()

    ran = run("match", "b1", folder=folder)

    assert (ran.code, ran.out) == (3, "")
    assert "Traceback" not in ran.err


def test_a_narrow_screen_and_hostile_texts_stay_lines(store: Store, folder: str) -> None:
    make_borger(store, alias="Æ-7", sted="\x1b[2J", transport="bus")
    with store.doing("test"):
        store.door(Onske).add(Onske(0, 1, 1, "lager {x} %s [red]\n\x1b]0;x\x07 " + "å" * 200))
        store.door(Virksomhed).add(Virksomhed(0, "{navn}\n%s\x1b[31m", branche="lager", rammer=("{y}\x1b[2J",)))

    shown = page(folder) + page(folder, "--sammen")

    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "{navn} %s" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_places_are_read_with_one_query_a_table(seeker: str, store: Store) -> None:
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)

    places = load_places(store, 1)

    store.connection.set_trace_callback(None)
    assert len(places) == 4
    assert len(asked) == 7
    assert (places[0].closed, places[0].paid, places[0].here, places[0].close, places[0].refused) == (2, 1, 1, 1, 1)
    assert places[0].losninger == ("en pause, når ryggen strammer",)
    assert load_places(store, 3)[0].close == 0


def test_what_worked_where_the_place_was_not_told_is_not_known_of_it(seeker: str, store: Store) -> None:
    with store.doing("test"):
        store.door(Clearance).change(1, svar="ma_ikke")

    assert load_places(store, 1)[0].losninger == ()
