"""The mirror of own practice: kept months, the running one as of today, what stands open. Knows no screen."""

from datetime import date, timedelta
from typing import NamedTuple

from vforlob.actions.months import up_to_date
from vforlob.model.delmal import Delmal
from vforlob.rules.manedstal import Caseload, figures_on
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.spejl.breaches import Breach, Standing, oldest
from vforlob.rules.spejl.mirror import Spejl, mirror
from vforlob.rules.spejl.quarters import Quarter
from vforlob.store.months import dated_caseload, kept_months
from vforlob.store.spejl import excused, unclosed
from vforlob.store.store import Store

CORRECTED = "maned_rettes_dage"


class Mirrored(NamedTuple):
    """`breaches` are those that stand on the day `today`, whatever quarter is looked at. `has_before`: there are
    figures of the quarter before it.
    """

    spejl: Spejl
    breaches: tuple[Breach, ...]
    today: date
    has_before: bool


def take_mirror(store: Store, quarter: Quarter, today: date, rules: RuleBook) -> Mirrored:
    up_to_date(store)
    caseload = dated_caseload(store, f"{today.isoformat()[:7]}-01", today.isoformat())
    by_month = _kept(store, quarter)
    if today.isoformat()[:7] in quarter.months:
        by_month[today.isoformat()[:7]] = figures_on(caseload, today.isoformat(), rules)
    standing = _standing(store, caseload, today, rules)
    has_before = bool(_kept(store, quarter.before))
    return Mirrored(mirror(quarter, by_month, today), oldest(standing, today, rules), today, has_before)


def _kept(store: Store, quarter: Quarter) -> dict[str, dict[str, float]]:
    """As the month was frozen, with what was corrected since."""
    months = kept_months(store, quarter.months[0], quarter.months[-1])
    return {maned: {navn: row.tal + row.rettelse for navn, row in rows.items()} for maned, rows in months.items()}


def _standing(store: Store, caseload: Caseload, today: date, rules: RuleBook) -> Standing:
    """A closing talk is asked for as long as the figures of its month can be corrected."""
    since = today - timedelta(days=rules.at(CORRECTED, today).days)
    return Standing(
        caseload=caseload,
        excused=excused(store),
        delmal=store.door(Delmal).find(status="aben"),
        unclosed=unclosed(store, since.isoformat(), today.isoformat()),
    )
