"""The report of a month is one page, also when a month has had everything; Word and Excel files open elsewhere."""

import subprocess
from pathlib import Path

import pytest

from outside import outside
from vforlob.actions.documents.rapport import rapport_blocks
from vforlob.actions.documents.rapport_book import rapport_book
from vforlob.actions.rapport import Ending, Now, Rapport
from vforlob.actions.timeline_words import OUTCOMES
from vforlob.model.accounts import Maned
from vforlob.model.dokument import Dokument
from vforlob.render.render import render_dokument, render_regneark
from vforlob.rules.maltal import BUILT_IN, kept_figures, target_of
from vforlob.rules.maltal_cases import Case
from vforlob.rules.maltal_development import TEXTS, developed

pytestmark = pytest.mark.safety

PATIENCE = 240
LONG = (
    "Praktik i daginstitution, uge 26: ingen kontakt med virksomheden i 67 dage, ingen kontakt med borgeren i 127 dage"
    " og slutdatoen er passeret for 17 dage siden."
)


def report(endings: int, own: int) -> Rapport:
    months = {
        maned: {name: Maned(1, maned, name, 24, 1 if name == "igang" else 0) for name in TEXTS}
        for maned in ("2026-07", "2026-08", "2026-09", "2026-10", "2026-11")
    }
    names = [*BUILT_IN, *[f"Et ret langt måltal nummer {nr}" for nr in range(own)]]
    targets = tuple(
        target_of(name, "2026-11", None, 24.5, kept_figures(name, months), None)._replace(antal=30, mangler=5.5)
        for name in names
    )
    ended = tuple(Ending(code, week) for code in list(OUTCOMES)[:endings] for week in (1, 3, 7))
    figures = dict.fromkeys(TEXTS, 24.0)
    now = Now(3, 4, tuple(Case(f"f{nr}", LONG) for nr in range(3)))
    past = developed(months, "2026-11", 6, None)
    return Rapport("2026-11", "2026-11-30", True, figures, targets, ended, past, now, "2026-12-02")


def document(rapport: Rapport) -> Dokument:
    blocks = tuple(rapport_blocks(rapport, frozenset()))
    below = "Til samtalen om sagsstammen, Anne Margrethe Østergaard-Berg"
    return Dokument("rapport", "Rapport for november 2026", "konsulent", blocks, undertitel=below, dato="2026-12-02")


def pages(pdf: Path) -> int:
    done = subprocess.run([outside("pdfinfo"), str(pdf)], capture_output=True, timeout=PATIENCE, check=True)
    return next(int(line.split()[1]) for line in done.stdout.decode().splitlines() if line.startswith("Pages:"))


def converted(content: bytes, name: str, tmp_path: Path) -> Path:
    source = tmp_path / name
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    line = [
        outside("soffice", "libreoffice"),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path / "ud"),
    ]
    done = subprocess.run([*line, str(source)], capture_output=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    return next((tmp_path / "ud").iterdir())


def test_a_month_with_every_outcome_and_more_targets_than_there_is_room_for_is_one_page(tmp_path: Path) -> None:
    rendered = render_dokument(document(report(endings=11, own=9)), "pdf")
    assert isinstance(rendered, bytes)
    (tmp_path / "rapport.pdf").write_bytes(rendered)

    assert pages(tmp_path / "rapport.pdf") == 1


def test_the_word_file_is_one_page_in_another_program(tmp_path: Path) -> None:
    rendered = render_dokument(document(report(endings=4, own=1)), "docx")
    assert isinstance(rendered, bytes)

    assert pages(converted(rendered, "rapport.docx", tmp_path)) == 1


def test_the_workbook_opens_in_another_program(tmp_path: Path) -> None:
    rendered = render_regneark(rapport_book(report(endings=11, own=3), frozenset()), "xlsx")
    assert isinstance(rendered, bytes)
    pdf = converted(rendered, "rapport.xlsx", tmp_path)

    done = subprocess.run([outside("pdftotext"), str(pdf), "-"], capture_output=True, timeout=PATIENCE, check=True)
    assert "I gang i forløb" in done.stdout.decode()
