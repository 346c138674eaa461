"""A virksomhed and its contact person. Facts only; knows no borger."""

from typing import NamedTuple


class Virksomhed(NamedTuple):
    """`vaert` is ny or erfaren. `cvr` is eight digits or None."""

    nr: int
    navn: str
    cvr: str | None = None
    branche: str | None = None
    sted: str | None = None
    kontakt: str | None = None
    telefon: str | None = None
    email: str | None = None
    vaert: str | None = None
    oprettet: str | None = None
