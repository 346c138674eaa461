"""What waits for the consultant, as it was read from the store. Knows no words and no order of importance."""

from typing import NamedTuple


class Whose(NamedTuple):
    """The borger, and the forløb when there is one. `taet` says whether it is followed closely."""

    borger: int
    alias: str
    forlob: int | None = None
    virksomhed: str | None = None
    start: str | None = None
    slut: str | None = None
    taet: bool = False


class Promise(NamedTuple):
    """An open aftale of the consultant's own."""

    whose: Whose
    aftale: int
    hvad: str
    frist: str


class Next(NamedTuple):
    """A contact planned with a borger who is in no forløb; `samtale` is the one that planned it."""

    whose: Whose
    dato: str
    kl: str | None
    form: str | None
    samtale: int | None


class Draft(NamedTuple):
    """A samtale that is not finished, or the correction of one that was: then it has an `udgave`."""

    whose: Whose
    samtale: int
    agenda: str
    dato: str
    udgave: int = 0


class Goal(NamedTuple):
    """A delmål that is open; `hvad` is its first letter of SMART."""

    whose: Whose
    delmal: int
    hvad: str
    frist: str


class Referred(NamedTuple):
    """A borger who was referred, and with whom nothing has happened."""

    whose: Whose
    henvist: str


class Unjournalised(NamedTuple):
    """A finished samtale whose newest version has no receipt."""

    whose: Whose
    samtale: int
    agenda: str
    dato: str


class PutOff(NamedTuple):
    """A kind of line that was put off until a day: see Udsat."""

    whose: Whose
    nr: int
    hvad: str
    hvad_nr: int
    til: str
    grund: str
