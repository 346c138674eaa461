"""When the next contact of a forløb is due, and by which rule. Knows no files, no holidays and no clock."""

from collections.abc import Callable
from datetime import date, timedelta

from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.rules.rulebook import RuleBook

AGREED = "aftalt"
INTERVAL = "forlob.interval"


def is_weekday(day: date) -> bool:
    return day.weekday() < 5


def next_contact(
    case: Case,
    samtale_dato: str,
    wished: str | None,
    rules: RuleBook,
    is_workday: Callable[[date], bool] = is_weekday,
) -> Plan:
    """The plan after a samtale: the date that was agreed, else the last working day that the rules allow."""
    forlob = case.forlob.nr if case.forlob else None
    if wished:
        return Plan(0, case.borger.nr, forlob, wished, kilde=AGREED)
    day = date.fromisoformat(samtale_dato)
    days, source = longest_wait(case, day, rules)
    target = last_workday(day, day + timedelta(days=days), is_workday)
    return Plan(0, case.borger.nr, forlob, target.isoformat(), kilde=source)


def longest_wait(case: Case, day: date, rules: RuleBook) -> tuple[int, str]:
    """How many days may pass after `day`, and the id of the rule that says so: the strictest one wins."""
    waits = [(rules.at("kontakt_senest_dage", day).days, "kontakt_senest_dage")]
    if is_followed_closely(case):
        waits.append((rules.at("kontakt_taet_dage", day).days, "kontakt_taet_dage"))
    if case.forlob is not None and case.forlob.interval:
        waits.append((case.forlob.interval, INTERVAL))
    elif case.forlob is not None and is_early(case.forlob, day, rules):
        waits.append((rules.at("kontakt_start_dage", day).days, "kontakt_start_dage"))
    return min(waits, key=lambda wait: wait[0])


def is_followed_closely(case: Case) -> bool:
    """Tæt opfølgning as it stands: the newest word counts, and "obs" is not yet ja."""
    return bool(case.taet) and case.taet[-1].svar == "ja"


def is_early(forlob: Forlob, day: date, rules: RuleBook) -> bool:
    """Before the start, or within the first weeks."""
    if forlob.start is None:
        return False
    return (day - date.fromisoformat(forlob.start)).days < rules.at("kontakt_start_uger", day).days


def last_workday(after: date, latest: date, is_workday: Callable[[date], bool]) -> date:
    """The last working day after `after` and not after `latest`; `latest` itself when there is none."""
    day = latest
    while day > after:
        if is_workday(day):
            return day
        day -= timedelta(days=1)
    return latest
