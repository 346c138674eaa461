"""The round of calls is the same, whether only those are loaded whom it may be about, or every open forløb."""

import tempfile
from datetime import timedelta
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import KEY, NOW
from vforlob.actions.ringerunde import gather_round, may_be_called, round_of
from vforlob.actions.snapshot import take_snapshot
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.samtale import Samtale
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.weeks import week_of
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.regler import our_rules
from vforlob.store.store import Store

RULES = our_rules()
TODAY = NOW.date()
BORGERE, PLACES = 7, 12


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6), st.integers(0, 2))
def test_the_round_is_what_it_would_be_had_all_been_looked_at(seed: int, ahead: int) -> None:
    week = week_of(TODAY + timedelta(weeks=ahead))
    with tempfile.TemporaryDirectory() as folder:
        create_with_raw_key(folder, KEY)
        with create_store(folder, KEY, lambda: NOW) as store:
            with store.doing("prøve"):
                _fill(store, Random(seed))
            every = store.door(Forlob).find(status="aben")

            chosen = gather_round(store, week, TODAY, RULES)

            running = {it.borger for it in every}
            assert chosen == round_of(store, [it.nr for it in every], running, week, TODAY, RULES)


def test_a_virksomhed_with_nothing_in_the_week_is_not_loaded(store: Store) -> None:
    with store.doing("prøve"):
        for nr in (1, 2):
            store.door(Borger).add(Borger(0, f"P-{nr}", oprettet="2026-11-01"))
            store.door(Virksomhed).add(Virksomhed(0, f"Sted {nr}"))
            store.door(Forlob).add(Forlob(0, nr, nr, "virksomhedspraktik", "2026-11-02", oprettet="2026-11-01"))
            store.door(Kontakt).add(Kontakt(0, nr, nr, "2026-11-18", "telefon", ("virksomhed", "borger"), "ja"))
            store.door(Plan).add(Plan(0, nr, nr, "2026-11-19" if nr == 1 else "2026-12-01"))
        store.door(Kontakt).add(Kontakt(0, 2, 2, "2026-11-19", "telefon", ("virksomhed", "borger"), "ja", "virksomhed"))
    assert _chosen(store) == (1,)
    with store.doing("prøve"):
        store.door(Aftale).add(Aftale(0, 2, 2, hvad="Prøve", hvem=("virksomhed",), frist="2026-11-22"))
    assert _chosen(store) == (1, 2)


def test_what_was_agreed_is_found_also_where_the_rules_ask_for_a_contact_long_before(store: Store) -> None:
    with store.doing("prøve"):
        store.door(Borger).add(Borger(0, "P-1", oprettet="2026-10-01"))
        store.door(Virksomhed).add(Virksomhed(0, "Sted 1"))
        store.door(Forlob).add(Forlob(0, 1, 1, "virksomhedspraktik", "2026-11-09", oprettet="2026-10-01"))
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-09", "telefon", ("virksomhed",), "ja", "virksomhed"))
        store.door(Plan).add(Plan(0, 1, 1, "2026-12-02"))
        store.door(Taet).add(Taet(0, 1, 1, "2026-11-13", "ja"))
    week = week_of(TODAY + timedelta(weeks=2))

    call = gather_round(store, week, TODAY, RULES).calls[0]

    assert [(why.art, why.dato) for why in call.forlobene[0].why] == [("aftalt", "2026-12-02")]


def _chosen(store: Store) -> tuple[int, ...]:
    going = take_snapshot(store, TODAY, RULES).linjer
    return may_be_called(store, going, week_of(TODAY), TODAY, RULES)


def _fill(store: Store, random: Random) -> None:
    for nr in range(1, BORGERE + 1):
        store.door(Borger).add(Borger(0, f"P-{nr}", oprettet=_day(random, -90, 0)))
    for nr in range(1, PLACES + 1):
        again = _day(random, -10, 25) if random.random() < 0.2 else None
        store.door(Virksomhed).add(Virksomhed(0, f"Sted {nr}", fast_tid="tirsdage kl. 9", ring_igen=again))
    for _ in range(BORGERE + 3):
        _place(store, random)
    for nr in range(1, BORGERE + 1):  # what is written before there is a forløb
        if random.random() < 0.3:
            store.door(Plan).add(Plan(0, nr, None, _day(random, -5, 20)))
    if random.random() < 0.3:
        store.door(Ferie).add(Ferie(0, None, random.randint(1, PLACES), _day(random, 0, 5), _day(random, 5, 15)))


def _place(store: Store, random: Random) -> None:
    borger, sted = random.randint(1, BORGERE), random.randint(1, PLACES)
    start = _day(random, -120, 20) if random.random() < 0.9 else None
    written = Forlob(0, borger, sted, "virksomhedspraktik", start, _day(random, -2, 90), oprettet=_day(random, -120, 0))
    if random.random() < 0.2:
        lukket = _day(random, -20, 10)
        written = written._replace(status="lukket", lukket=lukket, udfald="job", eftervaern=_day(random, -5, 90))
    nr = store.door(Forlob).add(written).nr
    med = [(), ("virksomhed",), ("borger",), ("borger", "virksomhed")]
    for _ in range(random.randint(0, 3)):
        who, naet = random.choice([None, "konsulent", "virksomhed"]), random.choice(["ja", "ja", "nej"])
        where = nr if random.random() < 0.8 else None
        dato = _day(random, -30, 4)
        store.door(Kontakt).add(Kontakt(0, borger, where, dato, "telefon", random.choice(med), naet, who))
    if random.random() < 0.6:
        deltagere = random.choice([(), ("borger", "konsulent"), ("borger", "leder")])
        agenda = random.choice(["startmode", "opfolgning", "opkald"])
        held = Samtale(0, agenda, "0" * 64, borger, nr, _day(random, -40, 0), deltagere=deltagere)
        met = held._replace(med=random.choice(med), status="faerdig", udgave=1, kladde_udgave=None)
        store.door(Samtale).add(met)
    if random.random() < 0.4:
        kilde = random.choice(["aftalt", "kontakt_senest_dage"])
        store.door(Plan).add(
            Plan(0, borger, nr, _day(random, -10, 30), form=random.choice(["besog", None]), kilde=kilde)
        )
    if random.random() < 0.3:
        hvem = random.choice([("virksomhed",), ("borger",), ("konsulent", "virksomhed")])
        frist = _day(random, -10, 25) if random.random() < 0.8 else None
        store.door(Aftale).add(
            Aftale(0, borger, nr, hvad="Prøve", hvem=hvem, frist=frist, oprettet=_day(random, -40, 0))
        )
    if random.random() < 0.2:
        store.door(Taet).add(Taet(0, borger, nr, _day(random, -30, 3), random.choice(["ja", "obs", "nej"])))


def _day(random: Random, first: int, last: int) -> str:
    return (TODAY + timedelta(days=random.randint(first, last))).isoformat()
