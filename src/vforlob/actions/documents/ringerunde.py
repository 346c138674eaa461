"""The round of calls as a page to tick off and write on, and as a list. Knows no storage and no format."""

from collections.abc import Iterator
from itertools import groupby

from vforlob.actions import ringerunde_words as words
from vforlob.actions.documents.blocks import bullets, fields, paragraph
from vforlob.actions.documents.finished import KONSULENT, finished
from vforlob.actions.documents.made import Made
from vforlob.actions.ringerunde import BorgerCall, Call, Round
from vforlob.model.dokument import Blok, Dokument, Mulighed, Overskrift, Sporgsmal
from vforlob.model.regneark import Celle, Fane, Regneark, Sojle
from vforlob.rules.danish import clock

OUTCOMES = (
    Mulighed("talt", "Talt sammen"),
    Mulighed("intet_svar", "Ingen svarede"),
    Mulighed("ring_igen", "Ringer igen"),
)
ROOM = 2  # lines to write on
COLUMNS = (
    *(Sojle("Nr.", "tal"), Sojle("Dag", "dato"), Sojle("Kl.", "kl"), Sojle("Hvem"), Sojle("Hvor")),
    *(Sojle("Kontakt"), Sojle("Telefon"), Sojle("Fast tid"), Sojle("Hvorfor"), Sojle("Sidst")),
)


def make_round_sheet(found: Round) -> Made:
    title = f"{words.TITLE} {words.week_text(found)}"
    dokument = Dokument(
        art="ringerunde",
        titel=title,
        modtager=KONSULENT,
        blokke=tuple(_blocks(found)),
        dato=found.today.isoformat(),
        sidehoved="Kun til dig",
    )
    return Made(finished(dokument, ""))


def _blocks(found: Round) -> Iterator[Blok]:
    yield from paragraph(words.OFFER)
    yield from paragraph(words.own_text(found), "fremhaevet")
    if not found.calls and not found.borgere:
        yield from paragraph(words.NOBODY)
    number = 0
    for day, calls in groupby(found.calls, key=words.day_text):
        yield Overskrift(day)
        for call in calls:
            number += 1
            yield from _call(call, number, found)
    if found.borgere:
        yield Overskrift(words.TO_BORGERE)
    for it in found.borgere:
        number += 1
        yield from _borger(it, number, found)


def _call(call: Call, number: int, found: Round) -> Iterator[Blok]:
    when = f", {clock(call.kl)}" if call.kl else ""
    yield Overskrift(f"{number}. {words.call_name(call)}{when}", 3)
    yield from fields(
        (
            ("Ring til", words.people_text(call)),
            ("Fast tid", call.fixed),
            ("Sidst", " ".join(words.topics(call, found.today))),
        )
    )
    yield from bullets(words.why_texts(call, found.today))
    if not call.closed:
        yield _outcome(number)


def _borger(it: BorgerCall, number: int, found: Round) -> Iterator[Blok]:
    yield Overskrift(f"{number}. {words.borger_name(it)}", 3)
    yield from fields((("Telefon", words.borger_phone(it)), ("Hvorfor", words.borger_why(it, found.today))))
    if not it.away:
        yield _outcome(number)


def _outcome(number: int) -> Sporgsmal:
    return Sporgsmal(str(number), "Notat", 2, muligheder=OUTCOMES, linjer=ROOM, felt=f"opkald.{number}")


def round_list(found: Round) -> Regneark:
    """One row a call, the borgere last."""
    rows = [*(_row(call, found) for call in found.calls), *(_borger_row(it, found) for it in found.borgere)]
    numbered = tuple((number, *row) for number, row in enumerate(rows, 1))
    return Regneark(f"{words.TITLE} uge {found.week.number}", (Fane(words.TITLE, COLUMNS, numbered),))


def _row(call: Call, found: Round) -> tuple[Celle, ...]:
    return (
        call.day.isoformat() if call.day and not call.closed else None,
        call.kl,
        "virksomhed",
        words.call_name(call),
        "; ".join(filter(None, (f"{it.navn} ({it.rolle})" if it.rolle else it.navn for it in call.people))),
        "; ".join(it.telefon for it in call.people if it.telefon) or words.NO_NUMBER,
        call.fixed,
        " ".join(words.why_texts(call, found.today)) + (f" {words.CLOSED}." if call.closed else ""),
        " ".join(words.topics(call, found.today)),
    )


def _borger_row(it: BorgerCall, found: Round) -> tuple[Celle, ...]:
    is_agreed = it.reason.kl is not None
    return (
        it.reason.dato if is_agreed else None,
        it.reason.kl,
        "borger",
        words.borger_name(it),
        "",
        words.borger_phone(it),
        "",
        words.borger_why(it, found.today),
        "",
    )
