"""The facts of many forløb, loaded at once, are the cases loaded one by one, with the answers that rules read."""

import pytest

from building import finish, make_borger, make_case, make_samtale, make_virksomhed
from vforlob.errors.records import RecordNotFound
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Fravaer, Kontakt, Taet
from vforlob.store.case import load_case
from vforlob.store.facts import NEWEST, facts_of_borger, load_facts
from vforlob.store.store import Store

SCORE, TEXT = Key("hvordan_gar_det", "borger"), Key("hvordan_gar_det", "borger_tekst")


def test_the_cases_are_those_loaded_one_by_one(store: Store) -> None:
    numbers = [_forlob(make_case(store)) for _ in range(3)]
    numbers.append(_second_forlob(store, 1))
    with store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, 1, None, "2026-10-01", "telefon", ("borger",)))
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-10", "sms", ("borger", "virksomhed"), "nej"))
        store.door(Aftale).add(Aftale(0, 1, None, "fra før"))
    finish(store, make_samtale(store, load_case(store, forlob=2)))

    found = load_facts(store, numbers)

    assert [it.case for it in found] == [load_case(store, forlob=nr) for nr in numbers]


def test_they_stand_in_the_order_asked_for(store: Store) -> None:
    for _ in range(3):
        make_case(store)

    found = load_facts(store, [3, 1, 2, 1])

    assert [_forlob(it.case) for it in found] == [3, 1, 2, 1]
    assert load_facts(store, []) == ()


def test_a_forlob_that_is_not_there_is_named(store: Store) -> None:
    make_case(store)

    with pytest.raises(RecordNotFound):
        load_facts(store, [1, 9])


def test_absence_follows_its_forlob(store: Store) -> None:
    make_case(store)
    make_case(store)
    with store.doing("fravær ny"):
        store.door(Fravaer).add(Fravaer(0, 2, 2, "2026-11-10", "syg"))
        store.door(Fravaer).add(Fravaer(0, 1, 1, "2026-11-09", "udeblevet"))

    first, second = load_facts(store, [1, 2])

    assert ([it.art for it in first.fravaer], [it.art for it in second.fravaer]) == (["udeblevet"], ["syg"])


def test_only_the_newest_version_of_what_rules_read_is_said(store: Store) -> None:
    case = make_case(store)
    corrected = finish(store, make_samtale(store, case, answers={SCORE: 2, TEXT: "svært"}))
    with store.doing("samtale ret"):
        store.door(type(corrected)).change(corrected.nr, kladde_udgave=2)
    _answer(store, corrected.nr, 2, 4)
    draft_of_correction = load_facts(store, [1])[0].said
    finish(store, corrected._replace(kladde_udgave=2), "talte forkert")
    make_samtale(store, case, answers={SCORE: 1})

    said = load_facts(store, [1])[0].said

    assert draft_of_correction == {1: {SCORE: 2}}
    assert said == {1: {SCORE: 4}}


def test_the_oldest_samtaler_are_left_out(store: Store) -> None:
    case = make_case(store)
    days = [f"2026-11-{day:02}" for day in range(10, 12 + NEWEST)]
    for day in reversed(days):
        finish(store, make_samtale(store, case, answers={SCORE: 3}, dato=day))
    make_samtale(store, case, "startmode", {Key("forventning", "borger"): "ja"})

    said = load_facts(store, [1])[0].said

    assert sorted(said) == list(range(1, NEWEST + 1))


def test_the_others_at_the_same_virksomhed_are_counted(store: Store) -> None:
    for alias in ("B-1", "B-2", "B-3", "B-4"):
        make_case(store, borger={"alias": alias})
    with store.doing("forløb ret"):
        for nr in (2, 3, 4):
            store.door(Forlob).change(nr, virksomhed=1)
        store.door(Forlob).change(4, status="lukket", lukket="2026-11-10")
        store.door(Taet).add(Taet(0, 2, 2, "2026-11-05", "ja", "a", "b"))
        store.door(Taet).add(Taet(0, 3, None, "2026-11-05", "ja", "a", "b"))
        store.door(Taet).add(Taet(0, 3, 3, "2026-11-09", "nej"))

    first, second = load_facts(store, [1, 2])

    assert (first.others_here, first.close_here) == (2, 1)
    assert (second.others_here, second.close_here) == (2, 0)


def test_the_other_forlob_of_the_borger_come_along(store: Store) -> None:
    make_case(store)
    second = _second_forlob(store, 1)

    first, other = load_facts(store, [1, second])

    assert [it.nr for it in first.other_forlob] == [second]
    assert [it.nr for it in other.other_forlob] == [1]


def test_a_borger_without_a_forlob_has_facts_too(store: Store) -> None:
    borger = make_borger(store)
    formode = make_samtale(
        store, load_case(store, borger=borger.nr), "formode", {Key("erfaringer", "sted", 1): "lager"}
    )
    finish(store, formode)

    found = facts_of_borger(store, borger.nr)

    assert found.case == load_case(store, borger=borger.nr)
    assert found.said == {formode.nr: {Key("erfaringer", "sted", 1): "lager"}}


def _answer(store: Store, samtale: int, udgave: int, score: int) -> None:
    from vforlob.store.answers import save_answers  # one test

    save_answers(store, samtale, udgave, {SCORE: score})


def _forlob(case) -> int:  # type: ignore[no-untyped-def]
    assert case.forlob is not None
    return int(case.forlob.nr)


def _second_forlob(store: Store, borger: int) -> int:
    virksomhed = make_virksomhed(store)
    with store.doing("forløb ny"):
        return store.door(Forlob).add(Forlob(0, borger, virksomhed.nr, "lontilskud", "2026-12-01")).nr
