"""What a reply leads to: an answer kept, a row taken away, another question. Knows no summary and no page turning."""

from typing import NamedTuple

from vforlob.actions import meeting_words as words
from vforlob.actions import moves
from vforlob.actions.asking import Answered, Ask, Back, Cleared, Jump, Overview, Pause, Question, Reply, Row, Tell
from vforlob.actions.drafts import TILLAEG, Changes
from vforlob.actions.keeping import changes_for, keep, without_row
from vforlob.actions.moves import At, ground_at
from vforlob.actions.questions import question_for
from vforlob.actions.row_words import visible_rows
from vforlob.actions.summary import overview_lines
from vforlob.agenda.crosscheck import missing_beside, role_in_both
from vforlob.agenda.reserved import TIDLIGERE_AFTALER, WHO_PUNKT
from vforlob.agenda.steps import HUB, NOTES, TOLD, Step
from vforlob.model.agenda import Punkt
from vforlob.model.answers import Value, row_values
from vforlob.store.answers import draft_of, keep_draft
from vforlob.store.store import Store

NEW, REMOVE = "ny", "slet"
PROPOSED = ("aftalt", "frist", "naeste_kontakt")


class Talk(NamedTuple):
    """Where answers go, who is asked, and where a line is said."""

    store: Store
    ask: Ask
    tell: Tell


def question_at(talk: Talk, at: At, step: Step) -> Question:
    samtale, key = at.sitting.samtale.nr, step.key
    question = question_for(
        at.sitting,
        ground_at(at),
        step,
        draft_of(talk.store, samtale, key),
        lambda text: keep_draft(talk.store, samtale, key, text),
    )
    if question.current is None and step.felt in PROPOSED:
        question = _proposed(talk, at, step, question)
    return question._replace(saves=at.saved)


def _proposed(talk: Talk, at: At, step: Step, question: Question) -> Question:
    punkt = at.sitting.agenda.punkt(step.punkt)
    if punkt is None or not ("fremmode" in punkt.writes or at.sitting.agenda.id == "opkald"):
        return question
    from vforlob.actions.proposed_days import with_proposal  # late: only where days are proposed

    return with_proposal(talk.store, at.sitting, punkt, step, question)


def follow(talk: Talk, at: At, step: Step, reply: Reply) -> At | Pause:
    """Where the samtale stands after the reply to the question of `step`."""
    if isinstance(reply, Pause):
        return reply
    if isinstance(reply, Answered):
        return answered(talk, at, step, reply.value)
    if isinstance(reply, Cleared):
        return cleared(talk, at, step)
    if isinstance(reply, Row):
        return row(talk, at, step, reply)
    if isinstance(reply, Jump):
        return jump(talk, at, step, reply.number)
    if isinstance(reply, Back):
        return back(talk, at, step)
    if isinstance(reply, Overview):
        talk.tell("\n".join(overview_lines(at.sitting, step.page)))
        return at
    return moves.past_punkt(at, step)


def answered(talk: Talk, at: At, step: Step, value: Value | None) -> At | Pause:
    if step.punkt == NOTES:
        punkt = at.sitting.agenda.numbered(str(value)) if value is not None else None
        return moves.to_note(at, punkt) if punkt is not None else moves.forward(at, step)
    if step.felt in {HUB, TOLD}:
        return moves.forward(at, step)
    if value is None and step.key not in at.sitting.answers:
        value = question_at(talk, at, step).current  # a default, or what was prefilled
    if value is None:
        return passed_over(talk, at, step)
    refused = role_in_both(row_values(at.sitting.answers, step.punkt, step.raekke) | {step.felt: value}, step.felt)
    if refused:
        talk.tell(refused)
        return at
    return _kept(talk, at, step, changes_for(ground_at(at), step, value))


def passed_over(talk: Talk, at: At, step: Step) -> At:
    """Enter on nothing: on to the next, unless this must be known."""
    missing = _missing(at, step)
    if missing:
        talk.tell(words.NEEDED[missing])
        return at
    return moves.out_of_row(at, step) if moves.is_new_row(at, step) else moves.forward(at, step)


def cleared(talk: Talk, at: At, step: Step) -> At | Pause:
    """Taken away. In a known row where nothing was said, "nobody" is an answer too: the row is begun."""
    if step.punkt == WHO_PUNKT.id and step.felt == "deltagere":
        talk.tell(words.SOMEBODY)
        return at
    if step.punkt in {WHO_PUNKT.id, NOTES} or step.felt in {HUB, TOLD}:
        return answered(talk, at, step, None)
    changes = changes_for(ground_at(at), step, None)
    if step.key in at.sitting.answers or any(value is not None for value in changes.values()):
        return _kept(talk, at, step, changes)
    return passed_over(talk, at, step)


def row(talk: Talk, at: At, step: Step, reply: Row) -> At | Pause:
    punkt = _punkt(at, step)
    if reply.action == NEW:
        return moves.into_new_row(at, step, punkt)
    if reply.action != REMOVE:
        return moves.into_row(at, step, punkt, reply.number)
    entries = visible_rows(at.sitting, ground_at(at), punkt, step.page)
    changes = without_row(ground_at(at), punkt.id, entries[reply.number].raekke) if reply.number < len(entries) else {}
    return _saved(talk, at, step, changes) if changes else at


def jump(talk: Talk, at: At, step: Step, number: str) -> At | Pause:
    """To a point; one that has to be switched on is switched on by it."""
    punkt = at.sitting.agenda.numbered(number)
    if punkt is None:
        talk.tell(words.no_such_punkt(number, at.sitting.agenda))
        return at
    found = moves.to_punkt(at, punkt, step)
    if found is not None:
        return found
    tillaeg = at.sitting.samtale.tillaeg
    if punkt.id not in tillaeg and (punkt.thorough or not punkt.enabled):
        saved = _saved(talk, at, step, {TILLAEG: (*tillaeg, punkt.id)})
        return saved if isinstance(saved, Pause) else moves.to_punkt(saved, punkt, step) or saved
    talk.tell(words.not_asked(number))
    return at


def back(talk: Talk, at: At, step: Step) -> At:
    found = moves.backward(at, step)
    if found is None:
        talk.tell(words.FIRST_QUESTION)
        return at
    return found


def _kept(talk: Talk, at: At, step: Step, changes: Changes) -> At | Pause:
    saved = _saved(talk, at, step, changes)
    if isinstance(saved, Pause):
        return saved
    _tell_asides(talk, saved, step, changes.get(step.key))
    return moves.forward(saved, step)


def _saved(talk: Talk, at: At, step: Step, changes: Changes) -> At | Pause:
    """Only after the commit may anybody be told."""
    sitting = keep(talk.store, at.sitting, changes, talk.ask, talk.tell, step.page)
    if isinstance(sitting, Pause):
        return sitting
    return at._replace(sitting=sitting, saved=True)


def _tell_asides(talk: Talk, at: At, step: Step, value: Value | None) -> None:
    from vforlob.actions.asides import asides  # late: nothing to tell before something is answered

    punkt = at.sitting.agenda.punkt(step.punkt)
    if punkt is not None:
        said = (*asides(at.sitting, punkt, step.key, value), *_late_contact(talk, at, punkt, step, value))
        for sentence in (*said, *_scores(at, punkt, step, value)):
            talk.tell(sentence)


def _scores(at: At, punkt: Punkt, step: Step, value: Value | None) -> tuple[str, ...]:
    """The last score, now that the new one is given and cannot copy it."""
    felt = punkt.felt(step.felt)
    if value is None or felt is None or felt.kind != "skala":
        return ()
    from vforlob.actions.scores import score_words  # late: only where something is scored

    return score_words(at.sitting, punkt, felt, step)


def _late_contact(talk: Talk, at: At, punkt: Punkt, step: Step, value: Value | None) -> tuple[str, ...]:
    if value is None or "plan" not in punkt.writes or step.felt not in {"naeste_kontakt", "dato"}:
        return ()
    from vforlob.actions.finish_words import late_words  # late: only where the next contact is agreed
    from vforlob.store.regler import load_rulebook

    late = late_words(at.sitting.case, at.sitting.samtale.dato, str(value), load_rulebook(talk.store.folder))
    return (late,) if late else ()


def _missing(at: At, step: Step) -> str:
    if step.punkt != TIDLIGERE_AFTALER or step.key in at.sitting.answers:
        return ""
    missing = missing_beside(row_values(at.sitting.answers, step.punkt, step.raekke))
    return missing[0] if missing and missing[0] == step.felt else ""


def _punkt(at: At, step: Step) -> Punkt:
    punkt = ground_at(at).agenda.punkt(step.punkt)
    assert punkt is not None, step.punkt
    return punkt
