"""A workbook as values: sheets, columns, rows, a chart. Knows no file format."""

from typing import NamedTuple

Celle = str | int | float | None


class Sojle(NamedTuple):
    """One column. `art`: tekst, tal, dato (ISO dates), kl ("HH:MM") or janej."""

    navn: str
    art: str = "tekst"


class Fane(NamedTuple):
    """One sheet. `navn` is at most 31 letters. `figur` names the columns of a chart: the first is what it goes along,
    the others are drawn; empty where a chart does not help.
    """

    navn: str
    sojler: tuple[Sojle, ...]
    raekker: tuple[tuple[Celle, ...], ...]
    figur: tuple[str, ...] = ()


class Regneark(NamedTuple):
    titel: str
    faner: tuple[Fane, ...]
