"""A sheet typed back in a real terminal: Danish letters, wrong numbers, a window closed in the middle, two windows."""

import json

import pytest

from building import make_case

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from running import run
from vforlob.model.samtale import Samtale
from vforlob.store.store import Store

pytestmark = [pytest.mark.safety, pytest.mark.terminal]

CTRL_C, ENTER = "\x03", "\r"
FIRST, MORE = "Skriv eller indsæt linjerne", "Flere linjer?"
NOW_WHAT = "Gem som færdig, som kladde, eller ret?"
PASTED = "\x1b[200~• 4a: 8\n• 4b: 7\n10.1: Prøvetur med Åse; borger, konsulent; 1/12\x1b[201~"


def svar(folder: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(run("samtale", "vis", "s1", "--json", folder=folder).out)["svar"]
    return found


def test_lines_are_typed_and_pasted_seen_and_saved(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "indtast", "f1", rows=50)

    window.answer(
        (FIRST, "1c: Hun synes, æblerne går godt\r"),
        (MORE, PASTED),
        ("Prøvetur med Åse", ENTER),
        ("Enter på en tom linje er slut >", ENTER),
    )
    seen = window.see(NOW_WHAT)
    window.type("a\r")
    window.answer(("Samtalen s1 er færdig", ""), ("Aflevér den nu?", "n\r"))

    assert window.ended() == 0
    for text in (
        "fredag den 20. november 2026",
        "8 dage",
        "borgeren og konsulenten",
        "tirsdag den 1. december 2026 (uge 49)",
    ):
        assert text in seen
    assert "Ikke drøftet: 2, 3, 5, 6, 7, 8 og 9." in seen
    assert svar(folder)["hvordan_gar_det"] == {"borger_tekst": "Hun synes, æblerne går godt"}
    assert svar(folder)["fremmode"] == {"aftalt": 8, "modt": 7}


def test_a_wrong_number_is_named_and_mended_before_it_is_saved(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "indtast", "f1", rows=50)

    window.answer((FIRST, "14: otte\r"), (MORE, ENTER))
    seen = window.see(NOW_WHAT, "Der er intet nummer 14. Mente du 10?")
    window.answer((NOW_WHAT, "c\r"), ("Ret linjerne > 14: otte", "\x15" + "4a: 8\r"), ("Aftalte dage 8 dage", "a\r"))
    window.answer(("Samtalen s1 er færdig", ""), ("Aflevér den nu?", "n\r"))

    assert window.ended() == 0
    assert "Ikke fordelt" in seen
    assert svar(folder) == {"fremmode": {"aftalt": 8}}


def test_what_speaks_against_something_cannot_be_finished(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "indtast", "f1", rows=50)

    window.answer((FIRST, "aftale 1: flyttet\r"), (MORE, ENTER), (NOW_WHAT, "a\r"), (NOW_WHAT, "b\r"))
    window.see("Samtalen s1 er gemt som kladde")

    assert window.ended() == 0
    assert window.everything.count("En flyttet aftale skal have en ny frist.") >= 2


@pytest.mark.parametrize("end", ["ctrl-c", "closed"])
def test_a_window_left_in_the_middle_loses_no_key(store: Store, folder: str, end: str) -> None:
    make_case(store)
    window = Window(folder, "indtast", "f1", rows=50)
    window.answer((FIRST, "1c: Første linje\r"), (MORE, "4a: halvt skrevet, æøå"))
    window.see("halvt skrevet, æøå")
    if end == "ctrl-c":
        window.type(CTRL_C)
        window.see("Sat på pause. Det, du skrev, er gemt. Fortsæt med: vforlob indtast f1")
        assert window.ended() == 130
    else:
        window.child.close(force=False)

    again = Window(folder, "indtast", "f1", rows=50)
    again.see("Du var i gang med:", "1c: Første linje", "4a: halvt skrevet, æøå")
    again.answer((MORE, ENTER), (NOW_WHAT, "b\r"))
    again.see("gemt som kladde")

    assert again.ended() == 0
    assert svar(folder)["hvordan_gar_det"] == {"borger_tekst": "Første linje"}
    assert svar(folder)["fremmode"] == {"note": "4a: halvt skrevet, æøå"}


def test_nothing_typed_leaves_nothing_behind(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "indtast", "f1")

    window.answer((FIRST, ENTER))
    window.see("Der er ikke skrevet noget. Intet er gemt.")

    assert window.ended() == 0
    assert store.door(Samtale).find() == ()


def test_a_second_window_is_told_before_anything_is_typed(store: Store, folder: str) -> None:
    make_case(store)
    first = Window(folder, "indtast", "f1")
    first.answer((FIRST, "4a: 8\r"))
    first.see(MORE)

    second = Window(folder, "indtast", "f1")
    second.see("Samtalen er åben i et andet vindue")

    assert second.ended() == 11
    first.answer((MORE, ENTER), (NOW_WHAT, "b\r"))
    first.see("gemt som kladde")
    assert first.ended() == 0


def test_a_window_that_begins_the_samtale_meanwhile_gets_the_lines(store: Store, folder: str) -> None:
    make_case(store)
    typing = Window(folder, "indtast", "f1", rows=50)
    typing.see(FIRST)
    walking = Window(folder, "opfølgning", "f1")
    walking.answer(("Enter begynder", ENTER), ("Hvem er med", ENTER))
    walking.see("Hvordan taler I sammen")

    typing.type("4a: 8\r")
    typing.answer((MORE, ENTER), (NOW_WHAT, "b\r"))
    typing.see("Samtalen er åben i et andet vindue")
    typing.type(CTRL_C)
    typing.see("Det, du skrev, er gemt")

    assert typing.ended() == 130
    walking.type(CTRL_C)
    walking.ended()
    again = Window(folder, "indtast", "f1", rows=50)
    again.see("Du var i gang med:", "4a: 8")
    again.type(CTRL_C)
    again.ended()


def test_plain_lines_take_the_place_of_those_with_the_same_number(store: Store, folder: str) -> None:
    make_case(store)
    window = Window(folder, "indtast", "f1", "--enkel", rows=50)

    window.answer((FIRST, "4a: otte\r4b: 7\r\r"), (MORE, ENTER), (NOW_WHAT, "c\r"))
    window.answer(("De erstatter det, der stod", "4a: 8\r\r"), ("Aftalte dage 8 dage", "a\r"))
    window.answer(("Samtalen s1 er færdig", ""), ("Aflevér den nu?", "n\r"))

    assert window.ended() == 0
    assert svar(folder)["fremmode"] == {"aftalt": 8, "modt": 7}
