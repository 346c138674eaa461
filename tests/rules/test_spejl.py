"""Own practice in a quarter: which quarter was meant, so many of so many, and what still stands open."""

from contextlib import suppress
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.errors.spejl import BadQuarter, QuarterAhead
from vforlob.model.borger import Borger
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Taet
from vforlob.rules.manedstal import Caseload, Person, Placement, figures_on
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.spejl.breaches import MOST_OF_A_KIND, Breach, Standing, breaches, oldest
from vforlob.rules.spejl.mirror import MEASURES, Share, mirror
from vforlob.rules.spejl.quarters import Quarter, quarter_of, read_quarter
from vforlob.store.regler import load_rulebook

TODAY = date(2026, 11, 20)


@cache
def rules() -> RuleBook:
    return load_rulebook("")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", (2026, 4)),
        ("dette", (2026, 4)),
        ("sidste", (2026, 3)),
        ("Sidste kvartal", (2026, 3)),
        ("2026-3", (2026, 3)),
        ("3/2026", (2026, 3)),
        ("3. kvartal 2026", (2026, 3)),
        ("3. kvartal", (2026, 3)),
        ("4", (2026, 4)),
        ("2025K1", (2025, 1)),
        ("q2 2025", (2025, 2)),
        ("1. kvartal", (2026, 1)),
    ],
)
def test_a_quarter_is_read_as_people_type_it(typed: str, wanted: tuple[int, int]) -> None:
    assert read_quarter(typed, TODAY) == wanted


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 3, 31)])
def test_in_the_first_quarter_the_last_one_and_the_fourth_are_of_last_year(today: date) -> None:
    assert read_quarter("sidste", today) == (2025, 4)
    assert read_quarter("4. kvartal", today) == (2025, 4)
    assert read_quarter("1", today) == (2026, 1)


@pytest.mark.parametrize("typed", ["5", "0", "2026", "2026-9", "marts", "2026-3-1", "3 3", "1999-1", "²", "9" * 99])
def test_what_is_no_quarter_is_refused(typed: str) -> None:
    with pytest.raises(BadQuarter):
        read_quarter(typed, TODAY)


def test_a_quarter_that_has_not_begun_says_so() -> None:
    with pytest.raises(QuarterAhead) as raised:
        read_quarter("2027-1", TODAY)

    assert raised.value.title == "1. kvartal 2027"


@given(st.text(max_size=20))
def test_any_text_is_a_quarter_or_refused(typed: str) -> None:
    with suppress(BadQuarter, QuarterAhead):
        assert read_quarter(typed, TODAY) <= quarter_of(TODAY)


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2026, 12, 31), ("2026-10", "2026-11", "2026-12")),
        (date(2027, 1, 1), ("2027-01", "2027-02", "2027-03")),
        (date(2028, 2, 29), ("2028-01", "2028-02", "2028-03")),
    ],
)
def test_a_quarter_has_its_months(day: date, months: tuple[str, ...]) -> None:
    assert quarter_of(day).months == months


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (Share(4, 7), None),
        (Share(19, 19), None),
        (Share(15, 20), 75),
        (Share(1, 40), 3),
        (Share(0, 25), 0),
        (Share(25, 25), 100),
        (Share(None, None), None),
    ],
)
def test_there_is_no_percentage_under_twenty_cases(share: Share, percent: int | None) -> None:
    assert share.percent == percent


def test_what_happened_is_added_and_what_stood_is_the_last_month() -> None:
    july = {"startet": 3, "formode": 2, "forlob": 5, "opfolgning": 4}
    august = {"startet": 1, "formode": 1, "forlob": 6, "opfolgning": 3}

    spejl = mirror(Quarter(2026, 3), {"2026-07": july, "2026-08": august}, TODAY)

    rows = {row.measure.id: row for row in spejl.rows}
    assert rows["formode"].quarter == Share(3, 4)
    assert rows["opfolgning"].quarter == Share(3, 6)
    assert rows["opfolgning"].months == (Share(4, 5), Share(3, 6), Share())
    assert rows["smart"].quarter == Share()
    assert spejl.upto is None
    assert spejl.kept == ("2026-07", "2026-08")


def test_every_measure_is_counted_in_a_month() -> None:
    counted = figures_on(Caseload(), "2026-11-20", rules())

    assert {name for measure in MEASURES for name in (measure.part, measure.whole)} <= set(counted)


def forlob(nr: int, start: str | None, lukket: str | None = None, udfald: str | None = None) -> Forlob:
    status = "lukket" if lukket else "aben"
    return Forlob(nr, nr, 1, "virksomhedspraktik", start, None, status=status, lukket=lukket, udfald=udfald)


@pytest.mark.parametrize(
    ("one", "wanted"),
    [
        (Placement(forlob(1, "2026-11-04"), contacts=("2026-11-11",)), (1, 1)),
        (Placement(forlob(1, "2026-11-04"), contacts=("2026-11-12",)), (1, 0)),
        (Placement(forlob(1, "2026-11-04"), contacts=("2026-11-04",)), (1, 0)),
        (Placement(forlob(1, "2026-10-24"), contacts=("2026-10-26",)), (0, 0)),
        (Placement(forlob(1, "2026-10-25"), contacts=("2026-10-26",)), (1, 1)),
        (Placement(forlob(1, "2026-11-13")), (1, 0)),
        (Placement(forlob(1, "2026-11-14")), (0, 0)),
        (Placement(forlob(1, "2026-11-04", "2026-11-11")), (0, 0)),
        (Placement(forlob(1, "2026-11-04", "2026-11-12")), (1, 0)),
        (Placement(forlob(1, "2026-11-04", "2026-11-18", "aldrig_startet")), (0, 0)),
        (Placement(forlob(1, None)), (0, 0)),
    ],
)
def test_the_first_week_counts_in_the_month_where_it_ends(one: Placement, wanted: tuple[int, int]) -> None:
    counted = figures_on(Caseload(placements=(one,)), "2026-11-20", rules())

    assert (counted["uge_1"], counted["uge_1_kontakt"]) == wanted


@pytest.mark.parametrize(
    ("held", "wanted"), [((), 0), (("2026-11-03",), 1), (("2026-11-04",), 1), (("2026-11-05",), 0)]
)
def test_a_startmode_counts_by_the_first_day(held: tuple[str, ...], wanted: int) -> None:
    one = Placement(forlob(1, "2026-11-04"), startmoder=held)

    assert figures_on(Caseload(placements=(one,)), "2026-11-20", rules())["startmode"] == wanted


DAYS = st.integers(0, 150).map(lambda days: (date(2026, 7, 20) + timedelta(days=days)).isoformat())


@st.composite
def placements(draw: st.DrawFn) -> Placement:
    lukket = draw(st.none() | DAYS)
    one = forlob(draw(st.integers(1, 4)), draw(st.none() | DAYS), lukket)
    taet = tuple(Taet(nr, 1, None, day, "obs") for nr, day in enumerate(draw(st.lists(DAYS, max_size=2)), 1))
    contacts, starts = tuple(draw(st.lists(DAYS, max_size=4))), tuple(draw(st.lists(DAYS, max_size=2)))
    udfald = draw(st.sampled_from([None, "job", "aldrig_startet"])) if lukket else None
    return Placement(one._replace(udfald=udfald), contacts, taet=taet, startmoder=starts)


@given(st.lists(placements(), max_size=8), DAYS)
@settings(max_examples=200, deadline=None)
def test_practice_is_what_a_slow_count_day_by_day_gives(found: list[Placement], last: str) -> None:
    counted = figures_on(Caseload(placements=tuple(found)), last, rules())

    assert {name: counted[name] for name in ("forlob", "taet_besluttet", "startmode", "uge_1", "uge_1_kontakt")} == (
        slowly(found, date.fromisoformat(last))
    )


def slowly(found: list[Placement], last: date) -> dict[str, int]:
    """Every day of the month, one forløb at a time, in plain dates."""
    sums = dict.fromkeys(("forlob", "taet_besluttet", "startmode", "uge_1", "uge_1_kontakt"), 0)
    days = [last - timedelta(days=back) for back in range(last.day)]
    for one in found:
        if one.forlob.start is None or one.forlob.udfald == "aldrig_startet":
            continue
        start = date.fromisoformat(one.forlob.start)
        end = date.fromisoformat(one.forlob.lukket) if one.forlob.lukket else date.max
        if start <= last < end:
            sums["forlob"] += 1
            sums["taet_besluttet"] += int(any(date.fromisoformat(taet.dato) <= last for taet in one.taet))
        for day in days:
            if day == start:
                sums["startmode"] += int(any(date.fromisoformat(held) <= start for held in one.startmoder))
            if day == start + timedelta(days=7) and end > day:
                sums["uge_1"] += 1
                within = [start + timedelta(days=after) for after in range(1, 8)]
                sums["uge_1_kontakt"] += int(any(date.fromisoformat(it) in within for it in one.contacts))
    return sums


WELL = Placement(
    forlob(1, "2026-11-04"),
    contacts=("2026-11-18",),
    stages=(("2026-11-04", "italesat"),),
    taet=(Taet(1, 1, None, "2026-11-04", "nej"),),
    startmoder=("2026-11-04",),
)
PERSON = Person(Borger(1, "Æ-7"), formoder=("2026-10-20",))


def standing(one: Placement = WELL, person: Person = PERSON, **over: object) -> Standing:
    return Standing(Caseload((person,), (one,)), **over)  # type: ignore[arg-type]


def open_now(found: Standing) -> list[Breach]:
    return list(breaches(found, TODAY, rules()))


def test_where_all_is_done_nothing_stands_open() -> None:
    assert open_now(standing()) == []


def test_on_its_last_day_a_contact_is_still_in_time() -> None:
    found = breaches(standing(WELL._replace(contacts=("2026-11-06",))), TODAY, rules())

    assert list(found) == []


@pytest.mark.parametrize(
    ("found", "breach"),
    [
        (standing(person=PERSON._replace(formoder=())), Breach("formode", "forlob", 1, "2026-11-04")),
        (standing(WELL._replace(startmoder=())), Breach("startmode", "forlob", 1, "2026-11-04")),
        (standing(WELL._replace(stages=())), Breach("lonkroner", "forlob", 1, "2026-11-04")),
        (standing(WELL._replace(stages=(("2026-11-21", "italesat"),))), Breach("lonkroner", "forlob", 1, "2026-11-04")),
        (standing(WELL._replace(taet=())), Breach("taet", "forlob", 1, "2026-11-04")),
        (standing(WELL._replace(contacts=("2026-11-05",))), Breach("opfolgning", "forlob", 1, "2026-11-20")),
        (standing(WELL._replace(contacts=())), Breach("opfolgning", "forlob", 1, "2026-11-19")),
        (
            standing(delmal=(Delmal(7, 1, specifikt="møde kl. 9", oprettet="2026-11-01"),)),
            Breach("smart", "delmal", 7, "2026-11-01", "MART"),
        ),
        (
            standing(unclosed=(forlob(5, "2026-08-01", "2026-11-02"),)),
            Breach("afslutning", "forlob", 5, "2026-11-02"),
        ),
    ],
)
def test_what_is_missing_stands_open(found: Standing, breach: Breach) -> None:
    assert open_now(found) == [breach]


def test_a_reason_for_no_formode_is_enough() -> None:
    found = standing(person=PERSON._replace(formoder=()), excused=frozenset({1}))

    assert open_now(found) == []


@pytest.mark.parametrize("start", ["2026-11-21", None])
def test_a_forlob_that_has_not_begun_lacks_nothing(start: str | None) -> None:
    assert open_now(standing(Placement(forlob(1, start)), PERSON._replace(formoder=()))) == []


def test_the_oldest_come_first_and_none_crowds_out_the_others() -> None:
    many = tuple(WELL._replace(forlob=forlob(nr, f"2026-10-{nr:02}"), taet=()) for nr in range(9, 0, -1))
    goals = (Delmal(7, 1, specifikt="x", oprettet="2026-11-01"),)

    found = oldest(Standing(Caseload((PERSON,), many), frozenset(range(10)), goals), TODAY, rules())

    assert [breach.nr for breach in found if breach.measure == "taet"] == [1, 2]
    assert [breach.since for breach in found] == sorted(breach.since for breach in found)
    assert max(sum(it.measure == kind for it in found) for kind in {it.measure for it in found}) == MOST_OF_A_KIND
    assert "smart" in {breach.measure for breach in found}
