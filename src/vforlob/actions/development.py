"""Months side by side from what was kept, and the one that is running. Reads; knows no screen."""

from collections.abc import Mapping
from datetime import date

from vforlob.actions.maltal import earlier_months
from vforlob.actions.maltal_now import own_counted
from vforlob.rules.maltal_development import Development, developed
from vforlob.rules.maltal_standing import standing_on
from vforlob.rules.manedstal import figures_on
from vforlob.rules.rulebook import RuleBook
from vforlob.store.months import dated_caseload
from vforlob.store.store import Store

MONTHS = 12


def development(store: Store, today: date, rules: RuleBook, count: int = MONTHS) -> Development:
    """The last `count` months, this one so far among them."""
    return development_with(store, today, figures_so_far(store, today, rules), count)


def development_with(store: Store, today: date, now: Mapping[str, float], count: int = MONTHS) -> Development:
    """The same, where the figures of this month have been counted."""
    return developed(earlier_months(store, today), today.isoformat()[:7], count, now)


def development_then(store: Store, maned: str, today: date, count: int = MONTHS) -> Development:
    """Up to and with a month that has ended."""
    return developed(earlier_months(store, today), maned, count, None)


def figures_so_far(store: Store, today: date, rules: RuleBook) -> dict[str, float]:
    """Of the month that is running, from dated records as all other months are."""
    iso = today.isoformat()
    caseload = dated_caseload(store, f"{iso[:7]}-01", iso)
    own = own_counted(store, iso[:7], standing_on(caseload, today, rules))
    return figures_on(caseload, iso, rules) | own
