"""The board opened by LibreOffice and saved again by it: the same openings come back, and a page stays a page."""

import subprocess
from pathlib import Path

import pytest

from building import make_virksomhed
from outside import outside
from running import run
from vforlob.model.accounts import Indstilling
from vforlob.model.jobabning import Jobabning
from vforlob.store.store import Store

pytestmark = pytest.mark.safety

PATIENCE = 240


def converted(path: Path, to: str, ending: str) -> Path:
    """With a profile of its own."""
    profile = f"-env:UserInstallation={(path.parent / 'profil').as_uri()}"
    reading = ["--infilter=CSV:59,34,76"] if path.suffix == ".csv" else []
    line = [outside("soffice", "libreoffice"), profile, "--headless", *reading, "--convert-to", to]
    done = subprocess.run(
        [*line, "--outdir", str(path.parent / "ud"), str(path)], capture_output=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr
    return path.parent / "ud" / f"{path.stem}.{ending}"


@pytest.fixture
def board(store: Store, folder: str) -> str:
    make_virksomhed(store)
    make_virksomhed(store, navn="=Smedjen+", branche="@metal", sted="Nakskov")
    with store.doing("test"):
        store.door(Indstilling).add(Indstilling(0, "konsulent", "Karen Holm", "2026-11-20"))
        for nr, opgaver in enumerate(("Pakke æsker", "=1+1", "-2", "'citat'", "Linje et\nlinje to")):
            opening = Jobabning(0, nr % 2 + 1, opgaver, 2.5 + nr, "2026-12-01", "smajob", nogle=f"egen000{nr}")
            store.door(Jobabning).add(opening)
    return folder


@pytest.mark.parametrize(
    ("kind", "to", "ending"),
    [
        ("xlsx", "csv:Text - txt - csv (StarCalc):59,34,76", "csv"),
        ("csv", "xlsx", "xlsx"),
        ("xlsx", "xlsx:Calc MS Excel 2007 XML", "xlsx"),
    ],
)
def test_what_a_colleague_saves_again_is_still_the_same(
    store: Store, board: str, tmp_path: Path, kind: str, to: str, ending: str
) -> None:
    path = tmp_path / f"tavle.{kind}"
    run("tavle", "--format", kind, "--ud", str(path), folder=board)

    ran = run("tavle", "hent", str(converted(path, to, ending)), "--ja", folder=board)

    assert ran.code == 0, ran.err
    assert "5 rækker er dine egne" in ran.out
    with store.doing("som en kollega"):
        for it in store.door(Jobabning).find():
            store.door(Jobabning).change(it.nr, fra="Karen Holm")
    again = run("tavle", "hent", str(converted(path, to, ending)), folder=board)
    assert "5 rækker er som hos dig" in again.out


def test_the_page_for_the_wall_is_one_page_with_every_opening(board: str, tmp_path: Path) -> None:
    path = tmp_path / "tavle.docx"
    run("tavle", "--format", "docx", "--ud", str(path), folder=board)
    page = converted(path, "pdf", "pdf")

    text = subprocess.run([outside("pdftotext"), "-layout", str(page), "-"], capture_output=True, check=True).stdout
    words = " ".join(text.decode().split())

    assert text.count(b"\f") == 1
    assert all(said in words for said in ("Pakke æsker", "=1+1", "Karen Holm", "Svar senest", "1/12"))
