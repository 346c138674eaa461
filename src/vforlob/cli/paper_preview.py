"""What was read of the lines by the numbers of a sheet, before it is saved. Knows no question and saves nothing."""

from collections.abc import Iterator

from vforlob.actions.ark.noted import Noted, who_was_there
from vforlob.actions.row_words import about
from vforlob.actions.sitting import kept, scope_of
from vforlob.agenda.kinds import show
from vforlob.agenda.paper import paper_punkt
from vforlob.agenda.paper_reading import Said, Unread
from vforlob.agenda.reserved import CLOSING_PUNKT, SAMTALE, TIDLIGERE_AFTALER, TIDLIGERE_DELMAL, WHO_PUNKT
from vforlob.agenda.steps import AFTER, Step
from vforlob.agenda.walk import applying
from vforlob.cli.layout import wrap
from vforlob.model.agenda import Punkt
from vforlob.model.answers import is_answered
from vforlob.rules.danish import clock, listed, long_date

UNREAD = "Ikke fordelt. Det bliver gemt som note:"
PROBLEMS = "Skal rettes, før samtalen kan blive færdig:"
MASKED = "Et cpr-nummer er skjult. Det gemmes ikke i vforlob."
_INDENT = "     "


def preview_lines(noted: Noted, width: int) -> list[str]:
    """Everything that would be saved, in full."""
    lines = [*_beside(noted, width), *_points(noted, width), *_not_discussed(noted, width)]
    return [*lines, *unread_lines(noted, width), *problem_lines(noted, width)]


def unread_lines(noted: Noted, width: int) -> list[str]:
    """What could not be read, with why, and where it goes."""
    if not noted.read.unread:
        return [MASKED] if noted.read.masked else []
    found = ["", UNREAD]
    for one in noted.read.unread:
        found += _unread(one, width)
    return [*found, *([MASKED] if noted.read.masked else [])]


def problem_lines(noted: Noted, width: int) -> list[str]:
    if not noted.problems:
        return []
    return ["", PROBLEMS, *(line for one in noted.problems for line in _hanging("  - ", one, width))]


def _beside(noted: Noted, width: int) -> Iterator[str]:
    """When, how and with whom: also what nobody wrote, since it is saved all the same."""
    samtale = noted.sitting.samtale
    forms = {choice.id: choice.text for felt in WHO_PUNKT.felter if felt.id == "form" for choice in felt.choices}
    when = long_date(samtale.dato) + (f" {clock(samtale.kl)}" if samtale.kl else "")
    parts = [when, forms.get(samtale.form or "", ""), f"med {who_was_there(noted.sitting)}"]
    yield from _hanging("  ", " · ".join(part for part in parts if part), width)


def _points(noted: Noted, width: int) -> Iterator[str]:
    """Under each point what was said, number by number."""
    by_punkt: dict[str, list[Said]] = {}
    for said in noted.read.said:
        if said.key.punkt != SAMTALE:
            by_punkt.setdefault(said.key.punkt, []).append(said)
    notes = dict.fromkeys(punkt for punkt, _ in noted.read.notes)
    for punkt_id in (TIDLIGERE_AFTALER, TIDLIGERE_DELMAL, *_order(noted), CLOSING_PUNKT.id):
        punkt = paper_punkt(noted.sitting.agenda, punkt_id)
        if punkt is None or not (punkt_id in by_punkt or punkt_id in notes):
            continue
        yield ""
        yield from _hanging("  ", f"{punkt.number} {punkt.text}".strip(), width)
        yield from _rows(noted, punkt, by_punkt.get(punkt_id, []), width)
        for text in (text for of_punkt, text in noted.read.notes if of_punkt == punkt_id):
            yield from _hanging(_INDENT, f"Note: {text}", width)


def _rows(noted: Noted, punkt: Punkt, said: list[Said], width: int) -> Iterator[str]:
    """One line an answer; the answers of a row together, after what the row is about."""
    rows: dict[tuple[str, int], list[Said]] = {}
    for one in said:
        rows.setdefault((one.nr if not one.key.raekke else "", one.key.raekke), []).append(one)
    for (_, raekke), answers in rows.items():
        if not raekke:
            for one in answers:
                name = "" if punkt.is_scalar else f"{one.felt.text} "
                yield from _hanging(_INDENT, f"{one.nr}  {name}{_shown(noted, one)}", width)
            continue
        row = next((row for row in noted.rows[punkt.id].at.values() if row.raekke == raekke), None)
        known = (
            about(noted.sitting, punkt, Step(AFTER, punkt.id, "", raekke, row.known.nr)) if row and row.known else ""
        )
        parts = [known, *(_shown(noted, one) for one in answers)]
        yield from _hanging(_INDENT, f"{answers[0].nr}  {' · '.join(part for part in parts if part)}", width)


def _shown(noted: Noted, said: Said) -> str:
    value = show(noted.sitting.answers[said.key], said.felt)
    before = noted.replaced.get(said.key)
    return f"{value} (før: {show(before, said.felt)})" if before is not None else value


def _not_discussed(noted: Noted, width: int) -> Iterator[str]:
    answers = kept(noted.sitting)
    points = applying(noted.sitting.agenda, answers, scope_of(noted.sitting))
    silent = [punkt.number for punkt in points if not is_answered(answers, punkt.id)]
    if silent:
        yield ""
        yield from _hanging("  ", f"Ikke drøftet: {listed(silent)}.", width)


def _unread(one: Unread, width: int) -> Iterator[str]:
    yield from _hanging("  - ", one.line, width)
    yield from _hanging("    ", one.because, width)


def _order(noted: Noted) -> tuple[str, ...]:
    return tuple(punkt.id for punkt in noted.sitting.agenda.punkter)


def _hanging(before: str, text: str, width: int) -> list[str]:
    """Broken between words; what follows stands under the first word."""
    parts = [line for part in text.split("\n") for line in (wrap(part, max(20, width - len(before))) or [""])]
    return [(before if not at else " " * len(before)) + part for at, part in enumerate(parts)]
