"""`indsigt` and `log` at the keyboard: what is said before anything is given, the deadline, the file, the pages."""

import json
import os
from pathlib import Path

import pytest

from building import make_case, make_samtale
from running import run
from vforlob.actions.slettestop import ON, put_stop
from vforlob.model.answers import Key
from vforlob.model.eksport import Eksport
from vforlob.model.kontakt import Kontakt
from vforlob.store.case import load_case
from vforlob.store.opslag import READ, Look, note_looks
from vforlob.store.store import Store


@pytest.fixture
def case(store: Store, folder: str) -> str:
    make_case(store, borger={"alias": "Æ-7"})
    return folder


def test_before_it_is_given_it_says_that_it_must_be_read_through(case: str) -> None:
    ran = run("indsigt", "b1", folder=case)

    assert ran.code == 0
    assert "Her er alt, hvad der står om b1 Æ-7" in ran.err
    assert "Læs det igennem, før du giver det videre." in ran.err
    assert "mærket [andre: ...]" in ran.err
    assert "Hjælp, ikke juridisk rådgivning." in ran.err
    assert "Alias: Æ-7" in ran.out


@pytest.mark.parametrize("way", [("--json",), ("--format", "json")])
def test_as_data_it_is_one_object_on_stdout(case: str, way: tuple[str, ...]) -> None:
    found = json.loads(run("indsigt", "Æ-7", *way, folder=case).out)

    assert list(found)[:2] == ["skema", "borger"]
    assert [one["alias"] for one in found["borger"]] == ["Æ-7"]
    assert len(found["aftale"]) == 3
    assert found["haendelse"]


def test_the_words_of_others_are_marked_in_the_data_too_also_those_that_stood_there_once(
    case: str, store: Store
) -> None:
    with store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-18", tekst="Chefen siger, at Z-9 er sur"))
    with store.doing("kontakt ret"):
        store.door(Kontakt).change(1, tekst=None)
    make_samtale(store, load_case(store, forlob=1), answers={Key("socialt", "virksomhed_tekst"): "Z-9 er sur"})

    found = json.loads(run("indsigt", "b1", "--json", folder=case).out)

    said = [one for one in found["haendelse"] if "Z-9" in json.dumps(one)]
    assert len(said) == 3
    assert all(one["andre"] for one in said)


def test_where_she_is_named_among_others_is_said(case: str, store: Store) -> None:
    other = make_case(store, borger={"alias": "B-2"})
    with store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, other.borger.nr, 2, "2026-11-18", tekst="De følges ad, Æ-7 og hun"))

    ran = run("indsigt", "b1", folder=case)

    assert "står også i det, der er skrevet om andre: kontakt 1." in ran.err
    assert "De følges ad" not in ran.out
    assert "skrevet om andre" not in run("indsigt", "b2", folder=case).err


def test_a_file_is_registered_as_hers(case: str, store: Store, tmp_path: Path) -> None:
    ran = run("indsigt", "b1", "--format", "html", "--ud", str(tmp_path / "indsigt.html"), folder=case)

    (kept,) = store.door(Eksport).find()
    assert ran.err.splitlines()[-1] == kept.sti
    assert (kept.hvad, kept.modtager, kept.borger) == ("indsigt", "borger", 1)
    assert os.path.getsize(kept.sti) > 1000


def test_a_request_has_a_deadline_and_offers_a_stop(case: str, store: Store) -> None:
    asked = run("indsigt", "b1", "--anmodet", "10/11", folder=case)
    later = run("indsigt", "b1", folder=case)

    assert asked.code == 0
    assert "torsdag den 10. december 2026 (uge 50): 20 dage tilbage" in asked.err
    assert "vforlob slettestop b1 til" in asked.err
    assert "20 dage tilbage" in later.err
    assert store.rows("SELECT navn, vaerdi FROM indstilling") == [("indsigt:b1", "2026-11-10")]


def test_a_stop_that_stands_is_said(case: str, store: Store) -> None:
    put_stop(store, 1, ON, "2026-11-19")

    assert "Slettestop er sat" in run("indsigt", "b1", "--anmodet", "i går", folder=case).err


def test_when_it_was_given_nothing_counts_any_more(case: str) -> None:
    run("indsigt", "b1", "--anmodet", "10/11", folder=case)

    given, again = (run("indsigt", "b1", "--givet", folder=case) for _ in range(2))
    later = run("indsigt", "b1", folder=case)

    assert "har fået sin indsigt" in given.err
    assert "Der står ingen anmodning" in again.err
    assert "tilbage" not in later.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("b1", "--anmodet", "1/12-2026"), 2),
        (("b1", "--anmodet", "vrøvl"), 2),
        (("b1", "--anmodet", "10/11", "--givet"), 2),
        (("b1", "--givet", "--format", "docx"), 2),
        (("b9",), 3),
        (("f1",), 2),
        ((), 2),
        (("b1", "--format", "xlsx"), 2),
    ],
)
def test_a_wrong_line_is_told_and_nothing_is_kept(case: str, store: Store, words: tuple[str, ...], code: int) -> None:
    ran = run("indsigt", *words, folder=case)

    assert (ran.code, ran.out) == (code, "")
    assert ran.err
    assert store.rows("SELECT count(*) FROM indstilling") == [(0,)]


def test_the_log_is_a_page_at_a_time_the_newest_first(case: str, store: Store) -> None:
    note_looks(store, [Look(READ, 1)] * 25, "borger vis")
    note_looks(store, [Look(READ, None, 7)], "borger liste")

    first = run("log", folder=case)
    rest = run("log", "--efter", "20", folder=case)

    assert "26 linjer" in first.out
    assert first.out.index("7 i en liste") < first.out.index("b1 Æ-7")
    assert "Der er 6 til. De næste: vforlob log --efter 20" in first.out
    assert rest.out.count("b1 Æ-7") == 7  # the first page was a look too


def test_the_log_is_of_whom_and_of_when(case: str, store: Store) -> None:
    note_looks(store, [Look(READ, None, 7)], "borger liste")
    note_looks(store, [Look(READ, 1)], "aftale vis")

    hers = json.loads(run("log", "b1", "--json", folder=case).out)
    none = json.loads(run("log", "--dag", "i går", "--json", folder=case).out)
    today = json.loads(run("log", "--dag", "i dag", "--json", folder=case).out)

    assert [(row["borger"], row["kommando"]) for row in hers["raekker"]] == [(1, "aftale vis")]
    assert (none["raekker"], none["i_alt"]) == ([], 0)
    assert today["i_alt"] >= 3
    assert next(iter(hers)) == "skema"


@pytest.mark.parametrize("words", [("--dag", "vrøvl"), ("--efter", "x"), ("v1",)])
def test_a_wrong_line_for_the_log_is_told(case: str, words: tuple[str, ...]) -> None:
    assert run("log", *words, folder=case).code == 2


def test_a_command_about_nobody_is_no_list_of_none(case: str, store: Store) -> None:
    note_looks(store, [Look(READ, None, 0)], "slet virksomhed")

    shown = run("log", folder=case).out

    assert "ingen borger" in shown
    assert "0 i en liste" not in shown


def test_an_empty_log_says_so(folder: str, store: Store) -> None:
    assert "Her står ingen linjer." in run("log", folder=folder).out


def test_tjek_says_that_somebody_waits(case: str) -> None:
    run("indsigt", "b1", "--anmodet", "10/11", folder=case)

    assert "b1 bad om indsigt den 10. november 2026" in " ".join(run("tjek", "--hurtig", folder=case).out.split())
