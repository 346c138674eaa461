"""What there is to talk anew about with a virksomhed: the facts with their dates, and what to ask. Judges nobody."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from vforlob.actions.genforhandl import Renegotiations
from vforlob.actions.timeline_words import OUTCOMES
from vforlob.cli.layout import for_you, labelled, one_line, wrap
from vforlob.cli.page_parts import item, next_steps
from vforlob.model.forlob import Forlob
from vforlob.rules.danish import counted, listed, short_date
from vforlob.rules.virksomhed_paid import REFUSED, Negotiation

DEFINITION = (
    "Virksomheder med mindst 2 praktikker, der er begyndt, og ingen timer med løn: ingen lønnet ansættelse, ingen"
    " ordinære timer og intet ja til dem. Kilde: »genforhandling eller ophør af tidligere aftaler« (Særligt"
    " tilrettelagt virksomhedsforløb, hovedrapport, kap. 4.7)."
)
NONE = "Ingen virksomheder har haft 2 praktikker eller flere uden timer med løn."
FIRST_TIME = "Er der opgaver, I ville betale løn for på sigt?"
AFTER_A_NO = (
    "Hvad skal der til, for at nogle af timerne kan være med løn? Er svaret stadig nej: hvad er praktikken så til?"
)
ON_THE_WAY = "Hvor langt er I med timer med løn, og hvornår ved I mere?"


def renegotiation_lines(whole: Renegotiations, today: date, width: int, behind: str) -> Iterator[str]:
    yield from for_you(f"Genforhandl · {counted(len(whole.found), 'virksomhed', 'virksomheder')}", width)
    yield ""
    if not whole.found:
        yield from (f" {line}" for line in wrap(NONE, width - 2))
    for one in whole.found:
        yield from _place(one, whole, today, width)
        yield ""
    yield from (f" {line}" for line in wrap(DEFINITION, width - 2))
    shown = [f"virksomhed vis v{it.virksomhed}" for it in whole.found[:1]]
    yield from next_steps([*shown, "virksomhed liste"], width, behind)


def renegotiation_json(whole: Renegotiations) -> dict[str, Any]:
    return {"definition": DEFINITION, "raekker": [_row(one, whole) for one in whole.found]}


def question_of(one: Negotiation) -> str:
    """What to ask next, from what was said last."""
    if one.said is None:
        return FIRST_TIME
    return AFTER_A_NO if one.said.trin == REFUSED else ON_THE_WAY


def _place(one: Negotiation, whole: Renegotiations, today: date, width: int) -> Iterator[str]:
    virksomhed = whole.virksomheder[one.virksomhed]
    yield from (f" {line}" for line in wrap(f"v{virksomhed.nr}  {one_line(virksomhed.navn)}", width - 2))
    yield from labelled("Praktikker", f"{len(one.praktikker)}. Timer med løn: 0.", width)
    for forlob in one.praktikker:
        yield from item(f"f{forlob.nr}", _praktik(forlob, whole, today), width)
    yield from labelled("Sagt om løn", _said(one, today), width)
    yield from labelled("Spørg", question_of(one), width)
    yield from labelled("Hvornår", _when(one), width)


def _praktik(forlob: Forlob, whole: Renegotiations, today: date) -> str:
    end = forlob.lukket if forlob.status == "lukket" else forlob.slut
    days = " - ".join(short_date(day, today) if day else "?" for day in (forlob.start, end))
    outcome = f": {OUTCOMES.get(forlob.udfald, forlob.udfald)}" if forlob.udfald else ""
    return f"{one_line(whole.aliases[forlob.borger])}, {days}{outcome}"


def _said(one: Negotiation, today: date) -> str:
    if one.said is None:
        return "Det er ikke skrevet, at I har talt om det."
    refused = ""
    if one.refused:
        days = listed([f"f{nr} {short_date(day, today)}" for day, nr in one.refused])
        refused = f"Har sagt nej {counted(len(one.refused), 'gang', 'gange')} ({days}). "
    return f"{refused}Sidst talt om det {short_date(one.said.dato, today)} (f{one.said.forlob})."


def _when(one: Negotiation) -> str:
    if one.running:
        numbers = listed([f"f{nr}" for nr in one.running])
        return f"{numbers} er i gang der nu: tag det op ved den næste opfølgning."
    return "Ingen er i praktik der nu: tag det op, før du aftaler den næste."


def _row(one: Negotiation, whole: Renegotiations) -> dict[str, Any]:
    virksomhed = whole.virksomheder[one.virksomhed]
    return {
        "id": virksomhed.nr,
        "navn": virksomhed.navn,
        "praktikker": [
            {"forlob": it.nr, "start": it.start, "slut": it.slut, "lukket": it.lukket, "udfald": it.udfald}
            for it in one.praktikker
        ],
        "i_gang": list(one.running),
        "nej_til_lontimer": [{"forlob": nr, "dato": day} for day, nr in one.refused],
        "sidst_talt_om": {"dato": one.said.dato, "trin": one.said.trin, "forlob": one.said.forlob}
        if one.said
        else None,
        "sporg": question_of(one),
    }
