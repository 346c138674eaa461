"""The three examples, as a script would run them, and what the commands say when something is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from building import make_borger, make_case, make_virksomhed
from running import Ran, run
from vforlob.actions.records import new_record
from vforlob.cli.holding import tell
from vforlob.model.aftale import Aftale
from vforlob.model.samtale import Samtale
from vforlob.store.case import load_case
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.samtale_lock import hold
from vforlob.store.store import Store

EXAMPLES = Path(__file__).parent.parent / "eksempler"


@pytest.fixture
def running(store: Store, folder: str) -> str:
    """A folder with one borger, one virksomhed and, after the formøde, one forløb."""
    borger, virksomhed = make_borger(store, alias="B-1"), make_virksomhed(store)
    store.close()
    assert run("formode", "b1", "--svar", str(EXAMPLES / "formode.toml"), folder=folder).code == 0
    with reopened(folder) as again:
        given = {"borger": borger.nr, "virksomhed": virksomhed.nr, "art": "virksomhedspraktik"}
        new_record(again, "forlob", {**given, "start": "2026-11-04", "slut": "2027-02-03", "timer": 12.5})
    return folder


def reopened(folder: str) -> Store:
    from conftest import KEY, NOW

    return open_store(folder, KEY, lambda: NOW)


def held(folder: str, command: str, *argv: str) -> Any:
    ran = run(command, *argv, "--svar", str(EXAMPLES / f"{command}.toml"), "--json", folder=folder)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def filled(folder: str, text: str, *argv: str) -> Ran:
    return run(*(argv or ("opfolgning", "f1")), "--svar", "-", folder=folder, stdin=text)


def test_the_three_examples_are_held_one_after_another(store: Store, folder: str) -> None:
    make_borger(store, alias="B-1")
    make_virksomhed(store)
    store.close()

    first = held(folder, "formode", "b1")
    with reopened(folder) as again:
        given = {"borger": 1, "virksomhed": 1, "art": "virksomhedspraktik", "start": "2026-11-04"}
        new_record(again, "forlob", {**given, "slut": "2027-02-03", "timer": 12.5})
    second, third = held(folder, "startmode", "f1"), held(folder, "opfolgning", "f1")

    assert [first["punkter"], second["punkter"], third["punkter"]] == [12, 12, 10]
    assert [first["besvaret"], second["besvaret"], third["besvaret"]] == [12, 12, 10]
    assert {"skema": 1, "samtale": 3, "status": "faerdig"}.items() <= third.items()


def test_the_examples_leave_the_case_as_they_say(running: str) -> None:
    held(running, "startmode", "f1")
    held(running, "opfolgning", "f1")

    with reopened(running) as store:
        case = load_case(store, forlob=1)
        apart = differences(store)

    assert [(a.nr, a.status, a.frist) for a in case.aftaler] == [
        (1, "gjort", "2026-11-06"),
        (2, "aben", "2026-11-04"),
        (3, "aben", "2026-11-27"),
        (4, "aben", "2026-12-01"),
    ]
    assert [(o.opgave, o.trin) for o in case.opgaver] == [
        ("Fejning og aflæsning", "selvstaendigt"),
        ("Pakkebordet", "med_hjaelp"),
    ]
    assert {(c.hensyn, c.rolle, c.svar) for c in case.clearances if c.svar != "sporg"} == {
        (1, "leder", "ma"),
        (1, "mentor", "ma"),
        (1, "kolleger", "ma_ikke"),
        (1, "vitas", "ma_ikke"),
    }
    assert case.planer[-1].dato == "2026-12-01"
    assert apart == []


def test_a_held_samtale_is_read_back_as_it_was_given(running: str) -> None:
    held(running, "startmode", "f1")
    held(running, "opfolgning", "f1")

    shown = json.loads(run("samtale", "vis", "s3", "--json", folder=running).out)

    assert shown["svar"]["fremmode"]["syg"] == 1
    assert shown["svar"]["hensyn"]["raekker"] == [{"nr": 1, "virker": "ja"}, {"nr": 2, "virker": "delvist"}]
    assert shown["svar"]["aftaler"]["naeste_kontakt"] == "2026-12-01"
    assert shown["tidligere_aftaler"][1] == {
        "nr": 3,
        "udfald": "flyttet",
        "frist": "2026-11-27",
        "grund": "Travlt på lageret",
    }


def test_only_those_present_are_asked(running: str) -> None:
    text = '[samtale]\ndeltagere = ["borger", "konsulent"]\n[hvordan_gar_det]\nborger = 4\n'

    ran = filled(running, text, "opfolgning", "f1", "--json")
    shown = json.loads(run("samtale", "vis", str(json.loads(ran.out)["samtale"]), "--json", folder=running).out)

    assert "hvordan_gar_det.virksomhed_tekst" in shown["ikke_spurgt"]
    assert shown["svar"] == {"hvordan_gar_det": {"borger": 4}}


def test_a_party_that_is_none_is_refused_also_beside_a_file(running: str) -> None:
    ran = run("opfolgning", "f1", "--med", "chefen", "--svar", str(EXAMPLES / "opfolgning.toml"), folder=running)

    assert ran.code == 2
    assert "--med tager borger" in ran.err


def test_a_faulty_file_saves_nothing_and_names_every_fault(running: str) -> None:
    text = '[fremmode]\nsygg = 1\naftalt = "mange"\n[fremode]\n[aftaler]\nonsker = "x"\n'

    ran = filled(running, text)

    assert ran.code == 4
    assert "Linje 2" in ran.err
    assert "Linje 3" in ran.err
    assert "Mente du »fremmode«" in ran.err
    with reopened(running) as store:
        assert len(store.door(Samtale).find()) == 1


def test_an_unfinished_file_leaves_a_draft_that_the_next_file_fills(running: str) -> None:
    first = filled(running, '[samtale]\nafslut = false\n[lonkroner]\ntrin = "italesat"\n', "opfolgning", "f1", "--json")
    second = filled(running, "[timetal]\npraktik = 15\n", "opfolgning", "f1", "--json")

    assert json.loads(first.out)["status"] == "kladde"
    assert json.loads(second.out) == json.loads(first.out) | {"status": "faerdig", "besvaret": 2, "udgave": 1}


def test_nobody_to_ask_is_told_what_to_write(running: str) -> None:
    ran = run("opfolgning", "f1", folder=running)

    assert ran.code == 2
    assert "vforlob opfølgning f1 --svar svar.toml" in ran.err


def test_a_missing_number_is_asked_for_in_a_sentence(running: str) -> None:
    ran = run("opfolgning", folder=running)

    assert ran.code == 2
    assert "et forløb" in ran.err


def test_a_second_window_is_told_since_when(running: str) -> None:
    filled(running, "[samtale]\nafslut = false\n")

    with hold(running, 2):
        ran = filled(running, "[timetal]\npraktik = 15\n")

    assert ran.code == 11
    assert "åben i et andet vindue (siden kl." in ran.err


def test_a_correction_needs_a_reason(running: str) -> None:
    ran = filled(running, '[onsker]\nsvar = "Andet"\n', "samtale", "ret", "s1")

    assert ran.code == 4
    assert "grund" in ran.err


def test_a_correction_changes_what_the_samtale_made(running: str) -> None:
    text = (
        '[samtale]\ngrund = "Forkert frist"\n[aftaler]\nraekker = [\n'
        '{ hvad = "Tage linje 42 en prøvetur", hvem = "borger", frist = 2026-11-07 },\n'
        '{ hvad = "Ringe til de tre steder", hvem = "konsulent", frist = 2026-11-04 } ]\n'
    )

    ran = filled(running, text, "samtale", "ret", "s1", "--json")

    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["udgave"] == 2
    with reopened(running) as store:
        assert [(a.nr, a.frist) for a in store.door(Aftale).find()] == [(1, "2026-11-07"), (2, "2026-11-04")]


def test_what_was_changed_by_hand_since_stands_and_is_named(running: str) -> None:
    with reopened(running) as store, store.doing("aftale ret"):
        store.door(Aftale).change(1, frist="2026-11-10")
    row = '{ hvad = "Tage linje 42 en prøvetur", hvem = "borger", frist = 2026-11-07 }'
    text = f'[samtale]\ngrund = "Forkert"\n[aftaler]\nraekker = [ {row} ]\n'

    ran = filled(running, text, "samtale", "ret", "s1")

    assert "Ikke ændret, fordi det er rettet siden: aftale 1 (frist)." in ran.err
    with reopened(running) as store:
        assert [(a.nr, a.frist) for a in store.door(Aftale).find()] == [(1, "2026-11-10")]


def test_an_older_version_is_still_shown(running: str) -> None:
    filled(running, '[samtale]\ngrund = "Skrevet forkert"\n[onsker]\nsvar = "Kontor"\n', "samtale", "ret", "s1")

    old = json.loads(run("samtale", "vis", "s1", "--udgave", "1", "--json", folder=running).out)
    new = json.loads(run("samtale", "vis", "s1", "--json", folder=running).out)

    assert old["svar"]["onsker"] == {"svar": "Noget med hænderne, gerne ved få mennesker"}
    assert (new["svar"]["onsker"], new["udgave"], new["grund"]) == ({"svar": "Kontor"}, 2, "Skrevet forkert")


def test_a_version_that_is_not_there_is_not_found(running: str) -> None:
    ran = run("samtale", "vis", "s1", "--udgave", "7", folder=running)

    assert ran.code == 3
    assert "har 1 udgave" in ran.err


def test_a_draft_is_not_corrected_but_gone_on_with(running: str) -> None:
    filled(running, "[samtale]\nafslut = false\n")

    ran = run("samtale", "ret", "s2", folder=running)

    assert ran.code == 2
    assert "vforlob opfølgning f1" in ran.err


def test_the_list_says_whose_and_how_far(running: str) -> None:
    filled(running, "[samtale]\nafslut = false\n")

    shown = run("samtale", "liste", folder=running)

    assert shown.code == 0
    heading, _, _, *rows = shown.out.splitlines()
    assert heading.strip().startswith("Kun til dig")
    assert [row.split()[0] for row in rows] == ["s2", "s1"]
    assert "ikke færdig" in rows[0]


def test_the_last_thing_done_is_shown_and_taken_back(running: str) -> None:
    ran = run("fortryd", "--uden-sporgsmal", folder=running)
    again = run("fortryd", folder=running)

    assert ran.code == 0
    assert "forløb ny" in ran.out
    assert again.code == 0
    with reopened(running) as store:
        assert store.door(Samtale).find() == ()


def test_taking_a_correction_back_shows_only_what_it_changed(running: str) -> None:
    filled(running, '[samtale]\ngrund = "Skrevet forkert"\n[onsker]\nsvar = "Kontor"\n', "samtale", "ret", "s1")

    ran = run("fortryd", folder=running)

    assert "Kontor -> Noget med hænderne, gerne ved få mennesker" in ran.out
    assert "Planteskole" not in ran.out  # an answer that the correction only carried over
    assert "ændringer mere" not in ran.out


def test_what_is_told_under_a_question_keeps_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    tell(" 1 Hvordan går det?   drøftet\n 2 Fremmøde           ikke drøftet")

    assert capsys.readouterr().out == "  1 Hvordan går det?   drøftet\n  2 Fremmøde           ikke drøftet\n"


def test_a_finished_samtale_taken_back_is_a_draft_again(store: Store, folder: str) -> None:
    make_case(store)
    store.close()
    filled(folder, "[samtale]\nafslut = false\n[timetal]\npraktik = 15\n")
    filled(folder, '[lonkroner]\ntrin = "italesat"\n')

    ran = run("fortryd", folder=folder)

    assert ran.code == 0
    with reopened(folder) as again:
        assert again.door(Samtale).get(1).status == "kladde"
        assert len(load_case(again, forlob=1).timer) == 1


@pytest.mark.parametrize("words", [("opfolgning", "f9"), ("samtale", "vis", "s9"), ("formode", "b9")])
def test_what_is_not_there_is_not_found(running: str, words: tuple[str, ...]) -> None:
    assert run(*words, folder=running).code == 3


def test_nothing_open_is_a_sentence(running: str) -> None:
    ran = run("fortsaet", folder=running)

    assert ran.code == 3
    assert "begyndt og ikke færdig" in ran.err
