"""The demo: a whole made-up caseload, built by the program's own actions, dated around whatever day it is."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from running import KEY
from vforlob.actions.demo import Clock, build_demo, shown_forlob
from vforlob.actions.demo_files import FOLDER, dated, demo_sections, workday
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Taet
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.cpr import find_cpr
from vforlob.store.chain import verify
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.rebuild import differences
from vforlob.store.store import Store

TEXTS = "".join(path.read_text("utf-8") for path in sorted(Path(FOLDER).glob("*.txt")))


NOW = datetime.fromisoformat("2026-11-20T13:00+01:00")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Only looked at, and so built once."""
    folder = tmp_path_factory.mktemp("demo") / "vforlob"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    clock = Clock(lambda: NOW)
    with create_store(str(folder), KEY, clock) as store:
        build_demo(store, clock, NOW.date())
        yield store


def test_it_is_a_whole_caseload(built: Store) -> None:
    samtaler = built.door(Samtale).find()

    assert len(built.door(Borger).find()) == 9
    assert len(built.door(Virksomhed).find()) == 10
    assert len(built.door(Forlob).find()) == 11
    assert {forlob.status for forlob in built.door(Forlob).find()} == {"aben", "lukket"}
    assert {samtale.agenda for samtale in samtaler} == {
        *("formode", "startmode", "opfolgning", "midtvejs", "afslutning", "eftervaern")
    }
    assert [samtale.status for samtale in samtaler].count("kladde") == 1
    assert len(samtaler) > 15
    assert built.door(Aftale).find(status="aben")
    assert built.door(Delmal).find()
    assert built.door(Timer).find()
    assert [taet.svar for taet in built.door(Taet).find()] == ["ja"]


def test_the_forlob_it_shows_is_followed_closely_and_has_begun(built: Store) -> None:
    shown = built.door(Forlob).get(shown_forlob(built) or 0)

    assert built.door(Taet).find(forlob=shown.nr)
    assert built.door(Samtale).find(forlob=shown.nr, agenda="startmode", status="faerdig")


def test_what_was_built_is_consistent(built: Store) -> None:
    assert differences(built) == []
    assert verify(built).breaks == ()


def test_its_events_lie_in_the_past_and_in_order(built: Store) -> None:
    times = [row[0] for row in built.rows("SELECT tid_utc FROM haendelse ORDER BY nr")]

    assert times == sorted(times)
    assert datetime.fromisoformat(times[-1]).date() <= NOW.date()
    assert datetime.fromisoformat(times[0]).date() < NOW.date() - timedelta(days=200)


@pytest.mark.parametrize("offset", [1, *(pytest.param(days, marks=pytest.mark.safety) for days in (2, 3, 41, 103))])
def test_it_can_be_built_on_any_day(folder: str, key: bytes, now: datetime, offset: int) -> None:
    moment = now + timedelta(days=offset)
    clock: Callable[[], datetime] = Clock(lambda: moment)

    with create_store(folder, key, clock) as store:
        build_demo(store, Clock(lambda: moment), moment.date())

        assert shown_forlob(store) is not None


def test_nothing_in_it_looks_like_a_real_person() -> None:
    assert not find_cpr(TEXTS)
    assert "cvr" not in TEXTS
    assert set(re.findall(r'telefon = "([^"]+)"', TEXTS)) - {"telefon"} <= {f"54 00 00 0{n}" for n in range(1, 10)}


def test_the_sections_come_in_the_order_they_happened() -> None:
    days = [section.day for section in demo_sections(date(2026, 11, 20))]

    assert days == sorted(days)
    assert days[-1] <= date(2026, 11, 20)


@pytest.mark.parametrize(
    ("today", "offset", "day"),
    [
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-21", 0, "2026-11-21"),
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-20", 2, "2026-11-23"),
        ("2026-11-20", -5, "2026-11-13"),
        ("2026-11-20", -6, "2026-11-13"),
        ("2026-11-20", -7, "2026-11-13"),
    ],
)
def test_days_keep_off_the_weekend(today: str, offset: int, day: str) -> None:
    assert workday(date.fromisoformat(today), offset).isoformat() == day


def test_only_offsets_become_dates() -> None:
    text = 'frist = {-7}, nr = {hensyn 1}, { hvad = "x" }, {borger}'

    assert dated(text, date(2026, 11, 20)) == 'frist = 2026-11-13, nr = {hensyn 1}, { hvad = "x" }, {borger}'
