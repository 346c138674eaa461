"""Save what was answered, and stay with it until it is saved. Knows no order of questions."""

from vforlob.actions import meeting_words as words
from vforlob.actions.asking import ALONE, SHARED, Ask, Pause, Tell
from vforlob.actions.drafts import Changes, is_column, write_said
from vforlob.actions.questions import plain_question
from vforlob.actions.sitting import Sitting
from vforlob.agenda import steps as order
from vforlob.agenda.steps import Ground, Step, row_entries
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.model.answers import Key, Value, row_values
from vforlob.store.answers import save_answer
from vforlob.store.store import Store


def changes_for(ground: Ground, step: Step, value: Value | None) -> dict[Key, Value | None]:
    """What one answer changes: a known row that is begun also gets the name of its record."""
    changes: dict[Key, Value | None] = {step.key: value}
    punkt = ground.agenda.punkt(step.punkt)
    if step.known and punkt is not None:
        entry = next((e for e in row_entries(ground, punkt) if e.known and e.known.nr == step.known), None)
        if entry is not None and not entry.begun and entry.known is not None and not entry.known.raekke:
            changes |= {Key(step.punkt, felt, step.raekke): name for felt, name in entry.known.values}
    return changes


def without_row(ground: Ground, punkt: str, raekke: int) -> dict[Key, Value | None]:
    return {Key(punkt, felt, raekke): None for felt in row_values(ground.answers, punkt, raekke)}


def keep(store: Store, sitting: Sitting, changes: Changes, ask: Ask, tell: Tell, page: str) -> Sitting | Pause:
    """On the disk when it returns a sitting. A full disk keeps the answer here and asks again; a pause gives it up."""
    while True:
        try:
            saved = _write(store, sitting, changes)
        except VforlobError as failed:
            reply = _told(failed, sitting, changes, ask, tell, page)
            if isinstance(reply, Pause):
                return reply
            continue
        return saved


def _write(store: Store, sitting: Sitting, changes: Changes) -> Sitting:
    """One answer is one event, and takes the shortest way."""
    samtale = sitting.samtale
    if len(changes) > 1 or any(is_column(key) for key in changes):
        with store.doing("svar"):
            return write_said(store, sitting, changes)
    ((key, value),) = changes.items()
    save_answer(store, samtale.nr, samtale.kladde_udgave or 1, key, value)
    answers = {**sitting.answers, key: value} if value is not None else dict(sitting.answers)
    if value is None:
        answers.pop(key, None)
    return sitting._replace(answers=answers)


def _told(failed: VforlobError, sitting: Sitting, changes: Changes, ask: Ask, tell: Tell, page: str) -> object:
    """What happened, the answer as it stands, and Enter to try again."""
    reason = getattr(failed, "reason", failed)
    if reason.exit_code not in {ExitCode.DISK, ExitCode.LOCKED, ExitCode.PROBLEM}:
        raise failed
    tell(words.disk_sentence(reason))
    kept = tuple(str(value) for value in changes.values() if isinstance(value, str | int | float))
    return ask(plain_question(words.TRY_AGAIN, sitting, SHARED if page == order.SHARED else ALONE, kept[:1]))
