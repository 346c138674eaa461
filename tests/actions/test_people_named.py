"""What could tell who a borger is, gathered for every text that leaves: earlier aliases and parts of a name too."""

import pytest

from building import make_borger
from vforlob.actions.borgere_named import has_alias, names_borger
from vforlob.actions.laering_identity import identity_of
from vforlob.actions.people import words_for_people
from vforlob.actions.settings import keep_setting
from vforlob.model.borger import Borger
from vforlob.rules.laering.identity import masked
from vforlob.rules.maltal_names import own_text
from vforlob.store.store import Store


@pytest.fixture
def renamed(store: Store) -> Borger:
    """K-1 once, M-4 now."""
    keep_setting(store, "navne", "ja")
    borger = make_borger(store, alias="K-1")
    with store.doing("borger ret"):
        return store.door(Borger).change(borger.nr, alias="M-4", navn="Ada Smed", telefon="+45 20 30 40 50")


@pytest.mark.parametrize("text", [
    "Noget til M4", "Noget til K-1", "Ada kan det", "Ring til Smed", "ring 20304050", "20 30 40 50", "ADA SMED",
])  # fmt: skip
def test_no_text_that_names_a_borger_is_shared(store: Store, renamed: Borger, text: str) -> None:
    assert names_borger(store)(text)


@pytest.mark.parametrize("text", ["En smed søges", "Hal K-12", "20 30 40 51", "Adams Auto", ""])
def test_a_text_that_names_nobody_is(store: Store, renamed: Borger, text: str) -> None:
    assert not names_borger(store)(text)


def test_a_place_may_be_called_as_somebody_else_but_holds_no_alias(store: Store, renamed: Borger) -> None:
    assert not has_alias(store)("Ada Smed ApS")
    assert has_alias(store)("Hal K 1")


def test_a_target_is_not_called_by_an_earlier_alias(store: Store, renamed: Borger) -> None:
    people = words_for_people(store)

    assert [own_text(text, people) for text in ("K1 i job", "Ada i job", "I job")] == ["Eget måltal"] * 2 + ["I job"]


def test_a_case_for_colleagues_holds_no_earlier_alias(store: Store, renamed: Borger) -> None:
    other = make_borger(store, alias="T-9")

    own, others = (masked("Som k-1 sagde", identity_of(store, one, None)).text for one in (renamed, other))

    assert own == "Som borgeren sagde"
    assert others == "Som en anden borger sagde"
