"""A delmål and an aftale, typed in a real terminal as the consultant types them."""

import json

import pytest

from building import make_borger, make_case

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from running import run
from vforlob.model.delmal import Delmal
from vforlob.model.kontakt import Taet
from vforlob.model.samtale import Samtale
from vforlob.store.store import Store

pytestmark = pytest.mark.terminal

F3, CTRL_C = "\x1bOR", "\x03"


def test_a_delmal_is_typed_with_danish_letters_and_a_step_back(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "delmål", "ny", "f1")

    window.answer(
        ("Slags mål", "c\r"),
        ("Specifikt", "Møde på lageret kl. 9\r"),
        ("Målbart", F3),
        ("Specifikt: Hvad skal der ske helt konkret", " hver dag\r"),
        ("Målbart", "Tælle dagene\r"),
        ("Attraktivt: Hvad får borgeren selv ud af det", "Æblepause med Åse\r"),
        ("Realistisk", "\r"),
        ("Tidsbestemt", "fredag\r"),
        ("Må virksomheden kende delmålet", "j\r"),
    )
    window.see("Delmål 1 er lavet", "R mangler: hvad gør, at det kan lade sig gøre nu?")

    assert window.ended() == 0
    saved = json.loads(run("delmål", "vis", "1", "--json", folder=folder).out)
    assert saved["specifikt"] == "Møde på lageret kl. 9 hver dag"
    assert (saved["attraktivt"], saved["frist"], saved["delt"]) == ("Æblepause med Åse", "2026-11-27", "ja")


def test_ctrl_c_says_one_sentence_and_saves_nothing(store: Store, folder: str) -> None:
    make_borger(store)
    window = Window(folder, "delmål", "ny", "b1")

    window.answer(("Slags mål", "c\r"), ("Specifikt", "Møde på"))
    window.see("Møde på")
    window.type(CTRL_C)
    window.see("Stoppet. Intet er gemt.")

    assert window.ended() == 130
    assert "Afbrudt" not in window.everything
    assert store.door(Delmal).find() == ()


def test_the_word_alone_is_the_list_and_what_can_be_done_with_it(store: Store, folder: str) -> None:
    make_case(store)
    with store.doing("test"):
        store.door(Delmal).add(Delmal(0, 1, 1, specifikt="Møde kl. 9"))
    window = Window(folder, "delmål")

    window.answer(
        ("n ny v NR vis r NR ret l liste Enter slutter", "v 1\r"),
        ("Kun til dig · Delmål 1", "v 99\r"),
        ("Der er intet delmål 99", "hvad\r"),
        ("Skriv et af bogstaverne", "\r"),
    )

    assert window.ended() == 0


def test_an_aftale_without_a_number_is_picked_and_ticked_off(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "aftale", "gjort")

    window.answer(("Vælg en aftale", "2\r"))
    window.see("Aftale 2 er gjort")

    assert window.ended() == 0


def test_whose_it_is_can_be_picked_by_number(store: Store, folder: str) -> None:
    make_case(store)
    make_borger(store, alias="Æ-9")
    window = Window(folder, "aftale", "ny")

    window.answer(
        ("Hvem handler det om", "b2\r"),
        ("Hvad er aftalt", "Øve ruten\r"),
        ("Hvem gør det", "dig"),
    )
    window.type(CTRL_C)

    assert "b2 · Æ-9" in window.see("b2 · Æ-9")


@pytest.mark.safety
def test_a_finished_formode_leads_to_tight_contact_and_the_first_delmal(store: Store, folder: str) -> None:
    make_borger(store)
    window = Window(folder, "formøde", "b1", "--med", "borger")
    finished(window, "Skal borgeren følges tæt fra starten?")

    window.answer(
        ("Skal borgeren følges tæt fra starten?", "hold øje\r"),
        ("Grund", "Sidste forløb blev kort\r"),
        ("Hvad gør I", "Ringer fredag\r"),
        ("Intet delmål endnu. Lav et nu?", "j\r"),
        ("Slags mål", "c\r"),
        ("Specifikt", "Øve bussen"),
    )
    window.see("Øve bussen")
    window.type(CTRL_C)
    window.see("Stoppet. Samtalen er gemt.")

    assert window.ended() == 130
    assert [(it.svar, it.vi_gor) for it in store.door(Taet).find()] == [("obs", "Ringer fredag")]
    assert [it.status for it in store.door(Samtale).find()] == ["faerdig"]
    assert store.door(Delmal).find() == ()


def finished(window: Window, until: str) -> None:
    """Enter at every question, until what comes after the samtale is asked."""
    for _ in range(150):
        shown = settled(window)
        if "»færdig« slutter samtalen" in shown:
            window.type("færdig\r")
            window.see(until)
            return
        window.type("\r")
    raise AssertionError(shown)


def settled(window: Window) -> str:
    """What stands there when nothing more is drawn."""
    before, same = "", 0
    while same < 4:
        window._read()
        shown = window.shown()
        before, same = shown, same + 1 if shown == before and shown else 0
    return before
