"""The blocks of a whole case: a table or a list of records, a samtale, what happened on the way. Knows no gate."""

from collections.abc import Iterable, Iterator
from typing import Any

from vforlob.actions.documents import sag_words as words
from vforlob.actions.documents.blocks import items, table
from vforlob.actions.documents.sag_book import cell_words, who_was_there
from vforlob.actions.documents.sag_tables import Kind, fane, forlob_of
from vforlob.model.dokument import Blok, Kolonne, Led, Liste, Overskrift, Tekst
from vforlob.model.referat import Afsnit, Raekke
from vforlob.model.regneark import Fane, Sojle
from vforlob.model.sag import Holdt, Sag

# They stand at the top.
_DAYS = frozenset({"Første dag", "Sidste dag"})
Blocks = tuple[Blok, ...]

# Shares of the width: a date must not be broken, and a column of sentences wants most of it.
_SHARES = {"tal": 2, "dato": 3, "tekst": 3}
_SENTENCES = ("Hvad", "Notat", "Grund", "Det gør vi", "Opgave", "Tekst", "Opgaver", "Bemærkning", "Tilpasning")
_OF_NAME = {**dict.fromkeys(_SENTENCES, 8), "Forløb": 3}


def as_table(sag: Sag, kind: Kind, records: Iterable[Any] | None = None, title: str = "", most: int = 9) -> Blocks:
    """With more columns than `most` a page is too narrow, and each record is an item with its columns below it."""
    made = fane(sag, kind, records)
    if not made.raekker:
        return ()
    if len(made.sojler) > most:
        return (*((Overskrift(title, 3),) if title else ()), *_items(made))
    columns = [_column(sojle) for sojle in made.sojler]
    rows = [tuple(map(cell_words, made.sojler, row)) for row in made.raekker]
    return table(title or made.navn, columns, rows)


def _column(sojle: Sojle) -> Kolonne:
    share = _OF_NAME.get(sojle.navn) or _SHARES.get(sojle.art, _SHARES["tekst"])
    return Kolonne(sojle.navn, sojle.art, share)


def as_items(sag: Sag, kind: Kind) -> Blocks:
    """One after the other, what each is first, the rest by name below it: for records with much text in them."""
    return _items(fane(sag, kind))


def _items(made: Fane) -> Blocks:
    return items(_item(made.sojler, row) for row in made.raekker)


def _item(columns: tuple[Sojle, ...], row: tuple[Any, ...]) -> Led:
    filled = [(sojle.navn, cell_words(sojle, cell)) for sojle, cell in zip(columns, row, strict=True)]
    told = [one for one in filled if one[1]]
    if not told:
        return Led("")
    first, rest = told[0], told[1:]
    return Led(first[1], under=tuple(Led(text, name) for name, text in rest))


def events_table(sag: Sag) -> Blocks:
    """What the records do not say themselves any more, and when the forløb was made and closed."""
    told = [one for one in sag.haendelser if one.before or (one.art == "forlob" and one.tekst not in _DAYS)]
    rows = [(words.short_day(one.dato), one.tekst, forlob_of(sag, one)) for one in told]
    return table(
        "Det er sket undervejs", (Kolonne("Dato", "dato"), Kolonne("Tekst", bredde=6), Kolonne("Forløb")), rows
    )


def samtale_blocks(one: Holdt) -> Iterator[Blok]:
    """A heading, who was there, and each point as an item: a samtale takes half a page, not three."""
    told = one.referat
    yield Overskrift(told.titel, 3)
    there = who_was_there(told)
    opening = " ".join(filter(None, (f"{there}." if there else "", told.rettelse)))
    if opening:
        yield Tekst(opening, "daempet")
    led = [
        *([Led("", "Det er lykkedes", under=tuple(map(Led, told.lykkedes)))] if told.lykkedes else []),
        *map(_point, told.afsnit),
        *([Led(told.naeste, "Næste kontakt")] if told.naeste else []),
        *([Led(" · ".join(told.ikke_droftet), "Ikke drøftet")] if told.ikke_droftet else []),
        *([Led(" · ".join(told.ikke_spurgt), "Ikke spurgt")] if told.ikke_spurgt else []),
        *([Led(told.kraever_samtale, "Kræver en samtale")] if told.kraever_samtale else []),
        *([Led(told.anmaerkning, "Anmærkning")] if told.anmaerkning else []),
    ]
    if led:
        yield Liste(tuple(led))


def _point(section: Afsnit) -> Led:
    """One answer stands beside the name of its point, several below it; rows in groups come after the lines."""
    lines = [Led(linje.tekst, linje.navn) for linje in section.linjer]
    rows = [_row(raekke) for raekke in section.raekker]
    grouped = bool(section.raekker and section.raekker[0].gruppe)
    under = [*lines, *rows] if grouped else [*rows, *lines]
    if len(under) == 1 and not under[0].navn and not under[0].under:
        return Led(under[0].tekst, section.overskrift, under[0].hale)
    return Led("", section.overskrift, under=tuple(under))


def _row(raekke: Raekke) -> Led:
    text = f"{raekke.gruppe}: {raekke.tekst}" if raekke.gruppe else raekke.tekst
    return Led(text, hale=raekke.hale, under=tuple(Led(linje.tekst, linje.navn) for linje in raekke.linjer))
