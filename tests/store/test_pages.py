"""The lists, a screenful at a time."""

from building import make_case
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.pages import borger_page, forlob_page, virksomhed_page
from vforlob.store.store import Store


def test_a_page_holds_no_more_than_was_asked_for(store: Store) -> None:
    for _ in range(5):
        make_case(store)

    assert len(forlob_page(store, 3)) == len(borger_page(store, 3)) == len(virksomhed_page(store, 3)) == 3
    assert len(forlob_page(store)) == len(borger_page(store)) == len(virksomhed_page(store)) == 5


def test_forlob_stand_by_their_next_contact_those_without_one_first(store: Store) -> None:
    for dato in ("2026-12-03", "2026-12-01", "2026-12-02"):
        case = make_case(store)
        assert case.forlob is not None
        with store.doing("plan"):
            store.door(Plan).add(Plan(0, case.borger.nr, case.forlob.nr, dato))
    with store.doing("forløb ny"):
        store.door(Forlob).add(Forlob(0, 1, 1, "lontilskud"))

    assert [line.nr for line in forlob_page(store)] == [4, 2, 3, 1]
    assert [line.dato for line in forlob_page(store, 2)] == [None, "2026-12-01"]


def test_closed_forlob_are_shown_when_asked_for(store: Store) -> None:
    for _ in range(2):
        make_case(store)
    with store.doing("luk"):
        store.door(Forlob).change(1, status="lukket")

    assert [line.nr for line in forlob_page(store)] == [2]
    assert {line.nr for line in forlob_page(store, closed=True)} == {1, 2}


def test_a_borger_has_her_running_forlob_and_a_virksomhed_their_number(store: Store) -> None:
    make_case(store)
    with store.doing("forløb ny"):
        for status in ("aben", "lukket"):
            store.door(Forlob).add(Forlob(0, 1, 1, "lontilskud", status=status))

    assert borger_page(store)[0].forlob == (1, 2)
    assert virksomhed_page(store)[0].forlob == 2


def test_who_has_had_a_forlob_is_no_new_host_whatever_was_written_before_it(store: Store) -> None:
    make_case(store)
    with store.doing("virksomhed ret"):
        store.door(Virksomhed).change(1, vaert="ny")
    assert virksomhed_page(store)[0].vaert == "ny"

    with store.doing("luk"):
        store.door(Forlob).change(1, status="lukket")

    assert virksomhed_page(store)[0].vaert == "erfaren"
