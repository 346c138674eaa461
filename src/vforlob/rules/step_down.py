"""Whether it is time to speak less often: proposed in a sentence, never done. Knows no storage and no clock."""

from collections.abc import Mapping
from datetime import date, timedelta

from vforlob.model.answers import Key, Value
from vforlob.model.case import Case
from vforlob.model.kontakt import Fravaer
from vforlob.model.samtale import Samtale
from vforlob.rules.danish import counted, listed, short_date
from vforlob.rules.kontaktplan import MONTHLY, is_early, longest_wait
from vforlob.rules.milestones import BEFORE_END
from vforlob.rules.rulebook import RuleBook

MEETINGS, STEP, LONGEST = "nedtrapning_opfolgninger", "nedtrapning_trin", "nedtrapning_dage"
_SCORES = (Key("hvordan_gar_det", "borger"), Key("hvordan_gar_det", "virksomhed"))
_STAYED_AWAY = "udeblevet"

Said = Mapping[int, Mapping[Key, Value]]


def step_down(case: Case, said: Said, today: date, rules: RuleBook, fravaer: tuple[Fravaer, ...] = ()) -> str:
    """Danish, empty when there is nothing to propose. `said` are answers by the number of their samtale."""
    stable = _stable_meetings(case, said, today, rules)
    if case.forlob is None or not stable or not _is_calm(case, fravaer, stable[0].dato, today, rules):
        return ""
    now, _ = longest_wait(case, today, rules)
    monthly, longest = rules.find(MONTHLY, today), rules.find(LONGEST, today)
    steps = [rule.days for rule in (monthly, longest) if rule is not None and rule.days > now]
    if not steps:
        return ""
    days = listed([short_date(samtale.dato, today) for samtale in stable])
    return (
        f"De seneste {counted(len(stable), 'opfølgning', 'opfølgninger')} ({days}) gik godt for både borger og"
        f" virksomhed. Overvej at tale sammen sjældnere: fra {counted(now, 'dag', 'dage')} til {min(steps)} imellem."
    )


def _stable_meetings(case: Case, said: Said, today: date, rules: RuleBook) -> list[Samtale]:
    """The newest ones in a row, the oldest first; none when one of them was not stable, or they are too few."""
    wanted, step = rules.find(MEETINGS, today), rules.find(STEP, today)
    if wanted is None or step is None:
        return []
    held = [it for it in case.samtaler if it.status == "faerdig" and it.agenda == "opfolgning" and _is_here(case, it)]
    newest = sorted((it for it in held if it.dato <= today.isoformat()), key=lambda it: (it.dato, it.nr))
    newest = newest[-wanted.number :]
    scores = [said.get(it.nr, {}).get(key) for it in newest for key in _SCORES]
    good = all(isinstance(score, int | float) and score >= step.number for score in scores)
    return newest if good and len(newest) == wanted.number else []


def _is_here(case: Case, samtale: Samtale) -> bool:
    return case.forlob is not None and samtale.forlob == case.forlob.nr


def _is_calm(case: Case, fravaer: tuple[Fravaer, ...], since: str, today: date, rules: RuleBook) -> bool:
    """Open, past the first weeks, not near the end, not followed closely nor watched, and nobody stayed away."""
    forlob = case.forlob
    if forlob is None or forlob.status == "lukket" or is_early(forlob, today, rules):
        return False
    ending = rules.find(BEFORE_END, today)
    if forlob.slut and ending and date.fromisoformat(forlob.slut) - timedelta(days=ending.days) <= today:
        return False
    if case.taet and case.taet[-1].svar != "nej":
        return False
    away = any(one.art == _STAYED_AWAY and one.dato >= since for one in fravaer)
    return not away and not any((one.udeblevet or 0) > 0 and one.til >= since for one in case.fremmode)
