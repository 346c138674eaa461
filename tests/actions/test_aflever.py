"""The walk after a samtale as values: its steps, how far it has come, which samtale is next."""

import pytest

from building import make_borger, make_samtale
from handing_over import all_in_the_journal, held_formode, held_samtale
from vforlob.actions.aflever import (
    BORGER,
    DONE,
    JOURNAL,
    KALENDER,
    MENTOR,
    SKIPPED,
    VIRKSOMHED,
    greeted,
    lines_instead,
    mark,
    next_to_hand_over,
    steps_of,
)
from vforlob.model.forlob import Forlob
from vforlob.model.referat import Referat
from vforlob.model.samtale import Samtale
from vforlob.store.case import load_case
from vforlob.store.handed import forget_steps
from vforlob.store.rebuild import differences
from vforlob.store.store import Store
from vforlob.store.undo import last_done, undo_last

LETTER = Referat("borger", "Opfølgning", 1, "opfolgning", "Opfølgning", 1, "2026-11-20", indledning="Tak for i dag.")


def steps(store: Store, samtale: Samtale) -> list[tuple[str, str]]:
    return [(step.trin, step.svar) for step in steps_of(store, samtale)]


def mark_all(store: Store, samtale: Samtale, svar: str = DONE) -> None:
    gruppe = None
    for step in steps_of(store, samtale):
        if not step.svar:
            gruppe = mark(store, samtale, step.trin, svar, gruppe)


def test_four_steps_wait_in_their_order_and_five_with_a_mentor(store: Store) -> None:
    samtale = held_samtale(store)

    four = steps(store, samtale)
    with store.doing("forløb ret"):
        store.door(Forlob).change(1, mentor="Bo")

    assert four == [(JOURNAL, ""), (VIRKSOMHED, ""), (BORGER, ""), (KALENDER, "")]
    assert [trin for trin, _ in steps(store, samtale)] == [JOURNAL, VIRKSOMHED, MENTOR, BORGER, KALENDER]


def test_a_mentor_at_the_table_has_a_step(store: Store) -> None:
    assert (MENTOR, "") in steps(store, held_samtale(store, mentor=True))


def test_before_a_forlob_there_is_no_text_to_a_virksomhed(store: Store) -> None:
    samtale = held_formode(store, make_borger(store).nr)

    assert dict(steps(store, samtale))[VIRKSOMHED] == SKIPPED
    assert set(lines_instead(samtale)) == {JOURNAL, BORGER, KALENDER}


def test_a_step_that_is_done_or_passed_over_stays_so(store: Store) -> None:
    samtale = held_samtale(store)

    mark(store, samtale, VIRKSOMHED, DONE)
    mark(store, samtale, BORGER, SKIPPED)

    assert steps(store, samtale) == [(JOURNAL, ""), (VIRKSOMHED, DONE), (BORGER, SKIPPED), (KALENDER, "")]
    assert differences(store) == []


def test_a_receipt_given_elsewhere_is_the_step_done(store: Store) -> None:
    samtale = held_samtale(store)

    all_in_the_journal(store)

    assert dict(steps(store, samtale))[JOURNAL] == DONE


def test_a_corrected_samtale_is_handed_over_again(store: Store) -> None:
    samtale = held_samtale(store)
    mark_all(store, samtale)
    all_in_the_journal(store)

    with store.doing("samtale rettet"):
        corrected = store.door(Samtale).change(samtale.nr, udgave=2)

    assert {svar for _, svar in steps(store, samtale)} == {DONE}
    assert {svar for _, svar in steps(store, corrected)} == {""}


def test_a_version_taken_back_and_finished_again_is_another_one(store: Store) -> None:
    samtale = held_samtale(store)
    mark(store, samtale, VIRKSOMHED, DONE)
    with store.doing("fortrudt"):
        store.door(Samtale).change(samtale.nr, status="kladde", udgave=0, kladde_udgave=1)

    with store.doing("samtale færdig"):
        again = store.door(Samtale).change(samtale.nr, status="faerdig", udgave=1, kladde_udgave=None)

    assert dict(steps(store, again))[VIRKSOMHED] == ""


def test_the_steps_of_one_walk_are_taken_back_as_one(store: Store) -> None:
    samtale = held_samtale(store)
    mark_all(store, samtale)

    art, changes = last_done(store)
    undo_last(store)

    assert (art, len(changes)) == ("aflevering", 4)
    assert {svar for _, svar in steps(store, samtale)} == {""}


def test_it_can_be_begun_again(store: Store) -> None:
    samtale = held_samtale(store)
    mark_all(store, samtale)

    forget_steps(store, samtale.nr, samtale.udgave)
    forget_steps(store, samtale.nr, samtale.udgave)

    assert {svar for _, svar in steps(store, samtale)} == {""}


def test_the_newest_finished_one_that_is_not_handed_over_is_next(store: Store) -> None:
    first = held_samtale(store)
    case = load_case(store, forlob=1)
    second = held_formode(store, case.borger.nr)
    make_samtale(store, case)  # a draft

    newest = next_to_hand_over(store)
    mark_all(store, second, SKIPPED)
    then = next_to_hand_over(store)
    mark_all(store, first)

    assert (newest and newest.nr, then and then.nr, next_to_hand_over(store)) == (second.nr, first.nr, None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Søren", "Hej Søren. Tak for i dag."),
        ("  Åse  ", "Hej Åse. Tak for i dag."),
        ("", "Tak for i dag."),
        ("æ-7", "Tak for i dag."),
        ("B\u202eo\x1b[2J", "Hej B\ufffdo\ufffd[2J. Tak for i dag."),
        ("x" * 90, f"Hej {'x' * 40}. Tak for i dag."),
    ],
)
def test_a_first_name_greets_in_one_letter_and_an_alias_does_not(typed: str, said: str) -> None:
    assert greeted(LETTER, typed, "Æ-7").indledning == said
