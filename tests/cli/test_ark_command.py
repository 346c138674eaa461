"""`vforlob ark`: the sheet as a file, in every format, with the options of the line, and its golden texts."""

import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from building import make_case
from conftest import KEY, NOW
from running import Ran, run
from vforlob.model.eksport import Eksport
from vforlob.model.forlob import Forlob
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store, open_store
from vforlob.store.store import Store

AGENDAS = Path(__file__).parents[2] / "agendas"
GOLDEN = Path(__file__).parents[1] / "golden" / "dokumenter"
SHIPPED = sorted(path.stem for path in AGENDAS.glob("*.toml"))
OPFOLGNING = """
[samtale]
dato = 2026-11-13
deltagere = ["borger", "leder", "konsulent"]
[hvordan_gar_det]
borger = 4
borger_tekst = "Det går bedre, end jeg troede"
[fremmode]
aftalt = 8
modt = 7
syg = 1
"""
# What each sheet is about; a formøde comes before there is a forløb.
WHOSE = {name: "b1" if name == "formode" else "f1" for name in SHIPPED}


def build(folder: Path) -> None:
    """One case with an opfølgning behind it. Dates stand still: the golden texts are of that day."""
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    with create_store(str(folder), KEY, lambda: NOW) as store:
        make_case(store, borger={"alias": "Æ-7"})
    held = run("opfølgning", "f1", "--svar", "-", stdin=OPFOLGNING, folder=folder)
    assert held.code == 0, held.err


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("ark") / "vforlob"
    build(folder)
    return str(folder)


@pytest.fixture
def here(built: str, tmp_path: Path) -> str:
    copy = tmp_path / "vforlob"
    shutil.copytree(built, copy)
    shutil.copy(Path(built).parent / "raanoegle.txt", tmp_path)
    return str(copy)


@pytest.fixture
def vforlob(here: str) -> Callable[..., Ran]:
    return lambda *argv: run(*argv, folder=here)


def shown(name: str, folder: str) -> str:
    return run("ark", name, WHOSE[name], "--format", "txt", folder=folder).out


@pytest.mark.parametrize("name", SHIPPED)
def test_the_sheet_is_the_one_that_was_approved(name: str, built: str) -> None:
    """After a wanted change: PYTHONPATH=tests python tests/cli/test_ark_command.py; read them before you keep them."""
    assert shown(name, built) == (GOLDEN / f"ark_{name}.txt").read_text(encoding="utf-8")


def test_a_pdf_lies_in_the_export_folder_and_its_path_is_the_last_line(vforlob: Callable[..., Ran], here: str) -> None:
    ran = vforlob("ark", "opfølgning", "f1")
    path = Path(ran.err.splitlines()[-1])

    assert (ran.code, ran.out) == (0, "")
    assert path.parent == Path(here, "eksport")
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o600
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(path.read_bytes())).pages)
    assert "Opfølgning hos Ørbæk & Søn" in text
    assert "4a" in text
    assert "Kun til dig" in text
    with open_store(here, KEY, lambda: NOW) as store:
        (kept,) = store.door(Eksport).find()
    assert (kept.hvad, kept.modtager, kept.format, kept.borger, kept.forlob) == ("ark", "konsulent", "pdf", 1, 1)


@pytest.mark.parametrize("format_name", ["md", "html", "txt", "json"])
def test_text_formats_go_to_the_screen(vforlob: Callable[..., Ran], format_name: str) -> None:
    ran = vforlob("ark", "opfolgning", "Æ-7", "--format", format_name)

    assert ran.code == 0, ran.err
    for text in ("4a", "Mødt", "Det går bedre, end jeg troede", "sætte ind i pakkebordet", "Kun til dig"):
        assert text in ran.out
    assert format_name != "json" or json.loads(ran.out)["art"] == "ark"


def test_a_word_document_has_the_numbers_and_a_box_for_each_choice(vforlob: Callable[..., Ran], tmp_path: Path) -> None:
    ran = vforlob("ark", "opfølgning", "f1", "--format", "docx", "--ud", str(tmp_path / "ark.docx"))

    assert ran.code == 0, ran.err
    content = Document(str(tmp_path / "ark.docx")).element.xml
    assert "4a" in content
    assert "selvstændigt" in content
    assert "checkbox" in content


def test_a_blank_sheet_needs_no_forlob_and_tells_of_nobody(vforlob: Callable[..., Ran]) -> None:
    ran = vforlob("ark", "startmøde", "--format", "txt")

    assert ran.code == 0, ran.err
    assert ran.out.startswith("Startmøde")
    for text in ("Ørbæk", "Æ-7", "f1", "Sidst"):
        assert text not in ran.out


def test_a_closed_forlob_has_no_sheet_that_could_be_typed_back(vforlob: Callable[..., Ran], here: str) -> None:
    with closing(open_store(here, KEY, lambda: NOW)) as store, store.doing("test"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-16")

    refused = vforlob("ark", "opfolgning", "f1")
    after_the_job = vforlob("ark", "eftervaern", "f1", "--format", "txt")

    assert (refused.code, refused.out) == (2, "")
    assert "f1 blev lukket mandag den 16. november 2026 (uge 47)" in refused.err
    assert after_the_job.code == 0


def test_a_sheet_for_the_virksomhed_has_no_page_of_the_consultants(vforlob: Callable[..., Ran]) -> None:
    ran = vforlob("ark", "opfølgning", "f1", "--til", "Virksomhed", "--format", "txt")

    assert ran.code == 0, ran.err
    assert "en kort pause hver anden time" in ran.out
    for text in ("Kun til dig", "Æ-7", "Det går bedre", "møder kl. 9", "tale med lægen", "Syg", "Tal med borgeren"):
        assert text not in ran.out


def test_a_mentor_at_the_table_narrows_the_shared_pages(vforlob: Callable[..., Ran]) -> None:
    ran = vforlob("ark", "opfølgning", "f1", "--med", "borger,virksomhed,mentor", "--format", "txt")
    shared, _, alone = ran.out.partition("Kun til dig")

    assert "en kort pause" not in shared
    assert "en kort pause" in alone


def test_thorough_points_come_with_their_option(vforlob: Callable[..., Ran]) -> None:
    usual, thorough = (
        vforlob("ark", "opfølgning", "f1", "--format", "txt", *more).out for more in ((), ("--grundig",))
    )
    difficult = vforlob("ark", "opfølgning", "f1", "--format", "txt", "--tillæg", "B").out

    assert "Hvad er det næste lille skridt?" not in usual
    assert "Hvad er det næste lille skridt?" in thorough
    assert "B.a" in difficult


def test_an_agenda_of_the_users_own_works(vforlob: Callable[..., Ran], here: str) -> None:
    own = Path(here, "agendas")
    own.mkdir(exist_ok=True)
    (own / "kort_snak.toml").write_text(
        'id = "kort_snak"\ntitel = "Kort snak"\nversion = "1"\ngaelder = "forlob"\n'
        'deltagere = ["borger", "konsulent"]\n'
        '[[punkt]]\nid = "snak"\ntekst = "Hvad fylder?"\ntype = "tekst"\n',
        encoding="utf-8",
    )

    assert "Hvad fylder?" in vforlob("ark", "kort_snak", "f1", "--format", "txt").out


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        ((), 2, "en dagsorden"),
        (("opfølgning", "f99"), 3, "f99"),
        (("opfølning", "f1"), 3, "Mente du opfølgning"),
        (("opfølgning", "f1", "--til", "journal"), 2, "Et ark vises til borger"),
        (("opfølgning", "f1", "--til", "chef"), 2, "Et ark vises til borger"),
        (("opfølgning", "f1", "--format", "doc"), 2, "er ikke et format"),
        (("opfølgning", "f1", "--kort", "--grundig"), 2, "enten --kort eller --grundig"),
        (("opfølgning", "f1", "--med", "læge"), 2, "--med tager"),
        (("formøde", "b1", "--til", "virksomhed"), 2, "Før der er et forløb"),
        (("formøde", "--til", "mentor"), 2, "Før der er et forløb"),
        (("efterværn", "f1", "--til", "virksomhed"), 2, "ikke sagt ja"),
    ],
)
def test_what_cannot_be_made_is_said(vforlob: Callable[..., Ran], argv: tuple[str, ...], code: int, said: str) -> None:
    ran = vforlob("ark", *argv)

    assert ran.code == code, ran.err
    assert said in ran.err


def test_nothing_is_written_over_unless_it_is_asked_for(vforlob: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "ark.txt"
    path.write_text("mit eget")

    refused = vforlob("ark", "opfølgning", "f1", "--format", "txt", "--ud", str(path))
    kept = path.read_text()
    written = vforlob("ark", "opfølgning", "f1", "--format", "txt", "--ud", str(path), "--overskriv")

    assert (refused.code, kept) == (2, "mit eget")
    assert (written.code, path.read_text(encoding="utf-8")[:2]) == (0, "f1")


def test_a_sheet_changes_nothing_in_the_case(vforlob: Callable[..., Ran], here: str) -> None:
    before = _events(here)

    vforlob("ark", "opfølgning", "f1", "--format", "txt")

    assert _events(here) == before


def _events(folder: str) -> int:
    with open_store(folder, KEY, lambda: NOW) as store:
        return len(_rows(store))


def _rows(store: Store) -> list[object]:
    return list(store.rows("SELECT nr FROM haendelse"))


if __name__ == "__main__":
    import tempfile

    where = Path(tempfile.mkdtemp()) / "vforlob"
    build(where)
    for one in SHIPPED:
        (GOLDEN / f"ark_{one}.txt").write_text(shown(one, str(where)), encoding="utf-8")
        sys.stdout.write(f"ark_{one}.txt\n")
