"""The derived agendas in a real pseudo terminal: Danish letters, wrong answers, Ctrl-C in the middle, on to the end."""

import json
from collections.abc import Callable
from datetime import datetime

import pytest

from building import make_case

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from vforlob.model.answers import Key, Value
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.store.answers import answers_of
from vforlob.store.case import load_case
from vforlob.store.open import open_store
from vforlob.store.store import Store

pytestmark = [pytest.mark.terminal, pytest.mark.safety]

Stored = Callable[[str], tuple[Samtale, dict[Key, Value]]]

WHO = (
    ("Hvem er med?", "\r"),
    ("Hvordan taler I sammen?", "telefon\r"),
    ("Hvilken dag?", "\r"),
    ("Klokken?", "\r"),
)
BEGIN = ("Enter begynder", "\r")
LATER = ("Aflevér den nu?", "\r")
ALL_MAY_SEE = ("når alle må se", "\r")
ALONE = ("når du sidder alene", "\r")
END = (("sagsbehandleren og du", "nej\r"), ("skrive en note", "\r"), ("Nummer retter et punkt", "færdig\r"))
EARLIER = (("sætte ind i pakkebordet", "gjort\r"), ("prøvetur med linje 42", "gjort\r"))


@pytest.fixture
def case_folder(store: Store, folder: str) -> str:
    make_case(store)
    store.close()
    return folder


@pytest.fixture
def stored(key: bytes, clock: Callable[[], datetime]) -> Stored:
    def read(folder: str) -> tuple[Samtale, dict[Key, Value]]:
        with open_store(folder, key, clock) as opened:
            samtale = opened.door(Samtale).find()[-1]
            return samtale, answers_of(opened, samtale.nr, samtale.kladde_udgave or samtale.udgave)

    return read


@pytest.mark.safety
def test_midtvejs(case_folder: str, stored: Stored, key: bytes, clock: Callable[[], datetime]) -> None:
    first = Window(case_folder, "midtvejs", "f1")
    first.answer(BEGIN, *WHO, ("tale med lægen", "gjort\r"), ("talt med alene?", "\r"), ALL_MAY_SEE, *EARLIER)
    first.answer(("givet indtil nu?", "Æbler og øl på Ærø\r"), ("Passer det", "måske\r"), ("er ikke en af", "\x15b\r"))
    first.see("Formålet med resten")
    first.type("Halvt æ")
    first.see("Halvt æ")
    first.type("\x03")
    paused = first.see("Sat på pause.")
    assert first.ended() == 130
    assert "Fortsæt med: vforlob midtvejs f1" in paused

    second = Window(case_folder, "midtvejs", "f1")
    second.see("Begyndt", "kl. 13, ikke færdig endnu")
    second.answer(BEGIN, ALL_MAY_SEE, ("Halvt æ", "ble\r"))
    themes = second.see("At være en del af stedet", "Tryk Enter for at gå videre.")
    second.answer(("At være en del af stedet", ":7\r"), ("0 rækker", "\r"), ("Næste kontakt", "32/12\r"))
    second.answer(("er ikke en dato", "\x15" + "1/12\r"), ("Klokken", ":s\r"), ALONE)
    second.answer(("Borgerens svar", "9\r"), ("fra 1 til 5", "\x15" + "4\r"), ("Virksomhedens svar", "3\r"))
    second.answer(("Konsulentens svar", "2\r"))
    second.see("Fremmøde og mødetid: borgeren 4, virksomheden 3 og konsulenten 2.")
    second.answer(("ligger bag", ":5\r"), ("0 rækker", "n\r"), ("Specifikt", "Pakke æbler\r"), ("Målbart", "Kasser\r"))
    second.answer(("Attraktivt", "\r"), ("Realistisk", "\r"), ("Nået senest", "15/1\r"), ("slags mål", "c\r"))
    second.answer(("Må virksomheden", "yes\r"), ("er hverken ja eller nej", "\x15ja\r"), ("1 række", "\r"))
    second.answer(*END)
    second.see("er færdig", "Næste kontakt: tirsdag den 1. december 2026")
    second.answer(LATER)

    assert second.ended() == 0
    assert "Borgerens svar" not in themes
    _, answers = stored(case_folder)
    assert answers[Key("hensigt_effekt", "effekt")] == "Æbler og øl på Ærø"
    assert answers[Key("hensigt_effekt", "tekst")] == "Halvt æble"
    with open_store(case_folder, key, clock) as opened:
        delmal = opened.door(Delmal).find()[0]
    assert (delmal.specifikt, delmal.delt, delmal.frist) == ("Pakke æbler", "ja", "2027-01-15")


def test_afslutning(case_folder: str, stored: Stored, key: bytes, clock: Callable[[], datetime]) -> None:
    first = Window(case_folder, "afslutning", "f1")
    first.answer(BEGIN, *WHO, ("tale med lægen", "gjort\r"), ("Bliver der talt", "nej\r"), ("har du forsøgt?", "\x03"))
    first.see("Sat på pause.")
    assert first.ended() == 130

    second = Window(case_folder, "afslutning", "f1")
    second.answer(BEGIN, ("har du forsøgt?", "mange\r"), ("er ikke et tal", "\x15" + "3\r"), ALL_MAY_SEE, *EARLIER)
    second.answer(("siger borgeren?", "Åh, kollegerne\r"), ("siger virksomheden?", ":8\r"), ("0 rækker", "\r"), ALONE)
    second.answer(("Tager I imod", "måske\r"), ("Hvornår må der ringes?", "til påske\r"), ("slags forløb?", "\r"))
    second.answer(("Hvordan sluttede det?", "e\r"), ("Sidste dag", "i dag\r"), ("ville stoppe?", "a\r"))
    second.answer(("Hvad var grunden?", "Ryggen\r"), ("hvorfor det stoppede?", "a\r"), ("klogere på?", ":6\r"))
    second.answer(("Hvad virkede?", "Makkeren\r"), ("gøre anderledes?", ":7\r"), ("næste skridt?", "Møde\r"))
    second.answer(("Hvem gør det?", "b\r"), ("[x]", "\r"), ("Senest", "om 14 dage\r"), *END)
    second.see("Samtalen kan ikke afsluttes endnu", "Skriv, hvad I er blevet klogere på.")
    second.answer(
        ("Nummer retter", "5\r"), ("sluttede det?", ":t\r"), ("Nummer retter", "5\r"), ("sluttede det?", "\r")
    )
    second.answer(("Sidste dag", "\r"), ("ville stoppe?", "\r"), ("grunden?", "\r"), ("det stoppede?", "\r"))
    second.answer(("klogere på?", "Siddende går\r"), ("rammer", "\r"), ("passede til", "\r"), ("passede ikke?", "\r"))
    second.answer(("Note", "\r"), ("Nummer retter", "færdig\r"))
    second.see("er færdig")
    second.answer(LATER)

    assert second.ended() == 0
    samtale, answers = stored(case_folder)
    assert (samtale.status, answers[Key("samtale_med_virksomhed", "forsog")]) == ("faerdig", 3)
    with open_store(case_folder, key, clock) as opened:
        forlob = load_case(opened, forlob=1).forlob
    assert forlob is not None
    assert (forlob.status, forlob.udfald) == ("lukket", "stoppet_afklaret")


@pytest.mark.safety
def test_eftervaern(case_folder: str, stored: Stored, key: bytes, clock: Callable[[], datetime]) -> None:
    with open_store(case_folder, key, clock) as opened, opened.doing("forlob ret"):
        opened.door(Forlob).change(1, status="lukket", lukket="2026-11-18", udfald="job", eftervaern="2027-11-18")
    window = Window(case_folder, "efterværn", "f1")
    window.answer(BEGIN, *WHO, ALL_MAY_SEE, ("sætte ind", ":1\r"))
    window.answer(
        ("Hvordan går det?", "godt\r"), ("fra 1 til 5", "\x15" + "4\r"), ("siger borgeren?", "Mandage er øv\r")
    )
    window.answer(("Ordinære timer", "\x15" + "8\r"), ("Løntilskud", "\x03"))
    window.see("Sat på pause.")
    assert window.ended() == 130

    again = Window(case_folder, "efterværn", "f1")
    again.answer(BEGIN, ALL_MAY_SEE, ("Løntilskud", "\r"), ("pause hver anden time", "ja\r"))
    again.answer(("møder kl. 9", "ja\r"), ("på vej?", "Ny holdleder\r"), ("ringer du til", "Åse\r"))
    again.answer(("kontakte din arbejdsgiver?", "no\r"), ("er hverken ja eller nej", "\x15nej\r"), ("0 rækker", "\r"))
    again.answer(("Næste kontakt", "18/12\r"), ("Klokken", "\r"), ("Hvordan?", "b\r"), ALONE, *END)
    again.see("er færdig")
    again.answer(LATER)

    assert again.ended() == 0
    _, answers = stored(case_folder)
    assert answers[Key("ma_kontakte_arbejdsgiver", "svar")] == "nej"
    assert answers[Key("trivsel", "borger_tekst")] == "Mandage er øv"


@pytest.mark.safety
def test_opkald_and_its_json(case_folder: str, stored: Stored) -> None:
    first = Window(case_folder, "opkald", "f1")
    first.answer(
        BEGIN, *WHO, ("tale med lægen", ":1\r"), ALL_MAY_SEE, ("fortæller virksomheden?", "Bliver væk på tørreloftet\r")
    )
    first.answer(("hvor tit?", "\x03"))
    first.see("Sat på pause.")
    assert first.ended() == 130

    second = Window(case_folder, "opkald", "f1", "--json", rows=40)
    second.answer(BEGIN, ALL_MAY_SEE, ("hvor tit?", "Mandage\r"), ("stadig godt?", "\r"))
    second.answer(("gjort ved det?", "Intet\r"), ("krav er det?", ":4\r"), ("Om hvad?", "Tale med Æ\r"))
    second.answer(("Hvem gør det?", "d\r"), ("[x]", "\r"), ("onsdag den 25. november", "\r"), ("0 rækker", "\r"))
    second.answer(("Næste kontakt", "\r"), ("Klokken", "25\r"), ("er ikke et klokkeslæt", "\x15" + "9\r"))
    second.answer(("Hvordan?", "b\r"), ALONE, *END)
    second.answer(LATER)
    second.see("er færdig", '"status"')

    assert second.ended() == 0
    _, answers = stored(case_folder)
    assert answers[Key("aftaler", "naeste_kontakt")] == "2026-11-25"
    told = second.everything[second.everything.rindex("{") :]
    assert json.loads(told[: told.rindex("}") + 1])["samtale"] == 1


def test_grundig_is_proposed_with_its_reason_and_taken_with_one_key(case_folder: str, stored: Stored) -> None:
    window = Window(case_folder, "opfølgning", "f1")

    window.answer(("Grundig (g) er foreslået: I har ikke talt sammen før.", "g\r"), ("Hvem er med?", ":p\r"))
    window.see("Sat på pause. 0 af 12 punkter er gemt.")

    assert window.ended() == 0
    assert stored(case_folder)[0].tillaeg == ("skema", "lille_skridt")


def test_kort_proposes_nothing(case_folder: str) -> None:
    window = Window(case_folder, "opfølgning", "f1", "--kort")

    window.answer(("Enter begynder q senere", "\r"), ("Hvem er med?", ":p\r"))
    shown = window.see("Sat på pause. 0 af 10 punkter er gemt.")

    assert window.ended() == 0
    assert "foreslået" not in shown


def test_a_correction_that_was_begun_is_dropped(case_folder: str, stored: Stored) -> None:
    first = Window(case_folder, "opkald", "f1")
    first.answer(BEGIN, *WHO, ("tale med lægen", ":2\r"), ALL_MAY_SEE, ("gjort ved det?", "Intet\r"))
    first.answer(("krav er det?", ":5\r"), ("0 rækker", "\r"), ("Næste kontakt", "\r"), ("Klokken", ":s\r"))
    first.answer(ALONE, *END)
    first.see("er færdig")
    first.answer(LATER)
    first.ended()

    second = Window(case_folder, "samtale", "ret", "s1")
    second.answer(
        ("Hvorfor rettes samtalen?", "Forkert\r"), ("Nummer retter", "2\r"), ("gjort ved det?", "\x15Noget\r")
    )
    second.answer(("Note", "\r"), ("»kassér« dropper", "kassér\r"), ("igen for at droppe", "kassér\r"))
    second.see("Rettelsen er droppet. Samtalen s1 står, som den var.")

    assert second.ended() == 0
    samtale, answers = stored(case_folder)
    assert (samtale.udgave, samtale.kladde_udgave) == (1, None)
    assert answers[Key("hvad_har_du_gjort", "svar")] == "Intet"
