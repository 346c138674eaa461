"""`vforlob overblik` from the line: the screen, what is behind each number, files of figures alone."""

import io
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from handed import new_store
from running import Ran, run
from vforlob.actions.overblik_words import TYPED, WORDS
from vforlob.actions.settings import keep_setting
from vforlob.errors.base import ExitCode
from vforlob.model.accounts import Maltal
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.overblik import names
from vforlob.store.store import Store

ALIASES = tuple(f"KANARIE-{nr}" for nr in range(1, 7))
# Everything that was typed, and may stand in no file.
CANARIES = (*ALIASES, "Navn Kanarie", "Firma Kanarie", "Tekst Kanarie", "Grund Kanarie", "11223344")
FILES = ("html", "md", "txt", "json", "csv")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Friday the 20th of November 2026; only looked at."""
    with new_store(tmp_path_factory.mktemp("overblik")) as store:
        fill(store)
        return store.folder


@pytest.fixture
def own(tmp_path: Path) -> str:
    with new_store(tmp_path) as store:
        fill(store)
        return store.folder


def fill(store: Store) -> None:
    """1 is late, 2 can do with a call, 3 is followed closely and in its first weeks, 4 waits, 5 is between two."""
    keep_setting(store, "navne", "ja")
    with store.doing("opsaet"):
        people = [
            store.door(Borger).add(Borger(0, alias, parathed=ready, cv=cv, oprettet="2026-08-01", henvist=since))
            for alias, ready, cv, since in zip(
                ALIASES,
                ("klar", "taet_pa", "laengere_fra", "klar", "taet_pa", None),
                ("ja", "ja", "nej", None, "ja", "ja"),
                ("2026-08-01", "2026-08-01", "2026-08-01", "2026-11-02", "2026-05-01", "2026-11-18"),
                strict=True,
            )
        ]
        store.door(Borger).change(people[1].nr, skal_til="Tekst Kanarie", navn="Navn Kanarie", telefon="11223344")
        place = store.door(Virksomhed).add(Virksomhed(0, "Firma Kanarie", branche="lager", sted="Aarhus"))
        going = [
            store.door(Forlob).add(Forlob(0, one.nr, place.nr, "virksomhedspraktik", start, "2027-06-30"))
            for one, start in zip(people[:3], ("2026-09-01", "2026-09-01", "2026-11-09"), strict=True)
        ]
        over = Forlob(0, people[4].nr, place.nr, "virksomhedspraktik", "2026-06-01", status="lukket")
        store.door(Forlob).add(over._replace(lukket="2026-09-30", udfald="gennemfort"))
        door = store.door(Kontakt)
        both = ("borger", "virksomhed")
        door.add(Kontakt(0, people[0].nr, going[0].nr, "2026-10-01", "telefon", both, tekst="Tekst Kanarie"))
        door.add(Kontakt(0, people[1].nr, going[1].nr, "2026-11-18", "besog", both))
        door.add(Kontakt(0, people[2].nr, going[2].nr, "2026-11-16", "besog", both))
        door.add(Kontakt(0, people[4].nr, None, "2026-05-04", "besog", ("borger",)))
        store.door(Plan).add(Plan(0, people[1].nr, going[1].nr, "2026-11-25", "14:30", "besog"))
        store.door(Taet).add(Taet(0, people[2].nr, going[2].nr, "2026-11-13", "ja", "Grund Kanarie"))
        store.door(Timer).add(Timer(0, people[1].nr, going[1].nr, "2026-10-01", praktik=10, ordinaer=7.5))
        aftale = Aftale(0, people[0].nr, going[0].nr, hvad="Tekst Kanarie", hvem=("konsulent",), frist="2026-11-10")
        store.door(Aftale).add(aftale)
        store.door(Maltal).add(Maltal(0, "2026-11", "igang", 5))


@cache
def opened(folder: str, word: str) -> dict[str, Any]:
    ran = run("overblik", word, "--json", folder=folder)
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def numbers(folder: str, word: str) -> list[int]:
    return [row["id"] for row in opened(folder, word)["raekker"]]


def test_without_a_terminal_it_is_text(kept: str) -> None:
    ran = run("overblik", folder=kept)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(" Kun til dig · Overblik · november 2026")
    assert "\x1b" not in ran.out
    assert re.search(r"I gang i forløb +5 +3 +2", ran.out)
    assert re.search(r"Forfaldne kontakter +1 ", ran.out)
    assert "6 borgere (succesjobcentre: 30-35)" in ran.out


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("borgere", [1, 2, 3, 4, 5, 6]),
        ("forfaldne", [1]),
        ("tæt", [3]),
        ("venter", [4]),
        ("mellem-forløb", [5]),
        ("uden-forløb", [5, 4, 6]),
        ("uden-cv", [3, 4]),
        ("skal-til", [3, 5]),
        ("uden-parathed", [6]),
        ("klar", [1, 4]),
        ("uge-1-4", [3]),
        ("senere", [1, 2]),
        ("løntimer", [2]),
        ("planlagt", []),
        ("efterværn", []),
        ("næste-uge", [2, 3]),
    ],
)
def test_behind_each_number_are_those_it_counts(kept: str, word: str, expected: list[int]) -> None:
    assert sorted(numbers(kept, word)) == sorted(expected)


@pytest.mark.parametrize("word", TYPED)
def test_every_list_says_why_and_what_to_do_or_that_there_is_nobody(kept: str, word: str) -> None:
    found, ran = opened(kept, word), run("overblik", word, folder=kept)

    assert ran.code == 0
    assert ran.out.startswith(" Kun til dig · ")
    assert max(map(len, ran.out.splitlines())) <= 80
    for row in found["raekker"]:
        assert row["hvorfor"].endswith(".")
        assert f"vforlob {row['kommando']}" in ran.out
        assert row["alias"] in ran.out
    if not found["raekker"]:
        assert next(words.ingen for words in WORDS.values() if words.ord == word) in ran.out


@pytest.mark.parametrize("typed", ["længere-fra", "laengere-fra", "LÆNGERE FRA", "laengere_fra"])
def test_the_word_may_be_spelt_as_people_spell(kept: str, typed: str) -> None:
    assert opened(kept, typed)["navn"] == "laengere_fra"


def test_a_word_that_is_none_is_said_with_the_nearest(kept: str) -> None:
    ran = run("overblik", "forfalden", folder=kept)

    assert ran.code == ExitCode.USAGE
    assert "Mente du forfaldne?" in ran.err


def test_why_a_contact_is_late_is_told_with_its_days(kept: str) -> None:
    (row,) = opened(kept, "forfaldne")["raekker"]

    assert row["alias"] == "KANARIE-1"
    assert "Sidste kontakt 1/10." in row["hvorfor"]
    assert row["kommando"] in {"kontakt f1", "opfølgning f1", "midtvejs f1"}


def test_what_it_takes_and_what_comes_next_are_told_as_they_were_written(own: str) -> None:
    agreed = 'hvad = "Prøvetur\\nmed bussen"\nhvem = ["borger", "konsulent"]\nfrist = "1/12"\n'
    assert run("aftale", "ny", "b5", "--svar", "-", folder=own, stdin=agreed).code == 0

    ready, between = (" ".join(run("overblik", word, folder=own).out.split()) for word in ("tæt-på", "mellem-forløb"))

    assert "Det skal der til: Tekst Kanarie." in ready
    assert "Næste skridt 1/12. Prøvetur med bussen (borger og dig)." in between


# --- the room there is in a week -------------------------------------------------------------------------------------


def test_the_room_is_set_once_and_then_said_with_who_can_do_with_a_call(own: str) -> None:
    asked = run("overblik", folder=own)
    set_ = run("overblik", "--plads", "1", folder=own)
    after = run("overblik", folder=own)

    assert "vforlob overblik --plads 10" in asked.out
    assert "Du har plads til 1 kontakt om ugen." in set_.err
    assert set_.out == after.out
    said = " ".join(after.out.split())
    assert "Uge 48: 2 kontakter, plads til 1. f2 kan nøjes med et opkald: talt med begge parter" in said
    assert "f3" not in said
    assert "kan nøjes" in " ".join(run("overblik", "næste-uge", folder=own).out.split()).casefold()


def test_the_room_can_be_taken_away(own: str) -> None:
    run("overblik", "--plads", "8", folder=own)

    ran = run("overblik", "--plads", "0", folder=own)

    assert "Der står ikke mere" in ran.err
    assert "plads til 8" not in ran.out


def test_a_room_that_is_no_number_changes_nothing(kept: str) -> None:
    ran = run("overblik", "--plads", "ti", folder=kept)

    assert ran.code == ExitCode.USAGE
    assert "Intet er ændret." in ran.err


# --- what the numbers mean -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", [("?",), ("--forklar",)])
def test_every_figure_is_defined_with_its_source(kept: str, line: tuple[str, ...]) -> None:
    told = " ".join(run("overblik", *line, folder=kept).out.split())

    for words in WORDS.values():
        assert f"vforlob overblik {words.ord})" in told
    assert told.count("Kilde: ") == len(WORDS) + 4  # and the figures of the months that cannot be opened
    assert "Kilde: ." not in told
    assert "{}" not in told


def test_one_figure_is_defined_alone_and_as_data(kept: str) -> None:
    (row,) = json.loads(run("overblik", "venter", "--forklar", "--json", folder=kept).out)["raekker"]

    assert row["id"] == "venter"
    assert "mere end 5 arbejdsdage siden" in row["taeller"]
    assert "der må ikke være ventetid" in row["kilde"]


# --- as data, and as files -------------------------------------------------------------------------------------------


def test_the_data_has_every_figure_with_the_records_behind_it(kept: str) -> None:
    data = json.loads(run("overblik", "--json", folder=kept).out)

    assert next(iter(data)) == "skema"
    assert data["tal"]["forfaldne"] == {"tal": 1, "numre": [1]}
    assert set(data["tal"]) == {*names.OF_BORGER, *names.OF_FORLOB}
    assert [uge["uge"] for uge in data["uger"]] == [47, 48]
    assert data["uger"][1]["opkald"][0]["forlob"] == 2
    assert data["maltal"][0] | {"tidligere": []} == {
        "navn": "igang",
        "tekst": "I gang i forløb",
        "mal": 5,
        "nu": 3,
        "mangler": 2,
        "tidligere": [],
    }


def as_file(folder: str, format_name: str) -> Ran:
    return run("overblik", "--format", format_name, folder=folder)


@pytest.mark.parametrize("format_name", FILES)
def test_no_file_names_anybody(kept: str, format_name: str) -> None:
    ran = as_file(kept, format_name)

    assert ran.code == 0, ran.err
    assert len(ran.out) > 500
    assert [it for it in CANARIES if it.casefold() in ran.out.casefold()] == []
    assert not re.search(r"\b[bf]\d+\b", re.sub(r"<style.*?</style>|<svg.*?</svg>", "", ran.out, flags=re.S))


def test_a_target_of_her_own_takes_nobodys_alias_along(tmp_path: Path) -> None:
    """The alias came after the target, else it would have been refused."""
    with new_store(tmp_path) as store:
        fill(store)
        with store.doing("maltal ny"):
            store.door(Maltal).add(Maltal(0, "2026-11", "Job til KANARIE-2", 1, "parathed = klar"))
            store.door(Maltal).add(Maltal(0, "2026-11", "Kanaries timer", 1, "parathed = klar"))
        own = store.folder

    assert "KANARIE-2" in run("overblik", folder=own).out
    for format_name in FILES:
        text = as_file(own, format_name).out
        assert "KANARI" not in text.upper()
        assert "Eget måltal" in text


def test_the_page_is_danish_with_plots_and_loads_nothing(kept: str) -> None:
    page = as_file(kept, "html").out

    assert 'lang="da"' in page
    assert page.count("<svg") >= 2
    assert "<script" not in page
    assert "Overblik november 2026" in page


def test_the_workbook_has_figures_targets_and_weeks(kept: str, tmp_path: Path) -> None:
    path = tmp_path / "overblik.xlsx"

    assert run("overblik", "--format", "xlsx", "--ud", str(path), folder=kept).code == 0

    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    assert book.sheetnames == ["Tal", "Måltal", "Uger"]
    figures = {row[0].value: row[1].value for row in book["Tal"].iter_rows(min_row=2)}
    assert (figures["Forfaldne kontakter"], figures["Ordinære timer om ugen"]) == (1, 7.5)
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [it for it in CANARIES if it in "\n".join(cells)] == []


def test_the_name_of_the_file_says_the_format(kept: str, tmp_path: Path) -> None:
    page = tmp_path / "til-samtalen.html"

    ran = run("overblik", "--ud", str(page), folder=kept)

    assert ran.code == 0, ran.err
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_list_is_given_in_no_file(kept: str) -> None:
    ran = run("overblik", "forfaldne", "--format", "csv", folder=kept)

    assert ran.code == ExitCode.USAGE
    assert "Filer fra overblikket har kun tal." in ran.err
    assert ran.out == ""


def test_a_format_that_is_none_is_said(kept: str) -> None:
    assert run("overblik", "--format", "exel", folder=kept).code == ExitCode.USAGE


# --- nobody yet, and what has changed --------------------------------------------------------------------------------


def test_with_nobody_it_says_how_to_begin(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        folder = store.folder

    ran = run("overblik", folder=folder)

    assert (ran.code, ran.err) == (0, "")
    assert "Her er ingen borgere endnu" in ran.out
    assert "vforlob borger ny" in ran.out
    assert run("overblik", "forfaldne", folder=folder).out.endswith("Ingen kontakter er over tid.\n")
    assert json.loads(run("overblik", "--json", folder=folder).out)["tal"]["borgere"]["tal"] == 0
    assert as_file(folder, "html").code == 0


def test_what_is_written_is_seen_at_once_and_a_second_look_says_the_same(own: str) -> None:
    first, second = run("overblik", folder=own).out, run("overblik", folder=own).out
    reached = 'forlob = "f1"\ndato = "i dag"\nkanal = "telefon"\nmed = ["borger", "virksomhed"]\nnaet = "ja"\n'

    assert run("kontakt", "f1", "--svar", "-", folder=own, stdin=reached).code == 0

    assert first == second
    assert re.search(r"Forfaldne kontakter +0 ", run("overblik", folder=own).out)


def test_another_day_is_counted_anew(own: str) -> None:
    run("overblik", folder=own)

    later = run("overblik", folder=own, env={"VFORLOB_NU": "2026-12-01T09:00"})

    assert "december 2026" in later.out
    assert "Uge 49" in later.out


def test_plain_lines_when_she_wants_them(kept: str) -> None:
    ran = run("overblik", "--enkel", folder=kept)

    assert " Forfaldne kontakter: 1\n" in ran.out
    assert " I gang i forløb: 3, målet er 5, der mangler 2." in ran.out
