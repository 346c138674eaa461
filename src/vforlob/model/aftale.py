"""An aftale: what, who, when, and how it went. Knows no meeting beyond its number."""

from typing import NamedTuple


class Aftale(NamedTuple):
    """`hvem`: one or more of borger konsulent sagsbehandler virksomhed mentor andre. `status`: aben, gjort, bortfaldet;
    a moved aftale stays aben with a new `frist` and a `grund`. `modtagere` None means the default of the gate.
    """

    nr: int
    borger: int
    forlob: int | None = None
    hvad: str = ""
    hvem: tuple[str, ...] = ()
    hvem_andre: str | None = None
    frist: str | None = None
    modtagere: tuple[str, ...] | None = None
    til_stede: tuple[str, ...] = ()
    status: str = "aben"
    grund: str | None = None
    afsluttet: str | None = None
    flyttet: int = 0
    oprettet: str | None = None
    samtale: int | None = None
    sted_i_samtale: str | None = None
