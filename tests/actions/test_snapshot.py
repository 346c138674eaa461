"""The rows that overviews are counted from are always what they would be, had all of them been made again just now."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import finish, make_borger, make_case, make_samtale
from conftest import KEY, NOW
from vforlob.actions.snapshot import counted_once, take_snapshot
from vforlob.errors.place import DiskFull
from vforlob.errors.store import NothingToUndo
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.linje import BorgerLinje, Linje, Snapshot
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.rules.rulebook import RuleBook
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.rebuild import rebuild
from vforlob.store.regler import our_rules
from vforlob.store.store import Store
from vforlob.store.undo import undo_last

RULES = our_rules()
TODAY = NOW.date()
BORGERE = 3


def made_again(store: Store, today: date, rules: RuleBook = RULES) -> Snapshot:
    store.rows("DELETE FROM udregnet")
    return take_snapshot(store, today, rules)


def line(store: Store, nr: int, today: date = TODAY) -> Linje:
    return next(one for one in take_snapshot(store, today, RULES).linjer if one.forlob == nr)


def person(store: Store, nr: int, today: date = TODAY) -> BorgerLinje:
    return next(one for one in take_snapshot(store, today, RULES).borgere if one.borger == nr)


def add(store: Store, record: Any) -> Any:
    with store.doing("prøve"):
        return store.door(type(record)).add(record)


def test_what_is_written_is_in_the_next_snapshot(store: Store) -> None:
    case = make_case(store)
    assert case.forlob is not None
    before = line(store, case.forlob.nr)

    add(store, Kontakt(0, case.borger.nr, case.forlob.nr, "2026-11-19", "telefon", ("virksomhed",)))

    after = line(store, case.forlob.nr)
    assert (before.sidste, after.sidste, after.sidste_virksomhed, after.sidste_borger) == (
        *(None, "2026-11-19", "2026-11-19", None),
    )


def test_an_attempt_without_an_answer_is_no_contact(store: Store) -> None:
    case = make_case(store)
    assert case.forlob is not None

    add(store, Kontakt(0, case.borger.nr, case.forlob.nr, "2026-11-19", "telefon", ("virksomhed",), naet="nej"))

    assert line(store, case.forlob.nr).sidste is None
    assert person(store, case.borger.nr).forste_kontakt is None


def test_a_draft_counts_only_when_it_is_finished(store: Store) -> None:
    case = make_case(store)
    assert case.forlob is not None
    draft = make_samtale(store, case, dato="2026-11-18", med=("borger", "virksomhed"))
    assert line(store, case.forlob.nr).sidste is None

    finish(store, draft)

    assert line(store, case.forlob.nr).sidste == "2026-11-18"
    undo_last(store)
    assert line(store, case.forlob.nr).sidste is None


def test_what_is_dated_ahead_counts_from_its_day_on(store: Store) -> None:
    case = make_case(store)
    assert case.forlob is not None
    nr = case.forlob.nr
    add(store, Timer(0, case.borger.nr, nr, "2026-11-25", ordinaer=5))
    add(store, Taet(0, case.borger.nr, nr, "2026-11-24", "ja"))

    days = [line(store, nr, TODAY + timedelta(days=ahead)) for ahead in (0, 3, 4, 5)]

    assert [(one.taet, one.ordinaer) for one in days] == [("nej", 0), ("nej", 0), ("ja", 0), ("ja", 5)]
    assert line(store, nr, TODAY).taet == "nej", "a clock that was set back"


def test_a_closed_one_stays_as_long_as_there_is_eftervaern(store: Store) -> None:
    case = make_case(store)
    assert case.forlob is not None
    with store.doing("lukket"):
        store.door(Forlob).change(
            case.forlob.nr, status="lukket", lukket="2026-11-20", udfald="job", eftervaern="2026-11-30"
        )

    seen = [
        [one.forlob for one in take_snapshot(store, day, RULES).linjer]
        for day in (date(2026, 11, 30), date(2026, 12, 1))
    ]

    assert seen == [[case.forlob.nr], []]
    assert person(store, case.borger.nr)[9:13] == (0, "2026-11-20", "job", "2026-11-13")


def test_who_is_in_one_that_is_closed_from_a_day_to_come_is_in_it_until_then(store: Store) -> None:
    case = make_case(store)
    assert case.forlob is not None
    with store.doing("lukket"):
        store.door(Forlob).change(case.forlob.nr, status="lukket", lukket="2026-11-27", udfald="gennemfort")

    seen = [person(store, case.borger.nr, date(2026, 11, day)) for day in (20, 26, 27)]

    assert [(one.aabne, one.sidst_lukket, one.sidste_udfald) for one in seen] == [
        *[(1, None, None)] * 2,
        (0, "2026-11-27", "gennemfort"),
    ]


def test_one_that_is_closed_from_a_day_to_come_goes_on_until_then(store: Store) -> None:
    case = make_case(store)
    assert case.forlob is not None
    with store.doing("lukket"):
        store.door(Forlob).change(case.forlob.nr, status="lukket", lukket="2026-11-27", udfald="uddannelse")

    seen = [len(take_snapshot(store, date(2026, 11, day), RULES).linjer) for day in (20, 26, 27)]

    assert seen == [1, 1, 0]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), None),
        ((Aftale(0, 1, None, "møde", ("borger",), frist="2026-12-02"),), "2026-12-02"),
        ((Aftale(0, 1, None, "møde", ("borger",), oprettet="2026-11-02"),), "2026-11-02"),
        ((Aftale(0, 1, None, "møde", ("borger",), frist="2026-12-02", status="gjort"),), None),
        ((Plan(0, 1, None, "2026-12-09"),), "2026-12-09"),
        ((Plan(0, 1, None, "2026-11-10"), Kontakt(0, 1, None, "2026-11-12", med=("borger",))), None),
        ((Plan(0, 1, None, "2026-12-09"), Aftale(0, 1, None, "ring", frist="2026-12-01")), "2026-12-01"),
    ],
)
def test_the_next_step_is_the_first_of_what_is_open(store: Store, records: Iterable[Any], expected: str | None) -> None:
    borger = make_borger(store)

    for record in records:
        add(store, record)

    assert person(store, borger.nr).naeste_skridt == expected


def test_other_rules_make_every_row_again(store: Store) -> None:
    case = make_case(store)
    assert case.forlob is not None
    add(store, Kontakt(0, case.borger.nr, case.forlob.nr, "2026-11-19", med=("virksomhed",)))
    take_snapshot(store, TODAY, RULES)
    weekly = RuleBook(tuple(it._replace(value=7) if it.id == "kontakt_start_dage" else it for it in RULES.rules))

    found = take_snapshot(store, TODAY, weekly)

    assert [one.senest for one in found.linjer] == ["2026-11-26"]


def test_the_rows_are_made_again_after_the_projections(store: Store) -> None:
    make_case(store)
    before = take_snapshot(store, TODAY, RULES)
    store.rows("UPDATE linje SET start = '1999-01-01'")

    rebuild(store)

    assert take_snapshot(store, TODAY, RULES) == before


def test_who_is_gone_is_in_no_row(store: Store) -> None:
    borger = make_borger(store)
    take_snapshot(store, TODAY, RULES)
    counted_once(store, "prøve", TODAY, RULES, lambda found: str(len(found.borgere)))

    undo_last(store)

    assert store.rows("SELECT * FROM borger_linje") == []
    assert store.rows("SELECT indhold FROM udregnet WHERE indhold <> ''") == []
    assert take_snapshot(store, TODAY, RULES).borgere == ()
    assert borger.nr == 1


def test_a_result_is_made_once_until_something_is_written(store: Store) -> None:
    made: list[int] = []

    def count(found: Snapshot) -> str:
        made.append(len(found.borgere))
        return str(len(found.borgere))

    make_borger(store)
    seen = [counted_once(store, "prøve", TODAY, RULES, count) for _ in range(3)]
    make_borger(store)
    seen.append(counted_once(store, "prøve", TODAY, RULES, count))
    seen.append(counted_once(store, "prøve", TODAY + timedelta(days=1), RULES, count))

    assert seen == ["1", "1", "1", "2", "2"]
    assert made == [1, 2, 2]


def test_a_full_disk_shows_the_overview_all_the_same(store: Store) -> None:
    case = make_case(store)
    assert case.forlob is not None
    store.rows(f"PRAGMA max_page_count = {store.rows('PRAGMA page_count')[0][0]}")
    with pytest.raises(DiskFull), store.doing("for stort"):
        store.door(Aftale).add(Aftale(0, case.borger.nr, None, "x" * 2_000_000))
    store.rows("UPDATE borger SET skolegang = NULL")

    found = take_snapshot(store, TODAY, RULES)

    assert [one.forlob for one in found.linjer] == [case.forlob.nr]


DAYS = st.integers(-120, 40).map(lambda ahead: (TODAY + timedelta(days=ahead)).isoformat())
WHO = st.integers(1, BORGERE)
PARTIES = st.sampled_from([("borger",), ("virksomhed",), ("borger", "virksomhed"), ()])
SOMEWHERE = st.none() | st.integers(1, 4)


def kontakt(who: int, where: int | None, dato: str, med: tuple[str, ...], naet: str) -> Kontakt:
    return Kontakt(0, who, where, dato, "telefon", med, naet)


RECORDS = st.one_of(
    st.builds(kontakt, WHO, SOMEWHERE, DAYS, PARTIES, st.sampled_from(["ja", "nej"])),
    st.builds(
        lambda who, where, dato, med, status: Samtale(
            *(0, "opfolgning", "0" * 64, who, where, dato), med=med, status=status, udgave=int(status == "faerdig")
        ),
        *(WHO, SOMEWHERE, DAYS, PARTIES, st.sampled_from(["kladde", "faerdig"])),
    ),
    st.builds(
        lambda who, where, frist, status: Aftale(0, who, where, "x", frist=frist, status=status),
        *(WHO, SOMEWHERE, st.none() | DAYS, st.sampled_from(["aben", "gjort"])),
    ),
    st.builds(lambda who, frist: Delmal(0, who, None, "jobmal", frist=frist), WHO, DAYS),
    st.builds(lambda who, where, dato: Plan(0, who, where, dato), WHO, SOMEWHERE, DAYS),
    st.builds(
        lambda who, where, dato, svar: Taet(0, who, where, dato, svar),
        *(WHO, SOMEWHERE, DAYS, st.sampled_from(["ja", "obs", "nej"])),
    ),
    st.builds(
        lambda who, where, dato, hours: Timer(0, who, where, dato, ordinaer=hours),
        *(WHO, st.integers(1, 4), DAYS, st.floats(0, 37)),
    ),
    st.builds(lambda who, where, dato: Lonkroner(0, who, where, dato, "forhandles"), WHO, st.integers(1, 4), DAYS),
    st.builds(lambda who, start, slut: Forlob(0, who, 1, "smajob", start, slut), WHO, DAYS, DAYS),
)
STEPS = st.lists(
    st.one_of(
        RECORDS,
        st.tuples(st.just("luk"), st.integers(1, 4), DAYS, st.none() | DAYS),
        st.tuples(st.just("ret"), WHO, st.sampled_from(["klar", "taet_pa"])),
        st.just("fortryd"),
        st.just("se"),
        st.integers(0, 30),
    ),
    min_size=3,
    max_size=25,
)


def take(store: Store, step: Any, day: date) -> date:
    """The day it is afterwards."""
    if isinstance(step, int):
        return TODAY + timedelta(days=step)
    if step == "fortryd":
        try:
            undo_last(store)
        except NothingToUndo:
            return day
    elif step == "se":
        assert take_snapshot(store, day, RULES) is not None
    elif step[0] == "luk":
        close(store, *step[1:])
    elif step[0] == "ret":
        change(store, step[1], step[2])
    elif step_fits(store, step):
        add(store, step)
    return day


def step_fits(store: Store, record: Any) -> bool:
    """A record of a forløb belongs to the borger of the forløb; undoing may have taken either away."""
    if not store.door(Borger).find(nr=record.borger) or isinstance(record, Forlob):
        return isinstance(record, Forlob) and bool(store.door(Borger).find(nr=record.borger))
    return record.forlob is None or bool(store.door(Forlob).find(nr=record.forlob, borger=record.borger))


def close(store: Store, nr: int, dato: str, eftervaern: str | None) -> None:
    if store.door(Forlob).find(nr=nr):
        with store.doing("lukket"):
            store.door(Forlob).change(nr, status="lukket", lukket=dato, udfald="job", eftervaern=eftervaern)


def change(store: Store, nr: int, parathed: str) -> None:
    if store.door(Borger).find(nr=nr):
        with store.doing("ret"):
            store.door(Borger).change(nr, parathed=parathed)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_rows_kept_over_any_work_are_those_that_would_be_made_now(steps: list[Any]) -> None:
    check_kept(steps)


@pytest.mark.safety
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_rows_kept_over_much_work_are_those_that_would_be_made_now(steps: list[Any]) -> None:
    check_kept(steps)


def check_kept(steps: list[Any]) -> None:
    folder = tempfile.mkdtemp()
    try:
        create_with_raw_key(folder, KEY)
        with create_store(folder, KEY, lambda: NOW) as store:
            store.rows("PRAGMA synchronous = OFF")  # no power is cut here
            make_case(store)
            for _ in range(BORGERE - 1):
                make_borger(store)
            day = TODAY
            for step in steps:
                day = take(store, step, day)

            kept = take_snapshot(store, day, RULES)

            assert kept == take_snapshot(store, day, RULES)
            assert kept == made_again(store, day)
    finally:
        shutil.rmtree(folder)


def test_a_result_counted_while_another_window_writes_is_not_kept(
    folder: str, key: bytes, clock: Callable[[], datetime]
) -> None:
    with create_store(folder, key, clock) as store:
        make_borger(store)

        def count(found: Snapshot) -> str:
            make_borger(store)
            return str(len(found.borgere))

        first = counted_once(store, "prøve", TODAY, RULES, count)
        second = counted_once(store, "prøve", TODAY, RULES, lambda found: str(len(found.borgere)))

    assert (first, second) == ("1", "2")
