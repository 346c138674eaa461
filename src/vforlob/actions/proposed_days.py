"""What Enter takes where days are asked for and a rule or the calendar knows better. Asks nobody, writes nothing."""

from datetime import date, timedelta

from vforlob.actions.asking import Question
from vforlob.actions.sitting import Sitting
from vforlob.actions.workdays import workdays
from vforlob.agenda.kinds import show
from vforlob.agenda.steps import Step
from vforlob.model.agenda import Punkt
from vforlob.model.answers import Value
from vforlob.rules.clash import SHORT
from vforlob.rules.danish import listed
from vforlob.rules.progress import counted_since
from vforlob.rules.workdays import IsWorkday, workdays_after
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

CALL, CALLED_BACK = "opkald", "opkald_opfolgning_dage"
_FRIDAY = 4


def with_proposal(store: Store, sitting: Sitting, punkt: Punkt, step: Step, question: Question) -> Question:
    """The question with a proposal where there is one, and where it comes from."""
    felt = punkt.felt(step.felt)
    if felt is None:
        return question
    rules = load_rulebook(store.folder)
    held, is_workday = date.fromisoformat(sitting.samtale.dato), workdays(rules, store.folder)
    value: Value | None = None
    shown: tuple[str, ...] = ()
    if "fremmode" in punkt.writes:
        value = _agreed_days(sitting, held, is_workday)
        dage = sitting.case.forlob.dage if sitting.case.forlob else ()
        shown = (f"Fra aftalen: {listed(dage)}",) if value is not None else ()
    elif sitting.agenda.id == CALL:
        value = workdays_after(held, rules.at(CALLED_BACK, held).number, is_workday).isoformat()
    if value is None:
        return question
    return question._replace(current=value, current_text=show(value, felt), shown=(*question.shown, *shown))


def _agreed_days(sitting: Sitting, held: date, is_workday: IsWorkday) -> int | None:
    """The agreed weekdays since they were last counted, this day among them; a public holiday is nobody's."""
    forlob, since = sitting.case.forlob, counted_since(sitting.case, sitting.samtale.dato)
    if forlob is None or not forlob.dage or since is None:
        return None
    first = date.fromisoformat(since.day) + timedelta(days=since.counted)
    days = (first + timedelta(days=step) for step in range((held - first).days + 1))
    return sum(SHORT[day.weekday()] in forlob.dage and (day.weekday() > _FRIDAY or is_workday(day)) for day in days)
