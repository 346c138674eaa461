"""How far a forløb has come: its week, the last contact, what has succeeded since. Knows no words and no clock."""

from datetime import date, timedelta
from typing import NamedTuple

from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.timer import Timer


class Contact(NamedTuple):
    """`how` is a kanal or a form: besog telefon video sms mail kommunen, None when nobody said."""

    dato: str
    how: str | None


class Week(NamedTuple):
    """`number` counts from 1; `of` is None while no end is set."""

    number: int
    of: int | None


class Success(NamedTuple):
    """`what` is opgave or delmal, `new` since the last finished samtale of this forløb."""

    what: str
    text: str
    new: bool


class Since(NamedTuple):
    """The day that days are counted from. `counted`: the day itself was counted last time."""

    day: str
    counted: bool


def counted_since(case: Case, held: str) -> Since | None:
    """Since when a samtale on `held` counts days: the last one that counted them, else the first day of the forløb."""
    earlier = max((one.til for one in case.fremmode if one.til < held), default="")
    if earlier:
        return Since(earlier, True)
    start = case.forlob.start if case.forlob else None
    return Since(start, False) if start and start <= held else None


def week_of(forlob: Forlob, today: date) -> Week | None:
    """None before the start and where no start is set."""
    if forlob.start is None or forlob.start > today.isoformat():
        return None
    start = date.fromisoformat(forlob.start)
    of = (date.fromisoformat(forlob.slut) - start).days // 7 + 1 if forlob.slut else None
    return Week((today - start).days // 7 + 1, of)


def last_contact(case: Case) -> Contact | None:
    """The newest of finished samtaler and contacts where somebody was reached; an attempt does not count."""
    held = [Contact(samtale.dato, samtale.form) for samtale in case.samtaler if samtale.status == "faerdig"]
    reached = [Contact(kontakt.dato, kontakt.kanal) for kontakt in case.kontakter if kontakt.naet == "ja"]
    return max((*reached, *held), key=lambda contact: contact.dato, default=None)


def successes(case: Case) -> tuple[Success, ...]:
    """Tasks done without help, and delmål reached since last time."""
    last = max((s.dato for s in case.samtaler if s.status == "faerdig" and s.forlob is not None), default="")
    tasks = [
        Success("opgave", opgave.opgave, (opgave.trin_siden or "") >= last)
        for opgave in case.opgaver
        if opgave.trin == "selvstaendigt"
    ]
    reached = [
        Success("delmal", delmal.specifikt or "", True)
        for delmal in case.delmal
        if delmal.status == "naet" and (delmal.status_dato or "") >= last
    ]
    return (*tasks, *reached)


def hours_now(case: Case, today: date) -> Timer | None:
    """What is in force today: the newest of those that have begun."""
    begun = [timer for timer in agreed_hours(case) if timer.fra <= today.isoformat()]
    return begun[-1] if begun else None


def agreed_hours(case: Case) -> list[Timer]:
    return sorted((timer for timer in case.timer if timer.art == "aftalt"), key=lambda timer: (timer.fra, timer.nr))


def hours_from_start(case: Case) -> Timer | None:
    """What the record of the forløb says it begins with; no samtale has agreed on it."""
    start = case.forlob.start if case.forlob else None
    return next((timer for timer in agreed_hours(case) if timer.samtale is None and timer.fra == start), None)


def hours_aimed_at(case: Case) -> Timer | None:
    return max((timer for timer in case.timer if timer.art == "mal"), key=lambda timer: timer.nr, default=None)


def weeks_on_paid_level(case: Case, today: date) -> int | None:
    """How many whole weeks the ordinary hours have been what they are today; None before there are any hours."""
    begun = [timer for timer in agreed_hours(case) if timer.fra <= today.isoformat()]
    if not begun:
        return None
    since = begun[-1].fra
    for timer in reversed(begun):
        if (timer.ordinaer or 0) != (begun[-1].ordinaer or 0):
            break
        since = timer.fra
    return (today - date.fromisoformat(since)).days // 7


def course(case: Case, today: date, most: int = 26) -> tuple[float, ...]:
    """All hours of each week from the first agreed ones to now, the newest weeks where there are more than `most`."""
    hours = [timer for timer in agreed_hours(case) if timer.fra <= today.isoformat()]
    if not hours:
        return ()
    first = date.fromisoformat(hours[0].fra)
    days = [(first + timedelta(days=7 * week)).isoformat() for week in range((today - first).days // 7 + 1)]
    days[-1] = today.isoformat()  # the week that is not over counts as it stands
    return tuple(weekly([timer for timer in hours if timer.fra <= day][-1]) for day in days[-most:])


def weekly(timer: Timer) -> float:
    """All kinds together."""
    return (timer.praktik or 0) + (timer.lontilskud or 0) + (timer.ordinaer or 0)
