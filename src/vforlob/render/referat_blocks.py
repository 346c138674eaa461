"""A Referat as the blocks of a Dokument: the order and the headings that its texts have. Knows no format."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from vforlob.model.dokument import Blok, Dokument, Led, Liste, Overskrift, Tekst
from vforlob.model.referat import Afsnit, Linje, Raekke, Referat

SUCCEEDED = "Det er lykkedes"
SOBER = frozenset({"sagsbehandler", "journal"})


def as_dokument(referat: Referat) -> Dokument:
    is_note = referat.modtager in SOBER
    blocks = _note(referat) if is_note else _letter(referat)
    return Dokument(
        art="referat",
        titel=referat.titel,
        modtager=referat.modtager,
        blokke=tuple(blocks),
        dato=referat.dato,
        hilsen="" if is_note or not referat.konsulent else "Venlig hilsen",
        konsulent=referat.konsulent,
        telefon="",
    )


def _letter(referat: Referat) -> Iterator[Blok]:
    yield from _paragraphs(referat.rettelse, referat.indledning)
    yield from _titled(SUCCEEDED, referat.lykkedes)
    for section in referat.afsnit:
        yield from section_blocks(section)
    if referat.naeste:
        yield Overskrift("Næste gang")
        yield Tekst(referat.naeste)
    yield from _paragraphs(referat.afslutning)


def _note(referat: Referat) -> Iterator[Blok]:
    yield from _paragraphs(_who_was_there(referat), referat.rettelse)
    yield from _titled(SUCCEEDED, referat.lykkedes)
    for section in referat.afsnit:
        yield from section_blocks(section)
    if referat.naeste:
        yield Overskrift("Næste kontakt")
        yield Tekst(referat.naeste)
    yield from _titled("Ikke drøftet", referat.ikke_droftet)
    yield from _titled("Ikke spurgt", referat.ikke_spurgt)
    if referat.kraever_samtale or referat.anmaerkning or referat.modtager == "sagsbehandler":
        said = f"Kræver en samtale: {referat.kraever_samtale or 'ikke besvaret'}."
        yield Tekst(" ".join(filter(None, (said, referat.anmaerkning))), "fremhaevet")
    yield from _paragraphs(referat.afslutning)


def _who_was_there(referat: Referat) -> str:
    facts = (
        ("Form", referat.form),
        ("Deltagere", ", ".join(referat.deltagere)),
        ("Hørt alene", " og ".join(referat.alene)),
        ("Virksomhed", referat.virksomhed),
        ("Borger", referat.alias if referat.modtager == "sagsbehandler" else ""),
    )
    return " ".join(f"{name}: {value}." for name, value in facts if value)


def section_blocks(section: Afsnit) -> Iterator[Blok]:
    """Rows in groups come after the lines, other rows before them."""
    yield Overskrift(section.overskrift)
    in_groups = bool(section.raekker and section.raekker[0].gruppe)
    if in_groups:
        yield from _lines(section.linjer)
    for group, rows in groupby(section.raekker, key=lambda row: row.gruppe):
        if group:
            yield Tekst(f"{group}:")
        yield Liste(tuple(_row(row) for row in rows))
    if not in_groups:
        yield from _lines(section.linjer)


def _lines(lines: tuple[Linje, ...]) -> Iterator[Blok]:
    if len(lines) == 1 and not lines[0].navn:
        yield Tekst(lines[0].tekst)
    elif lines:
        yield Liste(tuple(_line(line) for line in lines))


def _line(line: Linje) -> Led:
    return Led(line.tekst, line.navn)


def _row(row: Raekke) -> Led:
    return Led(row.tekst, hale=row.hale, under=tuple(_line(line) for line in row.linjer))


def _titled(heading: str, texts: Iterable[str]) -> Iterator[Blok]:
    items = tuple(Led(text) for text in texts)
    if items:
        yield Overskrift(heading)
        yield Liste(items)


def _paragraphs(*texts: str) -> Iterator[Blok]:
    yield from (Tekst(text) for text in texts if text)
