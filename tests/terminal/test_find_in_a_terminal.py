"""Something looked up in a real terminal: asked for when nothing is on the line, and a screen that holds it."""

import pytest

from building import make_case

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from vforlob.model.kontakt import Kontakt
from vforlob.store.store import Store

pytestmark = [pytest.mark.terminal, pytest.mark.safety]

CTRL_C = "\x03"


def fill(store: Store) -> None:
    case = make_case(store, borger={"alias": "Æ-7"})
    with store.doing("kontakt"):
        for day in range(1, 29):
            tekst = f"Søren drak æblete i kaffepausen den {day}."
            store.door(Kontakt).add(Kontakt(0, case.borger.nr, None, f"2026-10-{day:02}", "telefon", tekst=tekst))


def test_words_are_asked_for_and_the_newest_stand_on_one_screen(store: Store, folder: str) -> None:
    fill(store)
    window = Window(folder, "find")

    window.answer(("Hvad søger du efter?", "søren ÆBLETE\r"))
    shown = window.see("Kun til dig · Søgning · 28 steder", "Der er 20 til. De næste: --efter 8")

    assert window.ended() == 0
    assert "28/10" in shown
    assert "Søren drak æblete" in shown
    assert "[Søren]" not in shown, "the colour says it"
    marked = [cell for row in window.screen.buffer.values() for cell in row.values() if cell.bold and cell.fg == "cyan"]
    assert "".join(cell.data for cell in marked).count("æblete") == 8


def test_plain_lines_have_brackets(store: Store, folder: str) -> None:
    fill(store)
    window = Window(folder, "find", "æblete", "--enkel")

    window.see("Søren drak [æblete] i kaffepausen")

    assert window.ended() == 0


def test_ctrl_c_at_the_question_is_one_sentence(store: Store, folder: str) -> None:
    fill(store)
    window = Window(folder, "find")

    window.answer(("Hvad søger du efter?", f"hemmeligt{CTRL_C}"))

    assert window.ended() == 130
    assert "Traceback" not in window.everything
