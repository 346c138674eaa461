"""Workbooks and lists opened by LibreOffice: no cell is calculated, every text is what was written."""

import csv
import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from outside import outside
from vforlob.model.regneark import Fane, Regneark, Sojle
from vforlob.model.text import clean
from vforlob.render.formats.csv import text_back
from vforlob.render.render import render_regneark

pytestmark = pytest.mark.safety

PATIENCE = 240
# Letters that begin formulas stand for themselves: a text that is all of them is the likeliest to be calculated.
BEGINNINGS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "'=", "=-", "", "\t", " =")
MIDDLES = (
    "1+1",
    "SUM(A1:A9)",
    'HYPERLINK("x";"y")',
    "cmd|' /C x'!A0",
    "45 12 34 56 78",
    "æøå »citat«",
    "a;b,c\nlinje to",
)


def converted(content: bytes, name: str, to: str, tmp_path: Path, ways: str = "") -> bytes:
    """By LibreOffice, with a profile of its own."""
    soffice = outside("soffice", "libreoffice")
    source = tmp_path / name
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    line = [soffice, profile, "--headless", *([f"--infilter={ways}"] if ways else []), "--convert-to", to]
    done = subprocess.run(
        [*line, "--outdir", str(tmp_path / "ud"), str(source)], capture_output=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr
    found = list((tmp_path / "ud").iterdir())
    assert len(found) == 1, done.stdout
    return found[0].read_bytes()


def sheet(texts: list[str]) -> Regneark:
    columns = (Sojle("Nr.", "tal"), Sojle("Tekst"), Sojle("Dato", "dato"), Sojle("Timer", "tal"))
    rows = tuple((nr, text, "2026-11-20", 12.5) for nr, text in enumerate(texts, 1))
    return Regneark("Prøve", (Fane("Prøve", columns, rows),))


def hostile_texts() -> list[str]:
    """Those made by hand, and many by chance, all in one file: starting LibreOffice is what costs."""
    found = [clean(first + rest) for first in BEGINNINGS for rest in MIDDLES]

    @settings(max_examples=2000, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.text(min_size=1, max_size=60))
    def collect(text: str) -> None:
        found.append(clean(text))

    collect()
    return [text for text in found if text.strip()]


def formulas_in(ods: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(ods)) as archive:
        return archive.read("content.xml").count(b"table:formula=")


def test_a_workbook_has_no_formula_and_every_text_in_libreoffice(tmp_path: Path) -> None:
    texts = hostile_texts()
    content = render_regneark(sheet(texts), "xlsx")
    assert isinstance(content, bytes)

    as_csv = converted(
        content, "prove.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76", tmp_path / _new(tmp_path, "a")
    )
    as_ods = converted(content, "prove.xlsx", "ods", tmp_path / _new(tmp_path, "b"))

    rows = list(csv.reader(io.StringIO(as_csv.decode(), newline="")))[1:]
    assert formulas_in(as_ods) == 0
    assert [row[1] for row in rows] == texts
    assert {row[2] for row in rows} == {"20-11-2026"}


def test_a_list_has_no_formula_and_every_text_in_libreoffice(tmp_path: Path) -> None:
    texts = hostile_texts()
    content = render_regneark(sheet(texts), "csv")
    assert isinstance(content, str)
    semicolons = "Text - txt - csv (StarCalc):59,34,76,1,,1030,false,true,false"

    as_ods = converted(content.encode(), "prove.csv", "ods", tmp_path / _new(tmp_path, "a"), semicolons)
    as_csv = converted(
        content.encode(),
        "prove.csv",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        tmp_path / _new(tmp_path, "b"),
        semicolons,
    )

    rows = list(csv.reader(io.StringIO(as_csv.decode(), newline="")))[1:]
    assert formulas_in(as_ods) == 0
    assert len(rows) == len(texts)
    told = [(text, text_back(row[1])) for text, row in zip(texts, rows, strict=True)]
    assert [pair for pair in told if pair[0] != pair[1] and not _is_a_number(pair[0])] == []


def _is_a_number(text: str) -> bool:
    """Digits alone, a day, 1e100: read as one by every spreadsheet, which no list can keep it from."""
    return any(sign.isdigit() for sign in text) and not any(sign.isalpha() and sign not in "eE" for sign in text)


def _new(tmp_path: Path, name: str) -> str:
    (tmp_path / name).mkdir()
    return name
