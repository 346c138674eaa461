"""Everything that happened in a forløb and is planned in it, in the order of days. Reads records, decides nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from vforlob.actions.timeline_words import (
    ABSENCE,
    BEGAN,
    CHANNELS,
    COUNTED,
    FORMS,
    GOAL_STATUS,
    HOURS,
    OUTCOMES,
    PAID,
    ROLES,
    STEPS,
    VITAS,
    WORRY,
)
from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt, Taet, Udsat
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.sparring import Sparring
from vforlob.model.timer import Lonkroner, Timer
from vforlob.rules.danish import clock, listed, number, short_date, with_unit
from vforlob.rules.progress import last_contact
from vforlob.store.earlier_values import Changed


class Haendelse(NamedTuple):
    """`art` is the kind of record it comes from, `id` that record's number."""

    dato: str
    art: str
    id: int
    tekst: str


R = TypeVar("R")


def timeline(
    case: Case,
    fravaer: Iterable[Fravaer],
    titles: Mapping[str, str],
    changes: Iterable[Changed] = (),
    udsat: Iterable[Udsat] = (),
    sparring: Iterable[Sparring] = (),
) -> tuple[Haendelse, ...]:
    """Oldest first; of the same day in the order below. `titles` are those of the agendas by their hash, as they were
    asked; `changes` what the records no longer say themselves.
    """
    before = tuple(changes)
    events = [
        *_begun(case.forlob),
        *map(_kontakt, case.kontakter),
        *map(_fravaer, fravaer),
        *(_samtale(samtale, titles) for samtale in case.samtaler),
        *map(_fremmode, case.fremmode),
        *_moved(case.aftaler, before),
        *_each(_aftale, case.aftaler),
        *_stood(case.delmal, before),
        *_each(_delmal, _here(case)),
        *_steps(case.opgaver, before),
        *map(_opgave, case.opgaver),
        *map(_timer, case.timer),
        *map(_lonkroner, case.lonkroner),
        *_each(_hensyn, case.hensyn),
        *_cleared(case.clearances, case.hensyn),
        *map(_taet, case.taet),
        *map(_udsat, udsat),
        *_each(_sparring, sparring),
        *_of_record(case.forlob, before),
        *_next_contact(case),
        *_ended(case.forlob),
    ]
    return tuple(sorted((event for event in events if event.dato), key=lambda event: event.dato))


def _here(case: Case) -> Iterator[Delmal]:
    """Those of another forløb are told there."""
    own = case.forlob.nr if case.forlob else None
    return (delmal for delmal in case.delmal if delmal.forlob in {None, own})


def _each(events: Callable[[R], Iterator[Haendelse]], rows: Iterable[R]) -> Iterator[Haendelse]:
    for row in rows:
        yield from events(row)


def _begun(forlob: Forlob | None) -> Iterator[Haendelse]:
    if forlob is not None:
        yield Haendelse(forlob.oprettet or "", "forlob", forlob.nr, "Forløbet er oprettet")
        yield Haendelse(forlob.start or "", "forlob", forlob.nr, "Første dag")


def _ended(forlob: Forlob | None) -> Iterator[Haendelse]:
    if forlob is None:
        return
    if forlob.status != "lukket":
        yield Haendelse(forlob.slut or "", "forlob", forlob.nr, "Sidste dag")
        return
    outcome = f": {OUTCOMES.get(forlob.udfald, forlob.udfald)}" if forlob.udfald else ""
    yield Haendelse(forlob.lukket or "", "forlob", forlob.nr, f"Forløbet er lukket{outcome}")
    yield Haendelse(forlob.eftervaern or "", "forlob", forlob.nr, "Sidste dag med efterværn")


def _of_record(forlob: Forlob | None, changes: Iterable[Changed]) -> Iterator[Haendelse]:
    """What the record of the forløb does not keep: the steps in VITAS, and a last day that was moved."""
    for it in changes:
        if forlob is None or (it.emne, it.nr) != ("forlob", forlob.nr) or it.before is None or it.after is None:
            continue
        if it.after.get("vitas"):
            word = VITAS.get(it.after["vitas"], it.after["vitas"])
            yield Haendelse(it.dato, "forlob", it.nr, f"VITAS: {word}")
        if it.after.get("slut") and it.before.get("slut"):
            days = f"fra {short_date(it.before['slut'])} til {short_date(it.after['slut'])}"
            yield Haendelse(it.dato, "forlob", it.nr, f"Sidste dag flyttet {days}")


def _samtale(samtale: Samtale, titles: Mapping[str, str]) -> Haendelse:
    title = titles.get(samtale.agenda_sha, samtale.agenda)
    form = f", {FORMS[samtale.form]}" if samtale.form in FORMS else ""
    draft = " (ikke færdig)" if samtale.status == "kladde" else ""
    return Haendelse(samtale.dato, "samtale", samtale.nr, f"{title}{form}{draft}")


def _kontakt(kontakt: Kontakt) -> Haendelse:
    how = CHANNELS.get(kontakt.kanal or "", "Kontakt")
    to = f" med {listed(kontakt.med)}" if kontakt.med else ""
    began = f" ({BEGAN[kontakt.hvem_ringede]} begyndte)" if kontakt.hvem_ringede in BEGAN else ""
    reached = "" if kontakt.naet == "ja" else ", ikke fået fat i"
    return Haendelse(kontakt.dato, "kontakt", kontakt.nr, f"{how}{to}{began}{reached}{_more(kontakt.tekst)}")


def _fravaer(fravaer: Fravaer) -> Haendelse:
    return Haendelse(
        fravaer.dato, "fravaer", fravaer.nr, f"{ABSENCE.get(fravaer.art, fravaer.art)}{_more(fravaer.besked)}"
    )


def _fremmode(counted: Fremmode) -> Haendelse:
    """Days of the kinds that there were; how often somebody came late stands outside them."""
    parts = [f"{number(counted.aftalt)} aftalte dage"] if counted.aftalt is not None else []
    if counted.modt is not None:
        parts.append(f"{number(counted.modt)} mødt")
    parts += [f"{number(days)} {word}" for name, word in COUNTED[1:] if (days := getattr(counted, name))]
    if counted.uafklaret:
        parts.append(f"{number(counted.uafklaret)} uden kendt grund")
    late = f". Kom for sent {with_unit(counted.for_sent, 'gange')}" if counted.for_sent else ""
    return Haendelse(counted.til, "fremmode", counted.nr, f"Fremmøde: {listed(parts)}{late}")


def _moved(aftaler: Iterable[Aftale], changes: Iterable[Changed]) -> Iterator[Haendelse]:
    known = {aftale.nr: aftale for aftale in aftaler}
    for it in changes:
        aftale = known.get(it.nr) if it.emne == "aftale" else None
        if aftale is None or not it.before or not it.after:
            continue
        if it.after.get("flyttet", 0) > it.before.get("flyttet", 0):
            to = f" til {short_date(it.after['frist'])}" if it.after.get("frist") else ""
            text = f"Aftale flyttet{to}: {aftale.hvad}{_then(it.after.get('grund'))}"
            yield Haendelse(it.dato, "aftale", it.nr, text)


def _stood(delmalene: Iterable[Delmal], changes: Iterable[Changed]) -> Iterator[Haendelse]:
    """What a delmål was before its newest status."""
    known = {delmal.nr: delmal for delmal in delmalene}
    said = [it for it in changes if it.emne == "delmal" and it.before and (it.after or {}).get("status")]
    for it in said:
        status = (it.after or {})["status"]
        if it.nr in known and status in GOAL_STATUS and it is not _last_of(said, it.nr):
            text = f"Delmål {GOAL_STATUS[status]}: {known[it.nr].specifikt or ''}"
            yield Haendelse(it.dato, "delmal", it.nr, text)


def _steps(opgaver: Iterable[Opgave], changes: Iterable[Changed]) -> Iterator[Haendelse]:
    """The steps before the one a task stands on now."""
    known = {opgave.nr: opgave for opgave in opgaver}
    taken = [it for it in changes if it.emne == "opgave" and (it.after or {}).get("trin")]
    for it in taken:
        after = it.after or {}
        if it.nr in known and it is not _last_of(taken, it.nr):
            text = f"Opgave: {known[it.nr].opgave}, {STEPS.get(after['trin'], after['trin'])}"
            yield Haendelse(after.get("trin_siden") or it.dato, "opgave", it.nr, text)


def _last_of(changes: list[Changed], nr: int) -> Changed:
    return [it for it in changes if it.nr == nr][-1]


def _aftale(aftale: Aftale) -> Iterator[Haendelse]:
    who = listed(aftale.hvem) or aftale.hvem_andre or ""
    by = f", senest {short_date(aftale.frist)}" if aftale.frist else ""
    yield Haendelse(
        aftale.oprettet or "", "aftale", aftale.nr, f"Aftale: {aftale.hvad}{f' ({who})' if who else ''}{by}"
    )
    if aftale.status in {"gjort", "bortfaldet"}:
        text = f"Aftale {aftale.status}: {aftale.hvad}{_then(aftale.grund)}"
        yield Haendelse(aftale.afsluttet or "", "aftale", aftale.nr, text)


def _delmal(delmal: Delmal) -> Iterator[Haendelse]:
    by = f", senest {short_date(delmal.frist)}" if delmal.frist else ""
    yield Haendelse(delmal.oprettet or "", "delmal", delmal.nr, f"Delmål: {delmal.specifikt or ''}{by}")
    if delmal.status in GOAL_STATUS:
        text = f"Delmål {GOAL_STATUS[delmal.status]}: {delmal.specifikt or ''}"
        yield Haendelse(delmal.status_dato or "", "delmal", delmal.nr, text)


def _opgave(opgave: Opgave) -> Haendelse:
    text = f"Opgave: {opgave.opgave}, {STEPS.get(opgave.trin, opgave.trin)}"
    return Haendelse(opgave.trin_siden or "", "opgave", opgave.nr, text)


def _timer(timer: Timer) -> Haendelse:
    parts = [f"{number(hours)} {word}" for name, word in HOURS if (hours := getattr(timer, name)) is not None]
    kind = "Mål for timer om ugen" if timer.art == "mal" else "Timer om ugen"
    return Haendelse(timer.fra, "timer", timer.nr, f"{kind}: {listed(parts)}{_then(timer.grund)}")


def _lonkroner(paid: Lonkroner) -> Haendelse:
    hours = f", {with_unit(paid.timer, 'timer om ugen')}" if paid.timer is not None else ""
    step = PAID.get(paid.trin, paid.trin)
    return Haendelse(paid.dato, "lonkroner", paid.nr, f"Timer med løn: {step}{hours}{_then(paid.tekst)}")


def _hensyn(hensyn: Hensyn) -> Iterator[Haendelse]:
    text = hensyn.losning or hensyn.behov or hensyn.hensyn or ""
    yield Haendelse(hensyn.oprettet or "", "hensyn", hensyn.nr, f"Hensyn: {text}")
    if hensyn.trukket:
        yield Haendelse(hensyn.trukket, "hensyn", hensyn.nr, f"Hensyn trukket tilbage: {text}")


def _cleared(clearances: Iterable[Clearance], hensynene: Iterable[Hensyn]) -> Iterator[Haendelse]:
    """What was decided, and what was withdrawn; "spørg først" is where everything begins and no event."""
    texts = {hensyn.nr: hensyn.losning or hensyn.behov or hensyn.hensyn or "" for hensyn in hensynene}
    for clearance in clearances:
        who, what = ROLES.get(clearance.rolle, clearance.rolle), texts.get(clearance.hensyn, "")
        may = {"ma": "må vide", "ma_ikke": "må ikke vide"}.get(clearance.svar)
        if may:
            yield Haendelse(clearance.aftalt or "", "clearance", clearance.nr, f"{who} {may}: {what}")
        if clearance.trukket:
            yield Haendelse(clearance.trukket, "clearance", clearance.nr, f"{who} må ikke længere vide: {what}")


def _taet(worry: Taet) -> Haendelse:
    do = _then(f"Vi gør: {worry.vi_gor}" if worry.vi_gor else None)
    text = f"Tæt opfølgning: {WORRY.get(worry.svar, worry.svar)}{_then(worry.grund)}{do}"
    return Haendelse(worry.dato, "taet", worry.nr, text)


def _udsat(later: Udsat) -> Haendelse:
    return Haendelse(later.dato or "", "udsat", later.nr, f"Udsat til {short_date(later.til)}{_more(later.grund)}")


def _sparring(case: Sparring) -> Iterator[Haendelse]:
    yield Haendelse(case.dato, "sparring", case.nr, f"Lagt frem til sparring{_more(case.sporgsmal)}")
    if case.rad:
        yield Haendelse(case.rad_dato or case.dato, "sparring", case.nr, f"Råd fra kolleger{_more(case.rad)}")


def _next_contact(case: Case) -> Iterator[Haendelse]:
    """Only the newest plan counts: not in a forløb that is over, and not when somebody has been reached since."""
    over = case.forlob is not None and case.forlob.status == "lukket" and case.forlob.eftervaern is None
    last = last_contact(case)
    for plan in case.planer[-1:]:
        if over or (last is not None and plan.dato <= last.dato):
            continue
        form = f", {FORMS[plan.form]}" if plan.form in FORMS else ""
        at = f" {clock(plan.kl)}" if plan.kl else ""
        what = "Aftalt kontakt" if plan.kilde == "aftalt" else "Kontakt efter planen"
        yield Haendelse(plan.dato, "plan", plan.nr, f"{what}{at}{form}")


def _more(text: str | None) -> str:
    return f": {' '.join(text.split())}" if text else ""


def _then(text: str | None) -> str:
    """A sentence of its own, where a colon stands already."""
    plain = " ".join((text or "").split())
    return f". {plain[0].upper()}{plain[1:]}" if plain else ""
