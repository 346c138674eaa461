"""How forløb ended and how many were still going: at the edges, and against a slow, plain second computation."""

from collections import Counter
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.model.accounts import Statistik
from vforlob.model.forlob import Forlob
from vforlob.rules.laering.endings import (
    CODES,
    SPANS,
    Endings,
    by_branche,
    by_closing_talk,
    by_formode,
    by_outcome,
    by_place,
    by_sign,
    by_week,
    closed_by,
    endings,
)
from vforlob.rules.laering.small import caution, part_of, percent
from vforlob.rules.laering.survival import WEEKS, Going, latest_start, survival
from vforlob.rules.manedstal import last_day

TODAY = date(2026, 11, 20)
FEWER = settings(max_examples=40)  # a caseload takes long to make
BROKEN = {"afbrudt_borger", "afbrudt_virksomhed", "afbrudt_kommune", "udeblevet"}

months = st.dates(date(2024, 1, 1), TODAY).map(lambda day: day.isoformat()[:7])
codes = st.sampled_from([*CODES, None, "egen_kode"])
signs = st.lists(st.sampled_from(["tavshed", "vitas", "ny_vaert"]), unique=True).map(tuple)
held = st.sampled_from(["ja", "nej", None])
branches = st.sampled_from(["lager", "Lager", " LAGER", "Køkken", "koekken", "", None, "Åben ø"])
rows = st.lists(
    st.builds(
        Statistik,
        nr=st.just(0),
        maned=months,
        branche=branches,
        udfald=codes,
        uge=st.one_of(st.none(), st.integers(0, 30)),
        formode=held,
        afsluttende_samtale=held,
        tegn=signs,
    ),
    max_size=25,
)


def row(udfald: str | None = "gennemfort", uge: int | None = 5, maned: str = "2026-06", **over: object) -> Statistik:
    return Statistik(0, maned, udfald=udfald, uge=uge)._replace(**over)  # type: ignore[arg-type]


def test_stopped_but_cleared_up_is_never_broken_off() -> None:
    found = endings(["stoppet_afklaret", "stoppet_sygdom", "afbrudt_borger", "udeblevet"])

    assert found == Endings(4, stoppet=2, afbrudt=2)


@FEWER
@given(rows)
def test_the_kinds_of_endings_add_up(closed: list[Statistik]) -> None:
    found = endings(one.udfald for one in closed)

    by_hand = Counter()
    for one in closed:
        if one.udfald in {"gennemfort", "job", "lontimer", "uddannelse"}:
            by_hand["efter_planen"] += 1
        elif one.udfald in {"stoppet_afklaret", "stoppet_sygdom"}:
            by_hand["stoppet"] += 1
        elif one.udfald in BROKEN:
            by_hand["afbrudt"] += 1
        elif one.udfald == "aldrig_startet":
            by_hand["aldrig"] += 1
        else:
            by_hand["andet"] += 1
    assert found == Endings(len(closed), **by_hand)


@FEWER
@given(rows)
def test_every_closed_forlob_is_in_one_outcome_and_one_branche(closed: list[Statistik]) -> None:
    assert sum(one.antal for one in by_outcome(closed)) == len(closed)
    assert sum(one.endings.alle for one in by_branche(closed)) == len(closed)
    assert len(by_branche(closed)) <= 4  # lager, køkken, åben ø, not written


@FEWER
@given(rows)
def test_every_begun_forlob_is_in_one_span_of_weeks(closed: list[Statistik]) -> None:
    found = by_week(closed)

    begun = [one for one in closed if one.udfald != "aldrig_startet"]
    assert sum(one.endings.alle for one in found) == len(begun)
    for (first, last), group in zip(SPANS, found, strict=False):
        weeks = [one for one in begun if one.uge in range(first, (last or 1000) + 1)]
        assert group.endings.afbrudt == sum(one.udfald in BROKEN for one in weeks)


@FEWER
@given(rows)
def test_a_sign_counts_by_itself(closed: list[Statistik]) -> None:
    found = {one.navn: one.endings for one in by_sign(closed)}

    assert set(found) == {sign for one in closed for sign in one.tegn}
    for sign, counted in found.items():
        with_it = [one for one in closed if one.tegn.count(sign)]
        assert (counted.alle, counted.afbrudt) == (len(with_it), sum(one.udfald in BROKEN for one in with_it))


@FEWER
@given(rows)
def test_what_was_held_and_what_was_not_leave_out_what_nobody_knows(closed: list[Statistik]) -> None:
    yes, no = by_formode(closed)

    assert yes.endings.alle + no.endings.alle == sum(one.formode is not None for one in closed)
    assert sum(one.endings.alle for one in by_closing_talk(closed)) == sum(
        one.afsluttende_samtale is not None and one.udfald != "aldrig_startet" for one in closed
    )


@given(st.lists(st.tuples(st.integers(1, 4), codes), max_size=20))
def test_each_virksomhed_has_its_own(ended: list[tuple[int, str | None]]) -> None:
    found = by_place(Forlob(0, 1, place, "andet", udfald=code) for place, code in ended)

    assert [one.virksomhed for one in found] == sorted({place for place, _ in ended})
    for one in found:
        assert one.endings == endings(code for place, code in ended if place == one.virksomhed)


def test_a_period_has_both_its_months_and_nothing_that_has_not_happened() -> None:
    closed = [row(maned=month) for month in ("2025-12", "2026-01", "2026-11", "2026-12")]

    assert [one.maned for one in closed_by(closed, "2026-01", "2026-11")] == ["2026-01", "2026-11"]


# --- still going --------------------------------------------------------------------------------------------------


@cache
def slow_latest_start(maned: str, uge: int, today: date) -> date:
    """Every first day that goes with some day of the month, and of those the last."""
    first, last = date.fromisoformat(f"{maned}-01"), min(date.fromisoformat(last_day(maned)), today)
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    return max(day - timedelta(days=back) for day in days for back in range(7 * 31) if back // 7 + 1 == uge)


def slow_survival(closed: list[Statistik], begun: list[str], today: date, uge: int) -> Going:
    going = broken = other = 0
    for one in closed:
        if one.uge is None or one.uge < 1 or one.udfald == "aldrig_startet":
            continue
        if (today - slow_latest_start(one.maned, one.uge, today)).days < 7 * uge:
            continue
        if one.uge > uge:
            going += 1
        elif one.udfald in BROKEN:
            broken += 1
        else:
            other += 1
    going += sum((today - date.fromisoformat(day)).days >= 7 * uge for day in begun)
    return Going(uge, going + broken + other, going, broken, other)


@FEWER
@given(rows, st.lists(st.dates(date(2025, 1, 1), TODAY).map(date.isoformat), max_size=10))
def test_survival_is_what_counting_each_forlob_by_itself_gives(closed: list[Statistik], begun: list[str]) -> None:
    assert list(survival(closed, begun, TODAY)) == [slow_survival(closed, begun, TODAY, uge) for uge in WEEKS]


@FEWER
@given(rows)
def test_a_longer_time_never_has_more_forlob(closed: list[Statistik]) -> None:
    found = survival(closed, [], TODAY)

    assert all(one.alle == one.i_gang + one.afbrudt + one.sluttet for one in found)
    assert [one.alle for one in found] == sorted((one.alle for one in found), reverse=True)


@pytest.mark.parametrize(
    ("begun", "weeks"),
    [
        ("2026-11-20", 0),
        ("2026-11-14", 0),
        ("2026-11-13", 1),
        ("2026-10-24", 2),
        ("2026-10-23", 4),
        ("2026-08-21", 13),
    ],
)
def test_a_forlob_that_goes_on_counts_only_in_the_weeks_it_has_reached(begun: str, weeks: int) -> None:
    reached = [one.uge for one in survival([], [begun], TODAY) if one.alle]

    assert reached == [uge for uge in WEEKS if uge <= weeks]


@pytest.mark.parametrize(
    ("maned", "uge", "today", "start"),
    [
        ("2026-06", 1, TODAY, "2026-06-30"),
        ("2026-06", 5, TODAY, "2026-06-02"),
        ("2026-11", 1, TODAY, "2026-11-20"),  # the month is not over
        ("2025-12", 2, TODAY, "2025-12-24"),  # over the year
        ("2028-02", 1, date(2028, 3, 1), "2028-02-29"),  # leap day
        ("2026-10", 2, date(2026, 10, 25), "2026-10-18"),  # the night that has an hour more
    ],
)
def test_a_closed_one_began_at_the_latest(maned: str, uge: int, today: date, start: str) -> None:
    assert latest_start(row(maned=maned, uge=uge), today).isoformat() == start


def test_what_broke_off_just_now_does_not_fill_the_weeks_it_has_not_had_the_time_for() -> None:
    found = survival([row("afbrudt_borger", 2, "2026-11")], ["2026-11-02"], TODAY)

    assert [(one.uge, one.alle) for one in found] == [(1, 2), (2, 1), (4, 0), (8, 0), (13, 0)]


def test_closed_in_the_very_week_it_was_not_going_after_it() -> None:
    found = {one.uge: one for one in survival([row("job", 4), row("afbrudt_borger", 4)], [], TODAY)}

    assert found[2] == Going(2, 2, 2, 0, 0)
    assert found[4] == Going(4, 2, 0, 1, 1)


# --- small numbers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(4, 7, "4 af 7"), (19, 19, "19 af 19"), (17, 22, "17 af 22 (77 %)"), (0, 20, "0 af 20 (0 %)"), (0, 0, "0 af 0")],
)
def test_no_percentage_under_twenty(part: int, whole: int, said: str) -> None:
    assert part_of(part, whole) == said


@given(st.integers(20, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_half_a_percent_is_rounded_up(of: tuple[int, int]) -> None:
    part, whole = of

    assert abs(percent(part, whole) - 100 * part / whole) <= 0.5


@pytest.mark.parametrize(("whole", "few"), [(0, False), (1, True), (4, True), (5, False), (40, False)])
def test_under_five_is_too_few(whole: int, few: bool) -> None:
    assert bool(caution(whole)) is few
