"""The mirror as a document and as a workbook: a page for the konsulent alone, numbers of cases and no alias."""

from vforlob.actions.documents.finished import KONSULENT, finished
from vforlob.actions.spejl import Mirrored
from vforlob.actions.spejl_words import (
    NONE_OPEN,
    OPEN_TITLE,
    Explained,
    heads,
    open_line,
    period_text,
    remarks,
    row_texts,
)
from vforlob.model.dokument import Blok, Dokument, Kolonne, Led, Liste, Overskrift, Tabel, Tekst
from vforlob.model.regneark import Celle, Fane, Regneark, Sojle
from vforlob.rules.spejl.mirror import Share

ART = "spejl"
TITLE = "Spejl: egen praksis"
_ONLY_YOU = "Kun til dig"


def spejl_document(mirrored: Mirrored, explained: tuple[Explained, ...]) -> Dokument:
    spejl = mirrored.spejl
    rows = tuple((row.measure.title, *row_texts(row, spejl)) for row in spejl.rows)
    columns = (Kolonne("", bredde=3), *(Kolonne(head, "tal", 1) for head in heads(spejl)))
    blocks: list[Blok] = [
        Tekst(f"{_ONLY_YOU}. Et spejl af din egen praksis, ikke en rangliste."),
        Tabel(f"Egen praksis i {spejl.quarter.title}", columns, rows),
        *(Tekst(text, "daempet") for text in remarks(spejl, mirrored.today)),
        Overskrift(OPEN_TITLE),
        *_open(mirrored),
        Overskrift("Hvad tallene tæller"),
        Liste(tuple(Led(it.counted, it.title, under=(Led(f"Kilde: {it.source}"),)) for it in explained)),
    ]
    made = Dokument(
        art=ART,
        titel=TITLE,
        modtager=KONSULENT,
        blokke=tuple(blocks),
        undertitel=period_text(spejl)[:1].upper() + period_text(spejl)[1:],
        dato=mirrored.today.isoformat(),
        sidehoved=_ONLY_YOU,
    )
    return finished(made, "")


def spejl_book(mirrored: Mirrored, explained: tuple[Explained, ...]) -> Regneark:
    """Numbers as numbers: so many, of so many, month by month."""
    spejl, named = mirrored.spejl, {it.title: it for it in explained}
    columns = (
        *(Sojle("Tal"), Sojle("Måned"), Sojle("Antal", "tal"), Sojle("Ud af", "tal")),
        *(Sojle("Hvad der tælles"), Sojle("Kilde")),
    )
    rows: list[tuple[Celle, ...]] = []
    for row in spejl.rows:
        words = named[row.measure.title]
        said = zip((*spejl.quarter.months, spejl.quarter.title), (*row.months, row.quarter), strict=True)
        rows += [(words.title, when, *_numbers(share), words.counted, words.source) for when, share in said]
    opened = tuple(
        (it.number, it.since, it.text, f"vforlob {it.line}")
        for it in (open_line(breach, mirrored.today) for breach in mirrored.breaches)
    )
    open_columns = (Sojle("Nummer"), Sojle("Siden"), Sojle("Det mangler"), Sojle("Gør det med"))
    return Regneark(TITLE, (Fane("Spejl", columns, tuple(rows)), Fane("Mangler", open_columns, opened)))


def _open(mirrored: Mirrored) -> tuple[Blok, ...]:
    lines = [open_line(breach, mirrored.today) for breach in mirrored.breaches]
    if not lines:
        return (Tekst(NONE_OPEN),)
    return (
        Liste(
            tuple(
                Led(f"{it.text}{f', siden {it.since}' if it.since else ''}. vforlob {it.line}", it.number)
                for it in lines
            )
        ),
    )


def _numbers(share: Share) -> tuple[Celle, Celle]:
    return (share.part, share.whole)
