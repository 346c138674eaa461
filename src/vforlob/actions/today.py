"""What needs the consultant today and in the next days, one line a borger or forløb. Knows no words and no screen."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.model.due import Draft, Next, Promise, Unjournalised, Whose
from vforlob.rules.rulebook import RuleBook
from vforlob.store import due
from vforlob.store.store import Store

SOON = 7  # days
JOURNAL = 14  # days back that a samtale without a receipt is named
PROMISE, PROMISED, DRAFT = "lofte", "lovet", "kladde"
CONTACT, SILENT, CLOSELY, UNPLANNED = "kontakt", "tavs", "taet", "uden_plan"
PLANNED, ENDING, OVER = "aftalt", "slutter", "slut"
# Reasons to speak with somebody: one of them is enough.
TO_SPEAK = {CONTACT, SILENT, CLOSELY, UNPLANNED, PLANNED}


class Line(NamedTuple):
    """One thing that waits. `nr` is the aftale or samtale it is about, 0 where it is the forløb or borger itself.

    `agenda` is what to hold, or what the draft is of. `also` are further reasons that concern the same person.
    """

    kind: str
    whose: Whose
    dato: str | None = None
    kl: str | None = None
    form: str | None = None
    last: str = ""
    nr: int = 0
    text: str = ""
    agenda: str = "opfolgning"
    also: tuple["Line", ...] = ()


class Today(NamedTuple):
    """`first` is the next planned contact, only for a day when nobody waits."""

    today: date
    borgere: int
    forlobene: int
    now: tuple[Line, ...]
    soon: tuple[Line, ...]
    journal: tuple[Unjournalised, ...]
    first: Line | None


def gather_today(store: Store, today: date, rules: RuleBook) -> Today:
    borgere, open_forlob = due.caseload(store)
    days = _days(today, rules)
    contacts = due.forlobene(store, days.today, days.silent, days.soon, days.ending)
    promises = due.own_promises(store, days.soon)
    before = due.before_forlob(store, days.soon)
    now = one_a_person((*waiting(contacts, promises, before, days), *map(_draft, due.drafts(store))))
    seen = {key_of(line) for line in now}
    soon = one_a_person(line for line in coming(contacts, promises, before, days) if key_of(line) not in seen)
    first = None if now else due.first_planned(store, days.today)
    return Today(
        today=today,
        borgere=borgere,
        forlobene=open_forlob,
        now=now,
        soon=soon,
        journal=due.unjournalised(store, _before(today, JOURNAL)),
        first=_line(PLANNED, first) if first else None,
    )


class Days(NamedTuple):
    """The ISO dates that divide: contact no later than `silent` is too long ago, `close` under tæt opfølgning."""

    today: str
    silent: str
    close: str
    soon: str
    ending: str


def _days(today: date, rules: RuleBook) -> Days:
    return Days(
        today=today.isoformat(),
        silent=_before(today, rules.at("kontakt_senest_dage", today).days),
        close=_before(today, rules.at("kontakt_taet_dage", today).days),
        soon=_before(today, -SOON),
        ending=_before(today, -rules.at("forlob_slutter_dage", today).days),
    )


def waiting(
    contacts: Iterable[Next], promises: Iterable[Promise], before: Iterable[Next], days: Days
) -> tuple[Line, ...]:
    """In the order of importance: what was promised, whom to speak with, what should have ended."""
    found = list(contacts)
    due_now = [_line(kind, contact) for contact in found if (kind := _to_speak(contact, days))]
    rank = {CONTACT: 0, SILENT: 0, CLOSELY: 1, UNPLANNED: 3}
    return (
        *(_promise(PROMISE, promise) for promise in promises if promise.frist < days.today),
        *sorted(
            (line for line in due_now if rank[line.kind] < 2), key=lambda line: (rank[line.kind], not line.whose.taet)
        ),
        *(_line(CONTACT, contact) for contact in before if (contact.dato or "") <= days.today),
        *(_line(OVER, contact) for contact in found if contact.whose.slut and contact.whose.slut < days.today),
        *(line for line in due_now if line.kind == UNPLANNED),
    )


def coming(
    contacts: Iterable[Next], promises: Iterable[Promise], before: Iterable[Next], days: Days
) -> tuple[Line, ...]:
    """By day: the one that comes first stands first."""
    found = list(contacts)
    lines = [
        *(_promise(PROMISED, promise) for promise in promises if promise.frist >= days.today),
        *(_line(PLANNED, it) for it in (*found, *before) if it.dato and days.today < it.dato <= days.soon),
        *(_line(ENDING, it) for it in found if it.whose.slut and days.today <= it.whose.slut <= days.ending),
    ]
    return tuple(sorted(lines, key=lambda line: (line.whose.slut if line.kind == ENDING else line.dato) or ""))


def _to_speak(contact: Next, days: Days) -> str:
    """Why somebody should be spoken with now, empty when nobody need be."""
    if contact.dato is None:
        return UNPLANNED
    if contact.dato <= days.today:
        if contact.last < contact.dato:
            return CONTACT
        if contact.last <= days.silent:
            return SILENT
    is_running = (contact.whose.start or "9") <= days.today
    return CLOSELY if contact.whose.taet and is_running and contact.last <= days.close else ""


def one_a_person(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The first thing that concerns somebody is her line; what else there is stands under it."""
    found: dict[tuple[int, int | None], Line] = {}
    for line in lines:
        key = key_of(line)
        first = found.get(key)
        if first is None:
            found[key] = line
        elif not any(is_same(line, other) for other in (first, *first.also)):
            found[key] = first._replace(also=(*first.also, line))
    return tuple(found.values())


def is_same(line: Line, other: Line) -> bool:
    return line.kind in TO_SPEAK and other.kind in TO_SPEAK


def key_of(line: Line) -> tuple[int, int | None]:
    return line.whose.borger, line.whose.forlob


def _line(kind: str, contact: Next) -> Line:
    agenda = _agenda(contact)
    return Line(kind, contact.whose, contact.dato, contact.kl, contact.form, contact.last, agenda=agenda)


def _agenda(contact: Next) -> str:
    if contact.whose.forlob is None:
        return "formode"
    return "opfolgning" if contact.started or contact.last else "startmode"


def _promise(kind: str, promise: Promise) -> Line:
    return Line(kind, promise.whose, promise.frist, nr=promise.aftale, text=promise.hvad)


def _draft(draft: Draft) -> Line:
    return Line(DRAFT, draft.whose, draft.dato, nr=draft.samtale, agenda=draft.agenda)


def _before(day: date, days: int) -> str:
    return (day - timedelta(days=days)).isoformat()
