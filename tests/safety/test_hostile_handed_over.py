"""What people paste comes out of every document that is handed over whole, in every format, and steers nothing."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from render.readers import csv_cells, docx_text, pdf_text, xlsx_cells
from running import run
from safety.hostile import HOSTILE, harmful, is_shown
from safety.hostile_case import Given, make_hostile_case

pytestmark = pytest.mark.safety

SHEETS = tuple(
    ("ark", name, sag, *to)
    for name, sag in (("formøde", "b1"), ("startmøde", "f1"), ("opfølgning", "f1"), ("midtvejs", "f1"))
    for to in ((), ("--til", "borger"))
)
LINES = (
    *SHEETS,
    ("aftaleark", "f1"),
    ("aftaleark", "f1", "--til", "borger"),
    ("kontaktkort", "virksomhed", "f1"),
    ("kontaktkort", "borger", "f1"),
    ("værtsguide", "f1"),
    ("tilbagemelding", "f1"),
    ("overdragelse", "f1"),
    ("minplan", "b1"),
    ("udviklingsbeskrivelse", "f1"),
    ("udviklingsbeskrivelse", "f1", "--til", "borger"),
    *(("eksport", "f1", "--til", to) for to in ("borger", "virksomhed", "mentor", "sagsbehandler", "journal")),
    ("eksport", "b1"),
)
FORMATS = ("md", "html", "txt", "json")
FILES = ("docx", "pdf")
FOREIGN = re.compile(r"<!--|<(?:script|img|a|b|iframe|object|link|base|form)[\s>]|<[^>]*\son\w+\s*=", re.I)


def dealt(names: list[str]) -> object:
    """The next text at every new place."""
    given: dict[str, str] = {}
    return lambda place: given.setdefault(place, HOSTILE[names[len(given) % len(names)]])


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Given:
    return make_hostile_case(tmp_path_factory.mktemp("ondt") / "case", dealt(list(HOSTILE)))


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_a_text_on_the_screen_steers_nothing(hostile: Given, line: tuple[str, ...]) -> None:
    for form in FORMATS:
        ran = run(*line, "--format", form, folder=hostile.folder)

        assert ran.code == 0, ran.err
        assert harmful((ran.out + ran.err).replace("\t", " ")) == [], form
        assert "Traceback" not in ran.err
        if form == "html":
            assert FOREIGN.search(ran.out) is None
            assert "default-src 'none'" in ran.out


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_a_file_steers_nothing_and_is_named_after_nobody(hostile: Given, line: tuple[str, ...]) -> None:
    for form in FILES:
        ran = run(*line, "--format", form, "--erstat-tegn", folder=hostile.folder)

        assert ran.code == 0, ran.err
        assert harmful(ran.err.replace("\t", " ")) == [], form
        path = Path(ran.err.splitlines()[-1])
        assert re.fullmatch(r"[a-z0-9]{10}\.(docx|pdf)", path.name)
        text = docx_text(path.read_bytes()) if form == "docx" else pdf_text(path.read_bytes())
        assert harmful(text.replace("\t", " ")) == [], form
        if form == "docx":
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
                body = packed.read("word/document.xml").decode()
            assert set(re.findall(r"<w:(instrText|fldSimple|hyperlink|object|altChunk)\b", body)) <= {"instrText"}
            assert "ondt.example" not in packed_links(path)


def packed_links(path: Path) -> str:
    with zipfile.ZipFile(path) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist() if name.endswith(".rels"))


def test_no_cell_of_a_list_is_a_formula_and_every_note_is_whole(hostile: Given) -> None:
    made = {form: run("eksport", "b1", "--format", form, "--ud", str(Path(hostile.folder).parent / f"sag.{form}"),
                      "--overskriv", folder=hostile.folder) for form in ("xlsx", "csv")}  # fmt: skip
    book, rows = ((Path(hostile.folder).parent / f"sag.{form}").read_bytes() for form in ("xlsx", "csv"))

    assert [ran.code for ran in made.values()] == [0, 0]
    cells = csv_cells(rows.decode())
    assert [cell for cell in cells if cell.lstrip(" \t\r\n")[:1] in {*"=@＝＋－＠"}] == []
    assert [cell for cell in cells if re.match(r"[+-](?![\d ]+$)", cell)] == []
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        sheets = [packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
    assert [sheet for sheet in sheets if "<f>" in sheet or "<hyperlink" in sheet] == []
    together = "\n".join(map(str, xlsx_cells(book)))
    assert [place for place, text in notes(hostile) if len(text) < 3000 and not is_shown(text, together)] == []


def notes(given: Given) -> Iterator[tuple[str, str]]:
    return (
        (place, text)
        for place, text in given.texts.items()
        if place.endswith(("_tekst", ".note")) and place.startswith(("formode", "startmode", "opfolgning", "midtvejs"))
    )


def test_an_appointment_is_one_event_whatever_the_place_is_called(hostile: Given) -> None:
    ran = run("kalender", "f1", "--navn", "--sted", "--dagsorden", folder=hostile.folder)

    if ran.code == 3:
        pytest.fail(ran.err)
    content = Path(ran.err.splitlines()[-1]).read_bytes()
    assert content.count(b"BEGIN:VEVENT") == 1
    assert harmful(content.decode().replace("\r\n", "\n").replace("\t", " ")) == []
    assert {line[:1] for line in content.split(b"\r\n") if b"\n" in line or b"\r" in line} == set()


# --- what is typed on the line or sent in ---


def test_hours_with_a_cpr_number_are_refused_and_said_nowhere(hostile: Given) -> None:
    ran = run("kontaktkort", "borger", "f1", "--træffetid", "kl. 8, 010190-1234", folder=hostile.folder)

    assert ran.code == 2
    assert "1234" not in ran.err + ran.out
    assert "cpr" in ran.err
    assert "1234" not in run("kontaktkort", "borger", "f1", folder=hostile.folder).out


def test_hours_that_steer_a_terminal_are_harmless(hostile: Given, tmp_path: Path) -> None:
    copy = shutil.copytree(hostile.folder, tmp_path / "vforlob")
    shutil.copy(Path(hostile.folder).parent / "raanoegle.txt", tmp_path)

    for name in ("esc-clear", "bidi-override", "jinja-expression", "rich-colour", "html"):
        ran = run("kontaktkort", "virksomhed", "f1", "--træffetid", HOSTILE[name], folder=copy)
        assert ran.code == 0, ran.err
        assert harmful(ran.out + ran.err) == []
        assert is_shown(HOSTILE[name].rstrip("."), ran.out), name


def test_lines_from_a_sheet_are_kept_whole_and_a_cpr_number_is_hidden(hostile: Given, tmp_path: Path) -> None:
    copy = shutil.copytree(hostile.folder, tmp_path / "vforlob")
    shutil.copy(Path(hostile.folder).parent / "raanoegle.txt", tmp_path)
    said = [HOSTILE[name] for name in ("rich-note", "jinja-expression", "html", "esc-colour", "bidi-override", "sql")]
    text = "1: 4\n1c: 010190-1234 ringede\n1 note: " + " ".join(said) + "\n5: 3112991234\n"

    ran = run("indtast", "f1", folder=copy, stdin=text)
    shown = run("samtale", "vis", "s8", folder=copy)

    assert ran.code == 0, ran.err
    assert harmful(ran.out + ran.err + shown.out) == []
    assert "1234" not in ran.out + ran.err + shown.out
    assert [one for one in said if not is_shown(one, shown.out)] == []
