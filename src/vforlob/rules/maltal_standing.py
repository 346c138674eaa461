"""The caseload as it stands on one day, in the words a target counts by. Knows no target and no storage."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vforlob.model.linje import BorgerLinje, Linje, Snapshot
from vforlob.rules.manedstal import PRAKTIK, Caseload, as_of, has_cv, is_going, is_in_time, newest, worried
from vforlob.rules.outcomes import NEVER_STARTED
from vforlob.rules.rulebook import RuleBook

DECIMALS = 4
NOT_RAISED = "ikke_italesat"


class Known(NamedTuple):
    """A borger on the list. `cv` and `skal_til` are ja or nej; `forlob` counts those going."""

    borger: int
    parathed: str | None
    malgruppe: str | None
    cv: str
    skal_til: str
    forlob: int = 0


class Going(NamedTuple):
    """A forløb that is going. `dage` since its first day, `uge` the week it is in, the first is 1; `opfolgning` is ja
    where it is in time. What is known of its borger stands beside.
    """

    borger: int
    art: str
    dage: int
    ordinaer: float
    taet: str
    lonkroner: str
    opfolgning: str
    parathed: str | None = None
    malgruppe: str | None = None
    cv: str = "nej"
    skal_til: str = "nej"

    @property
    def uge(self) -> int:
        return self.dage // 7 + 1


class Standing(NamedTuple):
    known: tuple[Known, ...] = ()
    going: tuple[Going, ...] = ()


def standing_now(snapshot: Snapshot, today: date) -> Standing:
    """From the rows that an overview is counted from."""
    iso = today.isoformat()
    going = [_going_now(linje, today) for linje in snapshot.linjer if _is_going_now(linje, iso)]
    known = [_known_now(one) for one in snapshot.borgere if (one.oprettet or "") <= iso]
    return _joined(known, going)


def standing_on(caseload: Caseload, day: date, rules: RuleBook) -> Standing:
    """From dated records, as of any day."""
    last = day.isoformat()
    going = [
        Going(
            one.forlob.borger,
            one.forlob.art,
            (day - date.fromisoformat(one.forlob.start or last)).days,
            newest([(since, hours) for since, hours in one.hours if since <= last], 0.0),
            (worried(one, last) or ["nej"])[-1],
            newest([(since, trin) for since, trin in one.stages if since <= last], NOT_RAISED),
            _yes(is_in_time(one, last, rules)),
        )
        for one in caseload.placements
        if is_going(one.forlob, last)
    ]
    known = [
        Known(
            it.borger.nr,
            as_of(it.parathed, last),
            as_of(it.malgruppe, last),
            _yes(has_cv(it, last)),
            as_of(it.skal_til, last) or "nej",
        )
        for it in caseload.persons
        if (it.borger.oprettet or "") <= last
    ]
    return _joined(known, going)


def built_in(standing: Standing, today: date, rules: RuleBook) -> dict[str, float]:
    """The figures that have targets of their own, with the definitions of rules/manedstal.figures."""
    early = rules.at("kontakt_start_uger", today).days
    return {
        "igang": len({one.borger for one in standing.going}),
        "i_praktik": len({one.borger for one in standing.going if one.art in PRAKTIK}),
        "fastholdt": sum(one.dage >= early for one in standing.going),
        "cv": sum(one.cv == "ja" for one in standing.known),
        "lontimer": round(sum(one.ordinaer for one in standing.going), DECIMALS),
        "opfolgning": sum(one.opfolgning == "ja" for one in standing.going),
    }


def _is_going_now(linje: Linje, iso: str) -> bool:
    if linje.start is None or linje.start > iso or linje.udfald == NEVER_STARTED:
        return False
    return linje.status != "lukket" or (linje.lukket or "") > iso


def _going_now(linje: Linje, today: date) -> Going:
    start = date.fromisoformat(linje.start or today.isoformat())
    in_time = linje.senest is not None and today.isoformat() <= linje.senest
    return Going(
        linje.borger, linje.art, (today - start).days, linje.ordinaer, linje.taet, linje.lonkroner, _yes(in_time)
    )


def _known_now(one: BorgerLinje) -> Known:
    return Known(one.borger, one.parathed, one.malgruppe, "ja" if one.cv == "ja" else "nej", one.skal_til)


def _joined(known: Iterable[Known], going: Iterable[Going]) -> Standing:
    """Each side with what is known of the other."""
    placements = list(going)
    counts: dict[int, int] = {}
    for one in placements:
        counts[one.borger] = counts.get(one.borger, 0) + 1
    people = {it.borger: it._replace(forlob=counts.get(it.borger, 0)) for it in known}
    return Standing(tuple(people.values()), tuple(_beside(one, people.get(one.borger)) for one in placements))


def _beside(one: Going, known: Known | None) -> Going:
    if known is None:
        return one
    return one._replace(parathed=known.parathed, malgruppe=known.malgruppe, cv=known.cv, skal_til=known.skal_til)


def _yes(it: bool) -> str:
    return "ja" if it else "nej"
