"""One thing that was found, and how it is mended. Looks at nothing."""

from typing import NamedTuple

FEJL, ADVARSEL, OPLYSNING = "fejl", "advarsel", "oplysning"


class Fund(NamedTuple):
    """`id` is for machines and never changes its meaning. `goer` is a command or an act, in a whole sentence; only an
    OPLYSNING may have nothing to do.
    """

    id: str
    alvor: str
    tekst: str
    goer: str = ""


def fejl(name: str, tekst: str, goer: str) -> Fund:
    return Fund(name, FEJL, tekst, goer)


def advarsel(name: str, tekst: str, goer: str) -> Fund:
    return Fund(name, ADVARSEL, tekst, goer)


def oplysning(name: str, tekst: str, goer: str = "") -> Fund:
    return Fund(name, OPLYSNING, tekst, goer)
