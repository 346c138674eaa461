"""`fortegnelse`: what is kept of whom, with the deadlines of this folder; and the page for those who must say yes."""

import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from building import make_case
from running import run
from vforlob.actions.documents.dpo import dpo_page
from vforlob.actions.documents.fortegnelse import ABOUT, NAMED
from vforlob.actions.fortegnelse import Behandling, gather_behandling, standard_behandling
from vforlob.actions.fortegnelse_dpo_words import LIMITS, NEVER, QUESTIONS
from vforlob.actions.fortegnelse_words import GIVEN, WHO
from vforlob.actions.slettefrister import set_deadline
from vforlob.model.accounts import Indstilling
from vforlob.model.agenda import RECIPIENTS
from vforlob.render.render import render_dokument
from vforlob.store.datasheet import read_sheet
from vforlob.store.store import Store


def test_it_says_what_is_kept_why_for_whom_and_how_long(store: Store) -> None:
    make_case(store)

    ran = run("fortegnelse", folder=store.folder)

    assert ran.code == 0, ran.err
    for heading in ("Formålene", "Hvem oplysningerne er om", "Hvem der kan få dem", "Hvor længe", "Sikkerhed"):
        assert heading in ran.out
    assert all(sentence.removesuffix(".") in ran.out for sentence in read_sheet().about.values())
    assert "Frist: 30 dage" in ran.out
    assert "Om ingen borger: tal" in ran.out, "the settings hold the name of the konsulent"
    assert not any(word in ran.out for word in ("B-1", "Ørbæk", "None"))


def test_the_deadlines_are_those_of_this_folder(store: Store) -> None:
    set_deadline(store, "fritekst", 45)
    set_deadline(store, "sag", 21)

    text = run("fortegnelse", folder=store.folder).out
    page = run("fortegnelse", "--leder", "--format", "txt", folder=store.folder).out

    assert "Frist: 45 dage" in text
    assert "Fri tekst 45 dage efter" in page
    assert "højst 21 dage" in page


def test_every_column_is_in_the_one_for_machines(store: Store) -> None:
    made = json.loads(run("fortegnelse", "--format", "json", folder=store.folder).out)

    told = {
        (heading["tekst"], row[0])
        for heading, table in zip(made["blokke"], made["blokke"][1:], strict=False)
        if table["blok"] == "tabel" and heading["blok"] == "overskrift"
        for row in table["raekker"]
    }
    assert made["skema"] == 1
    assert {(name, it.name) for name, own in read_sheet().columns.items() for it in own} <= told


def test_nothing_of_the_sheet_is_without_a_word() -> None:
    sheet = read_sheet()

    assert set(NAMED) == set(sheet.deadlines)
    assert {it.deadline for own in sheet.columns.values() for it in own} - set(ABOUT) == {"i_brug"}
    assert set(GIVEN) == set(WHO) == set(RECIPIENTS)


def test_the_page_says_what_it_never_does_and_what_it_does_not_protect_against(store: Store) -> None:
    page = run("fortegnelse", "--leder", "--format", "md", folder=store.folder).out

    asked = [text for _, text in QUESTIONS]
    assert all(said.split(".")[0][:40] in page for said in (*NEVER, *LIMITS, *asked))
    assert "Leder, dato" in page
    assert "juridisk" in page


def test_the_answer_of_the_set_up_stands_there_with_its_day(store: Store) -> None:
    with store.doing("opsaet"):
        store.door(Indstilling).add(Indstilling(0, "navne", "ja", "2026-11-02"))

    page = run("fortegnelse", "--leder", "--format", "txt", folder=store.folder).out

    assert "Kommunen har sagt ja, svaret 2. november 2026" in page


def test_the_set_up_keeps_the_answer_and_the_day(tmp_path: Path) -> None:
    key = tmp_path / "noegle.txt"
    key.touch(mode=0o600)
    key.write_text(bytes(range(32)).hex())
    folder = tmp_path / "ny"

    assert run("opsæt", "--noeglefil", str(key), folder=folder, env={"VFORLOB_NU": "2026-11-20T13:00"}).code == 0

    env = {"VFORLOB_NOEGLEFIL": str(key)}
    page = run("fortegnelse", "--leder", "--format", "txt", folder=folder, env=env).out
    assert "Navn og telefonnummer bliver ikke gemt, svaret 20. november 2026" in page


def test_before_the_set_up_it_can_be_shown_to_those_who_must_say_yes(tmp_path: Path) -> None:
    folder, page = tmp_path / "ingen", tmp_path / "side.pdf"

    on_screen = run("fortegnelse", folder=folder)
    without_place = run("fortegnelse", "--leder", folder=folder)
    made = run("fortegnelse", "--leder", "--ud", str(page), folder=folder)
    again = run("fortegnelse", "--leder", "--ud", str(page), folder=folder)

    assert on_screen.code == 0
    assert "er dem, programmet begynder med" in on_screen.out
    assert (without_place.code, without_place.out) == (2, "")
    assert "--ud side.pdf" in without_place.err
    assert (made.code, made.err.splitlines()[-1]) == (0, str(page))
    assert page.read_bytes().startswith(b"%PDF")
    assert os.stat(page).st_mode & 0o077 == 0
    assert again.code == 2
    assert run("fortegnelse", "--leder", "--ud", str(page), "--overskriv", folder=folder).code == 0
    assert not folder.exists()


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({}, "Ingen andre kan åbne filen."),
        ({"noeglering": True}, "computerens nøglering"),
        ({"noegle": "raanoegle"}, "nøglefil uden for mappen"),
        ({"noegle": "demo"}, "opdigtede personer"),
        ({"andet_sted": True}, "også et andet sted"),
        ({"navne": "nej", "navne_dato": "2026-11-20"}, "bliver ikke gemt, svaret 20. november 2026"),
    ],
)
def test_the_page_is_about_this_folder(store: Store, today: date, over: dict[str, object], said: str) -> None:
    behandling: Behandling = gather_behandling(store, today)._replace(noegle="adgangssaetning")._replace(**over)

    assert said in str(render_dokument(dpo_page(behandling, today), "txt"))


def test_what_it_begins_with_is_what_an_untouched_folder_has(store: Store, today: date) -> None:
    assert standard_behandling(store.folder, today).frister == gather_behandling(store, today).frister


@pytest.mark.parametrize("noegle", ["adgangssaetning", "raanoegle"])
def test_the_page_is_one_page_also_with_the_longest_answers(today: date, noegle: str) -> None:
    days = dict.fromkeys(("fritekst", "sag", "kladde", "log", "virksomhed", "eksport", "kopi"), 3650)
    longest = Behandling(days, "ja", "2026-09-30", True, 60, noegle, True)

    page = render_dokument(dpo_page(longest, today), "pdf")

    assert isinstance(page, bytes)
    assert len(PdfReader(io.BytesIO(page)).pages) == 1
