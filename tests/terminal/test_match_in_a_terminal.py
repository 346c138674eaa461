"""The match in a real terminal: a letter logs a henvendelse, a wish is picked, Ctrl-C loses nothing that was saved."""

import pytest

from building import make_borger, make_virksomhed

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from vforlob.model.jobabning import Henvendelse
from vforlob.model.onske import Onske
from vforlob.store.store import Store

pytestmark = [pytest.mark.terminal, pytest.mark.safety]


@pytest.fixture
def wishing(store: Store, folder: str) -> str:
    make_borger(store, alias="Æ-7")
    make_virksomhed(store)
    with store.doing("test"):
        store.door(Onske).add(Onske(0, 1, 1, "Lager"))
    return folder


def test_a_letter_under_the_match_logs_a_no_with_its_reason(store: Store, wishing: str) -> None:
    window = Window(wishing, "match", "æ-7")

    window.answer(
        ("a skriv, at du har spurgt der", "x\r"),
        ("Skriv et af bogstaverne, fx a", "a\r"),
        ("b1 · Æ-7 til v1 Ørbæk & Søn", "e\r"),
        ("Hvorfor blev det et nej", "\r"),
        ("Én linje om det", "\r"),
        ("Skriv grunden til, at det blev et afslag", "Måske til foråret\r"),
        ("Én linje om det", "Åse var sød\r"),
        ("Ønske 1, Lager: afvist.", "\r"),
    )

    assert window.ended() == 0
    made = store.door(Henvendelse).get(1)
    assert (made.trin, made.grund, made.tekst, made.onske) == ("afslag", "Måske til foråret", "Åse var sød", 1)


def test_the_wish_is_picked_and_the_screen_says_who_and_where(store: Store, wishing: str) -> None:
    window = Window(wishing, "henvendelse", "b1", "v1")

    window.answer(
        ("b1 · Æ-7 til v1 Ørbæk & Søn: for hvilket ønske", "a\r"),
        ("» a Kontaktet", "\r"),
        ("Én linje om det", "\r"),
    )
    window.see("Ønske 1, Lager: kontaktet.")

    assert window.ended() == 0
    assert store.door(Onske).get(1).status == "kontaktet"


@pytest.mark.parametrize("waits", ["a skriv, at du har spurgt der", "Hvor langt er det"])
def test_ctrl_c_saves_nothing_and_ends(store: Store, wishing: str, waits: str) -> None:
    window = Window(wishing, "match", "b1")

    if waits != "a skriv, at du har spurgt der":
        window.answer(("a skriv, at du har spurgt der", "a\r"))
    window.answer((waits, "\x03"))

    assert window.ended() == 130
    assert store.door(Henvendelse).find() == ()


def test_the_shared_page_asks_nothing_and_takes_what_stood_there_away(wishing: str) -> None:
    window = Window(wishing, "match", "b1", "--sammen")

    window.see("Dine ønsker til et sted at arbejde", "Ørbæk & Søn")

    assert window.ended() == 0
    assert "\x1b[2J\x1b[3J" in window.everything.partition("Dine ønsker")[0]
    assert "Kun til dig" not in window.shown()
