"""What is laid before colleagues, and what is told with the borger's yes. Knows no rule."""

from typing import NamedTuple


class Sparring(NamedTuple):
    """A case for the group: the situation, what was tried, what is asked, and the advice that came back."""

    nr: int
    borger: int
    forlob: int | None = None
    dato: str = ""
    situation: str | None = None
    provet: str | None = None
    sporgsmal: str | None = None
    rad: str | None = None
    rad_dato: str | None = None


class Historie(NamedTuple):
    """A good story. `ja` is the day the borger said yes to telling it, `trukket` the day she took it back."""

    nr: int
    borger: int
    forlob: int
    ja: str | None = None
    tekst: str | None = None
    trukket: str | None = None
