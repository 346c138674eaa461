"""Why somebody needs the consultant on a day: facts and dated rules become lines. Knows no order and no words."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.actions import today_line as kinds
from vforlob.actions.today_line import AFTER_FORMODE, Line
from vforlob.model.case import Case
from vforlob.model.due import Draft, Goal, Next, Promise, Referred, Whose
from vforlob.model.facts import Facts
from vforlob.model.forlob import Forlob
from vforlob.model.tegn import SOON, Tegn
from vforlob.rules.frister import vitas_deadline, workdays_after
from vforlob.rules.graenser import limit_warnings
from vforlob.rules.kontaktplan import AGREED, due, is_early, is_followed_closely
from vforlob.rules.progress import last_contact
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.tegn import pressing_signs

# Signs that say the same: nobody has been spoken with.
SILENT = frozenset({"bagkant", "taet_uden_kontakt", "tavshed"})
# What was left behind in a closed forløb: nobody is lost between two, and what was learned is written down.
LEFT = frozenset({"naeste_skridt_mangler", "laering_mangler", "afsluttende_samtale_mangler"})
NO_CLOSING_TALK = "afslutning_ikke_aftalt"


class Day(NamedTuple):
    """What everything is judged by. `soon` is the last day, ISO, of what is coming."""

    today: date
    rules: RuleBook
    is_workday: Callable[[date], bool]

    @property
    def iso(self) -> str:
        return self.today.isoformat()

    @property
    def soon(self) -> str:
        return self.away("i_dag_snart_dage")

    def away(self, rule: str) -> str:
        return (self.today + timedelta(days=self.rules.at(rule, self.today).days)).isoformat()

    def back(self, rule: str) -> str:
        return (self.today - timedelta(days=self.rules.at(rule, self.today).days)).isoformat()


def of_forlob(facts: Facts, day: Day) -> Iterator[Line]:
    """Everything about one forløb that its records say; also contacts that are further away than soon."""
    case = facts.case
    if case.forlob is None:
        return
    whose, early = whose_of(case), is_early(case.forlob, day.today, day.rules)
    contact, told = _contact(case, whose, day), _told(facts, day)
    silence = next((sign for sign in told if sign.id in SILENT), None)
    if contact is not None and _is_only_silence(contact) and silence is not None and silence.urgency < SOON:
        contact = None
    if contact is not None:
        yield contact
    is_said = contact is not None and contact.kind == kinds.CONTACT
    for sign in told:
        if sign.id not in SILENT or (sign is silence and not is_said):
            yield _sign(sign, whose, early)
    if case.forlob.status != "lukket":
        yield from _over(whose, day)
        yield from _deadlines(case, whose, day)


def _told(facts: Facts, day: Day) -> tuple[Tegn, ...]:
    """The signs that are not only background, and that the list does not say in another way."""
    forlob = facts.case.forlob
    if forlob is None or (forlob.status == "lukket" and (forlob.lukket or "") < day.back("i_dag_lukket_dage")):
        return ()
    return pressing_signs(facts, day.today, day.rules)


def _is_only_silence(contact: Line) -> bool:
    """An interval has run out: a sign of silence says the same, and more."""
    return contact.kind == kinds.CONTACT and contact.agenda == "opfolgning" and contact.kilde != AGREED


def whose_of(case: Case) -> Whose:
    forlob, taet = case.forlob, is_followed_closely(case)
    if forlob is None:
        return Whose(case.borger.nr, case.borger.alias, taet=taet)
    virksomhed = case.virksomhed.navn if case.virksomhed else None
    return Whose(case.borger.nr, case.borger.alias, forlob.nr, virksomhed, forlob.start, forlob.slut, taet)


def _contact(case: Case, whose: Whose, day: Day) -> Line | None:
    found, reached = due(case, day.today, day.rules, day.is_workday), last_contact(case)
    last = reached.dato if reached else ""
    if case.forlob is None or found is None:
        is_open = case.forlob is not None and case.forlob.status != "lukket"
        return Line(kinds.UNPLANNED, whose, last=last) if is_open else None
    has_come = found.dato <= day.iso
    return Line(
        kinds.CONTACT if has_come else kinds.PLANNED,
        whose,
        found.dato,
        found.kl,
        found.form,
        last,
        agenda=found.agenda,
        kilde=found.kilde,
        is_soon=not has_come,
        is_early=is_early(case.forlob, day.today, day.rules),
    )


def _sign(sign: Tegn, whose: Whose, early: bool) -> Line:
    said = Line(kinds.SIGN, whose, text=sign.sentence, move=sign.move, command=sign.command, kilde=sign.id)
    if sign.id in LEFT:
        return said._replace(kind=kinds.CLOSED)
    if sign.id == NO_CLOSING_TALK:
        return said._replace(kind=kinds.ENDING, dato=whose.slut, is_soon=True)
    return said._replace(is_soon=sign.urgency == SOON, is_early=early)


def _over(whose: Whose, day: Day) -> Iterator[Line]:
    if whose.slut and whose.slut < day.iso:
        yield Line(kinds.OVER, whose, whose.slut)


def _deadlines(case: Case, whose: Whose, day: Day) -> Iterator[Line]:
    if case.forlob is None:
        return
    deadline = vitas_deadline(case.forlob, day.today, day.rules)
    if deadline is not None and deadline.isoformat() <= day.soon:
        yield Line(kinds.VITAS, whose, deadline.isoformat(), is_soon=deadline > day.today)
    yield from _limits(case.forlob, case.borger.malgruppe, whose, day)


def _limits(forlob: Forlob, malgruppe: str | None, whose: Whose, day: Day) -> Iterator[Line]:
    """From when the limit is as near as an end is told of. Until then the dates can stand as they are."""
    near = min(day.away("forlob_slutter_dage"), forlob.slut or "9")
    if limit_warnings(forlob, malgruppe, day.rules, day.today, near):
        for sentence in limit_warnings(forlob, malgruppe, day.rules, day.today):
            yield Line(kinds.LIMIT, whose, text=sentence, is_soon=True)


def of_promises(promises: Iterable[Promise], day: Day) -> Iterator[Line]:
    for promise in promises:
        late = promise.frist < day.iso
        kind = kinds.PROMISE if late else kinds.PROMISED
        yield Line(kind, promise.whose, promise.frist, nr=promise.aftale, text=promise.hvad, is_soon=not late)


def of_goals(goals: Iterable[Goal]) -> Iterator[Line]:
    for goal in goals:
        yield Line(kinds.GOAL, goal.whose, goal.frist, nr=goal.delmal, text=goal.hvad)


def before_forlob(planned: Iterable[Next], day: Day) -> Iterator[Line]:
    for it in planned:
        has_come = it.dato <= day.iso
        kind = kinds.CONTACT if has_come else kinds.PLANNED
        agenda = AFTER_FORMODE if it.samtale else "formode"
        line = Line(kind, it.whose, it.dato, it.kl, it.form, agenda=agenda, kilde=AGREED)
        yield line._replace(is_soon=not has_come)


def of_referred(referred: Iterable[Referred], day: Day) -> Iterator[Line]:
    most = day.rules.at("henvist_arbejdsdage", day.today).number
    for it in referred:
        if workdays_after(date.fromisoformat(it.henvist), most, day.is_workday) < day.today:
            yield Line(kinds.REFERRED, it.whose, it.henvist, agenda="formode")


def of_drafts(drafts: Iterable[Draft]) -> Iterator[Line]:
    for it in drafts:
        kilde = "rettelse" if it.udgave else ""
        yield Line(kinds.DRAFT, it.whose, it.dato, nr=it.samtale, agenda=it.agenda, kilde=kilde)
