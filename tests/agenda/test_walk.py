"""Which points and felter of an agenda a samtale asks, and in which order it asks them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from vforlob.agenda.loader import load_agenda
from vforlob.agenda.steps import (
    AFTER,
    ALWAYS,
    BEFORE,
    FROM_LIST,
    HUB,
    NOTES,
    SHARED,
    WHEN_EMPTY,
    Ground,
    Known,
    Step,
    all_steps,
    first_of,
    free_row,
    next_step,
    row_entries,
    step_before,
    where_left,
)
from vforlob.agenda.walk import Count, Scope, applying, count, not_asked, position, relevant
from vforlob.model.agenda import Agenda, Choice, Felt, Punkt
from vforlob.model.answers import Key, Value

AGENDAS = Path(__file__).parent.parent.parent / "agendas"
ALL = Scope()


def felt(felt_id: str, kind: str = "tekst", **more: object) -> Felt:
    return Felt(felt_id, felt_id, kind, **more)  # type: ignore[arg-type]


def punkt(punkt_id: str, *felter: Felt, kind: str = "gruppe", number: str = "1", **more: object) -> Punkt:
    return Punkt(punkt_id, punkt_id, kind, number, felter=felter, **more)  # type: ignore[arg-type]


def agenda(*punkter: Punkt) -> Agenda:
    return Agenda("prove", "Prøve", "1", "", "forlob", ("borger", "leder"), punkter, "0" * 64)


def shipped(name: str) -> Agenda:
    return load_agenda(name, (AGENDAS / f"{name}.toml").read_bytes())


A = punkt("a", felt("svar", "valg", choices=(Choice("ja", "ja"), Choice("nej", "nej"))), kind="valg", number="1")
B = punkt("b", felt("x"), felt("y", condition="b.x = hvorfor"), number="2", condition="a = ja")
C = punkt("c", felt("svar"), kind="tekst", number="3", condition="b besvaret")


# --- which points and felter ---


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["a"]),
        ({Key("a", "svar"): "ja"}, ["a", "b"]),
        ({Key("a", "svar"): "nej"}, ["a"]),
        ({Key("a", "svar"): "ja", Key("b", "x"): "t"}, ["a", "b", "c"]),
        ({Key("a", "svar"): "nej", Key("b", "x"): "t"}, ["a"]),
        ({Key("b", "x"): "t"}, ["a"]),
    ],
)
def test_a_condition_decides_whether_a_point_applies(answers: Mapping[Key, Value], expected: list[str]) -> None:
    assert [p.id for p in applying(agenda(A, B, C), answers, ALL)] == expected


def test_what_a_changed_answer_makes_irrelevant_is_left_out_all_the_way_down() -> None:
    answers: dict[Key, Value] = {
        Key("a", "svar"): "nej",
        Key("b", "x"): "t",
        Key("b", "note"): "n",
        Key("c", "svar"): "z",
    }

    assert relevant(agenda(A, B, C), answers, ALL) == {Key("a", "svar"): "nej"}


def test_a_felt_follows_its_own_condition() -> None:
    answers: dict[Key, Value] = {Key("a", "svar"): "ja", Key("b", "x"): "andet", Key("b", "y"): "gammelt"}

    assert Key("b", "y") not in relevant(agenda(A, B), answers, ALL)


def test_a_felt_in_a_row_looks_at_its_own_row() -> None:
    rows = punkt("r", felt("hvem"), felt("andre", condition="r.hvem = andre"), kind="liste")
    answers: dict[Key, Value] = {
        Key("r", "hvem", 1): "andre",
        Key("r", "andre", 1): "naboen",
        Key("r", "hvem", 2): "borger",
        Key("r", "andre", 2): "gammelt",
    }

    kept = relevant(agenda(rows), answers, ALL)

    assert Key("r", "andre", 1) in kept
    assert Key("r", "andre", 2) not in kept


@pytest.mark.parametrize(("art", "asked"), [("kombination", True), ("lontilskud", False), (None, False)])
def test_the_art_of_the_forlob_may_be_named(art: str | None, asked: bool) -> None:
    only = punkt("p", felt("svar"), kind="tekst", condition="forlob.art = kombination")

    assert bool(applying(agenda(only), {}, Scope(forlob_art=art))) is asked


@pytest.mark.parametrize(
    ("more", "switched_on", "asked"),
    [
        ({"thorough": True}, (), False),
        ({"thorough": True}, ("p",), True),
        ({"enabled": False}, (), False),
        ({"enabled": False}, ("p",), True),
        ({}, (), True),
    ],
)
def test_grundige_points_and_those_switched_off_are_asked_when_switched_on(
    more: dict[str, bool], switched_on: tuple[str, ...], asked: bool
) -> None:
    only = punkt("p", felt("svar"), kind="tekst", **more)

    assert bool(applying(agenda(only), {}, Scope(switched_on=switched_on))) is asked


def test_felter_of_an_absent_party_are_not_asked() -> None:
    both = punkt("p", felt("x", part="borger"), felt("y", part="virksomhed"), felt("z", part="konsulent"))
    answers: dict[Key, Value] = {Key("p", "x"): "1", Key("p", "y"): "2", Key("p", "z"): "3"}

    kept = relevant(agenda(both), answers, Scope(parties=("borger",)))

    assert set(kept) == {Key("p", "x"), Key("p", "z")}


def test_what_was_not_asked_is_named_by_point_or_by_felt() -> None:
    whole = punkt("whole", felt("x", part="virksomhed"))
    half = punkt("half", felt("x", part="borger"), felt("y", part="virksomhed"))

    assert not_asked(agenda(whole, half), {}, Scope(parties=("borger",))) == ("whole", "half.y")


def test_a_note_alone_is_no_answer() -> None:
    answers: dict[Key, Value] = {Key("a", "note"): "n"}

    assert count(agenda(A), answers, ALL) == Count(0, 1)


@pytest.mark.parametrize(("name", "total"), [("formode", 12), ("startmode", 12), ("opfolgning", 10)])
def test_the_shipped_agendas_have_as_many_points_as_the_sources(name: str, total: int) -> None:
    assert count(shipped(name), {}, ALL).total == total


@pytest.mark.parametrize(
    ("punkt_id", "expected"), [("hensigt", "1 af 10"), ("opfolgning", "10 af 10"), ("aftaler", "B")]
)
def test_numbered_points_are_counted_and_tillaeg_have_their_letter(punkt_id: str, expected: str) -> None:
    start = shipped("startmode")

    found = start.punkt(punkt_id)

    assert found is not None
    assert position(start, found) == expected


# --- the order ---

SAFE = punkt("safe", felt("x"), felt("secret"), number="1")
ROWS = punkt(
    "rows", felt("hvad"), felt("hvem"), felt("alene"), felt("plan", outside_rows=True), kind="liste", number="2"
)
LAST = punkt("last", felt("svar"), kind="tekst", number="3")


def page_of(_punkt: Punkt, felt_asked: Felt, _row: Mapping[str, Value] | None) -> str:
    return {"secret": BEFORE, "alene": AFTER}.get(felt_asked.id, SHARED)


def ground(answers: Mapping[Key, Value] | None = None, **more: object) -> Ground:
    return Ground(agenda(SAFE, ROWS, LAST), answers or {}, ALL, page_of, **more)  # type: ignore[arg-type]


def names(steps: tuple[Step, ...]) -> list[str]:
    return [f"{s.punkt}.{s.felt}" + (f".{s.raekke}" if s.raekke else "") for s in steps]


TWO_ROWS: dict[Key, Value] = {Key("rows", "hvad", 1): "A", Key("rows", "hvad", 2): "B"}


def test_the_pages_come_in_order_and_notes_last() -> None:
    steps = all_steps(ground())

    assert names(steps) == [
        *("safe.secret", "safe.x", f"rows.{HUB}", "rows.plan", "last.svar"),
        *("safe.note", "rows.note", "last.note", f"{NOTES}.{HUB}"),
    ]


def test_the_columns_of_a_row_stand_on_their_own_pages() -> None:
    steps = all_steps(ground(TWO_ROWS))

    assert [(s.felt, s.raekke, s.way) for s in steps if s.punkt == "rows" and s.raekke] == [
        *(("hvad", 1, FROM_LIST), ("hvem", 1, FROM_LIST), ("hvad", 2, FROM_LIST), ("hvem", 2, FROM_LIST)),
        *(("alene", 1, WHEN_EMPTY), ("alene", 2, WHEN_EMPTY)),
    ]


def forward(start: Ground) -> list[str]:
    """Every question met when nothing new is answered."""
    steps = all_steps(start)
    met, here = [], steps[0]
    while True:
        met.append(here)
        following = next_step(steps, here, start.answers)
        if following is None:
            return names(tuple(met))
        here = following


def test_on_the_way_forward_rows_are_met_in_their_list_only() -> None:
    assert forward(ground(TWO_ROWS)) == [
        *("safe.secret", "safe.x", f"rows.{HUB}", "rows.plan", "last.svar", "rows.alene.1", "rows.alene.2"),
        f"{NOTES}.{HUB}",
    ]


def test_the_last_column_of_a_row_leads_back_to_its_list() -> None:
    steps = all_steps(ground(TWO_ROWS))
    last = next(s for s in steps if (s.felt, s.raekke) == ("hvem", 2))

    following = next_step(steps, last, TWO_ROWS)

    assert following is not None
    assert following.felt == HUB


def test_every_step_but_the_first_has_one_before_it() -> None:
    steps = all_steps(ground(TWO_ROWS))

    assert [s for s in steps if step_before(steps, s) is None] == [steps[0]]


def test_known_records_come_first_and_get_their_number_when_they_are_begun() -> None:
    known = {"rows": (Known(7, (("hvad", "A"),)), Known(9, (("hvad", "Z"),)))}

    entries = row_entries(ground(TWO_ROWS, known=known), ROWS)

    assert [(e.raekke, e.known.nr if e.known else 0, e.begun) for e in entries] == [
        (1, 7, True),
        (3, 9, False),
        (2, 0, True),
    ]


def test_a_row_number_of_an_earlier_version_is_not_given_again() -> None:
    assert free_row(ground(TWO_ROWS, used={"rows": 5}), ROWS) == 6


def test_a_list_of_known_records_alone_takes_no_new_rows() -> None:
    known = {"rows": (Known(7, (("hvad", "A"),)),)}

    steps = all_steps(ground(known=known, fixed=("rows",)))

    assert [(s.felt, s.way) for s in steps if s.punkt == "rows" and s.known] == [("hvem", ALWAYS), ("alene", ALWAYS)]
    assert not [s for s in steps if s.punkt == "rows" and s.felt == HUB]


@pytest.mark.parametrize(("page", "felt_id"), [(BEFORE, "secret"), (SHARED, "x"), (AFTER, "secret")])
def test_a_jump_stays_on_its_page_where_it_can(page: str, felt_id: str) -> None:
    found = first_of(all_steps(ground()), "safe", page, {})

    assert found is not None
    assert found.felt == felt_id


def test_a_jump_to_a_point_that_is_not_asked_finds_nothing() -> None:
    assert first_of(all_steps(ground()), "elsewhere", SHARED, {}) is None


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "safe.secret"),
        ({Key("safe", "secret"): "1"}, "safe.x"),
        ({Key("safe", "x"): "1"}, f"rows.{HUB}"),
        ({Key("rows", "hvad", 1): "A"}, "rows.hvem.1"),
        ({Key("rows", "hvad", 1): "A", Key("rows", "hvem", 1): "B"}, f"rows.{HUB}"),
        ({Key("last", "svar"): "1"}, f"{NOTES}.{HUB}"),
        ({Key("last", "svar"): "1", Key("rows", "hvad", 1): "A"}, "rows.alene.1"),
    ],
)
def test_an_interrupted_samtale_goes_on_after_its_last_answer(answers: dict[Key, Value], expected: str) -> None:
    steps = all_steps(ground(answers))

    found = where_left(steps, answers)

    assert found is not None
    assert names((found,)) == [expected]


def test_a_step_whose_point_has_gone_leads_on_to_the_next_page() -> None:
    steps = all_steps(Ground(agenda(SAFE, LAST), {}, ALL, page_of))

    following = next_step(steps, Step(SHARED, "rows", "hvad", 1), {})

    assert following is not None
    assert following.page == AFTER
