"""The kommune's own Word templates: they win, a faulty one is named in Danish, and none can do any harm."""

import builtins
import io
import os
import re
import socket
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from canaries import SETTINGS
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from readers import docx_text
from test_hostile_texts import HOSTILE
from test_templates import BOMBS, SSTI

import scenes
from vforlob.actions.make_referat import make_referat
from vforlob.errors.answer import FaultyFile
from vforlob.model.dokument import Dokument, Tekst
from vforlob.model.referat import Referat
from vforlob.model.text import clean
from vforlob.render.formats.docx import SHIPPED
from vforlob.render.render import render, render_dokument

GUIDE = Path(__file__).parents[2] / "docs" / "skabeloner.md"
NAME = "referat_borger.docx"
DOKUMENT = Dokument("prøve", "Titel", "borger", (Tekst("Et"), Tekst("To")))


@pytest.fixture(scope="module")
def referat() -> Referat:
    return make_referat(scenes.opfolgning(), "borger", SETTINGS)


def word_file(*paragraphs: str) -> Document:
    """Made of ours, since the one that python-docx begins with is large; the letterhead is another."""
    document = docx.Document(SHIPPED)
    for child in list(document.element.body)[:-1]:
        document.element.body.remove(child)
    document.sections[0].header.paragraphs[0].text = ""
    for text in paragraphs:
        document.add_paragraph(text)
    return document


def saved(document: Document, path: Path) -> Path:
    document.save(str(path))
    return path


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """A part of a Word file as somebody with a text editor could leave it."""
    with zipfile.ZipFile(path) as packed:
        parts = {entry.filename: packed.read(entry) for entry in packed.infolist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def filled(folder: Path, referat: Referat, *paragraphs: str) -> str:
    saved(word_file(*paragraphs), folder / NAME)
    return docx_text(render(referat, "docx", str(folder)))


def fault(folder: Path, referat: Referat) -> tuple[str, str]:
    with pytest.raises(FaultyFile) as caught:
        render(referat, "docx", str(folder))
    (only,) = caught.value.faults
    assert caught.value.file == str(folder / NAME)
    assert only.line == 0
    return only.place, only.sentence


# --- they win ---


def test_one_for_the_recipient_has_the_fields_of_the_referat(tmp_path: Path, referat: Referat) -> None:
    lines = ("{{ titel }}", "{%p for a in afsnit %}", "{{ a.overskrift }}", "{%p endfor %}", "{{ referat.konsulent }}")

    made = filled(tmp_path, referat, *lines)

    assert made.splitlines() == [referat.titel, *(a.overskrift for a in referat.afsnit), referat.konsulent]


def test_one_for_all_documents_has_the_blocks(tmp_path: Path, referat: Referat) -> None:
    saved(
        word_file("{{ titel }}:", "{%p for b in blokke %}", "{{ b.tekst }}", "{%p endfor %}"),
        tmp_path / "dokument.docx",
    )
    saved(word_file("{{ indledning }}"), tmp_path / NAME)

    assert docx_text(render_dokument(DOKUMENT, "docx", str(tmp_path))) == "Titel:\nEt\nTo"
    assert docx_text(render(referat, "docx", str(tmp_path))) == referat.indledning


def test_the_other_recipients_keep_ours(tmp_path: Path, referat: Referat) -> None:
    saved(word_file("vores"), tmp_path / NAME)
    other = referat._replace(modtager="mentor")

    assert render(other, "docx", str(tmp_path)) == render(other, "docx")


def test_letterhead_and_footer_are_filled_in_too(tmp_path: Path, referat: Referat) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ørby Kommune · {{ konsulent }}"
    document.sections[0].footer.paragraphs[0].text = "{{ dato }}\t{{ alias }}"
    saved(document, tmp_path / NAME)

    section = docx.Document(io.BytesIO(render(referat, "docx", str(tmp_path)))).sections[0]

    assert section.header.paragraphs[0].text == f"Ørby Kommune · {referat.konsulent}"
    assert section.footer.paragraphs[0].text == f"{referat.dato}\t"


def test_signs_that_word_has_cut_up_are_put_together(tmp_path: Path, referat: Referat) -> None:
    document = word_file("")
    for piece in ("{", "{ ti", "tel |", " upper }", "}"):
        document.paragraphs[0].add_run(piece)
    saved(document, tmp_path / NAME)

    assert docx_text(render(referat, "docx", str(tmp_path))) == referat.titel.upper()


def test_the_quotes_that_word_makes_curly_are_quotes(tmp_path: Path, referat: Referat) -> None:
    assert filled(tmp_path, referat, "{{ “a” ~ ‘b’ ~ ”c” }}") == "abc"


def test_the_example_of_the_guide_can_be_typed_into_word(tmp_path: Path, referat: Referat) -> None:
    example = GUIDE.read_text(encoding="utf-8").split("<!-- word -->")[1]
    lines = [line.strip() for line in re.findall(r"^    (.+)$", example, re.MULTILINE)]

    made = filled(tmp_path, referat, *lines)

    assert len(lines) > 10
    assert referat.titel in made
    assert all(section.overskrift in made for section in referat.afsnit)
    assert "{" not in made


def test_what_was_typed_arrives_and_is_never_a_template(tmp_path: Path, referat: Referat) -> None:
    """Also in footnotes, which docxtpl reads once for every section."""
    document = word_file("<{{ titel }}>")
    document.add_section()
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>{{ titel }}</w:t></w:r></w:p></w:footnote>'
    _add_part(document, "footnotes", f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>".encode())
    saved(document, tmp_path / NAME)
    typed = "\n".join(["{{ konsulent }} {% raw %} }} \n{{ 7 - 3 }}", *map(clean, HOSTILE)])

    content = render(referat._replace(titel=typed), "docx", str(tmp_path))

    assert isinstance(content, bytes)
    assert docx_text(content).startswith(f"<{typed}>")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        noted = packed.read("word/footnotes.xml")
    assert b"konsulent }}" in noted
    assert b"Karen" not in noted


def _add_part(document: Document, kind: str, content: bytes) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    form = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    part = Part(PackURI(f"/word/{kind}.xml"), form, content, document.part.package)
    document.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}")


def test_who_made_the_template_does_not_follow_to_the_document(tmp_path: Path, referat: Referat) -> None:
    document = word_file("{{ titel }}")
    document.core_properties.author = document.core_properties.last_modified_by = "Birthe Hansen"
    document.core_properties.title = "{{ 7 * 7 }} Birthe"
    document.paragraphs[0]._p.set(qn("w:rsidR"), "00BIRTHE")
    settings = document.settings.element
    settings.append(parse_xml(f'<w:docVars {nsdecls("w")}><w:docVar w:name="x" w:val="Birthe"/></w:docVars>'))
    settings.append(parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="rId1"/>'))
    document.part.part_related_by(REL.SETTINGS).relate_to(
        "file:///C:/Users/Birthe/brev.dotx", f"{REL.STYLES[:-6]}attachedTemplate", True
    )
    saved(document, tmp_path / NAME)

    content = render(referat, "docx", str(tmp_path))

    with zipfile.ZipFile(io.BytesIO(content)) as packed:  # type: ignore[arg-type]
        assert not [name for name in packed.namelist() if b"irthe" in packed.read(name).lower()]


# --- a faulty one is named ---


@pytest.mark.parametrize(
    ("lines", "place", "says"),
    [
        (("en", "Kære {{ titell }}"), "ved »Kære {{ titell }}«", "Mente du »titel«?"),
        (
            ("{%p for a in afsnit %}", "{{ a.overskrif }}", "{%p endfor %}"),
            "»{{ a.overskrif }}",
            "Mente du »overskrift«?",
        ),
        (("en", "{{ findesikke }}"), "»{{ findesikke }}«", "--format json"),
        (("en", "to {{ titel }"), "ved »to {{ titel }«", "slutte med }}"),
        (("{{ titel", "}}"), "ved »{{ titel«", "slutte med }}"),
        (("{{ titel %}",), "ved", "slutte med }}"),
        (("{%p for a in afsnit %}", "en"), "", "{% endfor %}"),
        (("{%p hvis titel %}", "en"), "", "ikke findes"),
        (("{{ titel | stor }}",), "ved", "intet filter"),
        (("{{ titel.upper() }}",), "ved", "kan ikke hentes her"),
        (("{{ afsnit }}",), "ved", "ikke en liste"),
        (("{{ 2 * 3 }}",), "ved", "kan ikke gange"),
        (('{% include "_dele.txt.jinja" %}',), "", "findes ikke"),
        (("{%tr for a in afsnit %}", "{%tr endfor %}"), "", ""),
        (("{{ " + "a ~ " * 300 + "a }}",), "ved", "for langt"),
        (("{{ titel }}" * 5_001,), "", "over 5.000 felter"),
    ],
    ids=range(16),
)
def test_a_faulty_template_is_named_by_the_words_around_it(
    tmp_path: Path, referat: Referat, lines: tuple[str, ...], place: str, says: str
) -> None:
    saved(word_file(*lines), tmp_path / NAME)

    found, sentence = fault(tmp_path, referat)

    assert place in found
    assert says in sentence
    assert sentence.endswith((".", "?", "--format json"))
    assert not any(word in f" {sentence.lower()} " for word in (" is ", " not ", " the ", "error", "unexpected"))


def test_a_field_that_no_document_has_is_named_with_the_nearest(tmp_path: Path) -> None:
    saved(word_file("{{ undertittel }}", "{{ æ }}"), tmp_path / "dokument.docx")

    with pytest.raises(FaultyFile) as caught:
        render_dokument(DOKUMENT, "docx", str(tmp_path))

    assert "Mente du »undertitel«?" in caught.value.faults[0].sentence


def test_a_loop_that_begins_in_a_table_and_ends_outside_is_named(tmp_path: Path, referat: Referat) -> None:
    document = word_file()
    document.add_table(1, 1).cell(0, 0).text = "{%p for a in afsnit %}{{ a.overskrift }}"
    document.add_paragraph("{%p endfor %}")
    saved(document, tmp_path / NAME)

    assert "hænger ikke sammen" in fault(tmp_path, referat)[1]


@pytest.mark.parametrize(
    "content",
    [b"", b"tekst", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0 en gammel .doc", "{{ titel }}".encode("utf-16")],
    ids=["empty", "text", "half a zip", "pdf", "old doc", "utf-16"],
)
def test_what_is_no_word_file_is_named(tmp_path: Path, referat: Referat, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)

    assert "ikke en Word-fil" in fault(tmp_path, referat)[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with a name")
def test_what_is_no_ordinary_file_is_refused_and_not_waited_for(tmp_path: Path, referat: Referat) -> None:
    os.mkfifo(tmp_path / NAME)

    assert "almindelig fil" in fault(tmp_path, referat)[1]


def _macro(content: bytes) -> bytes:
    return content.replace(b"document.main+xml", b"document.macroEnabled.main+xml")


def _entity(content: bytes) -> bytes:
    head, body = content.split(b"?>", 1)
    return head + b'?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + body


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("[Content_Types].xml", _macro),
        ("word/document.xml", _entity),
        ("word/document.xml", lambda content: content[: len(content) // 2]),
        ("word/document.xml", lambda content: content.decode().encode("utf-16")),
        ("word/document.xml", lambda _: b""),
        ("_rels/.rels", lambda _: b"<x/>"),
    ],
    ids=["macros", "entity", "half", "utf-16", "nothing", "no start"],
)
def test_a_word_file_with_something_wrong_inside_is_named(
    tmp_path: Path, referat: Referat, part: str, change: Callable[[bytes], bytes]
) -> None:
    changed(saved(word_file("{{ titel }}"), tmp_path / NAME), part, change)

    assert "ikke en Word-fil" in fault(tmp_path, referat)[1]


def test_one_that_is_far_larger_than_its_file_is_refused(tmp_path: Path, referat: Referat) -> None:
    changed(saved(word_file("{{ titel }}"), tmp_path / NAME), "word/media/x.bin", lambda _: b"0" * 41_000_000)

    assert "pakket ud" in fault(tmp_path, referat)[1]


# --- and does no harm ---


@pytest.mark.parametrize(
    ("kind", "outside", "says"),
    [
        ("image", "https://example.org/prik.png", "fra et andet sted"),
        ("hyperlink", "file://server/drev", "fra et andet sted"),
        ("oleObject", "", "et objekt"),
        ("aFChunk", "", "et objekt"),
        ("vbaProject", "", "makro"),
        ("comments", "", "kommentarer"),
    ],
)
def test_what_a_template_would_take_along_is_refused(
    tmp_path: Path, referat: Referat, kind: str, outside: str, says: str
) -> None:
    document = word_file("{{ titel }}")
    if outside:
        document.part.relate_to(outside, f"{REL.STYLES[:-6]}{kind}", is_external=True)
    else:
        _add_part(document, kind, b"<x/>")
    saved(document, tmp_path / NAME)

    assert says in fault(tmp_path, referat)[1]


@pytest.mark.parametrize(
    "code", ['DDEAUTO c:\\\\windows "x"', "INCLUDETEXT a.docx", 'INCLUDEPICTURE "https://x"', "LINK"]
)
@pytest.mark.parametrize("pieces", [1, 3])
def test_a_field_that_fetches_or_starts_something_is_refused(
    tmp_path: Path, referat: Referat, code: str, pieces: int
) -> None:
    document = word_file("{{ titel }}")
    cut = [code[place::1][: len(code) // pieces + 1] for place in range(0, len(code), len(code) // pieces + 1)]
    runs = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in cut)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{begin}{runs}{end}</w:p>"))
    saved(document, tmp_path / NAME)

    assert "Feltet »" in fault(tmp_path, referat)[1]


def test_tracked_changes_are_refused(tmp_path: Path, referat: Referat) -> None:
    document = word_file("{{ titel }}")
    inserted = f'<w:ins {nsdecls("w")} w:id="1" w:author="Birthe"><w:r><w:t>nyt</w:t></w:r></w:ins>'
    document.paragraphs[0]._p.append(parse_xml(inserted))
    saved(document, tmp_path / NAME)

    assert "sporede ændringer" in fault(tmp_path, referat)[1]


@pytest.fixture
def no_escape(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a payload would reach for, watched. Nothing of ours is changed."""
    reached: list[str] = []
    for module, name in ((os, "system"), (os, "popen"), (subprocess, "Popen"), (socket, "socket"), (builtins, "eval")):
        monkeypatch.setattr(module, name, lambda *_a, _n=name, **_k: reached.append(_n))
    return reached


def made_or_named(folder: Path, referat: Referat, payload: str) -> str:
    try:
        return filled(folder, referat, payload)
    except FaultyFile as error:
        return error.faults[0].sentence


def _reaches_nothing(folder: Path, referat: Referat, payloads: list[str], reached: list[str]) -> None:
    for payload in payloads:
        said = made_or_named(folder, referat, payload)

        assert reached == []
        assert not any(word in said for word in ("built-in", "<function", "object at", "root:", "uid="))


def test_a_payload_reaches_nothing(tmp_path: Path, referat: Referat, no_escape: list[str]) -> None:
    _reaches_nothing(tmp_path, referat, SSTI[::14], no_escape)


@pytest.mark.safety
def test_no_payload_reaches_anything(tmp_path: Path, referat: Referat, no_escape: list[str]) -> None:
    _reaches_nothing(tmp_path, referat, SSTI, no_escape)


WORD_BOMBS = [
    *("{%" * 200_000, "{{" * 200_000, "{" * 500_000, "}" * 500_000, "{{ " * 100_000 + "}}" * 100_000),
    *("{% colspan" + " " * 900 + "%}", "{%p " * 100_000, "{% vm " * 100_000, "“" * 500_000),
    *("{{ a" + "&lt;" * 200 + " }}", "{#" + "x" * 500_000, "{%- " * 100_000, "{{ titel }}" * 4_999),
]


# The deadline may strike inside a callback of the garbage collector, where Python tells of it and goes on.
@pytest.mark.safety
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("bomb", [*BOMBS, *WORD_BOMBS], ids=range(len(BOMBS) + len(WORD_BOMBS)))
def test_a_bomb_is_over_within_four_seconds(tmp_path: Path, referat: Referat, bomb: str) -> None:
    saved(word_file(bomb), tmp_path / NAME)
    began = time.process_time()

    try:
        made = len(render(referat, "docx", str(tmp_path)))
    except FaultyFile as error:
        made = len(error.faults[0].sentence)

    assert time.process_time() - began <= 4
    assert 0 < made < 1_000_000
