"""The targets of a month beside what stands now and what stood before. Reads; knows no screen."""

from datetime import date

from vforlob.actions.maltal_now import counted_by
from vforlob.actions.months import up_to_date
from vforlob.model.accounts import Maltal, Maned
from vforlob.model.linje import Snapshot
from vforlob.rules.maltal import BUILT_IN, Kept, Target, kept_figures, names_of, same_name, target_of
from vforlob.rules.maltal_standing import built_in, standing_now
from vforlob.rules.manedstal import last_day, month_before
from vforlob.rules.months_typed import months_from
from vforlob.rules.rulebook import RuleBook
from vforlob.store.months import kept_months
from vforlob.store.store import Store

Months = dict[str, dict[str, Maned]]

__all__ = ["Target", "all_targets", "earlier_months", "figure_months", "first_kept", "targets", "targets_of"]


def targets(store: Store, today: date, rules: RuleBook, snapshot: Snapshot) -> tuple[Target, ...]:
    """One row a figure for this month: the program's own, target or none; then those she has made, also for the month
    before or a later one, so that none drops out when a month begins.
    """
    return targets_of(store, today.isoformat()[:7], today, rules, snapshot)


def targets_of(store: Store, maned: str, today: date, rules: RuleBook, snapshot: Snapshot) -> tuple[Target, ...]:
    """The same for this month or a later one: what stands today beside that month's targets."""
    months = earlier_months(store, today)
    now = today.isoformat()[:7]
    since = months_from(now, -1)
    rows = sorted((row for row in all_targets(store) if row.maned >= since), key=lambda row: row.maned != maned)
    standing = standing_now(snapshot, today)
    figures = built_in(standing, today, rules)
    found = []
    for navn in names_of(rows):
        own = row_of(rows, maned, navn)
        own_filter = (own or next((it for it in rows if same_name(it.navn, navn)), Maltal(0, ""))).filter
        faktisk = figures[navn] if navn in BUILT_IN else counted_by(own_filter, standing)
        found.append(target_of(navn, maned, own, faktisk, kept_figures(navn, months), own_filter))
    return tuple(found)


def targets_then(store: Store, maned: str) -> tuple[Target, ...]:
    """Of a month that has ended: the targets it had and the figures as they were kept, and the months before it."""
    months = kept_months(store, "", maned)
    rows = list(store.door(Maltal).find(maned=maned))
    found = []
    for navn in names_of(rows):
        own = row_of(rows, maned, navn)
        kept = kept_figures(navn, months)
        then: Kept | None = next((one for one in kept if one.maned == maned), None)
        before = tuple(one for one in kept if one.maned < maned)
        own_filter = own.filter if own else None
        found.append(target_of(navn, maned, own, then.now if then else None, before, own_filter))
    return tuple(found)


def earlier_months(store: Store, today: date) -> Months:
    """Every month that has ended and has figures."""
    up_to_date(store)
    return kept_months(store, "", month_before(today))


def row_of(rows: list[Maltal], maned: str, navn: str) -> Maltal | None:
    return next((row for row in rows if row.maned == maned and same_name(row.navn, navn)), None)


def all_targets(store: Store) -> list[Maltal]:
    """In the order of months."""
    return sorted(store.door(Maltal).find(), key=lambda row: (row.maned, row.nr))


def figure_months(store: Store, navn: str, today: date) -> tuple[Kept, ...]:
    """A figure in every month that has ended, the newest first."""
    return kept_figures(navn, earlier_months(store, today))


def first_kept(months: Months) -> str:
    return min(months, default="")


def end_of(maned: str) -> date:
    return date.fromisoformat(last_day(maned))
