"""A samtale that is interrupted anywhere ends as one that is not."""

from collections.abc import Callable
from typing import Any

import pytest

from building import make_case
from meeting import FINISHED, Killed, Once, Person, hold, shipped
from meetings import MEETINGS
from vforlob.actions.asking import Answered, Pause, Question, Reply
from vforlob.actions.hold import PAUSED, HeldResult
from vforlob.model.answers import Key, Value
from vforlob.model.case import Case
from vforlob.model.samtale import Samtale
from vforlob.store.answers import answers_of, keep_draft
from vforlob.store.case import load_case
from vforlob.store.rebuild import differences
from vforlob.store.store import Store

State = tuple[Case, dict[Key, Value]]


def case_for(store: Store, name: str) -> Case:
    case = make_case(store)
    return load_case(store, borger=case.borger.nr) if name == "formode" else case


def person_for(name: str) -> Person:
    said, rows = MEETINGS[name]
    return Person(said, rows)


def held_to_the_end(store: Store, name: str, person: Person) -> tuple[HeldResult, int]:
    """Begun, and begun again as often as it is interrupted; how often that was."""
    agenda, case = shipped(store, name), case_for(store, name)
    for times in range(500):
        drafts = store.door(Samtale).find(status="kladde")
        try:
            result = hold(store, agenda, case, person, drafts[0] if drafts else None)
        except Killed:
            continue
        if result.ended == "faerdig":
            return result, times
    raise AssertionError("it never ended")


def end_state(store: Store) -> State:
    return load_case(store, forlob=1), answers_of(store, 1, 1)


class PauseBeforeEveryQuestion:
    """Every question is met twice: once to be paused at, once to be answered."""

    def __init__(self) -> None:
        self.paused: set[tuple[str, str, str]] = set()

    def __call__(self, person: Person, question: Question) -> Reply | None:
        place = (question.title, question.text, str(person.row))
        if place in self.paused:
            return None
        self.paused.add(place)
        return Pause(interrupted=True)


def kill_after_every_answer(person: Person, _question: Question) -> Reply | None:
    """After an answer is on the disk, before the next one."""
    if isinstance(person.last, Answered) and person.last.value is not None and person.last.value != FINISHED:
        person.last = None
        raise Killed
    return None


@pytest.fixture
def uninterrupted(tmp_path_factory: Any, key: bytes, clock: Callable[[], Any]) -> Callable[[str], State]:
    """How each samtale ends when nothing happens, in a folder of its own."""
    from vforlob.store.key import create_with_raw_key
    from vforlob.store.open import create_store

    def ends(name: str) -> State:
        folder = tmp_path_factory.mktemp(name)
        folder.chmod(0o700)
        create_with_raw_key(str(folder), key)
        with create_store(str(folder), key, clock) as store:
            held_to_the_end(store, name, person_for(name))
            return end_state(store)

    return ends


@pytest.mark.safety
@pytest.mark.parametrize("name", MEETINGS)
@pytest.mark.parametrize("interrupts", [PauseBeforeEveryQuestion, kill_after_every_answer])
def test_a_samtale_interrupted_after_every_answer_ends_as_one_that_is_not(
    store: Store, name: str, interrupts: Any, uninterrupted: Callable[[str], State]
) -> None:
    person = person_for(name)
    person.interrupts = interrupts() if isinstance(interrupts, type) else interrupts

    _, times = held_to_the_end(store, name, person)

    assert times >= 20
    assert end_state(store) == uninterrupted(name)
    assert differences(store) == []


@pytest.mark.safety
@pytest.mark.parametrize("name", MEETINGS)
def test_everything_that_was_meant_to_be_said_is_asked_for(store: Store, name: str) -> None:
    said, rows = MEETINGS[name]

    held_to_the_end(store, name, person_for(name))

    case, answers = end_state(store)
    assert len(answers) >= len(said) + sum(len(row) for of_point in rows.values() for row in of_point)
    assert case.aftaler


def test_a_pause_goes_on_with_the_same_question_and_what_was_half_typed(store: Store) -> None:
    agenda, case, person = shipped(store, "opfolgning"), make_case(store), person_for("opfolgning")
    wanted = "Hvad siger borgeren?"
    person.interrupts = lambda _person, question: Pause(False) if question.text == wanted else None
    first = hold(store, agenda, case, person)
    keep_draft(store, 1, Key("hvordan_gar_det", "borger_tekst"), "Det går bed")
    person.asked.clear()
    person.interrupts = lambda _person, question: Pause(True) if len(_person.asked) == 2 else None

    hold(store, agenda, case, person, store.door(Samtale).get(1))

    assert first.ended == PAUSED
    assert [(q.text, q.draft) for q in person.asked][1] == (wanted, "Det går bed")


def test_a_row_that_is_half_filled_is_gone_on_with(store: Store) -> None:
    agenda, case, person = shipped(store, "opfolgning"), make_case(store), person_for("opfolgning")
    person.interrupts = lambda _person, question: Pause(True) if question.text == "Hvem gør det?" else None
    hold(store, agenda, case, person)
    asked_before = len(person.asked)
    person.interrupts = lambda _person, _question: None

    hold(store, agenda, case, person, store.door(Samtale).get(1))

    assert person.asked[asked_before + 1].text == "Hvem gør det?"
    assert load_case(store, forlob=1).aftaler[-1].hvem == ("virksomhed",)


def test_an_old_pause_does_not_count_when_the_process_is_killed_later(store: Store) -> None:
    agenda, case, person = shipped(store, "opfolgning"), make_case(store), person_for("opfolgning")
    person.interrupts = Once("Aftalte dage", Pause(interrupted=False))
    hold(store, agenda, case, person)
    person.interrupts = lambda _person, question: killed() if question.text == "Ordinære timer" else None
    with pytest.raises(Killed):
        hold(store, agenda, case, person, store.door(Samtale).get(1))
    asked_before = len(person.asked)
    person.interrupts = lambda _person, _question: None

    hold(store, agenda, case, person, store.door(Samtale).get(1))

    assert [question.text for question in person.asked[asked_before:]][1] in {"Løntilskud", "Ordinære timer"}


def test_nothing_half_typed_is_left_when_a_samtale_is_finished(store: Store) -> None:
    person = person_for("opfolgning")
    keep = Once("Mødt", Pause(interrupted=True))
    person.interrupts = keep
    agenda, case = shipped(store, "opfolgning"), make_case(store)
    hold(store, agenda, case, person)
    keep_draft(store, 1, Key("lonkroner", "opgaver"), "halvt")

    hold(store, agenda, case, person, store.door(Samtale).get(1))

    assert store.rows("SELECT count(*) FROM kladde")[0][0] == 0


def killed() -> Reply:
    raise Killed
