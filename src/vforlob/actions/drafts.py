"""Begin a samtale, or go on with one where it was left. Knows no question and no effect."""

from collections.abc import Mapping

from vforlob.actions.sitting import Sitting, parties_of
from vforlob.agenda.reserved import CLOSING_PUNKT, SAMTALE, WHO_PUNKT
from vforlob.agenda.steps import Step
from vforlob.errors.base import VforlobError
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Answers, Key, Value, rows_of
from vforlob.model.case import Case, Held
from vforlob.model.samtale import Samtale
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.answers import (
    answers_of,
    copy_answers,
    draft_of,
    drop_draft,
    drop_draft_version,
    keep_draft,
    save_answers,
)
from vforlob.store.case import load_case, load_held
from vforlob.store.events import utc_text
from vforlob.store.store import Store
from vforlob.store.versions import event_before

Changes = Mapping[Key, Value | None]
TILLAEG = Key(SAMTALE, "tillaeg")
PLACE = Key(SAMTALE, "sted")
COLUMNS = tuple(felt.id for punkt in (WHO_PUNKT, CLOSING_PUNKT) for felt in punkt.felter)


def find_draft(store: Store, agenda: str, borger: int, forlob: int | None) -> Samtale | None:
    """The samtale that was begun after that agenda and not finished; the newest, should there be two."""
    begun = store.door(Samtale).find(agenda=agenda, borger=borger, forlob=forlob, status="kladde")
    return begun[-1] if begun else None


def new_sitting(store: Store, agenda: Agenda, case: Case) -> Sitting:
    """Nothing is written before somebody has answered."""
    last = last_held(store, agenda.id, case)
    deltagere = last.samtale.deltagere if last else agenda.deltagere
    samtale = Samtale(
        nr=0,
        agenda=agenda.id,
        agenda_sha=agenda.sha,
        borger=case.borger.nr,
        forlob=case.forlob.nr if case.forlob else None,
        dato=store.now().date().isoformat(),
        deltagere=deltagere,
        med=parties_of(deltagere),
    )
    return Sitting(agenda, case, samtale, last=last, now=_minute(store))


def open_sitting(store: Store, draft: Samtale) -> Sitting:
    """A samtale that was begun, or one being corrected, as far as it has come. What a correction changes is seen
    against the case as it stood before the samtale was first finished.
    """
    agenda = agenda_as_asked(store, draft.agenda_sha)
    udgave = draft.kladde_udgave or 1
    answers = answers_of(store, draft.nr, udgave)
    case = case_of_samtale(store, draft, as_of=event_before(store, draft.nr, 1))
    last = last_held(store, draft.agenda, case, before=draft)
    return Sitting(agenda, case, overlaid(draft, answers), answers, last, used_rows(store, draft), _minute(store))


def _minute(store: Store) -> str:
    return store.now().strftime("%Y-%m-%dT%H:%M")


def begin(store: Store, sitting: Sitting, said: Changes | None = None) -> Sitting:
    """The samtale is there, with what is known of it already. Raises SamtaleOpenElsewhere when another window has begun
    it since it was looked for.
    """
    with store.joining("samtale begyndt"):
        begun = find_draft(store, sitting.samtale.agenda, sitting.samtale.borger, sitting.samtale.forlob)
        if begun is not None:
            from vforlob.errors.records import SamtaleOpenElsewhere  # late: hardly ever

            raise SamtaleOpenElsewhere(begun.nr, "")
        samtale = store.door(Samtale).add(sitting.samtale._replace(paabegyndt=utc_text(store.now())))
        return write_said(store, sitting._replace(samtale=samtale), said or {})


def write_said(store: Store, sitting: Sitting, changes: Changes) -> Sitting:
    """Inside doing(). All of it at once. The samtale's own columns follow, until it is finished for the first time."""
    if not changes:
        return sitting
    answers = {key: value for key, value in {**sitting.answers, **changes}.items() if value is not None}
    samtale = overlaid(without_cleared(sitting.samtale, changes), answers)
    save_answers(store, samtale.nr, samtale.kladde_udgave or 1, changes)
    if not samtale.udgave:
        columns = {name: getattr(samtale, name) for name in (*COLUMNS, TILLAEG.felt, "med")}
        store.door(Samtale).change(samtale.nr, **columns)
    return sitting._replace(answers=answers, samtale=samtale)


def without_cleared(samtale: Samtale, changes: Changes) -> Samtale:
    """What was taken away of the closing questions; who and when always stand."""
    gone = {key.felt: None for key, value in changes.items() if value is None and key.punkt == CLOSING_PUNKT.id}
    return samtale._replace(**gone)  # type: ignore[arg-type]


def begin_correction(store: Store, samtale: Samtale) -> Samtale:
    """A new version to write in, with the answers of the newest; one that is being written already is gone on with."""
    if samtale.kladde_udgave is not None:
        return samtale
    udgave = samtale.udgave + 1
    with store.joining("rettelse begyndt"):
        copy_answers(store, samtale.nr, samtale.udgave, udgave)
        return store.door(Samtale).change(samtale.nr, kladde_udgave=udgave)


def drop_correction(store: Store, samtale: Samtale) -> Samtale:
    """The version being written is gone, with all it held; the finished one stands as it was."""
    with store.doing("rettelse droppet"):
        drop_draft_version(store, samtale.nr, samtale.kladde_udgave or 0)
        return store.door(Samtale).change(samtale.nr, kladde_udgave=None)


def case_of_samtale(store: Store, samtale: Samtale, as_of: int | None = None) -> Case:
    if samtale.forlob is not None:
        return load_case(store, forlob=samtale.forlob, as_of=as_of)
    return load_case(store, borger=samtale.borger, as_of=as_of)


def last_held(store: Store, agenda: str, case: Case, before: Samtale | None = None) -> Held | None:
    """The newest finished samtale of that agenda in the case; for a correction, the newest before it."""
    done = [
        samtale
        for samtale in case.samtaler
        if samtale.agenda == agenda and samtale.udgave and (before is None or _is_before(samtale, before))
    ]
    if not done:
        return None
    newest = max(done, key=lambda samtale: (samtale.dato, samtale.nr))
    asked = agenda_as_asked(store, newest.agenda_sha)
    return Held(newest, asked, answers_of(store, newest.nr, newest.udgave), case)


def _is_before(samtale: Samtale, other: Samtale) -> bool:
    return samtale.nr != other.nr and (not other.udgave or samtale.nr < other.nr)


def overlaid(samtale: Samtale, answers: Answers) -> Samtale:
    """What has been said about the samtale itself counts at once; it is written on it when it is finished."""
    said = {key.felt: value for key, value in answers.items() if key.punkt in {WHO_PUNKT.id, CLOSING_PUNKT.id}}
    columns = {name: said[name] for name in (*COLUMNS, TILLAEG.felt) if name in said}
    if "deltagere" in columns:
        columns["med"] = parties_of(columns["deltagere"])  # type: ignore[arg-type]
    return samtale._replace(**columns)  # type: ignore[arg-type]


def is_column(key: Key) -> bool:
    """Said about the samtale itself, and so a column of it."""
    return key.punkt in {WHO_PUNKT.id, CLOSING_PUNKT.id} and key.felt in {*COLUMNS, TILLAEG.felt}


def used_rows(store: Store, samtale: Samtale) -> dict[str, int]:
    """The highest row number of each point in the versions before this one."""
    if not samtale.udgave:
        return {}
    answers = answers_of(store, samtale.nr, samtale.udgave)
    return {punkt: max(rows) for punkt in {key.punkt for key in answers} if (rows := rows_of(answers, punkt))}


def keep_place(store: Store, samtale: int, step: Step | None) -> None:
    """Where the samtale was left, so that it goes on there. What cannot be kept is found again from the answers."""
    text = (
        ""
        if step is None
        else " ".join((step.page, step.punkt, step.felt, str(step.raekke), str(step.known), step.way))
    )
    try:
        keep_draft(store, samtale, PLACE, text)
    except VforlobError:
        return


def taken_place(store: Store, samtale: int) -> Step | None:
    """Where it was left, once: after a later interruption that nobody could note, the answers say more."""
    found = kept_place(store, samtale)
    drop_draft(store, samtale, PLACE)
    return found


def kept_place(store: Store, samtale: int) -> Step | None:
    parts = draft_of(store, samtale, PLACE).split()
    if len(parts) != len(Step._fields):
        return None
    return Step(parts[0], parts[1], parts[2], int(parts[3]), int(parts[4]), parts[5])


def load_version(store: Store, samtale: Samtale, udgave: int | None = None) -> Held:
    return load_held(store, samtale.nr, agenda_as_asked(store, samtale.agenda_sha), udgave=udgave)
