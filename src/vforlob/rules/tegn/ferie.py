"""The sign of a holiday that would leave too many days without contact. Knows weeks, no closing day.

What is written down of days away comes first; the weeks of the rules stand in for days that nobody has written.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from vforlob.model.tegn import KOMMUNIKATION, SOON, Tegn
from vforlob.rules.tegn.base import Look, days_text
from vforlob.rules.workdays import is_weekday

if TYPE_CHECKING:
    from vforlob.rules.ferie import Gap  # most days nobody's holiday is near

HOLIDAYS = (
    ("sommerferie", "tegn_sommer_fra_uge", "tegn_sommer_til_uge"),
    ("juleferie", "tegn_jul_fra_uge", "tegn_jul_til_uge"),
)
_LONGEST = 120  # days; a rule that names every week would count for ever
_LIMIT, _WARNED = "tegn_ferie_dage", "tegn_ferie_varsel_dage"
_AWAY = {"konsulent": "Du har ferie", "borger": "Borgeren har ferie", "virksomhed": "Virksomheden har lukket"}


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
    holiday, last, planned = _near(look), _last(look), _planned(look)
    if _is_written(look):
        sign = _written(look)
        if sign is not None or holiday is None or _is_own(look, holiday):
            return sign
    if holiday is None:
        return None
    until = date.fromisoformat(planned) if planned else holiday.last
    if until < holiday.first or (until - date.fromisoformat(last)).days <= look.days(_LIMIT):
        return None
    ahead = (holiday.first - look.today).days
    begins = f"Der er {holiday.name} om {days_text(ahead)}" if ahead else f"Det er {holiday.name}"
    following = f"den næste er {look.short(planned)}" if planned else "den næste er ikke aftalt"
    return _sign(
        look,
        f"{begins}. Den sidste kontakt var {look.short(last)}, og {following}.",
        "Aftal en kontakt inden, eller find en stedfortræder.",
        (
            f"{holiday.name.capitalize()}: uge {holiday.weeks[0]} til {holiday.weeks[1]} (regler)",
            f"Sidste kontakt: {look.short(last)}",
            f"Næste kontakt: {look.short(planned) if planned else 'ikke aftalt'} (planen)",
        ),
    )


def _sign(look: Look, sentence: str, move: str, facts: tuple[str, ...]) -> Tegn:
    return Tegn("ferie", KOMMUNIKATION, sentence, move, f"kontakt {look.nr}", SOON, facts, _LIMIT)


def _last(look: Look) -> str:
    """The last contact, or the first day of the forløb where that is later."""
    start = look.forlob.start if look.forlob else None
    return max(look.last_contact(), start or "")


def _planned(look: Look) -> str:
    return max((plan.dato for plan in look.case.planer[-1:] if plan.dato >= look.iso), default="")


def _is_written(look: Look) -> bool:
    """Somebody is away, or will be before long."""
    if not look.facts.ferier:
        return False
    until = (look.today + timedelta(days=look.days(_WARNED))).isoformat()
    return any(it.fra <= until and look.iso <= it.til for it in look.facts.ferier)


def _is_own(look: Look, holiday: _Holiday) -> bool:
    """The consultant has written when she is away in that holiday."""
    first, last = holiday.first.isoformat(), holiday.last.isoformat()
    own = (it for it in look.facts.ferier if it.borger is None and it.virksomhed is None)
    return any(it.fra <= last and first <= it.til for it in own)


def _written(look: Look) -> Tegn | None:
    from vforlob.rules.ferie import Course, Span, lacking, spans_of  # late: most days nobody's holiday is near

    last, planned, slut = _last(look), _planned(look), look.forlob.slut if look.forlob else None
    course = Course(
        held=(date.fromisoformat(last),),
        agreed=(date.fromisoformat(planned),) if planned else (),
        slut=date.fromisoformat(slut) if slut else None,
    )
    window = Span(look.today, look.today + timedelta(days=look.days(_WARNED)))
    found = lacking(course, spans_of(look.facts.ferier), window, look.days(_LIMIT), is_weekday)
    return _told(look, found[0]) if found else None


def _told(look: Look, gap: "Gap") -> Tegn:
    first = min(gap.spans)
    ahead, before = (gap.first - look.today).days, look.short(gap.before.isoformat())
    after = look.short(gap.after.isoformat())
    following = {"aftalt": f"den næste er {after}", "slut": f"forløbet slutter {after}"}.get(
        gap.how, "den næste er ikke aftalt"
    )
    away = tuple(
        f"{_AWAY[span.whose]}: {look.short(span.first.isoformat())} til {look.short(span.last.isoformat())} (ferie)"
        for span in gap.spans
    )
    return _sign(
        look,
        f"{_AWAY[first.whose]}{f' om {days_text(ahead)}' if ahead > 0 else ''}. Den sidste kontakt var {before}, og"
        f" {following}.",
        "Aftal en kontakt inden, eller find en stedfortræder." if ahead > 0 else "Aftal en kontakt bagefter.",
        (
            *away,
            f"Sidste kontakt: {before}",
            f"Næste kontakt: {after if gap.how == 'aftalt' else 'ikke aftalt'} (planen)",
        ),
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
