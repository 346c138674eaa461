"""What a fixed time clashes with in the borger's open forløb, in words for the consultant alone. Changes nothing."""

from collections.abc import Iterator

from vforlob.actions.record_kinds.base import today_of
from vforlob.actions.references import open_forlob
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.onske import Koordinering
from vforlob.rules.clash import clashes_with_days, clashes_with_time, in_words
from vforlob.rules.danish import clock, day_name, weekday_date
from vforlob.store.store import Store


def clashes_of(store: Store, koordinering: Koordinering) -> tuple[str, ...]:
    """One sentence for each day of work and each agreed contact that falls in the time."""
    found = (_in_forlob(store, koordinering, forlob) for forlob in open_forlob(store, koordinering.borger))
    return tuple(sentence for sentences in found for sentence in sentences)


def clash_words(store: Store, borger: int, day: str, time: str | None) -> str:
    """Fit for anybody to see: when, never what. Empty when nothing clashes."""
    if time is None:
        return ""
    found = clashes_with_time(store.door(Koordinering).find(borger=borger), day, time)
    return f"{in_words(found[0])}." if found else ""


def _in_forlob(store: Store, one: Koordinering, forlob: Forlob) -> Iterator[str]:
    for clash in clashes_with_days((one,), forlob.dage):
        day = day_name(f"2024-01-0{clash.day + 1}")  # a Monday was the first that year
        yield f"{in_words(clash)}. f{forlob.nr} har mødedag om {day}en. Aftal mødetiden, så den går fri."
    plan = store.door(Plan).find(forlob=forlob.nr)[-1:]
    if plan and plan[0].kl and plan[0].dato >= today_of(store):
        for clash in clashes_with_time((one,), plan[0].dato, plan[0].kl):
            when = f"{weekday_date(plan[0].dato)} {clock(plan[0].kl)}"
            yield f"{in_words(clash)}. Næste kontakt i f{forlob.nr} er aftalt til {when}."
