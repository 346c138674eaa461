"""What a samtale plans: the next contact, never none while there is somebody to keep in contact with. Knows no rule."""

from collections.abc import Iterator

from vforlob.actions.effects.base import Effect, Ended
from vforlob.actions.effects.ending import closed_forlob
from vforlob.model.agenda import Punkt
from vforlob.model.case import Case
from vforlob.model.forlob import Plan

_OF_THE_SAMTALE = ("nr", "samtale", "sted_i_samtale")


def plan(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """What was agreed, else the date the rule gives; a forløb that has closed may have none left."""
    dato, kl, form = _next_felter(punkt)
    wished = ended.of(punkt, dato)
    made = ended.plan(case_after(ended), str(wished) if wished else None)
    if made is not None:
        yield _planned(f"{punkt.id}/plan", made._replace(kl=_text(ended, punkt, kl), form=_text(ended, punkt, form)))


def plan_of_ending(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """The first contact after the outcome, where no point of the agenda asks for one."""
    if not any(ended.writers("plan")) and ended.of(punkt, "kode") is not None:
        made = ended.plan(case_after(ended), None)
        if made is not None:
            yield _planned(f"{punkt.id}/plan", made)


def case_after(ended: Ended) -> Case:
    """The rules must know the start or the outcome that this very samtale agrees."""
    forlob = ended.case.forlob
    if forlob is None:
        return ended.case
    start = ended.of_writer("forlob.start", "dato")
    if start is not None:
        forlob = forlob._replace(start=str(start))
    return ended.case._replace(forlob=closed_forlob(ended, forlob))


def _planned(key: str, made: Plan) -> Effect:
    return Effect(key, "plan", None, {k: v for k, v in made._asdict().items() if k not in _OF_THE_SAMTALE})


def _text(ended: Ended, punkt: Punkt, felt: str) -> str | None:
    value = ended.of(punkt, felt)
    return None if value is None else str(value)


def _next_felter(punkt: Punkt) -> tuple[str, str, str]:
    if punkt.felt("naeste_kontakt") is not None:
        return "naeste_kontakt", "naeste_kl", "naeste_form"
    return "dato", "kl", "form"
