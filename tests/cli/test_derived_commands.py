"""midtvejs, afslutning, efterværn and opkald from files, and what a closed forløb says to each of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from building import make_case
from running import run
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.store.case import load_case
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.store import Store

EXAMPLES = Path(__file__).parent.parent / "eksempler"


@pytest.fixture
def running(store: Store, folder: str) -> str:
    make_case(store)
    store.close()
    return folder


def reopened(folder: str) -> Store:
    from conftest import KEY, NOW

    return open_store(folder, KEY, lambda: NOW)


def held(folder: str, command: str) -> Any:
    ran = run(command, "f1", "--svar", str(EXAMPLES / f"{command}.toml"), "--json", folder=folder)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


@pytest.mark.parametrize(("command", "points"), [("opkald", 5), ("midtvejs", 7), ("afslutning", 8), ("eftervaern", 7)])
def test_an_example_answers_every_point(running: str, command: str, points: int) -> None:
    told = held(running, command)

    assert (told["status"], told["besvaret"], told["punkter"]) == ("faerdig", points, points)
    with reopened(running) as store:
        assert differences(store) == []


def test_all_of_them_are_held_one_after_another(running: str) -> None:
    for command in ("opkald", "midtvejs", "afslutning", "eftervaern"):
        held(running, command)

    with reopened(running) as store:
        case = load_case(store, forlob=1)
        assert differences(store) == []
    assert [samtale.agenda for samtale in case.samtaler] == ["opkald", "midtvejs", "afslutning", "eftervaern"]
    assert case.forlob is not None
    assert (case.forlob.status, case.forlob.udfald) == ("lukket", "lontimer")
    assert [delmal.specifikt for delmal in case.delmal] == ["Pakke to paller om dagen"]


def close(folder: str, **columns: Any) -> None:
    with reopened(folder) as store, store.doing("forlob ret"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-18", udfald="job", **columns)


@pytest.mark.parametrize("command", ["startmøde", "opfølgning", "midtvejs", "afslutning", "opkald"])
def test_a_closed_forlob_refuses_and_says_what_to_do(running: str, command: str) -> None:
    close(running)

    ran = run(command, "f1", "--svar", str(EXAMPLES / "opkald.toml"), folder=running)

    assert ran.code == 2
    assert "f1 blev lukket onsdag den 18. november 2026 (uge 47)." in ran.err
    assert f"kan {command} ikke begyndes der" in ran.err
    assert "vforlob forløb ny" in ran.err
    with reopened(running) as store:
        assert store.door(Samtale).find() == ()


def test_a_closed_forlob_with_eftervaern_points_to_it(running: str) -> None:
    close(running, eftervaern="2027-11-18")

    ran = run("opfølgning", "f1", "--svar", str(EXAMPLES / "opfolgning.toml"), folder=running)

    assert ran.code == 2
    assert "vforlob efterværn f1" in ran.err


def test_a_closed_forlob_points_to_the_closing_samtale(running: str) -> None:
    held(running, "afslutning")

    ran = run("afslutning", "f1", "--svar", str(EXAMPLES / "afslutning.toml"), folder=running)

    assert ran.code == 2
    assert "vforlob" in ran.err
    assert "s1" in ran.err or "efterværn f1" in ran.err


def test_eftervaern_is_held_in_a_closed_forlob(running: str) -> None:
    close(running, eftervaern="2027-11-18")

    assert held(running, "eftervaern")["status"] == "faerdig"


def test_what_was_begun_before_it_closed_can_be_finished(running: str) -> None:
    text = '[samtale]\nafslut = "nej"\n[hvad_har_du_gjort]\nsvar = "Intet"\n'
    assert run("opkald", "f1", "--svar", "-", folder=running, stdin=text).code == 0
    close(running)

    ran = run("opkald", "f1", "--svar", str(EXAMPLES / "opkald.toml"), folder=running)

    assert ran.code == 0


def test_the_grundige_points_of_an_opfolgning_count_when_they_are_answered(running: str) -> None:
    text = '[samtale]\ndeltagere = ["borger", "konsulent"]\n[lille_skridt]\nsvar = "Tage telefonen én gang"\n'

    ran = run("opfolgning", "f1", "--svar", "-", "--json", folder=running, stdin=text)

    assert (json.loads(ran.out)["besvaret"], json.loads(ran.out)["punkter"]) == (1, 11)


@pytest.mark.parametrize("name", ["midtvejs", "afslutning", "efterværn", "opkald", "eftervaern"])
def test_agenda_vis_knows_them(folder: str, store: Store, name: str) -> None:
    store.close()

    ran = run("agenda", "vis", name, folder=folder)

    assert ran.code == 0
    assert "fledt af Teknologisk Institut" in ran.out or "fledt af Cabi" in ran.out


def test_agenda_vis_says_what_the_rows_are(folder: str, store: Store) -> None:
    store.close()

    shown = " ".join(run("agenda", "vis", "midtvejs", folder=folder).out.split())

    assert "Rækker til hvert svar i den første kolonne" in shown
    assert "Rækker til de delmål, der er åbne" in shown


def test_agenda_liste_has_all_seven(folder: str, store: Store) -> None:
    store.close()

    listed = json.loads(run("agenda", "liste", "--json", folder=folder).out)

    assert [row["id"] for row in listed["raekker"]] == [
        *("formode", "startmode", "opfolgning", "midtvejs", "afslutning", "eftervaern", "opkald")
    ]
