"""Who goes without contact over a holiday, and for how long. Knows no storage, no words and no clock."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.model.ferie import Ferie
from vforlob.rules.workdays import IsWorkday

OWN, BORGER, VIRKSOMHED = "konsulent", "borger", "virksomhed"
# A holiday of the calendar that nobody has written down: days in it are not known, and what is agreed in it stands.
CALENDAR = "kalender"
AGREED, POSSIBLE, END = "aftalt", "muligt", "slut"
_DAY = timedelta(days=1)
_FURTHEST = 400  # days: somebody who is away longer has no day that can be counted to


class Span(NamedTuple):
    """From the first to the last day, both counted. `name` is what a holiday of the calendar is called."""

    first: date
    last: date
    whose: str = OWN
    name: str = ""

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def meets(self, first: date, last: date) -> bool:
        return self.first <= last and first <= self.last


class Course(NamedTuple):
    """What is known of a forløb. `held` are days on which somebody was reached, `agreed` those still to come."""

    held: tuple[date, ...] = ()
    agreed: tuple[date, ...] = ()
    start: date | None = None
    slut: date | None = None


class Gap(NamedTuple):
    """From the last contact before to the first after. `first` is the first day away in it. `how` is aftalt, muligt
    (nothing is agreed: the first day on which all can be reached) or slut (the forløb ends before).
    """

    before: date
    first: date
    after: date
    how: str
    spans: tuple[Span, ...] = ()

    @property
    def days(self) -> int:
        return (self.after - self.before).days


def spans_of(ferier: Iterable[Ferie]) -> tuple[Span, ...]:
    """By day. One that ends before it begins is none."""
    found = (Span(date.fromisoformat(it.fra), date.fromisoformat(it.til), whose_is(it)) for it in ferier)
    return tuple(sorted(span for span in found if span.first <= span.last))


def whose_is(ferie: Ferie) -> str:
    if ferie.borger is not None:
        return BORGER
    return VIRKSOMHED if ferie.virksomhed is not None else OWN


def with_calendar(spans: Sequence[Span], calendar: Iterable[Span]) -> tuple[Span, ...]:
    """A holiday of the calendar stands until the consultant has written down when she is away in it."""
    own = [span for span in spans if span.whose == OWN]
    unknown = (one for one in calendar if not any(span.meets(one.first, one.last) for span in own))
    return tuple(sorted((*spans, *unknown)))


def is_free(day: date, spans: Iterable[Span], is_workday: IsWorkday) -> bool:
    """A working day on which nobody is away."""
    return is_workday(day) and not any(span.holds(day) for span in spans)


def lacking(course: Course, spans: Sequence[Span], window: Span, limit: int, is_workday: IsWorkday) -> tuple[Gap, ...]:
    """The gaps of more than `limit` days around the days away in the window, by day. Where nothing is agreed the first
    possible day counts as the contact from which a later gap is counted.
    """
    contacts = _contacts(course, spans)
    found: list[Gap] = []
    day = _next_away(window.first, spans, window.last)
    while day is not None:
        gap = None if day in contacts else _gap_at(day, course, contacts, spans, is_workday)
        if gap is not None and gap.days > limit:
            found.append(gap)
            contacts.add(gap.after)
        day = _next_away(max(day + _DAY, gap.after) if gap else day + _DAY, spans, window.last)
    return tuple(found)


def _contacts(course: Course, spans: Sequence[Span]) -> set[date]:
    """What is agreed for a day on which somebody is away is not going to be held."""
    away = [span for span in spans if span.whose != CALENDAR]
    return {*course.held, *(day for day in course.agreed if not any(span.holds(day) for span in away))}


def _gap_at(day: date, course: Course, contacts: set[date], spans: Sequence[Span], is_workday: IsWorkday) -> Gap | None:
    """None on a day before the forløb begins or after it ends, and where nothing was there to count from."""
    known = [one for one in contacts if one < day] + [one for one in (course.start,) if one and one <= day]
    if not known or (course.start and day < course.start) or (course.slut and day > course.slut):
        return None
    before = max(known)
    after, how = min((one for one in contacts if one > day), default=None), AGREED
    if after is None:
        after, how = _first_free(day, spans, is_workday), POSSIBLE
    if course.slut and after > course.slut:
        after, how = course.slut, END
    why = tuple(span for span in spans if span.meets(day, after))
    return Gap(before, day, after, how, why)


def _first_free(day: date, spans: Sequence[Span], is_workday: IsWorkday) -> date:
    for nth in range(1, _FURTHEST):
        if is_free(day + nth * _DAY, spans, is_workday):
            return day + nth * _DAY
    return day + _FURTHEST * _DAY


def _next_away(day: date, spans: Iterable[Span], last: date) -> date | None:
    """The first day away from `day` on."""
    ahead = (max(day, span.first) for span in spans if span.last >= day)
    found = min(ahead, default=None)
    return found if found is not None and found <= last else None
