"""The plots of a whole case: hours and fremmøde of each forløb, and the scores. What may be drawn is in the case."""

from typing import NamedTuple

from vforlob.actions.documents.figures import attendance_figure, hours_figure
from vforlob.actions.documents.sag_facts import name_of_forlob
from vforlob.model.case import Case
from vforlob.model.dokument import Blok, Figur
from vforlob.model.sag import Sag
from vforlob.rules.gate_tables import KONSULENT

Blocks = tuple[Blok, ...]


class Drawn(NamedTuple):
    hours: Blocks = ()
    attendance: Blocks = ()
    scores: Blocks = ()


def figures(sag: Sag) -> Drawn:
    """None over a period: a course that is cut off shows something else than it was."""
    if not sag.is_whole:
        return Drawn()
    hours: list[Blok] = []
    attendance: list[Blok] = []
    for title, case in _cases(sag):
        # The case has passed the gate: everything left in it may be drawn.
        for found, drawn in ((hours, hours_figure), (attendance, attendance_figure)):
            figur = drawn(case, KONSULENT)
            if figur is not None and _has_a_course(figur):
                found.append(figur._replace(titel=f"{figur.titel}, {title}") if title else figur)
    return Drawn(tuple(hours), tuple(attendance), sag.scorer)


def _has_a_course(figur: Figur) -> bool:
    """What stands in one row of the table below is not drawn."""
    return any(len(serie.malinger) > 1 for serie in figur.serier)


def _cases(sag: Sag) -> list[tuple[str, Case]]:
    """One forløb at a time: hours in one are no step up from another."""
    if len(sag.forlobene) < 2:
        return [("", sag.case)]
    return [
        (
            name_of_forlob(sag, one),
            sag.case._replace(
                timer=tuple(it for it in sag.case.timer if it.forlob == one.nr),
                fremmode=tuple(it for it in sag.case.fremmode if it.forlob == one.nr),
            ),
        )
        for one in sag.forlobene
    ]
