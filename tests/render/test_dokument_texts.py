"""A Dokument as md, html, txt and json: every kind of block has its place, and what was typed arrives as it is."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from canaries import html_reader, html_text, json_text
from every_block import KINDS, between, everything, everywhere, framed, holding, places
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt
from test_hostile_texts import HOSTILE, LINES, spelled

from vforlob.model.dokument import Dokument, Figur, Kolonne, Led, Liste, Overskrift, Sideskift, Sporgsmal, Tabel, Tekst
from vforlob.model.text import clean
from vforlob.render.render import render_dokument
from vforlob.render.sources import BUNDLE

TEXTS = ("md", "html", "txt")
FORMATS = (*TEXTS, "json")
PLACES = [name for name in places("") if name != "sideskift"]
# They name things for the program; and what a plot is made of is told in its text.
UNTOLD = {"blok", "art", "modtager", "dato", "stil", "felt", "id", "serier", "bredde"}
PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
CHILDREN = {"text", "softbreak", "hardbreak", "strong_open", "strong_close"}


def markdown_text(rendered: str) -> str:
    """What a reader of Markdown sees, tables too; anything that a text could have made of itself fails."""
    parts = []
    for block in PARSER.parse(rendered):
        assert not block.type.startswith(("html", "code", "fence")), block.type
        for child in block.children or ():
            assert child.type in CHILDREN, child.type
            parts.append("\n" if child.type.endswith("break") else child.content)
        if block.type == "inline":
            parts.append("\n")
    return "".join(parts)


READERS: dict[str, Callable[[str], str]] = {"md": markdown_text, "html": html_text, "txt": str, "json": json_text}


def read(dokument: Dokument, format_name: str) -> str:
    """Line by line, without the white space at their ends, which a reader may drop."""
    found = READERS[format_name](str(render_dokument(dokument, format_name)))
    return "\n".join(line.strip() for line in found.split("\n"))


def stands(text: str) -> str:
    return "\n".join(spelled(text)).strip()


# --- every kind of block ---


def test_the_document_of_these_tests_holds_every_kind_of_block() -> None:
    assert {type(block) for block in places("").values()} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_name", TEXTS)
def test_every_kind_of_block_has_its_place_in_each_template(kind: type, format_name: str) -> None:
    template = (Path(BUNDLE) / f"dokument.{format_name}.jinja").read_text(encoding="utf-8")

    assert f'b.blok == "{kind._field_defaults["blok"]}"' in template  # type: ignore[attr-defined]


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_same_facts_stand_in_every_format(format_name: str) -> None:
    facts = told(everything("æble"))

    found = read(everything("æble"), format_name)

    assert len(facts) > 60
    assert [fact for fact in facts if fact not in found] == []


def told(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, tuple):
        return []
    fields = getattr(value, "_fields", ("",) * len(value))
    return [text for name, part in zip(fields, value, strict=True) if name not in UNTOLD for text in told(part)]


# --- what was typed ---


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format_name", FORMATS)
def test_a_text_arrives_unchanged_in_every_place(text: str, format_name: str) -> None:
    found = read(everywhere(clean(text)), format_name)

    assert [name for name in PLACES if stands(text) not in between(found, name)] == []


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format_name", FORMATS)
def test_a_text_around_the_blocks_arrives_unchanged(text: str, format_name: str) -> None:
    assert read(framed(clean(text)), format_name).count(stands(text)) >= 6


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_adds_no_element_to_the_html(text: str) -> None:
    plain = html_reader(str(render_dokument(everything("rolig tekst"), "html")))

    hostile = html_reader(str(render_dokument(everything(clean(text)), "html")))

    assert without_drawings(hostile.tags) == without_drawings(plain.tags)


def without_drawings(tags: list[str]) -> list[str]:
    """How many pieces a drawing is made of depends on how long its names are."""
    return [tag for tag in tags if not tag.startswith(("text ", "path ", "rect ", "circle ", "polygon "))]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format_name", TEXTS)
def test_nothing_that_steers_a_reader_is_left(text: str, format_name: str) -> None:
    rendered = str(render_dokument(everything(text), format_name))

    assert clean(rendered) == rendered


@given(LINES)
@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_in_any_place_reads_back_from_every_format(text: str) -> None:
    check_everywhere(text)


@pytest.mark.safety
@given(LINES)
@settings(deadline=None, max_examples=1_000, suppress_health_check=list(HealthCheck))
def test_very_many_texts_in_any_place_read_back_from_every_format(text: str) -> None:
    check_everywhere(text)


def check_everywhere(text: str) -> None:
    text = clean(text).strip("\n")

    for format_name in FORMATS:
        found = read(everywhere(text), format_name)
        assert [name for name in PLACES if stands(text) not in between(found, name)] == [], format_name


# --- txt ---


def test_no_typed_text_can_look_like_a_heading_of_a_plain_text() -> None:
    forged = "Aftaler\n-------\nVi har aftalt\n=============\nIntet\n....."
    rendered = str(render_dokument(Dokument("x", "T", "borger", (Overskrift("Ægte"), Tekst(forged))), "txt"))

    underlined = [line for line in rendered.split("\n") if re.fullmatch(r"([-=.])\1*", line)]
    assert underlined == ["=", "----"]


def test_no_typed_line_can_pass_for_the_next_item_cell_or_box() -> None:
    forged = "sandt\n- løgn\nHvem: løgn\n[x] løgn\nSidst: løgn"
    rendered = str(render_dokument(everywhere(forged), "txt"))

    depth = {name: between(rendered, name) for name in ("led under", "celle", "mulighed", "sidst", "par tekst")}
    assert "\n        - løgn\n" in depth["led under"]
    assert "\n    Hvem: løgn\n" in depth["celle"]
    assert "\n      [x] løgn\n" in depth["mulighed"]
    assert "\n      Sidst: løgn\n" in depth["sidst"]
    assert "\n  Hvem: løgn\n" in depth["par tekst"]


def test_a_paragraph_is_one_line_however_long() -> None:
    rendered = str(render_dokument(holding(Tekst("ord " * 500 + "slut")), "txt"))

    assert max(map(len, rendered.split("\n"))) > 2_000


def test_a_narrow_table_lines_up_and_its_numbers_end_together() -> None:
    table = Tabel("Timer", (Kolonne("Fra", "dato"), Kolonne("Timer", "tal")), (("1/12", "12,5"), ("15/12", "5")))

    rendered = str(render_dokument(holding(table), "txt"))

    assert "Timer:\nFra    Timer\n-----  -----\n1/12    12,5\n15/12      5\n" in rendered


def test_a_wide_table_names_each_cell() -> None:
    table = Tabel("Aftaler", (Kolonne("Hvad"), Kolonne("Hvem")), (("x" * 75, "borger"), ("kort", "")))

    rendered = str(render_dokument(holding(table), "txt"))

    assert f"Aftaler:\n- Hvad: {'x' * 75}\n  Hvem: borger\n- Hvad: kort\n  Hvem:\n" in rendered


def test_boxes_stand_beside_a_short_question_and_below_a_long_one() -> None:
    rendered = str(render_dokument(everything("ord " * 30), "txt"))

    assert "4a  Spørgsmål  ____ dage" in str(render_dokument(holding(places("9")["sidst med enhed"]), "txt"))
    assert "4a  9  [ ] ja" in str(render_dokument(holding(places("9")["sporgsmal 2"]), "txt"))
    assert "\n    [ ] ja\n" in rendered


# --- md ---


def test_a_table_in_markdown_is_a_table() -> None:
    table = Tabel("T", (Kolonne("A"), Kolonne("B", "tal")), (("a | b", "-1"), ("", "`c`")))

    tokens = MarkdownIt("commonmark").enable("table").parse(str(render_dokument(holding(table), "md")))

    cells = [token.children[0].content if token.children else "" for token in tokens if token.type == "inline"]
    assert cells[-5:-1] == ["a | b", "-1", "", "`c`"]
    assert sum(token.type == "td_open" for token in tokens) == 4


def test_no_cell_of_a_table_in_markdown_needs_html() -> None:
    table = Tabel("T", (Kolonne("A"), Kolonne("B")), (("to\nlinjer", "b"),))

    rendered = str(render_dokument(holding(table), "md"))

    assert "<" not in rendered
    assert "to\nlinjer" in markdown_text(rendered)


# --- html ---


class Headings(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))


@pytest.mark.parametrize(
    ("blocks", "levels"),
    [
        ((Overskrift("a"), Overskrift("b", 3), Overskrift("c")), [1, 2, 3, 2]),
        ((Overskrift("b", 3), Overskrift("c", 3)), [1, 2, 2]),
        ((Sporgsmal("1", "a"), Sporgsmal("1a", "b", 2), Sporgsmal("2", "c")), [1, 2, 2]),
        ((Overskrift("a"), Sporgsmal("1", "a"), Overskrift("b", 3), Sporgsmal("2", "c")), [1, 2, 3, 3, 3]),
    ],
)
def test_headings_skip_no_level(blocks: tuple[Overskrift | Sporgsmal, ...], levels: list[int]) -> None:
    headings = Headings()
    headings.feed(str(render_dokument(Dokument("x", "T", "borger", blocks), "html")))

    assert headings.levels == levels


def test_the_html_can_fetch_nothing_and_stands_alone() -> None:
    rendered = str(render_dokument(everything(), "html"))
    tags = html_reader(rendered).tags

    assert rendered.startswith('<!doctype html>\n<html lang="da">\n<head>\n<meta charset="utf-8">')
    assert "default-src 'none'" in rendered[:200]
    assert not any(tag.split()[0] in {"script", "link", "img", "iframe", "a", "object", "use", "image"} for tag in tags)
    assert not re.search(r"url\(|@import|\son\w+=", rendered)


def test_the_html_is_made_for_paper_too() -> None:
    rendered = str(render_dokument(everything(), "html"))

    for rule in ("size: A4", "break-after: avoid", "break-before: page", "table-header-group", "counter(pages)"):
        assert rule in rendered


def test_a_head_of_the_page_cannot_leave_its_quotes() -> None:
    head = '"; } * { color: red } </style><b>\\22 \nÆ-7'

    rendered = str(render_dokument(everything()._replace(sidehoved=head), "html"))

    style = rendered.partition("<style>")[2].partition("</style>")[0]
    shown = re.search(r'@top-left \{ content: "([^"]*)"', style)
    assert shown is not None
    assert re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), shown[1]) == head.replace("\n", " ")
    assert "color: red" not in style


def test_a_table_says_what_it_is_and_what_its_columns_are() -> None:
    rendered = str(render_dokument(holding(Tabel("Timer", (Kolonne("Fra"), Kolonne("Til")), (("a", "b"),))), "html"))

    assert '<caption class="t">Timer</caption>' in rendered
    assert rendered.count('<th scope="col"') == 2


def test_a_box_can_be_heard() -> None:
    rendered = str(render_dokument(holding(places("ja")["mulighed"]), "html"))

    assert 'role="img" aria-label="sat kryds">☒<' in rendered
    assert 'role="img" aria-label="intet kryds">☐<' in rendered


def test_a_break_of_the_page_makes_no_empty_one() -> None:
    blocks = (Sideskift(), Tekst("midt"), Sideskift())

    rendered = str(render_dokument(Dokument("x", "T", "borger", blocks), "html"))

    assert 'class="sideskift"' not in rendered


# --- the kommune's own, and machines ---


@pytest.mark.parametrize("format_name", TEXTS)
def test_the_kommunes_own_template_wins_and_reads_the_same_fields(tmp_path: Path, format_name: str) -> None:
    own = tmp_path / f"dokument.{format_name}.jinja"
    own.write_text("{{ titel }} {{ dokument.blokke | length }} {{ blokke[0].blok }}: {{ blokke[0].tekst }}", "utf-8")

    rendered = str(render_dokument(Dokument("x", "Ål", "borger", (Tekst("fri"),)), format_name, str(tmp_path)))

    assert rendered.endswith("Ål 1 tekst: fri\n")


def test_the_kommunes_own_template_can_show_a_drawing(tmp_path: Path) -> None:
    (tmp_path / "dokument.html.jinja").write_text("{% for b in blokke %}{{ b.svg }}{% endfor %}", "utf-8")
    figur = Figur("Timer <b>", "trappe", (), "Ingen & intet")

    rendered = str(render_dokument(Dokument("x", "T", "borger", (figur,)), "html", str(tmp_path)))

    assert "<svg" in rendered
    assert "Timer &lt;b&gt;" in rendered


def test_json_has_its_shape_first_and_every_field() -> None:
    found = json.loads(render_dokument(everything("æ"), "json"))

    assert next(iter(found)) == "skema"
    assert list(found)[1:] == list(Dokument._fields)
    assert {block["blok"] for block in found["blokke"]} == {kind._field_defaults["blok"] for kind in KINDS}
    assert found["blokke"][-1]["serier"][0]["malinger"][0] == {"hvor": "2026-11-09", "tal": 2}


def test_an_empty_document_is_its_title() -> None:
    assert render_dokument(Dokument("x", "Titel", "borger"), "txt") == "Titel\n=====\n"
    assert render_dokument(Dokument("x", "Titel", "borger"), "md") == "# Titel\n"


def test_a_list_keeps_its_depth() -> None:
    items = Liste((Led("a", under=(Led("b", under=(Led("c"),)),)), Led("d")), nummereret=True)

    assert "1. a\n   - b\n     - c\n2. d\n" in str(render_dokument(holding(items), "txt"))
    assert "1. a\n   - b\n     - c\n2. d\n" in str(render_dokument(holding(items), "md"))
