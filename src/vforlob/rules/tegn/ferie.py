"""The sign of a holiday that would leave too many days without contact. Knows weeks, no closing day."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from vforlob.model.tegn import KOMMUNIKATION, SOON, Tegn
from vforlob.rules.tegn.base import Look, days_text

HOLIDAYS = (
    ("sommerferie", "tegn_sommer_fra_uge", "tegn_sommer_til_uge"),
    ("juleferie", "tegn_jul_fra_uge", "tegn_jul_til_uge"),
)
_LONGEST = 120  # days; a rule that names every week would count for ever


class _Holiday(NamedTuple):
    """`first` is today where it is on; `weeks` as the rules name them."""

    name: str
    weeks: tuple[int, int]
    first: date
    last: date


def holiday_gap(look: Look) -> Tegn | None:
    """A holiday is near or on, and from the last contact to the next there are too many days."""
    if look.age is None or look.forlob is None:
        return None
    holiday, rule = _near(look), "tegn_ferie_dage"
    last = max(look.last_contact(), look.forlob.start or "")
    planned = max((plan.dato for plan in look.case.planer[-1:] if plan.dato >= look.iso), default="")
    if holiday is None:
        return None
    until = date.fromisoformat(planned) if planned else holiday.last
    if until < holiday.first or (until - date.fromisoformat(last)).days <= look.days(rule):
        return None
    ahead = (holiday.first - look.today).days
    begins = f"Der er {holiday.name} om {days_text(ahead)}" if ahead else f"Det er {holiday.name}"
    following = f"den næste er {look.short(planned)}" if planned else "den næste er ikke aftalt"
    return Tegn(
        "ferie",
        KOMMUNIKATION,
        f"{begins}. Den sidste kontakt var {look.short(last)}, og {following}.",
        "Aftal en kontakt inden, eller find en stedfortræder.",
        f"kontakt {look.nr}",
        SOON,
        (
            f"{holiday.name.capitalize()}: uge {holiday.weeks[0]} til {holiday.weeks[1]} (regler)",
            f"Sidste kontakt: {look.short(last)}",
            f"Næste kontakt: {look.short(planned) if planned else 'ikke aftalt'} (planen)",
        ),
        rule,
    )


def _near(look: Look) -> _Holiday | None:
    for name, first, last in HOLIDAYS:
        weeks = look.number(first), look.number(last)
        days = _days_of(look.today, weeks, look.days("tegn_ferie_varsel_dage"))
        if days:
            return _Holiday(name, weeks, *days)
    return None


@lru_cache(maxsize=8)
def _days_of(today: date, weeks: tuple[int, int], warned: int) -> tuple[date, date] | None:
    """The first and the last day of it, None where it is too far away. The same for every forløb of a day."""
    for ahead in range(warned + 1):
        first = today + timedelta(days=ahead)
        if _is_within(first, weeks):
            return first, _last_day(first, weeks)
    return None


def _last_day(day: date, weeks: tuple[int, int]) -> date:
    for _ in range(_LONGEST):
        if not _is_within(day + timedelta(days=1), weeks):
            break
        day += timedelta(days=1)
    return day


def _is_within(day: date, weeks: tuple[int, int]) -> bool:
    """Weeks over New Year go on from the last to the first."""
    week, (first, last) = day.isocalendar().week, weeks
    return first <= week <= last if first <= last else week >= first or week <= last
