"""What a person typed arrives as it is in every format, and does nothing there."""

import json

import pytest
from canaries import FORMATS, SETTINGS, document, html_reader, html_text, json_text, markdown_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scenes
from vforlob.actions.make_referat import make_referat
from vforlob.model.answers import Key
from vforlob.model.case import Held
from vforlob.model.text import clean
from vforlob.render.formats import html, md, txt
from vforlob.render.render import render

HOSTILE = [
    "\x1b[31mrød\x1b[0m",
    "\x1b]52;c;aGVq\x07",
    "\x1b]8;;https://example.org\x07klik\x1b]8;;\x07",
    "\x00\x01\x08\x0b\x0c\x7f\x80\x9b31m",
    "[x] [/] [red]fed[/red] [note: syg]",
    "{{ referat }} {% for a in b %} {# ja #}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    '"><b>fed</b>&amp;&lt;&#60;&nbsp;&copy',
    "=1+1",
    "+45 12 34 56 78",
    "-1",
    "@SUM(A1)",
    "# overskrift *fed* _kursiv_ `kode` ~~streg~~",
    "1. et\n2) to\n- tre\n+ fire\n* fem",
    "før\n===\nunder\n---\n***\n___",
    "> citat\n    indrykket\n\tmed tabulator\n\n\nefter tre linjer",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "a | b\n--- | ---\n1 | 2",
    "[tekst](https://example.org) ![billede](x.png) <https://example.org>",
    "[1]: https://example.org\n[^1]: note",
    "```\nkode\n```\n~~~\nkode\n~~~",
    "<!-- kommentar --> <![CDATA[x]]> <?php ?>",
    "slutter med skråstreg\\\nog \\ igen \\",
    "&amp; &lt;b&gt; &#x41; & alene &; &Æ;",
    "  foran og bagved  ",
    "\tfane foran og bag\t",
    "👩‍🏭 🦺 🇩🇰 é e\u0301 ﬁ",
    "\u202egnalks\u202c \u2066skjult\u2069 \u200f\u061c",
    "\u2028linje\u2029afsnit\ufeffbom",
    "ord " * 1_250,
    "æøåÆØÅ »citat« ’ – … €",
    "linje et\r\nlinje to\rlinje tre",
    "\ud83d løst halvtegn",
    "![",
    "!\\[x](y)",
    "a_b_c *d*e* __f__ **",
    "123456789. ti cifre 1234567890.",
    "</span></li></ul></main></body></html>",
    "javascript:alert(1)",
    "'; DROP TABLE svar; --",
]


def with_text(text: str) -> Held:
    """The text as own words, as the first and only text of a point, as a row's name and below it, and as a note."""
    held = scenes.opfolgning()
    own = {
        Key("hvordan_gar_det", "borger_tekst"): text,
        Key("selvstaendigt", "tekst"): text,
        Key("opgaver", "opgave", 1): text,
        Key("aftaler", "hvad", 1): text,
        Key("aftaler", "hvem_andre", 1): text,
        Key("aftaler", "hvem", 1): ("andre",),
        Key("socialt", "note"): text,
    }
    bare = held.agenda._replace(
        punkter=tuple(
            punkt._replace(felter=tuple(felt._replace(condition="") for felt in punkt.felter))
            for punkt in held.agenda.punkter
        )
    )
    return held._replace(answers={**held.answers, **own}, agenda=bare)


def spelled(text: str) -> list[str]:
    """Line by line; white space at the ends of a line may be lost by a reader, never in the file."""
    return [line.strip() for line in clean(text).split("\n")]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("recipient", ["borger", "journal"])
@pytest.mark.parametrize("format_name", FORMATS)
def test_a_text_arrives_unchanged_line_by_line(text: str, recipient: str, format_name: str) -> None:
    read = document(with_text(text), recipient, format_name)

    lines = "\n".join(line.strip() for line in read.split("\n"))
    assert lines.count("\n".join(spelled(text)).strip()) >= (5 if recipient == "journal" else 4)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format_name", FORMATS)
def test_nothing_that_steers_a_reader_is_left(text: str, format_name: str) -> None:
    rendered = render(make_referat(with_text(text), "journal", SETTINGS), format_name)

    assert clean(rendered) == rendered


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_adds_no_element_to_the_html(text: str) -> None:
    plain = html_reader(render(make_referat(with_text("rolig tekst"), "journal", SETTINGS), "html"))

    hostile = html_reader(render(make_referat(with_text(text), "journal", SETTINGS), "html"))

    assert hostile.tags == plain.tags


def test_the_html_can_fetch_nothing_and_stands_alone() -> None:
    rendered = render(make_referat(scenes.opfolgning(), "borger", SETTINGS), "html")
    reader = html_reader(rendered)

    assert rendered.startswith('<!doctype html>\n<html lang="da">\n<head>\n<meta charset="utf-8">')
    assert "default-src 'none'" in rendered[:200]
    assert not any(tag.startswith(("script", "link", "img", "iframe", "a ")) for tag in reader.tags)
    assert "@media print" in rendered


def test_plain_text_is_never_wrapped_and_says_one_thing_a_line() -> None:
    rendered = render(make_referat(with_text("ord " * 400 + "slut"), "journal", SETTINGS), "txt")

    assert any(len(line) > 1_600 for line in rendered.split("\n"))


@pytest.mark.parametrize("recipient", ["borger", "virksomhed", "mentor", "sagsbehandler", "journal"])
def test_json_has_its_shape_first_and_plain_values(recipient: str) -> None:
    found = json.loads(render(make_referat(scenes.opfolgning(), recipient, SETTINGS), "json"))

    assert next(iter(found)) == "skema"
    assert found["skema"] == 1
    assert found["naeste_dato"] == "2026-12-01"
    hours = [line["vaerdi"] for part in found["afsnit"] for line in part["linjer"] if part["id"] == "timetal"]
    assert hours == [12.5, 2]


LINES = st.text(st.characters(codec="utf-8") | st.sampled_from("\\`*_[]<>|#~&!-+=1.) \t\n(){}%\"'"), max_size=60)


@given(LINES)
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_reads_back_from_markdown(text: str) -> None:
    check_markdown(clean(text))


@given(LINES)
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_reads_back_from_html_json_and_plain_text(text: str) -> None:
    check_others(clean(text))


@pytest.mark.safety
@given(LINES)
@settings(deadline=None, max_examples=10_000, suppress_health_check=list(HealthCheck))
def test_very_many_texts_read_back_from_every_format(text: str) -> None:
    check_markdown(clean(text))
    check_others(clean(text))


def check_markdown(text: str) -> None:
    """In a paragraph of its own, in a list and after a bold name: exactly the text, white space and all."""
    text = text.strip("\n")
    if not text.strip():
        return
    for before in ("", "- ", "- **Navn:** ", "  - "):
        prefix = "- over\n" if before == "  - " else ""
        read = markdown_text(f"{prefix}{before}{md.escape(text)}\n")
        name = "over\n" if prefix else "Navn: " if "Navn" in before else ""
        assert read.removesuffix("\n") == f"{name}{text}", before


def check_others(text: str) -> None:
    assert html_text(f"<p>{html.escape(text)}</p>") == text
    assert json_text(json.dumps({"a": text}, ensure_ascii=False)) == text
    assert txt.escape(text).replace("\n  ", "\n") == text
