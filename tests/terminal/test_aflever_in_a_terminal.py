"""The five minutes after the meeting, in a real terminal: every key counted, stopped and gone on, in plain lines."""

import time
from pathlib import Path

import pytest

from handing_over import clipboard_in, held_samtale, no_clipboard

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from building import make_borger
from vforlob.actions.aflever import DONE, steps_of
from vforlob.model.accounts import Kvittering
from vforlob.model.eksport import Eksport
from vforlob.model.kontakt import Kontakt
from vforlob.model.samtale import Samtale
from vforlob.store.store import Store

pytestmark = pytest.mark.terminal

# What is seen, and the keys it takes. A first name is typed besides.
WALK = (
    ("Læg teksten i udklipsholderen?", "j\r"),
    ("Sat ind i journalen?", "j\r"),
    ("Så må intet slettes.", "n\r"),
    ("teksten til virksomheden?", "a\r"),
    ("Fornavn til dette brev", "\r"),
    ("teksten til borgeren?", "a\r"),
    ("Gem den som en fil til kalenderen?", "j\r"),
    ("Tøm udklipsholderen?", "j\r"),
)
KEYS = 15
SECONDS = 3  # from a key to the next question, also on a machine with much else to do
WITHOUT = (("Sat ind i journalen?", "j\r"), ("Så må intet slettes.", "n\r"))


@pytest.fixture
def samtale(store: Store, monkeypatch: pytest.MonkeyPatch) -> Samtale:
    for name, value in no_clipboard().items():
        monkeypatch.setenv(name, value)
    return held_samtale(store)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, samtale: Samtale) -> Path:
    env, path = clipboard_in(tmp_path)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    return path


def done(store: Store, samtale: Samtale) -> list[str]:
    return [step.trin for step in steps_of(store, samtale) if step.svar == DONE]


@pytest.mark.safety
def test_the_whole_walk_is_fifteen_keys_and_no_screen_is_waited_for(
    store: Store, folder: str, samtale: Samtale, kept: Path
) -> None:
    window, waits = Window(folder, "aflever"), []

    for text, keys in WALK:
        begun = time.monotonic()
        window.see(text)
        waits.append(time.monotonic() - begun)
        window.type(keys)
    window.see("Udklipsholderen er tømt.", "s1 er afleveret.")

    assert window.ended() == 0
    assert sum(len(keys) for _, keys in WALK) == KEYS
    assert max(waits) < SECONDS
    assert done(store, samtale) == ["journal", "virksomhed", "borger", "kalender"]
    assert kept.read_text("utf-8") == ""


@pytest.mark.safety
def test_ctrl_c_in_the_middle_loses_nothing_and_the_same_command_goes_on(
    store: Store, folder: str, samtale: Samtale
) -> None:
    first = Window(folder, "aflever", "s1")
    first.answer(*WITHOUT, ("teksten til virksomheden?", "b\r"), ("Fornavn", "Æsøå"))
    first.see("Æsøå")
    first.type("\x03")
    first.see("Stoppet. 2 af 4 trin er gjort", "vforlob aflever s1")
    code = first.ended()
    files = [it.format for it in store.door(Eksport).find()]

    second = Window(folder, "aflever", "s1")
    again = second.see("2 af 4 · Teksten til virksomheden er gjort.", "3 af 4 · Teksten til borgeren", "Fornavn")
    second.answer(("Fornavn", "Åse\r"), ("teksten til borgeren?", "d\r"), ("til kalenderen?", "j\r"))
    second.see("s1 er afleveret.", "Teksten til borgeren er sprunget over.")

    assert (code, second.ended(), files) == (130, 0, ["docx"])
    assert "Æsøå" not in again
    assert "Hej Åse." in second.everything
    assert done(store, samtale) == ["journal", "virksomhed", "kalender"]


@pytest.mark.safety
def test_the_other_window_is_told_where_it_is(folder: str, samtale: Samtale) -> None:
    first = Window(folder, "aflever", "s1")
    first.see("Sat ind i journalen?")

    second = Window(folder, "aflever", "s1")
    second.see("Samtalen er åben i et andet vindue")

    assert second.ended() == 11
    first.type("\x03")
    assert first.ended() == 130


@pytest.mark.safety
def test_wrong_answers_are_told_and_plain_lines_do_the_same(store: Store, folder: str, samtale: Samtale) -> None:
    window = Window(folder, "aflever", "s1", "--enkel", rows=60)

    window.answer(
        ("Sat ind i journalen?", "måske\r"),
        ("er hverken ja eller nej", "ja\r"),
        ("Så må intet slettes.", "ja\r"),
        ("Noteret: Intet om b1 må slettes.", "z\r"),
        ("er ikke en af mulighederne", "d\r"),
        ("Fornavn", "\r"),
        ("teksten til borgeren?", "Spring over\r"),
        ("til kalenderen?", "n\r"),
    )
    window.see("s1 er afleveret.")

    assert window.ended() == 0
    assert done(store, samtale) == ["journal"]


@pytest.mark.safety
def test_a_finished_meeting_is_handed_over_in_one_go(store: Store, folder: str, samtale: Samtale) -> None:
    window = Window(folder, "opkald", "f1", rows=50)
    for _ in range(60):
        shown = settled(window)
        if "Aflevér den nu?" in shown:
            break
        window.type("færdig\r" if "»færdig« slutter samtalen" in shown else "\r")

    window.answer(("Aflevér den nu?", "j\r"), ("Sat ind i journalen?", "j\r"), ("Så må intet slettes.", "n\r"))
    window.see("2 af 4 · Teksten til virksomheden")
    window.type("\x03")

    assert window.ended() == 130
    assert [it.emne_nr for it in store.door(Kvittering).find(emne="samtale")] == [2]


def settled(window: Window) -> str:
    """What stands there when nothing more is drawn."""
    before, same = "", 0
    while same < 4:
        window._read()
        shown = window.shown()
        before, same = shown, same + 1 if shown == before and shown else 0
    return before


def add_contacts(store: Store) -> None:
    other = make_borger(store)
    with store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-18", "telefon", tekst="Bussen"))
        store.door(Kontakt).add(Kontakt(0, other.nr, None, "2026-11-19", "sms", tekst="Æble"))


@pytest.mark.safety
def test_receipts_are_asked_for_one_by_one_and_what_was_said_stands_at_ctrl_c(
    store: Store, folder: str, samtale: Samtale
) -> None:
    add_contacts(store)
    window = Window(folder, "journal", "kvitter")

    window.answer(("k1 · f1 B-1 · 18/11 · Kontakt, telefon", "j\r"), ("s1 · f1 B-1 · 20/11 · Opfølgning", "j\r"))
    window.see("k2 · b2 B-2")
    window.type("\x03")
    window.see("Kvitteret 20/11: k1 og s1.", "1 notat venter endnu.")

    assert window.ended() == 130
    assert [(it.emne, it.emne_nr) for it in store.door(Kvittering).find()[-2:]] == [("kontakt", 1), ("samtale", 1)]


@pytest.mark.safety
def test_all_of_them_are_shown_before_the_one_yes(store: Store, folder: str, samtale: Samtale) -> None:
    add_contacts(store)
    window = Window(folder, "journal", "kvitter", "--alle")

    shown = window.see("Er alle 3 sat ind i journalen?")
    window.type("j\r")
    window.answer(("aktindsigt i en af sagerne? Så må intet slettes.", "j\r"), ("i sagen om B-1?", "n\r"))
    window.answer(("i sagen om B-2?", "j\r"))
    window.see("Noteret: Intet om b2 må slettes.", "Alt er sat ind i journalen.")

    assert window.ended() == 0
    assert all(handle in shown for handle in ("k1", "k2", "s1"))


@pytest.mark.safety
def test_the_list_comes_first_then_the_texts_then_the_clipboard_one_borger_at_a_time(
    store: Store, folder: str, samtale: Samtale, kept: Path
) -> None:
    add_contacts(store)
    window = Window(folder, "journal", rows=60)

    shown = window.see("Hvis tekst skal i udklipsholderen?")
    window.answer(("a b1 · B-1", "b\r"), ("Tøm udklipsholderen om 30 sekunder?", "j\r"), ("Enter tømmer den nu", ""))
    copied = kept.read_text("utf-8")
    window.type("\r")
    window.see("Udklipsholderen er tømt.", "vforlob journal kvitter")

    assert window.ended() == 0
    assert shown.index("Kun til dig · Til journalen") < shown.index("--- k1 ---") < shown.index("Æble.")
    assert copied == "Kontakt 19.11.2026. Form: sms. Æble."
    assert kept.read_text("utf-8") == ""
