"""Samtaler in a list, and one of them whole: for the consultant alone. Paints lines, reads nothing."""

from collections.abc import Mapping, Sequence
from datetime import date

from vforlob.actions.known_rows import HENSYN, known_of
from vforlob.actions.samtale_table import held_scope
from vforlob.agenda.kinds import show
from vforlob.agenda.reserved import AFTALER_PUNKT, DELMAL_PUNKT, DELTAGERE, FORMS
from vforlob.agenda.walk import applying, count, not_asked, relevant
from vforlob.cli.layout import labelled, one_line, wrap
from vforlob.cli.record_lists import columns
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import NOTE, Answers, Key, Value, is_answered, row_values, rows_of
from vforlob.model.case import Held
from vforlob.model.samtale import Samtale
from vforlob.rules.danish import clock, counted, listed, long_date, plain_date, short_date
from vforlob.store.versions import Version

ONLY_YOU = "Kun til dig"
NOT_DISCUSSED = "ikke drøftet"
_EMPTY = "Der er ingen samtaler endnu. Begynd med fx: vforlob formøde b1"


def list_lines(
    samtaler: Sequence[Samtale], names: Mapping[int, str], titles: Mapping[str, str], today: date, width: int
) -> list[str]:
    """One line a samtale, the newest first. `names` say whose, by samtale; `titles` are those of the agendas."""
    if not samtaler:
        return [_EMPTY]
    rows = [
        (
            f"s{samtale.nr}",
            short_date(samtale.dato, today) if samtale.dato else "",
            titles.get(samtale.agenda_sha, samtale.agenda),
            names.get(samtale.nr, ""),
            status_word(samtale),
        )
        for samtale in reversed(samtaler)
    ]
    return [f" {ONLY_YOU} · Samtaler", "", *columns(("", "Dag", "Samtale", "Hvem", ""), rows, width)]


def status_word(samtale: Samtale) -> str:
    if samtale.status == "kladde":
        return "ikke færdig"
    if samtale.kladde_udgave is not None:
        return "bliver rettet"
    return f"færdig, udgave {samtale.udgave}" if samtale.udgave > 1 else "færdig"


def samtale_lines(held: Held, udgave: int, versions: Sequence[Version], heading: str, width: int) -> list[str]:
    scope = held_scope(held)
    answers = relevant(held.agenda, held.answers, scope)
    points = count(held.agenda, held.answers, scope)
    lines = [f" {ONLY_YOU} · {heading}", "", *_who_and_when(held.samtale, width), *_versions(udgave, versions, width)]
    lines += ["", f" {points.answered} af {counted(points.total, 'punkt', 'punkter')} besvaret"]
    for settled in (AFTALER_PUNKT, DELMAL_PUNKT):
        if rows_of(answers, settled.id):
            lines += ["", f" {settled.text}", *_rows(held, settled, answers, width)]
    for punkt in applying(held.agenda, answers, scope):
        lines += ["", *_punkt(held, punkt, answers, width)]
    absent = not_asked(held.agenda, answers, scope)
    if absent:
        lines += ["", *labelled("Ikke spurgt", listed([_named(held, name) for name in absent]), width)]
    return lines


def _who_and_when(samtale: Samtale, width: int) -> list[str]:
    when = f" {clock(samtale.kl)}" if samtale.kl else ""
    lines = labelled("Dag", f"{long_date(samtale.dato)}{when}", width)
    if samtale.form:
        lines += labelled("Form", next((c.text for c in FORMS if c.id == samtale.form), samtale.form), width)
    names = {choice.id: choice.text for choice in DELTAGERE}
    lines += labelled("Med", listed([names.get(word, word) for word in samtale.deltagere]), width)
    if samtale.kraever_samtale:
        note = f". {one_line(samtale.anmaerkning)}" if samtale.anmaerkning else ""
        lines += labelled("Kræver en samtale", samtale.kraever_samtale + note, width)
    if samtale.tekst_slettet:
        deleted = f"Det skrevne i samtalen blev slettet {plain_date(samtale.tekst_slettet)}."
        lines += labelled("Slettet", deleted, width)
    return lines


def _versions(udgave: int, versions: Sequence[Version], width: int) -> list[str]:
    if len(versions) < 2:
        return []
    told = [f"{one.udgave}{' (' + one_line(one.grund) + ')' if one.grund else ''}" for one in versions]
    return labelled("Udgave", f"{udgave}. Alle: {', '.join(told)}", width)


def _punkt(held: Held, punkt: Punkt, answers: Answers, width: int) -> list[str]:
    lines = [f" {line}" for line in wrap(f"{punkt.number:>2} {punkt.text}", width - 1)]
    if not is_answered(answers, punkt.id):
        lines.append(f"    {NOT_DISCUSSED}")
    lines += _rows(held, punkt, answers, width)
    for felt in punkt.single_felter:
        value = answers.get(Key(punkt.id, felt.id))
        if value is not None:
            text = show(value, felt) if punkt.is_scalar else f"{_asked(felt.text)} {show(value, felt)}"
            lines += _text(text, width)
    note = answers.get(Key(punkt.id, NOTE))
    return lines + (_text(f"Note: {note}", width) if note is not None else [])


def _rows(held: Held, punkt: Punkt, answers: Answers, width: int) -> list[str]:
    """One line a row. A row about a record begins with what that is called, not with its number."""
    lines = []
    for raekke in rows_of(answers, punkt.id):
        row = row_values(answers, punkt.id, raekke)
        about = _record(held, punkt, row.get("nr", raekke))
        parts = [about] if about else []
        parts += [
            _in_row(row[felt.id], felt)
            for felt in punkt.row_felter
            if felt.id in row and (not about or felt.id != "nr")
        ]
        lines += [f"    {line}" for line in wrap(" · ".join(parts), width - 5)]
    return lines


def _record(held: Held, punkt: Punkt, nr: Value) -> str:
    """What the record with that number is about; empty for a row of its own."""
    if punkt.id == AFTALER_PUNKT.id:
        return next((one_line(it.hvad) for it in held.case.aftaler if it.nr == nr), "")
    if punkt.id == DELMAL_PUNKT.id:
        return next((one_line(it.specifikt or "") for it in held.case.delmal if it.nr == nr), "")
    if known_of(punkt) == HENSYN:
        return next((one_line(it.losning or it.hensyn or "") for it in held.case.hensyn if it.nr == nr), "")
    return ""


def _in_row(value: Value, felt: Felt) -> str:
    return one_line(show(value, felt))


def _text(text: str, width: int) -> list[str]:
    return [f"    {line}" for part in text.split("\n") for line in wrap(part, width - 5)]


def _asked(text: str) -> str:
    return text if text.endswith("?") else f"{text}:"


def _named(held: Held, name: str) -> str:
    """A point by its number, a felt by its words."""
    punkt_id, _, felt_id = name.partition(".")
    punkt = held.agenda.punkt(punkt_id)
    felt = punkt.felt(felt_id) if punkt and felt_id else None
    if punkt is None:
        return name
    return f"punkt {punkt.number} ({felt.text.rstrip('?')})" if felt else f"punkt {punkt.number}"
