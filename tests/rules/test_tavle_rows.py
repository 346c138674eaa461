"""What stands on the board, and what a row of a colleague's list is to us."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.model.jobabning import Jobabning
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.tavle import ALIKE, CHANGED, NEW, OWN, SAME, Opening, Places, Row, on_board, verdicts
from vforlob.rules.tavle_columns import TAVLE_COLUMNS, matched

TODAY = date(2026, 11, 20)
PLACE = Virksomhed(1, "Ørbæk & Søn", "12345674", "lager", "Havnevej 4, 8000 Aarhus C")
OWN_ONE = Jobabning(1, 1, "Pakke varer", 5.0, "2026-12-01", nogle="egen01")
THEIRS = Jobabning(2, 1, "Feje", 2.5, None, fra="Hanne", nogle="andres1")
ROW = Row(2, "Ørbæk & Søn", opgaver="Male", timer=3.0)


def judged(*rows: Row) -> list[tuple[str, int | None, int | None]]:
    found = verdicts(rows, (OWN_ONE, THEIRS), Places([PLACE]))
    return [(one.what, one.opening, one.virksomhed) for one in found]


@pytest.mark.parametrize(
    ("frist", "status", "is_there"),
    [
        (None, "aben", True),
        ("2026-11-20", "aben", True),
        ("2026-11-19", "aben", False),
        ("2026-12-31", "besat", False),
        (None, "lukket", False),
    ],
)
def test_the_board_holds_what_can_still_be_answered(frist: str | None, status: str, is_there: bool) -> None:
    opening = Opening(OWN_ONE._replace(frist=frist, status=status), PLACE)

    assert bool(on_board([opening], TODAY)) is is_there


def test_the_fewest_hours_stand_first() -> None:
    hours = [12.5, 2.0, 2.0, 37.0]
    openings = [Opening(OWN_ONE._replace(nr=nr, timer=timer), PLACE) for nr, timer in enumerate(hours)]

    assert [it.jobabning.nr for it in on_board(openings, TODAY)] == [1, 2, 0, 3]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (ROW, (NEW, None, 1)),
        (ROW._replace(navn="ØRBÆK  & søn"), (NEW, None, 1)),
        (ROW._replace(sted="Aarhus"), (NEW, None, 1)),
        (ROW._replace(sted="8000 Århus C"), (NEW, None, 1)),
        (ROW._replace(sted="Vejle"), (NEW, None, None)),
        (ROW._replace(cvr="12345674", navn="Ørbæks"), (NEW, None, 1)),
        (ROW._replace(cvr="25313763"), (NEW, None, None)),
        (ROW._replace(navn="Smedjen"), (NEW, None, None)),
        (ROW._replace(opgaver="pakke  VARER", nogle="fremmed"), (ALIKE, 1, 1)),
        (ROW._replace(opgaver="noget andet", nogle="egen01"), (OWN, 1, 1)),
        (ROW._replace(opgaver="Feje", timer=2.5, nogle="andres1"), (SAME, 2, 1)),
        (ROW._replace(opgaver="Feje", timer=4.0, nogle="andres1"), (CHANGED, 2, 1)),
        (ROW._replace(navn="Et andet navn", opgaver="Feje", timer=2.5, nogle="andres1"), (SAME, 2, 1)),
    ],
)
def test_a_row_is_known_by_its_key_and_else_by_place_and_tasks(row: Row, expected: tuple[object, ...]) -> None:
    assert judged(row) == [expected]


def test_the_second_of_two_rows_alike_is_alike() -> None:
    assert [it[0] for it in judged(ROW, ROW._replace(row=3, opgaver="MALE"), ROW._replace(row=4, navn="B"))] == [
        *(NEW, ALIKE, NEW)
    ]


def test_a_closed_opening_hides_no_new_one() -> None:
    closed = OWN_ONE._replace(status="besat")
    row = ROW._replace(opgaver="Pakke varer")

    assert verdicts([row], [closed], Places([PLACE]))[0].what == NEW


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.builds(
            Row,
            row=st.integers(2, 99),
            navn=st.sampled_from(["Ørbæk", "Smedjen"]),
            sted=st.sampled_from([None, "Vejle", "Torvet, Vejle", "Maribo"]),
            opgaver=st.sampled_from(["Feje", "Male"]),
            timer=st.sampled_from([2.5, 5.0]),
            nogle=st.sampled_from([None, "a12345", "b12345"]),
        ),
        max_size=6,
        unique_by=lambda row: row.nogle or object(),
    )
)
def test_a_list_taken_twice_brings_nothing_the_second_time(rows: list[Row]) -> None:
    """Taken by a slow, plain hand: what is new is written down."""
    places, openings = [], []
    for one in verdicts(rows, (), Places()):
        if one.what == NEW:
            place = Places(places).place_of(one.row)
            if place is None:
                places.append(Virksomhed(len(places) + 1, one.row.navn, sted=one.row.sted))
                place = len(places)
            columns = (one.row.opgaver, one.row.timer, one.row.frist, one.row.art)
            openings.append(Jobabning(len(openings) + 1, place, *columns, fra="Hanne", nogle=one.row.nogle or "x"))

    again = verdicts(rows, openings, Places(places))

    assert {one.what for one in again} <= {SAME, ALIKE}


def test_our_own_headings_are_all_found() -> None:
    found = matched(tuple(column.name for column in TAVLE_COLUMNS))

    assert found.at == {column.id: place for place, column in enumerate(TAVLE_COLUMNS)}
    assert (found.missing, found.left) == ((), ())


def test_other_words_are_guessed_and_our_own_win() -> None:
    found = matched(("FIRMA", "Timer", "Timer om ugen", "", "Stilling", "Noter"))

    assert found.at == {"navn": 0, "timer": 2, "opgaver": 4}
    assert found.left == ("Timer", "Noter")
    assert matched(("Navn", "By")).missing == ("Opgaver", "Timer om ugen")
