"""A whole case as one document: who and where, how it stands, what was agreed, what was said. Knows no format."""

from collections.abc import Iterator

from vforlob.actions.documents import sag_words as words
from vforlob.actions.documents.blocks import bullets, fields, paragraph, section
from vforlob.actions.documents.finished import finished
from vforlob.actions.documents.sag_blocks import as_items, as_table, events_table, samtale_blocks
from vforlob.actions.documents.sag_facts import facts, name_of
from vforlob.actions.documents.sag_figures import figures
from vforlob.actions.documents.sag_tables import (
    AFTALER,
    DELMAL,
    FRAVAER,
    FREMMODE,
    HENSYN,
    KONTAKTER,
    KOORDINERING,
    LON,
    ONSKER,
    OPGAVER,
    TAET,
    TIMER,
    UDSAT,
    Kind,
    forlob_of,
)
from vforlob.model.dokument import Blok, Dokument, Overskrift
from vforlob.model.sag import Sag
from vforlob.rules.danish import counted, plain_date
from vforlob.rules.gate_tables import BORGER, CASE_ONLY, MENTOR, VIRKSOMHED
from vforlob.rules.progress import successes
from vforlob.rules.voices import VOICES

Blocks = tuple[Blok, ...]

# What stands over a table where the heading above it has already said the kind.
_TITLES = {
    TIMER.name: "Aftalte timer om ugen",
    LON.name: "Vejen til timer med løn",
    OPGAVER.name: "Hvor langt hver opgave er",
    FREMMODE.name: "Fremmøde, talt op",
    FRAVAER.name: "Dage med fravær",
    KONTAKTER.name: "Hvornår, hvordan og med hvem",
    ONSKER.name: "I den rækkefølge, de er sagt",
    KOORDINERING.name: "Andre indsatser",
    TAET.name: "Besluttet, og hvorfor",
    UDSAT.name: "Hvad og hvorfor",
}
_OPENINGS = {
    BORGER: "Her er det fra dit forløb, som er til dig, samlet ét sted. Du har ret til at se resten af det, der står i "
    "din sag. Spørg mig eller din sagsbehandler.",
    VIRKSOMHED: "Her er det fra forløbet, som er til jer, samlet ét sted.",
    MENTOR: "Her er det fra forløbet, som er til dig som mentor, samlet ét sted.",
}


def sag_document(sag: Sag) -> Dokument:
    """The texts of `sag` are clean and without the alias where it must not stand."""
    is_case = sag.modtager in CASE_ONLY
    made = Dokument(
        art="sag",
        titel=_title(sag),
        modtager=sag.modtager,
        blokke=tuple(_blocks(sag)),
        undertitel=_period(sag),
        dato=sag.dato,
        sidehoved=name_of(sag) if is_case else "",
        hilsen="" if is_case or not sag.konsulent else "Venlig hilsen",
        konsulent=sag.konsulent,
        telefon=sag.telefon,
    )
    return finished(made, "")


def _title(sag: Sag) -> str:
    if sag.modtager in CASE_ONLY:
        return f"{'Sagen' if sag.is_whole else 'Notater om'} {name_of(sag)}"
    where = [it.navn for one in sag.forlobene[:1] if (it := sag.virksomheder.get(one.virksomhed))]
    at = f" hos {where[0]}" if where and len(sag.forlobene) == 1 else ""
    if sag.modtager == BORGER:
        return "Dine forløb" if len(sag.forlobene) > 1 else f"Dit forløb{at}"
    return f"Forløbet{at}"


def _period(sag: Sag) -> str:
    if sag.is_whole:
        return f"Samlet den {plain_date(sag.dato)}"
    told = words.period(sag.fra, sag.indtil)
    return f"{told[:1].upper()}{told[1:]}, samlet den {plain_date(sag.dato)}"


def _blocks(sag: Sag) -> Iterator[Blok]:
    yield from paragraph(_OPENINGS.get(sag.modtager, ""))
    yield from _calls_for(sag)
    yield from _who(sag)
    if sag.is_whole:
        yield from section("Det er lykkedes", _succeeded(sag))
        yield from section("Næste kontakt", _next(sag))
    drawn = figures(sag)
    yield from section(
        "Timer",
        drawn.hours,
        _table(sag, TIMER),
        _table(sag, LON),
    )
    yield from section("Delmål", as_items(sag, DELMAL))
    yield from _aftaler(sag)
    yield from section("Hensyn", as_items(sag, HENSYN))
    yield from section("Opgaver", _table(sag, OPGAVER))
    yield from section(
        "Fremmøde",
        drawn.attendance,
        _table(sag, FREMMODE),
        _table(sag, FRAVAER),
    )
    yield from section("Kontakter mellem samtalerne", _table(sag, KONTAKTER))
    yield from section("Ønsker", _table(sag, ONSKER))
    yield from section("Skal passe sammen", _table(sag, KOORDINERING))
    yield from section("Samtaler", drawn.scores, _drafts(sag), _samtaler(sag))
    yield from section("Tæt opfølgning", _table(sag, TAET))
    yield from section("Udsat i dagens liste", _table(sag, UDSAT))
    yield from section("Undervejs", events_table(sag))
    yield from section("Udfald og læring", _outcome(sag))


def _table(sag: Sag, kind: Kind) -> Blocks:
    return as_table(sag, kind, title=_TITLES[kind.name])


def _calls_for(sag: Sag) -> Blocks:
    """The newest remark to the sagsbehandler: what calls for a talk stands where it is seen."""
    if sag.modtager not in CASE_ONLY or not sag.is_whole:
        return ()
    newest = next((one.referat for one in reversed(sag.samtaler) if one.referat.kraever_samtale), None)
    if newest is None:
        return ()
    call = f"Ring til mig: {sag.telefon}." if newest.kraever_samtale == "ja" and sag.telefon else ""
    said = f"Kræver en samtale: {newest.kraever_samtale} ({plain_date(newest.dato)})."
    return paragraph(" ".join(filter(None, (said, newest.anmaerkning, call))), "fremhaevet")


def _who(sag: Sag) -> Iterator[Blok]:
    for place, one in enumerate(facts(sag)):
        if one.title:
            yield Overskrift(one.title, 3)
        elif place == 0:
            yield Overskrift("Hvem og hvor")
        yield from fields(one.pairs)


def _succeeded(sag: Sag) -> Blocks:
    """What is done without help, and the delmål that are reached."""
    tasks = [one.text for one in successes(sag.case) if one.what == "opgave"]
    reached = [one.specifikt or "" for one in sag.case.delmal if one.status == "naet"]
    voice = VOICES[sag.modtager]
    alone, done = (voice.alone.format(text) for text in tasks), (voice.reached.format(text) for text in reached if text)
    return bullets([*alone, *done])


def _next(sag: Sag) -> Blocks:
    """What was agreed last, as long as it lies ahead of the last contact."""
    ahead = [one for one in sag.haendelser if one.art == "plan"]
    return paragraph("\n".join(f"{plain_date(one.dato)}: {one.tekst}" for one in ahead))


def _aftaler(sag: Sag) -> Iterator[Blok]:
    aftaler = sag.case.aftaler
    pending = as_table(sag, AFTALER, [one for one in aftaler if one.status == "aben"], "Åbne aftaler", most=6)
    settled = as_table(sag, AFTALER, [one for one in aftaler if one.status != "aben"], "Afsluttede aftaler", most=6)
    yield from section("Aftaler", pending, settled)


def _drafts(sag: Sag) -> Blocks:
    if not sag.kladder:
        return ()
    is_one = sag.kladder == 1
    return paragraph(
        f"{counted(sag.kladder, 'samtale', 'samtaler')} er ikke {'færdig' if is_one else 'færdige'} "
        f"og er ikke med her.",
        "daempet",
    )


def _samtaler(sag: Sag) -> Blocks:
    return tuple(block for one in sag.samtaler for block in samtale_blocks(one))


def _outcome(sag: Sag) -> Blocks:
    """How it ended, and what the next who meets the borger can learn of it: told in the samtale that closed it."""
    ended = [
        section_ for one in sag.samtaler for section_ in one.referat.afsnit if section_.id == "laering" and sag.is_whole
    ]
    outcomes = [
        ": ".join(filter(None, (forlob_of(sag, one), f"{one.tekst} ({plain_date(one.dato)})")))
        for one in sag.haendelser
        if one.art == "forlob" and one.tekst.startswith("Forløbet er lukket")
    ]
    learned = [words.line(linje) for found in ended for linje in found.linjer]
    return bullets([*outcomes, *learned])
