"""A delmål, one field a letter of SMART. Knows no borger beyond the number."""

from typing import NamedTuple


class Delmal(NamedTuple):
    """`delt` is ja when the virksomhed may know it. `tekst` is what was said when the status last changed."""

    nr: int
    borger: int
    forlob: int | None = None
    art: str = "udviklingsmal"
    specifikt: str | None = None
    malbart: str | None = None
    attraktivt: str | None = None
    realistisk: str | None = None
    frist: str | None = None
    status: str = "aben"
    delt: str | None = None
    tekst: str | None = None
    status_dato: str | None = None
    oprettet: str | None = None
    samtale: int | None = None
    sted_i_samtale: str | None = None
