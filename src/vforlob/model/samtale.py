"""A samtale: when, who, after which agenda, and how far it has come. Its answers stand elsewhere."""

from typing import NamedTuple


class Samtale(NamedTuple):
    """`status` is kladde or faerdig. `udgave` counts finished versions (0 before the first); `kladde_udgave` is the
    version being written, None when nothing is open. `grund` is why the newest version was made. `med` are the parties
    asked (parts), `tillaeg` the points switched on. `paabegyndt` and `faerdig` are UTC times.
    `tekst_slettet` is the day its words were deleted for good.
    """

    nr: int
    agenda: str
    agenda_sha: str
    borger: int
    forlob: int | None = None
    dato: str = ""
    kl: str | None = None
    form: str | None = None
    deltagere: tuple[str, ...] = ()
    med: tuple[str, ...] = ()
    status: str = "kladde"
    udgave: int = 0
    kladde_udgave: int | None = 1
    grund: str | None = None
    kraever_samtale: str | None = None
    anmaerkning: str | None = None
    tillaeg: tuple[str, ...] = ()
    paabegyndt: str | None = None
    faerdig: str | None = None
    tekst_slettet: str | None = None
