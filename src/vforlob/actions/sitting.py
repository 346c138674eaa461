"""A samtale while it is held: the agenda, the case and the answers so far, and what follows from them.

Knows no screen and writes nothing.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vforlob.actions.known_rows import CHOICES, DELMAL, knowns_of
from vforlob.agenda.around import Around
from vforlob.agenda.reserved import AFTALER_PUNKT, CLOSING_PUNKT, DELMAL_PUNKT, WHO_PUNKT
from vforlob.agenda.steps import AFTER, Ground
from vforlob.agenda.walk import Scope, relevant
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import Key, Value, row_values, rows_of
from vforlob.model.case import Case, Held
from vforlob.model.samtale import Samtale
from vforlob.model.text import fold
from vforlob.rules import gate

ASKED_BESIDE = (WHO_PUNKT, AFTALER_PUNKT, DELMAL_PUNKT)


class Sitting(NamedTuple):
    """`answers` are those of the version being written. `last` is the newest finished samtale of the same agenda.

    `used` has the highest row number of earlier versions, by point. `samtale.nr` is 0 before it is begun. `now` is
    "2026-11-20T13:00" where the samtale takes place while it is asked, empty where it is written down later.
    """

    agenda: Agenda
    case: Case
    samtale: Samtale
    answers: Mapping[Key, Value] = {}
    last: Held | None = None
    used: Mapping[str, int] = {}
    now: str = ""


def scope_of(sitting: Sitting) -> Scope:
    art = sitting.case.forlob.art if sitting.case.forlob else None
    return Scope(sitting.samtale.med, sitting.samtale.tillaeg, art)


def parties_of(deltagere: tuple[str, ...]) -> tuple[str, ...]:
    """The parties that are asked, from those who are at the table."""
    return tuple(sorted(gate.parties(deltagere)))


def agenda_as_walked(agenda: Agenda) -> Agenda:
    """With the points that every samtale has beside its own: who and when first, the closing questions last."""
    return agenda._replace(punkter=(*ASKED_BESIDE, *agenda.punkter, CLOSING_PUNKT))


def kept(sitting: Sitting) -> dict[Key, Value]:
    """The answers that still count, of the agenda's own points and of what was open before."""
    return relevant(sitting.agenda, sitting.answers, scope_of(sitting))


def around_of(sitting: Sitting) -> Around:
    """The days that its answers are judged against."""
    forlob = sitting.case.forlob
    return Around(sitting.samtale.dato, forlob.start if forlob else None, forlob.slut if forlob else None)


def scene_of(sitting: Sitting) -> gate.Scene:
    """Who is at the table and what they may know, the decisions of this very samtale among it."""
    case = sitting.case
    clearances = case.clearances
    if case.forlob is not None:
        for punkt in _clearance_points(sitting.agenda):
            rows = [row_values(sitting.answers, punkt.id, nr) for nr in rows_of(sitting.answers, punkt.id)]
            clearances = gate.with_decisions(clearances, rows, case.forlob.nr)
    return gate.Scene(
        has_forlob=case.forlob is not None,
        deltagere=sitting.samtale.deltagere,
        alone=gate.alone_in(sitting.answers),
        clearances=clearances,
        hensyn=case.hensyn,
    )


def ground_of(sitting: Sitting) -> Ground:
    """What the order of the questions is made from."""
    knowns, pages = knowns_of(sitting.agenda, sitting.case, sitting.answers), Pages(sitting)
    fixed = tuple(punkt for punkt, rows in knowns.items() if rows.takes_no_more)
    return Ground(
        agenda=agenda_as_walked(sitting.agenda),
        answers=sitting.answers,
        scope=scope_of(sitting),
        page_of=pages.page_of,
        known={punkt: rows.known for punkt, rows in knowns.items()},
        fixed=fixed,
        same=same_name,
        used=sitting.used,
        told=(*_told_hensyn_points(sitting), *_told_themes(sitting.agenda, pages)),
        left_out={punkt: (rows.not_of_known, rows.not_of_new) for punkt, rows in knowns.items() if rows.not_of_new},
    )


def _told_hensyn_points(sitting: Sitting) -> tuple[str, ...]:
    return tuple(punkt.id for punkt in _clearance_points(sitting.agenda) if told_hensyn(sitting))


def _told_themes(agenda: Agenda, pages: "Pages") -> Iterator[str]:
    """Where everybody talks about the themes, and nobody's answers to them may be seen by all."""
    for punkt in agenda.punkter:
        if punkt.known == CHOICES:
            themes, *others = (pages.page_of(punkt, felt, None) == gate.SHARED for felt in punkt.row_felter)
            if themes and not any(others):
                yield punkt.id


def ground_alone(sitting: Sitting) -> Ground:
    """Everything on one page: the consultant sits alone and changes a point."""
    return ground_of(sitting)._replace(page_of=lambda _punkt, _felt, _row: AFTER, told=())


def told_hensyn(sitting: Sitting) -> tuple[str, ...]:
    """What the workplace does for each hensyn that everybody at the table may know."""
    if sitting.case.forlob is None:
        return ()
    scene = scene_of(sitting)
    needed = (one for one in sitting.case.hensyn if one.status == "aktiv" and one.losning)
    return tuple(one.losning or "" for one in needed if gate.hensyn_on_shared_screen(one.nr, scene))


def same_name(one: Value, other: Value) -> bool:
    return fold(str(one)) == fold(str(other))


class Pages:
    """Which page each question belongs to: the gate's word, for one samtale as it stands."""

    def __init__(self, sitting: Sitting) -> None:
        self._scene, self._case = scene_of(sitting), sitting.case
        self._forlob = sitting.samtale.forlob
        self._first = _alone_from_the_start(sitting.agenda)

    def page_of(self, punkt: Punkt, felt: Felt, row: Mapping[str, Value] | None) -> str:
        if punkt.id == WHO_PUNKT.id:
            return gate.BEFORE
        if punkt.id == CLOSING_PUNKT.id:
            return gate.AFTER
        if punkt.id in {AFTALER_PUNKT.id, DELMAL_PUNKT.id}:
            return gate.SHARED if self._all_may_see(punkt.id, row or {}) else gate.BEFORE
        if punkt.known == DELMAL and row and "nr" not in row:
            row = {felt_id: value for felt_id, value in row.items() if felt_id != "delt"}  # it stays where it was begun
        return gate.page_of(punkt, felt, self._scene, row, first=punkt.id in self._first)

    def _all_may_see(self, punkt: str, row: Mapping[str, Value]) -> bool:
        """An aftale or delmål from before is settled at the table only where everybody there may know it."""
        records = self._case.aftaler if punkt == AFTALER_PUNKT.id else self._case.delmal
        record = next((record for record in records if record.nr == row.get("nr")), None)
        if record is None:
            return False
        if punkt == AFTALER_PUNKT.id:
            recipients = gate.recipients_here(record, self._forlob, self._case.samtaler)  # type: ignore[arg-type]
        else:
            recipients = gate.delmal_recipients(record, self._forlob)  # type: ignore[arg-type]
        return gate.shown_to_all(recipients, self._scene)


def _alone_from_the_start(agenda: Agenda) -> frozenset[str]:
    """The points before the first shared one that are for the consultant alone."""
    found = []
    for punkt in agenda.punkter:
        if not (punkt.alone or all(felt.alone for felt in punkt.felter)):
            break
        found.append(punkt.id)
    return frozenset(found)


def _clearance_points(agenda: Agenda) -> list[Punkt]:
    """Where who may know a hensyn is decided: by number; the wishes of a formøde have none."""
    return [p for p in agenda.punkter if p.is_liste and p.felt("nr") and p.felt("hvem") and p.felt("sporg_forst")]
