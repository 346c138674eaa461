"""What is told of scores once one is given: last time's, and everybody's side by side. Asks nobody, writes nothing."""

from vforlob.actions.last_time import last_answer
from vforlob.actions.row_words import about
from vforlob.actions.sitting import Sitting
from vforlob.agenda.steps import SHARED, Step
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import Key, Value
from vforlob.rules.danish import listed, number

_WHO = {"borger": "borgeren", "virksomhed": "virksomheden", "konsulent": "konsulenten"}


def score_words(sitting: Sitting, punkt: Punkt, felt: Felt, step: Step) -> tuple[str, ...]:
    """ "Sidst: 3 (det går op og ned)." When all have scored a row, and nobody looks on, the scores side by side."""
    together = _side_by_side(sitting, punkt, step) if step.page != SHARED and step.raekke else ""
    if together:
        return (together,)
    last = last_answer(sitting, punkt, felt, step)
    return (f"Sidst: {last}.",) if last else ()


def _side_by_side(sitting: Sitting, punkt: Punkt, step: Step) -> str:
    """ "Fremmøde: borgeren 4 (sidst 3), virksomheden 3 og konsulenten 3 (sidst 2)." Empty until the last has scored."""
    scores = [felt for felt in punkt.row_felter if felt.kind == "skala"]
    asked = [felt for felt in scores if (felt.part or "konsulent") in {*sitting.samtale.med, "konsulent"}]
    given = [sitting.answers.get(Key(punkt.id, felt.id, step.raekke)) for felt in asked]
    if len(asked) < 2 or None in given:
        return ""
    each = [_one(sitting, punkt, felt, step, value) for felt, value in zip(asked, given, strict=True)]
    name = about(sitting, punkt, step) if step.known else punkt.text
    return f"{name[:1].upper()}{name[1:]}: {listed(each)}."


def _one(sitting: Sitting, punkt: Punkt, felt: Felt, step: Step, value: Value | None) -> str:
    last = last_answer(sitting, punkt, felt, step._replace(felt=felt.id))
    before = f" (sidst {last.split(' ')[0]})" if last else ""
    said = number(value) if isinstance(value, int | float) else str(value)
    return f"{_WHO.get(felt.part, felt.text)} {said}{before}"
