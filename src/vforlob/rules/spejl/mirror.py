"""Own practice in a quarter, month by month: so many of so many. Knows no storage, no screen and no person."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vforlob.rules.laering.small import PERCENT_FROM, percent
from vforlob.rules.spejl.quarters import Quarter

FEW = PERCENT_FROM

Counted = Mapping[str, float]


class Measure(NamedTuple):
    """`part` and `whole` are figures of a month. `adds_up`: things that happened, so that the months of a quarter are
    added; else it is how it stood, and the quarter stands as its last month.
    """

    id: str
    title: str
    part: str
    whole: str
    adds_up: bool


MEASURES = (
    Measure("formode", "Formøde holdt før start", "formode", "startet", True),
    Measure("startmode", "Startmøde senest den første dag", "startmode", "startet", True),
    Measure("forste_uge", "Kontakt i den første uge", "uge_1_kontakt", "uge_1", True),
    Measure("opfolgning", "Opfølgning til tiden", "opfolgning", "forlob", False),
    Measure("lonkroner", "Talt om løntimer", "lonkroner", "forlob", False),
    Measure("taet", "Taget stilling til tæt opfølgning", "taet_besluttet", "forlob", False),
    Measure("smart", "Delmål med alle fem dele", "delmal_hele", "delmal", False),
    Measure("afslutning", "Afsluttende samtale holdt", "afsluttende_samtale", "lukket", True),
)


class Share(NamedTuple):
    """`part` of `whole`; both None where it was not counted."""

    part: int | None = None
    whole: int | None = None

    @property
    def percent(self) -> int | None:
        """Half a percent is rounded up; None where there are few."""
        if self.part is None or self.whole is None or self.whole < FEW:
            return None
        return percent(self.part, self.whole)


class Row(NamedTuple):
    """`months` are in the order of the quarter."""

    measure: Measure
    months: tuple[Share, ...]
    quarter: Share


class Spejl(NamedTuple):
    """`upto` is the day that the running month is counted up to, None when the quarter is over. `kept` are the months
    that there are figures of.
    """

    quarter: Quarter
    rows: tuple[Row, ...]
    upto: date | None
    kept: tuple[str, ...]


def mirror(quarter: Quarter, by_month: Mapping[str, Counted], today: date) -> Spejl:
    """`by_month` are the figures of the months that are kept, and of the running one as of today."""
    rows = tuple(_row(measure, quarter, by_month) for measure in MEASURES)
    is_running = today.isoformat()[:7] in quarter.months
    kept = tuple(maned for maned in quarter.months if maned in by_month)
    return Spejl(quarter, rows, today if is_running else None, kept)


def _row(measure: Measure, quarter: Quarter, by_month: Mapping[str, Counted]) -> Row:
    months = tuple(_share(measure, by_month.get(maned, {})) for maned in quarter.months)
    counted = [share for share in months if share.whole is not None]
    if not counted:
        return Row(measure, months, Share())
    if not measure.adds_up:
        return Row(measure, months, counted[-1])
    return Row(measure, months, Share(sum(it.part or 0 for it in counted), sum(it.whole or 0 for it in counted)))


def _share(measure: Measure, counted: Counted) -> Share:
    """A figure that the program did not have then is none, not nought."""
    if measure.part not in counted or measure.whole not in counted:
        return Share()
    return Share(round(counted[measure.part]), round(counted[measure.whole]))
