"""A hundred thousand texts that nobody would write, everywhere in a document, through every format: each arrives."""

import io
import random
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from canaries import html_text, json_text
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from readers import csv_cells, docx_text, markdown_words, pdf_words, squeezed, xlsx_cells
from test_hostile_texts import HOSTILE

from figures import reached
from safety.hostile import harmful
from vforlob.model.dokument import (
    Dokument,
    Felter,
    Kolonne,
    Led,
    Liste,
    Mulighed,
    Overskrift,
    Par,
    Sporgsmal,
    Tabel,
    Tekst,
)
from vforlob.model.event import Event
from vforlob.model.regneark import Fane, Regneark, Sojle
from vforlob.model.text import REPLACED, clean
from vforlob.render.calendar import render_event
from vforlob.render.pdf.letters import missing_signs
from vforlob.render.render import render_dokument, render_regneark

TEXTS, DRAWN, ON_PAGES, IN_ONE = 100_000, 10_000, 5_000, 400
SIGNS = "&<>\"'[]{}%#*|=+-@$\\`~_^!:;/ \t\n»«–…€½²µ\u00a0\u00adæøåÆØÅéüß☐→👍漢א"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060"
PIECES = st.one_of(
    st.text(st.sampled_from(SIGNS), max_size=12),
    st.text(st.characters(), max_size=20),
    st.text(st.characters(max_codepoint=0x17F), max_size=40),
    st.sampled_from(HOSTILE),
)


@cache
def texts() -> tuple[str, ...]:
    """The same for every format: made once, cleaned as everything is at the door. Ten thousand are drawn, and the rest
    are two of them beside each other with a sign between: where one ends, the next begins to be dangerous.
    """
    found: list[str] = []

    @seed(2026)
    @settings(max_examples=DRAWN // 50, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.lists(PIECES, min_size=50, max_size=50))
    def gather(made: list[str]) -> None:
        found.extend(made)

    gather()
    short, chance = [text for text in found if len(text) < 60], random.Random(2026)
    while len(found) < TEXTS:
        found.append(chance.choice(short) + chance.choice(SIGNS) + chance.choice(short))
    return tuple(clean(text) for text in found[:TEXTS])


def batches(most: int = TEXTS) -> Iterator[tuple[str, ...]]:
    whole = texts()
    return (whole[start : start + IN_ONE] for start in range(0, most, IN_ONE))


def has_arrived(format_name: str, number: int, missing: list[str], steering: int, formulas: str = "") -> None:
    """The figure of one format, and the test of it."""
    reached(
        11,
        "Tekster, som ingen ville skrive, gennem hvert format: læst tilbage, som de var",
        required="100.000 (pdf 5.000), 0 forskellige, 0 styretegn, 0 formler",
        reached=f"{format_name}: {number} tekster, {len(missing)} forskellige, {steering} styretegn{formulas}",
        control="en tekst, der mangler, og en formel bliver set",
    )
    assert missing == []
    assert steering == 0


def steering_in(read: str) -> int:
    return 0 if clean(read) == read else sum(sign == REPLACED for sign in clean(read)) - read.count(REPLACED)


def holding(given_texts: tuple[str, ...]) -> Dokument:
    """Each text once, in a place of its own between two marks: headings, paragraphs, lists, tables, questions."""
    makers = (
        lambda text: Tekst(text),
        lambda text: Tekst(text, "fremhaevet"),
        lambda text: Liste((Led(text),)),
        lambda text: Liste((Led("over", under=(Led(text, navn="Navn"),)),)),
        lambda text: Felter((Par("Felt", text),)),
        lambda text: Tabel("Tabel", (Kolonne("A"), Kolonne("B")), ((text, "b"),)),
        lambda text: Sporgsmal("1", "Spørgsmål", sidst=text),
        lambda text: Sporgsmal("2", "Valg", muligheder=(Mulighed("a", text),)),
    )
    blocks: list[object] = []
    for number, text in enumerate(given_texts):
        blocks += [Tekst(mark(number)), makers[number % len(makers)](text)]
    return Dokument("sag", "Mange tekster", "journal", (Overskrift("Alle"), *blocks, Tekst(mark(len(given_texts)))))  # type: ignore[arg-type]


def rendered(batch: tuple[str, ...], format_name: str, **ways: bool) -> Any:
    return render_dokument(holding(batch), format_name, **ways)


def event(description: str) -> Event:
    return Event("1@vforlob", 0, "2026-11-20T13:00:00+01:00", "2026-12-01", "09:00", 60, "Opfølgning", description)


def mark(number: int) -> str:
    return f"MÆRKE{number:05}Q"


def between(read: str, number: int) -> str:
    return read.partition(mark(number))[2].partition(mark(number + 1))[0]


def lost(read: str, given_texts: tuple[str, ...], *, page: bool = False) -> list[str]:
    """The texts that do not stand where they should. White space is not counted: a page or a reader breaks lines. On a
    page what is read from right to left, or goes on in a cell on the next page, is found in another order.
    """
    found = [squeezed(between(read, number)) for number in range(len(given_texts))]
    return [
        text
        for text, place in zip(given_texts, found, strict=True)
        if squeezed(text) not in place and not (page and not letters_of(text) - letters_of(place))
    ]


def letters_of(text: str) -> Counter[str]:
    """Brackets are turned around in what is read from right to left."""
    return Counter(sign for sign in squeezed(text) if sign not in "<>()[]{}«»")


@pytest.mark.safety
@pytest.mark.tal
@pytest.mark.parametrize(
    ("format_name", "reader"),
    [("md", markdown_words), ("html", html_text), ("txt", str), ("json", json_text), ("docx", docx_text)],
)
def test_every_text_stands_unchanged_where_it_was_put(format_name: str, reader: Any) -> None:
    missing, steering = [], 0

    for batch in batches():
        read = reader(rendered(batch, format_name))
        missing += lost(read, batch)
        steering += steering_in(read)

    has_arrived(format_name, TEXTS, missing, steering)


@pytest.mark.safety
@pytest.mark.tal
def test_a_page_holds_every_text_with_a_sign_for_what_its_letters_lack() -> None:
    missing = []

    for batch in batches(ON_PAGES):
        read = unicodedata.normalize("NFC", pdf_words(rendered(batch, "pdf", replace_signs=True)))
        missing += lost(read, tuple(as_shown(text) for text in batch), page=True)

    has_arrived("pdf", ON_PAGES, missing, 0)


def as_shown(text: str) -> str:
    """With the sign that stands for a letter the page does not have, and without signs that nobody sees."""
    return "".join("▯" if sign in missing_signs(sign) else sign for sign in text if sign not in UNSEEN)


@pytest.mark.safety
@pytest.mark.tal
@pytest.mark.parametrize("format_name", ["xlsx", "csv"])
def test_every_text_is_a_cell_and_no_formula(format_name: str) -> None:
    missing, formulas, steering = [], 0, 0

    for batch in batches():
        rows = tuple((number, text) for number, text in enumerate(batch))
        content = render_regneark(
            Regneark("Ark", (Fane("Alt", (Sojle("Nr", "tal"), Sojle("Tekst")), rows),)), format_name
        )
        cells = xlsx_cells(content) if isinstance(content, bytes) else csv_cells(content)
        formulas += formulas_in(content)
        steering += sum(steering_in(str(cell)) for cell in cells)
        found = {squeezed(shown) for cell in cells for shown in (str(cell), str(cell).removeprefix("'"))}
        missing += [text for text in batch if squeezed(text) and squeezed(text) not in found]

    has_arrived(format_name, TEXTS, missing, steering, f", {formulas} formler")
    assert formulas == 0


def formulas_in(content: bytes | str) -> int:
    """What a spreadsheet would work out: a formula element; in a file of text a cell that begins like one."""
    if isinstance(content, bytes):
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return sum(book.read(name).count(b"<f>") for name in book.namelist() if "worksheets/" in name)
    return sum(cell.startswith(FORMULA) for cell in csv_cells(content))


@pytest.mark.safety
@pytest.mark.tal
def test_every_text_stands_in_a_calendar_and_adds_no_line() -> None:
    import icalendar

    missing, steering = [], 0

    for batch in batches():
        content = render_event(event(" ".join(batch)))
        (found,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
        missing += [] if squeezed(str(found["DESCRIPTION"])) == squeezed(" ".join(batch)) else list(batch)
        steering += steering_in(content.decode().replace("\r\n", "\n"))
        assert max(len(line) for line in content.split(b"\r\n")) <= 75

    has_arrived("ics", TEXTS, missing, steering)


@pytest.mark.safety
@pytest.mark.tal
def test_every_text_reaches_the_screen_and_steers_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    from vforlob.cli import show

    missing, steering = [], 0

    for batch in batches():
        show.out("\n".join(f"{mark(number)}{text}" for number, text in enumerate(batch)) + mark(len(batch)))
        read = capsys.readouterr().out
        missing += lost(read, batch)
        steering += len(harmful(read.replace("\t", "")))

    has_arrived("skærm", TEXTS, missing, steering)


def test_the_detectors_see_a_formula_and_what_steers_a_terminal() -> None:
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.add_worksheet().write("A1", "=1+1")

    assert (formulas_in(content.getvalue()), formulas_in("a;=1+1\n")) == (1, 1)
    assert (steering_in("a\x1b[31mb"), harmful("a\x1b[31mb")) == (1, ["U+001B"])


def test_the_detector_sees_a_text_that_was_lost() -> None:
    batch = ("en tekst", "en anden")
    read = "\n".join([mark(0), "en tekst", mark(1), "", mark(2)])

    assert lost(read, batch) == ["en anden"]
