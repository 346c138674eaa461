"""A row, or the record a row is about, as one line. Knows which of it a page may show, by the gate's word."""

from vforlob.actions.known_rows import CHOICES, CLOSED_DELMAL, DELMAL, HENSYN, known_of
from vforlob.actions.sitting import Sitting, scene_of
from vforlob.agenda.kinds import show
from vforlob.agenda.reserved import OUTCOMES, TIDLIGERE_AFTALER, TIDLIGERE_DELMAL
from vforlob.agenda.steps import SHARED, Ground, RowEntry, Step, row_entries, row_steps
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import Value, row_values
from vforlob.rules import gate
from vforlob.rules.danish import listed, short_date

BETWEEN = " · "
_WHO = {"virksomhed": "virksomheden", "konsulent": "konsulenten", "sagsbehandler": "sagsbehandleren"}


def about(sitting: Sitting, punkt: Punkt, step: Step) -> str:
    """Which record a known row is about; the page decides how much of a hensyn is said."""
    if punkt.id == TIDLIGERE_AFTALER:
        return _aftale(sitting, step.known)
    if punkt.id == TIDLIGERE_DELMAL:
        return _delmal(sitting, step.known)
    known = known_of(punkt)
    if known == HENSYN:
        return hensyn_line(sitting, step.known, step.page)
    if known == DELMAL:
        return _delmal(sitting, step.known)
    if known == CHOICES:
        return theme(punkt, step.known)
    return next((one.opgave for one in sitting.case.opgaver if one.nr == step.known), "")


def theme(punkt: Punkt, nr: int) -> str:
    """A row that is a choice of the first column, in words."""
    choices = punkt.row_felter[0].choices
    return choices[nr - 1].text if 0 < nr <= len(choices) else ""


def hensyn_line(sitting: Sitting, nr: int, page: str) -> str:
    """On the shared screen only what the workplace does; alone the whole of it."""
    hensyn = next((one for one in sitting.case.hensyn if one.nr == nr), None)
    if hensyn is None:
        return ""
    if page == SHARED:
        return hensyn.losning or ""
    return BETWEEN.join(part for part in (hensyn.hensyn, hensyn.losning) if part)


def visible_rows(sitting: Sitting, ground: Ground, punkt: Punkt, page: str) -> tuple[RowEntry, ...]:
    """The rows that a page's list may hold."""
    return tuple(
        entry
        for entry in row_entries(ground, punkt)
        if any(step.page == page for step in row_steps(ground, punkt, entry))
    )


def row_line(sitting: Sitting, ground: Ground, punkt: Punkt, entry: RowEntry, page: str) -> str:
    """ "Fejning: selvstændigt": only the columns that belong on the page."""
    row = row_values(ground.answers, punkt.id, entry.raekke)
    identity = dict(entry.known.values) if entry.known else {}
    parts = [about(sitting, punkt, Step(page, punkt.id, "", 0, entry.known.nr))] if entry.known else []
    whole = {**identity, **row}
    for felt in punkt.row_felter:
        value = row.get(felt.id)
        if value is None or felt.id in identity:
            continue
        if page == ground.page_of(punkt, felt, whole):
            parts.append(_in_a_row(value, felt, sitting))
    if entry.known and not entry.begun:
        parts.append("ikke drøftet")
    return BETWEEN.join(part.replace("\n", " ") for part in parts)


def outcome_word(value: Value) -> str:
    return next((choice.text for choice in OUTCOMES if choice.id == value), str(value))


def shown_here(sitting: Sitting, ground: Ground, punkt: Punkt, step: Step) -> tuple[str, ...]:
    """What is already answered under the point, or in the row, and may stand on this page."""
    lines = []
    row = row_values(ground.answers, punkt.id, step.raekke)
    felter = punkt.row_felter if step.raekke else punkt.single_felter
    for felt in felter:
        value = row.get(felt.id)
        if value is None or felt.id == step.felt or not _is_before(felter, felt, step):
            continue
        if step.page != SHARED or ground.page_of(punkt, felt, row) == SHARED:
            lines.append(f"{felt.text}{'' if felt.text.endswith('?') else ':'} {show(value, felt)}")
    return tuple(lines)


def delmal_told(sitting: Sitting) -> tuple[str, ...]:
    """The open delmål that everybody at the table may know: the virksomhed too should know what is aimed at."""
    scene = scene_of(sitting)
    told = (d for d in sitting.case.delmal if d.status not in CLOSED_DELMAL and d.specifikt)
    return tuple(
        f"Delmål: {_delmal(sitting, d.nr)}"
        for d in told
        if gate.shown_to_all(gate.delmal_recipients(d, sitting.samtale.forlob), scene)
    )


def _in_a_row(value: Value, felt: Felt, sitting: Sitting) -> str:
    """Rows are scanned: 1/12, not tirsdag den 1. december."""
    try:
        return short_date(str(value), sitting.samtale.dato) if felt.kind == "dato" else show(value, felt)
    except ValueError:  # text from an older agenda
        return show(value, felt)


def _is_before(felter: tuple[Felt, ...], felt: Felt, step: Step) -> bool:
    names = [one.id for one in felter]
    return step.felt not in names or names.index(felt.id) < names.index(step.felt)


def _aftale(sitting: Sitting, nr: int) -> str:
    aftale = next((one for one in sitting.case.aftaler if one.nr == nr), None)
    if aftale is None:
        return ""
    who = listed([_WHO.get(word, word) for word in aftale.hvem])
    when = short_date(aftale.frist, sitting.samtale.dato) if aftale.frist else ""
    return BETWEEN.join(part for part in (aftale.hvad, who, when) if part)


def _delmal(sitting: Sitting, nr: int) -> str:
    delmal = next((one for one in sitting.case.delmal if one.nr == nr), None)
    if delmal is None:
        return ""
    when = short_date(delmal.frist, sitting.samtale.dato) if delmal.frist else ""
    return BETWEEN.join(part for part in (delmal.specifikt, delmal.malbart, when) if part)
