"""Numbers as a row of small bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.rules.sparkline import BARS, PLAIN, sparkline


@pytest.mark.parametrize(
    ("values", "bars"),
    [
        ((), ""),
        ((12.5,), "█"),
        ((0,), "▁"),
        ((0, 0, 0), "▁▁▁"),
        ((5, 5), "██"),
        ((1, 2, 3, 4, 5, 6, 7), "▂▃▄▅▆▇█"),
        ((10, 20), "▅█"),
        ((1, None, 1), "█ █"),
        ((None,), " "),
        ((-1, 2), "▁█"),
    ],
)
def test_a_bar_is_as_high_as_its_share_of_the_highest(values: tuple[float | None, ...], bars: str) -> None:
    assert sparkline(values) == bars


def test_scores_are_drawn_between_the_ends_of_their_scale() -> None:
    assert sparkline((1, 2, 3, 4, 5), low=1, high=5) == "▁▃▅▆█"
    assert sparkline((3, 3), low=1, high=5) == "▅▅"


def test_what_lies_outside_the_ends_stays_within_the_bars() -> None:
    assert sparkline((0, 9), low=1, high=5) == "▁█"


@given(st.lists(st.none() | st.floats(-100, 100), max_size=60))
def test_the_twin_in_ascii_has_the_same_bars(values: list[float | None]) -> None:
    drawn, plain = sparkline(values), sparkline(values, plain=True)

    assert plain.isascii()
    assert drawn.translate(str.maketrans(BARS, PLAIN)) == plain
    assert len(drawn) == len(values)
