"""The rows of a list as they stand on paper: those of the case by name, then blank ones. Knows no other kind of point.

Few columns are written on one line with a semicolon between them; many stand under each other.
"""

from collections.abc import Iterator, Mapping

from vforlob.actions.ark.eyes import Eyes
from vforlob.actions.ark.paper_rows import LINE_OF, blank_rows
from vforlob.actions.ark.questions_on_paper import BOXES, boxes, earlier, room
from vforlob.actions.known_rows import CHOICES, known_of
from vforlob.actions.row_words import about
from vforlob.actions.sitting import scope_of
from vforlob.agenda.kinds.skala import anchor_of, ends
from vforlob.agenda.paper import address
from vforlob.agenda.paper_reading import PaperRow, PaperRows
from vforlob.agenda.steps import Step
from vforlob.agenda.walk import felt_applies
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import Key, Value
from vforlob.model.dokument import Sporgsmal

_ON_THE_LINE = "På linjen: "


def row_questions(eyes: Eyes, punkt: Punkt, rows: PaperRows) -> Iterator[Sporgsmal]:
    for place, row in rows.at.items():
        yield from _known_row(eyes, punkt, rows, place, row)
    if rows.takes_more:
        for place in range(rows.next_place, rows.next_place + blank_rows(punkt, rows)):
            yield from _blank_row(eyes, punkt, rows, place)


def told_themes(eyes: Eyes, punkt: Punkt, rows: PaperRows) -> tuple[str, ...]:
    """What everybody talks about, where nobody's answers to it may be seen by all."""
    if known_of(punkt) != CHOICES or not eyes.is_shared:
        return ()
    themes = [row for row in rows.at.values() if row.known and eyes.sees(punkt, punkt.row_felter[0], _values(row))]
    if any(_columns(eyes, punkt, rows, row) for row in themes):
        return ()
    return tuple(f"{row.name[:1].upper()}{row.name[1:]}" for row in themes)


def legend(eyes: Eyes, punkt: Punkt, rows: PaperRows) -> str:
    """What is written on the line of a row, in order; "" where nothing is."""
    known = next((row for row in rows.at.values() if row.known), None)
    found = []
    if known is not None:
        columns = _columns(eyes, punkt, rows, known)
        if columns and not _is_stacked(columns):
            found.append(_names(columns[1:] if columns[0].kind in BOXES - {"skala"} else columns))
    if rows.takes_more and blank_rows(punkt, rows):
        blank = _columns(eyes, punkt, rows, None)
        if blank and all(felt.alone for felt in blank):
            return " ".join(_choices(eyes, punkt, felt) for felt in blank)
        if 1 < len(blank) <= LINE_OF:
            found.append(_names(blank))
    return " · ".join(f"{_ON_THE_LINE}{names}" for names in dict.fromkeys(found) if names)


def _known_row(eyes: Eyes, punkt: Punkt, rows: PaperRows, place: int, row: PaperRow) -> Iterator[Sporgsmal]:
    if row.known is None:
        return
    columns = _columns(eyes, punkt, rows, row)
    step = Step(eyes.page, punkt.id, "", row.raekke, row.known.nr)
    head = Sporgsmal(_nr(eyes, punkt, place), about(eyes.sitting, punkt, step), 2, felt=punkt.id)
    if not columns:
        return
    if _is_stacked(columns):
        yield head
        for felt in columns:
            yield _under(eyes, punkt, felt, place, step._replace(felt=felt.id), 3)
        return
    first, *others = columns
    ticked = first.kind in BOXES - {"skala"}
    yield head._replace(
        muligheder=boxes(eyes, punkt, first) if ticked else (),
        flere=first.kind == "flervalg",
        linjer=1 if others or not ticked else 0,
        sidst=_earlier(eyes, punkt, (first,) if ticked else columns, step),
        felt=f"{punkt.id}.{first.id}",
    )


def _blank_row(eyes: Eyes, punkt: Punkt, rows: PaperRows, place: int) -> Iterator[Sporgsmal]:
    columns = _columns(eyes, punkt, rows, None)
    if not columns:
        return
    if all(felt.alone for felt in columns):
        for felt in columns:
            asked = _under(eyes, punkt, felt, place, Step(eyes.page, punkt.id, felt.id), 2)
            yield asked._replace(tekst="", muligheder=(), linjer=1, kort=True)
        return
    if len(columns) > LINE_OF:
        for at, felt in enumerate(columns):
            yield _under(eyes, punkt, felt, place, Step(eyes.page, punkt.id, felt.id), 2 if not at else 3)
        return
    text = columns[0].text if len(columns) == 1 else ""
    yield Sporgsmal(_nr(eyes, punkt, place), text, 2, linjer=1, felt=punkt.id)


def _under(eyes: Eyes, punkt: Punkt, felt: Felt, place: int, step: Step, niveau: int) -> Sporgsmal:
    sidst = earlier(eyes, punkt, felt, step) if step.known else ""
    return room(eyes, punkt, felt)._replace(
        nr=address(eyes.sitting.agenda, Key(punkt.id, felt.id, place)), niveau=niveau, sidst=sidst
    )


def _columns(eyes: Eyes, punkt: Punkt, rows: PaperRows, row: PaperRow | None) -> tuple[Felt, ...]:
    """Those of the page. What a new row only asks after a certain answer is told by that answer, and not printed."""
    values = _values(row)
    return tuple(
        felt
        for felt in rows.columns(punkt, row)
        if eyes.sees(punkt, felt, values)
        and felt_applies(punkt, _unless_of_row(punkt, felt), {}, scope_of(eyes.sitting))
        and (row is not None or not _asks_for_row(punkt, felt))
    )


def _asks_for_row(punkt: Punkt, felt: Felt) -> bool:
    return f"{punkt.id}." in felt.condition


def _unless_of_row(punkt: Punkt, felt: Felt) -> Felt:
    return felt._replace(condition="") if _asks_for_row(punkt, felt) else felt


def _values(row: PaperRow | None) -> Mapping[str, Value]:
    return dict(row.known.values) if row and row.known else {}


def _is_stacked(columns: tuple[Felt, ...]) -> bool:
    """Two sets of boxes, or more than a line has room for."""
    return len(columns) > LINE_OF or sum(felt.kind in BOXES - {"skala"} for felt in columns) > 1


def _earlier(eyes: Eyes, punkt: Punkt, columns: tuple[Felt, ...], step: Step) -> str:
    found = [earlier(eyes, punkt, felt, step._replace(felt=felt.id)) for felt in columns]
    return "; ".join(found) if any(found) else ""


def _names(columns: tuple[Felt, ...]) -> str:
    return "; ".join(_name(felt) for felt in columns)


def _name(felt: Felt) -> str:
    """ "hvem gør det", "borgerens svar 1-5"."""
    text = felt.text.rstrip("?:. ")
    name = text[:1].lower() + text[1:]
    if felt.kind != "skala":
        return name
    first, last = ends(felt)
    low, high = anchor_of(first, felt), anchor_of(last, felt)
    said = f" ({low.lower()} – {high.lower()})" if low and high else ""
    return f"{name} {first}-{last}{said}"


def _choices(eyes: Eyes, punkt: Punkt, felt: Felt) -> str:
    """The boxes that a short room has no place for, in words."""
    names = ", ".join(one.tekst for one in boxes(eyes, punkt, felt, anchored=False))
    return f"{felt.text} {names}".strip() if names else felt.text


def _nr(eyes: Eyes, punkt: Punkt, place: int) -> str:
    return address(eyes.sitting.agenda, Key(punkt.id, "", place))
