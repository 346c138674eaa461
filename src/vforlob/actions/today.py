"""What needs the consultant today and in the next days, one entry a borger or forløb. Knows no words and no screen."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vforlob.actions import today_reasons as reasons
from vforlob.actions.to_journal import ToJournal, count_waiting
from vforlob.actions.today_line import PLANNED, Line, in_order, one_a_person
from vforlob.actions.today_reasons import Day
from vforlob.actions.workdays import workdays
from vforlob.model.due import PutOff, Unjournalised
from vforlob.rules.rulebook import RuleBook
from vforlob.store import due
from vforlob.store.facts import load_facts
from vforlob.store.store import Store


class Today(NamedTuple):
    """`first` is the next planned contact, only for a day when nobody waits. `put_off` are the reasons that would stand
    here today; `unseen` is how many open forløb were not looked at. `journal` are the newest samtaler that wait for the
    journal, `to_journal` counts everything that does.
    """

    today: date
    borgere: int
    forlobene: int
    now: tuple[Line, ...]
    soon: tuple[Line, ...]
    journal: tuple[Unjournalised, ...]
    first: Line | None
    put_off: tuple[PutOff, ...] = ()
    to_journal: ToJournal = ToJournal({})
    unseen: int = 0


def gather_today(store: Store, today: date, rules: RuleBook) -> Today:
    day = Day(today, rules, workdays(rules, store.folder))
    borgere, open_count = due.caseload(store)
    looked_at = due.open_forlob(store)
    found = tuple(_lines(store, looked_at, day))
    near = (line for line in found if line.kind != PLANNED or (line.dato or "") <= day.soon)
    standing, hidden = _without_put_off(one_a_person(in_order(near)), due.put_off(store, day.iso))
    entries = in_order(standing)
    store.listed = len(entries)  # for the access log
    now = tuple(entry for entry in entries if not entry.is_soon)
    return Today(
        today=today,
        borgere=borgere,
        forlobene=open_count,
        now=now,
        soon=tuple(entry for entry in entries if entry.is_soon),
        journal=due.unjournalised(store),
        first=None if now else _first(found),
        put_off=hidden,
        to_journal=count_waiting(store, today, rules, day.is_workday),
        unseen=open_count - len(looked_at),
    )


def _lines(store: Store, looked_at: tuple[int, ...], day: Day) -> Iterator[Line]:
    closed = due.closed_forlob(store, day.iso, day.back("i_dag_lukket_dage"))
    for facts in load_facts(store, (*looked_at, *closed)):
        yield from reasons.of_forlob(facts, day)
    yield from reasons.of_promises(due.own_promises(store, day.soon), day)
    yield from reasons.before_forlob(due.before_forlob(store, day.soon), day)
    yield from reasons.of_goals(due.late_goals(store, day.iso))
    yield from reasons.of_referred(due.referred(store, day.iso), day)
    yield from reasons.of_drafts(due.drafts(store))


def _without_put_off(entries: Iterable[Line], put_off: Iterable[PutOff]) -> tuple[list[Line], tuple[PutOff, ...]]:
    """The entries with the reasons that stand, and what keeps the others away today."""
    away = {(it.whose.borger, it.whose.forlob, it.hvad, it.hvad_nr): it for it in put_off}
    standing, hidden = [], []
    for entry in entries:
        left = []
        for line in (entry._replace(also=()), *entry.also):
            it = away.get((*line.person, *line.reason))
            if it is None:
                left.append(line)
            else:
                hidden.append(it)
        if left:
            standing.append(left[0]._replace(also=tuple(left[1:])))
    return standing, tuple(sorted(hidden, key=lambda it: (it.til, it.nr)))


def _first(lines: Iterable[Line]) -> Line | None:
    planned = (line for line in lines if line.kind == PLANNED)
    return min(planned, key=lambda line: (line.dato or "", line.kl or "", line.person), default=None)
