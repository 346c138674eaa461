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
    """The planned contact (`dato` None: none is planned) and the last one that was reached, "" when there was none."""

    whose: Whose
    dato: str | None
    kl: str | None
    form: str | None
    last: str
    started: bool


class Draft(NamedTuple):
    """A samtale that is not finished; `begun` is its date."""

    whose: Whose
    samtale: int
    agenda: str
    dato: str


class Unjournalised(NamedTuple):
    """A finished samtale without a receipt."""

    whose: Whose
    samtale: int
    agenda: str
    dato: str
