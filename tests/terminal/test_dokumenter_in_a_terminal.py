"""The few questions that documents ask, answered in a real terminal."""

from pathlib import Path

import pytest

from handed import handed_case
from vforlob.actions.settings import setting
from vforlob.model.accounts import Indstilling
from vforlob.model.eksport import Eksport
from vforlob.store.store import Store

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

pytestmark = [pytest.mark.terminal, pytest.mark.safety]


def out_of(folder: str) -> Path:
    return Path(folder).parent / "tekst.md"


def window(folder: str, *line: str) -> Window:
    return Window(folder, *line, "--format", "md", "--ud", str(out_of(folder)))


def forget_hours(store: Store) -> None:
    with store.doing("prove"):
        for row in store.door(Indstilling).find(navn="traeffetid"):
            store.door(Indstilling).remove(row.nr)


def test_hours_are_asked_once_and_kept(store: Store, folder: str) -> None:
    handed_case(store)
    forget_hours(store)

    first = window(folder, "kontaktkort", "virksomhed", "f1")
    first.answer(("Hvornår kan man ringe til dig?", "hverdage kl. 9-14\r"))
    assert first.ended() == 0
    second = window(folder, "kontaktkort", "borger", "f1", "--overskriv")
    assert second.ended() == 0

    assert setting(store, "traeffetid") == "hverdage kl. 9-14"
    assert "hverdage kl. 9-14" in out_of(folder).read_text("utf-8")


def test_an_empty_answer_is_not_asked_for_again(store: Store, folder: str) -> None:
    handed_case(store)
    forget_hours(store)

    first = window(folder, "kontaktkort", "virksomhed", "f1")
    first.answer(("Hvornår kan man ringe til dig?", "\r"))
    assert first.ended() == 0
    second = window(folder, "kontaktkort", "virksomhed", "f1", "--overskriv")

    assert second.ended() == 0
    assert "træffes" not in out_of(folder).read_text("utf-8")


def test_enter_takes_the_draft_and_a_new_text_replaces_it(store: Store, folder: str) -> None:
    handed_case(store)

    taken = window(folder, "udviklingsbeskrivelse", "f1")
    taken.answer(("Udkastet", "\r"))
    assert taken.ended() == 0
    assert "Fejning klares nu selvstændigt." in out_of(folder).read_text("utf-8")

    written = window(folder, "udviklingsbeskrivelse", "f1", "--overskriv")
    written.answer(("Udkastet", "\x15"), ("Udkastet", "Det går fremad, dag for dag.\r"))
    assert written.ended() == 0
    assert "Det går fremad, dag for dag." in out_of(folder).read_text("utf-8")


def test_the_handover_asks_if_the_sagsbehandler_is_to_call_and_what_comes_next(store: Store, folder: str) -> None:
    handed_case(store)

    screen = window(folder, "overdragelse", "f1")
    screen.answer(
        ("Skal sagsbehandleren ringe til dig?", "n\r"), ("Hvad anbefaler du som næste skridt?", "Et sted med ro\r")
    )

    assert screen.ended() == 0
    text = out_of(folder).read_text("utf-8")
    assert "Ring til mig: nej" in text
    assert "Et sted med ro" in text


@pytest.mark.parametrize(("keys", "code"), [("\x03", 130), (":p\r", 0)])
def test_leaving_a_question_makes_nothing(store: Store, folder: str, keys: str, code: int) -> None:
    handed_case(store)

    screen = window(folder, "overdragelse", "f1")
    screen.answer(("Skal sagsbehandleren ringe til dig?", keys))
    screen.see("Stoppet. Der er ikke lavet noget.")

    assert screen.ended() == code
    assert not out_of(folder).exists()
    assert store.door(Eksport).find() == ()
