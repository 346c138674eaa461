"""The parts of an overdragelse: what happened day by day, what was learned, what works, what is still open.

Knows the case and what was said in it, as the sagsbehandler may have both; no order of the parts.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from vforlob.actions.documents.blocks import bullets, items, paragraph, sentence, table
from vforlob.actions.documents.contacts import one_line
from vforlob.actions.documents.heard import Heard
from vforlob.actions.documents.lines import capital, line
from vforlob.actions.documents.sections import heading_of
from vforlob.actions.timeline import Haendelse, timeline
from vforlob.actions.timeline_words import PAID, STEPS
from vforlob.model.case import Case
from vforlob.model.dokument import Blok, Kolonne, Led
from vforlob.model.hensyn import Hensyn
from vforlob.model.kontakt import Fravaer
from vforlob.model.samtale import Samtale
from vforlob.model.text import fold
from vforlob.rules.danish import listed, plain_date, with_unit
from vforlob.rules.gate_scene import words
from vforlob.rules.smart import title
from vforlob.rules.voices import DELMAL_STATUS, PRESENT, WORKS, Voice
from vforlob.store.earlier_values import Changed

# What has a part of its own, and what is the konsulent's own planning.
NOT_HERE = frozenset({"hensyn", "clearance", "aftale", "plan", "udsat", "delmal"})
# What was learned, in the order it is told: the end, else what the midtvejssamtale said.
AT_THE_END = ("gik_godt", "gik_skidt", "udfald", "laering", "igen")
ON_THE_WAY = ("hensigt_effekt", "det_gode", "ret_til")
TOLD_ALREADY = frozenset({"kode", "dato", "alene", "maerker"})
WHO = {
    "borger": "borgeren",
    "virksomhed": "virksomheden",
    "konsulent": "undertegnede",
    "sagsbehandler": "sagsbehandleren",
    "mentor": "mentoren",
}


def happened(
    case: Case, fravaer: Iterable[Fravaer], changes: Iterable[Changed], heard: tuple[Heard, ...], until: str
) -> tuple[Blok, ...]:
    """Day by day up to that day, without judgement; who was there stands with each samtale. What is aimed at has not
    happened.
    """
    held = {one.samtale.nr: one.samtale for one in heard}
    titles = {one.held.agenda.sha: one.held.agenda.title for one in heard}
    agreed = tuple(one for one in case.timer if one.art == "aftalt")
    finished = case._replace(samtaler=tuple(held[nr] for nr in sorted(held)), timer=agreed)
    days = timeline(finished, fravaer, titles, changes)
    found = [one for one in days if one.art not in NOT_HERE and one.dato <= until]
    columns = (Kolonne("Dato", "dato", bredde=2), Kolonne("Det skete", bredde=5))
    rows = (
        (plain_date(day), " ".join(_event(one, held) for one in events))
        for day, events in groupby(found, key=lambda one: one.dato)
    )
    return table("Det er sket", columns, rows)


def _event(event: Haendelse, held: Mapping[int, Samtale]) -> str:
    samtale = held.get(event.id) if event.art == "samtale" else None
    if samtale is None:
        return sentence(event.tekst)
    there = [PRESENT.get(word, word) for word in sorted(samtale.deltagere, key=lambda word: word == "konsulent")]
    return f"{sentence(event.tekst)} Til stede: {listed(there)}." if there else sentence(event.tekst)


def learned(heard: tuple[Heard, ...], voice: Voice) -> tuple[Blok, ...]:
    """From the newest samtale that asked for it."""
    for points in (AT_THE_END, ON_THE_WAY):
        for one in reversed(heard):
            told = [led for point in points for led in _lesson(one, point, voice)]
            if told:
                return items(told)
    return ()


def _lesson(heard: Heard, point: str, voice: Voice) -> Iterator[Led]:
    cleared = heard.punkt(point)
    if cleared is None:
        return
    felter = [felt for felt in cleared.punkt.single_felter if felt.id in cleared.values and felt.id not in TOLD_ALREADY]
    lines = [line(cleared.punkt, felt, cleared.values[felt.id], voice) for felt in felter]
    if lines:
        yield Led(heading_of(cleared.punkt, voice), under=tuple(Led(one.tekst, one.navn) for one in lines))


def hensyn(case: Case) -> tuple[Blok, ...]:
    """What the workplace does, and whether it works; at a new workplace the borger is asked again."""
    told = [one for one in case.hensyn if one.status != "trukket" and not one.trukket and _called(one)]
    columns = (Kolonne("Hensyn", bredde=4), Kolonne("Behov", bredde=3), Kolonne("Virker det?", bredde=2))
    rows = ((capital(_called(one)), _need(one), capital(WORKS.get(one.virker or "", ""))) for one in told)
    found = table("Hensyn, og om de virker", columns, rows)
    again = "Hvem der må vide det, gælder kun i dette forløb. Et nyt sted spørges borgeren igen."
    return (*found, *paragraph(again, "daempet")) if found else ()


def _called(hensyn: Hensyn) -> str:
    raw = "" if hensyn.betydning == "nej" else hensyn.hensyn
    return one_line(hensyn.losning or hensyn.behov or raw).rstrip(".")


def _need(hensyn: Hensyn) -> str:
    need = one_line(hensyn.behov).rstrip(".")
    return "" if fold(need) == fold(_called(hensyn)) else capital(need)


def tasks(case: Case) -> tuple[Blok, ...]:
    columns = (Kolonne("Opgave", bredde=4), Kolonne("Trin", bredde=2), Kolonne("Siden", "dato", bredde=2))
    rows = (
        (
            capital(one_line(one.opgave)),
            STEPS.get(one.trin, one.trin),
            plain_date(one.trin_siden) if one.trin_siden else "",
        )
        for one in case.opgaver
    )
    return table("Opgaver", columns, rows)


def delmal(case: Case) -> tuple[Blok, ...]:
    own = case.forlob.nr if case.forlob else None
    known = [one for one in case.delmal if title(one) and one.forlob in {None, own}]
    return bullets(f"{capital(one_line(title(one)).rstrip('.'))} – {_stands(one.status, one.frist)}" for one in known)


def _stands(status: str, by: str | None) -> str:
    word = DELMAL_STATUS.get(status, status)
    return f"{word}, senest {plain_date(by)}" if by and status == "aben" else word


def paid(case: Case) -> str:
    """How far the talk about paid hours has come; that it was never raised is a fact as well."""
    newest = max(case.lonkroner, key=lambda one: (one.dato, one.nr), default=None)
    if newest is None:
        return "Timer med løn: ikke talt om endnu."
    hours = f", {with_unit(newest.timer, 'timer om ugen')}" if newest.timer else ""
    said = f" {sentence(newest.tekst)}" if newest.tekst else ""
    return f"Timer med løn: {PAID.get(newest.trin, newest.trin)}{hours} ({plain_date(newest.dato)}).{said}"


def next_steps(heard: tuple[Heard, ...], advice: str) -> Iterator[Led]:
    """The konsulent's own advice first, then what was agreed."""
    if advice.strip():
        yield Led(advice.strip())
    for one in reversed(heard):
        what = one_line(one.text("naeste_skridt", "hvad"))
        if what:
            by = one.value("naeste_skridt", "frist")
            who = _people(words(one.value("naeste_skridt", "hvem")))
            hale = ", ".join(filter(None, (who, f"senest {plain_date(str(by))}" if by else "")))
            yield Led(what.rstrip(".") if hale else sentence(what), hale=hale)
            return
        small = one_line(one.text("lille_skridt", "svar"))
        if small:
            yield Led(sentence(small), "Næste lille skridt")
            return


def _people(who: Iterable[str]) -> str:
    return listed([WHO.get(word, word) for word in who])


def aftaler(case: Case) -> tuple[Blok, ...]:
    """Whose each of them is."""
    still = sorted((one for one in case.aftaler if one.status == "aben"), key=lambda one: (one.frist or "9", one.nr))
    columns = (Kolonne("Aftale", bredde=4), Kolonne("Hvem", bredde=2), Kolonne("Senest", "dato", bredde=2))
    rows = (
        (
            capital(one_line(one.hvad)),
            capital(listed([*(WHO.get(it, it) for it in one.hvem if it != "andre"), *_others(one.hvem_andre)])),
            plain_date(one.frist) if one.frist else "",
        )
        for one in still
    )
    return table("Aftaler, der stadig er åbne", columns, rows)


def _others(named: str | None) -> list[str]:
    return [one_line(named)] if one_line(named) else []
