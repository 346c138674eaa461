"""Our HTML in a real browser: on A4 paper, on a phone, and with texts that would like to be more than text."""

import re
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hostile import HOSTILE

import scenes
from outside import outside
from vforlob.actions.make_referat import make_referat
from vforlob.model.dokument import (
    Dokument,
    Felter,
    Figur,
    Kolonne,
    Led,
    Liste,
    Maling,
    Mulighed,
    Overskrift,
    Par,
    Serie,
    Sideskift,
    Sporgsmal,
    Tabel,
    Tekst,
    Underskrift,
)
from vforlob.model.text import clean
from vforlob.render.render import render, render_dokument

pytestmark = pytest.mark.safety

A4 = (595, 842)
PHONE = 360
PLOT = Figur(
    "Timer om ugen",
    "trappe",
    (
        Serie("praktik", (Maling("2026-11-04", 12.5), Maling("2026-11-16", 14))),
        Serie("et meget langt navn på noget", (Maling("2026-11-16", 2.5),)),
    ),
    "Praktik: 12,5 timer om ugen fra den 4. november 2026.",
    "timer om ugen",
)
COLUMNS = tuple(Kolonne(name) for name in ("Dato", "Hvad", "Hvem", "Frist", "Status"))
ROWS = tuple((f"{day}/11", f"Række {day} " + "ord " * 40, "virksomhed", "27/11", "åben") for day in range(1, 29))
BLOCKS = (
    Felter((Par("Virksomhed", "Ørbæk & Søn"), Par("Et langt navn på et felt", "tekst " * 40))),
    Tekst("Kræver en samtale: ja.", "fremhaevet"),
    Overskrift("Timer"),
    PLOT,
    Liste((Led("Fejning", "Det er lykkedes", "nyt siden sidst", (Led("x" * 300),)),)),
    Tabel("Det er sket", COLUMNS, ROWS),
    Sporgsmal("10.1a", "Hvem?", 3, "borgeren", (Mulighed("a", "borger"), Mulighed("b", "x" * 90)), linjer=3),
    Sporgsmal("4", "Aftalte dage", 1, "8", enhed="dage"),
    Underskrift(("Borger", "Virksomhed", "Jobkonsulent")),
    Sideskift(),
    Overskrift("Bagsiden"),
    Tekst("Det sidste."),
)
SHEET = Dokument(
    "aftaleark", "Aftaleark", "borger", BLOCKS, "Ørbæk & Søn", "2026-11-20", "Sidehoved Æ", "Venlig hilsen", "Karen"
)

Browser = Callable[..., bytes]


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """Without a network, and with a profile of its own."""
    path = outside("chromium", "chromium-browser", "google-chrome")
    quiet = ("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")
    still = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--allow-file-access-from-files")
    profile = f"--user-data-dir={tmp_path / 'profile'}"

    def run(*options: str) -> bytes:
        command = [path, *still, *quiet, profile, *options]
        return subprocess.run(command, capture_output=True, check=True, timeout=90).stdout

    return run


@pytest.fixture
def printed(browser: Browser, tmp_path: Path) -> Callable[[str], pypdf.PdfReader]:
    def on_paper(html: str) -> pypdf.PdfReader:
        page, paper = tmp_path / "side.html", tmp_path / "side.pdf"
        page.write_text(html, encoding="utf-8")
        browser("--no-pdf-header-footer", f"--print-to-pdf={paper}", page.as_uri())
        return pypdf.PdfReader(BytesIO(paper.read_bytes()))

    return on_paper


def sheet(dokument: Dokument = SHEET) -> str:
    return str(render_dokument(dokument, "html"))


def test_it_is_printed_on_a4_with_numbered_pages(printed: Callable[[str], pypdf.PdfReader]) -> None:
    pages = printed(sheet()).pages

    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {A4}
    for number, page in enumerate(pages, 1):
        assert f"Side {number} af {len(pages)}" in page.extract_text()


def test_a_long_table_has_its_headings_on_every_page(printed: Callable[[str], pypdf.PdfReader]) -> None:
    texts = [page.extract_text() for page in printed(sheet()).pages]

    with_rows = [text for text in texts if "Række" in text]
    assert len(with_rows) > 1
    assert all(re.search(r"Dato\s+Hvad\s+Hvem", text) for text in with_rows)


def test_the_head_stands_on_every_page_and_the_back_on_its_own(printed: Callable[[str], pypdf.PdfReader]) -> None:
    texts = [page.extract_text() for page in printed(sheet()).pages]

    assert all("Sidehoved Æ" in text for text in texts)
    assert "Bagsiden" in texts[-1]
    assert "Jobkonsulent" not in texts[-1]
    assert all(text.count("Sidehoved Æ") == 1 for text in texts)


@pytest.mark.parametrize("name", ["dokument", "borger", "virksomhed", "journal"])
def test_nothing_reaches_beyond_a_phone(browser: Browser, tmp_path: Path, name: str) -> None:
    referat = make_referat(scenes.opfolgning(), "borger" if name == "dokument" else name, scenes.SETTINGS)
    html = sheet() if name == "dokument" else str(render(referat, "html"))
    (tmp_path / "side.html").write_text(html, encoding="utf-8")
    (tmp_path / "telefon.html").write_text(TELEPHONE, encoding="utf-8")

    seen = browser("--dump-dom", (tmp_path / "telefon.html").as_uri()).decode()

    width, beyond = re.search(r'data-bredde="(\d+)" data-ud="([^"]*)"', seen).groups()  # type: ignore[union-attr]
    assert int(width) <= PHONE
    assert beyond == ""


# The page asks for no script and allows none: it is measured from outside.
TELEPHONE = f"""<!doctype html><body><iframe id="f" src="side.html" style="width:{PHONE}px;height:900px;border:0">
</iframe><script>f.onload = () => {{
  const inner = f.contentDocument, room = f.contentWindow.innerWidth
  const out = [...inner.querySelectorAll('body *')].filter(
    it => it.getBoundingClientRect().right > room + 0.5 && !it.closest('thead') && !it.closest('svg'))
  document.body.dataset.bredde = inner.documentElement.scrollWidth
  document.body.dataset.ud = out.map(it => it.tagName + '.' + it.className).join(' ')
}}</script></body>"""


def test_typed_texts_are_seen_as_they_are_and_do_nothing(browser: Browser, tmp_path: Path) -> None:
    texts = [clean(text) for text in HOSTILE.values()]
    blocks = [
        block
        for text in texts
        for block in (Overskrift(text), Tekst(text), Tabel(text, (Kolonne(text), Kolonne("B")), ((text, "b"),)))
    ]
    page = tmp_path / "side.html"
    page.write_text(sheet(Dokument("x", "Rolig", "borger", tuple(blocks), sidehoved=texts[0])), encoding="utf-8")

    seen = browser("--dump-dom", page.as_uri()).decode()

    reader = Seen()
    reader.feed(seen)
    assert [text for text in texts if reader.texts.count(text) < 5] == []
    assert reader.tags <= {"html", "head", "meta", "title", "style", "body", "main", "p", *HEADINGS, *OF_TABLES}


HEADINGS = ("h1", "h2", "h3")
OF_TABLES = ("table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td")


class Seen(HTMLParser):
    """Each text in an element of its own, as the browser has understood it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
