"""Hours a week, by kind, from a date on; and how far the talk about paid hours has come."""

from typing import NamedTuple

# What hours without a kind are, by the art of the forløb.
HOURS_OF = {
    "virksomhedspraktik": "praktik",
    "lontilskud": "lontilskud",
    "lonnede_timer": "ordinaer",
    "smajob": "ordinaer",
    "fleksjob": "ordinaer",
    "kombination": "praktik",
    "andet": "praktik",
}


class Timer(NamedTuple):
    """Hours a week from `fra` on. `art` is aftalt for what is in force, mal for what is aimed at.

    `grund` explains more than full time.
    """

    nr: int
    borger: int
    forlob: int | None = None
    fra: str = ""
    praktik: float | None = None
    lontilskud: float | None = None
    ordinaer: float | None = None
    art: str = "aftalt"
    samtale: int | None = None
    sted_i_samtale: str | None = None
    grund: str | None = None


class Lonkroner(NamedTuple):
    """`trin` is ikke_italesat italesat forhandles aftalt i_gang afvist, at `dato`. `timer` are paid hours a week."""

    nr: int
    borger: int
    forlob: int
    dato: str = ""
    trin: str = "ikke_italesat"
    timer: float | None = None
    opgaver: str | None = None
    tekst: str | None = None
    samtale: int | None = None
    sted_i_samtale: str | None = None
