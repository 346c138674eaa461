"""A virksomhed and the people to talk to there. Facts only; knows no borger."""

from typing import NamedTuple


class Virksomhed(NamedTuple):
    """`vaert` is ny or erfaren. `cvr` is eight digits. `max_antal` is how many borgere they will have at a time,
    `fast_tid` when they want to be called, `ring_igen` the day they asked to be called again, `rammer` what the place
    has said it can take care of.
    """

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
    max_antal: int | None = None
    fast_tid: str | None = None
    ring_igen: str | None = None
    rammer: tuple[str, ...] = ()


class Kontaktperson(NamedTuple):
    """One more person to talk to there. `ophort` is the day she was no longer the one to call."""

    nr: int
    virksomhed: int
    navn: str
    rolle: str | None = None
    telefon: str | None = None
    email: str | None = None
    ophort: str | None = None
