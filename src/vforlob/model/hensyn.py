"""A hensyn, and who may know it in which forløb. The rule that reads the clearances is in rules/gate."""

from typing import NamedTuple


class Hensyn(NamedTuple):
    """`hvem` and `sporg_forst` are the wish from the formøde and clear nothing. `betydning` nej keeps the raw
    `hensyn` from the journal. `status` is aktiv, ikke_laengere or trukket; `trukket`: since when, everywhere.
    """

    nr: int
    borger: int
    hensyn: str | None = None
    behov: str | None = None
    losning: str | None = None
    reformulering: str | None = None
    hvem: tuple[str, ...] = ()
    sporg_forst: tuple[str, ...] = ()
    aftalt: str | None = None
    hvorfor: str | None = None
    betydning: str | None = None
    virker: str | None = None
    status: str = "aktiv"
    trukket: str | None = None
    oprettet: str | None = None
    samtale: int | None = None
    sted_i_samtale: str | None = None


class Clearance(NamedTuple):
    """`rolle` is leder mentor kolleger vitas; `svar` is ma, sporg or ma_ikke. `trukket`: withdrawn here, since when."""

    nr: int
    hensyn: int
    forlob: int
    rolle: str
    svar: str = "sporg"
    aftalt: str | None = None
    trukket: str | None = None
    samtale: int | None = None
    sted_i_samtale: str | None = None
