"""What several answers of a samtale say against each other, with one sentence for each. Knows no screen, no storage."""

from collections.abc import Iterator, Mapping

from vforlob.agenda.around import Against, Around
from vforlob.agenda.crosscheck_dates import dates, too_many_hours
from vforlob.agenda.crosscheck_ending import ending
from vforlob.agenda.reserved import TIDLIGERE_AFTALER
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import NOTE, Answers, Key, Value, row_values, rows_of
from vforlob.rules.danish import counted, listed, number, with_unit

COUNTED = ("modt", "syg", "fri", "udeblevet", "uafklaret")
PLANNED = "aftalt"


_NOWHERE = Around()


def contradictions(agenda: Agenda, answers: Answers, around: Around = _NOWHERE) -> tuple[Against, ...]:
    """Everything that must be mended before the samtale is finished. `answers` are the relevant ones."""
    of_points = (found for punkt in agenda.punkter for found in of_punkt(punkt, answers, around))
    more_days = (found for punkt in agenda.punkter for found in _more_than_agreed(punkt, answers))
    return (*of_points, *more_days, *ending(agenda, answers, around), *_settling(answers))


def of_punkt(punkt: Punkt, answers: Answers, around: Around = _NOWHERE) -> Iterator[Against]:
    """A note explains a number that does not fit; nothing explains somebody who both may and may not be told."""
    if Key(punkt.id, NOTE) not in answers:
        yield from _days(punkt, answers)
        yield from _bounds(punkt, answers)
        yield from too_many_hours(punkt, answers)
    yield from dates(punkt, answers, around)
    yield from _both_lists(punkt, answers)


def _days(punkt: Punkt, answers: Answers) -> Iterator[Against]:
    counts = [answers.get(Key(punkt.id, felt)) for felt in COUNTED]
    planned = answers.get(Key(punkt.id, PLANNED))
    if not isinstance(planned, int | float):
        return
    given = [count for count in counts if isinstance(count, int | float)]
    if len(given) == len(counts) and sum(given) != planned:
        yield _too_many_or_few(punkt, planned, sum(given))


def _more_than_agreed(punkt: Punkt, answers: Answers) -> Iterator[Against]:
    """While some counts are missing the others can still be too many. Judged at the end: a count may come later."""
    planned = answers.get(Key(punkt.id, PLANNED))
    counts = [answers.get(Key(punkt.id, felt)) for felt in COUNTED if punkt.felt(felt)]
    given = [count for count in counts if isinstance(count, int | float)]
    is_part = "fremmode" in punkt.writes and len(given) < len(counts) and Key(punkt.id, NOTE) not in answers
    if is_part and isinstance(planned, int | float) and sum(given) > planned:
        yield _too_many_or_few(punkt, planned, sum(given))


def _too_many_or_few(punkt: Punkt, planned: float, given: float) -> Against:
    days = counted(planned, "aftalt dag", "aftalte dage")
    sentence = f"Der er {days}, men svarene giver {number(given)}. Ret et tal, eller skriv en note."
    return Against(Key(punkt.id, PLANNED), sentence)


def _bounds(punkt: Punkt, answers: Answers) -> Iterator[Against]:
    for felt in punkt.felter:
        if felt.kind != "tal" or (felt.min is None and felt.max is None):
            continue
        for raekke in rows_of(answers, punkt.id) if felt in punkt.row_felter else (0,):
            key = Key(punkt.id, felt.id, raekke)
            sentence = beyond(felt, answers.get(key))
            if sentence:
                yield Against(key, f"{sentence} Ret tallet, eller skriv en note til punktet.")


def beyond(felt: Felt, value: Value | None) -> str:
    """The sentence for a number outside what the agenda expects; empty inside it."""
    if not isinstance(value, int | float):
        return ""
    said = with_unit(value, felt.unit) if felt.unit else number(value)
    if felt.max is not None and value > felt.max:
        return f"{said} er mere end {number(felt.max)}."
    if felt.min is not None and value < felt.min:
        return f"{said} er mindre end {number(felt.min)}."
    return ""


def _both_lists(punkt: Punkt, answers: Answers) -> Iterator[Against]:
    if punkt.felt("hvem") is None or punkt.felt("sporg_forst") is None:
        return
    for raekke in rows_of(answers, punkt.id):
        sentence = role_in_both(row_values(answers, punkt.id, raekke), "sporg_forst")
        if sentence:
            yield Against(Key(punkt.id, "sporg_forst", raekke), sentence)


def role_in_both(row: Mapping[str, Value], felt: str) -> str:
    """The sentence for somebody who both may know and must be asked first; empty for any felt but those two."""
    if felt not in {"hvem", "sporg_forst"}:
        return ""
    asked_first = _words(row.get("sporg_forst"))
    both = [role for role in _words(row.get("hvem")) if role in asked_first]
    if not both:
        return ""
    return f"{listed([f'»{role}«' for role in both])} står både under må vide og spørg først. Behold den ene."


def _settling(answers: Answers) -> Iterator[Against]:
    for raekke in rows_of(answers, TIDLIGERE_AFTALER):
        row = row_values(answers, TIDLIGERE_AFTALER, raekke)
        missing = missing_beside(row)
        if missing:
            yield Against(Key(TIDLIGERE_AFTALER, missing[0], raekke), missing[1])


def missing_beside(row: dict[str, Value]) -> tuple[str, str] | None:
    """What an outcome needs beside itself: the felt, and the sentence."""
    if row.get("udfald") == "flyttet" and "frist" not in row:
        return "frist", "En flyttet aftale skal have en ny frist."
    if row.get("udfald") == "bortfaldet" and "grund" not in row:
        return "grund", "En bortfaldet aftale skal have en grund."
    return None


def _words(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else () if value is None else (str(value),)
