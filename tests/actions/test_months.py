"""The figures of a month are kept when it has ended, corrected while it is young, and nobody's to take back."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from building import finish, make_borger, make_case, make_samtale
from running import run
from vforlob.actions.months import MOST, keep_months
from vforlob.errors.store import NothingToUndo
from vforlob.model.accounts import Maltal, Maned, Statistik
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt
from vforlob.model.timer import Timer
from vforlob.store.chain import redact, verify
from vforlob.store.open import create_store, has_dated_back, has_month, open_store
from vforlob.store.rebuild import differences
from vforlob.store.store import Store
from vforlob.store.undo import last_done, undo_last

ZONE = ZoneInfo("Europe/Copenhagen")


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = at("2026-11-20")

    def __call__(self) -> datetime:
        return self.now


def at(day: str, kl: str = "09:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{kl}").replace(tzinfo=ZONE)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def later(folder: str, key: bytes, hands: Hands) -> Iterator[Callable[[str], Store]]:
    """The store as it is opened on another day."""
    opened = [create_store(folder, key, hands)]

    def on(day: str) -> Store:
        hands.now = at(day)
        return opened[0]

    yield on
    opened[0].close()


def kept(store: Store, maned: str) -> dict[str, tuple[float, float]]:
    return {row.navn: (row.tal, row.rettelse) for row in store.door(Maned).find(maned=maned)}


def months(store: Store) -> list[str]:
    return sorted({row.maned for row in store.door(Maned).find()})


def own(case: Case) -> Forlob:
    assert case.forlob is not None
    return case.forlob


def add(store: Store, record: Any) -> None:
    with store.doing("test"):
        store.door(type(record)).add(record)


def test_nothing_is_kept_before_a_month_has_ended(later: Callable[[str], Store]) -> None:
    store = later("2026-11-20")
    assert has_month(store)
    make_case(store)

    keep_months(later("2026-11-30"))

    assert months(store) == []
    assert has_month(store)
    assert not has_month(later("2026-12-01"))


def test_the_first_time_after_the_end_all_figures_are_kept_as_one_thing(later: Callable[[str], Store]) -> None:
    make_case(later("2026-11-20"), borger={"parathed": "klar", "cv": "ja"})

    store = later("2026-12-01")
    keep_months(store)

    found = kept(store, "2026-11")
    assert has_month(store)
    assert {name: found[name] for name in ("borgere", "klar", "cv", "igang", "fastholdt", "startet")} == {
        "borgere": (1, 0),
        "klar": (1, 0),
        "cv": (1, 0),
        "igang": (1, 0),
        "fastholdt": (0, 0),
        "startet": (1, 0),
    }
    assert len(store.rows("SELECT DISTINCT gruppe FROM haendelse WHERE emne = 'maned'")) == 1
    assert (differences(store), verify(store).breaks) == ([], ())


def test_the_second_time_writes_nothing(later: Callable[[str], Store]) -> None:
    make_case(later("2026-11-20"))
    store = later("2026-12-01")
    keep_months(store)
    events = store.rows("SELECT count(*) FROM haendelse")

    keep_months(store)
    keep_months(later("2026-12-24"))

    assert store.rows("SELECT count(*) FROM haendelse") == events


def test_months_that_were_missed_stand_as_they_were_at_the_end_of_each(later: Callable[[str], Store]) -> None:
    forlob = own(make_case(later("2026-11-20")))
    with later("2026-12-15").doing("borger ret"):
        later("2026-12-15").door(Borger).change(forlob.borger, parathed="klar", cv="ja")
    add(later("2026-12-15"), Timer(0, forlob.borger, forlob.nr, "2026-12-10", praktik=10, ordinaer=2.5))
    with later("2027-01-20").doing("forløb lukket"):
        later("2027-01-20").door(Forlob).change(forlob.nr, status="lukket", lukket="2027-01-20", udfald="job")

    store = later("2027-02-03")
    keep_months(store)

    wanted = ("igang", "fastholdt", "klar", "taet_pa", "cv", "lontimer")
    assert {maned: [kept(store, maned)[name][0] for name in wanted] for maned in months(store)} == {
        "2026-11": [1, 0, 0, 1, 0, 0],
        "2026-12": [1, 1, 1, 0, 1, 2.5],
        "2027-01": [0, 0, 1, 0, 1, 0],
    }


def test_a_change_dated_back_is_a_correction_beside_the_figure(later: Callable[[str], Store]) -> None:
    forlob = own(make_case(later("2026-11-20")))
    keep_months(later("2026-12-01"))
    store = later("2026-12-03")
    assert kept(store, "2026-11")["opfolgning"] == (0, 0)

    add(store, Kontakt(0, forlob.borger, forlob.nr, "2026-11-25", "telefon", ("virksomhed",)))
    keep_months(store)

    assert kept(store, "2026-11")["opfolgning"] == (0, 1)
    undo_last(store)
    keep_months(store)
    assert kept(store, "2026-11")["opfolgning"] == (0, 0)
    assert differences(store) == []


@pytest.mark.parametrize(("day", "correction"), [("2027-02-28", 1), ("2027-03-01", 0)])
def test_after_90_days_a_month_stands_as_it_is(later: Callable[[str], Store], day: str, correction: int) -> None:
    forlob = own(make_case(later("2026-11-20")))
    keep_months(later("2026-12-01"))

    add(later(day), Kontakt(0, forlob.borger, forlob.nr, "2026-11-25", "telefon", ("virksomhed",)))
    keep_months(later(day))

    assert kept(later(day), "2026-11")["opfolgning"] == (0, correction)


def test_a_forlob_that_is_opened_again_is_going_in_the_month_it_was_closed(later: Callable[[str], Store]) -> None:
    forlob = own(make_case(later("2026-11-20")))
    with later("2026-11-27").doing("forløb lukket"):
        later("2026-11-27").door(Forlob).change(forlob.nr, status="lukket", lukket="2026-11-27", udfald="job")
        later("2026-11-27").door(Statistik).add(Statistik(0, "2026-11", udfald="job"))
    undone = later("2026-12-02")
    keep_months(undone)
    assert (kept(undone, "2026-11")["igang"], kept(undone, "2026-11")["lukket"]) == ((0, 0), (1, 0))

    undo_last(undone)
    keep_months(undone)

    found = kept(undone, "2026-11")
    assert (found["igang"], found["lukket"], found["udfald:job"]) == ((0, 1), (1, -1), (1, -1))


def test_the_figures_stand_when_a_person_is_deleted_for_good(later: Callable[[str], Store]) -> None:
    forlob = own(make_case(later("2026-11-20")))
    make_borger(later("2026-11-20"))
    keep_months(later("2026-12-01"))
    store = later("2026-12-05")
    before = {name: sum(figure) for name, figure in kept(store, "2026-11").items()}

    erase(store, forlob.borger)
    keep_months(store)
    make_borger(store, oprettet="2026-11-30")
    keep_months(store)

    after = {name: sum(figure) for name, figure in kept(store, "2026-11").items()}
    assert {name: after[name] for name in ("igang", "startet", "opfolgning")} == {
        name: before[name] for name in ("igang", "startet", "opfolgning")
    }
    assert (before["borgere"], after["borgere"]) == (2, 3)


def erase(store: Store, borger: int) -> None:
    """As a deletion does: the rows go and what the events held is emptied."""
    numbers = [row[0] for row in store.rows("SELECT nr FROM haendelse WHERE sted = ?", (f"b{borger}",))]
    store.rows("BEGIN IMMEDIATE")
    redact(store, numbers)
    store.rows("PRAGMA defer_foreign_keys = ON")
    store.rows("DELETE FROM clearance")
    for table in ("hensyn", "opgave", "timer", "plan", "aftale", "forlob"):
        store.rows(f"DELETE FROM {table} WHERE borger = ?", (borger,))
    store.rows("DELETE FROM borger WHERE nr = ?", (borger,))
    store.rows("COMMIT")


def test_it_is_never_the_last_thing_done(later: Callable[[str], Store]) -> None:
    make_borger(later("2026-11-20"))
    store = later("2026-12-01")
    keep_months(store)

    assert last_done(store)[0] == "borger ny"
    undo_last(store)
    with pytest.raises(NothingToUndo):
        last_done(store)
    assert months(store) == ["2026-11"]


def test_two_windows_keep_a_month_once(later: Callable[[str], Store], folder: str, key: bytes, hands: Hands) -> None:
    make_case(later("2026-11-20"))
    store = later("2026-12-01")
    with open_store(folder, key, hands) as other:
        keep_months(other)
        keep_months(store)

    assert len(kept(store, "2026-11")) == len(store.door(Maned).find(maned="2026-11"))


def test_a_window_that_has_counted_meanwhile_does_not_count_twice(
    later: Callable[[str], Store], folder: str, key: bytes, hands: Hands
) -> None:
    make_case(later("2026-11-20"))
    slow = later("2026-12-01")
    doing = slow.doing

    def first_the_other(art: str) -> Any:
        with open_store(folder, key, hands) as other:
            keep_months(other)
        return doing(art)

    slow.doing = first_the_other  # type: ignore[method-assign, assignment]
    keep_months(slow)

    assert len(kept(slow, "2026-11")) == len(slow.door(Maned).find(maned="2026-11"))


def test_a_clock_that_runs_years_ahead_does_not_fill_the_database(later: Callable[[str], Store]) -> None:
    make_borger(later("2026-11-20"))

    keep_months(later("2096-01-01"))

    assert len(months(later("2096-01-01"))) == MOST


def test_the_end_of_the_month_is_that_of_the_clock_on_the_wall(later: Callable[[str], Store], hands: Hands) -> None:
    case = make_case(later("2026-11-20"))
    store = later("2026-11-30")
    hands.now = at("2026-12-01", "00:30")  # still November in UTC
    with store.doing("borger ret"):
        store.door(Borger).change(case.borger.nr, parathed="klar")

    keep_months(store)

    assert (kept(store, "2026-11")["klar"], kept(store, "2026-11")["taet_pa"]) == ((0, 0), (1, 0))


# Targets and delmål.


WHOLE = {"specifikt": "møde", "malbart": "dage", "attraktivt": "ro", "realistisk": "bussen", "frist": "2026-12-15"}


def test_the_first_month_is_that_of_the_clock_on_the_wall(later: Callable[[str], Store], hands: Hands) -> None:
    store = later("2026-12-31")
    hands.now = at("2027-01-01", "00:30")  # still December by UTC
    make_borger(store)

    keep_months(later("2027-02-01"))

    assert months(store) == ["2027-01"]


def test_a_delmal_is_whole_and_settled_from_the_day_it_was(later: Callable[[str], Store]) -> None:
    borger = make_borger(later("2026-10-05"))
    add(later("2026-10-06"), Delmal(0, borger.nr, specifikt="møde", oprettet="2026-10-06"))
    store = later("2026-11-10")
    with store.doing("delmål ret"):
        store.door(Delmal).change(1, **WHOLE)
    with later("2027-01-04").doing("delmål ret"):
        store.door(Delmal).change(1, status="naet", status_dato="2026-12-20")

    keep_months(later("2027-01-05"))

    assert {maned: [kept(store, maned)[name][0] for name in ("delmal", "delmal_hele")] for maned in months(store)} == {
        "2026-10": [1, 0],
        "2026-11": [1, 1],
        "2026-12": [0, 0],
    }


def test_an_own_target_is_counted_at_the_end_of_its_month_and_stands(later: Callable[[str], Store]) -> None:
    make_case(later("2026-11-20"), borger={"parathed": "klar"})
    add(later("2026-11-20"), Maltal(0, "2026-11", "Klar nu", 3, "parathed = klar"))
    add(later("2026-11-20"), Maltal(0, "2026-12", "Klar nu", 3, "parathed = klar"))
    store = later("2026-12-02")
    keep_months(store)
    with store.doing("måltal ret"):
        store.door(Maltal).change(2, filter="parathed = tæt på")
        store.door(Borger).change(1, parathed="taet_pa")
    keep_months(store)
    keep_months(later("2027-01-04"))

    assert kept(store, "2026-11")["eget:Klar nu:parathed = klar"] == (1, 0)
    assert kept(store, "2026-12")["eget:Klar nu:parathed = tæt på"] == (1, 0)
    assert differences(store) == []


def test_a_filter_that_is_taken_back_after_the_month_changes_nothing_in_it(later: Callable[[str], Store]) -> None:
    make_case(later("2026-11-20"), borger={"parathed": "klar"})
    add(later("2026-11-20"), Maltal(0, "2026-11", "Klar nu", 3, "parathed = klar"))
    store = later("2026-11-30")
    with store.doing("måltal ret"):
        store.door(Maltal).change(1, filter="parathed = tæt på")
    keep_months(later("2026-12-01"))
    before = kept(store, "2026-11")

    undo_last(store)
    keep_months(store)

    assert kept(store, "2026-11") == before
    assert before["eget:Klar nu:parathed = tæt på"] == (0, 0)


# The program itself.


def test_the_first_run_of_a_month_keeps_the_last_one(store: Store, folder: str) -> None:
    make_case(store)

    ran = run("i-dag", "--json", folder=folder, env={"VFORLOB_NU": "2026-12-01T08:00"})

    assert ran.code == 0
    assert json.loads(ran.out)["dato"] == "2026-12-01"
    assert months(store) == ["2026-11"]


def test_a_command_that_dates_back_corrects_the_month_at_once(store: Store, folder: str) -> None:
    case = make_case(store)
    december = {"VFORLOB_NU": "2026-12-02T08:00"}
    run("liste", folder=folder, env=december)
    finish(store, make_samtale(store, case, dato="2026-11-26"))

    changed = run(
        "borger", "ret", "b1", "--svar", "-", folder=folder, stdin='malgruppe = "aktivitetsparat"\n', env=december
    )

    assert changed.code == 0, changed.err
    assert kept(store, "2026-11")["opfolgning"] == (0, 1)


def test_fortryd_takes_back_what_she_did_and_not_the_figures(store: Store, folder: str) -> None:
    make_case(store)
    december = {"VFORLOB_NU": "2026-12-02T08:00"}
    run("liste", folder=folder, env=december)

    assert '"fortrudt": "forlob ny"' in run("fortryd", "--json", folder=folder, env=december).out


def test_a_full_disk_does_not_keep_her_from_her_list(store: Store, folder: str) -> None:
    resource = pytest.importorskip("resource", reason="only POSIX can limit the size of files")
    make_case(store)
    assert run("liste", folder=folder).code == 0
    store.checkpoint()
    december = {"VFORLOB_NU": "2026-12-01T08:00"}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        ran = run("liste", folder=folder, env=december)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert (ran.code, "Ørbæk" in ran.out) == (0, True), ran.err
    assert months(store) == []
    run("liste", folder=folder, env=december)
    assert months(store) == ["2026-11"]


def test_when_nothing_has_to_be_done_it_is_one_question_to_the_database(store: Store) -> None:
    make_case(store)
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)

    assert has_month(store)

    store.connection.set_trace_callback(None)
    assert len(asked) == 1


FEBRUARY = "2027-02-10"


@pytest.mark.parametrize(
    ("record", "dated_back"),
    [
        (Kontakt(0, 1, 1, FEBRUARY), False),
        (Kontakt(0, 1, 1, "2027-01-31"), True),
        (Timer(0, 1, 1, "2027-02-01", ordinaer=2), False),
        (Timer(0, 1, 1, "2027-01-31", ordinaer=2), True),
        (Statistik(0, "2027-02"), False),
        (Statistik(0, "2027-01"), True),
        (Borger(0, "C-3", oprettet=FEBRUARY), False),
        (Borger(0, "C-3", oprettet=FEBRUARY, cv="ja", cv_opdateret="2027-01-15"), True),
        (Forlob(0, 1, 1, "smajob", "2027-03-01", oprettet=FEBRUARY), False),
        (Forlob(0, 1, 1, "smajob", "2027-01-04", oprettet=FEBRUARY), True),
        (Delmal(0, 1, specifikt="møde kl. 9", oprettet=FEBRUARY), False),
        (Delmal(0, 1, specifikt="møde kl. 9", oprettet=FEBRUARY, status="naet", status_dato="2027-01-31"), True),
        (Aftale(0, 1, 1, "ringe", frist="2027-01-04", oprettet="2027-01-04"), False),
    ],
)
def test_only_what_may_belong_to_an_ended_month_is_counted_again(
    later: Callable[[str], Store], folder: str, key: bytes, hands: Hands, record: Any, dated_back: bool
) -> None:
    make_case(later("2026-11-20"))
    later(FEBRUARY)
    with open_store(folder, key, hands) as store:
        assert not has_dated_back(store)
        add(store, record)

        assert has_dated_back(store) is dated_back


@pytest.mark.parametrize(("dato", "dated_back"), [("2027-02-01", False), ("2027-01-31", True)])
def test_a_samtale_counts_by_its_own_day(
    later: Callable[[str], Store], folder: str, key: bytes, hands: Hands, dato: str, dated_back: bool
) -> None:
    case = make_case(later("2026-11-20"))
    later(FEBRUARY)
    with open_store(folder, key, hands) as store:
        finish(store, make_samtale(store, case, dato=dato))

        assert has_dated_back(store) is dated_back


@pytest.mark.parametrize("change", [{"praktik": 3}, {}])
def test_a_change_and_a_removal_are_counted_again(
    later: Callable[[str], Store], folder: str, key: bytes, hands: Hands, change: dict[str, float]
) -> None:
    make_case(later("2026-11-20"))
    later(FEBRUARY)
    with open_store(folder, key, hands) as store:
        with store.doing("timer ret"):
            if change:
                store.door(Timer).change(1, **change)
            else:
                store.door(Timer).remove(1)

        assert has_dated_back(store)
