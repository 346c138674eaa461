"""A forløb: one placement of one borger at one virksomhed, and the next contact planned for it. Knows no answers."""

from typing import NamedTuple


class Forlob(NamedTuple):
    """`status` is aben or lukket. `dage` are man tir ons tor fre lor son. `interval` is days.

    `rejse` is line and departure, `ud_ad_doren` "HH:MM". `timer_grund` explains more hours than full time. `eftervaern`
    is the last day of efterværn, None when there is none; it follows a forløb that is closed.
    """

    nr: int
    borger: int
    virksomhed: int
    art: str
    start: str | None = None
    slut: str | None = None
    timer: float | None = None
    hensigt_art: str | None = None
    hensigt: str | None = None
    interval: int | None = None
    uden_formode: str | None = None
    dage: tuple[str, ...] = ()
    fast_tid: str | None = None
    kontakt_kommune: str | None = None
    stedfortraeder: str | None = None
    vitas: str | None = None
    status: str = "aben"
    lukket: str | None = None
    udfald: str | None = None
    oprettet: str | None = None
    kontakt_virksomhed: str | None = None
    mentor: str | None = None
    rejse: str | None = None
    ud_ad_doren: str | None = None
    timer_grund: str | None = None
    eftervaern: str | None = None


class Plan(NamedTuple):
    """The next contact. `kilde` is "aftalt" or the id of the rule that set the date. The newest row counts."""

    nr: int
    borger: int
    forlob: int | None = None
    dato: str = ""
    kl: str | None = None
    form: str | None = None
    kilde: str = "aftalt"
    samtale: int | None = None
    sted_i_samtale: str | None = None
