"""The receipt of a deletion: what kind and how many, never of whom."""

from typing import NamedTuple

TEXT, PERSON, COMPANY, DRAFT, LOG, COPIES = "fritekst", "borger", "virksomhed", "kladde", "log", "kopi"


class Sletning(NamedTuple):
    """`art` is one of the kinds above; `antal` how many samtaler, borgere, files. `hvad` are kinds and counts
    ("kontakt:12"), `frist` the deadline that was reached ("30 dage"). `kontrol` are "event:hash" of what is left of
    events whose words were taken out.
    """

    nr: int
    dato: str
    art: str = ""
    antal: int = 0
    hvad: tuple[str, ...] = ()
    frist: str | None = None
    kontrol: tuple[str, ...] = ()
