"""Hold a samtale: ask what is next, turn the page, sum up at the end. Knows no terminal and no effect."""

from typing import NamedTuple

from vforlob.actions import meeting_words as words
from vforlob.actions import moves
from vforlob.actions.asking import ALONE, SHARED, Answered, Ask, Back, Jump, Overview, Pause, Question, Tell
from vforlob.actions.drafts import Changes, begin, drop_correction, keep_place, taken_place, write_said
from vforlob.actions.moves import At
from vforlob.actions.questions import plain_question
from vforlob.actions.replies import Talk, follow, question_at
from vforlob.actions.sitting import Sitting
from vforlob.actions.summary import BESIDE, counted_points, summary_lines
from vforlob.agenda import steps as order
from vforlob.agenda.steps import Step
from vforlob.agenda.walk import Count
from vforlob.errors.answer import BadAnswer
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.model.agenda import Agenda
from vforlob.model.samtale import Samtale
from vforlob.model.text import fold
from vforlob.store.samtale_lock import hold as hold_lock
from vforlob.store.store import Store

FINISHED, PAUSED, INTERRUPTED, DROPPED = "faerdig", "pause", "afbrudt", "droppet"
DONE, DROP = "færdig", "kassér"  # what is typed at the summary; the second only where a samtale is corrected


class HeldResult(NamedTuple):
    """How it ended, how far it came, and what finishing says: one line each."""

    samtale: Samtale
    points: Count
    ended: str
    told: tuple[str, ...] = ()


def hold_samtale(store: Store, sitting: Sitting, ask: Ask, tell: Tell, said: Changes | None = None) -> HeldResult:
    """Until it is finished or paused. `said` is what is known before the first question.

    Raises SamtaleOpenElsewhere before anything is asked.
    """
    if not sitting.samtale.nr:
        sitting, said = begin(store, sitting, said), None
    with hold_lock(store.folder, sitting.samtale.nr):
        return hold_sitting(Talk(store, ask, tell), sitting, said)


def hold_sitting(talk: Talk, sitting: Sitting, said: Changes | None = None) -> HeldResult:
    """A samtale that is begun, for a caller who has its lock."""
    if said:
        with talk.store.doing("svar"):
            sitting = write_said(talk.store, sitting, said)
    at = moves.beginning(At(sitting), taken_place(talk.store, sitting.samtale.nr))
    while True:
        after = _turn(talk, at)
        if isinstance(after, HeldResult):
            return after
        if isinstance(after, Pause):
            keep_place(talk.store, at.sitting.samtale.nr, at.here)
            ended = INTERRUPTED if after.interrupted else PAUSED
            return HeldResult(at.sitting.samtale, counted_points(at.sitting), ended)
        at = after


def _turn(talk: Talk, at: At) -> At | Pause | HeldResult:
    """One question and what its reply leads to."""
    if at.here is None:
        return _at_summary(talk, at)
    turned = _turned(talk, at, at.here)
    if isinstance(turned, Pause) or turned.here != at.here:
        return turned
    reply = talk.ask(question_at(talk, turned, at.here))
    return follow(talk, turned._replace(saved=False), at.here, reply)


def _turned(talk: Talk, at: At, step: Step) -> At | Pause:
    """Nobody is shown a page of the other kind before Enter: the screen can be turned first."""
    was_shared, is_shared = at.page == order.SHARED, step.page == order.SHARED
    if was_shared == is_shared:
        return at._replace(page=step.page)
    if is_shared:
        asked = plain_question(words.TURN_TO_ALL, at.sitting, ALONE)
    else:
        said = words.MEETING_SAVED if step.page == order.AFTER else words.TURN_TO_ALONE
        asked = plain_question(said, at.sitting, SHARED)
    while True:
        reply = talk.ask(asked._replace(saves=at.saved))
        if isinstance(reply, Pause):
            return reply
        if isinstance(reply, Back):
            return moves.backward(at, step) or at
        if isinstance(reply, Answered):
            return at._replace(page=step.page, saved=False)


# --- the summary ---


def _at_summary(talk: Talk, at: At) -> At | Pause | HeldResult:
    reply = talk.ask(_summary_question(at.sitting)._replace(saves=at.saved))
    at = at._replace(page=order.AFTER, saved=False)
    if isinstance(reply, Pause):
        return reply
    if isinstance(reply, Back):
        return moves.to_last(at)
    if isinstance(reply, Jump):
        return _fix(talk, at, reply.number)
    if isinstance(reply, Answered) and reply.value is not None:
        number = str(reply.value)
        if number == DROP:
            return _dropped(talk, at)
        return _finished(talk, at) if number == DONE else _fix(talk, at, number)
    if not isinstance(reply, Overview):
        talk.tell(words.SUMMARY_WRONG)
    return at


def _summary_question(sitting: Sitting) -> Question:
    corrected = sitting.samtale.udgave > 0
    said = words.SUMMARY_OF_CORRECTION if corrected else words.SUMMARY
    asked = plain_question(said, sitting, ALONE, summary_lines(sitting))
    read = lambda typed: _read_summary(typed, sitting.agenda, corrected)  # noqa: E731 - a closure, handed on at once
    return asked._replace(title=words.answered_of(counted_points(sitting)), read=read)


def _read_summary(typed: str, agenda: Agenda, corrected: bool) -> str:
    wanted = _bare(typed).removeprefix(":")
    if wanted == fold(DONE):
        return DONE
    if corrected and wanted == _bare(DROP):
        return DROP
    punkt = agenda.numbered(wanted)
    if punkt is None and wanted != BESIDE:
        raise BadAnswer(words.SUMMARY_WRONG)
    return punkt.number if punkt is not None else BESIDE


def _bare(typed: str) -> str:
    """Without the marks that a word on the screen stands in, and the accent that is easily left out."""
    return fold(typed.strip().strip("»«\"'")).replace("é", "e")


def _dropped(talk: Talk, at: At) -> At | Pause | HeldResult:
    """Asked once: what was corrected cannot be had back from here."""
    asked = plain_question(words.DROP, at.sitting, ALONE)
    reply = talk.ask(asked._replace(saves=False))
    if isinstance(reply, Pause):
        return reply
    if isinstance(reply, Answered) and _bare(str(reply.value or "")) == _bare(DROP):
        samtale = drop_correction(talk.store, at.sitting.samtale)
        return HeldResult(samtale, counted_points(at.sitting), DROPPED)
    return at


def _fix(talk: Talk, at: At, number: str) -> At:
    punkt = at.sitting.agenda.numbered(number)
    found = moves.to_fixing(at, punkt.id if punkt is not None else BESIDE)
    if found is None or (punkt is None and number != BESIDE):
        talk.tell(words.not_asked(number) if punkt is not None else words.no_such_punkt(number, at.sitting.agenda))
        return at
    return found


def _finished(talk: Talk, at: At) -> At | HeldResult:
    """Locked, unless answers speak against each other or it cannot be written: then it stays as it is."""
    from vforlob.actions.finish import finish, speaks_against  # late: only at the end, and it brings the rules

    against = speaks_against(at.sitting)
    if against:
        for sentence in (words.BEFORE_AGAIN, *against):
            talk.tell(sentence)
        return at
    try:
        closed = finish(talk.store, at.sitting)
    except VforlobError as failed:
        if failed.exit_code not in {ExitCode.DISK, ExitCode.LOCKED}:
            raise
        talk.tell(words.NOT_FINISHED)
        return at
    return HeldResult(closed.samtale, counted_points(at.sitting), FINISHED, closed.told)
