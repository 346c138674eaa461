"""The record of processing activities, made from the data sheet and the deadlines of this folder. Knows no store."""

from collections.abc import Iterable, Sequence
from datetime import date

from vforlob.actions.documents.blocks import bullets, fields, items, section
from vforlob.actions.documents.dpo import copies_said, encryption_said, names_said
from vforlob.actions.documents.finished import KONSULENT, finished
from vforlob.actions.fortegnelse import DAYS_OF, NEVER, Behandling
from vforlob.actions.fortegnelse_words import (
    BLANK,
    GIVEN,
    INSIDE,
    LEGAL,
    MEASURES,
    NEVER_OUT,
    NO_PROCESSOR,
    NO_TRANSFER,
    NOT_THE_JOURNAL,
    PEOPLE,
    PURPOSES,
    WHO,
)
from vforlob.model.agenda import RECIPIENTS
from vforlob.model.dokument import Blok, Dokument, Kolonne, Led, Sideskift, Tabel, Tekst
from vforlob.rules.danish import counted, plain_date
from vforlob.store.datasheet import Column, Sheet

ART = "fortegnelse"
TITLE = "Fortegnelse over behandlingen i vforlob"
KINDS = {"almindelig": "almindelig", "foelsom": "følsom", "teknisk": "teknisk"}
NAMED = {
    "fritekst": "Fri tekst",
    "i_brug": "Aftaler og delmål",
    "sag": "Sagen",
    "kladde": "Kladder",
    "log": "Log",
    "virksomhed": "Virksomheder",
    NEVER: "Uden frist",
}
# Whom a table is about, by the deadline of anything in it; the first that fits.
ABOUT = {
    "sag": "Om borgere",
    "fritekst": "Om borgere",
    "kladde": "Om borgere",
    "virksomhed": "Om virksomheder og deres kontaktpersoner",
    "log": "Om opslag",
    NEVER: "Om ingen borger: tal, indstillinger og programmets egen kontrol",
}


def fortegnelse_document(sheet: Sheet, behandling: Behandling, today: date, *, with_columns: bool) -> Dokument:
    made = Dokument(
        art=ART,
        titel=TITLE,
        modtager=KONSULENT,
        undertitel=f"Databeskyttelsesforordningen artikel 30, {plain_date(today)}",
        dato=today.isoformat(),
        blokke=(
            *_general(behandling),
            *section("Oplysningerne", _tables(sheet)),
            *section("Hvem der kan få dem", _recipients()),
            *section("Hvor længe", _deadlines(sheet, behandling)),
            *section("Sikkerhed", items(Led(text, name) for name, text in _measures(behandling))),
            *(_annex(sheet) if with_columns else ()),
            Tekst(LEGAL, "daempet"),
        ),
    )
    return finished(made, "")


def _general(behandling: Behandling) -> tuple[Blok, ...]:
    return (
        Tekst(NOT_THE_JOURNAL, "fremhaevet"),
        *fields(
            (
                ("Dataansvarlig", BLANK),
                ("DPO", BLANK),
                ("Hjemmel", BLANK),
                ("Databehandler", NO_PROCESSOR),
                ("Overførsel", NO_TRANSFER),
            )
        ),
        *section("Formålene", bullets(PURPOSES)),
        *section(
            "Hvem oplysningerne er om",
            items(Led(text, name) for name, text in PEOPLE),
            (Tekst(names_said(behandling)),),
        ),
    )


def _tables(sheet: Sheet) -> tuple[Blok, ...]:
    """One line a table, by whom it is about: what it is, how many sensitive fields, by which deadline it goes."""
    groups: dict[str, list[Led]] = {title: [] for title in ABOUT.values()}
    for name, own in sheet.columns.items():
        groups[_about(own)].append(Led(sheet.about[name].removesuffix("."), hale=_said_of(own)))
    return tuple(block for title, led in groups.items() for block in section(title, items(led), level=3))


def _about(columns: Iterable[Column]) -> str:
    used = {column.deadline for column in columns}
    return next(title for name, title in ABOUT.items() if name in used)


def _said_of(columns: Sequence[Column]) -> str:
    sensitive = sum(column.kind == "foelsom" for column in columns)
    used = {column.deadline for column in columns}
    names = [NAMED[name].lower() for name in NAMED if name in used and (name != NEVER or len(used) == 1)]
    deadline = names[0] if names == [NAMED[NEVER].lower()] else f"frist: {'; '.join(names)}"
    return f"{counted(sensitive, 'følsomt felt', 'følsomme felter')}, {deadline}" if sensitive else deadline


def _recipients() -> tuple[Blok, ...]:
    given = [Led(GIVEN[name], WHO[name]) for name in RECIPIENTS]
    return (*items([*given, *(Led(text, name) for name, text in INSIDE)]), Tekst(NEVER_OUT))


def _deadlines(sheet: Sheet, behandling: Behandling) -> tuple[Blok, ...]:
    whose = "gælder i denne mappe" if behandling.is_set_up else "er dem, programmet begynder med"
    rows = tuple((NAMED[name], days_of(name, behandling), text) for name, text in sheet.deadlines.items())
    columns = (Kolonne("Hvad", bredde=2), Kolonne("Frist", bredde=1), Kolonne("Det betyder", bredde=5))
    return (
        Tabel("Slettefrister", columns, rows),
        Tekst(
            f"Fristerne {whose}; kommunens egne sættes med »vforlob slettefrister ret«. Intet slettes uden et ja, "
            "og intet af en borger, der har slettestop."
        ),
        Tekst(f"Kopier: {copies_said(behandling)}"),
    )


def _measures(behandling: Behandling) -> tuple[tuple[str, str], ...]:
    lock = f"Menuen låser efter {counted(behandling.laas, 'minut', 'minutter')} uden tryk, og når computeren har sovet."
    return (("Nøgle", encryption_said(behandling)), ("Lås", lock), *MEASURES)


def days_of(name: str, behandling: Behandling) -> str:
    if name == NEVER:
        return "ingen"
    return counted(behandling.frister[DAYS_OF[name]], "dag", "dage")


def _annex(sheet: Sheet) -> tuple[Blok, ...]:
    columns = (
        *(Kolonne("Felt", bredde=3), Kolonne("Slags", bredde=2), Kolonne("Formål", bredde=6)),
        *(Kolonne("Frist", bredde=2), Kolonne("Indsigt", bredde=1), Kolonne("Teamet", bredde=1)),
    )
    blocks: list[Blok] = []
    for name, own in sheet.columns.items():
        rows = tuple(
            (it.name, KINDS[it.kind], it.purpose, NAMED[it.deadline].lower(), _said(it.in_access), _said(it.in_export))
            for it in own
        )
        blocks += section(name, (Tabel(sheet.about[name], columns, rows),), level=3)
    return (Sideskift(), *section("Bilag: hvert felt i databasen", tuple(blocks)))


def _said(answer: bool) -> str:
    return "ja" if answer else "nej"
