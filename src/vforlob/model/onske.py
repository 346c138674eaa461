"""What the borger wishes for, and what has to be coordinated with it."""

from typing import NamedTuple


class Onske(NamedTuple):
    """`rang` is 1 for the first wish. `status` is ikke_afsogt kontaktet snuset afvist match, since `status_dato`;
    `tekst` is what came of it.
    """

    nr: int
    borger: int
    rang: int = 1
    onske: str = ""
    branche: str | None = None
    status: str = "ikke_afsogt"
    samtale: int | None = None
    sted_i_samtale: str | None = None
    status_dato: str | None = None
    tekst: str | None = None


class Koordinering(NamedTuple):
    """`hvornar` is free text; a weekday and two times in it are read as a clash."""

    nr: int
    borger: int
    indsats: str | None = None
    hvornar: str | None = None
    hvem: str | None = None
    samtale: int | None = None
    sted_i_samtale: str | None = None
