"""Where there has been praktik again and again and no paid hours: at its edges, and against a slow, plain count."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.model.forlob import Forlob
from vforlob.model.timer import Lonkroner, Timer
from vforlob.rules.virksomhed_paid import Place, refusals, to_renegotiate

TODAY = date(2026, 11, 20)
PRAKTIK = Forlob(1, 1, 1, "virksomhedspraktik", "2026-03-02", "2026-05-29")
TWO = (PRAKTIK, PRAKTIK._replace(nr=2, borger=2, start="2026-09-01", slut="2026-12-18"))


def found(*forlobene: Forlob, timer: tuple[Timer, ...] = (), lonkroner: tuple[Lonkroner, ...] = ()) -> list[int]:
    return [it.virksomhed for it in to_renegotiate([Place(4, forlobene, timer, lonkroner)], TODAY)]


def changed(**columns: Any) -> tuple[Forlob, ...]:
    return TWO[0], TWO[1]._replace(**columns)


def test_two_praktikker_and_no_paid_hours_are_talked_about() -> None:
    one = to_renegotiate([Place(4, TWO)], TODAY)[0]

    assert (one.virksomhed, [it.nr for it in one.praktikker], one.running) == (4, [1, 2], (1, 2))
    assert (one.refused, one.said) == ((), None)


@pytest.mark.parametrize(
    "forlobene",
    [
        TWO[:1],
        changed(start="2026-11-21"),
        changed(start=None),
        changed(udfald="aldrig_startet", status="lukket", lukket="2026-09-01"),
        changed(start="2026-09-10", status="lukket", lukket="2026-09-01"),
        changed(art="lontilskud"),
        changed(art="kombination"),
        changed(udfald="job", status="lukket", lukket="2026-11-01"),
        changed(udfald="lontimer", status="lukket", lukket="2026-11-01"),
        (*TWO, PRAKTIK._replace(nr=3, art="smajob", start="2026-11-20")),
    ],
)
def test_it_takes_two_that_began_and_nobody_who_was_paid(forlobene: tuple[Forlob, ...]) -> None:
    assert found(*forlobene) == []


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        (Timer(1, 1, 1, "2026-11-20", praktik=10, ordinaer=1), False),
        (Timer(1, 1, 1, "2026-11-21", ordinaer=1), True),
        (Timer(1, 1, 1, "2026-03-02", ordinaer=0), True),
        (Timer(1, 1, 1, "2026-03-02", lontilskud=20), True),
        (Timer(1, 1, 1, "2026-03-02", ordinaer=5, art="mal"), True),
    ],
)
def test_only_agreed_ordinary_hours_that_have_begun_are_paid_hours(step: Timer, is_found: bool) -> None:
    assert bool(found(*TWO, timer=(step,))) is is_found


@pytest.mark.parametrize(
    ("stage", "is_found"),
    [("italesat", True), ("forhandles", True), ("afvist", True), ("aftalt", False), ("i_gang", False)],
)
def test_a_yes_is_an_end_to_it(stage: str, is_found: bool) -> None:
    assert bool(found(*TWO, lonkroner=(Lonkroner(1, 1, 1, "2026-04-10", stage),))) is is_found


def test_the_newest_word_about_pay_counts_and_silence_is_none() -> None:
    stages = (
        Lonkroner(1, 1, 1, "2026-04-10", "afvist"),
        Lonkroner(2, 2, 2, "2026-11-20", "italesat"),
        Lonkroner(3, 2, 2, "2026-11-21", "afvist"),
        Lonkroner(4, 1, 1, "2026-11-19", "ikke_italesat"),
    )

    one = to_renegotiate([Place(4, TWO, (), stages)], TODAY)[0]

    assert one.said == stages[1]
    assert one.refused == (("2026-04-10", 1),)


def test_still_no_is_one_no() -> None:
    steps = [(1, "afvist"), (2, "afvist"), (3, "italesat"), (4, "afvist")]
    stages = [Lonkroner(nr, 1, 1, f"2026-0{nr}-01", trin) for nr, trin in steps]

    assert refusals(stages) == (("2026-01-01", 1), ("2026-04-01", 1))


DAYS = st.sampled_from(["2025-12-31", "2026-02-28", "2026-11-19", "2026-11-20", "2026-11-21", "2027-01-01"])
FORLOB = st.builds(
    Forlob,
    nr=st.integers(1, 4),
    borger=st.just(1),
    virksomhed=st.just(4),
    art=st.sampled_from(["virksomhedspraktik", "virksomhedspraktik", "lontilskud", "fleksjob", "kombination"]),
    start=st.none() | DAYS,
    udfald=st.sampled_from([None, None, None, "gennemfort", "job", "aldrig_startet"]),
    lukket=st.none() | DAYS,
)
TIMER = st.builds(
    Timer,
    nr=st.just(1),
    borger=st.just(1),
    forlob=st.integers(1, 4),
    fra=DAYS,
    ordinaer=st.sampled_from([None, 0, 0, 2.5]),
    art=st.sampled_from(["aftalt", "mal"]),
)
LON = st.builds(
    Lonkroner,
    nr=st.integers(1, 9),
    borger=st.just(1),
    forlob=st.integers(1, 4),
    dato=DAYS,
    trin=st.sampled_from(["ikke_italesat", "italesat", "afvist", "afvist", "aftalt"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(FORLOB, max_size=5, unique_by=lambda it: it.nr), st.lists(TIMER, max_size=2), st.lists(LON, max_size=2))
def test_it_is_as_a_plain_count_says(forlobene: list[Forlob], timer: list[Timer], lonkroner: list[Lonkroner]) -> None:
    begun, praktik, paid = set(), 0, False
    for it in forlobene:
        if it.start is None or it.start > "2026-11-20" or it.udfald == "aldrig_startet":
            continue
        if it.lukket is not None and it.lukket < it.start:
            continue
        begun.add(it.nr)
        praktik += it.art == "virksomhedspraktik"
        paid = paid or it.art == "fleksjob" or it.udfald == "job"
    for step in timer:
        if step.art == "aftalt" and step.ordinaer == 2.5 and step.fra <= "2026-11-20" and step.forlob in begun:
            paid = True
    for stage in lonkroner:
        paid = paid or (stage.trin == "aftalt" and stage.dato <= "2026-11-20")

    assert bool(found(*forlobene, timer=tuple(timer), lonkroner=tuple(lonkroner))) is (praktik >= 2 and not paid)
