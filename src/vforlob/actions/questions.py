"""Make the question of a step: its text, its choices, what stood there before. Knows no terminal and asks nobody."""

from collections.abc import Callable
from datetime import date

from vforlob.actions import meeting_words as words
from vforlob.actions.asking import ALONE, SHARED, Question
from vforlob.actions.known_rows import CHOICES, known_of
from vforlob.actions.last_time import last_answer, last_rows, suggestion
from vforlob.actions.row_words import about, delmal_told, row_line, shown_here, visible_rows
from vforlob.actions.sitting import Sitting, told_hensyn
from vforlob.agenda import steps as order
from vforlob.agenda.kinds import KINDS, show
from vforlob.agenda.kinds.dato import OF_SAMTALE
from vforlob.agenda.reserved import WHO_PUNKT
from vforlob.agenda.steps import HUB, Ground, Step
from vforlob.agenda.walk import position
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Agenda, Choice, Felt, Punkt
from vforlob.model.answers import NOTE, SVAR, Value, row_values, rows_of
from vforlob.model.text import fold
from vforlob.rules.danish import counted, number, weekday_date
from vforlob.rules.progress import counted_since

ROW_ACTIONS = ("ny", "ret", "slet")
NOTE_FELT = Felt(NOTE, words.NOTE, "tekst", help=words.NOTE_HELP)


def question_for(
    sitting: Sitting, ground: Ground, step: Step, draft: str, keep_draft: Callable[[str], None]
) -> Question:
    """`draft` is what was half typed here; `keep_draft` takes what is being typed."""
    if step.punkt == order.NOTES:
        return _notes(sitting)
    punkt = _punkt(ground, step)
    framed = _framed(sitting, punkt, step)
    if step.felt == HUB:
        return _hub(sitting, ground, punkt, step, framed)
    if step.felt == order.TOLD:
        themes = punkt.row_felter[0].choices if punkt.known == CHOICES else ()
        told = tuple(
            f"- {line}"
            for line in ([f"{c.text[:1].upper()}{c.text[1:]}" for c in themes] if themes else told_hensyn(sitting))
        )
        return framed._replace(text=words.GO_ON, shown=told, current_text=" ")
    felt = felt_of(sitting, punkt, step.felt)
    current = ground.answers.get(step.key)
    proposed = suggestion(sitting, punkt, felt, step) if current is None else None
    stands = current if current is not None else proposed
    return framed._replace(
        kind=felt.kind,
        text=punkt.text if felt.id == SVAR and punkt.is_scalar else felt.text,
        read=lambda typed: read(typed, felt, sitting),
        help=felt.help or punkt.help,
        last="" if felt.kind == "skala" else last_answer(sitting, punkt, felt, step),  # a score: after the new one
        unit=felt.unit,
        choices=felt.choices,
        anchors=felt.anchors,
        min=felt.min,
        max=felt.max,
        current=stands,
        current_text=show(stands, felt) if stands is not None else "",
        draft=draft,
        shown=_above(sitting, ground, punkt, step),
        keep_draft=keep_draft,
    )


def felt_of(sitting: Sitting, punkt: Punkt, felt_id: str) -> Felt:
    """The felt as it is asked: known records become choices."""
    if felt_id == NOTE:
        return NOTE_FELT
    felt = punkt.felt(felt_id)
    assert felt is not None, felt_id
    if felt.known == "opgaver":
        return felt._replace(choices=tuple(Choice(text, text) for text in opgaver_named(sitting)))
    if felt.known == "hensyn":
        return felt._replace(choices=tuple(Choice(str(h.nr), h.losning or h.hensyn or "") for h in sitting.case.hensyn))
    return felt


def opgaver_named(sitting: Sitting) -> tuple[str, ...]:
    """The tasks of the case and those this samtale has named."""
    named = {fold(opgave.opgave): opgave.opgave for opgave in sitting.case.opgaver}
    for punkt in sitting.agenda.punkter:
        if known_of(punkt) == "opgaver":
            for raekke in rows_of(sitting.answers, punkt.id):
                text = str(row_values(sitting.answers, punkt.id, raekke).get("opgave", ""))
                named.setdefault(fold(text), text)
    return tuple(text for text in named.values() if text)


def read(typed: str, felt: Felt, sitting: Sitting) -> Value:
    """The samtale's own date is "today" for everything typed in it; for that date itself today is today."""
    today = sitting.now[:10] if felt.known == OF_SAMTALE and sitting.now else sitting.samtale.dato
    return KINDS[felt.kind].read(typed, felt, date.fromisoformat(today))


def plain_question(text: str, sitting: Sitting, page: str, shown: tuple[str, ...] = ()) -> Question:
    """Only Enter is waited for; whatever else is typed does no harm."""
    heading = words.heading_shared if page == SHARED else words.heading_alone
    return Question(
        kind="kort",
        text=text,
        read=lambda typed: typed,
        page=page,
        heading=heading(sitting.agenda, sitting.case),
        shown=shown,
        current_text=" ",  # nothing stays behind the question: it had no answer
        letters=letters_of(sitting.agenda),
    )


def letters_of(agenda: Agenda) -> tuple[str, ...]:
    return tuple(punkt.number for punkt in agenda.punkter if punkt.appendix)


def _punkt(ground: Ground, step: Step) -> Punkt:
    punkt = ground.agenda.punkt(step.punkt)
    assert punkt is not None, step.punkt
    return punkt


def _framed(sitting: Sitting, punkt: Punkt, step: Step) -> Question:
    shared = step.page == order.SHARED
    heading = words.heading_shared if shared else words.heading_alone
    return Question(
        kind="kort",
        text=punkt.text,
        read=lambda typed: typed,
        page=SHARED if shared else ALONE,
        heading=heading(sitting.agenda, sitting.case),
        position=position(sitting.agenda, punkt),
        title=f"{punkt.text} · {about(sitting, punkt, step)}" if step.known else _title(sitting, punkt),
        help=punkt.help,
        why=punkt.why,
        letters=letters_of(sitting.agenda),
    )


def _title(sitting: Sitting, punkt: Punkt) -> str:
    """Where days are counted, since when."""
    since = counted_since(sitting.case, sitting.samtale.dato) if "fremmode" in punkt.writes else None
    return f"{punkt.text} siden {weekday_date(since.day)}" if since else punkt.text


def _hub(sitting: Sitting, ground: Ground, punkt: Punkt, step: Step, framed: Question) -> Question:
    entries = visible_rows(sitting, ground, punkt, step.page)
    earlier = last_rows(sitting, punkt, step)
    return framed._replace(
        kind=HUB,
        text=_count_of_rows(punkt, len(entries)),
        rows=tuple(row_line(sitting, ground, punkt, entry, step.page) for entry in entries),
        allowed=ROW_ACTIONS,
        last=" / ".join(line.replace("\n", " ") for line in earlier),
        shown=words.GOES_TO_THE_CASE if _is_first_talk_of_hensyn(sitting, punkt) and step.page == order.SHARED else (),
    )


def _is_first_talk_of_hensyn(sitting: Sitting, punkt: Punkt) -> bool:
    """Where the borger tells what is difficult, she is told who will read it: nobody can opt out of that."""
    return sitting.agenda.concerns == "borger" and "hensyn" in punkt.writes


def _count_of_rows(punkt: Punkt, rows: int) -> str:
    """ "3 af 5": the wanted number is shown and never blocks."""
    wanted = punkt.max or punkt.min
    if wanted:
        return f"{rows} af {number(wanted)}"
    return counted(rows, "række", "rækker")


def _above(sitting: Sitting, ground: Ground, punkt: Punkt, step: Step) -> tuple[str, ...]:
    if punkt.id == WHO_PUNKT.id:
        return ()
    goals = delmal_told(sitting) if "forlob.hensigt" in punkt.writes and step.page == order.SHARED else ()
    return (*goals, *shown_here(sitting, ground, punkt, step))


def _notes(sitting: Sitting) -> Question:
    """The choice of a point to write a note to: its number, or Enter."""
    noted = [p for p in sitting.agenda.punkter if any(k.punkt == p.id and k.felt == NOTE for k in sitting.answers)]
    asked = plain_question(words.NOTES, sitting, ALONE, tuple(f"{p.number} {p.text}: har en note" for p in noted))
    return asked._replace(help=words.NOTES_HELP, read=lambda typed: _number(typed, sitting))


def _number(typed: str, sitting: Sitting) -> str:
    punkt = sitting.agenda.numbered(typed.strip().removeprefix(":"))
    if punkt is None:
        raise BadAnswer(words.no_such_punkt(typed.strip(), sitting.agenda))
    return punkt.number
