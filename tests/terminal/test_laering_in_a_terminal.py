"""`læring`, `sparring` and `historie` in a real terminal: what is asked before printing, and how it is left."""

import pytest

from building import make_case

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from running import run
from vforlob.model.accounts import Statistik
from vforlob.model.aftale import Aftale
from vforlob.model.sparring import Historie, Sparring
from vforlob.store.store import Store

pytestmark = [pytest.mark.terminal, pytest.mark.safety]

CTRL_C = "\x03"
NAMED = "B-1 hos Ørbæk & Søn svarer ikke på 20 30 40 50."


def with_sparring(store: Store, *texts: str) -> None:
    make_case(store)
    with store.doing("test"):
        for text in texts:
            store.door(Sparring).add(Sparring(0, 1, 1, "2026-11-18", text, None, "Hvad ville I gøre?"))


def test_a_draft_is_edited_and_kept(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "sparring", "ny", "f1")

    window.answer(
        ("Situationen > Uge 3 af 14", " Æblerne er høstet.\r"),
        ("Hvad er prøvet >", "\r"),
        ("Spørgsmål til gruppen >", "\r"),
        ("Spørgsmål til gruppen skal udfyldes", "Hvad gør I selv?\r"),
    )
    window.see("Sag 1 er klar til sparring.")

    kept = store.door(Sparring).get(1)
    assert window.ended() == 0
    assert kept.situation
    assert kept.situation.endswith("Æblerne er høstet.")
    assert kept.sporgsmal == "Hvad gør I selv?"


def test_ctrl_c_in_the_middle_keeps_nothing(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "sparring", "ny", "f1")

    window.answer(("Situationen >", "\r"), ("Hvad er prøvet >", "Vi har "))
    window.see("Vi har")
    window.type(CTRL_C)
    window.see("Stoppet. Intet er gemt.")

    assert window.ended() == 130
    assert store.door(Sparring).find() == ()


@pytest.mark.parametrize(
    ("keys", "code", "said"),
    [
        ("j\r", 0, "Borgeren hos virksomheden svarer ikke på [telefonnummer]."),
        ("n\r", 0, "Der er ikke skrevet noget ud."),
        ("\r", 0, "Der er ikke skrevet noget ud."),
        (CTRL_C, 130, "Der er ikke skrevet noget ud."),
    ],
)
def test_what_could_tell_who_it_is_is_asked_about(store: Store, folder: str, keys: str, code: int, said: str) -> None:
    with_sparring(store, NAMED)
    window = Window(folder, "sparring", "1")

    window.answer(("Skriv ud alligevel?", keys))
    window.see(said)

    assert window.ended() == code


def test_cases_are_ticked_in_a_list(store: Store, folder: str) -> None:
    with_sparring(store, "Den ene sag.", "Den anden sag.")
    window = Window(folder, "sparring", rows=40)

    window.answer(("Hvilke sager skal med?", "b\r"), ("b [ ] 1", "\r"))
    window.see("Sag 2", "Den anden sag.")

    assert window.ended() == 0
    assert "Den ene sag." not in window.shown()


def test_the_advice_can_become_an_aftale(store: Store, folder: str) -> None:
    with_sparring(store, "En sag.")
    window = Window(folder, "sparring", "ret", "1", rows=40)

    window.answer(
        ("Hvad rådede gruppen til", "Spørg på Ærø\r"),
        ("Hvornår var det", "i går\r"),
        ("Situationen >", "\r"),
        ("Hvad er prøvet >", "\r"),
        ("Spørgsmål til gruppen >", "\r"),
        ("Lav en aftale af rådet?", "j\r"),
        ("Hvad er aftalt", "\r"),
        ("Hvem gør det", "b\r"),
        ("b [x]", "\r"),
        ("Senest", "\r"),
        ("Hvem må se aftalen", "\r"),
    )
    window.see("er lavet")

    assert window.ended() == 0
    made = store.door(Aftale).find()[-1]
    assert (made.hvad, made.hvem, made.forlob) == ("Spørg på Ærø", ("konsulent",), 1)
    assert store.door(Sparring).get(1).rad_dato == "2026-11-19"


def test_the_figures_are_followed_by_a_word_or_a_question_mark(store: Store, folder: str) -> None:
    make_case(store)
    with store.doing("test"):
        store.door(Statistik).add(Statistik(0, "2026-09", udfald="stoppet_afklaret", uge=6))
    window = Window(folder, "læring", rows=60)

    window.answer(
        ("et ord finder dine noter", "æbler\r"),
        ("Ingen noter med »æbler«.", "?\r"),
        ("Kilde: vforlobs egne regler for små tal.", "\r"),
    )

    assert window.ended() == 0


def test_a_story_is_written_at_the_keyboard(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "historie", "ny", "f1")

    window.answer(("Historien > En borger begyndte", " Og hun smiler.\r"), ("sagde borgeren ja", "i går\r"))
    window.see("Historie 1 er gemt.")

    assert window.ended() == 0
    kept = store.door(Historie).get(1)
    assert kept.ja == "2026-11-19"
    assert "Og hun smiler." in run("historie", "vis", "1", "--format", "txt", folder=folder).out
