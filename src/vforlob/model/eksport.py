"""What has left the program: files, calendar events, and how far the walk after a samtale has come. Knows no text."""

from typing import NamedTuple


class Eksport(NamedTuple):
    """One file outside the database. `hvad` is the kind of document, `sti` its whole path, `tid` ISO with the offset.

    `fjernet` is the day it was removed, or found to be gone; None as long as it is there.
    """

    nr: int
    hvad: str
    modtager: str | None = None
    format: str = ""
    sti: str = ""
    sha256: str = ""
    tid: str = ""
    borger: int | None = None
    forlob: int | None = None
    samtale: int | None = None
    fjernet: str | None = None


class Kalender(NamedTuple):
    """A calendar event as it was last given out. `anker` is the last contact when it was first made: after a new
    contact the next event is another one. `tid` is ISO with the offset.
    """

    nr: int
    borger: int
    forlob: int | None = None
    uid: str = ""
    sekvens: int = 0
    agenda: str | None = None
    dato: str = ""
    kl: str | None = None
    form: str | None = None
    anker: str | None = None
    tid: str = ""


class Aflevering(NamedTuple):
    """One step of the walk after a samtale. `trin` is journal, virksomhed, borger or kalender; `svar` is gjort,
    sprunget, or ingen where there may be no text. `udgave` is the version it was about: a corrected samtale is handed
    over again.
    """

    nr: int
    samtale: int
    borger: int
    udgave: int = 1
    trin: str = ""
    svar: str = "gjort"
    dato: str = ""
