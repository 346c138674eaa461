"""Every figure of the overview: at its edges, and against a slow second count that only knows the sentences."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.model.linje import BorgerLinje, Linje, Snapshot
from vforlob.rules.overblik import names
from vforlob.rules.overblik.counting import counted, waited_since
from vforlob.rules.overblik.values import Overblik, as_data, from_data
from vforlob.rules.workdays import is_weekday, workdays_after
from vforlob.store.regler import our_rules

RULES = our_rules()
TODAY = date(2026, 11, 20)  # a Friday of week 47
PLAIN = Linje(12, 7, 4, "virksomhedspraktik", "aben", "2026-09-01", "2027-01-31")
PERSON = BorgerLinje(7, parathed="klar", cv="ja", henvist="2026-08-01", forste_kontakt="2026-08-04", aabne=1)


def figures(*linjer: Linje, today: date = TODAY) -> Overblik:
    return counted(Snapshot(linjer), today, RULES)


def people(*borgere: BorgerLinje, today: date = TODAY) -> Overblik:
    return counted(Snapshot((), borgere), today, RULES)


def phase(line: Linje, today: date = TODAY) -> str:
    found = figures(line, today=today)
    return next((name for name in names.PHASES if found.of(name).tal), "")


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ({"start": None}, names.PLANLAGT),
        ({"start": "2026-11-21"}, names.PLANLAGT),
        ({"start": "2026-11-20"}, names.BEGYNDELSEN),
        ({"start": "2026-10-24"}, names.BEGYNDELSEN),  # 27 days
        ({"start": "2026-10-23"}, names.SENERE),  # 28 days
        ({"slut": "2026-12-05"}, names.SENERE),  # 15 days away
        ({"slut": "2026-12-04"}, names.SLUTTER),
        ({"slut": "2026-11-01"}, names.SLUTTER),  # over, and not closed
        ({"slut": None}, names.SENERE),
        ({"start": "2026-11-16", "slut": "2026-11-27"}, names.SLUTTER),  # short: the end is what counts
        ({"status": "lukket", "lukket": "2026-11-20", "eftervaern": "2027-11-20"}, names.EFTERVAERN),
        ({"status": "lukket", "lukket": "2026-11-20", "eftervaern": "2026-11-20"}, names.EFTERVAERN),
        ({"status": "lukket", "lukket": "2026-11-20", "eftervaern": "2026-11-19"}, ""),
        ({"status": "lukket", "lukket": "2026-11-20"}, ""),
        ({"status": "lukket", "lukket": None}, ""),
        # Closed from a day that is still to come: going until then.
        ({"status": "lukket", "lukket": "2026-12-01", "slut": "2026-11-30", "eftervaern": "2027-12-01"}, names.SLUTTER),
        # Reopened: the day it was once closed says nothing.
        ({"status": "aben", "lukket": "2026-11-01", "eftervaern": "2027-11-01"}, names.SENERE),
    ],
)
def test_a_forlob_is_in_one_phase(over: dict[str, str | None], expected: str) -> None:
    assert phase(PLAIN._replace(**over)) == expected  # type: ignore[arg-type]


def test_the_first_four_weeks_end_across_a_year() -> None:
    line = PLAIN._replace(start="2026-12-10", slut=None)

    assert phase(line, date(2027, 1, 6)) == names.BEGYNDELSEN
    assert phase(line, date(2027, 1, 7)) == names.SENERE


@pytest.mark.parametrize(
    ("over", "late"),
    [
        ({"naeste": "2026-11-19"}, 1),
        ({"naeste": "2026-11-20"}, 0),
        ({"naeste": None}, 0),
        ({"naeste": "2025-12-31"}, 1),
        ({"naeste": "2026-11-19", "status": "lukket", "lukket": "2026-06-01", "eftervaern": "2027-06-01"}, 1),
        ({"naeste": "2026-11-19", "status": "lukket", "lukket": "2026-06-01"}, 0),
    ],
)
def test_a_contact_is_late_the_day_after_its_day(over: dict[str, str], late: int) -> None:
    assert figures(PLAIN._replace(**over)).of(names.FORFALDNE).tal == late  # type: ignore[arg-type]


def test_hours_are_of_those_going_and_add_up_without_dust() -> None:
    going = [PLAIN._replace(forlob=nr, ordinaer=0.1) for nr in range(10)]
    planned = PLAIN._replace(forlob=20, start="2026-12-01", ordinaer=20.0)
    done = PLAIN._replace(forlob=21, status="lukket", lukket="2026-11-01", eftervaern="2027-11-01", ordinaer=37.0)

    found = figures(*going, planned, done).of(names.LONTIMER)

    assert (found.tal, found.numre) == (1.0, tuple(range(10)))


@pytest.mark.parametrize(("taet", "count"), [("ja", 1), ("obs", 0), ("nej", 0)])
def test_closely_is_what_was_said_last(taet: str, count: int) -> None:
    assert figures(PLAIN._replace(taet=taet)).of(names.TAET).tal == count


@pytest.mark.parametrize(
    ("henvist", "waits"),
    [
        ("2026-11-12", True),  # Thursday: the fifth working day after is Thursday the 19th
        ("2026-11-13", False),  # Friday: the fifth is today
        ("2026-11-14", False),  # Saturday
        ("2026-12-01", False),  # dated ahead
        (None, False),
    ],
)
def test_she_waits_when_more_than_five_working_days_have_passed(henvist: str | None, waits: bool) -> None:
    line = PERSON._replace(henvist=henvist, forste_kontakt=None)

    assert people(line).of(names.VENTER).tal == waits


def test_who_was_reached_once_does_not_wait() -> None:
    assert people(PERSON._replace(henvist="2026-01-01", forste_kontakt="2026-11-19")).of(names.VENTER).tal == 0


def test_holidays_are_not_waited_through() -> None:
    closed = {date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 31), date(2027, 1, 1)}

    before = waited_since(date(2027, 1, 5), RULES)
    after = waited_since(date(2027, 1, 5), RULES, lambda day: is_weekday(day) and day not in closed)

    assert (before, after) == ("2026-12-28", "2026-12-22")


@pytest.mark.parametrize(
    ("over", "found"),
    [
        ({"aabne": 1}, ()),
        ({"aabne": 0}, (names.UDEN_FORLOB, names.UDEN_SKRIDT)),
        ({"aabne": 0, "naeste_skridt": "2026-11-30"}, (names.UDEN_FORLOB,)),
        ({"aabne": 0, "naeste_skridt": "2026-11-06"}, (names.UDEN_FORLOB,)),
        ({"aabne": 0, "naeste_skridt": "2026-11-05"}, (names.UDEN_FORLOB, names.UDEN_SKRIDT)),
        ({"aabne": 0, "sidst_lukket": "2026-10-01"}, (names.UDEN_FORLOB, names.MELLEM, names.UDEN_SKRIDT)),
        ({"aabne": 0, "sidst_lukket": "2026-10-01", "sidste_udfald": "job"}, ()),
        ({"aabne": 0, "sidst_lukket": "2026-10-01", "sidste_udfald": "uddannelse"}, ()),
        (
            {"aabne": 0, "sidst_lukket": "2026-10-01", "sidste_udfald": "job", "henvist": "2026-11-02"},
            (names.UDEN_FORLOB, names.MELLEM, names.UDEN_SKRIDT),
        ),
    ],
)
def test_nobody_is_lost_between_two(over: dict[str, object], found: tuple[str, ...]) -> None:
    overblik = people(PERSON._replace(**over))  # type: ignore[arg-type]

    assert tuple(it for it in (names.UDEN_FORLOB, names.MELLEM, names.UDEN_SKRIDT) if overblik.of(it).tal) == found


def test_what_it_takes_is_missing_only_for_those_who_are_not_ready() -> None:
    steps = ("klar", "taet_pa", "laengere_fra", None)
    borgere = [PERSON._replace(borger=nr, parathed=step, skal_til="nej") for nr, step in enumerate(steps, 1)]

    overblik = people(*borgere, PERSON._replace(borger=9, parathed="taet_pa", skal_til="ja"))

    assert overblik.of(names.SKAL_TIL).numre == (2, 3)
    assert overblik.of(names.UDEN_PARATHED).numre == (4,)


def test_nobody_gives_nothing_but_zeroes() -> None:
    overblik = counted(Snapshot(), TODAY, RULES)

    assert overblik.is_empty
    assert {tal.tal for tal in overblik.tal.values()} == {0}
    assert [uge.kontakter.tal for uge in overblik.uger] == [0, 0]


# --- against a second count, person by person and day by day ---------------------------------------------------------

DAYS = st.integers(-500, 500).map(lambda days: (date(2026, 11, 20) + timedelta(days=days)).isoformat())
NEAR = st.integers(-40, 40).map(lambda days: (date(2026, 11, 20) + timedelta(days=days)).isoformat())
MAYBE = st.none() | NEAR | DAYS
TODAYS = st.sampled_from(
    [date(2026, 11, 20), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3), date(2028, 2, 29), date(2026, 10, 25)]
)
LINES = st.builds(
    Linje,
    forlob=st.integers(1, 99),
    borger=st.integers(1, 50),
    virksomhed=st.just(1),
    art=st.just("virksomhedspraktik"),
    status=st.sampled_from(["aben", "lukket"]),
    start=MAYBE,
    slut=MAYBE,
    lukket=MAYBE,
    eftervaern=MAYBE,
    naeste=MAYBE,
    naeste_agenda=st.sampled_from(["opfolgning", "midtvejs", None]),
    naeste_kilde=st.sampled_from(["aftalt", "kontakt_senest_dage"]),
    sidste=MAYBE,
    sidste_borger=MAYBE,
    sidste_virksomhed=MAYBE,
    frist=MAYBE,
    aabne_aftaler=st.integers(0, 1),
    ordinaer=st.sampled_from([0.0, 0.1, 7.4, 37.0]),
    taet=st.sampled_from(["ja", "obs", "nej"]),
)
PEOPLE = st.builds(
    BorgerLinje,
    borger=st.integers(1, 99),
    parathed=st.sampled_from(["klar", "taet_pa", "laengere_fra", None]),
    skal_til=st.sampled_from(["ja", "nej"]),
    cv=st.sampled_from(["ja", "nej", None]),
    henvist=MAYBE,
    forste_kontakt=MAYBE,
    aabne=st.integers(0, 2),
    sidst_lukket=MAYBE,
    sidste_udfald=st.sampled_from(["job", "lontimer", "uddannelse", "gennemfort", "afbrudt_borger", None]),
    naeste_skridt=MAYBE,
)
SNAPSHOTS = st.builds(
    Snapshot,
    st.lists(LINES, max_size=12, unique_by=lambda it: it.forlob).map(tuple),
    st.lists(PEOPLE, max_size=12, unique_by=lambda it: it.borger).map(tuple),
)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def slowly(snapshot: Snapshot, today: date) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {name: set() for name in (*names.OF_BORGER, *names.OF_FORLOB, *names.WEEKS)}
    for line in snapshot.linjer:
        for name in slow_forlob(line, today):
            found[name].add(line.forlob)
    for person in snapshot.borgere:
        for name in slow_borger(person, today):
            found[name].add(person.borger)
    return found


def slow_forlob(line: Linje, today: date) -> set[str]:
    lukket, after = day(line.lukket), day(line.eftervaern)
    closed = line.status == "lukket" and not (lukket and lukket > today)
    if closed and not (after and after >= today):
        return set()
    found, due = set(), day(line.naeste)
    if due:
        year, week, _ = due.isocalendar()
        if due < today:
            found |= {names.FORFALDNE, names.UGE}
        elif (year, week) == today.isocalendar()[:2]:
            found.add(names.UGE)
        elif (year, week) == (today + timedelta(days=7)).isocalendar()[:2]:
            found.add(names.NAESTE_UGE)
    if closed:
        return found | {names.EFTERVAERN}
    if line.taet == "ja":
        found.add(names.TAET)
    start, slut = day(line.start), day(line.slut)
    if not start or start > today:
        return found | {names.PLANLAGT}
    if line.ordinaer > 0:
        found.add(names.LONTIMER)
    if slut and (slut - today).days <= 14:
        return found | {names.SLUTTER}
    return found | {names.BEGYNDELSEN if (today - start).days < 28 else names.SENERE}


def slow_borger(person: BorgerLinje, today: date) -> set[str]:
    found = {names.BORGERE, names.CV if person.cv == "ja" else names.UDEN_CV}
    found.add(person.parathed or names.UDEN_PARATHED)
    if person.parathed in {"taet_pa", "laengere_fra"} and person.skal_til != "ja":
        found.add(names.SKAL_TIL)
    henvist = day(person.henvist)
    if henvist and not person.forste_kontakt and workdays_after(henvist, 5) < today:
        found.add(names.VENTER)
    came_back = (person.henvist or "") > (person.sidst_lukket or "")
    if person.aabne == 0 and (person.sidste_udfald not in {"job", "lontimer", "uddannelse"} or came_back):
        found.add(names.UDEN_FORLOB)
        found |= {names.MELLEM} if person.sidst_lukket else set()
        step = day(person.naeste_skridt)
        found |= set() if step and (today - step).days <= 14 else {names.UDEN_SKRIDT}
    return found


@settings(max_examples=80, deadline=None)
@given(SNAPSHOTS, TODAYS)
def test_the_one_pass_counts_as_the_slow_one(snapshot: Snapshot, today: date) -> None:
    overblik, expected = counted(snapshot, today, RULES), slowly(snapshot, today)

    for name in (*names.OF_BORGER, *names.OF_FORLOB):
        assert set(overblik.of(name).numre) == expected[name], name
        assert name == names.LONTIMER or overblik.of(name).tal == len(expected[name])
    hours = sum(line.ordinaer for line in snapshot.linjer if line.forlob in expected[names.LONTIMER])
    assert overblik.of(names.LONTIMER).tal == pytest.approx(hours)
    assert [set(uge.kontakter.numre) for uge in overblik.uger] == [expected[names.UGE], expected[names.NAESTE_UGE]]


@settings(max_examples=30, deadline=None)
@given(SNAPSHOTS, TODAYS)
def test_every_going_forlob_is_in_exactly_one_phase(snapshot: Snapshot, today: date) -> None:
    overblik = counted(snapshot, today, RULES)

    numbers = [nr for name in names.PHASES for nr in overblik.of(name).numre]

    assert len(numbers) == len(set(numbers))


@settings(max_examples=30, deadline=None)
@given(SNAPSHOTS, TODAYS)
def test_what_is_kept_reads_back_as_it_was(snapshot: Snapshot, today: date) -> None:
    overblik = counted(snapshot, today, RULES)

    without = from_data(as_data(overblik, with_numbers=False))

    assert from_data(as_data(overblik)) == overblik
    assert {name: tal.tal for name, tal in without.tal.items()} == {name: tal.tal for name, tal in overblik.tal.items()}
    assert [uge.kontakter.tal for uge in without.uger] == [uge.kontakter.tal for uge in overblik.uger]
