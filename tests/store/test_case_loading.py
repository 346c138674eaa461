"""A case holds what belongs to it and nothing else, now and as it stood when a samtale was finished."""

from typing import Any

import pytest

from building import finish, make_borger, make_case, make_samtale, make_virksomhed
from vforlob.errors.records import RecordNotFound
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Key
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.store.answers import copy_answers, save_answer
from vforlob.store.case import load_case, load_held
from vforlob.store.store import Store

AGENDA = Agenda("opfolgning", "Opfølgning", "1", "", "forlob", (), (), "0" * 64)
TEXT = Key("hvordan_gar_det", "borger_tekst")


def test_a_case_holds_what_belongs_to_it(store: Store) -> None:
    make_case(store)
    case = make_case(store)

    assert (case.borger.alias, case.forlob and case.forlob.nr, case.virksomhed and case.virksomhed.nr) == ("B-2", 2, 2)
    records: list[Any] = [*case.hensyn, *case.aftaler, *case.opgaver, *case.timer, *case.planer]
    assert {record.borger for record in records} == {2}
    assert [clearance.rolle for clearance in case.clearances] == ["leder", "mentor"]


def test_another_forlob_of_the_same_borger_is_another_case(store: Store) -> None:
    first = make_case(store)
    virksomhed = make_virksomhed(store)
    with store.doing("forlob ny"):
        second = store.door(Forlob).add(Forlob(0, first.borger.nr, virksomhed.nr, "lontilskud"))
        store.door(Aftale).add(Aftale(0, first.borger.nr, second.nr, "kun det nye"))

    case = load_case(store, forlob=second.nr)

    assert case.hensyn == first.hensyn
    assert [aftale.hvad for aftale in case.aftaler] == ["kun det nye"]
    assert (case.clearances, case.opgaver, case.timer, case.planer) == ((), (), (), ())


def test_what_came_before_the_forlob_is_seen_in_it(store: Store) -> None:
    borger, virksomhed = make_borger(store), make_virksomhed(store)
    with store.doing("formode"):
        before = store.door(Aftale).add(Aftale(0, borger.nr, None, "finde CV frem"))
        hours = store.door(Timer).add(Timer(0, borger.nr, None, "2026-11-01", praktik=10.0))
        plan = store.door(Plan).add(Plan(0, borger.nr, None, "2026-11-25"))

    alone = load_case(store, borger=borger.nr)
    with store.doing("forlob ny"):
        forlob = store.door(Forlob).add(Forlob(0, borger.nr, virksomhed.nr, "virksomhedspraktik"))
    placed = load_case(store, forlob=forlob.nr)

    assert (alone.aftaler, alone.timer, alone.planer, alone.forlob) == ((before,), (hours,), (plan,), None)
    assert (placed.aftaler, placed.timer, placed.planer) == ((before,), (), (plan,))


def test_a_case_that_is_not_there_is_not_found(store: Store) -> None:
    for asked in ({"forlob": 7}, {"borger": 7}):
        with pytest.raises(RecordNotFound):
            load_case(store, **asked)


def test_a_finished_samtale_keeps_the_case_as_it_stood_then(store: Store) -> None:
    case = make_case(store)
    samtale = make_samtale(store, case, answers={TEXT: "godt"})
    with store.doing("samtale faerdig"):
        store.door(Samtale).change(samtale.nr, status="faerdig", udgave=1, kladde_udgave=None)
        store.door(Aftale).change(case.aftaler[0].nr, status="gjort")  # an effect of finishing, after the lock
    with store.doing("hensyn ret"):
        store.door(Hensyn).change(case.hensyn[0].nr, status="trukket", trukket="2026-11-25")
        store.door(Clearance).change(case.clearances[0].nr, trukket="2026-11-25")
        store.door(Aftale).remove(case.aftaler[1].nr)

    held = load_held(store, samtale.nr, AGENDA)

    assert held.answers == {TEXT: "godt"}
    assert held.samtale.status == "faerdig"
    assert [aftale.status for aftale in held.case.aftaler] == ["gjort", "aben", "aben"]
    assert held.case.hensyn == case.hensyn
    assert held.case.clearances == case.clearances
    assert [clearance.trukket for clearance in held.current] == ["2026-11-25", None]
    assert [hensyn.status for hensyn in held.current_hensyn] == ["trukket", "aktiv"]


def test_every_version_of_a_samtale_keeps_its_own(store: Store) -> None:
    case = make_case(store)
    samtale = finish(store, make_samtale(store, case, answers={TEXT: "godt"}))
    with store.doing("samtale ret"):
        draft = store.door(Samtale).change(samtale.nr, kladde_udgave=2)
        copy_answers(store, samtale.nr, 1, 2)
        store.door(Hensyn).change(case.hensyn[0].nr, losning="en lang pause")
    save_answer(store, samtale.nr, 2, TEXT, "skidt")
    before = load_held(store, samtale.nr, AGENDA)
    drafted = load_held(store, samtale.nr, AGENDA, udgave=2)
    finish(store, draft, grund="tastefejl")

    first, second = (load_held(store, samtale.nr, AGENDA, udgave=udgave) for udgave in (1, 2))

    assert (before.answers, drafted.answers) == ({TEXT: "godt"}, {TEXT: "skidt"})
    assert (first.answers, first.samtale.grund) == ({TEXT: "godt"}, None)
    assert (second.answers, second.samtale.grund) == ({TEXT: "skidt"}, "tastefejl")
    assert [held.case.hensyn[0].losning for held in (first, second)] == [
        "en kort pause hver anden time",
        "en lang pause",
    ]
    assert load_held(store, samtale.nr, AGENDA) == second


def test_a_draft_comes_with_the_case_of_today(store: Store) -> None:
    samtale = make_samtale(store, make_case(store), answers={TEXT: "godt"})

    held = load_held(store, samtale.nr, AGENDA)

    assert (held.samtale, held.answers) == (samtale, {TEXT: "godt"})
    assert held.case.samtaler == (samtale,)


def test_a_version_that_never_was_is_not_found(store: Store) -> None:
    samtale = finish(store, make_samtale(store, make_case(store)))

    with pytest.raises(RecordNotFound):
        load_held(store, samtale.nr, AGENDA, udgave=2)
