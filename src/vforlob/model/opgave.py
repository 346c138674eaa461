"""A task at the virksomhed and how far the borger has come with it."""

from typing import NamedTuple


class Opgave(NamedTuple):
    """`trin` is ny oplaeres med_hjaelp selvstaendigt, since `trin_siden`. `timetype` is praktik lontilskud ordinaer.

    `dage` are man tir ons ..., `timer` hours a week.
    """

    nr: int
    borger: int
    forlob: int
    opgave: str = ""
    trin: str = "ny"
    timetype: str | None = None
    tilpasning: str | None = None
    hjaelpemidler: str | None = None
    trin_siden: str | None = None
    samtale: int | None = None
    sted_i_samtale: str | None = None
    dage: tuple[str, ...] = ()
    timer: float | None = None
