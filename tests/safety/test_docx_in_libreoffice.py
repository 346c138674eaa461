"""Word documents opened by LibreOffice, which did not write them: every text is there, on A4, and it can save them."""

import io
import re
import subprocess
import sys
from pathlib import Path

import docx
import pypdf
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))  # the readers and texts of the quick ring

from canaries import SETTINGS
from docx.oxml.ns import qn
from readers import docx_text, squeezed
from test_docx import EVERY_BLOCK
from test_hostile_texts import HOSTILE

import scenes
from outside import outside
from vforlob.actions.make_referat import make_referat
from vforlob.model.agenda import RECIPIENTS
from vforlob.model.dokument import Dokument, Tekst
from vforlob.model.text import clean
from vforlob.render.formats.docx import SHIPPED
from vforlob.render.render import render, render_dokument

pytestmark = pytest.mark.safety
PAGE_NUMBERS = re.compile(r"side\d+af\d+")


def documents() -> dict[str, bytes]:
    texts = tuple(Tekst(clean(text)) for text in HOSTILE)
    made = {name: render(make_referat(scenes.opfolgning(), name, SETTINGS), "docx") for name in RECIPIENTS}
    made |= {
        "alt": render_dokument(EVERY_BLOCK, "docx"),
        "typed": render_dokument(Dokument("prøve", "Titel", "borger", texts), "docx"),
    }
    return {name: content for name, content in made.items() if isinstance(content, bytes)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every document as text, as PDF and as Word again: three starts of the program."""
    program, place = outside("soffice"), tmp_path_factory.mktemp("libreoffice")
    for name, content in documents().items():
        (place / f"{name}.docx").write_bytes(content)
    (place / "skabelon.docx").write_bytes(Path(SHIPPED).read_bytes())
    files = sorted(map(str, place.glob("*.docx")))
    for kind, target in (("txt:Text (encoded):UTF8", place), ("pdf", place), ("docx", place / "igen")):
        profile = f"-env:UserInstallation={(place / 'profil').as_uri()}"
        line = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(target), *files]
        subprocess.run(line, check=True, capture_output=True, timeout=180)
    return place


@pytest.mark.parametrize("name", [*RECIPIENTS, "alt", "typed"])
def test_every_text_is_there_in_its_order(folder: Path, name: str) -> None:
    written = docx_text((folder / f"{name}.docx").read_bytes())
    shown = squeezed((folder / f"{name}.txt").read_text(encoding="utf-8-sig"))

    place = 0
    for paragraph in filter(None, map(squeezed, written.split("\n"))):
        place = shown.find(paragraph, place)
        assert place >= 0, paragraph
        place += len(paragraph)


@pytest.mark.parametrize("name", [*RECIPIENTS, "alt"])
def test_it_is_printed_on_a4_with_its_page_numbers_and_no_sheet_is_empty(folder: Path, name: str) -> None:
    pages = pypdf.PdfReader(str(folder / f"{name}.pdf")).pages
    texts = [squeezed(page.extract_text()) for page in pages]

    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}
    assert all(f"side{number}af{len(pages)}" in text for number, text in enumerate(texts, 1))
    assert all(PAGE_NUMBERS.sub("", text) for text in texts)


@pytest.mark.parametrize("name", ["borger", "alt"])
def test_headings_and_lists_are_still_such_when_it_is_saved_again(folder: Path, name: str) -> None:
    before, after = (docx.Document(str(place / f"{name}.docx")) for place in (folder, folder / "igen"))

    def outline(document: docx.document.Document) -> list[tuple[str, str]]:
        named = [(each.style.name, each.text) for each in document.paragraphs if each.style is not None]
        return [(style, text) for style, text in named if style.startswith(("Heading", "List "))]

    assert outline(after) == outline(before)
    assert outline(before)


def test_our_template_still_works_when_another_program_has_saved_it(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "dokument.docx").write_bytes((folder / "igen" / "skabelon.docx").read_bytes())

    made, ours = (render_dokument(EVERY_BLOCK, "docx", where) for where in (str(tmp_path), None))

    assert isinstance(made, bytes)
    assert isinstance(ours, bytes)
    assert docx_text(made) == docx_text(ours)
    assert boxes(made) == boxes(ours) == 2


def boxes(content: bytes) -> int:
    """Older editions of LibreOffice keep the boxes and forget their names."""
    fields = docx.Document(io.BytesIO(content)).element.body.iter(qn("w:sdtPr"))
    return sum("checkbox" in str([*field]) for field in fields)
