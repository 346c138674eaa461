"""Twenty thousand texts that nobody would write, in every place of a document, through every format: each arrives."""

import unicodedata
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
from vforlob.model.text import clean
from vforlob.render.calendar import render_event
from vforlob.render.pdf.letters import missing_signs
from vforlob.render.render import render_dokument, render_regneark

TEXTS, IN_ONE = 20_000, 400
SIGNS = "&<>\"'[]{}%#*|=+-@$\\`~_^!:;/ \t\n»«–…€½²µ\u00a0\u00adæøåÆØÅéüß☐→👍漢א"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060"
PIECES = st.one_of(
    st.text(st.sampled_from(SIGNS), max_size=12),
    st.text(st.characters(), max_size=20),
    st.text(st.characters(max_codepoint=0x17F), max_size=40),
    st.sampled_from(HOSTILE),
)


@cache
def texts() -> tuple[str, ...]:
    """The same for every format: made once, cleaned as everything is at the door."""
    found: list[str] = []

    @seed(2026)
    @settings(max_examples=TEXTS // 50, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.lists(PIECES, min_size=50, max_size=50))
    def gather(made: list[str]) -> None:
        found.extend(clean(text) for text in made)

    gather()
    while len(found) < TEXTS:
        found += found
    return tuple(found[:TEXTS])


def batches() -> Iterator[tuple[str, ...]]:
    whole = texts()
    return (whole[start : start + IN_ONE] for start in range(0, TEXTS, IN_ONE))


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
@pytest.mark.parametrize(
    ("format_name", "reader"),
    [("md", markdown_words), ("html", html_text), ("txt", str), ("json", json_text), ("docx", docx_text)],
)
def test_every_text_stands_unchanged_where_it_was_put(format_name: str, reader: Any) -> None:
    missing = []

    for batch in batches():
        missing += lost(reader(rendered(batch, format_name)), batch)

    assert missing == []


@pytest.mark.safety
def test_a_page_holds_every_text_with_a_sign_for_what_its_letters_lack() -> None:
    missing = []

    for batch in batches():
        read = unicodedata.normalize("NFC", pdf_words(rendered(batch, "pdf", replace_signs=True)))
        missing += lost(read, tuple(as_shown(text) for text in batch), page=True)

    assert missing == []


def as_shown(text: str) -> str:
    """With the sign that stands for a letter the page does not have, and without signs that nobody sees."""
    return "".join("▯" if sign in missing_signs(sign) else sign for sign in text if sign not in UNSEEN)


@pytest.mark.safety
@pytest.mark.parametrize("format_name", ["xlsx", "csv"])
def test_every_text_is_a_cell_and_no_formula(format_name: str) -> None:
    for batch in batches():
        rows = tuple((number, text) for number, text in enumerate(batch))
        content = render_regneark(
            Regneark("Ark", (Fane("Alt", (Sojle("Nr", "tal"), Sojle("Tekst")), rows),)), format_name
        )
        cells = xlsx_cells(content) if isinstance(content, bytes) else csv_cells(content)
        found = {squeezed(shown) for cell in cells for shown in (str(cell), str(cell).removeprefix("'"))}
        assert [text for text in batch if squeezed(text) and squeezed(text) not in found] == []


@pytest.mark.safety
def test_every_text_stands_in_a_calendar_and_adds_no_line() -> None:
    import icalendar

    for batch in batches():
        content = render_event(event(" ".join(batch)))
        (found,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
        assert squeezed(str(found["DESCRIPTION"])) == squeezed(" ".join(batch))
        assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_the_detector_sees_a_text_that_was_lost() -> None:
    batch = ("en tekst", "en anden")
    read = "\n".join([mark(0), "en tekst", mark(1), "", mark(2)])

    assert lost(read, batch) == ["en anden"]
