"""Which rows stand on a sheet, and at which place: the records of the case first, then what a samtale has begun.

Knows no document and no line. A record keeps its place when others are done with, so that a sheet printed last week
can be read back.
"""

from collections.abc import Iterable
from typing import Any

from vforlob.actions.known_rows import CHOICES, DELMAL, HENSYN, OPGAVER, known_of, knowns_of
from vforlob.actions.questions import felt_of
from vforlob.actions.row_words import theme
from vforlob.actions.sitting import Sitting, ground_of
from vforlob.agenda.paper_reading import PaperRow, PaperRows, Sheet
from vforlob.agenda.reserved import AFTALER_PUNKT, DELMAL_PUNKT
from vforlob.agenda.steps import RowEntry, row_entries
from vforlob.model.agenda import Choice, Felt, Punkt
from vforlob.model.answers import Answers, rows_of

BLANK_ROWS = {OPGAVER: 1, DELMAL: 1}
USUAL_BLANK = 3
WIDE_BLANK = 2  # rows whose columns stand under each other
LINE_OF = 4  # so many columns can be written on one line


def paper_rows(sitting: Sitting) -> dict[str, PaperRows]:
    """By point; what stands open from earlier samtaler has the record's own number for its place."""
    ground, known = ground_of(sitting), knowns_of(sitting.agenda, sitting.case, sitting.answers)
    found: dict[str, PaperRows] = {}
    for punkt in (AFTALER_PUNKT, DELMAL_PUNKT, *sitting.agenda.punkter):
        if punkt.is_liste:
            columns = known[punkt.id][2:] if punkt.id in known else (frozenset(), frozenset())
            takes_more = punkt.id not in ground.fixed
            found[punkt.id] = _rows(sitting, punkt, row_entries(ground, punkt), takes_more, columns)
    return found


def printed_rows(rows: dict[str, PaperRows], sitting: Sitting) -> dict[str, int]:
    """The last row of each list on the sheet: those that are there, and the blank ones."""
    found = {}
    for punkt_id, of_punkt in rows.items():
        punkt = sitting.agenda.punkt(punkt_id)
        blank = blank_rows(punkt, of_punkt) if punkt and of_punkt.takes_more else 0
        found[punkt_id] = max((of_punkt.next_place - 1 + blank, *of_punkt.at))
    return found


def blank_rows(punkt: Punkt, rows: PaperRows) -> int:
    """How many are printed to be filled in; a wanted number of rows is there from the start."""
    wanted = punkt.max or punkt.min
    if wanted:
        return max(0, int(wanted) - len(rows.at))
    usual = BLANK_ROWS.get(known_of(punkt), USUAL_BLANK)
    return min(usual, WIDE_BLANK) if is_wide(punkt, rows) else usual


def is_wide(punkt: Punkt, rows: PaperRows) -> bool:
    return sum(not felt.alone and not felt.condition for felt in rows.columns(punkt, None)) > LINE_OF


def sheet_of(sitting: Sitting, rows: dict[str, PaperRows]) -> Sheet:
    """What lines are read against."""
    from datetime import date  # late: only where something is read

    now = sitting.now[:10] or sitting.samtale.dato
    forlob = sitting.case.forlob
    return Sheet(
        agenda=sitting.agenda,
        today=date.fromisoformat(sitting.samtale.dato),
        now=date.fromisoformat(now),
        rows=rows,
        askable=lambda punkt, felt, answers: _askable(sitting, punkt, felt, answers),
        before=sitting.answers,
        art=forlob.art if forlob else None,
    )


def _askable(sitting: Sitting, punkt: Punkt, felt: Felt, answers: Answers) -> Felt:
    """Records as choices. Those of these very lines are among them, and a number outside its bounds is judged later."""
    if felt.kind == "tal":
        return felt._replace(min=None, max=None)
    if felt.known:
        return felt_of(sitting._replace(answers={**sitting.answers, **answers}), punkt, felt.id)
    if felt.id == "deltagere":
        also = (Choice("leder", "virksomhed"), Choice("leder", "virksomheden"), Choice("leder", "lederen"))
        return felt._replace(choices=(*felt.choices, *also, Choice("borger", "borgeren"), Choice("konsulent", "mig")))
    return felt


def _rows(
    sitting: Sitting, punkt: Punkt, entries: Iterable[RowEntry], takes_more: bool, columns: Iterable[frozenset[str]]
) -> PaperRows:
    entries = tuple(entries)
    places = _places(sitting, punkt)
    at: dict[int, PaperRow] = {}
    after = max(places.values(), default=0)
    for entry in entries:
        if entry.known is None:
            after += 1
        place = after if entry.known is None else places.get(entry.known.nr, entry.known.nr)
        at[place] = PaperRow(entry.raekke, entry.known, _name(sitting, punkt, entry), entry.begun)
    of_known, of_new = columns
    free = max((sitting.used.get(punkt.id, 0), *rows_of(sitting.answers, punkt.id), *(e.raekke for e in entries)))
    return PaperRows(at, after + 1, free + 1, takes_more, of_known, of_new)


def _places(sitting: Sitting, punkt: Punkt) -> dict[int, int]:
    """The place of each record by its number: where it stands among all of its kind, in use or not."""
    case, known = sitting.case, known_of(punkt)
    records: dict[str, tuple[Any, ...]] = {HENSYN: case.hensyn, OPGAVER: case.opgaver, DELMAL: case.delmal}
    if punkt.id in {AFTALER_PUNKT.id, DELMAL_PUNKT.id}:
        return {}
    if known == CHOICES:
        return {nr: nr for nr in range(1, len(punkt.row_felter[0].choices) + 1)}
    return {record.nr: place for place, record in enumerate(records.get(known, ()), start=1)}


def _name(sitting: Sitting, punkt: Punkt, entry: RowEntry) -> str:
    """What a row is called where its text says which it is."""
    if entry.known is None:
        return ""
    known = known_of(punkt)
    if known == CHOICES:
        return theme(punkt, entry.known.nr)
    if known == OPGAVER:
        return next((one.opgave for one in sitting.case.opgaver if one.nr == entry.known.nr), "")
    return ""
