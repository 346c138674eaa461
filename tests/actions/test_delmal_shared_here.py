"""A delmål that the virksomhed may know: which virksomhed that is, from the formøde to the next forløb."""

import pytest

from building import make_borger, make_case
from vforlob.actions.record_kinds import kind_named
from vforlob.actions.record_kinds.delmal import asked_anew
from vforlob.actions.records import change_record, new_record
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.gate import delmal_recipients
from vforlob.store.store import Store

NEW = {"art": "virksomhedspraktik", "start": "2026-12-01", "slut": "2027-01-31", "timer": 10}
DELMAL = {"art": "udviklingsmal", "specifikt": "Møde kl. 9", "delt": "ja"}


def a_forlob(store: Store, borger: int) -> Forlob:
    with store.doing("test"):
        virksomhed = store.door(Virksomhed).add(Virksomhed(0, "Savværket"))
    made = new_record(store, "forlob", {**NEW, "borger": str(borger), "virksomhed": str(virksomhed.nr)})
    assert isinstance(made, Forlob)
    return made


def a_delmal(store: Store, **over: str) -> Delmal:
    made = new_record(store, "delmal", {**DELMAL, **over})
    assert isinstance(made, Delmal)
    return made


def closed(store: Store, nr: int) -> None:
    with store.doing("test"):
        store.door(Forlob).change(nr, status="lukket", lukket="2026-11-19")


@pytest.mark.parametrize(
    ("delt", "forlob", "here", "shared"),
    [("ja", 1, 1, True), ("ja", 1, 2, False), ("ja", None, 1, False), ("ja", None, None, False), ("nej", 1, 1, False)],
)
def test_a_yes_reaches_the_virksomhed_of_its_own_forlob_and_no_other(
    delt: str, forlob: int | None, here: int | None, shared: bool
) -> None:
    found = delmal_recipients(Delmal(1, 7, forlob, delt=delt), here)

    assert ("virksomhed" in found, "mentor" in found) == (shared, shared)
    assert {"borger", "sagsbehandler", "journal"} <= found


def test_one_made_before_there_is_a_forlob_goes_with_the_first_that_comes(store: Store) -> None:
    borger = make_borger(store)
    before = a_delmal(store, borger="1")

    forlob = a_forlob(store, borger.nr)

    assert store.door(Delmal).get(before.nr).forlob == forlob.nr
    assert any("Virksomheden må kende delmål 1" in told for told in kind_named("forlob").told(store, forlob))


def test_one_that_is_over_is_not_taken_along(store: Store) -> None:
    borger = make_borger(store)
    reached = a_delmal(store, borger="1", status="naet")

    a_forlob(store, borger.nr)

    assert store.door(Delmal).get(reached.nr).forlob is None


def test_one_of_a_borger_with_one_forlob_running_belongs_there(store: Store) -> None:
    case: Case = make_case(store)

    made = a_delmal(store, borger=str(case.borger.nr))

    assert made.forlob == 1


def test_with_two_running_it_belongs_to_neither_and_that_is_said(store: Store) -> None:
    case = make_case(store)
    a_forlob(store, case.borger.nr)

    made = a_delmal(store, borger=str(case.borger.nr))

    assert made.forlob is None
    assert any("ingen virksomhed får delmålet at se" in told for told in kind_named("delmal").told(store, made))


def test_a_new_virksomhed_is_not_told_before_the_borger_says_yes_again(store: Store) -> None:
    case = make_case(store)
    old = a_delmal(store, forlob="1")
    closed(store, 1)

    new = a_forlob(store, case.borger.nr)

    kept = store.door(Delmal).get(old.nr)
    assert (kept.forlob, asked_anew(store, kept)) == (1, True)
    assert any(f"vforlob delmål ret {old.nr}" in told for told in kind_named("forlob").told(store, new))


@pytest.mark.parametrize(("said", "forlob", "delt"), [("ja", 2, "ja"), ("nej", 1, "nej"), (None, 1, "ja")])
def test_the_answer_anew_moves_it_only_when_it_is_yes(store: Store, said: str | None, forlob: int, delt: str) -> None:
    case = make_case(store)
    old = a_delmal(store, forlob="1")
    closed(store, 1)
    a_forlob(store, case.borger.nr)

    change_record(store, "delmal", old.nr, {"delt": said, "tekst": "Godt på vej"})

    found = store.door(Delmal).get(old.nr)
    assert (found.forlob, found.delt, found.tekst) == (forlob, delt, "Godt på vej")
