"""What happened between the meetings: contacts, absence, days counted, tæt opfølgning."""

from typing import NamedTuple


class Kontakt(NamedTuple):
    """`naet` nej is an attempt without an answer: it does not reset the clock."""

    nr: int
    borger: int
    forlob: int | None = None
    dato: str = ""
    kanal: str | None = None
    med: tuple[str, ...] = ()
    naet: str = "ja"
    hvem_ringede: str | None = None
    tekst: str | None = None
    samtale: int | None = None
    sted_i_samtale: str | None = None


class Fravaer(NamedTuple):
    """One day of absence. `art` is syg fri udeblevet uafklaret."""

    nr: int
    borger: int
    forlob: int
    dato: str = ""
    art: str = "uafklaret"
    besked: str | None = None


class Fremmode(NamedTuple):
    """Days counted at a samtale, for the days after `fra` up to `til`. `for_sent` is times, outside the sum."""

    nr: int
    borger: int
    forlob: int
    fra: str | None = None
    til: str = ""
    aftalt: float | None = None
    modt: float | None = None
    syg: float | None = None
    fri: float | None = None
    udeblevet: float | None = None
    uafklaret: float | None = None
    for_sent: float | None = None
    samtale: int | None = None
    sted_i_samtale: str | None = None


class Udsat(NamedTuple):
    """A line of today's list put off until `til`: `hvad` is its kind, `hvad_nr` the record it is about (0: none)."""

    nr: int
    borger: int
    forlob: int | None = None
    hvad: str = ""
    hvad_nr: int = 0
    til: str = ""
    grund: str | None = None
    dato: str | None = None


class Taet(NamedTuple):
    """Tæt opfølgning. `svar` is ja obs nej; the newest row counts. The borger may read `grund`."""

    nr: int
    borger: int
    forlob: int | None = None
    dato: str = ""
    svar: str = "ja"
    grund: str | None = None
    vi_gor: str | None = None
