"""A case bounded by two days: the notes of that time and nothing else. Knows no gate and no format."""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

from vforlob.model.sag import Sag

R = TypeVar("R")

# The days that say when a record was made or settled.
_DAYS = {
    "hensyn": ("oprettet", "trukket"),
    "clearances": ("aftalt", "trukket"),
    "opgaver": ("trin_siden",),
    "aftaler": ("oprettet", "afsluttet"),
    "delmal": ("oprettet", "status_dato"),
    "timer": ("fra",),
    "lonkroner": ("dato",),
    "fremmode": ("til",),
    "onsker": ("status_dato",),
    "koordinering": (),
    "kontakter": ("dato",),
    "taet": ("dato",),
    "planer": (),
    "samtaler": ("dato",),
}


class Period(NamedTuple):
    """ISO dates, both days included; empty for no bound on that side."""

    fra: str = ""
    indtil: str = ""

    def holds(self, day: str | None) -> bool:
        return bool(day) and (not self.fra or self.fra <= str(day)) and (not self.indtil or str(day) <= self.indtil)


def within(sag: Sag, period: Period) -> Sag:
    case = sag.case
    kept: dict[str, Any] = {name: _of(getattr(case, name), days, period) for name, days in _DAYS.items()}
    known = {one.nr for one in kept["hensyn"]} | {one.hensyn for one in kept["clearances"]}
    kept["hensyn"] = tuple(one for one in case.hensyn if one.nr in known)
    return sag._replace(
        case=case._replace(**kept),
        fravaer=_of(sag.fravaer, ("dato",), period),
        udsat=_of(sag.udsat, ("dato",), period),
        samtaler=_of(sag.samtaler, ("dato",), period),
        haendelser=_of(sag.haendelser, ("dato",), period),
        fra=period.fra,
        indtil=period.indtil,
    )


def _of(records: Iterable[R], days: tuple[str, ...], period: Period) -> tuple[R, ...]:
    return tuple(one for one in records if any(period.holds(getattr(one, day)) for day in days))
