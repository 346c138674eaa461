"""What a line of today's list is, and the fixed order the lines stand in. Knows no storage and no words.

Nu, in this order: own overdue promises, the oldest first · early signs that need her now · contacts whose day has come
· VITAS · the last day has passed · limits of the rules · referred, and nothing has happened · closed without a closing
talk, a next step or a learning note · delmål over their day · open and nothing planned · meetings left open.
Among signs and contacts those followed closely come first, then those in their first weeks, then the longest overdue.
Snart, by day; on one day: promises, contacts, VITAS, endings. What has no day comes after: signs, limits.
A borger or forløb has one entry: its first line. What else there is stands under it, in the same order.
"""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.model.due import Whose

PROMISE, SIGN, CONTACT, VITAS, OVER = "lofte", "tegn", "kontakt", "vitas", "slut"
LIMIT, REFERRED, CLOSED, GOAL, UNPLANNED, DRAFT = "graense", "venter", "lukket", "delmal", "uden_plan", "kladde"
PROMISED, PLANNED, ENDING = "lovet", "aftalt", "slutter"

NOW = (PROMISE, SIGN, CONTACT, VITAS, OVER, LIMIT, REFERRED, CLOSED, GOAL, UNPLANNED, DRAFT)
SOON = (PROMISED, PLANNED, VITAS, ENDING, SIGN, LIMIT)
NO_DAY = "9999"  # after every ISO date

# Kinds in which it counts who is followed closely, and who has just begun.
_PEOPLE_FIRST = frozenset({SIGN, CONTACT})
# Reasons to hold the same meeting: one of them is enough.
_TO_SPEAK = frozenset({CONTACT, PLANNED, UNPLANNED})
_TO_END = frozenset({ENDING, OVER})
CLOSING = "afslutning"
# What is planned with a borger whose formøde is held and who has no forløb yet: no agenda of its own.
AFTER_FORMODE = "samtale"


class Line(NamedTuple):
    """One thing that waits. `nr` is the aftale, samtale or delmål it is about, 0 where that is the forløb or borger.

    `agenda` is what to hold, or what the draft is of. `kilde` is which one it is among its kind: "aftalt" or the rule
    or milestone of a contact, the id of a sign. `text` is what was typed, or a sentence of facts; then `move` is what
    to do and `command` what follows "vforlob". `also` are further reasons that concern the same person.
    """

    kind: str
    whose: Whose
    dato: str | None = None
    kl: str | None = None
    form: str | None = None
    last: str = ""
    nr: int = 0
    text: str = ""
    agenda: str = "opfolgning"
    kilde: str = ""
    move: str = ""
    command: str = ""
    is_soon: bool = False
    is_early: bool = False
    also: tuple["Line", ...] = ()

    @property
    def person(self) -> tuple[int, int | None]:
        return self.whose.borger, self.whose.forlob

    @property
    def reason(self) -> tuple[str, int]:
        """What is put off, and the record it is about: another reason of the same person shows all the same."""
        if self.kind in {SIGN, CLOSED}:
            return f"{self.kind} {self.kilde}", self.nr
        return (f"{self.kind} {self.agenda}" if self.kind == CONTACT else self.kind), self.nr


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=_place))


def one_a_person(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The first thing that concerns somebody is her line; what else there is stands under it."""
    found: dict[tuple[int, int | None], Line] = {}
    for line in lines:
        first = found.get(line.person)
        if first is None:
            found[line.person] = line
        elif not any(_is_same(line, other) for other in (first, *first.also)):
            found[line.person] = first._replace(also=(*first.also, line))
    return tuple(found.values())


def _place(line: Line) -> tuple[object, ...]:
    whose = line.whose
    number = (whose.borger, whose.forlob or 0, line.nr)
    if line.is_soon:
        return True, line.dato or NO_DAY, SOON.index(line.kind), not whose.taet, number
    if line.kind in _PEOPLE_FIRST:
        return False, NOW.index(line.kind), not whose.taet, not line.is_early, line.dato or "", number
    return False, NOW.index(line.kind), False, False, line.dato or "", number


def _is_same(line: Line, other: Line) -> bool:
    if line.kind in _TO_SPEAK and other.kind in _TO_SPEAK:
        return True
    kinds, agendas = {line.kind, other.kind}, {line.agenda, other.agenda}
    return CLOSING in agendas and bool(kinds & _TO_END) and bool(kinds & _TO_SPEAK)
