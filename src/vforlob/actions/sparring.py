"""A case for colleagues, drafted from its own facts: where it stands, what was tried. Names nobody, knows no screen.

The consultant edits the draft before it is kept. No name, place or word of a meeting is in it.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vforlob.actions.laering_identity import identity_of
from vforlob.actions.laering_words import sign_name
from vforlob.actions.references import open_forlob
from vforlob.actions.timeline_words import AIMS, PAID, STEPS
from vforlob.actions.whole_forlob import as_long_as_it_went
from vforlob.model.case import Case
from vforlob.model.facts import Facts
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt
from vforlob.model.tegn import EGET
from vforlob.rules.danish import counted, listed, number
from vforlob.rules.laering.identity import masked
from vforlob.rules.progress import agreed_hours, hours_now, week_of, weekly
from vforlob.rules.tegn import signs
from vforlob.store.case import load_case
from vforlob.store.facts import load_facts
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

ARTS = {
    "virksomhedspraktik": "virksomhedspraktik",
    "lontilskud": "løntilskud",
    "lonnede_timer": "lønnede timer",
    "smajob": "et småjob",
    "fleksjob": "et fleksjob",
    "kombination": "praktik og lønnede timer",
    "andet": "et forløb",
}
_READY = {"klar": "klar til job", "taet_pa": "tæt på job", "laengere_fra": "længere fra job"}
_CHANNELS = {"besog": "besøg", "telefon": "opkald", "video": "videomøde", "sms": "sms", "mail": "mail"}
_CHANNELS_MANY = {"telefon": "opkald", "video": "videomøder", "sms": "sms'er", "mail": "mails"}
_TALKS = {
    "formode": "formøde",
    "startmode": "startmøde",
    "opfolgning": "opfølgning",
    "midtvejs": "midtvejssamtale",
    "afslutning": "afslutning",
    "eftervaern": "efterværnssamtale",
    "opkald": "opkald fra virksomheden",
}
_TALKS_MANY = {
    "formode": "formøder",
    "startmode": "startmøder",
    "opfolgning": "opfølgninger",
    "midtvejs": "midtvejssamtaler",
    "afslutning": "afslutninger",
    "eftervaern": "efterværnssamtaler",
    "opkald": "opkald fra virksomheden",
}


class Draft(NamedTuple):
    situation: str
    provet: str


def draft_for(store: Store, borger: int, forlob: int | None) -> Draft:
    """What the facts say today, masked where somebody typed it: a branche may hold a name."""
    today, forlob = store.now().date(), forlob or only_open(store, borger)
    facts = load_facts(store, (forlob,))[0] if forlob else Facts(load_case(store, borger=borger))
    every = signs(facts, today, load_rulebook(store.folder))
    found = tuple(sign_name(one.id) for one in every if one.theme != EGET)  # her own desk is no matter for the group
    case = as_long_as_it_went(facts.case)
    known = identity_of(store, case.borger, case.forlob)
    told = situation(case, found, today, lambda typed: masked(typed, known).text)
    return Draft(" ".join(told), " ".join(tried(case, today)))


def only_open(store: Store, borger: int) -> int | None:
    """Of several nobody can tell which is meant."""
    running = open_forlob(store, borger)
    return running[0].nr if len(running) == 1 else None


def situation(case: Case, tegn: Iterable[str], today: date, cleared: Callable[[str], str]) -> Iterator[str]:
    """Week, kind of place, hours, tasks, signs. `cleared` takes what somebody typed, and gives it without names."""
    if case.forlob is None:
        yield "Der er intet forløb lige nu."
    else:
        yield _where(case, case.forlob, today, cleared)
    now = hours_now(case, today)
    if now is not None and weekly(now):
        paid = f", heraf {number(now.ordinaer)} med løn" if now.ordinaer else ""
        yield f"{counted(weekly(now), 'time', 'timer')} om ugen{paid}."
    if case.borger.parathed in _READY:
        yield f"Borgeren er {_READY[case.borger.parathed or '']}."
    yield from _tasks(case)
    yield from _pay(case)
    signs_now = tuple(dict.fromkeys(tegn))
    if signs_now:
        yield f"Tegn lige nu: {listed(signs_now)}."


def _where(case: Case, forlob: Forlob, today: date, cleared: Callable[[str], str]) -> str:
    branche = case.virksomhed.branche if case.virksomhed else None
    line = f", branche {inside(cleared(branche))}" if branche else ""
    aim = f" Formålet er {AIMS[forlob.hensigt_art]}." if forlob.hensigt_art in AIMS else ""
    return f"{_week(forlob, today)} {ARTS.get(forlob.art, 'et forløb')}{line}.{aim}"


def inside(text: str) -> str:
    """In the middle of a sentence; a name written in capitals keeps them."""
    name = " ".join(text.split()).rstrip(".")
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def _week(forlob: Forlob, today: date) -> str:
    if forlob.status == "lukket":
        return "Sluttet:"
    week = week_of(forlob, today)
    if week is None:
        return "Ikke begyndt:"
    return f"Uge {week.number}{f' af {week.of}' if week.of else ''} i"


def _tasks(case: Case) -> Iterator[str]:
    """How many tasks stand on which step; what they are stays in the case."""
    steps = [one.trin for one in case.opgaver]
    parts = [f"{steps.count(step)} {word}" for step, word in STEPS.items() if step in steps]
    if parts:
        yield f"{counted(len(steps), 'opgave', 'opgaver')}: {listed(parts)}."


def _pay(case: Case) -> Iterator[str]:
    newest = max(case.lonkroner, key=lambda it: (it.dato, it.nr), default=None)
    if newest is not None and newest.trin in PAID:
        yield f"Timer med løn: {PAID[newest.trin]}."


def tried(case: Case, today: date) -> Iterator[str]:
    """Talks, contacts, hours, aftaler: how many and of which kind, never what was said."""
    held = [one.agenda for one in case.samtaler if one.status == "faerdig"]
    if held:
        yield f"Samtaler: {listed(list(_counts(held, _TALKS, _TALKS_MANY)))}."
    yield from _contacts(case.kontakter)
    course = [weekly(step) for step in agreed_hours(case) if step.fra <= today.isoformat()]
    steps = [hours for at, hours in enumerate(course) if at == 0 or hours != course[at - 1]]
    if len(steps) > 1:
        yield f"Timer om ugen: {', så '.join(map(number, steps))}."
    if case.aftaler:
        done = sum(one.status == "gjort" for one in case.aftaler)
        yield f"{counted(len(case.aftaler), 'aftale', 'aftaler')}, {done} gjort."
    if case.delmal:
        reached = sum(one.status == "naet" for one in case.delmal)
        yield f"{counted(len(case.delmal), 'delmål', 'delmål')}, {reached} nået."
    if case.taet and case.taet[-1].svar == "ja":
        yield "Bliver fulgt tæt."


def _contacts(kontakter: Iterable[Kontakt]) -> Iterator[str]:
    every = tuple(kontakter)
    reached = [one.kanal or "" for one in every if one.naet == "ja"]
    if reached:
        yield f"Kontakter imellem: {listed(list(_counts(reached, _CHANNELS, _CHANNELS_MANY)))}."
    missed = len(every) - len(reached)
    if missed:
        yield f"{counted(missed, 'forsøg', 'forsøg')} uden svar."


def _counts(kinds: list[str], one: dict[str, str], many: dict[str, str]) -> Iterator[str]:
    """2 opfølgninger; what has no word of its own is counted together."""
    for kind, word in one.items():
        count = kinds.count(kind)
        if count:
            yield counted(count, word, many.get(kind, word))
    rest = sum(kind not in one for kind in kinds)
    if rest:
        yield counted(rest, "anden", "andre")
