"""How a meeting is spoken of, by its agenda, and the command that holds it. Knows no day."""

from typing import NamedTuple

from vforlob.actions.today_line import AFTER_FORMODE, Line
from vforlob.cli.today_commands import command_called


class Held(NamedTuple):
    """What is held, how it is spoken of, and what it is when it is done."""

    name: str
    it: str = "den"
    ready: str = "færdig"


_HELD = {
    "opfolgning": Held("Opfølgningen"),
    "startmode": Held("Startmødet", "det", "færdigt"),
    "formode": Held("Formødet", "det", "færdigt"),
    "midtvejs": Held("Midtvejsevalueringen"),
    "afslutning": Held("Den afsluttende samtale"),
    "eftervaern": Held("Samtalen om efterværn"),
    "opkald": Held("Opkaldet", "det", "færdigt"),
}
_OTHER = Held("Samtalen")
# A talk with a borger who has no forløb yet is held as the first one was.
_AS = {AFTER_FORMODE: "formode"}


def held_of(agenda: str) -> Held:
    return _HELD.get(agenda, _OTHER)


def hold(line: Line) -> str:
    """An agenda without a command of its own is shown with the person it is for."""
    command = command_called(_AS.get(line.agenda, line.agenda))
    return f"{command} {number_of(line)}" if command else show(line)


def show(line: Line) -> str:
    return f"{'borger' if line.whose.forlob is None else 'forløb'} vis {number_of(line)}"


def number_of(line: Line) -> str:
    return f"b{line.whose.borger}" if line.whose.forlob is None else f"f{line.whose.forlob}"
