"""A list of virksomheder narrowed, and whom to call now."""

from datetime import date

import pytest

from vforlob.rules.virksomhed_wanted import Wanted, narrowed, next_to_call
from vforlob.store.pages import VirksomhedLine

TODAY = date(2026, 11, 20)
PLAIN = VirksomhedLine(1, "Ørbæk & Søn", "Lager", "Havnevej, Århus", "ny", 0)
LINES = (
    PLAIN._replace(ring_igen="2026-11-20"),
    PLAIN._replace(nr=2, branche="Køkken og kantine", sted="Vejle", vaert="erfaren", ring_igen="2026-11-19"),
    PLAIN._replace(nr=3, branche=None, sted=None, vaert=None, ring_igen="2026-11-21"),
    PLAIN._replace(nr=4, sted="Vejle Ø"),
)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [1, 2, 3, 4]),
        (Wanted(branche="KOEKKEN"), [2]),
        (Wanted(branche="lager"), [1, 4]),
        (Wanted(sted="aarhus"), [1]),
        (Wanted(sted="vejle"), [2, 4]),
        (Wanted(sted="vejle", vaert="ny"), [4]),
        (Wanted(vaert="erfaren"), [2]),
        (Wanted(ring=True), [2, 1]),
        (Wanted(ring=True, branche="lager"), [1]),
        (Wanted(branche="%"), []),
    ],
)
def test_a_list_holds_what_was_looked_for(wanted: Wanted, numbers: list[int]) -> None:
    assert [line.nr for line in narrowed(LINES, wanted, TODAY)] == numbers


def test_the_next_one_is_the_first_whose_day_has_not_come() -> None:
    later = LINES[2]._replace(nr=9, ring_igen="2027-03-01")

    assert next_to_call((later, *LINES), TODAY) == LINES[2]
    assert next_to_call(LINES[:2], TODAY) is None
