"""The records of a case that stand as rows before anybody has answered. Knows no page and no screen."""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.agenda.reserved import TIDLIGERE_AFTALER, TIDLIGERE_DELMAL
from vforlob.agenda.steps import Known
from vforlob.model.agenda import Agenda, Punkt
from vforlob.model.answers import Answers, row_values, rows_of
from vforlob.model.case import Case

HENSYN, OPGAVER = "hensyn", "opgaver"
CLOSED_DELMAL = ("naet", "bortfaldet")


class Rows(NamedTuple):
    """`takes_no_more`: the list is the known records and nothing else."""

    known: tuple[Known, ...]
    takes_no_more: bool


def knowns_of(agenda: Agenda, case: Case, answers: Answers) -> dict[str, Rows]:
    """By point. What this samtale has already settled stays, so that it can be changed."""
    found = {
        TIDLIGERE_AFTALER: Rows(_by_number(open_aftaler(case, answers)), True),
        TIDLIGERE_DELMAL: Rows(_by_number(open_delmal(case, answers)), True),
    }
    for punkt in agenda.punkter:
        known = known_of(punkt)
        if known == HENSYN:
            found[punkt.id] = Rows(tuple(Known(nr, (("nr", nr),)) for nr in hensyn_in(punkt, case, answers)), True)
        elif known == OPGAVER:
            names = tuple(Known(opgave.nr, (("opgave", opgave.opgave),)) for opgave in case.opgaver)
            found[punkt.id] = Rows(names, False)
    return found


def known_of(punkt: Punkt) -> str:
    """Which records the rows of a list are: "hensyn" by number, "opgaver" by text, else none."""
    if not punkt.is_liste:
        return ""
    columns = {felt.id for felt in punkt.row_felter}
    named = {punkt.known, *(felt.known for felt in punkt.row_felter)}
    if "nr" in columns and (HENSYN in named or HENSYN in punkt.writes):
        return HENSYN
    if "opgave" in columns and (OPGAVER in named or OPGAVER in punkt.writes):
        return OPGAVER
    return ""


def hensyn_in(punkt: Punkt, case: Case, answers: Answers) -> tuple[int, ...]:
    """Those that are still needed, and those this samtale already speaks of."""
    rows = [row_values(answers, punkt.id, raekke) for raekke in rows_of(answers, punkt.id)]
    named = {row.get("nr") for row in rows}
    return tuple(hensyn.nr for hensyn in case.hensyn if hensyn.status == "aktiv" or hensyn.nr in named)


def open_aftaler(case: Case, answers: Answers) -> tuple[int, ...]:
    settled = rows_of(answers, TIDLIGERE_AFTALER)
    return tuple(aftale.nr for aftale in case.aftaler if aftale.status == "aben" or aftale.nr in settled)


def open_delmal(case: Case, answers: Answers) -> tuple[int, ...]:
    reviewed = rows_of(answers, TIDLIGERE_DELMAL)
    return tuple(d.nr for d in case.delmal if d.status not in CLOSED_DELMAL or d.nr in reviewed)


def _by_number(numbers: Iterable[int]) -> tuple[Known, ...]:
    return tuple(Known(nr, (("nr", nr),), raekke=nr) for nr in numbers)
