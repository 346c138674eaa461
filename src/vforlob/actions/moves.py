"""Where a samtale stands and where it goes: on, back, to a point, into a row. Asks nobody and writes nothing."""

from typing import NamedTuple

from vforlob.actions.row_words import visible_rows
from vforlob.actions.sitting import Sitting, ground_alone, ground_of
from vforlob.actions.summary import BESIDE
from vforlob.agenda import steps as order
from vforlob.agenda.reserved import BESIDE as BESIDE_PUNKTER
from vforlob.agenda.reserved import CLOSING_PUNKT
from vforlob.agenda.steps import FROM_LIST, Ground, Step
from vforlob.model.agenda import Punkt
from vforlob.model.answers import NOTE, row_values


class At(NamedTuple):
    """`here` is the step being asked, None at the summary. `page` is what the screen shows now. `fixing` is the point
    being changed from the summary. `begun` is a row that was asked for and holds no answer yet. `saved`: the last
    reply is on the disk, and the next question may say so.
    """

    sitting: Sitting
    here: Step | None = None
    page: str = order.BEFORE
    fixing: str = ""
    begun: Step | None = None
    saved: bool = False


def ground_at(at: At) -> Ground:
    return ground_alone(at.sitting) if at.fixing else ground_of(at.sitting)


def steps_at(at: At) -> tuple[Step, ...]:
    """Every step there is now; while a point is being changed only its own, the note last."""
    steps = order.all_steps(ground_at(at), at.begun)
    if not at.fixing:
        return steps
    wanted = _points_of(at.fixing)
    return tuple(s._replace(way=order.ALWAYS) if s.felt == NOTE else s for s in steps if s.punkt in wanted)


def beginning(at: At, left: Step | None) -> At:
    """The first question of a new samtale; else where it was left, or after the last answer. A correction begins at
    the summary.
    """
    if at.sitting.samtale.udgave:
        return at
    if not at.sitting.answers:
        return at._replace(here=steps_at(at)[0])
    if left is not None:
        back = at._replace(begun=left if left.way == FROM_LIST and left.raekke else None)
        again = next((step for step in steps_at(back) if step[:5] == left[:5]), None)
        if again is not None:
            return back._replace(here=again)
    return at._replace(here=order.where_left(steps_at(at), ground_at(at).answers))


def forward(at: At, step: Step) -> At:
    """The next question; from the last one to the summary."""
    found = order.next_step(steps_at(at), step, ground_at(at).answers)
    begun = at.begun if found is not None and at.begun is not None and found.raekke == at.begun.raekke else None
    return at._replace(here=found, begun=begun, fixing=at.fixing if found is not None else "")


def backward(at: At, step: Step) -> At | None:
    """None where nothing stands before it."""
    found = order.step_before(steps_at(at), step)
    if found is None:
        return at._replace(here=None, fixing="", begun=None) if at.fixing else None
    return at._replace(here=found, begun=at.begun if found.raekke else None)


def past_punkt(at: At, step: Step) -> At:
    """On to the next point: what was skipped stays as it is."""
    steps = steps_at(at)
    own = [place for place, other in enumerate(steps) if _in_punkt(other, step)]
    return forward(at._replace(begun=None), steps[own[-1]]._replace(way=order.ALWAYS)) if own else forward(at, step)


def to_punkt(at: At, punkt: Punkt, step: Step) -> At | None:
    """A jump; None when the point is not asked in this samtale."""
    at = at._replace(fixing=punkt.id if at.fixing else "", begun=None)
    found = order.first_of(steps_at(at), punkt.id, step.page, ground_at(at).answers)
    return at._replace(here=found) if found is not None else None


def to_fixing(at: At, punkt: str) -> At | None:
    """Into one point from the summary, everything of it on one page."""
    at = at._replace(fixing=punkt, begun=None, page=order.AFTER)
    steps = steps_at(at)
    return at._replace(here=next(s for s in steps if s.way != FROM_LIST)) if steps else None


def to_note(at: At, punkt: Punkt) -> At:
    found = next((s for s in steps_at(at) if s.punkt == punkt.id and s.felt == NOTE), None)
    return at._replace(here=found) if found is not None else at


def to_last(at: At) -> At:
    """Back from the summary."""
    steps = [step for step in steps_at(at) if step.way != FROM_LIST]
    return at._replace(here=steps[-1]) if steps else at


def into_new_row(at: At, step: Step, punkt: Punkt) -> At:
    number = order.free_row(ground_at(at), punkt)
    begun = at._replace(begun=Step(step.page, punkt.id, "", number, 0, FROM_LIST))
    found = next((s for s in steps_at(begun) if _in_row(s, step, number)), None)
    return begun._replace(here=found) if found is not None else at


def into_row(at: At, step: Step, punkt: Punkt, index: int) -> At:
    """To change a row: through its columns and back to the list."""
    entries = visible_rows(at.sitting, ground_at(at), punkt, step.page)
    if index >= len(entries):
        return at
    found = next((s for s in steps_at(at) if _in_row(s, step, entries[index].raekke)), None)
    return at._replace(here=found) if found is not None else at


def out_of_row(at: At, step: Step) -> At:
    """Nothing was put in the new row: back to its list."""
    return at._replace(here=order.hub_of(steps_at(at), step), begun=None)


def is_new_row(at: At, step: Step) -> bool:
    """In a row that was asked for and is still empty."""
    if at.begun is None or step.known or step.raekke != at.begun.raekke or step.punkt != at.begun.punkt:
        return False
    return not row_values(at.sitting.answers, step.punkt, step.raekke)


def _in_punkt(step: Step, here: Step) -> bool:
    return (step.punkt, step.page) == (here.punkt, here.page) and (step.felt != NOTE or here.felt == NOTE)


def _in_row(step: Step, hub: Step, raekke: int) -> bool:
    return (step.page, step.punkt, step.raekke) == (hub.page, hub.punkt, raekke)


def _points_of(fixing: str) -> tuple[str, ...]:
    if fixing == BESIDE:
        return (*(punkt.id for punkt in BESIDE_PUNKTER), CLOSING_PUNKT.id)
    return (fixing,)
