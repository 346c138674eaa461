"""Everything written can be taken back, the last thing first."""

from typing import Any

import pytest

from building import finish, make_borger, make_case, make_samtale, make_virksomhed
from vforlob.errors.records import NamesNotAllowed
from vforlob.errors.store import CannotUndo, NothingToUndo
from vforlob.model.accounts import Indstilling
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.change import Change
from vforlob.model.samtale import Samtale
from vforlob.store.answers import answers_of, copy_answers, save_answer, save_answers
from vforlob.store.chain import redact, verify
from vforlob.store.rebuild import PROJECTIONS, differences
from vforlob.store.store import Store
from vforlob.store.undo import last_done, undo_last

TEXT = Key("hvordan_gar_det", "borger_tekst")


def everything(store: Store) -> dict[str, list[Any]]:
    names = [projection.name for projection in PROJECTIONS] + ["forlob_linje"]
    return {name: store.rows(f"SELECT * FROM {name}") for name in names}


def test_nothing_done_is_nothing_to_undo(store: Store) -> None:
    with pytest.raises(NothingToUndo):
        last_done(store)
    with pytest.raises(NothingToUndo):
        undo_last(store)


def test_the_last_thing_is_shown_before_it_is_taken_back(store: Store) -> None:
    case = make_case(store)
    with store.doing("aftale ret"):
        store.door(Aftale).change(case.aftaler[0].nr, status="gjort", hvem=("borger", "andre"))

    shown = last_done(store)
    taken_back = undo_last(store)

    before, after = {"status": "aben", "hvem": ("virksomhed",)}, {"status": "gjort", "hvem": ("borger", "andre")}
    assert shown == ("aftale ret", (Change("aftale", 1, before, after),))
    assert taken_back == (Change("aftale", 1, after, before),)
    assert store.door(Aftale).get(1) == case.aftaler[0]


def test_a_removed_record_comes_back_whole_with_its_number(store: Store) -> None:
    case = make_case(store)
    with store.doing("aftale slet"):
        store.door(Aftale).remove(case.aftaler[0].nr)

    undo_last(store)

    assert store.door(Aftale).get(case.aftaler[0].nr) == case.aftaler[0]


def test_undone_again_and_again_it_goes_back_to_the_beginning(store: Store) -> None:
    states = [everything(store)]
    for step in (make_borger, make_virksomhed, make_case):
        step(store)
        states.append(everything(store))
    case = make_case(store)
    states.append(everything(store))
    samtale = make_samtale(store, case)
    for value in ("godt", "skidt", None):
        states.append(everything(store))
        save_answer(store, samtale.nr, 1, TEXT, value)

    while states:
        undo_last(store)
        assert _without_events(everything(store)) == _without_events(states.pop())
        assert differences(store) == []

    with pytest.raises(NothingToUndo):
        undo_last(store)
    assert verify(store).breaks == ()


def _without_events(state: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """An answer that came back was saved by a newer event."""
    return state | {"svar_nu": [(*row[:5], row[6]) for row in state["svar_nu"]]}


def test_what_was_undone_stays_undone_and_new_work_comes_first(store: Store) -> None:
    first, second = make_borger(store), make_borger(store)
    undo_last(store)
    third = make_borger(store)

    undo_last(store)
    undo_last(store)

    assert (first.nr, second.nr, third.nr) == (1, 2, 3)
    assert store.door(Borger).find() == ()


def test_a_finished_samtale_becomes_a_draft_again_with_its_answers(store: Store) -> None:
    case = make_case(store)
    samtale = make_samtale(store, case, answers={TEXT: "godt"})
    with store.doing("samtale faerdig"):
        store.door(Aftale).change(case.aftaler[0].nr, status="gjort")
        new = store.door(Aftale).add(case.aftaler[1])
        store.door(Samtale).change(samtale.nr, status="faerdig", udgave=1, kladde_udgave=None)

    undo_last(store)

    assert store.door(Samtale).get(samtale.nr) == samtale
    assert answers_of(store, samtale.nr, 1) == {TEXT: "godt"}
    assert store.door(Aftale).find(borger=case.borger.nr) == case.aftaler
    assert new.nr not in {aftale.nr for aftale in store.door(Aftale).find()}
    assert store.rows("SELECT * FROM samtale_udgave") == []
    assert differences(store) == []


def test_a_corrected_samtale_goes_back_to_its_first_version(store: Store) -> None:
    samtale = finish(store, make_samtale(store, make_case(store), answers={TEXT: "godt"}))
    with store.doing("samtale ret"):
        draft = store.door(Samtale).change(samtale.nr, kladde_udgave=2)
        copy_answers(store, samtale.nr, 1, 2)
    finish(store, draft, grund="tastefejl")

    undo_last(store)

    assert store.door(Samtale).get(samtale.nr) == draft
    assert [row[1] for row in store.rows("SELECT * FROM samtale_udgave")] == [1]
    undo_last(store)
    assert store.door(Samtale).get(samtale.nr) == samtale
    assert answers_of(store, samtale.nr, 2) == {}
    assert differences(store) == []


def test_many_answers_are_taken_back_together(store: Store) -> None:
    samtale = make_samtale(store, make_case(store))
    save_answers(store, samtale.nr, 1, {TEXT: "godt", Key("timetal", "praktik"): 12.5})

    art, changes = last_done(store)
    undo_last(store)

    assert (art, len(changes)) == ("svar", 2)
    where = {"udgave": 1, "punkt": "hvordan_gar_det", "felt": "borger_tekst", "raekke": 0, "vaerdi": "godt"}
    assert changes[0] == Change("svar", samtale.nr, None, where)
    assert answers_of(store, samtale.nr, 1) == {}


def test_a_continued_gruppe_is_taken_back_whole(store: Store) -> None:
    with store.doing("borger ny") as gruppe:
        store.door(Borger).add(Borger(0, "A-1"))
    with store.doing("borger ny", gruppe=gruppe):
        store.door(Borger).add(Borger(0, "A-2"))

    undo_last(store)

    assert store.door(Borger).find() == ()


def test_a_deleted_person_does_not_come_back(store: Store) -> None:
    make_borger(store)
    with store.doing("slet"):
        redact(store, [1])
        store.rows("DELETE FROM borger")

    with pytest.raises(CannotUndo):
        undo_last(store)

    assert store.door(Borger).find() == ()


def test_what_was_changed_since_is_not_written_over(store: Store) -> None:
    with store.doing("borger ny") as gruppe:
        store.door(Borger).add(Borger(0, "A-1"))
    with store.doing("borger ret"):
        store.door(Borger).change(1, alias="A-2")
    with store.doing("borger ret", gruppe=gruppe):
        store.door(Borger).change(1, cv="ja")

    with pytest.raises(CannotUndo):
        undo_last(store)

    assert store.door(Borger).get(1) == Borger(1, "A-2", cv="ja")


def test_a_name_does_not_come_back_by_undo_where_names_are_no_longer_allowed(store: Store) -> None:
    with store.doing("opsaet"):
        store.door(Indstilling).add(Indstilling(0, "navne", "ja"))
    borger = make_borger(store, navn="Mette")
    with store.doing("opsaet") as gruppe:
        store.door(Indstilling).add(Indstilling(0, "navne", "nej"))
    with store.doing("borger ret"):
        store.door(Borger).change(borger.nr, navn=None)

    with pytest.raises(NamesNotAllowed):
        undo_last(store)

    assert gruppe < store.rows("SELECT max(nr) FROM haendelse")[0][0]
    assert store.door(Borger).get(borger.nr).navn is None
