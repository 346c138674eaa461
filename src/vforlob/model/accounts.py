"""What is kept about the work itself: receipts, settings, figures without a person."""

from typing import NamedTuple


class Kvittering(NamedTuple):
    """The journal has it: `emne` and `emne_nr` name what, `dato` when it was put in. `udgave` is that of a samtale;
    `haendelse` is the newest event there was: what is changed later is not covered.
    """

    nr: int
    emne: str
    emne_nr: int
    dato: str = ""
    udgave: int | None = None
    haendelse: int | None = None


class Indstilling(NamedTuple):
    """One setting, by name."""

    nr: int
    navn: str
    vaerdi: str = ""
    dato: str | None = None


class Statistik(NamedTuple):
    """One coarse row per closed forløb: no number and no alias, so that it can outlive the person.

    `tegn` are the ids of the early signs that stood when it closed.
    """

    nr: int
    maned: str
    art: str | None = None
    branche: str | None = None
    udfald: str | None = None
    uge: int | None = None
    formode: str | None = None
    afsluttende_samtale: str | None = None
    lontimer: float | None = None
    tegn: tuple[str, ...] = ()


class Maned(NamedTuple):
    """A figure of a closed month, frozen. `rettelse` is what was added to it later."""

    nr: int
    maned: str
    navn: str = ""
    tal: float = 0.0
    rettelse: float = 0.0


class Maltal(NamedTuple):
    """A target for a month. `filter` says what an own one counts; the names of the program's own need none."""

    nr: int
    maned: str
    navn: str = ""
    antal: float = 0.0
    filter: str | None = None
