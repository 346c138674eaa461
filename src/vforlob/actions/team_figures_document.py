"""The figures for the team as a document and as a list for a spreadsheet. Counts nothing."""

from collections.abc import Iterator, Sequence
from datetime import date

from vforlob.actions.documents.finished import finished
from vforlob.actions.laering_words import HELD, UNKNOWN
from vforlob.actions.record_kinds.forlob import ART as KINDS
from vforlob.actions.team_figures import (
    CLOSING,
    FORMODE,
    KIND,
    OTHER,
    OUTCOMES,
    QUARTER,
    WEEKS,
    Division,
    Year,
)
from vforlob.model.dokument import Blok, Dokument, Kolonne, Overskrift, Tabel, Tekst
from vforlob.model.regneark import Celle, Fane, Regneark, Sojle
from vforlob.rules.danish import listed, plain_date

ART, READERS = "teamtal", "kolleger"
TITLE = "Tal til teamet"
FEW = "under 5"
RULE = (
    "Lukkede forløb i kvartaler, der er slut. Tal under 5 vises ikke, de andre er rundet til nærmeste 5, og der står "
    "ingen summer ved siden af et tal, der mangler: Ellers kunne det lille tal regnes ud."
)
LEGAL = "Hjælp, ikke juridisk rådgivning. Kommunens retningslinjer, DPO og fagsystem går forud."
NOTHING = "For få lukkede forløb til, at nogen tal kan deles."
HEADS = dict(zip(OUTCOMES, ("Efter planen", "Stoppet eller aldrig i gang", "Afbrudt"), strict=True))
TITLES = {
    QUARTER: "Kvartal",
    KIND: "Slags forløb",
    WEEKS: "Så længe varede de",
    FORMODE: "Formøde",
    CLOSING: "Afsluttende samtale",
}
_ARTS = {choice.id: choice.text for choice in KINDS}


def team_document(years: Sequence[Year], today: date) -> Dokument:
    made = Dokument(
        art=ART,
        titel=TITLE,
        modtager=READERS,
        blokke=(Tekst(RULE), *_years(years), Tekst(LEGAL, "daempet")),
        undertitel=f"Hvordan forløb sluttede, gjort op den {plain_date(today)}",
        dato=today.isoformat(),
    )
    return finished(made, "")


def team_book(years: Sequence[Year]) -> Regneark:
    """One row a number, so that lists from several can be put under each other."""
    columns = (Sojle("År", "tal"), Sojle("Delt efter"), Sojle("Gruppe"), Sojle("Udfald"), Sojle("Antal", "tal"))
    rows: list[tuple[Celle, ...]] = [
        (year.aar, TITLES[table.navn], row_name(table, name), HEADS[outcome], FEW if cell is None else cell)
        for year in years
        for table in year.tabeller
        for name, cells in zip(table.raekker, table.celler, strict=True)
        for outcome, cell in zip(OUTCOMES, cells, strict=True)
    ]
    return Regneark(TITLE, (Fane(TITLE, columns, tuple(rows)),))


def row_name(table: Division, name: str) -> str:
    if table.navn == QUARTER:
        return f"{name}. kvartal"
    if table.navn == KIND:
        return _ARTS.get(name, "Ikke skrevet")
    if table.navn == WEEKS:
        return _weeks_name(name)
    return {**HELD, OTHER: UNKNOWN}[name].capitalize()


def _weeks_name(span: str) -> str:
    first, _, last = span.partition("-")
    if span == OTHER:
        return "Kom aldrig i gang, eller ikke skrevet"
    if first == last:
        return f"Uge {first}"
    return f"Uge {first} til {last}" if last else f"Uge {first} eller mere"


def _years(years: Sequence[Year]) -> Iterator[Blok]:
    if all(year.is_empty for year in years):
        yield Tekst(NOTHING, "fremhaevet")
        return
    for year in years:
        yield from _year(year)


def _year(year: Year) -> Iterator[Blok]:
    yield Overskrift(str(year.aar))
    if year.is_empty:
        yield Tekst(NOTHING)
        return
    for table in year.tabeller:
        if any(cell is not None for row in table.celler for cell in row):
            yield _table(table, year)
        else:
            yield Tekst(f"{TITLES[table.navn]}: {NOTHING[:1].lower()}{NOTHING[1:]}", "daempet")
    if year.udeladt:
        left_out = listed([TITLES[name].lower() for name in year.udeladt])
        yield Tekst(f"Uden tal efter {left_out}: De kunne vise et lille tal i en anden tabel.", "daempet")


def _table(table: Division, year: Year) -> Tabel:
    columns = (Kolonne(TITLES[table.navn], bredde=4), *(Kolonne(HEADS[name], "tal", 3) for name in OUTCOMES))
    rows = [
        (row_name(table, name), *(FEW if cell is None else str(cell) for cell in cells))
        for name, cells in zip(table.raekker, table.celler, strict=True)
    ]
    if year.i_alt is not None:
        rows.append(("I alt", *map(str, year.i_alt)))
    return Tabel(f"{TITLES[table.navn]} {year.aar}", columns, tuple(rows))
