"""What targets count now, from the rows of the overview, is what the month would count if it ended today."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import make_borger
from running import KEY
from vforlob.actions.snapshot import take_snapshot
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.maltal_standing import Standing, built_in, standing_now, standing_on
from vforlob.rules.manedstal import figures_on
from vforlob.rules.rulebook import RuleBook
from vforlob.store.months import dated_caseload
from vforlob.store.open import create_store
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

ZONE = ZoneInfo("Europe/Copenhagen")
ARTS = ("virksomhedspraktik", "kombination", "fleksjob", "lontilskud")


def day(today: date, offset: int) -> str:
    return (today + timedelta(days=offset)).isoformat()


def add(store: Store, record: Any) -> None:
    with store.doing("test"):
        store.door(type(record)).add(record)


def in_order(standing: Standing) -> tuple[list[Any], list[Any]]:
    return sorted(standing.known), sorted(standing.going, key=repr)


def agrees(store: Store, today: date, rules: RuleBook) -> None:
    caseload = dated_caseload(store, today.replace(day=1).isoformat(), today.isoformat())
    now = standing_now(take_snapshot(store, today, rules), today)

    assert in_order(now) == in_order(standing_on(caseload, today, rules))
    counted = built_in(now, today, rules)
    figures = figures_on(caseload, today.isoformat(), rules)
    assert counted == pytest.approx({name: figures[name] for name in counted})


def opened(folder: Path, today: date) -> Store:
    folder.mkdir(mode=0o700)
    from vforlob.store.key import create_with_raw_key

    create_with_raw_key(str(folder), KEY)
    return create_store(str(folder), KEY, lambda: datetime(today.year, today.month, today.day, 12, tzinfo=ZONE))


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "data", date(2026, 11, 20)) as store:
        yield store


def test_every_kind_of_record_is_counted_alike(played: Store) -> None:
    today, rules = date(2026, 11, 20), load_rulebook(played.folder)
    borger = make_borger(played, parathed="klar", malgruppe="aktivitetsparat", skal_til="en plads", cv="ja")
    add(played, Virksomhed(0, "Lageret"))
    add(played, Forlob(0, borger.nr, 1, "kombination", day(today, -40)))
    add(played, Kontakt(0, borger.nr, 1, day(today, -20), "telefon", ("virksomhed",)))
    add(played, Timer(0, borger.nr, 1, day(today, -10), ordinaer=2.5))
    add(played, Timer(0, borger.nr, 1, day(today, 3), ordinaer=9.0))
    add(played, Lonkroner(0, borger.nr, 1, day(today, -5), "italesat"))
    add(played, Taet(0, borger.nr, 1, day(today, -4), "ja"))

    agrees(played, today, rules)
    (going,) = standing_now(take_snapshot(played, today, rules), today).going
    assert (going.uge, going.ordinaer, going.taet, going.lonkroner, going.opfolgning) == (
        6,
        2.5,
        "ja",
        "italesat",
        "nej",
    )


@pytest.mark.parametrize("today", [date(2026, 10, 25), date(2027, 1, 1), date(2028, 2, 29), date(2027, 3, 28)])
def test_what_is_closed_ahead_of_its_day_is_going_until_then(tmp_path: Path, today: date) -> None:
    with opened(tmp_path / "data", today) as store:
        rules = load_rulebook(store.folder)
        borger = make_borger(store, oprettet=day(today, -90))
        add(store, Virksomhed(0, "Lageret"))
        for closed in (-1, 0, 1):
            over = Forlob(0, borger.nr, 1, "lontilskud", day(today, -60), status="lukket", udfald="gennemfort")
            add(store, over._replace(lukket=day(today, closed)))

        agrees(store, today, rules)
        assert len(standing_now(take_snapshot(store, today, rules), today).going) == 1


OFFSETS = st.integers(-70, 8)
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["klar", "taet_pa", "laengere_fra", None]),
        st.sampled_from(["ja", "nej", None]),
        st.sampled_from(["sygedagpenge", None]),
        st.sampled_from(["", "en plads", None]),
    ),
    min_size=1,
    max_size=3,
)
PLACEMENTS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(ARTS),
        st.none() | OFFSETS,
        st.none() | st.integers(-60, 6),
        st.none() | st.integers(1, 60),
    ),
    max_size=4,
)
THINGS = st.lists(
    st.tuples(
        st.sampled_from(["kontakt", "samtale", "timer", "lonkroner", "taet"]),
        st.integers(0, 3),
        OFFSETS,
        st.integers(0, 3),
    ),
    max_size=12,
)


@pytest.mark.safety
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([date(2026, 11, 20), date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29), date(2026, 10, 25)]),
    PEOPLE,
    PLACEMENTS,
    THINGS,
)
def test_now_is_what_the_month_would_count_if_it_ended_today(
    tmp_path_factory: pytest.TempPathFactory, today: date, people: list[Any], placements: list[Any], things: list[Any]
) -> None:
    with opened(tmp_path_factory.mktemp("standing") / "data", today) as store:
        rules = load_rulebook(store.folder)
        for parathed, cv, group, needs in people:
            make_borger(store, parathed=parathed, cv=cv, malgruppe=group, skal_til=needs, oprettet=day(today, -90))
        with store.doing("test"):
            store.door(Virksomhed).add(Virksomhed(0, "Lageret"))
            owners = [_placed(store, today, people, one) for one in placements]
            for kind, which, offset, value in things:
                if owners:
                    forlob, borger = owners[which % len(owners)]
                    store.door(type(_thing(kind, borger, forlob, day(today, offset), value))).add(
                        _thing(kind, borger, forlob, day(today, offset), value)
                    )

        agrees(store, today, rules)


def _placed(store: Store, today: date, people: list[Any], one: Any) -> tuple[int, int]:
    who, art, start, closed, interval = one
    borger = who % len(people) + 1
    forlob = Forlob(0, borger, 1, art, None if start is None else day(today, start), interval=interval)
    if closed is not None:
        forlob = forlob._replace(status="lukket", lukket=day(today, closed), udfald="job")
    return store.door(Forlob).add(forlob).nr, borger


def _thing(kind: str, borger: int, forlob: int, dato: str, value: int) -> Any:
    if kind == "kontakt":
        return Kontakt(0, borger, forlob, dato, "telefon", ("virksomhed",), naet="nej" if value == 0 else "ja")
    if kind == "samtale":
        status = "kladde" if value == 0 else "faerdig"
        return Samtale(0, "opfolgning", "0" * 64, borger, forlob, dato, deltagere=("borger",), status=status, udgave=1)
    if kind == "timer":
        return Timer(
            0, borger, forlob, dato, art="mal" if value == 0 else "aftalt", ordinaer=None if value == 1 else 2.5 * value
        )
    if kind == "lonkroner":
        return Lonkroner(0, borger, forlob, dato, ("ikke_italesat", "italesat", "afvist", "aftalt")[value])
    return Taet(0, borger, None if value == 0 else forlob, dato, ("ja", "obs", "nej", "ja")[value])


def test_a_borger_written_down_later_the_same_day_is_on_the_list(played: Store) -> None:
    make_borger(played, oprettet="2026-11-20")
    add(played, Borger(0, "X-9", oprettet="2026-11-21"))

    agrees(played, date(2026, 11, 20), load_rulebook(played.folder))
    assert (
        len(
            standing_now(
                take_snapshot(played, date(2026, 11, 20), load_rulebook(played.folder)), date(2026, 11, 20)
            ).known
        )
        == 1
    )
