"""Everything that happened in a forløb and is planned in it, in the order of days. Reads records, decides nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt, Taet
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.rules.danish import clock, listed, number, short_date, with_unit


class Haendelse(NamedTuple):
    """`art` is the kind of record it comes from, `id` that record's number."""

    dato: str
    art: str
    id: int
    tekst: str


R = TypeVar("R")

FORMS = {"besog": "besøg", "telefon": "opkald", "video": "videomøde", "kommunen": "møde hos kommunen"}
CHANNELS = {"besog": "Besøg", "telefon": "Opkald", "video": "Videomøde", "sms": "Sms", "mail": "Mail"}
ABSENCE = {
    "syg": "Syg",
    "fri": "Fri efter aftale",
    "udeblevet": "Blev væk uden besked",
    "uafklaret": "Fravær, grund ukendt",
}
STEPS = {"ny": "ikke begyndt", "oplaeres": "oplæres", "med_hjaelp": "med hjælp", "selvstaendigt": "selvstændigt"}
PAID = {
    "ikke_italesat": "ikke talt om endnu",
    "italesat": "talt om",
    "forhandles": "forhandles",
    "aftalt": "aftalt",
    "i_gang": "i gang",
    "afvist": "afvist",
}
GOAL_STATUS = {"naet": "nået", "delvist": "nået delvist", "justeret": "justeret", "bortfaldet": "bortfaldet"}
ROLES = {"leder": "Lederen", "mentor": "Mentoren", "kolleger": "Kollegerne", "vitas": "VITAS"}
WORRY = {"ja": "ja", "obs": "hold øje", "nej": "ophørt"}
HOURS = (("praktik", "praktik"), ("lontilskud", "løntilskud"), ("ordinaer", "ordinære"))


def timeline(case: Case, fravaer: Iterable[Fravaer], titles: Mapping[str, str]) -> tuple[Haendelse, ...]:
    """Oldest first. `titles` are those of the agendas by their hash, as they were asked."""
    events = [
        *_of_forlob(case.forlob),
        *(_samtale(samtale, titles) for samtale in case.samtaler),
        *map(_kontakt, case.kontakter),
        *map(_fravaer, fravaer),
        *map(_fremmode, case.fremmode),
        *_each(_aftale, case.aftaler),
        *_each(_delmal, case.delmal),
        *map(_opgave, case.opgaver),
        *map(_timer, case.timer),
        *map(_lonkroner, case.lonkroner),
        *_each(_hensyn, case.hensyn),
        *_cleared(case.clearances, case.hensyn),
        *map(_taet, case.taet),
        *_next_contact(case),
    ]
    return tuple(sorted(event for event in events if event.dato))


def _each(events: Callable[[R], Iterator[Haendelse]], rows: Iterable[R]) -> Iterator[Haendelse]:
    for row in rows:
        yield from events(row)


def _of_forlob(forlob: Forlob | None) -> Iterator[Haendelse]:
    if forlob is None:
        return
    yield Haendelse(forlob.oprettet or "", "forlob", forlob.nr, "Forløbet er oprettet")
    yield Haendelse(forlob.start or "", "forlob", forlob.nr, "Første dag")
    if forlob.status == "lukket":
        yield Haendelse(forlob.lukket or "", "forlob", forlob.nr, "Forløbet er lukket")
    else:
        yield Haendelse(forlob.slut or "", "forlob", forlob.nr, "Sidste dag")


def _samtale(samtale: Samtale, titles: Mapping[str, str]) -> Haendelse:
    title = titles.get(samtale.agenda_sha, samtale.agenda)
    form = f", {FORMS[samtale.form]}" if samtale.form in FORMS else ""
    draft = " (ikke færdig)" if samtale.status == "kladde" else ""
    return Haendelse(samtale.dato, "samtale", samtale.nr, f"{title}{form}{draft}")


def _kontakt(kontakt: Kontakt) -> Haendelse:
    how = CHANNELS.get(kontakt.kanal or "", "Kontakt")
    to = f" med {listed(kontakt.med)}" if kontakt.med else ""
    reached = "" if kontakt.naet == "ja" else ", ikke fået fat i"
    return Haendelse(kontakt.dato, "kontakt", kontakt.nr, f"{how}{to}{reached}{_more(kontakt.tekst)}")


def _fravaer(fravaer: Fravaer) -> Haendelse:
    return Haendelse(
        fravaer.dato, "fravaer", fravaer.nr, f"{ABSENCE.get(fravaer.art, fravaer.art)}{_more(fravaer.besked)}"
    )


def _fremmode(counted: Fremmode) -> Haendelse:
    met = f"{number(counted.modt)} mødt" if counted.modt is not None else ""
    agreed = f"{number(counted.aftalt)} aftalte dage" if counted.aftalt is not None else ""
    return Haendelse(
        counted.til, "fremmode", counted.nr, f"Fremmøde: {listed([part for part in (agreed, met) if part])}"
    )


def _aftale(aftale: Aftale) -> Iterator[Haendelse]:
    who = listed(aftale.hvem) or aftale.hvem_andre or ""
    by = f", senest {short_date(aftale.frist)}" if aftale.frist else ""
    yield Haendelse(
        aftale.oprettet or "", "aftale", aftale.nr, f"Aftale: {aftale.hvad}{f' ({who})' if who else ''}{by}"
    )
    if aftale.status in {"gjort", "bortfaldet"}:
        text = f"Aftale {aftale.status}: {aftale.hvad}{_more(aftale.grund)}"
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
    return Haendelse(timer.fra, "timer", timer.nr, f"{kind}: {listed(parts)}")


def _lonkroner(paid: Lonkroner) -> Haendelse:
    hours = f", {with_unit(paid.timer, 'timer om ugen')}" if paid.timer is not None else ""
    return Haendelse(paid.dato, "lonkroner", paid.nr, f"Timer med løn: {PAID.get(paid.trin, paid.trin)}{hours}")


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
    text = f"Tæt opfølgning: {WORRY.get(worry.svar, worry.svar)}{_more(worry.grund)}"
    return Haendelse(worry.dato, "taet", worry.nr, text)


def _next_contact(case: Case) -> Iterator[Haendelse]:
    """Only the newest plan counts."""
    for plan in case.planer[-1:]:
        form = f", {FORMS[plan.form]}" if plan.form in FORMS else ""
        at = f" {clock(plan.kl)}" if plan.kl else ""
        yield Haendelse(plan.dato, "plan", plan.nr, f"Næste kontakt{at}{form}")


def _more(text: str | None) -> str:
    return f": {' '.join(text.split())}" if text else ""
