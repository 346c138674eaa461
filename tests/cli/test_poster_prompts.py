"""Aftaler, delmål, timer and opgaver at the keyboard: one question at a time, the way back, what is passed over."""

from typing import Any

import pytest
from asking_by_keys import CTRL_C, ENTER, F3, Table
from prompt_toolkit.input import create_pipe_input
from test_record_prompts import SKIP, Scripted

from building import make_case
from vforlob.actions.asking import Back, Cleared, Overview, Pause
from vforlob.actions.record_kinds.opgave import IS_COMBINED
from vforlob.actions.records import columns_of, new_record
from vforlob.cli.record_prompts import fill_in, form_for
from vforlob.model.aftale import Aftale
from vforlob.store.store import Store


@pytest.fixture
def case_store(store: Store) -> Store:
    make_case(store)
    return store


def asked_of(ask: Scripted) -> list[str]:
    return [question.text for question in ask.asked]


def filled(
    store: Store,
    emne: str,
    ask: Any,
    told: list[str] | None = None,
    current: dict[str, Any] | None = None,
    nr: Any = None,
) -> Any:
    preset = {} if nr else {"forlob": "1"}
    return fill_in(form_for(store, emne, "Ny", nr, current, preset), ask, (told if told is not None else []).append)


# --- delmål ---

SMART = ["Udviklingsmål: et skridt på vejen", "Møde kl. 9", "Tre dage", "Kende de andre", "Bussen", "27/11", "ja"]


def test_a_delmal_is_one_question_a_letter_with_a_sentence_of_help(case_store: Store) -> None:
    ask = Scripted(*SMART)

    given = filled(case_store, "delmal", ask)

    assert [text[0] for text in asked_of(ask)[1:6]] == list("SMART")
    assert "Attraktivt: Hvad får borgeren selv ud af det" in asked_of(ask)
    assert all(question.help for question in ask.asked)
    assert (given["specifikt"], given["frist"], given["delt"]) == ("Møde kl. 9", "2026-11-27", "ja")


def test_letters_can_be_passed_over_but_not_all(case_store: Store) -> None:
    told: list[str] = []
    ask = Scripted(SMART[0], SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, "Møde kl. 9")

    given = filled(case_store, "delmal", ask, told)

    assert given["specifikt"] == "Møde kl. 9"
    assert any("mindst én ting" in sentence for sentence in told)


def test_status_is_asked_only_where_one_is_corrected(case_store: Store) -> None:
    delmal = new_record(case_store, "delmal", {"borger": "1", "art": "jobmal", "specifikt": "Løn"})
    ask = Scripted("nået", "Fire uger")

    given = filled(case_store, "delmal", ask, current=columns_of(delmal, "delmal"), nr=delmal.nr)

    assert asked_of(ask)[:2] == ["Hvordan står det til", "Hvad er der sket"]
    assert (given["status"], given["tekst"]) == ("naet", "Fire uger")


def test_a_delmal_is_typed_with_keys_and_danish_letters_and_the_way_back(case_store: Store) -> None:
    form = form_for(case_store, "delmal", "Nyt delmål · f1", None, {}, {"forlob": "1"})
    typed = ["c", "Møde på lager", F3, "et", "Tælle dagene", "Æblepause", "Øvelse", "27/11", "j"]
    with create_pipe_input() as source:
        table = Table(source)
        keys = iter(typed)

        def ask(question: Any) -> Any:
            key = next(keys)
            return table.ask(question, key if key == F3 else key + ENTER)

        given = fill_in(form, ask, lambda _line: None)

    assert given is not None
    assert given["art"] == "udviklingsmal"
    assert given["specifikt"] == "Møde på lageret"
    assert (given["attraktivt"], given["realistisk"]) == ("Æblepause", "Øvelse")


def test_ctrl_c_in_the_middle_gives_nothing(case_store: Store) -> None:
    form = form_for(case_store, "delmal", "Nyt delmål · f1", None, {}, {"forlob": "1"})
    with create_pipe_input() as source:
        table = Table(source)
        keys = iter(["c" + ENTER, CTRL_C])

        with pytest.raises(KeyboardInterrupt):
            fill_in(form, lambda question: table.ask(question, next(keys)), lambda _line: None)


# --- aftale ---


def test_a_new_aftale_asks_no_outcome_and_names_others_only_when_there_are(case_store: Store) -> None:
    plain, others = Scripted("Ringe", "borgeren", "27/11"), Scripted("Ringe", "andre", "en nabo", "27/11")

    filled(case_store, "aftale", plain)
    given = filled(case_store, "aftale", others)

    assert asked_of(plain) == ["Hvad er aftalt", "Hvem gør det", "Senest", "Hvem må se aftalen"]
    assert "Hvilke andre" in asked_of(others)
    assert given["hvem_andre"] == "en nabo"


def test_an_own_promise_has_its_frist_at_the_prompt(case_store: Store) -> None:
    ask = Scripted("Prøvetur", "konsulenten (dig)")

    given = filled(case_store, "aftale", ask)

    assert ask.asked[2].current == "2026-11-27"
    assert given["frist"] == "2026-11-27"


def test_an_aftale_of_others_needs_a_frist(case_store: Store) -> None:
    told: list[str] = []
    ask = Scripted("Ringe", "borgeren", SKIP, SKIP, "4/12")

    given = filled(case_store, "aftale", ask, told)

    assert given["frist"] == "2026-12-04"
    assert any("mangler en frist" in sentence for sentence in told)


def test_a_moved_aftale_asks_why_and_for_a_new_frist(case_store: Store) -> None:
    aftale = case_store.door(Aftale).get(1)
    told: list[str] = []
    ask = Scripted("flyttet til en ny frist", "Travlt", SKIP, SKIP, SKIP, SKIP, "1/12")

    given = filled(case_store, "aftale", ask, told, columns_of(aftale, "aftale"), aftale.nr)

    assert asked_of(ask)[:2] == ["Hvordan gik det", "Hvorfor"]
    assert (given["udfald"], given["frist"], given["grund"]) == ("flyttet", "2026-12-01", "Travlt")
    assert "Den er flyttet. Skriv den nye frist." in told


def test_an_aftale_that_was_done_is_not_asked_why(case_store: Store) -> None:
    aftale = case_store.door(Aftale).get(1)
    ask = Scripted("gjort")

    filled(case_store, "aftale", ask, [], columns_of(aftale, "aftale"), aftale.nr)

    assert "Hvorfor" not in asked_of(ask)


def test_back_from_the_first_question_stays_and_hidden_ones_are_never_shown(case_store: Store) -> None:
    told: list[str] = []
    ask = Scripted(Back(), "Ringe", Back(), SKIP, "borgeren", Overview(), "27/11")

    filled(case_store, "aftale", ask, told)

    assert asked_of(ask)[:4] == ["Hvad er aftalt", "Hvad er aftalt", "Hvem gør det", "Hvad er aftalt"]
    assert not any("Hvilke andre" in line or "Hvordan gik det" in line for line in told)


# --- timer and opgave ---


def test_a_reason_is_asked_only_above_full_time(case_store: Store) -> None:
    usual, above = Scripted("aftalt", "1/12", "37"), Scripted("aftalt", "1/12", "30", SKIP, "8", "Højsæson")

    filled(case_store, "timer", usual)
    given = filled(case_store, "timer", above)

    assert "Hvorfor mere end 37 timer" not in asked_of(usual)
    assert given["grund"] == "Højsæson"


def test_hours_taken_over_count_too(case_store: Store) -> None:
    told: list[str] = []
    ask = Scripted("aftalt", "1/12", SKIP, SKIP, "30", "Højsæson")

    given = filled(case_store, "timer", ask, told)

    assert given["grund"] == "Højsæson"
    assert any("42,5 timer om ugen" in sentence for sentence in told)


@pytest.mark.parametrize("is_combined", [True, False])
def test_only_a_kombination_asks_for_the_kind_of_hours(case_store: Store, is_combined: bool) -> None:
    ask = Scripted("Opvask", "oplæres")

    filled(case_store, "opgave", ask, current={IS_COMBINED: "ja"} if is_combined else {})

    assert ("Hvilke timer hører opgaven til" in asked_of(ask)) == is_combined


@pytest.mark.parametrize("emne", ["aftale", "delmal", "timer", "opgave"])
def test_pausing_at_once_gives_nothing(case_store: Store, emne: str) -> None:
    assert filled(case_store, emne, Scripted(Pause(interrupted=False))) is None


def test_what_was_cleared_is_taken_away(case_store: Store) -> None:
    delmal = new_record(
        case_store, "delmal", {"borger": "1", "art": "jobmal", "specifikt": "Løn", "malbart": "5 timer"}
    )
    ask = Scripted(SKIP, SKIP, SKIP, SKIP, Cleared())

    given = filled(case_store, "delmal", ask, current=columns_of(delmal, "delmal"), nr=delmal.nr)

    assert given == {"malbart": None}
