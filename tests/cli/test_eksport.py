"""`vforlob eksport`: a whole case as a file or on the screen, and a Danish sentence for what cannot be."""

import csv
import io
import json
import os
import shutil
import stat
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest

from cases import full_case, mark
from conftest import KEY, NOW
from running import run
from vforlob.model.borger import Borger
from vforlob.model.eksport import Eksport
from vforlob.render.formats import FORMATS, TABLES
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store, open_store

ALL = (*FORMATS, *TABLES)
# Where a page breaks a line is no part of the text.
SENTENCE = mark("delmal_delt", "specifikt")


@pytest.fixture(scope="module")
def sown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """f1, Æ-7 at a virksomhed, with a text of its own everywhere; and b2, of whom nothing is written."""
    folder = tmp_path_factory.mktemp("sag") / "vforlob"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    with create_store(str(folder), KEY, lambda: NOW) as store:
        full_case(store)
        with store.doing("borger ny"):
            store.door(Borger).add(Borger(0, "Ø-1"))
    return folder


@pytest.fixture
def case(sown: Path, tmp_path: Path) -> str:
    return str(shutil.copytree(sown, tmp_path / "vforlob"))


def text_of(content: bytes, format_name: str) -> str:
    if format_name == "docx":
        return "".join(docx.Document(io.BytesIO(content)).element.body.itertext())
    if format_name == "pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    if format_name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    return content.decode()


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("format_name", ALL)
def test_it_is_made_in_every_format_and_registered(case: str, tmp_path: Path, format_name: str) -> None:
    path = tmp_path / f"sag.{format_name}"

    ran = run("eksport", "f1", "--format", format_name, "--ud", str(path), folder=case)

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[-1] == str(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert squeezed(SENTENCE) in squeezed(text_of(path.read_bytes(), format_name))
    with open_store(case, KEY, lambda: NOW) as store:
        kept = store.door(Eksport).find()[-1]
    assert (kept.hvad, kept.modtager, kept.format, kept.forlob) == ("eksport", "journal", format_name, 1)


def test_without_a_format_it_is_markdown_on_the_screen(case: str) -> None:
    ran = run("eksport", "1", folder=case)

    assert ran.code == 0
    assert ran.out.splitlines()[2].startswith("# Sagen f1: Æ-7 hos ")
    assert SENTENCE in ran.out
    assert ran.err == ""


@pytest.mark.parametrize("typed", ["1", "f1", "F1", "Æ-7", "æ-7", "b1"])
def test_a_number_is_the_forlob_and_an_alias_or_a_letter_finds_the_case(case: str, typed: str) -> None:
    ran = run("eksport", typed, "--format", "json", folder=case)

    found = json.loads(ran.out)

    assert (found["skema"], found["id"], found["slags"]) == (1, 1, "borger" if typed == "b1" else "forlob")
    assert [one["id"] for one in found["forlob"]] == [1]


def test_what_is_no_text_goes_to_the_export_folder(case: str) -> None:
    ran = run("eksport", "f1", "--format", "XLSX", folder=case)

    path = ran.err.splitlines()[-1]

    assert os.path.dirname(path) == os.path.join(case, "eksport")
    assert path.endswith(".xlsx")
    assert os.path.basename(path).removesuffix(".xlsx").isalnum()


def test_the_list_is_one_line_a_thing(case: str) -> None:
    ran = run("eksport", "f1", "--format", "csv", folder=case)

    rows = list(csv.reader(io.StringIO(ran.out.removeprefix("\ufeff"), newline=""), delimiter=";"))

    assert ran.out.startswith("\ufeff")
    assert rows[0] == ["dato", "art", "id", "tekst"]
    assert {"sagen", "forløb", "aftale", "delmål", "tæt opfølgning"} <= {row[1] for row in rows}
    days = [row[0] for row in rows[1:] if row[0]]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("recipient", "format_name"), [*(("virksomhed", name) for name in ALL), ("mentor", "docx"), ("mentor", "xlsx")]
)
def test_what_the_workplace_gets_is_gated_in_every_format(
    case: str, tmp_path: Path, recipient: str, format_name: str
) -> None:
    path = tmp_path / f"sag.{format_name}"

    ran = run("eksport", "f1", "--til", recipient, "--format", format_name, "--ud", str(path), folder=case)

    text = squeezed(text_of(path.read_bytes(), format_name))
    assert ran.code == 0
    assert squeezed(SENTENCE) in text
    for kept in (("taet", "grund"), ("hensyn_til_ingen", "losning"), ("kontakt", "tekst"), ("borger", "malgruppe")):
        assert squeezed(mark(*kept)) not in text
    assert "Æ-7" not in text


def test_a_period_is_typed_as_people_type_days(case: str) -> None:
    ran = run("eksport", "f1", "--fra", "9/11", "--indtil", "i går", folder=case)

    assert ran.code == 0
    assert "# Notater om f1" in ran.out
    assert "Fra den 9. november 2026 til og med den 19. november 2026" in ran.out
    assert SENTENCE in ran.out
    assert "prøvetur med linje 42" in ran.out
    assert mark("koordinering", "indsats") not in ran.out


@pytest.mark.parametrize("format_name", ["md", "xlsx"])
@pytest.mark.parametrize(
    ("days", "said"),
    [(("--fra", "9/11"), "fra den 9. november 2026"), (("--indtil", "10/11"), "til og med den 10. november 2026")],
)
def test_a_period_may_be_open_at_one_end(
    case: str, tmp_path: Path, days: tuple[str, str], said: str, format_name: str
) -> None:
    path = tmp_path / f"sag.{format_name}"

    ran = run("eksport", "f1", *days, "--format", format_name, "--ud", str(path), folder=case)

    assert ran.code == 0, ran.err
    assert said in text_of(path.read_bytes(), format_name).casefold()


WRONG = [
    (("f99",), 3, "f99", "vforlob forløb liste"),
    (("b99",), 3, "b99", "vforlob borger liste"),
    (("Q-9",), 3, "", "vforlob"),
    (("f1", "--format", "pages"), 2, "md, html, txt, docx, pdf, json, xlsx og csv", "--format"),
    (("f1", "--til", "chefen"), 2, "chefen", "--til"),
    (("f1", "--fra", "20/11", "--indtil", "1/11"), 2, "ligger før", "--fra"),
    (("f1", "--fra", "32/11"), 2, "32/11", "Skriv fx"),
    (("f1", "--fra", "1/1-20", "--indtil", "2/1-20"), 3, "ingen notater", "vforlob eksport f1"),
    (("b2",), 3, "ikke skrevet noget om b2", "vforlob formøde b2"),
    (("b1", "--til", "virksomhed"), 2, "virksomheden", "vforlob eksport f1 --til virksomhed"),
    (("b2", "--til", "mentor"), 2, "mentoren", "vforlob forløb ny"),
    ((), 2, "et forløb eller en borger", "vforlob eksport f12"),
]


@pytest.mark.parametrize(("line", "code", "said", "step"), WRONG, ids=[" ".join(one[0]) or "bare" for one in WRONG])
def test_what_cannot_be_made_is_said_with_a_next_step(
    case: str, line: tuple[str, ...], code: int, said: str, step: str
) -> None:
    ran = run("eksport", *line, folder=case)

    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert step in ran.err


def test_a_file_that_is_there_is_not_replaced_unasked(case: str, tmp_path: Path) -> None:
    path = tmp_path / "sag.xlsx"
    path.write_text("min egen")

    refused = run("eksport", "f1", "--format", "xlsx", "--ud", str(path), folder=case)
    kept = path.read_bytes()
    done = run("eksport", "f1", "--format", "xlsx", "--ud", str(path), "--overskriv", folder=case)

    assert (refused.code, kept) == (2, b"min egen")
    assert done.code == 0
    assert openpyxl.load_workbook(path).sheetnames[0] == "Sagen"
