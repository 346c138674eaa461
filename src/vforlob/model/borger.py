"""A borger as the consultant works with her: an alias, never a cpr number. Knows no forløb."""

from typing import NamedTuple


class Borger(NamedTuple):
    """`navn` and `telefon` stay None unless the kommune allowed names. `cv` is ja or nej. `minutter`: longest trip.

    `kan_jeg`, `har_brug_for` and `hjaelper_mig` are the three lines she will say to an employer, in her own words.
    """

    nr: int
    alias: str
    malgruppe: str | None = None
    parathed: str | None = None
    skal_til: str | None = None
    henvist: str | None = None
    cv: str | None = None
    cv_opdateret: str | None = None
    sagsbehandler: str | None = None
    navn: str | None = None
    telefon: str | None = None
    erhvervserfaring: str | None = None
    skolegang: str | None = None
    interesser: str | None = None
    andet: str | None = None
    sted: str | None = None
    transport: str | None = None
    minutter: int | None = None
    oprettet: str | None = None
    kan_jeg: str | None = None
    har_brug_for: str | None = None
    hjaelper_mig: str | None = None
