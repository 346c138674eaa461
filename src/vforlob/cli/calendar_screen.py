"""What is said of an appointment for the calendar, and which of several is wanted. Decides nothing."""

from collections.abc import Sequence
from datetime import date

from vforlob.actions.calendar_days import Planned
from vforlob.cli.layout import one_line
from vforlob.cli.picking import pick
from vforlob.model.event import Event
from vforlob.rules.danish import clock, long_date, short_date

_ALL = 0


def line_of(it: Planned) -> str:
    """f12  tirsdag den 1. december 2026 (uge 49) kl. 14.30"""
    return f"{_number(it):<4} {_when(it.day, it.clock)}"


def said_of(event: Event) -> list[str]:
    when = _when(event.day, event.clock)
    said = [f"{when[:1].upper()}{when[1:]}. Åbn filen for at lægge aftalen i din kalender."]
    if not event.agreed:
        said = [f"Der er ikke aftalt en dag. Senest {when}. Åbn filen for at få det i din kalender."]
    if event.sequence:
        said.append("Aftalen er ændret. Ligger den i kalenderen i forvejen, bliver den flyttet.")
    return said


def chosen_from(contacts: Sequence[Planned], today: date) -> Sequence[Planned]:
    """One of them, or all."""
    picks = [(at, _pick_line(it, today)) for at, it in enumerate(contacts, _ALL + 1)]
    if len(contacts) > 1:
        picks.append((_ALL, f"alle  {len(contacts)} aftaler, hver i sin fil"))
    picked = pick("Hvilken aftale?", "forlob", picks)
    return contacts if picked == _ALL else (contacts[picked - 1],)


def _pick_line(it: Planned, today: date) -> str:
    where = f" hos {one_line(it.virksomhed)}" if it.virksomhed else ""
    at = f" {clock(it.clock)}" if it.clock else ""
    return f"{_number(it)}  {short_date(it.day, today)}{at}  {one_line(it.alias)}{where}"


def _number(it: Planned) -> str:
    return f"f{it.forlob}" if it.forlob else f"b{it.borger}"


def _when(day: str, at: str | None) -> str:
    return f"{long_date(day)} {clock(at)}" if at else long_date(day)
