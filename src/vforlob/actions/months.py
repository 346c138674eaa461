"""Keep the figures of months that have ended, and correct them while they are young. Knows no screen."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from vforlob.actions.maltal_now import own_counted
from vforlob.errors.base import VforlobError
from vforlob.model.accounts import Maned
from vforlob.rules.kept_months import corrected, frozen
from vforlob.rules.maltal_standing import standing_on
from vforlob.rules.manedstal import Caseload, figures, last_day, month_after, month_before
from vforlob.rules.rulebook import RuleBook
from vforlob.store.acts import MONTHS
from vforlob.store.months import dated_caseload, emptied, first_month, kept_months
from vforlob.store.open import has_dated_back, has_month
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

MOST = 24  # months at a time, the newest: a clock that ran years ahead must not fill the database


def keep_months(store: Store) -> None:
    """One thing done, of the program's own, and only when a figure is missing or has become another."""
    today = store.now().date()
    wanted = list(_months(first_month(store), month_before(today)))[-MOST:]
    if not wanted:
        return
    rules = load_rulebook(store.folder)
    if not _changed(store, wanted, today, rules):
        return
    with store.doing(MONTHS):
        for row in _changed(store, wanted, today, rules):  # again, for another window may have done it meanwhile
            if row.nr:
                store.door(Maned).change(row.nr, rettelse=row.rettelse)
            else:
                store.door(Maned).add(row)


def up_to_date(store: Store) -> None:
    """Before the figures of earlier months are read. A disk that is full keeps nobody from reading what is there."""
    if not has_month(store) or has_dated_back(store):
        with suppress(VforlobError):
            keep_months(store)


def _changed(store: Store, wanted: list[str], today: date, rules: RuleBook) -> list[Maned]:
    kept = kept_months(store, wanted[0], wanted[-1])
    young = (today - timedelta(days=rules.at("maned_rettes_dage", today).days)).isoformat()
    counting = [maned for maned in wanted if maned not in kept or last_day(maned) >= young]
    if not counting:
        return []
    caseload, gone = dated_caseload(store, f"{counting[0]}-01", last_day(wanted[-1])), emptied(store)
    rows: list[Maned] = []
    for maned in counting:
        counted = figures(caseload, maned, rules) | _own(store, caseload, maned, rules)
        known = kept.get(maned)
        rows += corrected(maned, known, counted, gone) if known else frozen(maned, counted, gone)
    return rows


def _own(store: Store, caseload: Caseload, maned: str, rules: RuleBook) -> dict[str, float]:
    """The consultant's own figures, as she had them in that month."""
    return own_counted(store, maned, standing_on(caseload, date.fromisoformat(last_day(maned)), rules))


def _months(first: str, last: str) -> Iterator[str]:
    """None where nothing has been written."""
    maned = first or "9"
    while maned <= last:
        yield maned
        maned = month_after(maned)
