"""What waits for the journal: until its receipt, and again when it is changed after it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import finish, make_case, make_samtale
from vforlob.actions.records import new_record
from vforlob.model.accounts import Kvittering
from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Kontakt, Taet
from vforlob.model.samtale import Samtale
from vforlob.store.journal import CONTENT, EMNER, newest_event, waiting
from vforlob.store.kinds import RECORDS
from vforlob.store.rebuild import differences, rebuild
from vforlob.store.store import Store
from vforlob.store.undo import last_done, undo_last

DAY = "2026-11-20"
# One of each, made outside a samtale, and a change of it that the journal should hear of.
MADE: dict[str, tuple[Callable[[Case], Any], dict[str, Any]]] = {
    "kontakt": (lambda case: Kontakt(0, case.borger.nr, 1, DAY, "telefon", ("virksomhed",)), {"tekst": "Talt om bus"}),
    "fravaer": (lambda case: Fravaer(0, case.borger.nr, 1, DAY), {"art": "syg"}),
    "taet": (lambda case: Taet(0, case.borger.nr, 1, DAY), {"grund": "Ny bus"}),
    "hensyn": (lambda case: Hensyn(0, case.borger.nr, "træt", oprettet=DAY), {"status": "trukket", "trukket": DAY}),
    "clearance": (lambda _: Clearance(0, 1, 1, "kolleger", "ma", DAY), {"trukket": DAY}),
    "aftale": (lambda case: Aftale(0, case.borger.nr, 1, "ringe", oprettet=DAY), {"status": "gjort"}),
    "delmal": (lambda case: Delmal(0, case.borger.nr, 1, specifikt="bus", oprettet=DAY), {"status": "naet"}),
}
EVERY = pytest.mark.parametrize("emne", MADE)


@pytest.fixture
def case(store: Store) -> Case:
    """With everything of it in the journal."""
    made = make_case(store)
    receipt(store)
    return made


def receipt(store: Store, until: int | None = None) -> None:
    """Of everything that waits."""
    with store.doing("kvittering"):
        for it in waiting(store):
            covered = newest_event(store) if until is None else until
            store.door(Kvittering).add(Kvittering(0, it.emne, it.nr, DAY, None, covered))


def names(store: Store) -> list[tuple[str, int]]:
    return [(it.emne, it.nr) for it in waiting(store)]


def add(store: Store, case: Case, emne: str) -> int:
    make, _ = MADE[emne]
    with store.doing(f"{emne} ny"):
        return int(store.door(RECORDS[emne]).add(make(case)).nr)


def test_every_kind_that_waits_has_its_content_and_an_example() -> None:
    assert set(MADE) == set(CONTENT) == set(EMNER) - {"samtale"}
    for emne, columns in CONTENT.items():
        assert set(columns) <= set(RECORDS[emne]._fields)


@EVERY
def test_a_record_made_by_itself_waits_until_its_receipt(store: Store, case: Case, emne: str) -> None:
    nr = add(store, case, emne)

    before = waiting(store)
    receipt(store)

    assert [(it.emne, it.nr, it.dato, it.is_sent, it.known) for it in before] == [(emne, nr, DAY, False, None)]
    assert waiting(store) == ()


@EVERY
def test_what_is_changed_after_its_receipt_waits_again(store: Store, case: Case, emne: str) -> None:
    nr = add(store, case, emne)
    receipt(store)

    with store.doing(f"{emne} ret"):
        store.door(RECORDS[emne]).change(nr, **MADE[emne][1])

    (again,) = waiting(store)
    assert (again.emne, again.nr, again.is_sent) == (emne, nr, True)
    assert again.known is not None
    assert any(again.known[column] != value for column, value in MADE[emne][1].items())


@EVERY
def test_fortryd_of_the_change_and_of_the_receipt_restores(store: Store, case: Case, emne: str) -> None:
    nr = add(store, case, emne)
    receipt(store)
    with store.doing(f"{emne} ret"):
        store.door(RECORDS[emne]).change(nr, **MADE[emne][1])

    undo_last(store)
    after_change = names(store)
    undo_last(store)
    after_receipt = names(store)
    undo_last(store)

    assert (after_change, after_receipt, names(store)) == ([], [(emne, nr)], [])


def test_a_change_between_the_reading_and_the_receipt_waits_on(store: Store, case: Case) -> None:
    nr = add(store, case, "kontakt")
    read = newest_event(store)
    with store.doing("kontakt ret"):
        store.door(Kontakt).change(nr, tekst="Noget andet")

    receipt(store, read)

    assert names(store) == [("kontakt", nr)]


def test_who_may_read_an_aftale_is_no_news_to_the_journal(store: Store, case: Case) -> None:
    with store.doing("aftale ret"):
        store.door(Aftale).change(1, modtagere=("borger",))

    assert waiting(store) == ()


def test_a_samtale_waits_when_it_is_finished_and_again_when_it_is_corrected(store: Store, case: Case) -> None:
    samtale = make_samtale(store, case)
    as_draft = names(store)
    finish(store, samtale)
    finished = names(store)
    receipt(store)
    with store.doing("rettelse begyndt"):
        store.door(Samtale).change(samtale.nr, kladde_udgave=2)
    while_corrected = names(store)

    finish(store, store.door(Samtale).get(samtale.nr), "Forkert dag")

    assert (as_draft, finished, while_corrected) == ([], [("samtale", samtale.nr)], [])
    assert [(it.nr, it.is_sent) for it in waiting(store)] == [(samtale.nr, True)]


def test_a_samtale_whose_finishing_is_taken_back_waits_no_more(store: Store, case: Case) -> None:
    finish(store, make_samtale(store, case))

    undo_last(store)

    assert waiting(store) == ()


@pytest.mark.parametrize("art", ["samtale færdig", "samtale rettet", "samtale fra fil"])
def test_what_a_samtale_did_stands_in_its_own_text(store: Store, case: Case, art: str) -> None:
    with store.doing(art):
        made = store.door(Aftale).add(Aftale(0, case.borger.nr, 1, "ringe", oprettet=DAY, samtale=None))
        store.door(Hensyn).change(1, virker="ja")

    silent = names(store)
    with store.doing("aftale gjort"):
        store.door(Aftale).change(made.nr, status="gjort")

    assert (silent, names(store)) == ([], [("aftale", made.nr)])


def test_taking_back_what_a_samtale_did_is_no_news_either(store: Store, case: Case) -> None:
    with store.doing("samtale færdig"):
        store.door(Hensyn).change(1, virker="ja")

    undo_last(store)

    assert waiting(store) == ()


def test_a_new_forlob_that_takes_over_what_was_open_says_nothing_new(store: Store, case: Case) -> None:
    with store.doing("aftale ny"):
        store.door(Aftale).add(Aftale(0, case.borger.nr, None, "ringe", oprettet=DAY))
    receipt(store)

    given = {"borger": "b1", "virksomhed": "v1", "art": "virksomhedspraktik", "start": DAY, "slut": "2027-02-01"}
    new_record(store, "forlob", given | {"timer": 10})

    assert store.door(Aftale).find()[-1].forlob == 2
    assert len(store.door(Clearance).find(forlob=2)) > 0
    assert waiting(store) == ()


def test_a_hensyn_that_nobody_has_decided_on_tells_of_itself_alone(store: Store, case: Case) -> None:
    new_record(store, "hensyn", {"borger": "b1", "hensyn": "støj", "behov": "ro", "losning": "ørekopper"})

    assert names(store) == [("hensyn", 3)]


def test_the_table_is_what_the_events_say_and_is_made_again(store: Store, case: Case) -> None:
    for emne in MADE:
        add(store, case, emne)
    finish(store, make_samtale(store, case))
    right = store.rows("SELECT * FROM til_journal ORDER BY 1, 2")
    assert differences(store) == []

    store.rows("DELETE FROM til_journal WHERE emne = 'kontakt'")
    store.rows("INSERT INTO til_journal VALUES('fravaer', 99, 1)")
    wrong = differences(store)
    rebuild(store)

    assert wrong == ["til_journal fravaer/99", "til_journal kontakt/1"]
    assert store.rows("SELECT * FROM til_journal ORDER BY 1, 2") == right
    assert differences(store) == []


def test_what_is_emptied_of_a_borger_waits_no_more(store: Store, case: Case) -> None:
    add(store, case, "kontakt")

    store.rows("UPDATE haendelse SET emne_nr = NULL, sted = NULL, salt = NULL, indhold = NULL WHERE emne = 'kontakt'")

    assert store.rows("SELECT * FROM til_journal") == []


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("ny"), st.sampled_from(sorted(MADE))),
        st.tuples(st.just("ret"), st.sampled_from(sorted(MADE))),
        st.tuples(st.sampled_from(["kvitter", "fortryd", "samtale"]), st.just("")),
    ),
    max_size=14,
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_after_receipts_for_everything_nothing_waits_and_every_later_change_does(
    store: Store, steps: list[tuple[str, str]]
) -> None:
    case = make_case(store)
    for what, emne in steps:
        _do(store, case, what, emne)
    before = names(store)

    receipt(store)
    none = names(store)
    nr = add(store, case, "kontakt")
    one = names(store)
    undo_last(store)
    undone = names(store)
    if before:
        undo_last(store)

    assert (none, one, undone) == ([], [("kontakt", nr)], [])
    assert sorted(names(store)) == sorted(before)
    assert differences(store) == []


def _do(store: Store, case: Case, what: str, emne: str) -> None:
    if what == "ny":
        add(store, case, emne)
    elif what == "kvitter":
        receipt(store)
    elif what == "samtale":
        finish(store, make_samtale(store, case))
    elif what == "fortryd":
        if last_done(store)[0] != "forlob ny":  # the case itself
            undo_last(store)
    else:
        rows = store.door(RECORDS[emne]).find()
        if rows:
            with store.doing(f"{emne} ret"):
                store.door(RECORDS[emne]).change(rows[-1].nr, **MADE[emne][1])
