"""What Word wants of XML that a template cannot give: breaks, tabs and spaces in a text, lists that begin at 1, columns
as wide as they should be. Knows no document and no recipient.
"""

from copy import deepcopy
from itertools import count
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_SIGN, _CELL_EDGES = 118, 190  # in twentieths of a point: a sign of ten points, and the room around a cell
_BELONGS = frozenset({"Hjaelp", "Svarfrasidst", "Svarbokse", "Skrivelinje", "ListBullet2", "ListBullet3"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_VAL, _NUMBER, _ABSTRACT = qn("w:val"), qn("w:numId"), qn("w:abstractNumId")
_MARKS = {"\n": "w:br", "\t": "w:tab"}


def finish_texts(root: Any) -> None:
    """A line break, a tab and spaces side by side arrive as such."""
    for text in list(root.iter(qn("w:t"))):
        said = text.text or ""
        if "\n" in said or "\t" in said:
            _break_up(text, said)
        elif said != said.strip() or "  " in said:
            text.set(_SPACE, "preserve")


def _break_up(text: Any, said: str) -> None:
    run, place = text.getparent(), text.getparent().index(text)
    run.remove(text)
    for offset, element in enumerate(_pieces(said)):
        run.insert(place + offset, element)


def _pieces(said: str) -> list[Any]:
    pieces, typed = [], ""
    for sign in [*said, ""]:
        if sign and sign not in _MARKS:
            typed += sign
            continue
        if typed:
            piece = OxmlElement("w:t")
            piece.text, typed = typed, ""
            piece.set(_SPACE, "preserve")
            pieces.append(piece)
        if sign:
            pieces.append(OxmlElement(_MARKS[sign]))
    return pieces


def number_boxes(root: Any) -> None:
    """A template makes the same box many times; each has its own number."""
    for number, properties in enumerate(root.iter(qn("w:sdtPr")), 1):
        for old in properties.findall(qn("w:id")):
            properties.remove(old)
        new = OxmlElement("w:id")
        new.set(qn("w:val"), str(number))
        names = [child for child in properties if child.tag in {qn("w:rPr"), qn("w:alias"), qn("w:tag")}]
        properties.insert(properties.index(names[-1]) + 1 if names else 0, new)


def keep_together(body: Any) -> None:
    """A question and what belongs to it stand on one page, and so do an item and the first one below it."""
    before = ""
    for paragraph in body.iter(qn("w:p")):
        style, following = _style_of(paragraph), _first_paragraph(paragraph.getnext())
        below = "" if following is None else _style_of(following)
        begins = before == "Sporgsmal" and below.startswith("Delsporgsmal")
        if style and below != style and (below in _BELONGS or begins):
            properties = paragraph.find(qn("w:pPr"))
            if properties.find(qn("w:keepNext")) is None:
                properties.find(qn("w:pStyle")).addnext(OxmlElement("w:keepNext"))
        before = style


def _first_paragraph(element: Any) -> Any:
    return element.find(f".//{qn('w:p')}") if element is not None and element.tag == qn("w:sdt") else element


# --- lists ---


def begin_lists_at_one(body: Any, numbering: Any, styles: Any) -> None:
    """Numbered paragraphs are one list until something else than a list comes between them."""
    lists = _lists(numbering, styles)
    before, seen, now = "", set[str](), dict[str, str]()
    numbers = count(max((int(each.get(_NUMBER)) for each in numbering.findall(qn("w:num"))), default=0) + 1)
    for paragraph in body.iter(qn("w:p")) if any(lists.values()) else ():
        style = _style_of(paragraph)
        if lists.get(style):
            if before not in lists and style in seen:
                now[style] = _begun_again(lists[style], str(next(numbers)))
            if style in now:
                _give_number(paragraph, now[style])
            seen.add(style)
        before = style


def _lists(numbering: Any, styles: Any) -> dict[str, tuple[Any, ...]]:
    """The styles of lists; those that count have the element of their list with them."""
    forms = {each.get(_ABSTRACT): each.find(f"{qn('w:lvl')}/{qn('w:numFmt')}") for each in numbering}
    elements = {each.get(_NUMBER): each for each in numbering.findall(qn("w:num"))}
    found = {}
    for style in styles.iter(qn("w:style")):
        number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        element = None if number is None else elements.get(number.get(_VAL))
        if element is not None:
            form = forms.get(element.find(qn("w:abstractNumId")).get(_VAL))
            counts = form is not None and form.get(_VAL) != "bullet"
            found[style.get(qn("w:styleId"))] = (element,) if counts else ()
    return found


def _begun_again(old: tuple[Any, ...], name: str) -> str:
    again = deepcopy(old[0])
    again.set(_NUMBER, name)
    for override in again.findall(qn("w:lvlOverride")):
        again.remove(override)
    override, start = OxmlElement("w:lvlOverride"), OxmlElement("w:startOverride")
    override.set(qn("w:ilvl"), "0")
    start.set(_VAL, "1")
    override.append(start)
    again.append(override)
    old[0].getparent().findall(qn("w:num"))[-1].addnext(again)
    return name


def _give_number(paragraph: Any, name: str) -> None:
    properties = paragraph.find(qn("w:pPr"))
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    given, level, number = OxmlElement("w:numPr"), OxmlElement("w:ilvl"), OxmlElement("w:numId")
    level.set(_VAL, "0")
    number.set(_VAL, name)
    given.extend((level, number))
    properties.find(qn("w:pStyle")).addnext(given)


def _style_of(paragraph: Any) -> str:
    """Empty for what is no paragraph too."""
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(_VAL))


# --- tables ---


def fit_columns(root: Any) -> None:
    """A row that a template made longer needs its columns; `w:tblDescription` says how wide, as "3 1 1"."""
    for table in root.iter(qn("w:tbl")):
        grid = table.find(qn("w:tblGrid"))
        columns = [] if grid is None else grid.findall(qn("w:gridCol"))
        longest = max((_length(row) for row in table.findall(qn("w:tr"))), default=0)
        shares = _shares(table, longest)
        if longest and columns and (len(columns) != longest or shares):
            _resize(table, grid, shares or [1] * longest)


def _length(row: Any) -> int:
    spans = (cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.findall(qn("w:tc")))
    return sum(1 if span is None else int(span.get(qn("w:val"))) for span in spans)


def _shares(table: Any, columns: int) -> list[int]:
    described = table.find(f"{qn('w:tblPr')}/{qn('w:tblDescription')}")
    words = [] if described is None else (described.get(qn("w:val")) or "").split()
    if not words or not all(word.isascii() and word.isdecimal() and int(word) > 0 for word in words):
        return []
    described.getparent().remove(described)
    return [int(word) for word in words] if len(words) == columns else []


def _resize(table: Any, grid: Any, shares: list[int]) -> None:
    whole = sum(int(float(column.get(qn("w:w")) or 0)) for column in grid)
    rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
    rows = [cells for cells in rows if len(cells) == len(shares)]
    widths = _widths(whole, shares, [max(map(_least, column)) for column in zip(*rows, strict=True)])
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)
    for cells in rows:
        for cell, width in zip(cells, widths, strict=True):
            found = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
            if found is not None:
                found.set(qn("w:w"), str(width))
                found.set(qn("w:type"), "dxa")


def _least(cell: Any) -> int:
    """The width of the longest word in a cell, so that none is cut in two."""
    words = "".join(f"{text.text or ''} " for text in cell.iter(qn("w:t"))).split()
    return _CELL_EDGES + _SIGN * max(map(len, words), default=0)


def _widths(whole: int, shares: list[int], least: list[int]) -> list[int]:
    """As they were asked for, but a column that is too narrow for its words takes from those that have room."""
    least = [min(width, whole * 2 // 5) for width in least] or [0] * len(shares)
    if sum(least) >= whole:
        return [whole * width // sum(least) for width in least]
    free, open_shares, widths = whole, dict(enumerate(shares)), [0] * len(shares)
    while narrow := [at for at, share in open_shares.items() if free * share < least[at] * sum(open_shares.values())]:
        for at in narrow:
            widths[at] = least[at]
            free -= widths[at]
            del open_shares[at]
    for at, share in open_shares.items():
        widths[at] = free * share // sum(open_shares.values())
    return widths
