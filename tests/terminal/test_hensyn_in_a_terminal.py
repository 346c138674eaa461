"""A hensyn, a contact and an absence, typed in a real terminal as the consultant types them."""

import json

import pytest

from building import make_case

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from running import run
from vforlob.model.hensyn import Hensyn
from vforlob.model.kontakt import Fravaer, Kontakt
from vforlob.store.store import Store

pytestmark = pytest.mark.terminal


def test_a_phrase_is_offered_while_she_types_and_taken_with_a_letter(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "hensyn", "ny", "f1")

    window.answer(
        ("Det, der er svært", "Tåler ikke larm\r"),
        ("a Bliver hurtigt slidt af larm", "a\r"),
        ("a Sidder i den rolige ende", "Sidder ved vinduet\r"),
        ("Sagt positivt", "\r"),
        ("Hvem må få det at vide", " "),
        ("[x] Lederen", "\r"),
        ("Hvem skal borgeren spørges om", "\r"),
        ("Aftalt med borgeren den", "\r"),
        ("Hvorfor skal de vide det", "\r"),
        ("Har det betydning for sagen", "j\r"),
    )
    window.see("Hensyn 3 er gemt", "f1: må vide det: leder")

    assert window.ended() == 0
    saved = json.loads(run("hensyn", "vis", "3", "--json", folder=folder).out)
    assert (saved["behov"], saved["losning"]) == ("Bliver hurtigt slidt af larm", "Sidder ved vinduet")
    assert saved["forlob"][0]["roller"] == {
        "leder": "ma",
        "mentor": "ma_ikke",
        "kolleger": "ma_ikke",
        "vitas": "ma_ikke",
    }


def test_ctrl_c_in_the_middle_saves_nothing(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "hensyn", "ny", "f1")

    window.answer(("Det, der er svært", "Tåler ikke larm\r"), ("a Bliver hurtigt slidt", "\x03"))
    window.see("Stoppet. Intet er gemt.")

    assert window.ended() == 130
    assert len(store.door(Hensyn).find()) == 2


def test_a_call_is_four_enters(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "kontakt", "f1")

    window.answer(("[x] Virksomheden", "\r"), ("» b Telefon", "\r"), ("» a Ja", "\r"), ("Én linje om det >", "\r"))
    window.see("Kontakt 1 er gemt", "Næste kontakt")

    assert window.ended() == 0
    kontakt = store.door(Kontakt).get(1)
    assert (kontakt.dato, kontakt.kanal, kontakt.naet, kontakt.med) == ("2026-11-20", "telefon", "ja", ("virksomhed",))


def test_an_absence_today_is_an_enter_a_letter_and_an_enter(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "fravær", "f1")

    window.answer(("Hvilken dag", "\r"), ("c Blev væk uden besked", "c\r"), ("Hvem gav besked", "\r"))
    window.see("Fravær 1 er gemt", "Tal med borgeren, før du skriver en grund.")

    assert window.ended() == 0
    assert store.door(Fravaer).get(1).art == "udeblevet"
