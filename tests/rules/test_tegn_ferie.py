"""The sign of a holiday where somebody has written down when they are away."""

from typing import Any

import pytest
from signed import START, day, facts, found, kontakt

from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Plan
from vforlob.model.tegn import Tegn

# Day 0 is Monday 2 November 2026. The holidays of the rules begin on day 49, and are warned of from day 28.
TODAY = 10


def sign(*ferier: Ferie, today: int = TODAY, last: int = 8, planned: int | None = None, **over: Any) -> Tegn | None:
    planer = (Plan(1, 7, 12, day(planned)),) if planned is not None else ()
    kontakter = (kontakt(last, "borger", "virksomhed"),)
    it = facts(today, more={"ferier": ferier}, kontakter=kontakter, planer=planer, **over)
    return found(it, today).get("ferie")


def ferie(first: int, last: int, borger: int | None = None, virksomhed: int | None = None) -> Ferie:
    return Ferie(1, borger, virksomhed, day(first), day(last))


def test_her_own_holiday_leaves_too_many_days() -> None:
    told = sign(ferie(14, 25))

    assert told is not None
    assert told.sentence == "Du har ferie om 4 dage. Den sidste kontakt var 10/11, og den næste er ikke aftalt."
    assert told.facts[0] == "Du har ferie: 16/11 til 27/11 (ferie)"
    assert told.rule == "tegn_ferie_dage"


@pytest.mark.parametrize(("whose", "begins"), [
    ({"borger": 7}, "Borgeren har ferie om 4 dage."), ({"virksomhed": 4}, "Virksomheden har lukket om 4 dage."),
])  # fmt: skip
def test_whose_it_is_stands_first(whose: dict[str, int], begins: str) -> None:
    told = sign(ferie(14, 25, **whose))

    assert told is not None
    assert told.sentence.startswith(begins)


@pytest.mark.parametrize(("ferier", "over", "expected"), [
    ((ferie(14, 18),), {}, False),  # a week: 10/11 to 23/11 are 13 days
    ((ferie(14, 18),), {"last": 6}, True),  # two more
    ((ferie(14, 25),), {"planned": 21}, True),  # agreed for a day away
    ((ferie(14, 25),), {"planned": 12}, True),  # before it, and then nothing for 16 days
    ((ferie(14, 25), ferie(26, 30, 7)), {"planned": 28, "last": 10}, True),
    ((ferie(32, 50),), {}, False),  # further away than is warned of
    ((ferie(-20, -1),), {}, False),  # over
    ((ferie(8, 25),), {"last": 7}, True),  # on already
    ((), {}, False),
])  # fmt: skip
def test_when_it_stands(ferier: tuple[Ferie, ...], over: dict[str, Any], expected: bool) -> None:
    assert (sign(*ferier, **over) is not None) is expected


def test_what_is_written_takes_the_place_of_the_weeks_of_the_rules() -> None:
    """Without it the holiday of the rules is warned of from day 28 on."""
    assert sign(today=28, last=27, planned=60) is not None
    assert sign(ferie(52, 53), today=28, last=27, planned=60) is not None  # not near yet: the weeks stand
    assert sign(today=38, last=38) is not None
    assert sign(ferie(49, 50), today=38, last=38) is None


def test_a_holiday_that_is_on_is_not_counted_down_to() -> None:
    told = sign(ferie(8, 25), last=7)

    assert told is not None
    assert told.sentence.startswith("Du har ferie. ")
    assert told.move == "Aftal en kontakt bagefter."


def test_a_forlob_that_has_not_begun_has_no_gap() -> None:
    assert START.isoformat() == day(0)
    assert sign(ferie(-3, 20), today=-2, last=-10) is None
