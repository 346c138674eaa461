"""Openings, and what came of asking a virksomhed for a borger. Knows no rule."""

from typing import NamedTuple


class Jobabning(NamedTuple):
    """An opening at a virksomhed; no borger in it. `status` is aben besat or lukket. `fra` is the colleague it came
    from, None for an own one. `nogle` is random: the same opening read back from a file is known by it.
    """

    nr: int
    virksomhed: int
    opgaver: str | None = None
    timer: float | None = None
    frist: str | None = None
    art: str | None = None
    status: str = "aben"
    fra: str | None = None
    nogle: str | None = None
    oprettet: str | None = None


class Henvendelse(NamedTuple):
    """A virksomhed was asked for a borger on `dato`, maybe for a wish of hers or an opening of theirs. `trin` is
    kontaktet snusebesog samtale aftale afslag, `grund` why it became a no.
    """

    nr: int
    borger: int
    virksomhed: int
    onske: int | None = None
    jobabning: int | None = None
    dato: str = ""
    trin: str = "kontaktet"
    grund: str | None = None
    tekst: str | None = None
