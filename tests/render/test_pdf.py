"""A PDF holds what it was given, says nothing of who made it, and can be read aloud."""

import runpy
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from pdf_reading import fonts, lines, opened, squeezed, tags, words

from vforlob.errors.eksport import PdfNotMade, SignNotShown
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
from vforlob.render.pdf.letters import FONTS
from vforlob.render.pdf.missing import name_of
from vforlob.render.pdf.typesetting import SignRefused, typeset
from vforlob.render.render import render_dokument

TOP = Path(__file__).parents[2]
TEMPLATES = TOP / "src" / "vforlob" / "render" / "templates"
HOSTILE = [
    "& < > \" ' [x] [/] {{ }} {% %} {# #}",
    "#let x = 1 #import #panic() #x",
    "$x^2$ *fed* _kursiv_ `kode` @ref <mærke> \\ // /* */ ~ -- --- ...",
    "=1+1 +45 12 34 56 78 -1 @SUM(A1) | a | b |",
    "= overskrift\n- led\n+ led\n/ navn: ord\n1. et",
    "æøåÆØÅ »citat« “citat” ’ – … € é ﬁ",
    "første linje\nanden linje\n\n  indrykket\tmed fane",
    "https://example.org/sti?a=b&c=d#e",
    "☐ ☒ ✓ → ▯ ● 😀 \ufffd \u00ad",
    '"}, {"blok": "tekst"}',
    "ord " * 1_250,
    "x" * 5_000,
    "m\u00a0" * 800,
    "Привет, Ελλάδα, Việt Nam, Łódź, ğüşöç",
]


def made(*blocks: Blok, replace_signs: bool = False, **fields: str) -> bytes:
    given = {"art": "prove", "titel": "Prøve", "modtager": "borger", "dato": "2026-11-20", **fields}
    pdf = render_dokument(Dokument(blokke=blocks, **given), "pdf", replace_signs=replace_signs)  # type: ignore[arg-type]
    assert isinstance(pdf, bytes)
    return pdf


def everywhere(text: str) -> tuple[Blok, ...]:
    """The text in every place of every block, each time with a mark of its own in front."""
    marks = iter(range(1, 100))

    def t() -> str:
        return f"¤{next(marks)}¤{text}"

    return (
        Overskrift(t()),
        Overskrift(t(), 3),
        Tekst(t()),
        Tekst(t(), "daempet"),
        Tekst(t(), "fremhaevet"),
        Liste((Led(t(), t(), t(), (Led(t()), Led(t(), under=(Led(t()),)))),)),
        Liste((Led(t()), Led(t())), nummereret=True),
        Felter((Par(t(), t()), Par("Hvor", t()))),
        Tabel(t(), (Kolonne(t()), Kolonne(t(), "tal"), Kolonne("Dato", "dato")), ((t(), t(), t()), (t(), "1", "2"))),
        Sporgsmal("1", t(), 1, t(), (Mulighed("a", t()), Mulighed("b", t(), True)), True, 2, t(), t()),
        Sporgsmal("1a", t(), 2, t(), (Mulighed("a", t()),), hjaelp=t()),
        Sporgsmal("1b", t(), 3, t(), linjer=1, enhed=t()),
        Underskrift((t(), t())),
    )


PLACES = 38


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_was_typed_arrives_unchanged_in_every_place(text: str) -> None:
    few = len(text) > 500
    blocks = (Tekst(text), Liste((Led(text),))) if few else everywhere(text)

    got = words(made(*blocks, titel=text[:200], undertitel=text[:200], hilsen=text[:200]))

    expected = squeezed(text).replace("\u00ad", "")
    if few:
        assert got.count(expected) == 2
    else:
        plain = got.replace("\u00ad", "")
        assert [mark for mark in range(1, PLACES + 1) if f"¤{mark}¤{expected}" not in plain] == []
        assert f"¤{PLACES + 1}¤" not in plain


def test_every_line_and_every_space_in_front_is_kept() -> None:
    page = lines(made(Tekst("første linje\nanden linje\n\nefter en tom")))[0]

    assert page[1:4] == ["første linje", "anden linje", "efter en tom"]


def test_a_tab_is_room_between_words() -> None:
    (line,) = (line for line in lines(made(Tekst("før\tefter")))[0] if line.startswith("før"))

    assert line != "førefter"
    assert line.split() == ["før", "efter"]


def test_it_is_tagged_and_danish_and_has_a_title() -> None:
    pdf = opened(made(titel="Opfølgning\nhos Ørbæk & Søn"))
    root = pdf.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/Lang"] == "da-DK"  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Opfølgning hos Ørbæk & Søn"


def test_it_says_which_standards_it_keeps() -> None:
    xmp = opened(made()).trailer["/Root"]["/Metadata"].get_object().get_data().decode()  # type: ignore[index]

    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp


def test_it_names_nobody_and_no_machine() -> None:
    pdf = opened(made(Tekst("Hej"), konsulent="Karen Holm", modtager="virksomhed"))

    assert set(pdf.metadata or {}) <= {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert (pdf.metadata or {})["/Creator"].startswith("Typst ")
    assert "Karen" not in pdf.trailer["/Root"]["/Metadata"].get_object().get_data().decode()  # type: ignore[index]


def test_the_day_of_the_document_is_the_only_time_in_it() -> None:
    pdf = opened(made(dato="2026-11-20"))

    assert pdf.metadata is not None
    assert pdf.metadata["/CreationDate"].startswith("D:20261120120000")
    assert pdf.metadata.get("/ModDate", "D:20261120").startswith("D:20261120")


def test_the_same_document_is_the_same_file() -> None:
    blocks = everywhere("æ & <b>")

    first = made(*blocks)
    made(Tekst("noget andet imellem"))

    assert made(*blocks) == first
    assert made(*blocks, dato="") == made(*blocks, dato="")
    assert made(*blocks, dato="2026-11-21") != first


def test_pages_are_numbered_and_nothing_else_is_added() -> None:
    pages = lines(made(Tekst("Et"), Sideskift(), Tekst("To")))

    assert pages == [["Prøve", "Et", "side 1 af 2"], ["To", "side 2 af 2"]]


def test_the_head_stands_on_every_page() -> None:
    pages = lines(made(Tekst("Et"), Sideskift(), Tekst("To"), sidehoved="Ark til opfølgning"))

    assert [page.count("Ark til opfølgning") for page in pages] == [1, 1]


def test_headings_lists_and_tables_are_real() -> None:
    pdf = made(
        Overskrift("A"),
        Overskrift("B", 3),
        Liste((Led("et", under=(Led("under"),)), Led("to"))),
        Tabel("Timer", (Kolonne("Fra"), Kolonne("Timer", "tal")), (("i dag", "12,5"),)),
    )

    found = [name for name, _ in tags(pdf)]

    assert [name for name in found if name[:1] == "H" and name[1:].isdecimal()] == ["H1", "H2"]
    assert (found.count("L"), found.count("LI")) == (2, 3)
    assert (found.count("Table"), found.count("TH"), found.count("TD"), found.count("Caption")) == (1, 2, 2, 1)


def test_no_level_of_heading_is_skipped() -> None:
    pdf = made(Overskrift("A", 3), Overskrift("B", 3), Overskrift("C", 2), Overskrift("", 2), Overskrift("D", 1))

    assert [name for name, _ in tags(pdf) if name in {"H1", "H2", "H3"}] == ["H1", "H2", "H1", "H1"]


def test_a_plot_is_drawn_and_told() -> None:
    told = "Timerne er gået fra 8 til 12,5."
    plot = Figur("Timer", "trappe", (Serie("Praktik", (Maling("2026-10-01", 8), Maling("2026-11-20", 12.5))),), told)

    pdf = made(plot)

    (figure,) = (node for name, node in tags(pdf) if name == "Figure")
    assert figure["/Alt"] == told
    assert "Praktik12,5" in words(pdf)


def test_a_title_that_repeats_the_heading_above_is_said_once() -> None:
    table = Tabel("Timer", (Kolonne("Fra"),), (("i dag",),))

    assert words(made(Overskrift("Timer"), table)).count("Timer") == 1
    assert words(made(Overskrift("Andet"), table)).count("Timer") == 1


def test_every_letter_is_in_the_file() -> None:
    embedded = fonts(made(Tekst("Fed ☐"), Overskrift("Overskrift"), Sporgsmal("1", "Hvad?", sidst="kursiv")))

    assert len(embedded) == 4
    assert all("/FontFile2" in font or "/FontFile3" in font for font in embedded)
    assert {font["/FontName"].split("+")[1].split("-")[0] for font in embedded} == {"OpenSans", "DejaVuSans"}


def test_a_long_table_repeats_its_headings_and_breaks_no_row() -> None:
    rows = tuple((f"{n}. første\nsidste {n}.", str(n)) for n in range(80))

    pages = lines(made(Tabel("Rækker", (Kolonne("Hvad"), Kolonne("Tal", "tal")), rows)))

    assert len(pages) > 2
    assert all("Hvad Tal" in page for page in pages)
    for page in pages:
        assert sum("første" in line for line in page) == sum(line.startswith("sidste") for line in page)


@pytest.mark.parametrize("before", range(38, 48))
def test_no_heading_ends_a_page(before: int) -> None:
    filling = tuple(Tekst(f"Linje {n}") for n in range(before))

    pages = lines(made(*filling, Overskrift("Overskrift"), Overskrift("Lille", 3), Liste((Led("Det første led"),))))

    assert all(page[-2] not in {"Overskrift", "Lille"} for page in pages)


def test_a_row_of_a_sheet_stays_together() -> None:
    filling = tuple(Tekst(f"Linje {n}") for n in range(40))
    row = (
        Sporgsmal("10", "Aftaler"),
        Sporgsmal("10.1", "Aftale", 2),
        Sporgsmal("10.1a", "Hvad", 3, linjer=1),
        Sporgsmal("10.1b", "Hvem", 3, linjer=1),
        Sporgsmal("10.1c", "Frist", 3, linjer=1),
    )

    pages = lines(made(*filling, *row))

    places = {word: place for place, page in enumerate(pages) for line in page for word in line.split()}
    assert len({places[nr] for nr in ("10", "10.1", "10.1a", "10.1b", "10.1c")}) == 1


def test_an_answer_is_written_on_a_sheet_by_its_number() -> None:
    point = Sporgsmal("4a", "Mødt", 2, "6", linjer=1, enhed="dage")
    choice = Sporgsmal("2.1", "Fejning", 2, muligheder=(Mulighed("ny", "ikke begyndt"), Mulighed("s", "selv", True)))

    page = "\n".join(lines(made(point, choice))[0])

    assert "4a" in page
    assert "Mødt" in page
    assert "Sidst: 6" in page
    assert "dage" in page
    assert "☐ ikke begyndt" in page
    assert "☒ selv" in page


MISSING = [
    ("漢", "kinesisk skrifttegn"),
    ("か", "japansk skrifttegn"),
    ("한", "koreansk skrifttegn"),
    ("ሰ", "etiopisk bogstav"),
    ("ก", "thailandsk bogstav"),
    ("🦺", "emoji"),
    ("𝄞", "nodetegn"),
    ("\ue000", "et tegn, som kun ét program kender"),
    ("\u0840", "U+0840"),
]


def pages_of(pdf: bytes) -> list[str]:
    return ["\n".join(page) for page in lines(pdf)]


def letter(many: int) -> bytes:
    blocks = [block for _ in range(many) for block in (Overskrift("Dine timer"), Liste((Led("12,5 timer"),)))]
    return made(*blocks, hilsen="Venlig hilsen", konsulent="Din Jobkonsulent")


@pytest.mark.parametrize("many", range(16, 27))
def test_a_signature_never_stands_alone(many: int) -> None:
    pages = pages_of(letter(many))

    assert "12,5 timer" in pages[-1]


def test_what_would_spill_a_few_lines_is_set_closer() -> None:
    spilled = next(pages for pages in map(pages_of, map(letter, range(16, 40))) if len(pages) > 1)

    assert spilled[1].count("Dine timer") > 1


def test_the_empty_lines_of_a_list_are_never_parted() -> None:
    filler = [Sporgsmal(str(nr), "Hvad er gået godt?", linjer=3) for nr in range(1, 8)]
    rows = [Sporgsmal(f"8.{nr}", "", 2, linjer=1) for nr in (1, 2, 3)]

    for many in range(1, 8):
        pages = pages_of(made(*filler[:many], Sporgsmal("8", "Hvad er aftalt?"), *rows))

        assert [page for page in pages if "8.3" in page] == [page for page in pages if "8.1" in page]


def test_an_item_is_not_parted_from_what_stands_under_it() -> None:
    under = (Led("Det går bedre", "Borgeren"), Led("Det går op og ned", "Virksomheden"))
    for before in range(48, 62):
        above = (Led("linje") for _ in range(before))

        pages = pages_of(made(Liste((*above, Led("Hvordan går det?", under=under)))))

        assert ["Virksomheden" in page for page in pages] == ["Hvordan" in page for page in pages]


@pytest.mark.parametrize(("sign", "name"), MISSING)
def test_a_sign_that_the_letters_lack_is_named_with_its_heading(sign: str, name: str) -> None:
    with pytest.raises(SignNotShown) as raised:
        made(Tekst("æøå ☐"), Overskrift("Dine opgaver"), Liste((Led("ok", under=(Led(f"her {sign} og 漢"),)),)))

    error = raised.value
    assert (error.sign, error.name, error.place) == (sign, name, "Dine opgaver")
    assert str(error) == ""


@pytest.mark.parametrize(
    ("blocks", "fields", "place"),
    [
        ((), {"titel": "漢"}, ""),
        ((Overskrift("A"),), {"konsulent": "漢"}, ""),
        ((Overskrift("漢 her"),), {}, "漢 her"),
        ((Sporgsmal("4", "Fremmøde"), Sporgsmal("4a", "Mødt", 2, sidst="漢")), {}, "Fremmøde"),
        ((Overskrift("A"), Tabel("T", (Kolonne("K"),), (("漢",),))), {}, "A"),
        ((Overskrift("A"), Figur("F", "linje", (Serie("漢", (Maling("2026-11-20", 1),)),), "Ingen tal.")), {}, "A"),
    ],
)
def test_the_place_is_the_heading_or_the_point(blocks: tuple[Blok, ...], fields: dict[str, str], place: str) -> None:
    with pytest.raises(SignNotShown) as raised:
        made(*blocks, **fields)

    assert raised.value.place == place


def test_only_what_is_missing_is_replaced() -> None:
    got = words(made(Tekst("før 漢 mellem 🦺 efter ☐ æøå 😀"), titel="T 한", replace_signs=True))

    assert got == "T▯før▯mellem▯efter☐æøå😀"


def test_signs_that_are_not_drawn_are_not_missing() -> None:
    got = words(made(Tekst("👨\u200d👩 a\u200bb 😀\ufe0f"), replace_signs=True))

    assert "😀" in got
    assert got.count("▯") == 2


def test_the_table_of_signs_is_that_of_the_fonts() -> None:
    script = runpy.run_path(str(TOP / "docs" / "write_signs.py"))

    assert (Path(FONTS) / "tegn.txt").read_text() == script["as_text"](script["signs_of_all"]())


def test_every_script_has_its_place_in_order() -> None:
    from vforlob.render.pdf.missing import SCRIPTS

    assert all(first <= last for first, last, _ in SCRIPTS)
    assert all(one[1] < other[0] for one, other in pairwise(SCRIPTS))
    assert name_of("\u0600") == "U+0600"


def test_a_sign_that_is_refused_where_it_stands_is_a_missing_sign_too() -> None:
    alone = Tekst("\n\u05b9 og mere")

    with pytest.raises(SignNotShown) as raised:
        made(Overskrift("Navne"), alone)

    assert (raised.value.sign, raised.value.name, raised.value.place) == ("\u05b9", "U+05B9", "Navne")
    assert words(made(alone, replace_signs=True)) == "Prøve▯ogmere"


@pytest.mark.parametrize("title", ["", " ", "\n"])
def test_a_document_without_a_title_can_be_made(title: str) -> None:
    assert opened(made(titel=title)).metadata.title == "Dokument"  # type: ignore[union-attr]


def test_what_the_library_says_is_never_passed_on() -> None:
    with pytest.raises(SignRefused) as refused:
        typeset(
            '{"titel": "漢", "blokke": [], "undertitel": "", "sidehoved": "", "hilsen": "", "konsulent": "", '
            '"telefon": ""}',
            "",
        )
    with pytest.raises(PdfNotMade) as gave_up:
        typeset('{"titel": "Karen"}', "")

    assert (refused.value.signs, str(refused.value), refused.value.__cause__) == (frozenset("漢"), "", None)
    assert (str(gave_up.value), gave_up.value.__cause__) == ("", None)


def test_a_machine_without_the_library_is_told_so() -> None:
    code = (
        "import sys; sys.modules['typst'] = None\n"
        "from vforlob.errors.eksport import NoPdfHere\n"
        "from vforlob.model.dokument import Dokument\n"
        "from vforlob.render.render import render_dokument\n"
        "try: render_dokument(Dokument('a', 'b', 'borger'), 'pdf')\n"
        "except NoPdfHere: print('sagt')"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout == "sagt\n"


def test_a_pdf_needs_neither_jinja_nor_word() -> None:
    code = (
        "import sys\n"
        "from vforlob.model.dokument import Dokument, Tekst\n"
        "from vforlob.render.render import render_dokument\n"
        "render_dokument(Dokument('a', 'b', 'borger', (Tekst('Hej'),)), 'pdf')\n"
        "print({'jinja2', 'markupsafe', 'docx', 'lxml', 'pathlib', 'vforlob.render.plots'} & set(sys.modules))"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout == "set()\n"


def test_the_page_fetches_nothing() -> None:
    templates = list(TEMPLATES.glob("*.typ"))

    assert templates
    for template in templates:
        text = template.read_text()
        assert "@preview" not in text
        assert "@local" not in text
        assert "#import" not in text
        assert "#include" not in text
        assert "eval(" not in text
        assert "read(" not in text


def test_the_fonts_have_their_licences() -> None:
    notice = (TOP / "NOTICE").read_text()
    names = {path.name for path in Path(FONTS).iterdir()}

    assert names == {
        "DejaVuSans.ttf",
        "LICENSE-DejaVuSans.txt",
        "LICENSE-OpenSans.txt",
        "OpenSans-Bold.ttf",
        "OpenSans-Italic.ttf",
        "OpenSans-Regular.ttf",
        "tegn.txt",
    }
    assert "Open Sans" in notice
    assert "DejaVu Sans" in notice
