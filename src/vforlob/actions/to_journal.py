"""How much waits for the journal, and how much of it should be there by now. Knows no text and no screen."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vforlob.rules.rulebook import RuleBook
from vforlob.rules.workdays import IsWorkday, workdays_after
from vforlob.store.journal import CLEARANCE, Waiting, waiting
from vforlob.store.store import Store

RULE = "journal_senest_arbejdsdage"
# A list of a day says "at least" beyond this.
MOST = 250


class ToJournal(NamedTuple):
    """`counts` by kind; a clearance is told with its hensyn. `late` are those whose day has come, `oldest` the first of
    them, ISO. `more`: there are so many that they were not all counted.
    """

    counts: Mapping[str, int]
    late: int = 0
    oldest: str = ""
    more: bool = False


def count_waiting(store: Store, today: date, rules: RuleBook, is_workday: IsWorkday) -> ToJournal:
    found = waiting(store, MOST + 1)
    items: dict[tuple[str, int], Waiting] = {}
    for it in found:
        items.setdefault(item_of(it), it)  # the oldest come first
    late = [it for it in items.values() if is_late(it.dato, today, rules, is_workday)]
    counts: dict[str, int] = {}
    for emne, _ in items:
        counts[emne] = counts.get(emne, 0) + 1
    return ToJournal(counts, len(late), late[0].dato if late else "", len(found) > MOST)


def item_of(it: Waiting) -> tuple[str, int]:
    """What it is told, and receipted, as."""
    return ("hensyn" if it.emne == CLEARANCE else it.emne, it.part_of)


def is_late(day: str, today: date, rules: RuleBook, is_workday: IsWorkday) -> bool:
    """From the working day that the rule gives: then it goes in that day."""
    about = date.fromisoformat(day)
    return about < today and workdays_after(about, rules.at(RULE, today).number, is_workday) <= today
