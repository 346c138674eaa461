"""No document of the demo says who made it, on which machine, for which company or where: not in any part of it."""

import io
import re
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from outside import outside
from running import run

pytestmark = pytest.mark.safety

USER, HOME, COMPANY = "kanariebruger", "kanariehjem", "Kanariekommunen"
SAMTALE = ("referat", "s31", "--til", "sagsbehandler")
LINES = {
    "referat.docx": (*SAMTALE, "--format", "docx"),
    "referat.pdf": (*SAMTALE, "--format", "pdf"),
    "referat.html": (*SAMTALE, "--format", "html"),
    "sag.docx": ("eksport", "f9", "--format", "docx"),
    "sag.pdf": ("eksport", "f9", "--format", "pdf"),
    "sag.html": ("eksport", "f9", "--format", "html"),
    "sag.xlsx": ("eksport", "f9", "--format", "xlsx"),
    "sag.csv": ("eksport", "f9", "--format", "csv"),
    "aftale.ics": ("kalender", "f9"),
}
NAMES_OF_TOOLS = re.compile(rb"python-docx|openpyxl|xlsxwriter|docxtpl|Microsoft Office|LibreOffice", re.I)
IN_CORE = re.compile(rb"<(?:dc:creator|cp:lastModifiedBy|dc:description|cp:keywords|cp:category)>([^<]+)<")
IN_APP = re.compile(rb"<(?:Company|Manager|HyperlinkBase)>([^<]+)<")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    top = tmp_path_factory.mktemp(HOME)
    env = {"USER": USER, "LOGNAME": USER, "USERNAME": USER, "HOME": str(top), "USERPROFILE": str(top)}
    env |= {"HOSTNAME": USER, "COMPUTERNAME": USER, "USERDOMAIN": COMPANY}
    folder = top / "demo"
    assert run("demo", "--kun-data", folder=folder, env=env).code == 0
    for name, line in LINES.items():
        ran = run(*line, "--ud", str(top / name), folder=folder, env=env)
        assert ran.code == 0, ran.err
    return {name: top / name for name in LINES}


def parts_of(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The file itself; of a zip its members, their names and their comments, as deep as they go; of a PDF its
    unpacked streams.
    """
    yield "", content
    if content.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(content))
        for number in range(1, len(reader.xref_objStm) + max(reader.xref.get(0, {0: 0})) + 1):
            found = reader.get_object(number)
            if hasattr(found, "get_data"):
                yield f"stream {number}", found.get_data()
            yield f"object {number}", repr(found).encode()
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield "comment", packed.comment
            for member in packed.infolist():
                yield f"{member.filename} (named)", member.filename.encode() + member.comment + member.extra
                for name, part in parts_of(packed.read(member)):
                    yield f"{member.filename}/{name}", part


def traces_in(content: bytes, *more: str) -> list[tuple[str, str]]:
    words = {USER, HOME, COMPANY, *more, *((host,) if len(host := socket.gethostname()) > 3 else ())}
    shapes = {word: {word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")} for word in words}
    parts = list(parts_of(content))
    return [(name, word) for name, part in parts for word, those in shapes.items() if any(it in part for it in those)]


@pytest.mark.parametrize("name", LINES)
def test_neither_person_nor_machine_nor_place_stands_in_any_part(documents: dict[str, Path], name: str) -> None:
    content = documents[name].read_bytes()

    assert traces_in(content, str(documents[name].parent), sys.prefix) == []


def test_the_test_sees_them_where_they_stand(documents: dict[str, Path]) -> None:
    book = openpyxl.load_workbook(documents["sag.xlsx"])
    book.properties.creator = USER
    packed = io.BytesIO()
    book.save(packed)
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as zipped:
        zipped.writestr("indlejret.xlsx", packed.getvalue())

    assert ("docProps/core.xml/", USER) in traces_in(packed.getvalue())
    assert ("indlejret.xlsx/docProps/core.xml/", USER) in traces_in(outer.getvalue())


@pytest.mark.parametrize("name", [name for name in LINES if name.endswith(("docx", "xlsx"))])
def test_office_files_have_no_author_no_company_and_nothing_hidden(documents: dict[str, Path], name: str) -> None:
    with zipfile.ZipFile(documents[name]) as packed:
        parts = {member: packed.read(member) for member in packed.namelist()}

    assert IN_CORE.findall(parts.get("docProps/core.xml", b"")) == []
    assert IN_APP.findall(parts.get("docProps/app.xml", b"")) == []
    assert not any(NAMES_OF_TOOLS.search(part) for member, part in parts.items() if member.startswith("docProps/core"))
    unwanted = re.compile(r"customXml/item|comments|docProps/custom|embeddings|externalLinks|people|vbaProject")
    assert [member for member in parts if unwanted.search(member)] == []
    assert not any(b'state="hidden"' in part or b'state="veryHidden"' in part for part in parts.values())
    assert not any(b"<w:vanish/>" in part or b"<w:del " in part or b"<w:ins " in part for part in parts.values())
    assert not any(re.search(rb"w:rsid\w+=", part) for part in parts.values())


@pytest.mark.parametrize("name", [name for name in LINES if name.endswith("pdf")])
def test_a_pdf_has_no_author(documents: dict[str, Path], name: str) -> None:
    said = subprocess.run(
        [outside("pdfinfo"), str(documents[name])],
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C.UTF-8"},
    ).stdout
    reader = PdfReader(documents[name])

    assert not re.search(r"^(Author|Keywords|Subject|Producer):\s*\S", said, re.M), said
    assert re.findall(r"^Creator: *(\S+) [\d.]+$", said, re.M) == ["Typst"]  # the library, and nobody
    assert not reader.attachments
    metadata = reader.metadata or {}
    assert not {"/Author", "/Company", "/Keywords"} & {key for key, value in metadata.items() if value}


@pytest.mark.parametrize("name", [name for name in LINES if name.endswith("html")])
def test_a_page_names_no_author_and_no_program(documents: dict[str, Path], name: str) -> None:
    page = documents[name].read_text("utf-8")

    assert not re.search(r'<meta[^>]*name="?(author|generator|creator)', page, re.I)
    assert "<!--" not in page
    assert "file:" not in page


def test_an_appointment_names_neither_an_organizer_nor_a_machine(documents: dict[str, Path]) -> None:
    lines = documents["aftale.ics"].read_bytes().split(b"\r\n")

    assert [line for line in lines if line.startswith((b"ORGANIZER", b"ATTENDEE", b"X-", b"CONTACT"))] == []
    assert [line for line in lines if line.startswith(b"PRODID")] == [b"PRODID:-//vforlob//DA"]
    (uid,) = (line for line in lines if line.startswith(b"UID"))
    assert re.fullmatch(rb"UID:[0-9a-f]{32}@vforlob", uid)
