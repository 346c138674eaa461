"""Today's list as it is painted, and the menu under it."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from vforlob.actions.today import Line, Today
from vforlob.cli.menu import run_menu
from vforlob.cli.today_screen import today_json, today_lines
from vforlob.model.due import Unjournalised, Whose

TODAY = date(2026, 11, 23)
AE7 = Whose(7, "Æ-7", 12, "Ørbæk & Søn, æsker og papkasser", "2026-11-04", "2027-02-02", taet=True)
B4 = Whose(4, "B-4")
T9 = Whose(9, "T-9", 3, "Genbrug Syd", "2026-09-01", "2026-12-03")
FULL = Today(
    TODAY,
    34,
    12,
    (
        Line("lofte", B4, "2026-11-20", nr=5, text="prøvetur med bussen", agenda="formode"),
        Line("kontakt", AE7, "2026-11-20", "13:00", "besog", "2026-11-09"),
    ),
    (Line("slutter", T9, "2026-12-01", last="2026-11-05"),),
    (Unjournalised(AE7, 31, "opfolgning", "2026-11-20"),),
    None,
)
EMPTY = Today(TODAY, 0, 0, (), (), (), None)
QUIET = EMPTY._replace(borgere=3, forlobene=1, first=Line("aftalt", T9, "2026-11-25", "09:00"))


def test_the_list_at_80_columns() -> None:
    assert today_lines(FULL, 80, lettered=True) == [
        " Kun til dig · mandag den 23. november 2026 (uge 48)    34 borgere, 12 i forløb",
        "",
        " Nu",
        " a  b4   B-4                     Du lovede: Prøvetur med bussen. Det er 3 dage",
        "                                 over tid. Gør det, eller aftal en ny dag.",
        " b  f12  Æ-7   Ørbæk & Søn, æs…  Tæt opfølgning. Opfølgningen skulle have været",
        "                                 fredag den 20. november kl. 13 som besøg, for",
        "                                 3 dage siden. Hold den, eller aftal en ny dag.",
        "",
        " Snart",
        " c  f3   T-9   Genbrug Syd       Forløbet slutter torsdag den 3. december (om",
        "                                 10 dage). Aftal den afsluttende samtale.",
        "",
        " Til journalen",
        "    1 samtale fra de seneste to uger skal i journalen: s31. Teksten: vforlob",
        "    referat s31 --til journal",
    ]


@pytest.mark.parametrize("lettered", [True, False])
@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 100])
@pytest.mark.parametrize("found", [FULL, QUIET, EMPTY])
def test_no_line_is_wider_than_the_screen(found: Today, width: int, lettered: bool) -> None:
    lines = today_lines(found, width, lettered)

    assert max(len(line) for line in lines if "vforlob " not in line) <= width
    assert lines[0].startswith(" Kun til dig")


def test_as_text_every_line_has_its_command() -> None:
    text = " ".join(" ".join(today_lines(FULL, 80, lettered=False)).split())

    for command in ("vforlob borger vis b4", "vforlob opfølgning f12", "vforlob forløb vis f3"):
        assert command in text


def test_nobody_waiting_is_a_sentence() -> None:
    text = " ".join(" ".join(today_lines(QUIET, 80, lettered=True)).split())

    assert "Ingen venter på dig i dag. Næste kontakt er onsdag den 25. november kl. 9: f3 hos Genbrug Syd." in text


def test_an_empty_store_says_what_to_do_first() -> None:
    text = "\n".join(today_lines(EMPTY, 80, lettered=True))

    assert "Opret den første med: vforlob borger ny" in text


def test_as_json_every_row_says_who_why_and_what_to_do() -> None:
    rows = today_json(FULL)["raekker"]

    assert [(row["id"], row["afsnit"], row["forlob"], row["kommando"]) for row in rows] == [
        (5, "nu", None, "vforlob borger vis b4"),
        (12, "nu", 12, "vforlob opfølgning f12"),
        (3, "snart", 3, "vforlob forløb vis f3"),
        (31, "journal", 12, "vforlob referat s31 --til journal"),
    ]
    assert all(row["hvorfor"] and row["gor"] for row in rows)


def test_more_than_the_letters_reach_is_counted() -> None:
    many = FULL._replace(now=tuple(Line("kontakt", AE7._replace(forlob=n), "2026-11-20") for n in range(1, 14)))

    lines = today_lines(many, 80, lettered=True)

    assert sum(line.startswith(" ") and line[1:2].isalpha() and line[2:4] == "  " for line in lines) == 10
    assert "    Der er 4 til. Se dem alle med: vforlob i-dag" in lines


@contextmanager
def typing(text: str) -> Iterator[io.StringIO]:
    before = sys.stdin, sys.stdout
    sys.stdin, sys.stdout = io.StringIO(text), io.StringIO()
    try:
        yield sys.stdout
    finally:
        sys.stdin, sys.stdout = before


@pytest.mark.parametrize("typed", ["q\n", "luk\n", "Q\n", "", "x\n\nz\nq\n", "n\nq\nq\n"])
def test_the_menu_is_left_with_a_word_or_the_end_of_input(typed: str) -> None:
    with typing(typed) as shown:
        code = run_menu(lambda: FULL)

    assert code == 0
    assert "a-c vælg   o opfølgning   n nyt   l liste   q luk" in shown.getvalue()


def test_a_letter_that_means_nothing_is_told_so() -> None:
    with typing("x\nq\n") as shown:
        run_menu(lambda: FULL)

    assert "Skriv et af bogstaverne i linjen herunder, og tryk Enter." in shown.getvalue()
