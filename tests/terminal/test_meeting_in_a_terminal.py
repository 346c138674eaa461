"""Whole samtaler in a real pseudo terminal, typed as the consultant types them."""

import signal
import time
from collections.abc import Callable
from datetime import datetime

import pytest

from building import make_case

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from vforlob.model.answers import Key, Value
from vforlob.model.samtale import Samtale
from vforlob.store.answers import answers_of
from vforlob.store.case import load_case
from vforlob.store.open import open_store
from vforlob.store.store import Store

pytestmark = pytest.mark.terminal

WHO = (
    ("Enter begynder", "\r"),
    ("Hvem er med?", "\r"),
    ("Hvordan taler I sammen?", "besøg\r"),
    ("Hvilken dag?", "\r"),
    ("Klokken?", "\r"),
)
LATER = ("Aflevér den nu?", "\r")
BEFORE = (*WHO, ("tale med lægen", "gjort\r"), ("talt med alene?", "\r"), ("når alle må se", "\r"))
EARLIER = (
    ("sætte ind i pakkebordet", "flyttet\r"),
    ("Ny frist", "om 14 dage\r"),
    ("Hvorfor?", "Travlt på lageret\r"),
    ("prøvetur med linje 42", "gjort\r"),
)


@pytest.fixture
def case_folder(store: Store, folder: str) -> str:
    make_case(store)
    store.close()
    return folder


@pytest.fixture
def stored(key: bytes, clock: Callable[[], datetime]) -> Callable[[str], tuple[Samtale, dict[Key, Value]]]:
    """The newest samtale and its answers, when the window is closed."""

    def read(folder: str) -> tuple[Samtale, dict[Key, Value]]:
        with open_store(folder, key, clock) as opened:
            samtale = opened.door(Samtale).find()[-1]
            return samtale, answers_of(opened, samtale.nr, samtale.kladde_udgave or samtale.udgave)

    return read


def test_a_whole_meeting_is_held(case_folder: str, stored, key: bytes, clock) -> None:
    window = Window(case_folder, "opfølgning", "f1")

    window.answer(*BEFORE, *EARLIER)
    window.answer(
        ("Hvad siger borgeren?", "Det går bedre, end jeg troede\r"),
        ("Hvad siger virksomheden?", "\r"),
        ("fejning", "\r"),
        ("pakkebord", "selvstændigt\r"),
        ("2 rækker", "n\r"),
        ("Opgave", "Rydde op\r"),
        ("Hvor langt er borgeren?", "b\r"),
        ("3 rækker", "\r"),
        ("Det klarer borgeren selv", ":4\r"),
        ("Aftalte dage", "8\r"),
        ("Mødt", "6\r"),
        ("socialt", ":8\r"),
        ("Praktik", "\r"),
        ("Løntilskud", "\r"),
        ("Ordinære timer", "2\r"),
        ("Vil borgeren gerne fortsætte?", ":10\r"),
        ("0 rækker", "n\r"),
        ("Hvad er aftalt?", "Ny mødetid kl. 9.15\r"),
        ("Hvem gør det?", "d\r"),
        ("[x]", "\r"),
        ("Senest", "1/12\r"),
        ("1 række", "\r"),
        ("Næste kontakt", "1/12\r"),
        ("Klokken", "14\r"),
        ("Hvordan?", "\r"),
        ("Samtalen er gemt. Tryk Enter, når du sidder alene.", "\r"),
        ("Hvordan synes borgeren", "4\r"),
        ("Hvordan synes virksomheden", "3\r"),
        ("Syg", "1\r"),
        ("Fri efter aftale", "1\r"),
        ("Blev væk uden besked", "0\r"),
        ("Ved ikke endnu", "0\r"),
        ("Kom for sent", "2\r"),
        ("sover dårligt", "\r"),
        ("Hvem må se aftalen?", "\r"),
        ("sagsbehandleren og du", "nej\r"),
        ("skrive en note", "\r"),
        ("Nummer retter et punkt", "færdig\r"),
    )

    window.see("er færdig", "Næste kontakt: tirsdag den 1. december 2026 (uge 49) kl. 14.")
    window.answer(LATER)
    assert window.ended() == 0
    samtale, answers = stored(case_folder)
    assert (samtale.status, samtale.form, samtale.kl) == ("faerdig", "besog", "13:00")
    assert answers[Key("hvordan_gar_det", "borger_tekst")] == "Det går bedre, end jeg troede"
    with open_store(case_folder, key, clock) as opened:
        case = load_case(opened, forlob=1)
    assert [aftale.status for aftale in case.aftaler] == ["aben", "gjort", "gjort", "aben"]
    assert case.opgaver[-1].opgave == "Rydde op"


def test_the_table_never_sees_what_is_only_for_the_consultant(case_folder: str) -> None:
    window = Window(case_folder, "opfølgning", "f1")

    window.answer(*BEFORE)
    shown = window.see("sætte ind i pakkebordet")

    assert "B-1" not in shown
    assert "lægen" not in shown
    window.child.close(force=True)


def test_ctrl_c_pauses_and_the_same_command_goes_on_with_the_half_typed_text(case_folder: str, stored) -> None:
    first = Window(case_folder, "opfølgning", "f1")
    first.answer(*BEFORE, *EARLIER)
    first.see("Hvad siger borgeren?")
    first.type("Det går bed")
    first.see("Det går bed")
    first.type("\x03")
    said = first.see("Sat på pause.")
    code = first.ended()

    second = Window(case_folder, "opfølgning", "f1")
    second.answer(("Enter begynder", "\r"), ("når alle må se", "\r"))
    again = second.see("Hvad siger borgeren?", "Det går bed")
    second.type("re\r")
    second.see("Hvad siger virksomheden?")
    second.type(":p\r")
    second.see("Sat på pause.")

    assert code == 130
    assert "Fortsæt med: vforlob opfølgning f1" in said
    assert "Hvem er med?" not in again
    assert second.ended() == 0
    assert stored(case_folder)[1][Key("hvordan_gar_det", "borger_tekst")] == "Det går bedre"


@pytest.mark.safety
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP])
def test_a_window_that_is_gone_has_lost_no_answer(case_folder: str, stored, number: int) -> None:
    first = Window(case_folder, "opfølgning", "f1")
    first.answer(*BEFORE, *EARLIER)
    first.see("Hvad siger borgeren?")
    first.type("Halvt skrevet")
    first.see("Halvt skrevet")
    time.sleep(1)  # what may be lost is the last second
    first.child.kill(number)
    first.ended()

    second = Window(case_folder, "opfølgning", "f1")
    second.answer(("Enter begynder", "\r"), ("når alle må se", "\r"))

    second.see("Hvad siger borgeren?", "Halvt skrevet")
    second.type("\x03")
    second.ended()
    answers = stored(case_folder)[1]
    assert answers[Key("tidligere_aftaler", "grund", 1)] == "Travlt på lageret"
    assert answers[Key("tidligere_aftaler", "udfald", 2)] == "gjort"


def test_back_and_jump_go_where_they_say(case_folder: str, stored) -> None:
    window = Window(case_folder, "opfølgning", "f1")
    window.answer(*BEFORE, ("sætte ind", ":4\r"), ("Aftalte dage", "8\r"), ("Mødt", "\x1bOR"))

    back = window.see("Aftalte dage", "4 af 10")
    window.type("\x15" + "9\r")
    window.answer(("Mødt", ":t\r"), ("Aftalte dage", "\r"), ("Mødt", ":o\r"))
    overview = window.see("ikke drøftet", "Mødt")
    window.type(":14\r")
    window.see("Der er intet punkt 14. Punkterne er 1-10, A, B og C.")
    window.type(":ø\r")
    refused = window.see("er ikke et tal")
    window.type("\x03")

    assert "4 af 10" in back
    assert "Evt. forlængelse" in overview
    assert ":ø" in refused
    assert window.ended() == 130
    assert stored(case_folder)[1][Key("fremmode", "aftalt")] == 9


@pytest.mark.safety
def test_pasted_lines_with_danish_letters_are_taken_as_they_are(case_folder: str, stored) -> None:
    text = 'Æblegrød på »Ørsted«\n\t[rød] {{ x }} "citat"\nÅh 😀: ja\nnej'
    window = Window(case_folder, "opfølgning", "f1")
    window.answer(*BEFORE, ("sætte ind", ":1\r"), ("Hvad siger borgeren?", f"\x1b[200~{text}\x1b[201~"))

    window.see("Åh")
    window.type("\r")
    window.see("Hvad siger virksomheden?")
    window.type("\x04")

    assert window.ended() == 130
    assert stored(case_folder)[1][Key("hvordan_gar_det", "borger_tekst")] == text


@pytest.mark.safety
@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (12, 40)])
def test_a_meeting_fits_the_screen(case_folder: str, stored, rows: int, columns: int) -> None:
    window = Window(case_folder, "startmøde", "f1", rows=rows, columns=columns)

    window.answer(*WHO, ("tale med lægen", "\r"), ("Hvem må få det", ":2\r"), ("når alle må se", "\r"))
    window.answer(("gennemgået CV", "j\r"), ("Hvad kan bruges her?", "Vant til at pakke\r"))
    window.answer(("Timer om ugen", "14\r"), ("Dage", "a\r"), ("[x]", "\r"))
    window.answer(("en kort pause hver anden time", "\r"))
    window.see("Forventninger")
    window.type(":p\r")
    window.see("Sat på pause.")

    assert window.ended() == 0
    answers = stored(case_folder)[1]
    assert answers[Key("timetal", "dage")] == ("man",)
    assert answers[Key("cv", "brugbart")] == "Vant til at pakke"


def test_a_second_window_is_told_since_when_and_changes_nothing(case_folder: str) -> None:
    first = Window(case_folder, "opfølgning", "f1")
    first.answer(*WHO)
    first.see("tale med lægen")

    second = Window(case_folder, "opfølgning", "f1")
    told = second.see("åben i et andet vindue (siden kl.", "Gå tilbage til det vindue.")

    assert second.ended() == 11
    assert "Kun til dig" not in told
    first.type("gjort\r")
    first.see("talt med alene?")
    first.type("\x03")
    assert first.ended() == 130


def test_later_is_an_answer_to_the_briefing(case_folder: str, key: bytes, clock) -> None:
    window = Window(case_folder, "opfølgning", "f1")

    window.answer(("Enter begynder", "q\r"))

    assert window.ended() == 0
    with open_store(case_folder, key, clock) as opened:
        assert opened.door(Samtale).find() == ()


@pytest.mark.safety
def test_a_correction_is_made_from_the_summary_with_a_reason(case_folder: str, stored) -> None:
    first = Window(case_folder, "opfølgning", "f1")
    first.answer(*BEFORE, ("sætte ind", ":8\r"), ("Praktik", "\r"), ("Løntilskud", "\r"), ("Ordinære", "2\r"))
    first.answer(("fortsætte?", ":10\r"), ("0 rækker", "\r"), ("Næste kontakt", ":s\r"), ("Tryk Enter, når du", "\r"))
    first.answer(("Hvordan synes borgeren", ":s\r"), ("Syg", ":s\r"), ("sover dårligt", "\r"))
    first.answer(("sagsbehandleren og du", "\r"), ("skrive en note", "\r"), ("Nummer retter", "færdig\r"))
    first.see("er færdig")
    first.answer(LATER)
    assert first.ended() == 0

    second = Window(case_folder, "samtale", "ret", "s1")
    second.answer(("Hvorfor rettes samtalen?", "Talte forkert\r"), ("Nummer retter", "8\r"))
    second.answer(("Praktik", "\r"), ("Løntilskud", "\r"), ("Ordinære timer", "\x15" + "4\r"), ("Note", "\r"))
    second.answer(("Nummer retter", "færdig\r"))
    second.see("er færdig, udgave 2.")

    assert second.ended() == 0
    samtale, answers = stored(case_folder)
    assert (samtale.udgave, samtale.grund) == (2, "Talte forkert")
    assert answers[Key("timetal", "ordinaer")] == 4


@pytest.mark.safety
def test_plain_lines_hold_the_same_meeting(case_folder: str, stored) -> None:
    window = Window(case_folder, "opfølgning", "f1", "--enkel")

    window.answer(("Enter begynder", "\r"), ("Hvem er med?", "\r"), ("Hvordan taler I sammen?", "b\r"))
    window.answer(
        ("Hvilken dag?", "\r"), ("Klokken?", "\r"), ("lægen", "\r"), ("alene?", "\r"), ("når alle må se", "\r")
    )
    window.answer(("pakkebordet", ":4\r"), ("Aftalte dage", "8\r"), ("Mødt", ":p\r"))
    window.see("Sat på pause. 1 af 10 punkter er gemt.")

    assert window.ended() == 0
    samtale, answers = stored(case_folder)
    assert samtale.form == "telefon"
    assert answers[Key("fremmode", "aftalt")] == 8


@pytest.mark.safety
def test_fortsaet_goes_on_with_the_samtale_that_was_begun_last(case_folder: str, stored) -> None:
    first = Window(case_folder, "opfølgning", "f1", "--med", "borger")
    first.answer(("Enter begynder", "\r"), ("Hvordan taler I sammen?", ":p\r"))
    first.see("Sat på pause. 0 af 10 punkter er gemt.")
    first.ended()

    second = Window(case_folder, "fortsæt")
    second.answer(("Enter begynder", "\r"), ("Hvordan taler I sammen?", "telefon\r"), ("Hvilken dag?", "\x04"))

    assert second.ended() == 130
    samtale, _ = stored(case_folder)
    assert (samtale.form, samtale.med) == ("telefon", ("borger",))


@pytest.mark.safety
def test_what_was_done_last_is_taken_back_after_a_yes(case_folder: str, key: bytes, clock) -> None:
    no = Window(case_folder, "fortryd")
    no.answer(("Tag det tilbage?", "n\r"))
    no.see("Intet er ændret.")
    assert no.ended() == 0

    yes = Window(case_folder, "fortryd")
    yes.answer(("Tag det tilbage?", "ja\r"))
    yes.see("Det står nu som før.")

    assert yes.ended() == 0
    with open_store(case_folder, key, clock) as opened:
        assert opened.door(Samtale).find() == ()
