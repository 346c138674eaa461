"""An agenda as a sheet of paper: numbered, with what is known beside it and room for the rest. Knows no format.

What one of those at the table may not be given stands on a last page for the consultant alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from vforlob.actions import meeting_words as words
from vforlob.actions.ark.eyes import Eyes, of_all, of_konsulent
from vforlob.actions.ark.paper_rows import paper_rows
from vforlob.actions.ark.questions_on_paper import felt_question
from vforlob.actions.ark.rows_on_paper import legend, row_questions, told_themes
from vforlob.actions.documents.finished import KONSULENT, finished
from vforlob.actions.last_time import last_rows
from vforlob.actions.sitting import Sitting, scope_of, told_hensyn
from vforlob.agenda.condition import IsAnswered, holds, named, parse
from vforlob.agenda.paper_reading import PaperRows
from vforlob.agenda.reserved import AFTALER_PUNKT, CLOSING_PUNKT, DELMAL_PUNKT, WHO_PUNKT
from vforlob.agenda.steps import Step
from vforlob.agenda.walk import is_part_present, is_switched_on
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.dokument import Blok, Dokument, Led, Liste, Overskrift, Sideskift, Sporgsmal, Tekst
from vforlob.rules.gate_tables import BORGER

ART = "ark"
TODAY = "I dag"
MAY_KNOW = "Det, alle ved bordet må vide"
NOTES, NOTES_HELP = (
    "Noter",
    "Skriv fx »4 note« foran en note til punkt 4. En note ser kun du, sagsbehandleren og journalen.",
)
NOTE_LINES = 3
_ART_OF_FORLOB = ("forlob", "art")


class Sheet(NamedTuple):
    """`recipient` is "" for the sheet that the consultant keeps. `blank`: about nobody."""

    sitting: Sitting
    recipient: str = ""
    blank: bool = False


def make_sheet(sheet: Sheet) -> Dokument:
    sitting, case = sheet.sitting, sheet.sitting.case
    rows, alias = paper_rows(sitting), "" if sheet.blank else case.borger.alias
    made = Dokument(
        art=ART,
        titel=words.heading_shared(sitting.agenda, case) if not sheet.blank else sitting.agenda.title,
        modtager=sheet.recipient or BORGER,
        blokke=tuple(_shared(of_all(sitting, sheet.recipient), rows)),
        sidehoved=f"f{case.forlob.nr}" if case.forlob and not sheet.blank else "",
    )
    shared = finished(made, alias)  # what lies on the table carries no alias, whose copy it ever is
    if sheet.recipient:
        return shared
    alone = tuple(_pages(of_konsulent(sitting), rows))
    blocks = (*shared.blokke, Sideskift(), Overskrift(words.ONLY_YOU), *_whose(sheet), *alone, *_closing(sitting))
    return finished(shared._replace(modtager=KONSULENT, blokke=blocks), alias)


def _shared(eyes: Eyes, rows: dict[str, PaperRows]) -> Iterator[Blok]:
    if not eyes.recipient:
        for felt in _in_line(WHO_PUNKT.felter):
            yield felt_question(eyes, WHO_PUNKT, felt, 2)
    yield from _pages(eyes, rows)


def _pages(eyes: Eyes, rows: dict[str, PaperRows]) -> Iterator[Blok]:
    """What stands open first, then the points: on each page those that belong there."""
    open_ones = [block for punkt in (AFTALER_PUNKT, DELMAL_PUNKT) for block in _open(eyes, punkt, rows[punkt.id])]
    yield from open_ones
    points = [block for punkt in eyes.sitting.agenda.punkter for block in _point(eyes, punkt, rows)]
    if open_ones and points and eyes.is_shared:
        yield Overskrift(TODAY)
    yield from points


def _open(eyes: Eyes, punkt: Punkt, rows: PaperRows) -> Iterator[Blok]:
    asked = tuple(row_questions(eyes, punkt, rows))
    if asked:
        yield Overskrift(punkt.text, 2 if eyes.is_shared else 3)
        hint = legend(eyes, punkt, rows)
        if hint:
            yield Tekst(f"{hint}.", "daempet")
        yield from asked


def _point(eyes: Eyes, punkt: Punkt, rows: dict[str, PaperRows]) -> Iterator[Blok]:
    """Nothing, where the page has none of its felter."""
    if not _applies(eyes, punkt):
        return
    if punkt.is_scalar:
        (felt,) = punkt.felter
        if _stands(eyes, punkt, felt):
            asked = felt_question(eyes, punkt, felt, 1)
            yield asked._replace(hjaelp=_help(eyes, punkt), linjer=asked.linjer + (felt.kind == "tekst"))
        return
    under: list[Blok] = []
    told = told_hensyn(eyes.sitting) if eyes.is_shared and _is_clearance(punkt) else ()
    if punkt.is_liste:
        themes = told_themes(eyes, punkt, rows[punkt.id])
        under += [Liste(tuple(Led(text) for text in texts)) for texts in (told, themes) if texts]
        under += row_questions(eyes, punkt, rows[punkt.id])
    under += (felt_question(eyes, punkt, felt, 2) for felt in punkt.single_felter if _stands(eyes, punkt, felt))
    if under:
        hints = (f"{MAY_KNOW}." if told else _help(eyes, punkt), _on_line(eyes, punkt, rows))
        hint = " ".join(part for part in hints if part)
        yield Sporgsmal(punkt.number, punkt.text, 1, sidst=_last(eyes, punkt), hjaelp=hint, felt=punkt.id)
        yield from under


def _applies(eyes: Eyes, punkt: Punkt) -> bool:
    return is_switched_on(punkt, scope_of(eyes.sitting)) and _may_come(eyes, punkt.condition)


def _stands(eyes: Eyes, punkt: Punkt, felt: Felt) -> bool:
    present = is_part_present(punkt, felt, scope_of(eyes.sitting))
    return present and _may_come(eyes, felt.condition) and eyes.sees(punkt, felt)


def _may_come(eyes: Eyes, condition: str) -> bool:
    """What depends on an answer may come; what depends on the kind of forløb is known."""
    if not condition:
        return True
    of_case = all(
        not isinstance(one, IsAnswered) and (one.punkt, one.felt) == _ART_OF_FORLOB for one in named(parse(condition))
    )
    return not of_case or holds(condition, {}, None, scope_of(eyes.sitting).forlob_art)


def _help(eyes: Eyes, punkt: Punkt) -> str:
    """The hints are for whoever leads the talk."""
    return "" if eyes.recipient or not eyes.is_shared else punkt.help.strip().replace("\n", " ")


def _on_line(eyes: Eyes, punkt: Punkt, rows: dict[str, PaperRows]) -> str:
    return f"{names}." if punkt.is_liste and (names := legend(eyes, punkt, rows[punkt.id])) else ""


def _last(eyes: Eyes, punkt: Punkt) -> str:
    may_all = not eyes.recipient or all(eyes.sees(punkt, felt) for felt in punkt.row_felter)
    lines = last_rows(eyes.sitting, punkt, Step(eyes.page, punkt.id, "")) if punkt.is_liste and may_all else ()
    return " / ".join(line.replace("\n", " ") for line in lines)


def _is_clearance(punkt: Punkt) -> bool:
    return "hensyn" in punkt.writes and punkt.felt("nr") is not None and punkt.felt("hvem") is not None


def _in_line(felter: tuple[Felt, ...]) -> tuple[Felt, ...]:
    """The short ones first, so that they share a line."""
    return tuple(sorted(felter, key=lambda felt: felt.kind not in {"dato", "klokkeslaet"}))


def _whose(sheet: Sheet) -> Iterator[Blok]:
    case = sheet.sitting.case
    if not sheet.blank:
        number = f"f{case.forlob.nr}" if case.forlob else f"b{case.borger.nr}"
        yield Tekst(f"{number} · {case.borger.alias}")


def _closing(sitting: Sitting) -> Iterator[Blok]:
    eyes = of_konsulent(sitting)
    yield Overskrift(CLOSING_PUNKT.text, 3)
    for felt in CLOSING_PUNKT.felter:
        yield felt_question(eyes, CLOSING_PUNKT, felt, 2)
    yield Sporgsmal("", NOTES, 1, linjer=NOTE_LINES, hjaelp=NOTES_HELP)
