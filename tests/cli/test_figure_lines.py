"""Days met and scores on the page of a forløb."""

import pytest

from vforlob.cli.figure_lines import figure_lines
from vforlob.model.dokument import Figur, Maling, Serie

DAYS = Figur(
    "Fremmøde",
    "sojler",
    (
        Serie("mødt", (Maling("2026-11-09", 2), Maling("2026-11-20", 6))),
        Serie("øvrige aftalte dage", (Maling("2026-11-09", 2), Maling("2026-11-20", 0))),
    ),
    "",
)
SCORES = Figur(
    "Hvordan går det?",
    "linje",
    (
        Serie("borgeren", (Maling("2026-11-09", 3), Maling("2026-11-20", 5))),
        Serie("virksomheden", (Maling("2026-11-20", 4),)),
    ),
    "",
    fra=1,
    til=5,
)
HOURS = Figur("Timer om ugen", "trappe", (Serie("praktik", (Maling("2026-11-09", 3),)),), "")


def test_days_and_scores_stand_with_their_bars() -> None:
    assert figure_lines((HOURS, DAYS, SCORES), 80, drawn=True) == [
        " Fremmøde            8 af 10 aftalte dage ▅█",
        " Svar fra 1 til 5    Hvordan går det? borgeren 3, 5 ▅█ · virksomheden 4",
    ]


def test_without_bars_the_same_numbers_are_there() -> None:
    assert figure_lines((DAYS, SCORES), 80, drawn=False) == [
        " Fremmøde            8 af 10 aftalte dage",
        " Svar fra 1 til 5    Hvordan går det? borgeren 3, 5 · virksomheden 4",
    ]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    long = SCORES._replace(titel="Hvordan " * 20)
    many = DAYS._replace(serier=tuple(one._replace(malinger=one.malinger * 9) for one in DAYS.serier))

    assert all(len(line) <= width for line in figure_lines((many, long), width, drawn=True))


def test_a_forlob_without_figures_has_no_lines() -> None:
    assert figure_lines((), 80, drawn=True) == []
