"""The parts that the pages of a borger, a virksomhed and a forløb are put together of. Paints lines, reads nothing."""

from collections.abc import Iterable, Sequence
from datetime import date

from vforlob.actions.record_kinds.base import RecordFelt
from vforlob.agenda.kinds import KINDS
from vforlob.cli.layout import LABEL, labelled, one_line, wrap
from vforlob.model.aftale import Aftale
from vforlob.model.delmal import Delmal
from vforlob.rules.danish import listed, short_date
from vforlob.rules.kontaktplan import Due

WHO = {"konsulent": "dig"}
LATE = ", over tid"


def heading(text: str, width: int) -> list[str]:
    return [f" {line}" for line in wrap(f"Kun til dig · {text}", width - 2)]


def section(title: str, lines: Sequence[str], width: int) -> list[str]:
    """Nothing at all where there is nothing under the title."""
    return ["", *(f" {line}" for line in wrap(title, width - 2)), *lines] if lines else []


def filled_in(felter: Iterable[RecordFelt], record: object, width: int) -> list[str]:
    lines = []
    for felt in felter:
        value = getattr(record, felt.id)
        if value not in (None, ()):
            lines += beside(felt.felt.text, one_line(KINDS[felt.felt.kind].show(value, felt.felt)), width)
    return lines


def beside(label: str, text: str, width: int) -> list[str]:
    """A label too long for its column has a line of its own, or several."""
    if len(label) < LABEL and (width >= 60 or len(label) < width - 2):
        return labelled(label, text, width)
    return [*(f" {line}" for line in wrap(label, width - 2)), *labelled("", text, width)]


def stack(label: str, texts: Iterable[str], width: int) -> list[str]:
    """The label once, a text to a line beside it."""
    lines = []
    for place, text in enumerate(texts):
        lines += beside("" if place else label, text, width)
    return lines


def item(mark: str, text: str, width: int) -> list[str]:
    """A line of a list: its number or letter, and the text beside it; an empty mark belongs to the one above."""
    first, *rest = wrap(text, width - 10)
    return [f"   {mark:<5} {first}", *(f"{'':9}{line}" for line in rest)]


def aftale_text(aftale: Aftale, today: date) -> str:
    when = f", senest {short_date(aftale.frist, today)}" if aftale.frist else ""
    late = LATE if aftale.frist and aftale.frist < today.isoformat() else ""
    who = listed([WHO.get(hvem, hvem) for hvem in aftale.hvem]) or one_line(aftale.hvem_andre or "")
    return f"{one_line(aftale.hvad)}{f' ({who})' if who else ''}{when}{late}"


def delmal_text(delmal: Delmal, today: date) -> str:
    when = f", senest {short_date(delmal.frist, today)}" if delmal.frist else ", uden frist"
    late = LATE if delmal.frist and delmal.frist < today.isoformat() else ""
    return f"{one_line(delmal.specifikt or '')}{when}{late}"


def open_aftaler(aftaler: Iterable[Aftale]) -> list[Aftale]:
    """The one that has waited longest first."""
    return sorted((it for it in aftaler if it.status == "aben"), key=lambda it: (it.frist or "9", it.nr))


def open_delmal(delmal: Iterable[Delmal]) -> list[Delmal]:
    return sorted((it for it in delmal if it.status == "aben"), key=lambda it: (it.frist or "9", it.nr))


def is_late(due: Due, today: date) -> bool:
    return due.dato < today.isoformat()


def next_steps(lines: Iterable[str], width: int, behind: str = "") -> list[str]:
    """What can be typed next, always last; a command is never broken. `behind` follows each: the folder."""
    found: list[str] = []
    for command in (f"vforlob {line}{behind}" for line in lines):
        if found and len(found[-1]) + 3 + len(command) < width:
            found[-1] += f"   {command}"
        else:
            found.append(f" {command}")
    return ["", *found]
