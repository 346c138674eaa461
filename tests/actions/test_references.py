"""Numbers and aliases as they are typed."""

import pytest

from building import make_borger, make_case, make_samtale
from vforlob.actions.references import Typed, borger_of, case_of, forlob_of, read_typed, samtale_of, virksomhed_of
from vforlob.errors.records import RecordNotFound
from vforlob.errors.use import NoForlob, SeveralForlob, WrongKind
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.store.store import Store


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("b7", Typed("borger", 7)),
        ("V04", Typed("virksomhed", 4)),
        (" F12 ", Typed("forlob", 12)),
        ("s31", Typed("samtale", 31)),
        ("12", Typed("", 12)),
        ("Æ-7", Typed("", None)),
        ("b-7", Typed("", None)),
        ("x7", Typed("", None)),
        ("f", Typed("", None)),
        ("f12a", Typed("", None)),
        ("f¹²", Typed("", None)),
        ("٣", Typed("", None)),
        ("9" * 40, Typed("", None)),
        ("", Typed("", None)),
    ],
)
def test_a_letter_says_which_kind_a_number_is(typed: str, read: Typed) -> None:
    assert read_typed(typed) == read


def test_numbers_with_and_without_letter_find_their_record(store: Store) -> None:
    case = make_case(store)
    samtale = make_samtale(store, case)

    assert case.forlob == forlob_of(store, f"f{case.borger.nr}") == forlob_of(store, str(case.borger.nr))
    assert case.borger == borger_of(store, f"b{case.borger.nr}")
    assert case.virksomhed == virksomhed_of(store, "1")
    assert samtale == samtale_of(store, f"S{samtale.nr}")


@pytest.mark.parametrize("typed", ["æ-7", "Æ-7", "AE-7", "ae-7"])
def test_an_alias_is_found_in_any_spelling(store: Store, typed: str) -> None:
    borger = make_borger(store, alias="Æ-7")

    assert borger_of(store, typed) == borger


def test_an_alias_stands_for_the_only_forlob_that_is_not_closed(store: Store) -> None:
    case = make_case(store, borger={"alias": "Æ-7"}, forlob={"start": "2027-05-01"})

    assert forlob_of(store, "æ-7") == case.forlob


def test_an_alias_with_none_or_several_says_so(store: Store) -> None:
    borger = make_borger(store, alias="Æ-7")
    with pytest.raises(NoForlob):
        forlob_of(store, "Æ-7")

    virksomhed = make_case(store).virksomhed
    assert virksomhed is not None
    with store.doing("forløb ny"):
        for _ in range(2):
            store.door(Forlob).add(Forlob(0, borger.nr, virksomhed.nr, "lontilskud"))

    with pytest.raises(SeveralForlob) as caught:
        forlob_of(store, "Æ-7")
    assert caught.value.forlobene == (2, 3)


@pytest.mark.parametrize("typed", ["b1", "v1", "s1"])
def test_a_number_of_another_kind_is_refused(store: Store, typed: str) -> None:
    make_case(store)

    with pytest.raises(WrongKind):
        forlob_of(store, typed)


@pytest.mark.parametrize("typed", ["f99", "99", "Ukendt-1", "", "' or 1=1 --"])
def test_what_is_not_there_is_not_found(store: Store, typed: str) -> None:
    make_case(store)

    with pytest.raises(RecordNotFound):
        forlob_of(store, typed)


def test_where_both_fit_a_bare_number_is_the_forlob_and_a_letter_decides(store: Store) -> None:
    make_borger(store, alias="Æ-1")
    case = make_case(store, borger={"alias": "Æ-7"})

    assert case_of(store, "1") == case.forlob
    assert case_of(store, "f1") == case.forlob
    assert case_of(store, "Æ-7") == case.forlob
    assert case_of(store, "b2") == case.borger
    assert isinstance(case_of(store, "Æ-1"), Borger)


def test_no_error_repeats_what_was_typed(store: Store) -> None:
    with pytest.raises(RecordNotFound) as caught:
        borger_of(store, "Mette Hansen-1")

    assert "Mette" not in f"{caught.value!s}{caught.value!r}"
