"""Why a record stands behind a figure, in a sentence, and the command that goes on from there. Reads no storage."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from vforlob.model.linje import BorgerLinje, Linje
from vforlob.rules.danish import clock, counted, short_date
from vforlob.rules.overblik import names

AGREED = "aftalt"
# What the plan asks for, as the command that holds it; a follow-up nobody agreed on is a contact.
_HOLD = {"startmode": "startmøde", "midtvejs": "midtvejs", "afslutning": "afslutning", "eftervaern": "efterværn"}
_ASKED = {
    "startmode": "startmødet",
    "midtvejs": "midtvejssamtalen",
    "afslutning": "den afsluttende samtale",
    "eftervaern": "samtalen om efterværn",
}
_READY = {"klar": "Klar", "taet_pa": "Tæt på", "laengere_fra": "Længere fra"}
_SOONEST_FIRST = "9999"  # after every ISO date: what has no day comes last


class Reason(NamedTuple):
    """`kommando` is what follows "vforlob". `dato` is the day it is about, by which the list is sorted."""

    hvorfor: str
    kommando: str
    dato: str | None = None


def of_forlob(name: str, line: Linje, today: date) -> Reason:
    return _OF_FORLOB[name](line, today)


def of_borger(name: str, line: BorgerLinje, today: date) -> Reason:
    return _OF_BORGER[name](line, today)


def place(reason: Reason) -> str:
    return reason.dato or _SOONEST_FIRST


def ago(day: str, today: date) -> str:
    days = (today - date.fromisoformat(day)).days
    return {0: "i dag", 1: "i går"}.get(days, f"for {counted(days, 'dag', 'dage')} siden")


def _late(line: Linje, today: date) -> Reason:
    """When it should have been, and how long ago somebody was spoken with."""
    day = line.naeste or ""
    what = _ASKED.get(line.naeste_agenda or "", "kontakten")
    agreed = " efter aftale" if line.naeste_kilde == AGREED else ""
    why = f"{what[:1].upper()}{what[1:]} skulle{agreed} have været {_day(day, today)}, {ago(day, today)}. "
    return Reason(why + _last(line, today), _next_command(line), day)


def _week(line: Linje, today: date) -> Reason:
    if line.naeste is None or line.naeste < today.isoformat():
        return _late(line, today)
    what = _ASKED.get(line.naeste_agenda or "", "kontakten")
    how = "er aftalt til" if line.naeste_kilde == AGREED else "skal være senest"
    at = f" {clock(line.naeste_kl)}" if line.naeste_kl else ""
    why = f"{what[:1].upper()}{what[1:]} {how} {_day(line.naeste, today)}{at}. {_last(line, today)}"
    return Reason(why, _next_command(line), line.naeste)


def _next_command(line: Linje) -> str:
    if line.naeste_agenda in _HOLD:
        return f"{_HOLD[line.naeste_agenda]} f{line.forlob}"
    return f"{'opfølgning' if line.naeste_kilde == AGREED else 'kontakt'} f{line.forlob}"


def _last(line: Linje, today: date) -> str:
    if line.sidste is None:
        return "Der har ikke været kontakt endnu."
    return f"Sidste kontakt {_day(line.sidste, today)}."


def _closely(line: Linje, today: date) -> Reason:
    due = f"Næste kontakt {_day(line.naeste, today)}. " if line.naeste else "Der er ikke aftalt en næste kontakt. "
    return Reason(f"{due}{_last(line, today)}", f"tæt f{line.forlob}", line.naeste)


def _planned(line: Linje, today: date) -> Reason:
    begins = f"Begynder {_day(line.start, today)}." if line.start else "Der er ingen første dag endnu."
    return Reason(begins, f"forløb vis f{line.forlob}" if line.start else f"forløb ret f{line.forlob}", line.start)


def _running(line: Linje, today: date) -> Reason:
    start = line.start or today.isoformat()
    week = (today - date.fromisoformat(start)).days // 7 + 1
    ends = f", slutter {_day(line.slut, today)}" if line.slut else ""
    return Reason(f"Uge {week}{ends}. {_last(line, today)}", f"forløb vis f{line.forlob}", start)


def _ending(line: Linje, today: date) -> Reason:
    slut = line.slut or ""
    word = "Slutter" if slut >= today.isoformat() else "Sluttede"
    return Reason(f"{word} {_day(slut, today)}. {_last(line, today)}", f"afslutning f{line.forlob}", slut)


def _after_the_job(line: Linje, today: date) -> Reason:
    due = f"Næste kontakt {_day(line.naeste, today)}. " if line.naeste else ""
    until = f"Efterværn til og med {_day(line.eftervaern, today)}." if line.eftervaern else ""
    return Reason(f"{due}{until}", f"efterværn f{line.forlob}", line.naeste)


def _paid(line: Linje, _today: date) -> Reason:
    hours = f"{counted(line.ordinaer, 'ordinær time', 'ordinære timer')} om ugen."
    return Reason(hours, f"forløb vis f{line.forlob}", line.start)


_OF_FORLOB: Mapping[str, Callable[[Linje, date], Reason]] = {
    names.FORFALDNE: _late,
    names.UGE: _week,
    names.NAESTE_UGE: _week,
    names.TAET: _closely,
    names.PLANLAGT: _planned,
    names.BEGYNDELSEN: _running,
    names.SENERE: _running,
    names.SLUTTER: _ending,
    names.EFTERVAERN: _after_the_job,
    names.LONTIMER: _paid,
}


def _waits(line: BorgerLinje, today: date) -> Reason:
    """What is planned already is said; the first contact is still to come."""
    day = line.henvist or ""
    planned = f" Næste skridt {_step(line.naeste_skridt, today)}." if line.naeste_skridt else ""
    why = f"Henvist {_day(day, today)}, {ago(day, today)}. Der har ikke været kontakt endnu.{planned}"
    return Reason(why, f"formøde b{line.borger}", day)


def _between(line: BorgerLinje, today: date) -> Reason:
    step = f"Næste skridt {_step(line.naeste_skridt, today)}." if line.naeste_skridt else "Intet næste skridt."
    if line.sidst_lukket is None:
        since = line.henvist or line.oprettet
        known = f"Har ikke haft et forløb endnu{f', på listen siden {_day(since, today)}' if since else ''}. "
        return Reason(known + step, _go_on(line), since)
    last = f"Sidste forløb sluttede {_day(line.sidst_lukket, today)}, {ago(line.sidst_lukket, today)}. "
    return Reason(last + step, _go_on(line), line.sidst_lukket)


def _go_on(line: BorgerLinje) -> str:
    """Where nothing is planned that comes first."""
    return f"borger vis b{line.borger}" if line.naeste_skridt else f"aftale ny b{line.borger}"


def _ready(line: BorgerLinje, today: date) -> Reason:
    if line.parathed in {names.TAET_PA, names.LAENGERE_FRA} and line.skal_til != "ja":
        return _unsaid(line, today)
    where = "I forløb." if line.aabne else "Ikke i forløb."
    return Reason(where, f"borger vis b{line.borger}")


def _unsaid(line: BorgerLinje, _today: date) -> Reason:
    step = _READY.get(line.parathed or "", "")
    return Reason(f"{step}, men der står ikke, hvad der skal til.", f"borger ret b{line.borger}")


def _without_step(line: BorgerLinje, _today: date) -> Reason:
    return Reason("Der står ikke, om borgeren er klar, tæt på eller længere fra.", f"borger ret b{line.borger}")


def _cv(line: BorgerLinje, today: date) -> Reason:
    since = f"CV fra {_day(line.cv_opdateret, today)}." if line.cv_opdateret else "Har et CV."
    return Reason(since, f"borger vis b{line.borger}", line.cv_opdateret)


def _no_cv(line: BorgerLinje, _today: date) -> Reason:
    said = "Har ikke et CV." if line.cv == "nej" else "Der står ikke, om der er et CV."
    return Reason(said, f"borger ret b{line.borger}")


def _anybody(line: BorgerLinje, _today: date) -> Reason:
    step = _READY.get(line.parathed or "", "Uden parathed")
    where = f"{counted(line.aabne, 'forløb', 'forløb')}, der ikke er lukket" if line.aabne else "uden forløb"
    return Reason(f"{step}, {where}.", f"borger vis b{line.borger}")


def _day(day: str | None, today: date) -> str:
    return short_date(day, today) if day else ""


def _step(day: str | None, today: date) -> str:
    late = ", over tid" if day and day < today.isoformat() else ""
    return f"{_day(day, today)}{late}"


_OF_BORGER: Mapping[str, Callable[[BorgerLinje, date], Reason]] = {
    names.BORGERE: _anybody,
    names.VENTER: _waits,
    names.UDEN_FORLOB: _between,
    names.MELLEM: _between,
    names.UDEN_SKRIDT: _between,
    names.KLAR: _ready,
    names.TAET_PA: _ready,
    names.LAENGERE_FRA: _ready,
    names.UDEN_PARATHED: _without_step,
    names.SKAL_TIL: _unsaid,
    names.CV: _cv,
    names.UDEN_CV: _no_cv,
}
