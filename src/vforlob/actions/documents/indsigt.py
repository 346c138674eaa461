"""Everything that is kept about one borger as a document she can read. Knows no format and gives it to nobody."""

from collections.abc import Mapping
from datetime import date, tzinfo
from typing import NamedTuple

from vforlob.actions.documents.blocks import bullets, fields, items, paragraph, section
from vforlob.actions.documents.finished import finished
from vforlob.actions.documents.indsigt_answers import agenda_titles, samtale_blocks, samtale_name
from vforlob.actions.documents.indsigt_history import history_blocks, look_blocks
from vforlob.actions.documents.indsigt_records import (
    COUNTED,
    passed_on_blocks,
    person_blocks,
    place_blocks,
    record_blocks,
)
from vforlob.actions.documents.indsigt_words import DEADLINES, FOOTER, LOOK_THROUGH, OWN_TABLES, SOME_DAYS, Reader
from vforlob.actions.documents.lines import capital
from vforlob.actions.record_words import record_word
from vforlob.model.dokument import Blok, Dokument, Led
from vforlob.rules.danish import counted, plain_date
from vforlob.store.indsigt import Collected

ART, READER = "indsigt", "borger"
_MARKED = LOOK_THROUGH.partition("{}")[0]
_ABOUT = (
    "Her er alt, hvad konsulenten har skrevet om dig i vforlob. Det er et arbejdsredskab på konsulentens computer. "
    "Din sag ligger i kommunens egne systemer, og dem skal du spørge kommunen om."
)
_OTHERS = (
    "Noget er mærket »[andre: ...]«. Det er sagt af andre end dig eller handler også om andre. Det bliver set igennem, "
    "før du får det, og noget kan være taget ud."
)
_SOURCES = (
    "Oplysningerne bruges til at finde og følge et forløb for dig. De kommer fra dig selv, fra virksomheden, fra din "
    "sagsbehandler og fra konsulenten. Hvem der har fået noget, står under »Filer, der er lavet« og »Samtaler, der er "
    "givet videre«, når der er nogen."
)
_RIGHTS = (
    "Er der noget forkert, kan du bede om at få det rettet.",
    "Du kan bede om at få noget slettet. Kommunen kan have pligt til at beholde det.",
    "Er du ikke enig i det, du har fået, kan du tale med kommunens databeskyttelsesrådgiver.",
    "Du kan klage til Datatilsynet: datatilsynet.dk.",
)


class Insight(NamedTuple):
    """`marks` counts what somebody must look through before it is given."""

    dokument: Dokument
    marks: int


def make_indsigt(found: Collected, today: date, zone: tzinfo | None, days: Mapping[str, int] | None = None) -> Insight:
    """`days` are the deadlines by their names in the data sheet."""
    reader = _reader(found, zone)
    blocks = (
        *paragraph(_ABOUT),
        *paragraph(_OTHERS, "fremhaevet"),
        *_contents(found),
        *person_blocks(found, reader),
        *record_blocks(found, reader),
        *samtale_blocks(found, reader),
        *place_blocks(found, reader),
        *history_blocks(found, reader),
        *passed_on_blocks(found, reader),
        *look_blocks(found, reader),
        *_purposes(found, days or {}),
        *section("Det kan du gøre", bullets(_RIGHTS)),
        *paragraph(FOOTER, "daempet"),
    )
    dokument = Dokument(
        art=ART,
        titel="Indsigt i dine oplysninger",
        modtager=READER,
        blokke=blocks,
        undertitel=f"Alt, hvad der stod den {plain_date(today)}",
        dato=today.isoformat(),
        sidehoved="Fortroligt",
    )
    # Her alias is one of her own data, and so it is left in.
    done = finished(dokument, "")
    return Insight(done, _marks(done.blokke) - _marks(_OTHERS))  # one says what the marks are


def _reader(found: Collected, zone: tzinfo | None) -> Reader:
    places = {one.nr: one.navn for one in found.places["virksomhed"]}
    return Reader(
        zone=zone,
        samtaler={one.nr: samtale_name(found.agendas.get(one.nr), one) for one in found.records.get("samtale", ())},
        forlobene={
            one.nr: f"Forløb f{one.nr} hos {places.get(one.virksomhed, '')}" for one in found.records.get("forlob", ())
        },
        virksomheder=places,
        agendas=agenda_titles(found.agendas.values()),
    )


def _contents(found: Collected) -> tuple[Blok, ...]:
    """How much there is, so that she can see whether a page is missing."""
    titles = {emne: COUNTED.get(emne) or capital(record_word(emne)) for emne in found.records if emne != "borger"}
    counts = [(title, str(len(found.records[emne]))) for emne, title in titles.items()]
    answers = [("Svar i samtaler", str(len(found.answers)))] if found.answers else []
    changes = [("Ændringer, der er husket", str(len(found.written)))]
    looks = [("Gange, der er set på det", str(len(found.looks)))]
    index = [("Tekster, der også står i et register til søgning", str(found.texts))] if found.texts else []
    return section("Så meget står der", fields([*counts, *answers, *changes, *looks, *index]))


def _purposes(found: Collected, days: Mapping[str, int]) -> tuple[Blok, ...]:
    """By the data sheet: what each kind is for, and when it is deleted."""
    kinds = [*found.records, *(("svar_nu",) if found.answers else ()), "haendelse", "opslag"]
    columns = [column for emne in kinds for column in found.sheet.columns.get(emne, ()) if column.in_access]
    used = {column.deadline for column in columns}
    about = [
        Led(found.sheet.about[emne], COUNTED.get(emne) or OWN_TABLES.get(emne) or capital(record_word(emne)))
        for emne in kinds
        if emne in found.sheet.about
    ]
    return (
        *section("Hvad det bruges til", paragraph(_SOURCES), items(about)),
        *section(
            "Hvor længe det gemmes",
            bullets(
                [*(text.format(_days(days, one)) for one, text in DEADLINES.items() if one in used)]
                + [found.sheet.deadlines[one] for one in sorted(used - DEADLINES.keys())]
            ),
        ),
    )


def _days(days: Mapping[str, int], deadline: str) -> str:
    return counted(days[deadline], "dag", "dage") if deadline in days else SOME_DAYS


def _marks(value: object) -> int:
    if isinstance(value, str):
        return value.count(_MARKED)
    if isinstance(value, tuple):
        return sum(map(_marks, value))
    return 0


def what_it_holds(found: Collected) -> str:
    """3 samtaler, 41 svar og 12 andre oplysninger"""
    samtaler = len(found.records.get("samtale", ()))
    rest = sum(len(records) for emne, records in found.records.items() if emne != "samtale")
    return (
        f"{counted(samtaler, 'samtale', 'samtaler')}, {len(found.answers)} svar"
        f" og {counted(rest, 'anden oplysning', 'andre oplysninger')}"
    )
