"""The fixed order of today's list, and what becomes one entry."""

from random import Random

import pytest

from vforlob.actions.today_line import NOW, SOON, Line, in_order, one_a_person
from vforlob.model.due import Whose

ANNA, BODIL, CARL = (Whose(n, f"B-{n}", 10 + n, "Ørbæk") for n in (1, 2, 3))
CLOSE = Whose(9, "B-9", 19, "Ørbæk", taet=True)


def soon(kind: str, dato: str | None = None, whose: Whose = ANNA) -> Line:
    return Line(kind, whose, dato, is_soon=True)


# Each stands before the next, whoever it is about and whenever it was due.
IN_ORDER = [
    Line("lofte", CARL, "2026-11-02", nr=1),
    Line("lofte", ANNA, "2026-11-19", nr=2),
    Line("tegn", CLOSE, kilde="tavshed"),
    Line("tegn", CARL, kilde="tavshed", is_early=True),
    Line("tegn", ANNA, kilde="tavshed"),
    Line("kontakt", CLOSE, "2026-11-20"),
    Line("kontakt", BODIL, "2026-11-20", is_early=True),
    Line("kontakt", CARL, "2026-11-03"),
    Line("kontakt", ANNA, "2026-11-19"),
    Line("vitas", ANNA, "2026-11-01"),
    Line("slut", ANNA, "2026-10-01"),
    Line("graense", ANNA),
    Line("venter", ANNA, "2026-10-01"),
    Line("lukket", ANNA, kilde="naeste_skridt_mangler"),
    Line("delmal", ANNA, "2026-10-01"),
    Line("uden_plan", ANNA),
    Line("kladde", CLOSE, "2026-10-01"),
    soon("lovet", "2026-11-20"),
    soon("lovet", "2026-11-21"),
    soon("aftalt", "2026-11-21", CLOSE),
    soon("aftalt", "2026-11-21"),
    soon("vitas", "2026-11-21"),
    soon("slutter", "2026-11-21"),
    soon("aftalt", "2026-11-22", CLOSE),
    soon("tegn", whose=CLOSE),
    soon("tegn"),
    soon("graense"),
]


@pytest.mark.parametrize("seed", range(20))
def test_the_order_is_fixed_whatever_order_the_lines_come_in(seed: int) -> None:
    lines = list(IN_ORDER)
    Random(seed).shuffle(lines)

    assert list(in_order(lines)) == IN_ORDER


def test_the_order_names_every_kind_once() -> None:
    assert sorted({line.kind for line in IN_ORDER if not line.is_soon}) == sorted(NOW)
    assert sorted({line.kind for line in IN_ORDER if line.is_soon}) == sorted(SOON)


def test_a_person_has_one_entry_with_the_rest_under_it() -> None:
    (anna, carl) = one_a_person(in_order([soon("tegn"), Line("vitas", ANNA), Line("kontakt", CARL, "2026-11-01")]))[
        ::-1
    ]

    assert (anna.kind, [line.kind for line in anna.also]) == ("vitas", ["tegn"])
    assert (carl.kind, carl.also) == ("kontakt", ())


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        (Line("kontakt", ANNA, "2026-11-01"), soon("aftalt", "2026-11-22"), 0),
        (Line("kontakt", ANNA, "2026-11-01", agenda="afslutning"), soon("slutter", "2026-11-22"), 0),
        (Line("kontakt", ANNA, "2026-11-01", agenda="afslutning"), Line("slut", ANNA, "2026-11-01"), 0),
        (Line("kontakt", ANNA, "2026-11-01"), soon("slutter", "2026-11-22"), 1),
        (Line("lofte", ANNA, "2026-11-01", nr=1), Line("lofte", ANNA, "2026-11-01", nr=2), 1),
        (Line("kontakt", ANNA, "2026-11-01"), Line("kontakt", CARL, "2026-11-01"), 1),
    ],
)
def test_two_reasons_for_the_same_meeting_are_one(first: Line, second: Line, left: int) -> None:
    entries = one_a_person([first, second])

    assert sum(1 + len(entry.also) for entry in entries) == 1 + left


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (Line("lofte", ANNA, nr=4), ("lofte", 4)),
        (Line("tegn", ANNA, kilde="tavshed"), ("tegn tavshed", 0)),
        (Line("lukket", ANNA, kilde="laering_mangler"), ("lukket laering_mangler", 0)),
        (Line("kontakt", ANNA, agenda="midtvejs", kilde="milepael_midtvejs"), ("kontakt midtvejs", 0)),
        (soon("aftalt"), ("aftalt", 0)),
    ],
)
def test_what_is_put_off_is_one_reason_of_one_person(line: Line, reason: tuple[str, int]) -> None:
    assert line.reason == reason
