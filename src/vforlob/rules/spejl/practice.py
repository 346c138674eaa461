"""The figures of a month about the consultant's own practice, counted from dated records. Knows no storage."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from vforlob.rules.rulebook import RuleBook

if TYPE_CHECKING:  # the figures of a month are made of these, among others
    from vforlob.rules.manedstal import Placement

FIRST_WEEK = "milepael_uge_1"
NEVER_BEGUN = "aldrig_startet"


def practice_on(
    placements: Sequence["Placement"], going: Sequence["Placement"], last: str, rules: RuleBook
) -> dict[str, float]:
    """As they stood on the day `last`, for its month; `going` are those going that day.

    forlob: forløb going. taet_besluttet: of them, those where it was decided whether to follow closely, also when no.
    startmode: of those begun in the month up to that day, those with a startmøde held by the first day.
    uge_1: forløb whose first week ended in the month up to that day, while they went. uge_1_kontakt: of them, those
    where somebody was reached after the first day and within the week.
    """
    first = f"{last[:7]}-01"
    begun = [one for one in placements if first <= (one.forlob.start or "") <= last and _came(one)]
    weeks = [(one, end) for one in placements if (end := week_ends(one, rules)) is not None and first <= end <= last]
    return {
        "forlob": len(going),
        "taet_besluttet": sum(any(taet.dato <= last for taet in one.taet) for one in going),
        "startmode": sum(was_started(one) for one in begun),
        "uge_1": len(weeks),
        "uge_1_kontakt": sum(was_reached(one, end) for one, end in weeks),
    }


def week_ends(one: "Placement", rules: RuleBook) -> str | None:
    """The last day of the first week; None where it did not go so long, or no rule asks for that contact."""
    if one.forlob.start is None or not _came(one):
        return None
    start = date.fromisoformat(one.forlob.start)
    rule = rules.find(FIRST_WEEK, start)
    if rule is None:
        return None
    end = rule.after(start).isoformat()
    is_over = one.forlob.status == "lukket" and (one.forlob.lukket or "") <= end
    return None if is_over else end


def was_reached(one: "Placement", end: str) -> bool:
    return any((one.forlob.start or "") < day <= end for day in one.contacts)


def was_started(one: "Placement") -> bool:
    return any(day <= (one.forlob.start or "") for day in one.startmoder)


def _came(one: "Placement") -> bool:
    return one.forlob.udfald != NEVER_BEGUN
