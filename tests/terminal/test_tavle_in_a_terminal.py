"""An opening typed, and a colleague's list taken, in a real terminal."""

from pathlib import Path

import pytest

from building import make_virksomhed

pytest.importorskip("pexpect", reason="pexpect findes kun på POSIX")
pytest.importorskip("pyte", reason="pyte mangler")

from meeting_window import Window

from vforlob.model.jobabning import Jobabning
from vforlob.store.store import Store

pytestmark = [pytest.mark.terminal, pytest.mark.safety]

LIST = "Firma;Stilling;Timer\nSmedjen;Svejse;3\nØrbæk & Søn;pakke ÆSKER;2,5\n"


def test_an_opening_is_four_answers(store: Store, folder: str) -> None:
    make_virksomhed(store)
    window = Window(folder, "jobåbning", "ny", "v1")

    window.answer(
        ("Opgaver", "Pakke æsker\r"),
        ("Timer om ugen", "2,5\r"),
        ("Svar senest", "1/12\r"),
        ("b Småjob", "b\r"),
    )
    window.see("Jobåbning 1 hos Ørbæk & Søn er skrevet ned.")

    assert window.ended() == 0
    made = store.door(Jobabning).get(1)
    assert (made.opgaver, made.timer, made.frist, made.art) == ("Pakke æsker", 2.5, "2026-12-01", "smajob")


def test_ctrl_c_in_the_middle_keeps_no_half_opening(store: Store, folder: str) -> None:
    make_virksomhed(store)
    window = Window(folder, "jobåbning", "ny", "v1")

    window.answer(("Opgaver", "Pakke æsker\r"), ("Timer om ugen", "\x03"))
    window.see("Stoppet. Intet er gemt.")

    assert window.ended() == 130
    assert store.door(Jobabning).find() == ()


def test_a_list_is_shown_asked_about_and_taken(store: Store, folder: str) -> None:
    make_virksomhed(store)
    with store.doing("jobåbning ny"):
        store.door(Jobabning).add(Jobabning(0, 1, "Pakke æsker", 2.5, nogle="egen0001"))
    path = Path(folder).parent / "k.csv"
    path.write_text(LIST, encoding="utf-8")
    window = Window(folder, "tavle", "hent", str(path))

    window.answer(("Hent 1 jobåbning?", "j\r"), ("Hent også 1 jobåbning, der ligner en anden?", "n\r"))
    window.see("1 jobåbning hentet, 1 virksomhed oprettet")

    assert window.ended() == 0
    assert [it.opgaver for it in store.door(Jobabning).find()] == ["Pakke æsker", "Svejse"]


def test_ctrl_c_at_the_question_takes_nothing(store: Store, folder: str) -> None:
    path = Path(folder).parent / "k.csv"
    path.write_text(LIST, encoding="utf-8")
    window = Window(folder, "tavle", "hent", str(path))

    window.answer(("Hent 2 jobåbninger?", "\x03"))

    assert window.ended() == 130
    assert store.door(Jobabning).find() == ()
