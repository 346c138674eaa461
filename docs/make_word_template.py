"""Make the Word template that comes with the program: `python docs/make_word_template.py`. The same bytes every time.

It is an ordinary Word file: a kommune opens it in Word, changes its styles and letterhead, and saves it as
skabeloner/dokument.docx.
"""

from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from vforlob.render.docx.package import packed
from vforlob.render.sources import BUNDLE

TEMPLATE = Path(BUNDLE) / "dokument.docx"
NAMES = f'{nsdecls("w", "r")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
LETTERS = "Calibri"
INK, GREY, LINE, TINT = "1F3B4D", "5F6B73", "9AA5AC", "EAF0F3"
WIDTH = 9412  # twentieths of a point between the margins
NUMBER = 851  # room for the number of a question


def made() -> bytes:
    document = docx.Document()
    _keep_what_is_needed(document)
    _replace(document.part.part_related_by(REL.STYLES), styles())
    _replace(document.part.part_related_by(REL.NUMBERING), numbering())
    _replace(document.part.part_related_by(REL.SETTINGS), settings())
    section = document.sections[0]
    for child in list(document.element.body):
        if child is not section._sectPr:
            document.element.body.remove(child)
    for child in parse_xml(f"<w:body {NAMES}>{body()}</w:body>"):
        section._sectPr.addprevious(child)
    _fill(section.header, header())
    _fill(section.footer, footer())
    section._sectPr.getparent().replace(section._sectPr, _page(section._sectPr))
    return packed(document)


def _keep_what_is_needed(document: Document) -> None:
    """The template of python-docx brings a theme and a customXml part that nothing here uses."""
    for number, relation in list(document.part.rels.items()):
        if relation.reltype.rsplit("/", 1)[-1] not in {"styles", "numbering", "settings"}:
            del document.part.rels[number]


def _replace(part: object, xml: str) -> None:
    part._element = parse_xml(xml)  # type: ignore[attr-defined]


def _fill(story: object, xml: str) -> None:
    story.is_linked_to_previous = False  # type: ignore[attr-defined]
    element = story._element  # type: ignore[attr-defined]
    for child in list(element):
        element.remove(child)
    element.extend(parse_xml(f"<w:hdr {NAMES}>{xml}</w:hdr>"))


def _page(section: object) -> object:
    """A4; the references to header and footer stay."""
    kept = "".join(
        f'<w:{child.tag.rsplit("}", 1)[-1]} w:type="default" r:id="{child.rId}"/>'
        for child in section  # type: ignore[attr-defined]
        if child.tag.endswith("Reference")
    )
    return parse_xml(
        f'<w:sectPr {NAMES}>{kept}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1247" w:bottom="964" w:left="1247" w:header="567"'
        ' w:footer="510" w:gutter="0"/></w:sectPr>'
    )


# --- styles ---


def styles() -> str:
    parts = [*_paragraph_styles(), *_list_styles(), *_question_styles(), *_letter_styles(), _table_styles()]
    return f"<w:styles {NAMES}>{_defaults()}{''.join(parts)}</w:styles>"


def _defaults() -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{LETTERS}" w:hAnsi="{LETTERS}" w:eastAsia="{LETTERS}"'
        f' w:cs="{LETTERS}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="da-DK" w:eastAsia="da-DK"'
        ' w:bidi="da-DK"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264"'
        ' w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Standardskrifttype"><w:name'
        ' w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TabelNormal"><w:name w:val="Normal Table"/><w:uiPriority'
        ' w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0"'
        ' w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108"'
        ' w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="Ingenliste"><w:name w:val="No List"/><w:semiHidden/>'
        "</w:style>"
    )


def _style(name: str, paragraph: str = "", letters: str = "", based: str = "Normal", follows: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{_id(name)}"{_custom(name)}><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{_id(based)}"/><w:next w:val="{follows}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _letters(name: str, letters: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{_id(name)}"{_custom(name)}><w:name w:val="{name}"/><w:qFormat/>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


# Word knows these by their English names and shows them in its own language: »Overskrift 1«, »Opstilling - punkttegn«.
BUILT_IN = {
    *("heading 1", "heading 2", "heading 3", "Subtitle", "List Bullet", "List Bullet 2", "List Bullet 3"),
    *("List Number", "caption", "header", "footer"),
}
_ASCII = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "AE", "Ø": "O", "Å": "A", " ": ""})


def _id(name: str) -> str:
    return name.title().translate(_ASCII) if name in BUILT_IN else name.translate(_ASCII)


def _custom(name: str) -> str:
    return "" if name in BUILT_IN else ' w:customStyle="1"'


def _spacing(before: int = 0, after: int = 0, line: int = 264) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _size(half_points: int, color: str = "") -> str:
    tint = f'<w:color w:val="{color}"/>' if color else ""
    return f'{tint}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _paragraph_styles() -> list[str]:
    bold = "<w:b/><w:bCs/>"
    framed = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{INK}"/>'
        for side, size, space in (("top", 4, 5), ("left", 24, 8), ("bottom", 4, 5), ("right", 4, 8))
    )
    stays = "<w:keepNext/><w:keepLines/>"
    return [
        _style("heading 1", f'{stays}{_spacing(0, 60, 240)}<w:outlineLvl w:val="0"/>', bold + _size(36, INK)),
        _style("heading 2", f'{stays}{_spacing(200, 40, 240)}<w:outlineLvl w:val="1"/>', bold + _size(26, INK)),
        _style("heading 3", f'{stays}{_spacing(140, 30, 240)}<w:outlineLvl w:val="2"/>', bold + _size(22, INK)),
        _style("Subtitle", _spacing(0, 160), _size(24, GREY)),
        _style("Dæmpet tekst", _spacing(60, 100), _size(19, GREY)),
        _style(
            "Fremhævet tekst",
            f'<w:keepLines/><w:pBdr>{framed}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
            f'{_spacing(200, 200)}<w:ind w:left="227" w:right="227"/>',
        ),
        _style("caption", f"<w:keepNext/>{_spacing(160, 60)}", bold + _size(20, INK)),
        _style("header", _spacing(0, 0, 240), _size(18, GREY)),
        _style("footer", f'{_spacing(0, 0, 240)}<w:jc w:val="right"/>', _size(18, GREY)),
        _style("Hilsen", f"<w:keepNext/><w:keepLines/>{_spacing(0, 0)}"),
        _style("Tekst i tabel", _spacing(30, 30, 247), _size(20)),
        _style("Tal i tabel", f'{_spacing(30, 30, 247)}<w:jc w:val="right"/>', _size(20)),
        _style("Navn i tabel", f"<w:keepNext/>{_spacing(30, 30, 247)}", bold + _size(20, INK)),
        _style("Efter tabel", _spacing(0, 0, 240), _size(12)),
        _style("Felt", _spacing(20, 20, 247)),
        _style("Feltnavn", _spacing(20, 20, 247), _size(22, GREY)),
        _style(
            "Underskrift",
            f'<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="6" w:space="3" w:color="{INK}"/></w:pBdr>'
            f'{_spacing(900, 60, 240)}<w:ind w:right="340"/>',
            _size(19, GREY),
        ),
        _style("Sideskift", '<w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'),
        _style("Skabelonkode", _spacing(0, 0, 240), _size(14, "8A6D3B")),
    ]


def _list_styles() -> list[str]:
    def in_list(name: str, number: int, level: int) -> str:
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return _style(name, numbered + _spacing(0, 20, 252), follows=_id(name))

    return [
        in_list("List Bullet", 1, 0),
        in_list("List Bullet 2", 1, 1),
        in_list("List Bullet 3", 1, 2),
        in_list("List Number", 2, 0),
    ]


def _question_styles() -> list[str]:
    hangs = f'<w:ind w:left="{NUMBER}" w:hanging="{NUMBER}"/>'
    right = f'<w:tabs><w:tab w:val="left" w:pos="{NUMBER}"/><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    inside = f'<w:ind w:left="{NUMBER}"/>'
    ruled = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{LINE}"/>'
        for side, space in (("bottom", 1), ("between", 1))
    )
    over = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="5" w:color="{LINE}"/></w:pBdr>'
    keep = "<w:keepNext/><w:keepLines/>"
    return [
        _style("Spørgsmål", f'{keep}{over}{right}{_spacing(160, 30, 247)}{hangs}<w:outlineLvl w:val="2"/>', "<w:b/>"),
        _style("Delspørgsmål", f"<w:keepLines/>{right}{_spacing(60, 20, 247)}{hangs}"),
        _style(
            "Delspørgsmål med linje",
            f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{WIDTH}"/></w:tabs>{_spacing(120, 30, 247)}',
            based="Delspørgsmål",
        ),
        _style("Hjælp", f"<w:keepLines/>{_spacing(0, 30, 240)}{inside}", "<w:i/><w:iCs/>" + _size(19, GREY)),
        _style("Svar fra sidst", f"<w:keepLines/>{_spacing(0, 30, 240)}{inside}", _size(20, GREY)),
        _style("Svarbokse", f"<w:keepLines/>{_spacing(20, 40, 264)}{inside}"),
        _style(
            "Svarbokse med linje",
            f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{WIDTH}"/></w:tabs>{_spacing(60, 60)}',
            based="Svarbokse",
        ),
        _style(
            "Skrivelinje",
            f'<w:pBdr>{ruled}</w:pBdr><w:spacing w:before="0" w:after="0" w:line="380" w:lineRule="atLeast"/>{inside}',
        ),
    ]


def _letter_styles() -> list[str]:
    symbols = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:cs="MS Gothic"/>'
    return [
        _letters("Navn", "<w:b/><w:bCs/>"),
        _letters("Nummer", f'<w:b/><w:bCs/><w:color w:val="{INK}"/>'),
        _letters("Boks", symbols + '<w:b w:val="0"/>'),
        _letters("Valg", '<w:b w:val="0"/>'),
        _letters("Sidst på linjen", f'<w:b w:val="0"/>{_size(20, GREY)}'),
        _letters("Skrivefelt", f'<w:color w:val="{LINE}"/>'),
    ]


def _table_styles() -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'
        for side, size, color in (("top", 8, INK), ("bottom", 8, INK), ("insideH", 4, LINE))
    )
    tinted = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0"'
        f' w:color="{INK}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
    )
    return _table_style("Tabel", f"<w:tblBorders>{lines}</w:tblBorders>", 85, tinted) + _table_style("Felter", "", 0)


def _table_style(name: str, borders: str, inside: int, more: str = "") -> str:
    margins = "".join(f'<w:{side} w:w="{inside}" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn'
        f' w:val="TabelNormal"/><w:qFormat/><w:tblPr>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{more}'
        "</w:style>"
    )


def numbering() -> str:
    def level(number: int, style: str, form: str, text: str, left: int) -> str:
        return (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="340"/></w:pPr>'
            f'<w:rPr><w:color w:val="{INK}"/></w:rPr></w:lvl>'
        )

    bullets = "".join(
        level(number, f"ListBullet{number + 1 if number else ''}", "bullet", text, 340 * (number + 1))
        for number, text in enumerate("•–•")
    )
    counted = level(0, "ListNumber", "decimal", "%1.", 340)
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
        for number, kind, levels in ((1, "multilevel", bullets), (2, "singleLevel", counted))
    )
    used = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (1, 2))
    return f"<w:numbering {NAMES}>{lists}{used}</w:numbering>"


def settings() -> str:
    """Without the setting of 15 Word calls the file one of an older version."""
    return (
        f'<w:settings {NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl'
        ' w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="da-DK"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


# --- what stands in it ---


def _run(text: str, style: str = "") -> str:
    letters = f'<w:rPr><w:rStyle w:val="{_id(style)}"/></w:rPr>' if style else ""
    parts = "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in text.split("\t"))
    return f"<w:r>{letters}{parts}</w:r>"


def _p(style: str, *runs: str) -> str:
    look = f'<w:pPr><w:pStyle w:val="{_id(style)}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(run if run.startswith('<') else _run(run) for run in runs)}</w:p>"


def _code(text: str) -> str:
    return _p("Skabelonkode", text)


def _if(condition: str, *parts: str) -> str:
    return "".join([_code(f"{{%p if {condition} %}}"), *parts, _code("{%p endif %}")])


def _for(loop: str, *parts: str) -> str:
    return "".join([_code(f"{{%p for {loop} %}}"), *parts, _code("{%p endfor %}")])


def _choose(*branches: tuple[str, str]) -> str:
    """An empty condition is the last branch: everything else."""
    words = ["if", *["elif"] * (len(branches) - 1)]
    parts = [
        _code(f"{{%p {word} {condition} %}}" if condition else "{%p else %}") + part
        for word, (condition, part) in zip(words, branches, strict=True)
    ]
    return "".join([*parts, _code("{%p endif %}")])


def body() -> str:
    kinds = [
        ('b.blok == "overskrift" and b.trin == 2', _p("heading 2", "{{ b.tekst }}")),
        ('b.blok == "overskrift"', _p("heading 3", "{{ b.tekst }}")),
        ('b.blok == "tekst" and b.stil == "daempet"', _p("Dæmpet tekst", "{{ b.tekst }}")),
        ('b.blok == "tekst" and b.stil == "fremhaevet"', _p("Fremhævet tekst", "{{ b.tekst }}")),
        ('b.blok == "tekst"', _p("", "{{ b.tekst }}")),
        ('b.blok == "liste"', items()),
        ('b.blok == "felter"', fields()),
        ('b.blok == "tabel"', table()),
        ('b.blok == "figur"', table() + _p("Dæmpet tekst", "{{ b.alternativ }}")),
        ('b.blok == "sporgsmal"', question()),
        ('b.blok == "underskrift"', signatures()),
        ('b.blok == "sideskift"', _p("Sideskift")),
    ]
    return "".join(
        [
            _p("heading 1", "{{ titel }}"),
            _if("undertitel", _p("Subtitle", "{{ undertitel }}")),
            _for("b in blokke", _choose(*kinds)),
            _if("hilsen or konsulent or telefon", _p("Efter tabel")),
            *(_if(name, _p("Hilsen", text)) for name, text in SIGNED.items()),
        ]
    )


SIGNED = {"hilsen": "{{ hilsen }}", "konsulent": "{{ konsulent }}", "telefon": "Telefon {{ telefon }}"}


def items() -> str:
    item = (
        "{%r if l.navn %}",
        _run("{{ l.navn }} ", "Navn"),
        "{%r endif %}",
        "{{ l.tekst }}{% if l.hale %} – {{ l.hale }}{% endif %}",
    )
    return _for(
        "l in b.punkter",
        _choose(
            ("l.niveau > 2", _p("List Bullet 3", *item)),
            ("l.niveau == 2", _p("List Bullet 2", *item)),
            ("b.nummereret", _p("List Number", *item)),
            ("", _p("List Bullet", *item)),
        ),
    )


def _cell(width: int, *parts: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(parts)}</w:tc>'


def _row(*cells: str, repeated: bool = False) -> str:
    header = "<w:tblHeader/>" if repeated else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>"


def _code_row(text: str, cells: int = 1) -> str:
    return _row(*(_cell(WIDTH // cells, _code(text if number == 0 else "")) for number in range(cells)))


def _table(style: str, widths: tuple[int, ...], rows: str, about: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout'
        f' w:type="fixed"/>{first} w:noVBand="1"/>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        + _p("Efter tabel")
    )


def fields() -> str:
    narrow = WIDTH * 3 // 10
    widths = (narrow, WIDTH - narrow)
    pair = _row(_cell(widths[0], _p("Feltnavn", "{{ p.navn }}")), _cell(widths[1], _p("Felt", "{{ p.tekst }}")))
    return _table("Felter", widths, _code_row("{%tr for p in b.par %}", 2) + pair + _code_row("{%tr endfor %}", 2))


def table() -> str:
    """One column of each row is written here; the loops make as many as there are."""
    is_number = 'b.kolonner[loop.index0].art == "tal"'
    heads = [
        _cell(WIDTH // 3, _code("{%tc for k in b.kolonner %}")),
        _cell(WIDTH // 3, _choose(('k.art == "tal"', _number_head()), ("", _p("Navn i tabel", "{{ k.navn }}")))),
        _cell(WIDTH // 3, _code("{%tc endfor %}")),
    ]
    cells = [
        _cell(WIDTH // 3, _code("{%tc for c in r %}")),
        _cell(WIDTH // 3, _choose((is_number, _p("Tal i tabel", "{{ c }}")), ("", _p("Tekst i tabel", "{{ c }}")))),
        _cell(WIDTH // 3, _code("{%tc endfor %}")),
    ]
    rows = _row(*heads, repeated=True) + _code_row("{%tr for r in b.raekker %}", 3) + _row(*cells)
    about = '<w:tblCaption w:val="{{ b.titel }}"/><w:tblDescription w:val="{{ b.bredder }}"/>'
    drawn = _table("Tabel", (WIDTH // 3,) * 3, rows + _code_row("{%tr endfor %}", 3), about)
    return _if("b.billedtekst", _p("caption", "{{ b.billedtekst }}")) + _if("b.kolonner", drawn)


def _number_head() -> str:
    return '<w:p><w:pPr><w:pStyle w:val="Navnitabel"/><w:jc w:val="right"/></w:pPr>' + _run("{{ k.navn }}") + "</w:p>"


def _box(is_ticked: bool) -> str:
    """A box that can be ticked in Word, named by its field and choice."""
    sign = "☒" if is_ticked else "☐"
    return (
        '<w:sdt><w:sdtPr><w:rPr><w:rStyle w:val="Boks"/></w:rPr><w:alias w:val="{{ m.navn }}"/><w:tag'
        f' w:val="{{{{ m.maerke }}}}"/><w14:checkbox><w14:checked w14:val="{int(is_ticked)}"/><w14:checkedState'
        ' w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent>{_run(sign, 'Boks')}</w:sdtContent></w:sdt>"
    )


BOXES = (
    *("{%r if m.sat %}", _box(True), "{%r else %}", _box(False), "{%r endif %}"),
    _run("\u00a0{{ m.tekst }}", "Valg"),
)


def question() -> str:
    last = ('{%r if b.sidst_ved == "ja" %}', _run("\u2003Sidst: {{ b.sidst }}", "Sidst på linjen"), "{%r endif %}")
    asked = (_run("{{ b.nr }}", "Nummer"), "{{ b.mellem }}{{ b.tekst }}", *last)
    boxes = ("{%r for m in b.muligheder %}", *BOXES, "\u2003 ", "{%r endfor %}")
    beside = (
        *('{%r if b.bokse == "ved" %}', "\u2003", *boxes, "{%r endif %}"),
        *("{%r if b.enhed %}", "\t", _blank(_run("_" * 12, "Skrivefelt")), " {{ b.enhed }}", "{%r endif %}"),
    )
    alone = _for("m in b.muligheder", _p("Svarbokse", *BOXES))
    return "".join(
        [
            _choose(
                ("b.niveau == 1", _p("Spørgsmål", *asked, *beside)),
                ("b.har_linje", _p("Delspørgsmål med linje", *asked, " ", _blank(_run("\t", "Skrivefelt")))),
                ("", _p("Delspørgsmål", *asked, *beside)),
            ),
            _if("b.hjaelp", _p("Hjælp", "{{ b.hjaelp }}")),
            _if('b.sidst and b.sidst_ved != "ja"', _p("Svar fra sidst", "Sidst: {{ b.sidst }}")),
            _choose(
                ('b.bokse == "linje"', _p("Svarbokse med linje", *boxes, _blank(_run("\t", "Skrivefelt")))),
                ('b.bokse == "under"', _p("Svarbokse", *boxes)),
                ('b.bokse == "hver"', alone),
            ),
            _if("b.skrivelinjer", _lines()),
        ]
    )


def _blank(room: str) -> str:
    """Room on the line of its question; what is written takes the place of the line."""
    return (
        '<w:sdt><w:sdtPr><w:alias w:val="{{ b.navn }}"/><w:tag w:val="{{ b.maerke }}"/><w:showingPlcHdr/><w:text/>'
        f"</w:sdtPr><w:sdtContent>{room}</w:sdtContent></w:sdt>"
    )


def _lines() -> str:
    lines = _for("linje in b.skrivelinjer", _p("Skrivelinje", "{{ linje }}"))
    return (
        '<w:sdt><w:sdtPr><w:alias w:val="{{ b.navn }}"/><w:tag w:val="{{ b.maerke }}"/></w:sdtPr>'
        f"<w:sdtContent>{lines}</w:sdtContent></w:sdt>" + _p("Efter tabel")
    )


def signatures() -> str:
    third = WIDTH // 3
    cells = [
        _cell(third, _code("{%tc for h in b.hvem %}")),
        _cell(third, _p("Underskrift", "{{ h }}")),
        _cell(third, _code("{%tc endfor %}")),
    ]
    return _if("b.hvem", _table("Felter", (third,) * 3, _row(*cells)))


def header() -> str:
    return _p("header", "{{ sidehoved }}")


def footer() -> str:
    def field(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return _p("footer", "side ", field("PAGE"), " af ", field("NUMPAGES"))


if __name__ == "__main__":
    TEMPLATE.write_bytes(made())
