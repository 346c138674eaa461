"""The round of calls of a week: which virksomheder and which borgere, why, and on which day. Knows no words.

A virksomhed with several forløb is called once.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.actions.call_contacts import Person, people_at
from vforlob.actions.snapshot import take_snapshot
from vforlob.actions.workdays import workdays
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.facts import Facts
from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Forlob
from vforlob.model.jobabning import Henvendelse
from vforlob.model.kontakt import Kontakt
from vforlob.model.linje import Linje
from vforlob.model.samtale import Samtale
from vforlob.model.virksomhed import Kontaktperson, Virksomhed
from vforlob.rules.ferie import OWN, spans_of
from vforlob.rules.ringerunde import (
    APPOINTMENT,
    ASKED,
    TURN,
    VISIT,
    Reason,
    day_to_call,
    is_in,
    quiet_days,
    read_fixed_time,
    reasons,
    spoken_with,
    turn_of,
    was_met,
    was_reached,
)
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.weeks import Week
from vforlob.rules.workdays import IsWorkday
from vforlob.store import due as waiting
from vforlob.store.facts import load_facts
from vforlob.store.ringerunde import spoken_since, waiting_in
from vforlob.store.store import Store

OPEN = "aben"
_SPEAKING = {APPOINTMENT, TURN}


class Topic(NamedTuple):
    """What was spoken of last: a contact or a samtale. `tried` are attempts without an answer since."""

    dato: str
    kanal: str | None = None
    agenda: str = ""
    tekst: str = ""
    tried: int = 0


class OnCall(NamedTuple):
    """One forløb of a call, and why."""

    forlob: Forlob
    borger: Borger
    why: tuple[Reason, ...]
    topic: Topic | None = None


class Call(NamedTuple):
    """One call to a virksomhed. `day` is None where no day is fixed. `closed`: nobody is there all week."""

    virksomhed: Virksomhed
    people: tuple[Person, ...]
    fixed: str
    day: date | None
    kl: str | None
    forlobene: tuple[OnCall, ...]
    why: tuple[Reason, ...] = ()
    closed: bool = False


class BorgerCall(NamedTuple):
    """One call to a borger; `forlob` is None where she is in none. `efter`: she has the job, and efterværn."""

    borger: Borger
    forlob: Forlob | None
    virksomhed: str
    reason: Reason
    efter: bool = False
    away: bool = False


class Round(NamedTuple):
    """The calls of a week, by day; `own` are the consultant's days away in it."""

    week: Week
    today: date
    calls: tuple[Call, ...]
    borgere: tuple[BorgerCall, ...]
    own: tuple[Ferie, ...] = ()


def gather_round(store: Store, week: Week, today: date, rules: RuleBook) -> Round:
    """Only those are loaded whom the round may be about."""
    going = [line for line in take_snapshot(store, today, rules).linjer if line.status == OPEN]
    wanted = may_be_called(store, going, week, today, rules)
    return round_of(store, wanted, frozenset(line.borger for line in going), week, today, rules)


def may_be_called(store: Store, going: Iterable[Linje], week: Week, today: date, rules: RuleBook) -> tuple[int, ...]:
    """The forløb with something in the week, and all others at the same virksomheder: they are called once."""
    quiet, last = quiet_days(week, today, rules), week.last.isoformat()
    waits = waiting_in(store, today.isoformat(), last)
    spoken = spoken_since(store, quiet.since, today.isoformat(), was_reached, was_met) if quiet else frozenset[int]()
    places = {it.nr for it in store.door(Virksomhed).find() if it.ring_igen and it.ring_igen <= last}
    places |= {
        line.virksomhed
        for line in going
        if (line.naeste is not None and is_in(line.naeste, week, today))
        or waits.concerns(line.borger)
        or (quiet and line.start and line.start <= quiet.begun and line.forlob not in spoken)
    }
    return tuple(line.forlob for line in going if line.virksomhed in places)


def round_of(
    store: Store, forlobene: Sequence[int], running: Container[int], week: Week, today: date, rules: RuleBook
) -> Round:
    """Of those open forløb. `running` are the borgere in any."""
    is_workday = workdays(rules, store.folder)
    every = load_facts(store, forlobene)
    why = {it.case.forlob.nr: reasons(it, week, today, rules, is_workday) for it in every if it.case.forlob}
    by_place: dict[int, list[Facts]] = {}
    for facts in every:
        if facts.case.forlob is not None:
            by_place.setdefault(facts.case.forlob.virksomhed, []).append(facts)
    places = {it.nr: it for it in store.door(Virksomhed).find()}
    people, ferier = store.door(Kontaktperson).find(), store.door(Ferie).find()
    asked: dict[int, str] = {}
    for it in store.door(Henvendelse).find():
        asked[it.virksomhed] = max(it.dato, asked.get(it.virksomhed, ""))
    about = _About(week, today, is_workday, people, ferier, asked)
    calls = [_call(it, by_place.get(it.nr, ()), why, about) for it in places.values()]
    return Round(
        week=week,
        today=today,
        calls=tuple(sorted((it for it in calls if it is not None), key=_place)),
        borgere=tuple(sorted(_borgere(store, every, running, rules, about), key=_borger_place)),
        own=tuple(it for it in ferier if _is_own(it) and it.fra <= week.last.isoformat() and about.first <= it.til),
    )


class _About(NamedTuple):
    """What all calls of a week share. `asked` is the last day each virksomhed was asked for a borger."""

    week: Week
    today: date
    is_workday: IsWorkday
    people: Sequence[Kontaktperson]
    ferier: Sequence[Ferie]
    asked: Mapping[int, str]

    @property
    def first(self) -> str:
        """The first day that is not over, ISO."""
        return max(self.today, self.week.first).isoformat()

    def is_open(self, virksomhed: int | None, day: date) -> bool:
        """A working day on which neither the consultant nor the virksomhed is away."""
        mine = (it for it in self.ferier if _is_own(it) or (virksomhed is not None and it.virksomhed == virksomhed))
        return self.is_workday(day) and not any(it.fra <= day.isoformat() <= it.til for it in mine)

    def is_closed(self, virksomhed: int) -> bool:
        """All the working days that are left of the week."""
        closing = [it for it in self.ferier if it.virksomhed == virksomhed]
        days = [self.week.day(nth) for nth in range(7)]
        left = [day for day in days if day.isoformat() >= self.first and self.is_workday(day)]
        return bool(closing and left) and all(any(it.fra <= d.isoformat() <= it.til for it in closing) for d in left)


def _is_own(it: Ferie) -> bool:
    return it.borger is None and it.virksomhed is None


def _call(place: Virksomhed, facts: Sequence[Facts], why: dict[int, tuple[Reason, ...]], about: _About) -> Call | None:
    on_call = tuple(_on_call(it, why, about.today) for it in facts)
    there = tuple(it for it in on_call if it.why)
    asked = _asked(place, facts, about)
    if not there and asked is None:
        return None
    every = [reason for it in there for reason in it.why]
    texts = [place.fast_tid, *(it.forlob.fast_tid for it in there), *(it.forlob.fast_tid for it in on_call)]
    fixed = next((" ".join(text.split()) for text in texts if text and text.strip()), "")
    when = read_fixed_time(fixed)
    day = day_to_call(every, when, about.week, about.today, lambda day: about.is_open(place.nr, day))
    agreed = [it.kl for it in every if it.art == APPOINTMENT and day and it.dato == day.isoformat() and it.kl]
    people = people_at(place, about.people, [it.forlob for it in on_call], about.first)
    return Call(
        virksomhed=place,
        people=people,
        fixed=fixed,
        day=day,
        kl=min(agreed) if agreed else when.clock if day else None,
        forlobene=there,
        why=(asked,) if asked else (),
        closed=about.is_closed(place.nr),
    )


def _on_call(facts: Facts, why: dict[int, tuple[Reason, ...]], today: date) -> OnCall:
    forlob = facts.case.forlob
    assert forlob is not None
    return OnCall(forlob, facts.case.borger, why[forlob.nr], last_topic(facts.case, today))


def _asked(place: Virksomhed, facts: Sequence[Facts], about: _About) -> Reason | None:
    """They have asked to be called, and nobody has spoken with them since that day."""
    day = place.ring_igen
    if not day or not is_in(day, about.week, about.today):
        return None
    iso = about.today.isoformat()
    spoken = max((about.asked.get(place.nr, ""), *(spoken_with(it.case, iso) for it in facts)))
    return None if spoken >= day else Reason(ASKED, day)


def last_topic(case: Case, today: date) -> Topic | None:
    """The newest contact or finished samtale of the forløb where somebody was reached."""
    forlob, iso = case.forlob.nr if case.forlob else None, today.isoformat()
    kontakter = [it for it in case.kontakter if it.forlob == forlob and it.dato <= iso]
    samtaler = [it for it in case.samtaler if it.status == "faerdig" and it.forlob == forlob and it.dato <= iso]
    reached: list[Kontakt | Samtale] = [*(it for it in kontakter if it.naet == "ja"), *samtaler]
    newest = max(reached, key=lambda it: (it.dato, it.nr), default=None)
    since = newest.dato if newest else ""
    tried = sum(it.naet == "nej" and it.dato >= since for it in kontakter)
    if newest is None:
        return Topic("", tried=tried) if tried else None
    if isinstance(newest, Kontakt):
        return Topic(newest.dato, newest.kanal, tekst=_line(newest.tekst), tried=tried)
    return Topic(newest.dato, newest.form, newest.agenda, _line(newest.anmaerkning), tried)


def _borgere(
    store: Store, every: Iterable[Facts], running: Container[int], rules: RuleBook, about: _About
) -> Iterable[BorgerCall]:
    """Those in a forløb whose turn it is, but for a visit where all meet; those who have the job; and those who are in
    no forløb and with whom a day was agreed.
    """
    week, today = about.week, about.today
    for facts in every:
        turn = turn_of(facts.case, week, today, rules, about.is_workday)
        if turn is not None and turn.form != VISIT:
            yield _borger_call(facts.case, turn, about)
    closed = waiting.closed_forlob(store, today.isoformat(), today.isoformat())
    for facts in load_facts(store, closed):
        turn = turn_of(facts.case, week, today, rules, about.is_workday)
        if turn is not None:
            yield _borger_call(facts.case, turn, about)._replace(efter=True)
    for it in waiting.before_forlob(store, week.last.isoformat()):
        if it.whose.borger not in running and is_in(it.dato, week, today) and it.form != VISIT:
            borger = store.door(Borger).get(it.whose.borger)
            yield BorgerCall(borger, None, "", Reason(APPOINTMENT, it.dato, it.kl, it.form))


def _borger_call(case: Case, turn: Reason, about: _About) -> BorgerCall:
    """`away`: all the working days that are left of the week are in a holiday of hers."""
    spans = [span for span in spans_of(it for it in about.ferier if it.borger == case.borger.nr) if span.whose != OWN]
    days = [day for nth in range(7) if (day := about.week.day(nth)).isoformat() >= about.first]
    left = [day for day in days if about.is_workday(day)]
    away = bool(spans and left) and all(any(span.holds(day) for span in spans) for day in left)
    name = case.virksomhed.navn if case.virksomhed else ""
    return BorgerCall(case.borger, case.forlob, name, turn, away=away)


def _place(call: Call) -> tuple[object, ...]:
    """By day and time; where no day is fixed last, the one that has waited longest first."""
    days = [it.dato for one in call.forlobene for it in one.why if it.dato and it.art in _SPEAKING]
    return (
        call.closed,
        call.day is None,
        call.day or date.max,
        call.kl or "99",
        min(days, default="9"),
        call.virksomhed.nr,
    )


def _borger_place(it: BorgerCall) -> tuple[object, ...]:
    return it.away, it.reason.dato or "", it.reason.kl or "99", it.borger.nr


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
