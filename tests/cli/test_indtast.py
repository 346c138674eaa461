"""`vforlob indtast`: a sheet typed back from lines, as a consultant pastes them and a script sends them."""

import json
from pathlib import Path
from typing import Any

import pytest

from building import make_borger, make_case
from running import Ran, run
from vforlob.model.samtale import Samtale
from vforlob.store.samtale_lock import hold
from vforlob.store.store import Store

WHOLE = """
dato: i går
med: borger, leder
aftale 1: gjort
aftale 2: flyttet; fredag; bussen kørte ikke
1b: 4
1c: Det går bedre,
end jeg troede
2.1: selvstændigt
2.3: Kaffe til holdet; med hjælp
4a: 8
4b: 7
4c: 1
6.1: ja
10.1: Ny mødetid kl. 9.15; virksomheden; 1/12
10a: 1/12
"""


def typed(folder: str, lines: str, *argv: str) -> Ran:
    return run("indtast", *dict.fromkeys((*(argv or ("f1",)), "--json")), stdin=lines, folder=folder)


def answers(folder: str, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("samtale", "vis", f"s{number}", "--json", folder=folder).out)
    return found


def test_lines_become_a_finished_samtale_with_its_effects(store: Store, folder: str) -> None:
    make_case(store)

    ran = typed(folder, WHOLE)

    assert ran.code == 0, ran.err
    held = json.loads(ran.out)
    assert list(held)[:5] == ["skema", "samtale", "status", "besvaret", "punkter"]
    assert (held["samtale"], held["status"], held["punkter"]) == (1, "faerdig", 10)
    svar = answers(folder)["svar"]
    assert svar["fremmode"] == {"aftalt": 8, "modt": 7, "syg": 1}
    assert svar["hvordan_gar_det"] == {"borger": 4, "borger_tekst": "Det går bedre,\nend jeg troede"}
    assert svar["aftaler"]["raekker"][0] == {
        "hvad": "Ny mødetid kl. 9.15",
        "hvem": ["virksomhed"],
        "frist": "2026-12-01",
    }
    opgaver = {row["opgave"]: row["trin"] for row in svar["opgaver"]["raekker"]}
    assert opgaver == {"fejning": "selvstaendigt", "Kaffe til holdet": "med_hjaelp"}
    settled = {
        row["id"]: row for row in json.loads(run("aftale", "liste", "--alle", "--json", folder=folder).out)["raekker"]
    }
    assert settled[1]["status"] == "gjort"
    samtale = store.door(Samtale).get(1)
    assert (samtale.dato, samtale.deltagere) == ("2026-11-19", ("borger", "leder", "konsulent"))
    assert "Næste kontakt: tirsdag den 1. december" in ran.err


def test_what_is_not_mentioned_is_not_discussed(store: Store, folder: str) -> None:
    make_case(store)

    typed(folder, "4a: 9\n")

    assert list(answers(folder)["svar"]) == ["fremmode"]


def test_the_text_of_the_samtale_is_made_of_what_was_typed(store: Store, folder: str) -> None:
    make_case(store)
    typed(folder, WHOLE)

    text = run("referat", "s1", "--til", "journal", "--format", "txt", folder=folder).out

    for part in ("Det går bedre,", "Kaffe til holdet", "Ny mødetid kl. 9.15", "19.11.2026"):
        assert part in text


def test_what_cannot_be_read_becomes_a_note_and_the_samtale_stays_a_draft(store: Store, folder: str) -> None:
    make_case(store)

    ran = typed(folder, "Mødte Bo i døren\n4a: 9\n4c: mange\n14: ukendt\n6.9: ja\n")

    assert ran.code == 0
    assert json.loads(ran.out)["status"] == "kladde"
    for text in ("Ikke fordelt", "4c: mange", "er ikke et tal", "14: ukendt", "Der er intet nummer 14. Mente du 10?"):
        assert text in ran.err
    assert "Ret det, der mangler: vforlob opfølgning f1" in ran.err
    svar = answers(folder)["svar"]
    assert svar["fremmode"] == {"aftalt": 9, "note": "4c: mange"}
    assert svar["hensyn"] == {"note": "6.9: ja"}
    assert svar["aftaler"] == {"note": "Mødte Bo i døren\n14: ukendt"}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("4a: 8\n4b: 9", "Der er 8 aftalte dage, men svarene giver 9."),
        ("aftale 1: flyttet", "En flyttet aftale skal have en ny frist."),
        ("med: borger\n1e: Fint", "Det er virksomhedens svar, men virksomheden står ikke under deltagere."),
        ("10.1: ; borger; fredag", "10.1: Rækken mangler »Hvad er aftalt«."),
        ("8a: 40", "40 timer om ugen er mere end 37."),
    ],
)
def test_what_speaks_against_something_keeps_it_a_draft(store: Store, folder: str, lines: str, said: str) -> None:
    make_case(store)

    ran = typed(folder, lines)

    assert json.loads(ran.out)["status"] == "kladde", ran.err
    assert said in " ".join(ran.err.split())


def test_an_answer_that_is_not_asked_for_is_kept_as_a_note(store: Store, folder: str) -> None:
    make_case(store)

    ran = typed(folder, "9a: nej\n9d: Der mangler tid\n")

    assert "9d: Der mangler tid" in ran.err
    assert answers(folder)["svar"]["forlaengelse"] == {"borger": "nej", "note": "9d: Der mangler tid"}


def test_a_draft_is_filled_and_the_same_lines_twice_change_nothing(store: Store, folder: str) -> None:
    make_case(store)
    typed(folder, "4c: mange\n10.1: Bus; borger; 1/12\n4a: 8")
    first = answers(folder)["svar"]

    again = typed(folder, "4c: mange\n10.1: Bus; borger; 1/12\n4a: 8")
    mended = typed(folder, "4c: 1\n10.1: Tog; borger; 1/12")

    assert json.loads(again.out)["samtale"] == json.loads(mended.out)["samtale"] == 1
    assert json.loads(mended.out)["status"] == "faerdig"
    svar = answers(folder)["svar"]
    assert first["aftaler"]["raekker"] == [{"hvad": "Bus", "hvem": ["borger"], "frist": "2026-12-01"}]
    assert svar["aftaler"]["raekker"] == [{"hvad": "Tog", "hvem": ["borger"], "frist": "2026-12-01"}]
    assert svar["fremmode"] == {"aftalt": 8, "syg": 1, "note": "4c: mange"}


def test_it_is_one_thing_done_and_is_taken_back_as_one(store: Store, folder: str) -> None:
    make_case(store)
    typed(folder, WHOLE)

    undone = run("fortryd", "--json", folder=folder)

    assert undone.code == 0, undone.err
    assert json.loads(run("samtale", "liste", "--json", folder=folder).out)["raekker"] == []


def test_a_formode_is_typed_for_a_borger(store: Store, folder: str) -> None:
    make_borger(store)

    ran = typed(
        folder,
        "1: Tilbage i arbejde\n12.1: Ringe; konsulent; fredag\n10.1: Savværk; Træ\n",
        "b1",
        "--agenda",
        "Formøde",
    )

    assert json.loads(ran.out)["status"] == "faerdig", ran.err
    svar = answers(folder)["svar"]
    assert svar["indsats"] == {"svar": "Tilbage i arbejde"}
    assert svar["onskeliste"]["raekker"] == [{"onske": "Savværk", "branche": "Træ"}]
    assert "Skal borgeren følges tæt fra starten?" in ran.err


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_notes_are_read_in_the_letters_they_were_saved_in(
    store: Store, folder: str, tmp_path: Path, letters: str
) -> None:
    make_case(store)
    path = tmp_path / "noter.txt"
    path.write_bytes("• 1c: Æblegrød på øen\r\n• 4A: 9\r\n".encode(letters))

    ran = typed(folder, "", "f1", "--svar", str(path), "--json")

    assert ran.code == 0, ran.err
    svar = answers(folder)["svar"]
    assert (svar["hvordan_gar_det"]["borger_tekst"], svar["fremmode"]["aftalt"]) == ("Æblegrød på øen", 9)


def test_a_cpr_number_is_never_stored(store: Store, folder: str) -> None:
    make_case(store)

    ran = typed(folder, "1c: Hun er 010203-1234\n14: 010203-1234\n")

    assert "Et cpr-nummer er skjult" in ran.err
    everything = run("samtale", "vis", "s1", "--json", folder=folder).out + ran.err
    assert "1234" not in everything
    assert "010203-••••" in everything


@pytest.mark.parametrize(
    ("argv", "lines", "code", "said"),
    [
        (("f1",), "", 2, "Der er ikke skrevet noget"),
        (("f1",), "\n \n", 2, "Der er ikke skrevet noget"),
        (("f1",), "a\0b", 4, "er ikke tekst"),
        (("f1",), "x" * 20_001, 4, "mere tekst, end der er plads til"),
        (("f1",), "4a: 9\n" * 50_000, 4, "mere tekst, end der er plads til"),
        (("f9",), "4a: 9", 3, "f9"),
        (("f1", "--agenda", "opføling"), "4a: 9", 3, "Mente du opfølgning"),
        (("f1", "--svar", "findes-ikke.txt"), "", 3, "findes-ikke.txt"),
    ],
)
def test_what_cannot_be_taken_saves_nothing(
    store: Store, folder: str, argv: tuple[str, ...], lines: str, code: int, said: str
) -> None:
    make_case(store)

    ran = typed(folder, lines, *argv)

    assert (ran.code, ran.out) == (code, ""), ran.err
    assert said in ran.err
    assert store.door(Samtale).find() == ()


def test_another_window_that_holds_the_samtale_is_left_in_peace(store: Store, folder: str) -> None:
    make_case(store)
    typed(folder, "14: ukendt")

    with hold(folder, 1):
        ran = typed(folder, "4a: 9")

    assert ran.code == 11
    assert "åben i et andet vindue" in ran.err
    assert "fremmode" not in answers(folder)["svar"]


def test_a_sheet_printed_before_a_hensyn_was_withdrawn_still_names_the_others(store: Store, folder: str) -> None:
    make_case(store)
    run("hensyn", "ret", "1", "--svar", "-", stdin='trukket = "i dag"\n', folder=folder)

    typed(folder, "6.2: delvist")

    assert answers(folder)["svar"]["hensyn"]["raekker"] == [{"nr": 2, "virker": "delvist"}]


def test_json_is_given_to_those_who_ask_for_it(store: Store, folder: str) -> None:
    make_case(store)

    ran = run("indtast", "f1", stdin="4a: 9", folder=folder)

    assert (ran.code, ran.out) == (0, "")
    assert "er færdig" in ran.err
