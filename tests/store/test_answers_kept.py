"""Answers are on the disk when saving returns, one event and one row each."""

from collections.abc import Callable
from datetime import datetime

import pytest

from building import make_case, make_samtale
from vforlob.model.answers import Key, Value
from vforlob.store.answers import (
    answers_of,
    copy_answers,
    draft_of,
    drop_draft,
    drop_draft_version,
    keep_draft,
    save_answer,
    save_answers,
)
from vforlob.store.open import open_store
from vforlob.store.store import Store

TEXT = Key("hvordan_gar_det", "borger_tekst")
ROW = Key("opgaver", "opgave", 2)


@pytest.fixture
def samtale(store: Store) -> int:
    return make_samtale(store, make_case(store)).nr


def events(store: Store) -> int:
    return int(store.rows("SELECT count(*) FROM haendelse")[0][0])


@pytest.mark.parametrize("value", ["Åse »sagde« [/]\n\t🙂 \\", "", 4, 12.5, -0.5, ("syg", "fri"), (), "2026-11-20"])
def test_a_value_comes_back_as_itself(store: Store, samtale: int, value: Value) -> None:
    save_answer(store, samtale, 1, TEXT, value)

    found = answers_of(store, samtale, 1)[TEXT]
    assert found == value
    assert type(found) is type(value)


def test_a_saved_answer_is_there_for_the_next_process(
    store: Store, samtale: int, folder: str, key: bytes, clock: Callable[[], datetime]
) -> None:
    save_answer(store, samtale, 1, ROW, "fejning")

    with open_store(folder, key, clock) as other:
        assert answers_of(other, samtale, 1) == {ROW: "fejning"}


def test_an_answer_is_one_event_and_one_row(store: Store, samtale: int) -> None:
    before = events(store)

    save_answer(store, samtale, 1, TEXT, "godt")
    save_answer(store, samtale, 1, TEXT, "bedre")
    save_answer(store, samtale, 1, TEXT, "bedre")

    assert events(store) == before + 2
    assert store.rows("SELECT haendelse, vaerdi FROM svar_nu") == [(before + 2, '"bedre"')]


def test_none_takes_an_answer_away(store: Store, samtale: int) -> None:
    save_answer(store, samtale, 1, TEXT, "godt")
    save_answer(store, samtale, 1, TEXT, None)
    before = events(store)
    save_answer(store, samtale, 1, TEXT, None)

    assert answers_of(store, samtale, 1) == {}
    assert events(store) == before


def test_many_answers_are_one_thing_done(store: Store, samtale: int) -> None:
    save_answers(store, samtale, 1, {TEXT: "godt", ROW: "fejning", Key("timetal", "praktik"): 12.5})

    assert len(answers_of(store, samtale, 1)) == 3
    assert store.rows("SELECT count(*), count(DISTINCT gruppe) FROM haendelse WHERE emne = 'svar'") == [(3, 1)]


def test_many_answers_join_what_is_being_done(store: Store, samtale: int) -> None:
    def answer_and_fail() -> None:
        with store.doing("samtale svar"):
            save_answers(store, samtale, 1, {TEXT: "godt"})
            raise ValueError

    with pytest.raises(ValueError):
        answer_and_fail()

    assert answers_of(store, samtale, 1) == {}


def test_a_new_version_starts_with_the_old_answers_and_leaves_them_alone(store: Store, samtale: int) -> None:
    save_answers(store, samtale, 1, {TEXT: "godt", ROW: "fejning"})

    with store.doing("samtale ret"):
        copy_answers(store, samtale, 1, 2)
    save_answer(store, samtale, 2, TEXT, "skidt")

    assert answers_of(store, samtale, 1) == {TEXT: "godt", ROW: "fejning"}
    assert answers_of(store, samtale, 2) == {TEXT: "skidt", ROW: "fejning"}


def test_a_version_that_is_given_up_is_gone(store: Store, samtale: int) -> None:
    save_answers(store, samtale, 1, {TEXT: "godt"})
    save_answers(store, samtale, 2, {TEXT: "skidt", ROW: "x"})
    keep_draft(store, samtale, ROW, "halvt")

    drop_draft_version(store, samtale, 2)

    assert answers_of(store, samtale, 2) == {}
    assert answers_of(store, samtale, 1) == {TEXT: "godt"}
    assert draft_of(store, samtale, ROW) == ""


def test_half_typed_text_is_kept_until_the_answer_is_saved(store: Store, samtale: int) -> None:
    before = events(store)
    keep_draft(store, samtale, TEXT, "det går go")
    keep_draft(store, samtale, TEXT, "det går godt m")

    assert draft_of(store, samtale, TEXT) == "det går godt m"
    assert events(store) == before
    save_answer(store, samtale, 1, TEXT, "det går godt med det meste")
    assert draft_of(store, samtale, TEXT) == ""


def test_half_typed_text_can_be_dropped(store: Store, samtale: int) -> None:
    keep_draft(store, samtale, TEXT, "nej")

    drop_draft(store, samtale, TEXT)
    drop_draft(store, samtale, TEXT)

    assert draft_of(store, samtale, TEXT) == ""


def test_the_clock_going_back_is_noted_and_the_order_is_kept(
    folder: str, key: bytes, store: Store, samtale: int, now: datetime
) -> None:
    save_answer(store, samtale, 1, TEXT, "først")
    with open_store(folder, key, lambda: now.replace(year=1970)) as earlier:
        save_answer(earlier, samtale, 1, TEXT, "sidst")

    assert answers_of(store, samtale, 1) == {TEXT: "sidst"}
    newest = store.rows("SELECT tid_utc, forskydning, ur_flag FROM haendelse ORDER BY nr DESC LIMIT 2")
    assert newest == [("1970-11-20T12:00:00Z", 60, 1), ("2026-11-20T12:00:00Z", 60, 0)]
