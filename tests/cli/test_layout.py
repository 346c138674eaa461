"""Columns of plain text: nothing is lost, nothing is wider than it may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.cli.layout import bars, labelled, leaders, wrap
from vforlob.rules.sparkline import BARS


@given(st.text(), st.integers(1, 80))
def test_wrapping_loses_no_letter_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert lines
    assert all(len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_wrapping_breaks_between_words() -> None:
    assert wrap("Møder kl. 9 tre dage om ugen", 11) == ["Møder kl. 9", "tre dage om", "ugen"]


@pytest.mark.parametrize(("text", "width", "lines"), [("", 5, [""]), ("abcdefg", 3, ["abc", "def", "g"])])
def test_wrapping_at_the_edges(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_a_label_stands_beside_its_text_and_under_it_on_a_narrow_screen() -> None:
    assert labelled("Sidst", "mandag", 80) == [" Sidst               mandag"]
    assert labelled("Sidst", "mandag", 40) == [" Sidst", "   mandag"]


def test_dots_lead_to_the_same_column() -> None:
    assert [len(line) for text in ("kort", "noget længere") for line in leaders(text, 20)] == [20, 20]


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ((), ""),
        ((12.5,), ""),
        ((0.0, 0.0), ""),
        ((10.0, 20.0), BARS[4] + BARS[7]),
        ((20.0, 0.0), BARS[7] + BARS[0]),
    ],
)
def test_bars_are_as_high_as_their_share_of_the_highest(values: tuple[float, ...], drawn: str) -> None:
    assert bars(values) == drawn
