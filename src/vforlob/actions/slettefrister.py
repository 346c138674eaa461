"""The deadlines of the kommune, and what is due by them today. Deletes nothing."""

from datetime import date
from typing import NamedTuple

from vforlob.actions.settings import setting
from vforlob.actions.slettestop import stopped
from vforlob.model.accounts import Indstilling
from vforlob.rules.sletning import Verdict, log_limit, of_drafts, of_persons, of_places, of_posts, of_talks
from vforlob.store import due_deletion, due_deletion_cases
from vforlob.store.due_deletion import Receipts
from vforlob.store.due_deletion_cases import Logged
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

TEXT, CASE, DRAFT, LOG, PLACE, EXPORT = "fritekst", "sag", "kladde", "log", "virksomhed", "eksport"
COPY = "kopi"  # not longer than what it holds may be kept
DEADLINES = (TEXT, CASE, DRAFT, LOG, PLACE, EXPORT)
OWN, RULE = "slettefrist:{}", "slettefrist_{}"
ACT = "slettefrister ret"
LEAST, MOST = 1, 3650
_FIRST = date(2000, 1, 1)  # of our rules: a clock that stands before it is wrong, and nothing is due by it


class Due(NamedTuple):
    """What may be deleted today, by class, and what is kept back. `days` are the deadlines."""

    days: dict[str, int]
    words: tuple[Verdict, ...]
    persons: tuple[Verdict, ...]
    drafts: tuple[Verdict, ...]
    places: tuple[Verdict, ...]
    log: Logged
    kept: tuple[Verdict, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.persons or self.drafts or self.places or self.log.many)


def deadline_days(store: Store, navn: str, today: date) -> int:
    """The kommune's own number, else that of the rules. A copy is kept no longer than the shortest of what it holds."""
    if navn == COPY:
        return min(deadline_days(store, it, today) for it in (TEXT, CASE))
    own = setting(store, OWN.format(navn))
    if own.isascii() and own.isdecimal():
        return int(own)
    return load_rulebook(store.folder).at(RULE.format(navn), max(today, _FIRST)).days


def deadlines(store: Store, today: date) -> dict[str, int]:
    return {navn: deadline_days(store, navn, today) for navn in DEADLINES}


def set_deadline(store: Store, navn: str, days: int | None) -> None:
    """None: the program's own number holds again."""
    with store.doing(ACT):
        value = "" if days is None else str(days)
        store.door(Indstilling).add(Indstilling(0, OWN.format(navn), value, store.now().date().isoformat()))


def gather_due(store: Store, today: date) -> Due:
    day, days, stop = today.isoformat(), deadlines(store, today), stopped(store)
    receipts, placed = Receipts(store), due_deletion.placed(store)
    persons = due_deletion_cases.persons(store, placed, receipts, day)
    closed = frozenset({it.borger for it in placed} & {it.nr for it in persons if not it.is_open})
    talks = due_deletion.talks(store, receipts)
    words = (
        *of_talks(talks, placed, days[TEXT], day, stop),
        *of_posts(due_deletion.posts(store, receipts, closed), talks, placed, days[TEXT], day, stop),
    )
    drafts = tuple(of_drafts(due_deletion_cases.begun(store), days[DRAFT], day, stop))
    whole = tuple(of_persons(persons, days[CASE], day, stop))
    places = tuple(of_places(due_deletion_cases.places(store), days[PLACE], day))
    return Due(
        days=days,
        words=_due(words),
        persons=_due(whole),
        drafts=_due(drafts),
        places=_due(places),
        log=due_deletion_cases.logged(store, log_limit(day, days[LOG]), stop),
        kept=tuple(it for it in (*words, *whole, *drafts) if it.why),
    )


def still_due(seen: Due, now: Due) -> Due:
    """What she has seen and said yes to, less what has come to stand otherwise while she was asked: another window may
    have written in it, or set a stop.
    """
    return now._replace(
        words=_in_both(seen.words, now.words),
        persons=_in_both(seen.persons, now.persons),
        drafts=_in_both(seen.drafts, now.drafts),
        places=_in_both(seen.places, now.places),
        log=min(seen.log, now.log, key=lambda log: log.before),
    )


def _in_both(seen: tuple[Verdict, ...], now: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    left = frozenset(now)
    return tuple(it for it in seen if it in left)


def _due(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    return tuple(it for it in verdicts if not it.why)
