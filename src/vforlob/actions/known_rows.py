"""The records of a case that stand as rows before anybody has answered. Knows no page and no screen."""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.agenda.reserved import TIDLIGERE_AFTALER, TIDLIGERE_DELMAL
from vforlob.agenda.steps import Known
from vforlob.model.agenda import Agenda, Punkt
from vforlob.model.answers import Answers, row_values, rows_of
from vforlob.model.case import Case
from vforlob.rules.gate import is_shared_in

HENSYN, OPGAVER, DELMAL, CHOICES = "hensyn", "opgaver", "delmal", "valg"
CLOSED_DELMAL = ("naet", "bortfaldet")
# What is asked of a delmål that is there already, and of a new one; `frist` of both.
OF_OLD_DELMAL = frozenset({"nr", "status", "tekst"})
OF_NEW_DELMAL = frozenset({"art", "specifikt", "malbart", "attraktivt", "realistisk", "delt"})


class Rows(NamedTuple):
    """`takes_no_more`: the list is the known records and nothing else. `not_of_known` and `not_of_new` are the columns
    that a known row, or a new one, does without.
    """

    known: tuple[Known, ...]
    takes_no_more: bool
    not_of_known: frozenset[str] = frozenset()
    not_of_new: frozenset[str] = frozenset()


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
        elif known == DELMAL:
            # Looked at here, and so not also before the meeting; what was said of one there stays there.
            found[TIDLIGERE_DELMAL] = Rows(_by_number(rows_of(answers, TIDLIGERE_DELMAL)), True)
            found[punkt.id] = Rows(_delmal_in(punkt, case, answers), False, OF_NEW_DELMAL, OF_OLD_DELMAL)
        elif known == CHOICES:
            themes = punkt.row_felter[0]
            rows = tuple(Known(at, ((themes.id, it.id),)) for at, it in enumerate(themes.choices, start=1))
            found[punkt.id] = Rows(rows, True)
    return found


def _delmal_in(punkt: Punkt, case: Case, answers: Answers) -> tuple[Known, ...]:
    """The open ones, and those that this point has already settled. Who may know of each goes with its row."""
    named = {row_values(answers, punkt.id, raekke).get("nr") for raekke in rows_of(answers, punkt.id)}
    settled = rows_of(answers, TIDLIGERE_DELMAL)
    found = (d for d in case.delmal if d.nr in named or (d.status not in CLOSED_DELMAL and d.nr not in settled))
    here = case.forlob.nr if case.forlob else None
    return tuple(Known(d.nr, (("nr", d.nr), *((("delt", "ja"),) if is_shared_in(d, here) else ()))) for d in found)


def known_of(punkt: Punkt) -> str:
    """What the rows of a list are: "hensyn" and "delmal" by number, "opgaver" by text, the choices of its first
    column, else none.
    """
    if not punkt.is_liste:
        return ""
    if punkt.known in {DELMAL, CHOICES}:
        return punkt.known
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
