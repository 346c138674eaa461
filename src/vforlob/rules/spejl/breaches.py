"""What the method asks for and still stands open, the oldest first: which number, since when. Knows no storage."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.rules.kontaktplan import longest_wait
from vforlob.rules.manedstal import Caseload, Placement, is_going, newest, worried
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.smart import missing
from vforlob.rules.spejl.practice import NEVER_BEGUN

MOST, MOST_OF_A_KIND = 5, 2


class Standing(NamedTuple):
    """What is looked through: the forløb and borgere with their days, the open delmål, and the forløb that were closed
    without a closing talk. `excused` are those where it is said why there was no formøde.
    """

    caseload: Caseload
    excused: frozenset[int] = frozenset()
    delmal: tuple[Delmal, ...] = ()
    unclosed: tuple[Forlob, ...] = ()


class Breach(NamedTuple):
    """`measure` is what it is missing from; `emne` and `nr` say of what, `since` the day it should have been there.
    `gap` are the letters that a delmål lacks.
    """

    measure: str
    emne: str
    nr: int
    since: str
    gap: str = ""


def oldest(standing: Standing, today: date, rules: RuleBook) -> tuple[Breach, ...]:
    """At most MOST, at most two of a kind, the oldest first."""
    found = sorted(breaches(standing, today, rules), key=lambda it: (it.since, it.measure, it.nr))
    kinds: dict[str, int] = {}
    shown = []
    for one in found:
        kinds[one.measure] = kinds.get(one.measure, 0) + 1
        if kinds[one.measure] <= MOST_OF_A_KIND:
            shown.append(one)
    return tuple(shown[:MOST])


def breaches(standing: Standing, today: date, rules: RuleBook) -> Iterator[Breach]:
    going = [one for one in standing.caseload.placements if is_going(one.forlob, today.isoformat()) and _came(one)]
    yield from _formode(going, standing)
    for looked in (_startmode, _lonkroner, _taet, _contact):
        yield from looked(going, today, rules)
    yield from _goals(standing.delmal)
    yield from (Breach("afslutning", "forlob", it.nr, it.lukket or "") for it in standing.unclosed)


def _formode(going: Sequence[Placement], standing: Standing) -> Iterator[Breach]:
    """Held too late it is held; and where it is said why there was none, nothing is missing."""
    held = {person.borger.nr for person in standing.caseload.persons if person.formoder}
    for one in going:
        if one.forlob.borger not in held and one.forlob.nr not in standing.excused:
            yield _of(one, "formode")


def _startmode(going: Sequence[Placement], _today: date, _rules: RuleBook) -> Iterator[Breach]:
    yield from (_of(one, "startmode") for one in going if not one.startmoder)


def _lonkroner(going: Sequence[Placement], today: date, _rules: RuleBook) -> Iterator[Breach]:
    for one in going:
        said = [(day, trin) for day, trin in one.stages if day <= today.isoformat()]
        if newest(said, "ikke_italesat") == "ikke_italesat":
            yield _of(one, "lonkroner")


def _taet(going: Sequence[Placement], today: date, _rules: RuleBook) -> Iterator[Breach]:
    yield from (_of(one, "taet") for one in going if not worried(one, today.isoformat()))


def _contact(going: Sequence[Placement], today: date, rules: RuleBook) -> Iterator[Breach]:
    """From the day after the last one on which it was in time."""
    for one in going:
        reached = date.fromisoformat(
            max((day for day in one.contacts if day <= today.isoformat()), default=one.forlob.start or "")
        )
        taet = tuple(it for it in one.taet if it.dato <= today.isoformat())
        wait = longest_wait(Case(Borger(one.forlob.borger, ""), one.forlob, taet=taet), reached, rules)[0]
        if (today - reached).days > wait:
            yield Breach("opfolgning", "forlob", one.forlob.nr, (reached + timedelta(days=wait + 1)).isoformat())


def _goals(delmal: Iterable[Delmal]) -> Iterator[Breach]:
    for one in delmal:
        if one.status == "aben" and (gap := missing(one)):
            yield Breach("smart", "delmal", one.nr, one.oprettet or "", gap)


def _of(one: Placement, measure: str) -> Breach:
    """All of these should have been there when the forløb began."""
    return Breach(measure, "forlob", one.forlob.nr, one.forlob.start or "")


def _came(one: Placement) -> bool:
    return one.forlob.udfald != NEVER_BEGUN
