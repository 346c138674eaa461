"""A Word document read back by python-docx: the same facts, real headings and lists, and nothing about who made it."""

import gc
import io
import runpy
import zipfile
from pathlib import Path

import docx
import pytest
from canaries import SETTINGS
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from readers import docx_text
from test_hostile_texts import HOSTILE

import scenes
from vforlob.actions.make_referat import make_referat
from vforlob.model.agenda import RECIPIENTS
from vforlob.model.dokument import (
    Blok,
    Dokument,
    Felter,
    Figur,
    Kolonne,
    Led,
    Liste,
    Maling,
    Mulighed,
    Overskrift,
    Par,
    Serie,
    Sideskift,
    Sporgsmal,
    Tabel,
    Tekst,
    Underskrift,
)
from vforlob.model.text import clean
from vforlob.render.formats.docx import SHIPPED
from vforlob.render.render import render, render_dokument

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MAKER = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "make_word_template.py"))
EVERY_BLOCK = Dokument(
    "aftaleark",
    "Aftaler",
    "borger",
    (
        Overskrift("Hvem"),
        Felter((Par("Borger", "Æ-7"), Par("Sted", "Ørbæk & Søn"))),
        Tekst("Linje et\nLinje to"),
        Tekst("Småt", "daempet"),
        Tekst("Se her", "fremhaevet"),
        Overskrift("Under", 3),
        Liste((Led("8", navn="Aftalte dage", hale="af 10", under=(Led("nær", under=(Led("dyb"),)),)),)),
        Liste((Led("Ring"), Led("Spørg")), True),
        Tekst("imellem"),
        Liste((Led("Forfra"),), True),
        Tabel("Frister", (Kolonne("Hvad", bredde=3), Kolonne("Timer", "tal")), (("Øve", "12,5"), ("Måle", "2"))),
        Figur(
            "Timer",
            "trappe",
            (Serie("praktik", (Maling("2026-11-04", 12.5), Maling("uge 3", 8))), Serie("løn", (Maling("uge 3", 2),))),
            "Fra 12,5 til 10 timer.",
            "timer",
        ),
        Sideskift(),
        Sporgsmal(
            "4a",
            "Gik det godt?",
            sidst="ja",
            muligheder=(Mulighed("ja", "ja", True), Mulighed("nej", "nej & måske")),
            hjaelp="Sæt kryds",
            felt="fremmode.godt",
        ),
        Sporgsmal("4b", "Dage", 2, enhed="dage", linjer=1, felt="fremmode.modt"),
        Sporgsmal("5", "Hvad så?", linjer=3, felt="andet"),
        Underskrift(("Borger", "Konsulent")),
    ),
    undertitel="Kladde",
    sidehoved="Lille foroven",
    hilsen="Venlig hilsen",
    konsulent="Karen Holm",
    telefon="12 34 56 78",
)


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def styled(document: Document, style: str) -> list[str]:
    """The texts of the paragraphs of a style, wherever they stand."""
    number = document.styles[style].style_id
    found = document.element.body.iter(qn("w:p"))
    kept = [each for each in found if (each.style or "Normal") == number]
    return ["".join(node.text or "" for node in each.iter(qn("w:t"))) for each in kept]


def made(*blokke: Blok) -> bytes:
    return render_dokument(Dokument("prøve", "Titel", "borger", blokke), "docx")


@pytest.fixture(scope="module")
def every_block() -> Document:
    return opened(render_dokument(EVERY_BLOCK, "docx"))


# --- what stands in it ---


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_every_fact_of_a_referat_stands_in_its_own_order(recipient: str) -> None:
    referat = make_referat(scenes.opfolgning(), recipient, SETTINGS)

    found = docx_text(render(referat, "docx"))

    place = 0
    for line in str(render(referat, "txt")).splitlines()[1:]:
        for part in line.strip().removeprefix("- ").split(". "):
            place = found.find(part.rstrip("."), place)
            assert place >= 0, part


def test_headings_lists_and_tables_are_real(every_block: Document) -> None:
    assert styled(every_block, "Heading 1") == ["Aftaler"]
    assert styled(every_block, "Heading 2") == ["Hvem"]
    assert styled(every_block, "Heading 3") == ["Under"]
    assert styled(every_block, "List Bullet") == ["Aftalte dage: 8 – af 10"]
    assert styled(every_block, "List Bullet 2") == ["nær"]
    assert styled(every_block, "List Bullet 3") == ["dyb"]
    assert styled(every_block, "List Number") == ["Ring", "Spørg", "Forfra"]
    assert styled(every_block, "Fremhævet tekst") == ["Se her"]
    assert styled(every_block, "Underskrift") == ["Borger", "Konsulent"]


def test_a_numbered_list_begins_at_one(every_block: Document) -> None:
    items = [each for each in every_block.element.body.iter(qn("w:p")) if each.style == "ListNumber"]
    numbers = [each.pPr.numPr.numId.val if each.pPr.numPr is not None else None for each in items]
    again = every_block.part.numbering_part.element.num_having_numId(numbers[2])

    assert numbers[:2] == [None, None]
    assert again.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_a_table_has_a_name_a_repeated_head_and_columns_of_its_own_widths(every_block: Document) -> None:
    table = next(each for each in every_block.tables if each.cell(0, 0).text == "Hvad")
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Hvad", "Timer"],
        ["Øve", "12,5"],
        ["Måle", "2"],
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Frister"
    assert table._tbl.tblPr.find(qn("w:tblDescription")) is None
    assert abs(widths[0] - 3 * widths[1]) < 4
    assert [cell.width.twips for cell in table.rows[1].cells] == widths
    assert table.cell(1, 1).paragraphs[0].style.name == "Tal i tabel"


def test_a_figure_is_its_figures_and_its_text(every_block: Document) -> None:
    table = next(each for each in every_block.tables if "praktik" in each.cell(0, 1).text)

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["", "praktik", "løn"],
        ["4. november 2026", "12,5", ""],
        ["uge 3", "8", "2"],
    ]
    assert "Fra 12,5 til 10 timer." in styled(every_block, "Dæmpet tekst")


def test_a_box_can_be_ticked_and_is_named_by_field_and_choice(every_block: Document) -> None:
    boxes = {
        properties.find(qn("w:tag")).get(qn("w:val")): (
            properties.find(qn("w:alias")).get(qn("w:val")),
            properties.find(f"{W14}checkbox/{W14}checked").get(f"{W14}val"),
            "".join(node.text for node in properties.getnext().iter(qn("w:t"))),
        )
        for properties in every_block.element.body.iter(qn("w:sdtPr"))
        if properties.find(f"{W14}checkbox") is not None
    }

    assert boxes == {"fremmode.godt:ja": ("4a ja", "1", "☒"), "fremmode.godt:nej": ("4a nej & måske", "0", "☐")}


def test_there_is_room_to_write_and_every_field_has_a_number_of_its_own(every_block: Document) -> None:
    fields = list(every_block.element.body.iter(qn("w:sdt")))
    tags = [field[0].find(qn("w:tag")).get(qn("w:val")) for field in fields]
    numbers = [field[0].find(qn("w:id")).get(qn("w:val")) for field in fields]

    assert {"fremmode.modt", "andet"} < set(tags)
    assert len(set(numbers)) == len(fields)
    assert styled(every_block, "Skrivelinje") == ["", "", ""]
    assert "\n5\tHvad så?\n" in docx_text(render_dokument(EVERY_BLOCK, "docx"))


def test_a_short_answer_from_last_time_stands_on_the_line_of_its_question() -> None:
    short, long = Sporgsmal("4a", "Mødt", 2, "6", linjer=1, enhed="dage"), "Sætte ind i pakkebordet " * 4

    document = opened(made(short, Sporgsmal("7d", "Aftalt", 2, long, linjer=1)))

    assert styled(document, "Delspørgsmål")[0].startswith("4aMødt\u2003Sidst: 6_")
    assert styled(document, "Svar fra sidst") == [f"Sidst: {long}"]


def test_few_boxes_share_a_line_with_the_room_to_explain_them() -> None:
    boxes = (Mulighed("gjort", "gjort"), Mulighed("flyttet", "flyttet"))

    document = opened(made(Sporgsmal("aftale 7", "Prøvetur", 2, muligheder=boxes, linjer=1, felt="aftale")))

    assert len(styled(document, "Svarbokse med linje")) == 1
    assert styled(document, "Skrivelinje") == []


def test_a_name_is_never_longer_than_word_can_read() -> None:
    choice = Mulighed("v" * 90, "svar " * 40)

    document = opened(made(Sporgsmal("1", "spørgsmål " * 20, muligheder=(choice,), linjer=1, felt="f" * 90)))

    names = document.element.body.iter(qn("w:tag"), qn("w:alias"))
    assert {len(name.get(qn("w:val"))) <= 64 for name in names} == {True}


def test_every_page_says_its_number_and_its_head(every_block: Document) -> None:
    section = every_block.sections[0]
    fields = [field.get(qn("w:instr")).strip() for field in section.footer._element.iter(qn("w:fldSimple"))]

    assert section.header.paragraphs[0].text == "Lille foroven"
    assert section.footer.paragraphs[0].text.startswith("side ")
    assert fields == ["PAGE", "NUMPAGES"]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_a_question_stays_with_what_belongs_to_it(every_block: Document) -> None:
    kept = {
        each.style: each.pPr.find(qn("w:keepNext")) is not None
        for each in every_block.element.body.iter(qn("w:p"))
        if each.style in {"Hjaelp", "Skrivelinje", "ListBullet"}
    }

    assert kept == {"ListBullet": True, "Hjaelp": True, "Skrivelinje": False}


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    long = "virksomhedsrepræsentanten"
    table = Tabel("t", (Kolonne("Hvad", bredde=9), Kolonne("Hvem"), Kolonne("Frist")), (("x", long, "30.11.2026"),))

    (made_table,) = opened(made(table)).tables
    first, second, third = (int(column.get(qn("w:w"))) for column in made_table._tbl.tblGrid)

    assert second > 100 * len(long)
    assert third > 100 * len("30.11.2026")
    assert first > third


def test_a_caption_is_not_said_twice() -> None:
    table = Tabel("Timer", (Kolonne("Dag"),), (("i dag",),))

    assert docx_text(made(Overskrift("Timer"), table)).count("Timer") == 1
    assert docx_text(made(Overskrift("Andet"), table)).count("Timer") == 1


def test_a_page_break_begins_a_page(every_block: Document) -> None:
    assert styled(every_block, "Sideskift") == [""]
    assert every_block.styles["Sideskift"].paragraph_format.page_break_before


def test_a_block_with_nothing_in_it_is_a_document_all_the_same() -> None:
    content = made(
        *(Liste(()), Felter(()), Tabel("", (), ()), Tabel("Tom", (Kolonne("A"),), ()), Underskrift(()), Tekst("")),
        *(Figur("F", "linje", (), "Intet at se."), Sporgsmal("1", "")),
    )

    assert "Intet at se." in docx_text(content)


# --- a text arrives as it was typed ---


def test_every_hostile_text_arrives_in_every_place() -> None:
    texts = [clean(text) for text in HOSTILE]
    blocks = [
        block
        for number, text in enumerate(texts)
        for block in (
            *(Tekst(f"<{number}a>{text}<slut>"), Overskrift(f"<{number}b>{text}<slut>")),
            *(Liste((Led(f"<{number}c>{text}<slut>"),)), Felter((Par("n", f"<{number}d>{text}<slut>"),))),
            Tabel("t", (Kolonne("k"),), ((f"<{number}e>{text}<slut>",),)),
            Sporgsmal("1", "?", muligheder=(Mulighed("a", f"<{number}f>{text}<slut>"),)),
        )
    ]

    found = docx_text(made(*blocks))

    for number, text in enumerate(texts):
        for place in "abcdef":
            assert f"<{number}{place}>{text}<slut>" in found


@pytest.mark.parametrize(
    "text", [" ", "\n", "\t", "  foran", "bag  ", "\n\nforan", "bag\n\n", "a\t\tb", "a  b", "{_{ x }_}"]
)
def test_white_space_and_braces_are_kept(text: str) -> None:
    assert docx_text(made(Tekst(text))) == f"Titel\n{text}"


def test_a_break_is_a_break_and_a_tab_a_tab() -> None:
    document = opened(made(Tekst("et\n\tto  tre ")))
    run = document.paragraphs[1]._p.r_lst[-1]

    assert [child.tag.rsplit("}", 1)[-1] for child in run] == ["t", "br", "tab", "t"]
    assert run[-1].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_what_xml_cannot_hold_is_shown_as_a_missing_sign() -> None:
    found = docx_text(made(Tekst("a\x00\x0b\x1f\ufffe\ud800b")))

    assert found.startswith("Titel\na\ufffd\ufffd\ufffd\ufffd\ufffdb")


# --- nobody is named, and the same is the same ---


def test_it_tells_nothing_about_who_made_it_where_or_when() -> None:
    content = render_dokument(EVERY_BLOCK, "docx")
    document = opened(content)
    about = document.core_properties
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        days = {entry.date_time for entry in packed.infolist()}
        xml = b"".join(packed.read(name) for name in names)

    assert (about.author, about.last_modified_by, about.title, about.subject, about.keywords) == ("", "", "", "", "")
    assert (about.created, about.modified, about.last_printed, about.version) == (None, None, None, "")
    assert not [name for name in names if "app.xml" in name or "custom" in name or "thumbnail" in name]
    assert days == {(1980, 1, 1, 0, 0, 0)}
    assert not [word for word in (b"python", b"rsid", b"Company", b"Application", b"Macintosh") if word in xml]


def test_it_is_danish(every_block: Document) -> None:
    languages = {
        value
        for part in every_block.part.package.iter_parts()
        if hasattr(part, "_element")
        for node in part._element.iter(qn("w:lang"), qn("w:themeFontLang"))
        for value in node.attrib.values()
    }

    assert languages == {"da-DK"}
    assert every_block.core_properties.language == "da-DK"


def test_the_same_document_is_the_same_bytes() -> None:
    assert render_dokument(EVERY_BLOCK, "docx") == render_dokument(EVERY_BLOCK, "docx")


def test_nothing_is_written_anywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "mangler"))
    monkeypatch.chdir(tmp_path)

    render_dokument(EVERY_BLOCK, "docx")

    assert list(tmp_path.iterdir()) == []


def test_many_documents_leave_nothing_behind() -> None:
    """Python would clean up at last, but a thousand letters should take no more room than one."""
    render_dokument(EVERY_BLOCK, "docx")
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        for _ in range(5):
            render_dokument(EVERY_BLOCK, "docx")
        grown = len(gc.get_objects()) - before
    finally:
        gc.enable()

    assert grown < 1_000


# --- the template that comes with the program ---


def test_our_template_is_what_its_script_makes() -> None:
    content = MAKER["made"]()

    assert content == MAKER["made"]()
    assert _parts(content) == _parts(Path(SHIPPED).read_bytes()), "run docs/make_word_template.py"


def _parts(content: bytes) -> dict[str, bytes]:
    """As they mean the same, whichever version of the library wrote them."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: etree.tostring(etree.fromstring(packed.read(name)), method="c14n") for name in packed.namelist()}


def test_our_template_can_be_used_as_the_kommunes_own(tmp_path: Path) -> None:
    (tmp_path / "dokument.docx").write_bytes(Path(SHIPPED).read_bytes())

    assert render_dokument(EVERY_BLOCK, "docx", str(tmp_path)) == render_dokument(EVERY_BLOCK, "docx")
