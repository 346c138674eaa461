"""The board: in every format, without a borger, and read back from colleagues, whatever they send."""

import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from building import make_borger, make_virksomhed
from running import Ran, run
from vforlob.model.accounts import Indstilling
from vforlob.model.jobabning import Jobabning
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "dokumenter" / "tavle_kolleger.txt"
HEAD = "Virksomhed;CVR-nummer;Branche;Sted;Opgaver;Timer om ugen;Svar senest;Slags åbning;Delt af;Kendetegn\n"
ONE = "Smedjen;;Metal;Nakskov;Feje og male;2,5;2026-12-15;Småjob;Hanne;abc12345\n"


def add(store: Store, *records: Any) -> None:
    with store.doing("test"):
        for record in records:
            store.door(type(record)).add(record)


@pytest.fixture
def board(store: Store, folder: str) -> str:
    make_virksomhed(store, cvr="25313763")
    make_virksomhed(store, navn="=Smedjen+", branche="@metal", sted="-Nakskov")
    add(
        store,
        Indstilling(0, "konsulent", "Karen Holm", "2026-11-20"),
        Indstilling(0, "telefon", "87 65 43 21", "2026-11-20"),
        Jobabning(0, 1, "Pakke æsker\nog feje", 12.5, "2026-12-01", "lonnede_timer", nogle="egen0001"),
        Jobabning(0, 2, "=1+1", 5.0, None, nogle="egen0002"),
        Jobabning(0, 1, "For sent", 5.0, "2026-11-19", nogle="egen0003"),
        Jobabning(0, 1, "Besat", 5.0, status="besat", nogle="egen0004"),
        Jobabning(0, 1, "Sortere", 2.0, "2027-01-04", "virksomhedspraktik", fra="Hanne", nogle="fremmed1"),
    )
    return folder


def fetched(folder: str, content: str | bytes, *more: str, name: str = "tavle.csv") -> Ran:
    path = Path(folder).parent / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return run("tavle", "hent", str(path), *more, folder=folder)


def openings(store: Store) -> list[Jobabning]:
    return list(store.door(Jobabning).find())


def test_the_board_as_text_is_what_a_dane_reads(board: str) -> None:
    ran = run("tavle", folder=board)

    if os.environ.get("VFORLOB_NYE_SIDER"):
        GOLDEN.write_text(ran.out)
    assert ran.out == GOLDEN.read_text()
    assert "1 jobåbning er ikke med, for fristen er gået" in ran.err


@pytest.mark.parametrize("kind", ["md", "html", "txt", "docx", "pdf", "json", "csv", "xlsx"])
def test_every_format_is_made_and_registered_for_colleagues(board: str, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"t.{kind}"

    ran = run("tavle", "--format", kind, "--ud", str(path), folder=board)

    assert (ran.code, ran.err.splitlines()[-1]) == (0, str(path))
    assert path.stat().st_size > 200
    rows = json.loads(run("eksporter", "liste", "--json", folder=board).out)["raekker"]
    assert (rows[0]["hvad"], rows[0]["modtager"], rows[0]["borger"]) == ("tavle", "kolleger", None)


def test_only_the_own_ones_when_asked_for(board: str) -> None:
    every, own = (json.loads(run("tavle", *more, "--json", folder=board).out) for more in ((), ("--egne",)))

    assert [row["id"] for row in every["raekker"]] == [5, 2, 1]
    assert [row["id"] for row in own["raekker"]] == [2, 1]
    assert own["delt_af"] == "Karen Holm"


def test_a_format_that_is_none_is_wrong_use(board: str) -> None:
    ran = run("tavle", "--format", "exel", folder=board)

    assert (ran.code, ran.out) == (2, "")
    assert "xlsx" in ran.err


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_comes_back_is_no_copy(store: Store, board: str, tmp_path: Path, kind: str) -> None:
    path, before = tmp_path / f"t.{kind}", openings(store)
    run("tavle", "--format", kind, "--ud", str(path), folder=board)

    ran = fetched(board, path.read_bytes(), "--ja", "--dobbelte", name=f"k.{kind}")

    assert ran.code == 0
    assert "2 rækker er dine egne" in ran.out
    assert "1 række er som hos dig" in ran.out
    assert openings(store) == before


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_colleague_reads_exactly_what_was_shared(
    store: Store, board: str, tmp_path: Path, key: bytes, kind: str
) -> None:
    path, elsewhere = tmp_path / f"t.{kind}", tmp_path / "kollega"
    run("tavle", "--format", kind, "--ud", str(path), folder=board)
    elsewhere.mkdir(mode=0o700)
    create_with_raw_key(str(elsewhere), key)

    with create_store(str(elsewhere), key, store.now) as other:
        for times in range(2):
            ran = run("tavle", "hent", str(path), "--ja", folder=elsewhere)
            assert ran.code == 0, (times, ran.err)
        there = {it.nogle: it for it in other.door(Jobabning).find()}
        places = [it[1:5] for it in other.door(Virksomhed).find()]

    assert len(there) == 3
    assert (there["egen0001"].opgaver, there["egen0001"].timer) == ("Pakke æsker\nog feje", 12.5)
    assert (there["egen0002"].opgaver, there["egen0002"].frist, there["egen0002"].fra) == ("=1+1", None, "Karen Holm")
    assert (there["fremmed1"].art, there["fremmed1"].fra) == ("virksomhedspraktik", "Hanne")
    assert sorted(places) == [
        ("=Smedjen+", None, "@metal", "-Nakskov"),
        ("Ørbæk & Søn", "25313763", "lager", "Aarhus"),
    ]


def test_it_is_shown_first_and_nothing_is_taken_unless_she_says_so(store: Store, board: str) -> None:
    before = openings(store)

    ran = fetched(board, HEAD + ONE)

    assert ran.code == 0
    assert "Smedjen, Nakskov: Feje og male (2,5 timer om ugen)" in ran.out
    assert "Virksomheder, der bliver oprettet" in ran.out
    assert "Intet er hentet endnu" in ran.err
    assert openings(store) == before


def test_what_is_taken_is_one_thing_that_can_be_taken_back(store: Store, board: str) -> None:
    before, places = openings(store), store.door(Virksomhed).find()

    ran = fetched(board, HEAD + ONE + ONE.replace("abc12345", "").replace("Feje og", "Vaske og"), "--ja")

    made = openings(store)[-2:]
    assert "2 jobåbninger hentet, 1 virksomhed oprettet" in ran.err
    assert [(it.opgaver, it.fra, it.art) for it in made] == [
        ("Feje og male", "Hanne", "smajob"),
        ("Vaske og male", "Hanne", "smajob"),
    ]
    assert store.door(Virksomhed).get(made[0].virksomhed).vaert is None
    assert "Det står ikke, om de har haft forløb før" in run("virksomhed", "vis", "v3", folder=board).out
    assert run("fortryd", "--json", folder=board).code == 0
    assert openings(store) == before
    assert store.door(Virksomhed).find() == places


def test_a_changed_one_is_corrected_and_a_like_one_waits(store: Store, board: str) -> None:
    changed = "Ørbæk & Søn;;;;Sortere;4;4/1-2027;Praktikplads;Hanne;fremmed1\n"
    alike = "ørbæk & søn;;;Aarhus;pakke ÆSKER og feje;9;;;Bo;andet123\n"

    shown = fetched(board, HEAD + changed + alike)
    ran = fetched(board, HEAD + changed + alike, "--ja")

    assert "Jobåbning 5: timer" in " ".join(shown.out.split())
    assert "Ligner jobåbning 1." in " ".join(shown.out.split())
    assert "0 jobåbninger hentet, 1 rettet" in ran.err
    assert (openings(store)[4].timer, len(openings(store))) == (4.0, 5)
    fetched(board, HEAD + changed + alike, "--ja", "--dobbelte")
    assert len(openings(store)) == 6


def test_every_fault_is_told_with_its_row_and_nothing_is_taken(store: Store, board: str) -> None:
    rows = (
        "Smedjen;;;;Feje;;;;;\n"
        ";;;;Feje;5;;;;\n"
        "Smedjen;12;;;Feje;5;;;;\n"
        "Smedjen;;;;Feje;mange;32/13;job;;x\n"
        "Smedjen;;;;Ring 010190-1234;5;;;;\n"
        "Smedjen;;;;Feje\x07;5;;;;\n"
        "Smedjen;;;;Feje;99;;;;\n"
        f"Smedjen;;;;{'x' * 2001};5;;;;\n"
        "SmÃ¦den;;;;Feje;5;;;;\n"
    )

    ran = fetched(board, HEAD + ONE + rows, "--ja")

    assert ran.code == 4
    assert "10 rækker · 9 med fejl" in ran.out
    told = [line.split(":")[0].strip() for line in ran.err.splitlines() if line.startswith("  ")]
    assert told == [
        "Række 3, Timer om ugen",
        "Række 4, Virksomhed",
        "Række 5, CVR-nummer",
        *("Række 6, Timer om ugen", "Række 6, Svar senest", "Række 6, Slags åbning", "Række 6, Kendetegn"),
        "Række 7, Opgaver",
        "Række 8, Opgaver",
        "Række 9, Timer om ugen",
        "Række 10, Opgaver",
        "Række 11, Virksomhed",
    ]
    assert "\x07" not in ran.out + ran.err
    assert len(openings(store)) == 5


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        ("", 4, "tomt"),
        (HEAD, 4, "ingen rækker"),
        ("Navn;By\nSmedjen;Nakskov\n", 4, "»Opgaver« og »Timer om ugen«"),
        (b"\x00\x01\x02\xff" * 50, 4, "Intet er gemt"),
        (b"%PDF-1.7 \xff", 4, "ikke et regneark"),
        (HEAD + 'Smedjen;"uden ende;;;Feje;5;;;;\n', 4, "anførselstegn"),
        (HEAD + ONE * 2, 4, "Det står også i række 2"),
        (HEAD + "Smedjen;;;;Feje;5;;;;;;for;mange\n", 4, "flere felter"),
        pytest.param(HEAD + "Smedjen;;;;Feje;5;;;;\n" * 100_000, 4, "Højst 5.000", marks=pytest.mark.safety),
    ],
    ids=["empty", "headers", "other", "bytes", "pdf", "quote", "twice", "wide", "long"],
)
def test_a_file_that_is_no_board_is_refused_in_danish(
    store: Store, board: str, content: str | bytes, code: int, said: str
) -> None:
    ran = fetched(board, content, "--ja")

    assert ran.code == code
    assert said in ran.err
    assert "Intet er gemt" in ran.err
    assert len(openings(store)) == 5


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + ONE.replace("Nakskov", "Nykøbing")).encode("cp1252"),
        (HEAD + ONE.replace("Nakskov", "Nykøbing")).encode("utf-16"),
        ("\ufeff" + HEAD + ONE.replace("Nakskov", "Nykøbing")).encode(),
        (HEAD + ONE.replace("Nakskov", "Nykøbing")).replace("2,5", "2.5").replace(";", "\t").encode(),
        (HEAD + ONE.replace("Nakskov", "Nykøbing")).replace("2,5", "2.5").replace(";", ",").encode(),
    ],
    ids=["windows", "utf-16", "bom", "tab", "comma"],
)
def test_whatever_excel_saved_is_read(store: Store, board: str, content: bytes) -> None:
    ran = fetched(board, content, "--ja")

    made = openings(store)[-1]
    assert (ran.code, made.opgaver, made.timer) == (0, "Feje og male", 2.5)
    assert store.door(Virksomhed).get(made.virksomhed).sted == "Nykøbing"


def test_formulas_and_apostrophes_of_others_are_texts(store: Store, board: str) -> None:
    rows = "".join(f"Smedjen;;;;{text};5;;;;\n" for text in ("=cmd|' /C calc'!A0", "'=2+2", "'citat'"))

    fetched(board, HEAD + rows, "--ja")

    assert [it.opgaver for it in openings(store)[-3:]] == ["=cmd|' /C calc'!A0", "=2+2", "'citat'"]
    shared = run("tavle", "--format", "csv", folder=board).out
    assert "'=cmd|" in shared
    assert ";=" not in shared


def test_a_workbook_with_a_sum_that_was_never_worked_out_is_a_fault(store: Store, board: str) -> None:
    book, kept = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Firma", "Stilling", "Timer"])
    sheet.append(["Smedjen", "Feje", "=2+3"])
    book.save(kept)

    ran = fetched(board, kept.getvalue(), "--ja", name="k.xlsx")

    assert ran.code == 4
    assert "Række 2, Timer om ugen" in ran.err


def test_a_zip_that_is_no_workbook_is_refused(board: str) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("hej.txt", "hej")

    assert fetched(board, kept.getvalue(), name="k.xlsx").code == 4


def test_as_json_it_tells_every_row_and_takes_nothing_without_a_yes(store: Store, board: str) -> None:
    ran = fetched(board, HEAD + ONE, "--json")

    found = json.loads(ran.out)
    assert (found["skema"], found["hentet"], found["fejl"]) == (1, 0, [])
    assert (found["raekker"][0]["hvad"], found["raekker"][0]["row"]) == ("ny", 2)
    assert found["nye_virksomheder"] == [{"navn": "Smedjen", "sted": "Nakskov"}]
    assert json.loads(fetched(board, HEAD + ONE, "--json", "--ja").out)["hentet"] == 1


def test_the_guess_of_the_columns_is_shown(board: str) -> None:
    shown = " ".join(fetched(board, "Firma;By;Job;Timer;Løn\nSmedjen;Nakskov;Feje;5;120\n").out.split())

    assert "Virksomhed i »Firma«, Sted i »By«, Opgaver i »Job« og Timer om ugen i »Timer«" in shown
    assert "ikke bliver læst: »Løn«" in shown


@pytest.mark.parametrize(("name", "code"), [("findes ikke.csv", 3), (".", 3)])
def test_a_file_that_is_not_there_is_said(board: str, name: str, code: int) -> None:
    assert run("tavle", "hent", str(Path(board).parent / name), folder=board).code == code


def test_a_colleagues_word_that_is_an_alias_here_stays_off_our_board(store: Store, board: str) -> None:
    make_borger(store, alias="K-1")

    fetched(board, HEAD + ONE.replace("Feje", "Feje i K-1"), "--ja")
    shared = run("tavle", folder=board)

    assert "K-1" not in shared.out
    assert "jobåbning ret 6" in shared.err
