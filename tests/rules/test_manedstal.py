"""What is counted of a month: by table at the edges, and against a slow plain count on generated caseloads."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.model.accounts import Maned, Statistik
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Taet
from vforlob.rules.kept_months import GONE, KEPT_FROM_GONE, corrected, frozen
from vforlob.rules.manedstal import (
    Caseload,
    Person,
    Placement,
    figures,
    figures_on,
    last_day,
    month_after,
    month_before,
)
from vforlob.rules.rulebook import Rule, RuleBook

FIRST = date(2000, 1, 1)
RULES = RuleBook(
    tuple(
        Rule(name, "", value, unit, FIRST, None, "")
        for name, value, unit in (
            ("kontakt_senest_dage", 30, "dage"),
            ("kontakt_start_dage", 14, "dage"),
            ("kontakt_taet_dage", 14, "dage"),
            ("kontakt_start_uger", 4, "uger"),
            ("kontakt_bagkant_dage", 90, "dage"),
        )
    )
)
NOV = "2026-11"
MADE: Any = {"oprettet": "2026-10-01"}


def forlob(start: str | None = "2026-10-01", **over: Any) -> Forlob:
    return Forlob(1, 1, 1, "virksomhedspraktik", start)._replace(**over)


def counted(*placements: Placement, persons: tuple[Person, ...] = (), closed: tuple[Statistik, ...] = ()) -> Any:
    return figures(Caseload(persons, placements, closed), NOV, RULES)


@pytest.mark.parametrize(
    ("placement", "going"),
    [
        (forlob("2026-11-30"), 1),
        (forlob("2026-12-01"), 0),
        (forlob(None), 0),
        (forlob(status="lukket", lukket="2026-11-30"), 0),
        (forlob(status="lukket", lukket="2026-12-01"), 1),
        (forlob(status="lukket", lukket="2026-12-01", udfald="aldrig_startet"), 0),
        (forlob(slut="2026-11-10"), 1),
    ],
)
def test_going_is_begun_and_not_closed_on_the_last_day(placement: Forlob, going: int) -> None:
    assert counted(Placement(placement))["igang"] == going


def test_a_reason_for_having_no_formode_says_that_there_was_none_for_this_one() -> None:
    held = Person(Borger(1, "A", oprettet="2026-01-01"), formoder=("2026-05-01",))
    placements = [Placement(forlob("2026-11-02")), Placement(forlob("2026-11-03", uden_formode="Det hastede"))]

    found = counted(*placements, persons=(held,))

    assert (found["startet"], found["formode"]) == (2, 1)


@pytest.mark.parametrize(("start", "kept"), [("2026-11-02", 1), ("2026-11-03", 0)])
def test_kept_is_going_after_four_whole_weeks(start: str, kept: int) -> None:
    assert counted(Placement(forlob(start)))["fastholdt"] == kept


def test_two_forlob_of_one_borger_are_one_borger_going() -> None:
    placements = [Placement(forlob(nr=nr, art=art)) for nr, art in ((1, "kombination"), (2, "lontilskud"))]

    found = counted(*placements)

    assert (found["igang"], found["i_praktik"], found["fastholdt"]) == (1, 1, 2)


@pytest.mark.parametrize(
    ("start", "contacts", "over", "in_time"),
    [
        ("2026-08-03", ("2026-10-31",), {}, 1),
        ("2026-08-03", ("2026-10-30",), {}, 0),
        ("2026-08-03", ("2026-10-30", "2026-12-01"), {}, 0),
        ("2026-08-03", ("2026-10-01",), {"interval": 60}, 1),
        ("2026-11-16", (), {}, 1),
        ("2026-11-15", (), {}, 0),
        ("2026-11-09", ("2026-11-16",), {}, 1),
    ],
)
def test_followed_up_in_time_as_the_rules_have_it(
    start: str, contacts: tuple[str, ...], over: dict[str, Any], in_time: int
) -> None:
    assert counted(Placement(forlob(start, **over), contacts))["opfolgning"] == in_time


def test_followed_closely_counts_as_it_stood_that_day() -> None:
    worries = (Taet(1, 1, 1, "2026-11-01", "ja"), Taet(2, 1, 1, "2026-12-01", "nej"))
    placement = Placement(forlob("2026-08-03"), ("2026-11-10",), taet=worries)

    found = counted(placement)

    assert (found["taet"], found["opfolgning"]) == (1, 0)


def test_hours_and_stages_are_those_in_force_that_day() -> None:
    hours = (("2026-11-01", 2.5), ("2026-11-30", 4.0), ("2026-12-01", 8.0))
    raised = Placement(forlob(), hours=hours, stages=(("2026-11-20", "italesat"), ("2026-12-02", "afvist")))
    untouched = Placement(forlob(nr=2), hours=(("2026-12-05", 3.0),), stages=(("2026-11-20", "ikke_italesat"),))

    found = counted(raised, untouched)

    assert (found["lontimer"], found["lonkroner"]) == (4.0, 1)


@pytest.mark.parametrize(
    ("person", "has_cv"),
    [
        (Person(Borger(1, "A", **MADE), (("2026-10-01", None), ("2026-11-30", "ja"))), 1),
        (Person(Borger(1, "A", **MADE), (("2026-10-01", None), ("2026-12-01", "ja"))), 0),
        (Person(Borger(1, "A", cv="ja", cv_opdateret="2026-11-30", **MADE), (("2026-10-01", None),)), 1),
        (Person(Borger(1, "A", cv="ja", cv_opdateret="2026-12-01", **MADE), (("2026-10-01", None),)), 0),
        (Person(Borger(1, "A", **MADE), (("2026-10-01", "ja"), ("2026-11-02", "nej"))), 0),
        (Person(Borger(1, "A", oprettet="2026-12-01"), (("2026-12-01", "ja"),)), 0),
        (Person(Borger(1, "A", **MADE), (("2026-12-24", "ja"),)), 1),
    ],
)
def test_a_cv_counts_from_the_day_it_was_known_or_dated(person: Person, has_cv: int) -> None:
    assert counted(persons=(person,))["cv"] == has_cv


def test_readiness_is_as_it_was_last_written() -> None:
    said = (("2026-10-01", "laengere_fra"), ("2026-11-15", "taet_pa"), ("2026-12-01", "klar"))

    found = counted(persons=(Person(Borger(1, "A", **MADE), parathed=said),))

    assert (found["borgere"], found["klar"], found["taet_pa"], found["laengere_fra"]) == (1, 0, 1, 0)


def test_a_formode_counts_when_it_was_held_by_the_first_day() -> None:
    persons = (
        Person(Borger(1, "A"), formoder=("2026-11-02", "2026-11-20")),
        Person(Borger(2, "B"), formoder=("2026-11-03",)),
    )
    started = [Placement(forlob("2026-11-02", nr=nr, borger=nr)) for nr in (1, 2, 3)]
    never = Placement(forlob("2026-11-02", nr=4, borger=1, udfald="aldrig_startet", status="lukket"))

    found = counted(*started, never, persons=persons)

    assert (found["startet"], found["formode"]) == (3, 1)


def test_broken_off_is_not_the_same_as_stopped() -> None:
    rows = (
        Statistik(1, NOV, udfald="afbrudt_borger", uge=4, afsluttende_samtale="nej"),
        Statistik(2, NOV, udfald="udeblevet", uge=5, afsluttende_samtale="nej"),
        Statistik(3, NOV, udfald="stoppet_afklaret", uge=2, afsluttende_samtale="ja"),
        Statistik(4, NOV, udfald="afbrudt_virksomhed", uge=None),
        Statistik(5, "2026-10", udfald="job"),
    )

    found = counted(closed=rows)

    assert (found["lukket"], found["afbrudt"], found["afbrudt_tidligt"], found["afsluttende_samtale"]) == (4, 3, 1, 1)
    assert {name: tal for name, tal in found.items() if name.startswith("udfald:")} == {
        "udfald:afbrudt_borger": 1,
        "udfald:afbrudt_virksomhed": 1,
        "udfald:stoppet_afklaret": 1,
        "udfald:udeblevet": 1,
    }


def test_nearer_is_compared_with_the_end_of_the_month_before() -> None:
    moved = {
        "nearer": (("2026-10-01", "laengere_fra"), ("2026-11-30", "taet_pa")),
        "further": (("2026-10-01", "klar"), ("2026-11-01", "taet_pa")),
        "there and back": (("2026-10-01", "klar"), ("2026-11-01", "taet_pa"), ("2026-11-29", "klar")),
        "before it began": (("2026-10-01", "laengere_fra"), ("2026-10-31", "klar")),
        "after it ended": (("2026-10-01", "laengere_fra"), ("2026-12-01", "klar")),
        "nothing said": (("2026-10-01", None), ("2026-11-15", "klar")),
    }
    persons = [Person(Borger(nr, name, **MADE), parathed=said) for nr, (name, said) in enumerate(moved.items(), 1)]
    new = Person(Borger(9, "new", oprettet="2026-11-01"), parathed=(("2026-11-01", "klar"), ("2026-11-20", "taet_pa")))

    found = counted(persons=(*persons, new))

    assert (found["rykket_frem"], found["rykket_tilbage"], found["kommet_til"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("said", "open_goals", "whole"),
    [
        ((("2026-11-30", "aben"),), 1, 0),
        ((("2026-12-01", "aben"),), 0, 0),
        ((("2026-11-01", "aben"), ("2026-11-30", "hel")), 1, 1),
        ((("2026-11-01", "hel"), ("2026-11-30", None)), 0, 0),
        ((("2026-11-01", "hel"), ("2026-12-01", None)), 1, 1),
        ((("2026-11-01", "hel"), ("2026-11-10", None), ("2026-11-20", "aben")), 1, 0),
        ((), 0, 0),
    ],
)
def test_delmal_count_as_they_stood_on_the_last_day(said: Any, open_goals: int, whole: int) -> None:
    found = figures(Caseload(goals=(said,)), NOV, RULES)

    assert (found["delmal"], found["delmal_hele"]) == (open_goals, whole)


@pytest.mark.parametrize(
    ("last", "going", "started"),
    [("2026-11-14", 1, 0), ("2026-11-15", 2, 1), ("2026-11-30", 2, 1), ("2026-12-01", 2, 0)],
)
def test_a_month_that_is_running_is_counted_up_to_a_day_of_it(last: str, going: int, started: int) -> None:
    placements = (Placement(forlob("2026-10-01")), Placement(forlob("2026-11-15", nr=2, borger=2)))

    found = figures_on(Caseload(placements=placements), last, RULES)

    assert (found["igang"], found["forlob"], found["startet"]) == (going, going, started)


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [("2027-01-01", "2026-12", "2027-01"), ("2026-12-31", "2026-11", "2026-12"), ("2028-03-01", "2028-02", "2028-03")],
)
def test_months_follow_each_other_over_the_year(day: str, before: str, after: str) -> None:
    assert month_before(date.fromisoformat(day)) == before
    assert month_after(before) == after
    assert date.fromisoformat(last_day(before)) + timedelta(1) == date.fromisoformat(f"{after}-01")


def kept(**tal: float) -> dict[str, Maned]:
    rows = frozen(NOV, tal, 0)
    return {row.navn: row._replace(nr=nr) for nr, row in enumerate(rows, 1)}


def taken_in(known: dict[str, Maned], changes: Iterable[Maned]) -> dict[str, Maned]:
    nr = 100 + len(known)
    return known | {row.navn: row._replace(nr=row.nr or nr + place) for place, row in enumerate(changes)}


def shown(known: dict[str, Maned], navn: str) -> float:
    return known[navn].tal + known[navn].rettelse


def test_a_correction_stands_beside_the_figure_and_can_go_again() -> None:
    known = kept(igang=9)

    later = taken_in(known, corrected(NOV, known, {"igang": 10, "udfald:job": 1}, 0))
    again = taken_in(later, corrected(NOV, later, {"igang": 9}, 0))

    assert (later["igang"].tal, later["igang"].rettelse) == (9, 1)
    assert (later["udfald:job"].tal, later["udfald:job"].rettelse) == (0, 1)
    assert (again["igang"].rettelse, again["udfald:job"].rettelse) == (0, 0)
    assert corrected(NOV, again, {"igang": 9}, 0) == []


def test_a_deleted_person_stays_counted_and_later_corrections_come_on_top() -> None:
    known = kept(igang=9, lontimer=12.5)

    without = taken_in(known, corrected(NOV, known, {"igang": 8, "lontimer": 9.0}, 3))
    assert (shown(without, "igang"), shown(without, "lontimer")) == (9, 12.5)
    assert corrected(NOV, without, {"igang": 8, "lontimer": 9.0}, 3) == []

    later = taken_in(without, corrected(NOV, without, {"igang": 9, "lontimer": 9.0}, 3))
    assert (shown(later, "igang"), shown(later, "lontimer")) == (10, 12.5)
    assert later[GONE].rettelse == 3
    assert later[KEPT_FROM_GONE + "igang"].tal == 0


DAYS = st.dates(date(2026, 9, 1), date(2027, 1, 31)).map(date.isoformat)
MAYBE_DAY = st.none() | DAYS
PLACEMENTS = st.builds(
    Placement,
    st.builds(
        Forlob,
        nr=st.integers(1, 99),
        borger=st.integers(1, 5),
        virksomhed=st.just(1),
        art=st.sampled_from(["virksomhedspraktik", "kombination", "fleksjob"]),
        start=MAYBE_DAY,
        status=st.sampled_from(["aben", "lukket"]),
        lukket=MAYBE_DAY,
        interval=st.none() | st.integers(1, 60),
    ),
    st.lists(DAYS, max_size=3).map(tuple),
    st.lists(st.tuples(DAYS, st.sampled_from([0.0, 2.5, 5.0])), max_size=3).map(lambda it: tuple(sorted(it))),
    st.lists(st.tuples(DAYS, st.sampled_from(["ikke_italesat", "italesat", "afvist"])), max_size=3).map(tuple),
    st.lists(
        st.builds(Taet, st.just(1), st.just(1), st.none(), DAYS, st.sampled_from(["ja", "obs", "nej"])), max_size=2
    )
    .map(lambda rows: sorted(rows, key=lambda row: row.dato))
    .map(tuple),
)


@pytest.mark.safety
@settings(max_examples=150, deadline=None)
@given(st.lists(PLACEMENTS, max_size=6), st.sampled_from(["2026-09", "2026-10", "2026-11", "2026-12"]))
def test_the_figures_are_those_of_a_slow_plain_count(placements: list[Placement], maned: str) -> None:
    found = figures(Caseload(placements=tuple(placements)), maned, RULES)

    assert {name: found[name] for name in plain(placements, maned)} == pytest.approx(plain(placements, maned))


def plain(placements: list[Placement], maned: str) -> dict[str, float]:
    """Day by day through the month, remembering nothing but what stood that day."""
    day = date.fromisoformat(f"{maned}-01")
    totals: dict[str, float] = {}
    while day.isoformat()[:7] == maned:
        here = [it for it in placements if stands(it, day)]
        totals = {
            "igang": len({it.forlob.borger for it in here}),
            "fastholdt": len([it for it in here if day - date.fromisoformat(it.forlob.start or "") >= timedelta(28)]),
            "lontimer": sum(on_day(it.hours, day, 0.0) for it in here),
            "lonkroner": len([it for it in here if on_day(it.stages, day, "ikke_italesat") != "ikke_italesat"]),
            "opfolgning": len([it for it in here if in_time(it, day)]),
        }
        day += timedelta(1)
    return totals | {"startet": len([it for it in placements if (it.forlob.start or "").startswith(maned)])}


def stands(placement: Placement, day: date) -> bool:
    own = placement.forlob
    is_closed = own.status == "lukket" and (own.lukket is None or date.fromisoformat(own.lukket) <= day)
    return own.start is not None and date.fromisoformat(own.start) <= day and not is_closed


def on_day(said: Iterable[tuple[str, Any]], day: date, otherwise: Any) -> Any:
    standing, newest = otherwise, ""
    for since, value in said:
        if newest <= since <= day.isoformat():
            standing, newest = value, since
    return standing


def in_time(placement: Placement, day: date) -> bool:
    own = placement.forlob
    start = date.fromisoformat(own.start or "")
    reached = [it for it in map(date.fromisoformat, placement.contacts) if it <= day]
    last = max(reached) if reached else start
    general = own.interval or (14 if (last - start).days < 28 else 30)
    said = [worry.svar for worry in placement.taet if worry.dato <= day.isoformat()]
    close = 14 if said[-1:] == ["ja"] else 90
    return (day - last).days <= min(general, close, 90)
