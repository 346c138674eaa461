"""Months side by side as a document, a workbook or one sheet. Knows no store and no file format."""

from datetime import date

from vforlob.actions.documents.finished import KONSULENT, finished
from vforlob.model.dokument import Dokument, Kolonne, Tabel
from vforlob.model.regneark import Celle, Fane, Regneark, Sojle
from vforlob.rules.danish import number
from vforlob.rules.maltal import BUILT_IN, Kept
from vforlob.rules.maltal_development import Development
from vforlob.rules.months_typed import month_in_short, month_title

SHOWN = 6
DRAWN = BUILT_IN["igang"].tekst
NONE = "–"


def side_by_side(found: Development) -> Fane:
    """A row a figure, as it is read."""
    columns = (Sojle("Tal"), *(Sojle(month_title(maned), "tal") for maned in found.maneder))
    rows = tuple((line.tekst, *(None if one is None else one.now for one in line.tal)) for line in found.lines)
    return Fane("Måned for måned", columns, rows)


def sheet(found: Development) -> Fane:
    """A row a month, so that it can be drawn."""
    columns = (Sojle("Måned"), *(Sojle(line.tekst, "tal") for line in found.lines))
    rows: list[tuple[Celle, ...]] = []
    for place, maned in enumerate(found.maneder):
        kept = [line.tal[place] for line in found.lines]
        rows.append((month_title(maned), *(None if one is None else one.now for one in kept)))
    is_drawn = len(rows) > 1 and any(line.tekst == DRAWN for line in found.lines)
    return Fane("Udvikling", columns, tuple(rows), ("Måned", DRAWN) if is_drawn else ())


def sheet_alone(found: Development) -> Regneark:
    """One sheet, for csv."""
    return Regneark("Udvikling måned for måned", (sheet(found)._replace(figur=()),))


def document(found: Development, today: date) -> Dokument:
    """As many months as a page is wide."""
    shown = found.last(SHOWN)
    heads = [month_in_short(maned, shown.maneder[-1]).capitalize() for maned in shown.maneder]
    if shown.now:
        heads[-1] = "Nu"
    columns = (Kolonne("", bredde=3), *(Kolonne(head, "tal") for head in heads))
    rows = tuple((line.tekst, *(_cell(one) for one in line.tal)) for line in shown.lines)
    blocks = (Tabel("Måned for måned", columns, rows),)
    title = "Udviklingen måned for måned"
    return finished(Dokument("udvikling", title, KONSULENT, blocks, dato=today.isoformat()), "")


def _cell(kept: Kept | None) -> str:
    return NONE if kept is None else f"{number(kept.now)}{'*' if kept.rettet is not None else ''}"


def book(found: Development) -> Regneark:
    return Regneark("Udvikling måned for måned", (side_by_side(found), sheet(found), _meanings(found)))


def _meanings(found: Development) -> Fane:
    return Fane(
        "Det tæller", (Sojle("Tal"), Sojle("Hvad der tælles")), tuple((it.tekst, it.taeller) for it in found.lines)
    )
