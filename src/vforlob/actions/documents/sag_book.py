"""A whole case as a workbook, one sheet a kind, and as one list of everything by day. Knows no file format."""

from collections.abc import Iterator

from vforlob.actions.documents import sag_words as words
from vforlob.actions.documents.sag_facts import facts, name_of
from vforlob.actions.documents.sag_tables import (
    AFTALER,
    DELMAL,
    FRAVAER,
    FREMMODE,
    HENSYN,
    KINDS,
    KONTAKTER,
    KOORDINERING,
    LON,
    ONSKER,
    OPGAVER,
    TAET,
    TIMER,
    UDSAT,
    Kind,
    fane,
    filled,
    forlob_of,
)
from vforlob.actions.record_words import record_word
from vforlob.model.referat import Referat
from vforlob.model.regneark import Celle, Fane, Regneark, Sojle
from vforlob.model.sag import Holdt, Sag, Sket
from vforlob.rules.danish import clock, long_date, number
from vforlob.rules.gate_tables import CASE_ONLY

_SHEETS = (
    AFTALER,
    DELMAL,
    TIMER,
    LON,
    OPGAVER,
    HENSYN,
    KONTAKTER,
    FRAVAER,
    FREMMODE,
    TAET,
    ONSKER,
    KOORDINERING,
    UDSAT,
)
# What the timeline says in full; of the others it says the main thing, and the rest gets a line of its own.
_TOLD = {"timer", "kontakt", "fravaer", "fremmode", "taet", "udsat"}
_DAY = {"aftale": "oprettet", "delmal": "oprettet", "hensyn": "oprettet", "opgave": "trin_siden", "lonkroner": "dato"}


def as_book(sag: Sag) -> Regneark:
    """Sheets that would be empty are left out."""
    sheets = [_case_sheet(sag), _events_sheet(sag), _answers_sheet(sag), *(fane(sag, kind) for kind in _SHEETS)]
    return Regneark(name_of(sag), tuple(sheet for sheet in sheets if sheet.raekker))


def as_list(sag: Sag) -> Regneark:
    """One sheet, one line a thing: dato, art, id, tekst. What has no day comes first."""
    lines = sorted([*_fact_lines(sag), *_event_lines(sag), *_detail_lines(sag), *_answer_lines(sag)], key=_by_day)
    columns = (Sojle("dato", "dato"), Sojle("art"), Sojle("id"), Sojle("tekst"))
    return Regneark(name_of(sag), (Fane("Sag", columns, tuple(lines)),))


def told_answers(referat: Referat) -> Iterator[tuple[str, str]]:
    """Everything in the text of a samtale, as heading and text."""
    yield from (("Rettelse", text) for text in (referat.rettelse,) if text)
    yield from (("Det er lykkedes", text) for text in referat.lykkedes)
    for section in referat.afsnit:
        yield from ((section.overskrift, words.line(one)) for one in section.linjer)
        yield from ((section.overskrift, words.row(one)) for one in section.raekker)
    yield from (("Næste kontakt", text) for text in (referat.naeste,) if text)
    yield from (("Ikke drøftet", text) for text in referat.ikke_droftet)
    yield from (("Ikke spurgt", text) for text in referat.ikke_spurgt)
    if referat.kraever_samtale:
        yield "Kræver en samtale", referat.kraever_samtale
    if referat.anmaerkning:
        yield "Anmærkning", referat.anmaerkning


def who_was_there(referat: Referat) -> str:
    """Besøg. Deltagere: borger, leder, undertegnede. Hørt alene: borgeren. The others know who sat beside them."""
    if referat.modtager not in CASE_ONLY:
        return ""
    parts = [
        referat.form[:1].upper() + referat.form[1:],
        f"Deltagere: {', '.join(referat.deltagere)}" if referat.deltagere else "",
        f"Hørt alene: {' og '.join(referat.alene)}" if referat.alene else "",
    ]
    return ". ".join(filter(None, parts))


def _case_sheet(sag: Sag) -> Fane:
    period = words.period(sag.fra, sag.indtil)
    rows: list[tuple[Celle, ...]] = [("Lavet", long_date(sag.dato))]
    rows += [("Periode", period)] if period else []
    for one in facts(sag):
        rows += [(one.title, "")] if one.title else []
        rows += [*one.pairs]
    return Fane("Sagen", (Sojle("Hvad"), Sojle("Indhold")), tuple(rows))


def _events_sheet(sag: Sag) -> Fane:
    columns = (Sojle("Dato", "dato"), Sojle("Art"), Sojle("Nr."), Sojle("Tekst"), Sojle("Forløb"))
    rows = [(*_event(sag, one), forlob_of(sag, one)) for one in sag.haendelser]
    return filled(Fane("Hændelser", columns, tuple(rows)))


def _event(sag: Sag, one: Sket) -> tuple[Celle, ...]:
    """Numbers of records say something to the konsulent alone."""
    return one.dato, record_word(one.art), str(one.id) if sag.modtager in CASE_ONLY else "", one.tekst


def _answers_sheet(sag: Sag) -> Fane:
    columns = (Sojle("Dato", "dato"), Sojle("Kl.", "kl"), Sojle("Samtale"), Sojle("Punkt"), Sojle("Svar"))
    rows = []
    for one in sag.samtaler:
        name = f"{one.referat.dagsorden} (s{one.nr})" if sag.modtager in CASE_ONLY else one.referat.dagsorden
        there = who_was_there(one.referat)
        told = [("Til stede", there)] if there else []
        rows += [(one.dato, one.referat.kl, name, *it) for it in [*told, *told_answers(one.referat)]]
    return filled(Fane("Samtaler", columns, tuple(rows)))


def _by_day(row: tuple[Celle, ...]) -> str:
    return str(row[0] or "")


def _fact_lines(sag: Sag) -> Iterator[tuple[Celle, ...]]:
    for one in facts(sag):
        title = f"{one.title}: " if one.title else ""
        yield from (("", "sagen", _number(sag), f"{title}{name}: {text}") for name, text in one.pairs)


def _number(sag: Sag) -> str:
    return sag.nr if sag.modtager in CASE_ONLY else ""


def _event_lines(sag: Sag) -> Iterator[tuple[Celle, ...]]:
    yield from (_event(sag, one) for one in sag.haendelser)


def _detail_lines(sag: Sag) -> Iterator[tuple[Celle, ...]]:
    for kind in KINDS:
        if kind.art not in _TOLD:
            for one in kind.records(sag):
                day = getattr(one, _DAY[kind.art], "") if kind.art in _DAY else ""
                nr = str(one.nr) if sag.modtager in CASE_ONLY else ""
                yield day or "", record_word(kind.art), nr, in_words(sag, kind, one)


def in_words(sag: Sag, kind: Kind, record: object) -> str:
    """A row of a table as one text: Delmål: møde kl. 9. Senest: 30. november 2026."""
    made = fane(sag, kind, (record,))
    parts = [
        f"{sojle.navn}: {cell_words(sojle, cell)}" for sojle, cell in zip(made.sojler, made.raekker[0], strict=True)
    ]
    return ". ".join(part.rstrip(".") for part in parts) + "."


def cell_words(sojle: Sojle, cell: Celle) -> str:
    if cell is None or cell == "":
        return ""
    if isinstance(cell, int | float):
        return number(cell)
    return words.short_day(cell) if sojle.art == "dato" else clock(cell) if sojle.art == "kl" else cell


def _answer_lines(sag: Sag) -> Iterator[tuple[Celle, ...]]:
    for one in sag.samtaler:
        there = who_was_there(one.referat)
        if there:
            yield one.dato, "svar", _samtale(sag, one), f"{one.referat.dagsorden}: {there}"
        for heading, text in told_answers(one.referat):
            yield one.dato, "svar", _samtale(sag, one), f"{one.referat.dagsorden}: {heading}: {text}"


def _samtale(sag: Sag, one: Holdt) -> str:
    return f"s{one.nr}" if sag.modtager in CASE_ONLY else ""
