"""What an overview is counted from: a row a forløb and a row a borger, all in dates. Knows no day, rule or storage."""

from typing import NamedTuple


class Linje(NamedTuple):
    """One forløb. `naeste` is when the next contact is due, `naeste_kilde` by which rule (or "aftalt"), after which
    `naeste_agenda`. `sidste` is the last contact where somebody was reached, `sidste_virksomhed` and `sidste_borger`
    with whom. `senest` is the last day on which follow-up is still in time. `frist` is the earliest deadline of an open
    aftale or delmål. `ordinaer` are the paid ordinary hours a week as they stand. `taet` is ja obs nej. From the day
    `gyldig_til` on the row reads differently without anything being written.
    """

    forlob: int
    borger: int
    virksomhed: int
    art: str
    status: str
    start: str | None = None
    slut: str | None = None
    lukket: str | None = None
    udfald: str | None = None
    eftervaern: str | None = None
    naeste: str | None = None
    naeste_kilde: str | None = None
    naeste_agenda: str | None = None
    naeste_kl: str | None = None
    sidste: str | None = None
    sidste_virksomhed: str | None = None
    sidste_borger: str | None = None
    senest: str | None = None
    frist: str | None = None
    aabne_aftaler: int = 0
    ordinaer: float = 0.0
    lonkroner: str = "ikke_italesat"
    taet: str = "nej"
    gyldig_til: str | None = None


class BorgerLinje(NamedTuple):
    """One borger. `skal_til` is ja where it is written what it takes. `forste_kontakt` is the first day somebody
    reached her, or a samtale was held. `aabne` are her forløb that are not closed, or only from a day to come;
    `sidst_lukket` is the day the newest closed one was, `sidste_udfald` how that ended. `naeste_skridt` is the day of
    what is planned or agreed next, None where there is nothing.
    """

    borger: int
    malgruppe: str | None = None
    parathed: str | None = None
    skal_til: str = "nej"
    cv: str | None = None
    cv_opdateret: str | None = None
    henvist: str | None = None
    oprettet: str | None = None
    forste_kontakt: str | None = None
    aabne: int = 0
    sidst_lukket: str | None = None
    sidste_udfald: str | None = None
    naeste_skridt: str | None = None
    gyldig_til: str | None = None


class Snapshot(NamedTuple):
    """The caseload at one moment: every borger, and every forløb that is not closed, is closed from a day to come,
    or has efterværn.
    """

    linjer: tuple[Linje, ...] = ()
    borgere: tuple[BorgerLinje, ...] = ()
