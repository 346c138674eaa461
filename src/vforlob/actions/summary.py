"""A whole samtale at a glance: one line a point. Knows no page order and asks nobody."""

from collections.abc import Iterator

from vforlob.actions.known_rows import known_of
from vforlob.actions.row_words import outcome_word
from vforlob.actions.sitting import Pages, Sitting, kept, scope_of
from vforlob.agenda.kinds import show
from vforlob.agenda.reserved import TIDLIGERE_AFTALER, TIDLIGERE_DELMAL, WHO_PUNKT
from vforlob.agenda.steps import SHARED
from vforlob.agenda.walk import Count, applying, count
from vforlob.model.agenda import Punkt
from vforlob.model.answers import NOTE, Answers, Key, is_answered, row_values, rows_of
from vforlob.rules.danish import counted, listed, number, short_date, weekday_date

NOT_DISCUSSED, DISCUSSED = "ikke drøftet", "drøftet"
OVERVIEW = "Oversigt"
BESIDE = "0"
BETWEEN = " · "
NAMED, SAID = 26, 48  # both and the number fit 80 columns


def counted_points(sitting: Sitting) -> Count:
    return count(sitting.agenda, sitting.answers, scope_of(sitting))


def summary_lines(sitting: Sitting) -> tuple[str, ...]:
    """For the consultant alone: what was said under each point, cut to a line."""
    answers = kept(sitting)
    points = applying(sitting.agenda, answers, scope_of(sitting))
    lines = [_line(punkt.number, punkt.text, _said(sitting, punkt, answers)) for punkt in points]
    return (_line(BESIDE, WHO_PUNKT.text, _cut(_beside(sitting), SAID)), *lines)


def overview_lines(sitting: Sitting, page: str) -> tuple[str, ...]:
    """Which points there are and which have an answer; on the shared screen only those that belong there. A tab stands
    before the word for each, for whoever knows how wide the screen is.
    """
    answers, pages = kept(sitting), Pages(sitting)
    points = applying(sitting.agenda, answers, scope_of(sitting))
    if page == SHARED:
        points = tuple(p for p in points if any(pages.page_of(p, felt, None) == SHARED for felt in p.felter))
    words = {punkt.id: DISCUSSED if is_answered(answers, punkt.id) else NOT_DISCUSSED for punkt in points}
    lines = (f"{punkt.number:>2} {punkt.text}\t{words[punkt.id]:<{len(NOT_DISCUSSED)}}" for punkt in points)
    return (OVERVIEW, *lines)


def _line(number_of: str, text: str, said: str) -> str:
    return f"{number_of:>2} {_cut(text, NAMED):<{NAMED}} {said}"


def _said(sitting: Sitting, punkt: Punkt, answers: Answers) -> str:
    note = " (note)" if Key(punkt.id, NOTE) in answers else ""
    if not is_answered(answers, punkt.id):
        return NOT_DISCUSSED + note
    parts = [*_rows(punkt, answers), *_single(punkt, answers)]
    return _cut(BETWEEN.join(parts), SAID - len(note)) + note


def _single(punkt: Punkt, answers: Answers) -> Iterator[str]:
    for felt in punkt.single_felter:
        value = answers.get(Key(punkt.id, felt.id))
        if value is None:
            continue
        if felt.id == "naeste_kontakt":
            yield f"næste kontakt {weekday_date(str(value))}"
        else:
            said = " ".join(show(value, felt).split())
            yield f"{felt.text} {number(value)}" if felt.kind == "tal" and isinstance(value, int | float) else said


def _rows(punkt: Punkt, answers: Answers) -> Iterator[str]:
    """Known tasks by name, other rows by how many there are: the points with many rows would fill the screen."""
    rows = rows_of(answers, punkt.id)
    if known_of(punkt) != "opgaver":
        if rows:
            yield counted(len(rows), "række", "rækker")
        return
    trin = punkt.felt("trin")
    for raekke in rows:
        row = row_values(answers, punkt.id, raekke)
        how = f": {show(row['trin'], trin)}" if trin and "trin" in row else ""
        yield f"{row.get('opgave', '')}{how}"


def _beside(sitting: Sitting) -> str:
    samtale = sitting.samtale
    names = {choice.id: choice.text for choice in WHO_PUNKT.felter[0].choices}
    parts = [short_date(samtale.dato, samtale.dato), listed([names.get(word, word) for word in samtale.deltagere])]
    settled = [
        row_values(sitting.answers, TIDLIGERE_AFTALER, nr).get("udfald")
        for nr in rows_of(sitting.answers, TIDLIGERE_AFTALER)
    ]
    outcomes = {word: settled.count(word) for word in settled if word is not None}
    parts += [f"{times} {outcome_word(word)}" for word, times in outcomes.items()]
    reviewed = len(rows_of(sitting.answers, TIDLIGERE_DELMAL))
    parts += [counted(reviewed, "delmål set på", "delmål set på")] if reviewed else []
    return BETWEEN.join(part for part in parts if part)


def _cut(text: str, wide: int) -> str:
    return text if len(text) <= wide else text[: wide - 1].rstrip() + "…"
