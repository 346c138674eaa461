"""The next contact as an appointment for the calendar, and which one it is. Knows no file format.

Work calendars are shared: nothing of the borger stands in it unless that was chosen.
"""

from datetime import date
from typing import NamedTuple

from vforlob.actions.references import open_forlob
from vforlob.actions.workdays import workdays
from vforlob.errors.kalender import ContactPassed, NoContactPlanned
from vforlob.errors.use import SeveralForlob
from vforlob.model.case import Case
from vforlob.model.eksport import Kalender
from vforlob.model.event import Event
from vforlob.model.forlob import Plan
from vforlob.model.text import clean
from vforlob.rules.kontaktplan import AGREED, Due, due
from vforlob.rules.open_milestones import last_real_contact
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday
from vforlob.store.acts import CALENDAR
from vforlob.store.case import load_case
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

MINUTES, MINUTES_OF = "kalender_minutter", "kalender_{}_minutter"
VISIT = "besog"
_MOVED = ("agenda", "dato", "kl", "form")
_TITLES = {
    "startmode": "Startmøde",
    "opfolgning": "Opfølgning",
    "midtvejs": "Midtvejssamtale",
    "afslutning": "Afsluttende samtale",
    "eftervaern": "Samtale om jobbet",
    "": "Samtale",
}
_LINES = {
    "startmode": "startmøde",
    "opfolgning": "opfølgning",
    "eftervaern": "efterværn",
    "": "formøde",
}
_FORMS = {"besog": "Besøg", "telefon": "Opkald", "video": "Videomøde", "kommunen": "Møde hos kommunen"}


class _Appointment(NamedTuple):
    """What the event is of. `number` is "f12" or "b7"."""

    case: Case
    due: Due
    number: str


def make_event(
    store: Store,
    forlob: int | None,
    *,
    borger: int | None = None,
    with_name: bool = False,
    with_agenda: bool = False,
    with_place: bool = False,
) -> Event:
    """The next contact of a forløb, or of a borger where there is none. The same appointment keeps its uid; its
    sequence rises when day, time, form or agenda is another. Raises NoContactPlanned and ContactPassed.
    """
    rules, today = load_rulebook(store.folder), store.now().date()
    case = _case(store, forlob, borger)
    found = _appointment(case, today, rules, store.folder)
    if found.due.dato < today.isoformat():
        raise ContactPassed(found.number, found.due.dato, f"{_line(found.due.agenda)} {found.number}")
    kept = _kept(store, found, last_real_contact(case, today))
    return Event(
        uid=kept.uid,
        sequence=kept.sekvens,
        stamp=kept.tid,
        day=kept.dato,
        clock=kept.kl,
        minutes=_minutes(kept.form, date.fromisoformat(kept.dato), rules),
        summary=clean(_summary(found, with_name), lines=False),
        description=clean(_description(store, found, with_agenda)),
        place=clean(_place(found), lines=False) if with_place else "",
        agreed=found.due.kilde == AGREED,
    )


def _case(store: Store, forlob: int | None, borger: int | None) -> Case:
    """A borger in one forløb is asked about with that."""
    if forlob is None and borger is not None:
        running = open_forlob(store, borger)
        if len(running) > 1:
            raise SeveralForlob(borger, (one.nr for one in running))
        forlob = running[0].nr if running else None
    return load_case(store, forlob=forlob) if forlob is not None else load_case(store, borger=borger)


def _appointment(case: Case, today: date, rules: RuleBook, folder: str) -> _Appointment:
    number = f"f{case.forlob.nr}" if case.forlob else f"b{case.borger.nr}"
    found = next_of(case, today, rules, workdays(rules, folder))
    if found is None or not found.dato:
        raise NoContactPlanned(number, closed=case.forlob is not None and case.forlob.status == "lukket")
    return _Appointment(case, found, number)


def next_of(case: Case, today: date, rules: RuleBook, is_workday: IsWorkday) -> Due | None:
    """What was agreed and is still to come, also where a rule asks for a contact before; else what the rules say."""
    plan = _standing_plan(case, today)
    if case.forlob is None:
        return Due(plan.dato, plan.kilde, "", plan.kl, plan.form) if plan else None
    found = due(case, today, rules, is_workday)
    if found is None or plan is None or plan.kilde != AGREED or plan.dato < today.isoformat():
        return found
    return Due(plan.dato, AGREED, found.agenda, plan.kl, plan.form)


def _standing_plan(case: Case, today: date) -> Plan | None:
    """The newest, as long as it has not been met."""
    plan = max(case.planer, key=lambda plan: plan.nr, default=None)
    last = last_real_contact(case, today)
    if plan is None or not plan.dato or (last is not None and plan.dato <= last.isoformat()):
        return None
    return plan


def _kept(store: Store, found: _Appointment, last: date | None) -> Kalender:
    """The appointment as it was last given out, moved when it has been. It is another one when a samtale has been held
    since, or when its day has come and somebody was reached.
    """
    case, door = found.case, store.door(Kalender)
    forlob, own = case.forlob.nr if case.forlob else None, found.due
    stamp = store.now().isoformat(timespec="seconds")
    now = Kalender(0, case.borger.nr, forlob, _new_uid(), agenda=own.agenda, dato=own.dato, kl=own.kl, form=own.form)
    now = now._replace(anker=_anchor(case), tid=stamp)
    standing = [
        row
        for row in door.find(borger=case.borger.nr)
        if row.forlob in {None, forlob} and (last is None or row.dato > last.isoformat()) and _is_same(row, now)
    ]
    if not standing:
        with store.doing(CALENDAR):
            return door.add(now)
    kept = standing[-1]
    moved = {name: getattr(now, name) for name in _MOVED if getattr(now, name) != getattr(kept, name)}
    if moved:
        moved |= {"sekvens": kept.sekvens + 1, "tid": stamp}
    if not moved and kept.anker == now.anker and kept.forlob == forlob:
        return kept
    with store.doing(CALENDAR):
        return door.change(kept.nr, anker=now.anker, forlob=forlob, **moved)


def _is_same(row: Kalender, now: Kalender) -> bool:
    """Agreed at the same samtale; or at the same hour, though there has been another samtale in between."""
    return row.anker == now.anker or (row.dato, row.kl) == (now.dato, now.kl)


def _anchor(case: Case) -> str | None:
    """The newest finished samtale: the next contact was agreed there."""
    held = [samtale.nr for samtale in case.samtaler if samtale.status == "faerdig"]
    return f"s{max(held)}" if held else None


def _new_uid() -> str:
    from secrets import token_hex  # late: only a new appointment needs one

    return f"{token_hex(16)}@vforlob"  # random: neither a machine nor anybody's number stands in it


def _minutes(form: str | None, day: date, rules: RuleBook) -> int:
    rule = (rules.find(MINUTES_OF.format(form), day) if form else None) or rules.at(MINUTES, day)
    return rule.number


def _summary(found: _Appointment, with_name: bool) -> str:
    title = _TITLES.get(found.due.agenda, _TITLES["opfolgning"])
    if found.due.kilde != AGREED:
        title = f"{title}, senest i dag"
    if with_name:
        return f"{title}: {found.case.borger.navn or found.case.borger.alias}"
    return f"{title} (virksomhedsforløb)" if found.case.forlob else title


def _description(store: Store, found: _Appointment, with_agenda: bool) -> str:
    form = _FORMS.get(found.due.form or "", "")
    told = [f"{form}." if form else "", f"vforlob {_line(found.due.agenda)} {found.number}"]
    if with_agenda:
        told += ["", *_points(store, found.due.agenda or "formode")]
    return "\n".join(line for at, line in enumerate(told) if line or at > 1)


def _points(store: Store, name: str) -> list[str]:
    """What is asked with everybody at the table; nothing of what was answered."""
    from vforlob.agenda.library import find_agenda_file  # late: only where the points were chosen
    from vforlob.agenda.loader import load_agenda  # likewise
    from vforlob.store.agendas import compiled  # likewise

    agenda = compiled(store, find_agenda_file(name, store.folder), load_agenda)
    shown = [punkt for punkt in agenda.punkter if punkt.enabled and not (punkt.alone or punkt.thorough)]
    return [f"{punkt.number}. {punkt.text}" for punkt in shown]


def _place(found: _Appointment) -> str:
    """Only a visit is somewhere."""
    virksomhed = found.case.virksomhed
    if virksomhed is None or found.due.form != VISIT:
        return ""
    return ", ".join(part for part in (virksomhed.navn, virksomhed.sted) if part)


def _line(agenda: str) -> str:
    return _LINES.get(agenda, agenda)
