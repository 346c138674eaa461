"""kontakt and fravær at the keyboard: how many questions, how many keys, and what Enter takes."""

import pytest

from building import make_case
from vforlob.actions.asking import Answered, Cleared, Question, Reply
from vforlob.actions.records import new_record
from vforlob.cli.ask.answering import Answering
from vforlob.cli.record_prompts import fill_in, form_for
from vforlob.model.kontakt import Fravaer, Kontakt
from vforlob.store.store import Store


class Keys:
    """Types each line and an Enter, and counts what it took; after the last line only Enters."""

    def __init__(self, *typed: str) -> None:
        self.left, self.count, self.questions = list(typed), 0, list[str]()

    def __call__(self, question: Question) -> Reply:
        self.questions.append(question.text)
        answering = Answering(question, at_prompt=True)
        while True:
            text = self.left.pop(0) if self.left else answering.start
            self.count += 1 + (len(text) if text != answering.start else 0)
            turn = answering.enter(text)
            if turn.reply is not None:
                assert isinstance(turn.reply, Answered | Cleared)
                return turn.reply
            assert turn.message == "", turn.message


def log(store: Store, emne: str, *typed: str) -> Keys:
    keys = Keys(*typed)
    given = fill_in(form_for(store, emne, emne, preset={"forlob": "1"}), keys, lambda line: pytest.fail(line))
    assert given is not None
    new_record(store, emne, given)
    return keys


def test_a_call_to_the_virksomhed_that_was_answered_is_four_enters(store: Store) -> None:
    make_case(store)

    keys = log(store, "kontakt")

    assert (len(keys.questions), keys.count) == (4, 4)
    assert store.door(Kontakt).get(1)._replace(nr=0) == Kontakt(
        0, 1, 1, "2026-11-20", "telefon", ("virksomhed",), "ja", "konsulent"
    )


def test_an_attempt_by_sms_with_a_line_is_few_keys_beside_the_line(store: Store) -> None:
    make_case(store)
    said = "skriver igen torsdag"

    keys = log(store, "kontakt", "a b", "", "d", "c", said)

    kontakt = store.door(Kontakt).get(1)
    assert (kontakt.med, kontakt.kanal, kontakt.naet, kontakt.tekst) == (("borger",), "sms", "nej", said)
    assert keys.count - len(said) <= 10


def test_they_called_is_one_letter(store: Store) -> None:
    make_case(store)

    keys = log(store, "kontakt", "", "", "b", "")

    kontakt = store.door(Kontakt).get(1)
    assert (kontakt.naet, kontakt.hvem_ringede) == ("ja", "virksomhed")
    assert keys.count <= 6


@pytest.mark.parametrize(("letter", "art"), [("a", "syg"), ("b", "fri"), ("c", "udeblevet"), ("d", "uafklaret")])
def test_an_absence_today_is_three_questions_and_a_letter(store: Store, letter: str, art: str) -> None:
    make_case(store)

    keys = log(store, "fravaer", "20/11", letter, "")

    assert len(keys.questions) == 3
    assert keys.count <= 9
    assert store.door(Fravaer).get(1)._replace(nr=0) == Fravaer(0, 1, 1, "2026-11-20", art)


def test_what_happened_is_not_taken_by_an_enter(store: Store) -> None:
    """An absence without a kind would be a guess about somebody."""
    make_case(store)
    told: list[str] = []
    answers = iter(["", "", "", "a", ""])

    def ask(question: Question) -> Reply:
        answering = Answering(question, at_prompt=False)
        reply = answering.enter(next(answers)).reply
        assert reply is not None
        return reply

    given = fill_in(form_for(store, "fravaer", "fravær", preset={"forlob": "1"}), ask, told.append)

    assert given is not None
    assert given["art"] == "syg"
    assert len(told) == 2
