"""slettefrister, slet and slettestop as they are typed: what is said, what needs a yes, what is left."""

import json
from collections.abc import Callable
from datetime import datetime

import pytest

from building import finish, make_borger, make_case, make_samtale, make_virksomhed
from meeting import shipped
from running import run
from vforlob.cli.short_questions import Left
from vforlob.cli.slet_asking import asking
from vforlob.cli.stopping import Stopped
from vforlob.model.accounts import Kvittering
from vforlob.model.answers import Key
from vforlob.model.forlob import Forlob
from vforlob.store.open import open_store
from vforlob.store.store import Store

LATER = {"VFORLOB_NU": "2026-12-20T13:00"}
FAR = {"VFORLOB_NU": "2031-06-01T13:00"}


@pytest.fixture
def case(store: Store, folder: str) -> str:
    """b1 in f1 with s1 and s2, of which the journal has s1; b2 has nothing; v2 has nobody."""
    made = make_case(store, borger={"alias": "Æ-7"})
    sha = shipped(store, "opfolgning").sha
    said: dict[Key, object] = {
        Key("hvordan_gar_det", "borger_tekst"): "Det går rigtig godt",
        Key("hvordan_gar_det", "borger"): 4,
    }
    first = finish(store, make_samtale(store, made, answers=said, dato="2026-11-05", agenda_sha=sha, med=("borger",)))  # type: ignore[arg-type]
    finish(store, make_samtale(store, made, dato="2026-11-12", agenda_sha=sha))
    newest = store.rows("SELECT max(nr) FROM haendelse")[0][0]
    with store.doing("kvittering"):
        store.door(Kvittering).add(Kvittering(0, "samtale", first.nr, "2026-11-06", 1, newest))
    make_borger(store, alias="B-2", andet="Kender Æ-7")
    make_virksomhed(store, navn="Tom & Co")
    store.close()
    return folder


@pytest.fixture
def closed(case: str, key: bytes, clock: Callable[[], datetime]) -> str:
    """The same when the forløb has ended and the journal has everything."""
    with open_store(case, key, clock) as again:
        _close(again)
    return case


def _close(store: Store) -> None:
    newest = store.rows("SELECT max(nr) FROM haendelse")[0][0]
    with store.doing("lukket"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-20")
        for emne, nr in store.rows("SELECT emne, emne_nr FROM til_journal"):
            store.door(Kvittering).add(Kvittering(0, emne, nr, "2026-11-20", 1, newest + 99))


def test_the_list_says_what_is_due_since_when_and_what_waits(case: str) -> None:
    ran = run("slettefrister", folder=case, env=LATER)

    assert ran.code == 0
    assert "Det skrevne: 1 samtale" in ran.out
    assert "s1 Æ-7, 5/11: fristen var 6/12" in ran.out
    assert "s2" in ran.out
    assert "mangler i journalen" in " ".join(ran.out.split())
    assert "Hjælp, ikke juridisk rådgivning." in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_as_json_it_names_every_one(case: str) -> None:
    found = json.loads(run("slettefrister", "--json", folder=case, env=LATER).out)

    due = [row for row in found["raekker"] if row["kan_slettes"]]
    assert found["skema"] == 1
    assert due == [
        {
            "id": 1,
            "slags": "samtale",
            "borger": 1,
            "dato": "2026-11-05",
            "frist": "2026-12-06",
            "kan_slettes": "ord",
            "venter_pa": None,
        }
    ]
    assert found["frister"]["ord"] == 30


def test_a_yes_on_the_line_deletes_the_words_and_keeps_the_choices(case: str) -> None:
    ran = run("slettefrister", "--ja", "ord", folder=case, env=LATER)
    shown = run("samtale", "vis", "s1", folder=case, env=LATER)
    text = run("referat", "s1", "--til", "borger", folder=case, env=LATER)
    said = json.loads(run("samtale", "vis", "s1", "--json", folder=case).out)["svar"]["hvordan_gar_det"]

    assert ran.code == 0, ran.err
    assert "Slettet: det skrevne i 1 post" in ran.out
    assert "Det skrevne i samtalen blev slettet 20. december 2026." in " ".join(shown.out.split())
    assert "rigtig godt" not in shown.out + text.out
    assert (said["borger"], said["borger_tekst"]) == (4, "(slettet)")
    assert "Det skrevne i samtalen blev slettet 20. december 2026." in text.out
    assert "Intet har nået sin frist." in run("slettefrister", folder=case, env=LATER).out


@pytest.mark.parametrize("wrong", ["alting", "ord,alting", ","])
def test_a_yes_to_something_else_is_no_yes(case: str, wrong: str) -> None:
    ran = run("slettefrister", "--ja", wrong, folder=case, env=LATER)

    assert (ran.code, ran.out) == (2, "")
    assert "sager, ord, kladder, virksomheder, log eller alt" in ran.err


def test_a_clock_that_ran_ahead_deletes_nothing_without_her(case: str) -> None:
    ran = run("slettefrister", "--ja", "alt", folder=case, env=FAR)

    assert ran.code == 2
    assert "Computerens ur passer ikke" in ran.err
    assert json.loads(run("slettefrister", "--json", folder=case, env=FAR).out)["ur"] == "nej"
    assert "Der er ikke slettet noget endnu." in run("slettefrister", "kvitteringer", folder=case).out


def test_slet_says_what_goes_and_wants_the_number_again(closed: str) -> None:
    asked = run("slet", "æ-7", folder=closed)
    wrong = run("slet", "b1", "--ja", "b2", folder=closed)
    new = run("slet", "b2", folder=closed)

    assert (asked.code, wrong.code) == (2, 2)
    assert "Nævnt hos andre" in asked.out
    assert "b2" in asked.out
    assert "vforlob slet b1 --ja b1" in asked.err
    assert "én grov linje om hvert afsluttet forløb" in " ".join(asked.out.split())
    assert "grov linje" not in new.out, "b2 was in no forløb"
    assert "Det slettede kan ikke hentes tilbage." in asked.out
    assert run("borger", "vis", "b1", folder=closed).code == 0


def test_slet_with_the_number_leaves_figures_and_a_receipt(closed: str) -> None:
    ran = run("borger", "slet", "b1", "--ja", "b1", folder=closed)

    assert ran.code == 0, ran.err
    assert "Aliasset eller navnet står endnu her: b2" in ran.out
    assert "sikkerhedskopi er slettet" not in ran.out, "there was none from before"
    assert "Æ-7" not in ran.out.splitlines()[-1]
    assert run("borger", "vis", "b1", folder=closed).code == 3
    assert run("forløb", "vis", "f1", folder=closed).code == 3
    receipts = json.loads(run("slettefrister", "kvitteringer", "--json", folder=closed).out)["raekker"]
    assert [(it["art"], it["antal"]) for it in receipts] == [("borger", 1)]
    assert "Æ-7" not in json.dumps(receipts)


def test_slettestop_holds_everything_and_is_seen(closed: str) -> None:
    assert "Intet om b1 bliver slettet" in run("slettestop", "b1", "til", folder=closed).out
    assert "har slettestop i forvejen" in run("slettestop", "b1", "TIL", folder=closed).out
    assert run("slet", "b1", "--ja", "b1", folder=closed).code == 2
    listed = run("slettefrister", folder=closed, env=LATER).out
    assert "b1 har slettestop. Der bliver intet slettet, før det er hævet." in listed
    assert json.loads(run("slettestop", "--json", folder=closed).out)["raekker"] == [{"id": 1, "siden": "2026-11-20"}]
    assert "Slettestop" in run("borger", "vis", "b1", folder=closed).out
    assert "Fristerne gælder igen." in run("slettestop", "b1", "af", folder=closed).out
    assert run("slettestop", "b1", "måske", folder=closed).code == 2
    assert run("slettestop", "b1", folder=closed).code == 2


def test_the_kommunes_own_deadline_is_written_and_taken_back(case: str) -> None:
    assert "60 dage" in run("slettefrister", "ret", "ord", "60", folder=case).out
    assert "Intet har nået sin frist." in run("slettefrister", folder=case, env=LATER).out
    assert "30 dage" in run("slettefrister", "ret", "ORD", "standard", folder=case).out


@pytest.mark.parametrize("line", [("ord", "0"), ("ord", "-3"), ("ord", "99999"), ("ord", "mange"), ("orde", "30")])
def test_a_deadline_is_a_number_of_days(case: str, line: tuple[str, str]) -> None:
    ran = run("slettefrister", "ret", *line, folder=case)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_a_virksomhed_goes_when_nobody_was_there(case: str) -> None:
    used = run("slet", "virksomhed", "v1", "--ja", "v1", folder=case)
    done = run("slet", "v2", "--ja", "v2", folder=case)

    assert used.code == 2
    assert "f1" in used.err
    assert done.code == 0, done.err
    assert run("virksomhed", "vis", "v2", folder=case).code == 3


def test_leaving_a_question_says_what_came_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Stopped), asking("Intet er ændret."):
        raise Left(interrupted=True)

    assert capsys.readouterr().out == "Intet er ændret.\n"
