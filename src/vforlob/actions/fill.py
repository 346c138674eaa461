"""Hold or correct a samtale from a file, without asking: all of it is saved, or nothing. Knows no TOML."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vforlob.actions.drafts import (
    TILLAEG,
    begin,
    begin_correction,
    find_draft,
    new_sitting,
    open_sitting,
    write_said,
)
from vforlob.actions.finish import REASON, finish_within
from vforlob.actions.known_rows import open_aftaler, open_delmal
from vforlob.actions.sitting import Sitting, around_of
from vforlob.actions.summary import counted_points
from vforlob.agenda.answer_file import AnswerFile, read_answers
from vforlob.agenda.answer_reading import Ground, Known
from vforlob.agenda.reserved import CLOSING_PUNKT, SAMTALE, WHO_PUNKT
from vforlob.agenda.walk import Count
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Key, Value
from vforlob.model.case import Case
from vforlob.model.samtale import Samtale
from vforlob.store.chain import write_head
from vforlob.store.samtale_lock import hold as hold_lock
from vforlob.store.store import Store

NO = "nej"


class Filled(NamedTuple):
    """`unused` are answers that no condition asks for: kept, and told."""

    samtale: Samtale
    points: Count
    unused: tuple[Key, ...]
    told: tuple[str, ...] = ()


def fill(store: Store, agenda: Agenda, case: Case, data: bytes, file: str = "") -> Filled:
    """A new samtale, or the draft of that agenda and case. Raises FaultyFile and has then saved nothing."""
    draft = find_draft(store, agenda.id, case.borger.nr, case.forlob.nr if case.forlob else None)
    if draft is None:
        return _saved(store, new_sitting(store, agenda, case), data, file)
    with hold_lock(store.folder, draft.nr):
        return _saved(store, open_sitting(store, draft), data, file)


def correct(store: Store, samtale: Samtale, data: bytes, file: str = "") -> Filled:
    """A patch on a finished samtale. It needs a reason."""
    with hold_lock(store.folder, samtale.nr):
        with store.doing("samtale rettet"):
            filled = _corrected(store, samtale, data, file)
        write_head(store)
    return filled


def _saved(store: Store, sitting: Sitting, data: bytes, file: str) -> Filled:
    read = read_answers(data, ground_for(store, sitting, file))
    with store.doing("samtale fra fil"):
        filled = _filled(store, sitting, read)
    write_head(store)
    return filled


def _corrected(store: Store, samtale: Samtale, data: bytes, file: str) -> Filled:
    sitting = open_sitting(store, begin_correction(store, samtale))
    read = read_answers(data, ground_for(store, sitting, file))
    if read.samtale.get(REASON.felt, sitting.answers.get(REASON)) is None:
        raise FaultyFile(file, [Fault("[samtale]", 'Skriv, hvorfor samtalen rettes: grund = "...".')])
    return _filled(store, sitting, read)


def ground_for(store: Store, sitting: Sitting, file: str) -> Ground:
    case = sitting.case
    return Ground(
        agenda=sitting.agenda,
        today=_day(store, sitting),
        deltagere=sitting.samtale.deltagere,
        known=Known(
            aftaler=open_aftaler(case, sitting.answers),
            delmal=open_delmal(case, sitting.answers),
            hensyn=tuple(hensyn.nr for hensyn in case.hensyn),
            opgaver=tuple(opgave.opgave for opgave in case.opgaver),
        ),
        before=sitting.answers,
        used=sitting.used,
        switched_on=sitting.samtale.tillaeg,
        forlob_art=case.forlob.art if case.forlob else None,
        file=file,
        around=around_of(sitting),
    )


def _filled(store: Store, sitting: Sitting, read: AnswerFile) -> Filled:
    """Inside doing(): one thing done, whatever it holds, so that fortryd takes all of it back."""
    sitting = _with_answers(store, sitting, read)
    if read.samtale.get("afslut") == NO:
        return Filled(sitting.samtale, counted_points(sitting), read.unused)
    closed = finish_within(store, sitting)
    return Filled(closed.samtale, counted_points(sitting), read.unused, closed.told)


def _with_answers(store: Store, sitting: Sitting, read: AnswerFile) -> Sitting:
    changes: dict[Key, Value | None] = {**read.answers, **_about_samtale(read.samtale)}
    if read.switched_on != sitting.samtale.tillaeg:
        changes[TILLAEG] = read.switched_on
    return write_said(store, sitting, changes) if sitting.samtale.nr else begin(store, sitting, changes)


def _about_samtale(said: Mapping[str, Value | None]) -> dict[Key, Value | None]:
    """Who and when, as the terminal would have kept it."""
    places = {felt.id: punkt.id for punkt in (WHO_PUNKT, CLOSING_PUNKT) for felt in punkt.felter}
    places[REASON.felt] = SAMTALE
    return {Key(places[name], name): value for name, value in said.items() if name in places}


def _day(store: Store, sitting: Sitting) -> date:
    """The samtale's own date, where it has one already."""
    return date.fromisoformat(sitting.samtale.dato) if sitting.samtale.nr else store.now().date()
