"""A hensyn at the keyboard: phrases are offered while it is typed, one letter takes one, and nothing is forced."""

from pathlib import Path

import pytest

from building import make_case
from vforlob.actions.asking import Answered, Question, Reply
from vforlob.actions.record_kinds.hensyn import phrases
from vforlob.actions.records import change_record, columns_of, new_record
from vforlob.cli.ask.answering import Answering
from vforlob.cli.ask.plain import Plain
from vforlob.cli.record_prompts import fill_in, form_for
from vforlob.errors.answer import FaultyFile
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.store.store import Store


class Typist:
    """Types the line for each question and an Enter. `offered` are the lines that stood under each question."""

    def __init__(self, *typed: str) -> None:
        self.left, self.offered, self.asked = list(typed), dict[str, list[str]](), list[str]()

    def __call__(self, question: Question) -> Reply:
        answering = Answering(question, at_prompt=True)
        self.asked.append(question.text)
        typed = self.left.pop(0) if self.left else answering.start
        self.offered[question.text] = [line.text.strip() for line in answering.widget.lines("")]
        while True:
            for end in range(1, len(typed)):
                answering.widget.lines(typed[:end])  # as the screen does at every key
            answering.widget.lines(typed)
            reply = answering.enter(typed).reply
            if reply is not None:
                return reply
            typed = ""


def entered(store: Store, *typed: str) -> tuple[Hensyn, Typist]:
    typist = Typist(*typed)
    form = form_for(store, "hensyn", "Nyt hensyn", preset={"borger": "1", "forlob": "1"})
    given = fill_in(form, typist, lambda line: pytest.fail(line))
    assert given is not None
    record = new_record(store, "hensyn", given)
    assert isinstance(record, Hensyn)
    return record, typist


def test_letters_take_the_phrases_that_fit_what_was_typed(store: Store) -> None:
    make_case(store)

    hensyn, typist = entered(store, "Sover dårligt om natten", "a", "a", "a", "a", "b")

    assert typist.offered["Det, der er svært"] == []
    assert hensyn[3:6] == (
        "Har brug for en rolig morgen",
        "Møder kl. 9 eller senere",
        "Er klar og frisk, når dagen begynder kl. 9",
    )
    assert typist.offered["Løsning på arbejdspladsen"][0] == "a  Møder kl. 9 eller senere"
    rows = {row.rolle: (row.svar, row.aftalt) for row in store.door(Clearance).find(hensyn=hensyn.nr)}
    assert rows["leder"] == ("ma", "2026-11-20")
    assert (rows["mentor"][0], rows["vitas"][0]) == ("sporg", "ma_ikke")


def test_own_words_stand_as_they_were_typed(store: Store) -> None:
    make_case(store)

    hensyn, _ = entered(store, "Ryg", "aldrig stå stille", "Bord, der kan hæves", "")

    assert hensyn[2:6] == ("Ryg", "aldrig stå stille", "Bord, der kan hæves", None)


@pytest.mark.parametrize("typed", ["b", "q", "a b", "A)"])
def test_a_letter_that_nothing_is_offered_for_is_a_text(store: Store, typed: str) -> None:
    make_case(store)

    hensyn, typist = entered(store, "Zxcv", typed, "noget", "")

    assert typist.offered["Behov"] == []
    assert hensyn.behov == typed


def test_what_is_typed_narrows_what_is_offered(store: Store) -> None:
    make_case(store)
    question = _behov_of(store, "noget svært")

    assert question.suggest("") == ()
    assert question.suggest("larm og støj") == ("Bliver hurtigt slidt af larm",)


def _behov_of(store: Store, hensyn: str) -> Question:
    asked: list[Question] = []

    def ask(question: Question) -> Reply:
        asked.append(question)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return Answered(hensyn)

    form = form_for(store, "hensyn", "Nyt hensyn", preset={"borger": "1"})
    with pytest.raises(KeyboardInterrupt):
        fill_in(form, ask, lambda line: None)
    return asked[1]


def test_plain_lines_have_the_same_letters(store: Store) -> None:
    make_case(store)
    said: list[str] = []
    lines = iter(["a", ""])

    reply = Plain(read=lambda _mark: next(lines), write=said.append)(_behov_of(store, "larm"))

    assert reply == Answered("Bliver hurtigt slidt af larm")
    assert any("a  Bliver hurtigt slidt af larm" in line for line in said)


def test_correcting_shows_what_is_decided_and_enter_keeps_it(store: Store) -> None:
    make_case(store)
    before = store.door(Clearance).find(hensyn=1, rolle="leder")
    stands = {name: value for name, value in columns_of(store.door(Hensyn).get(1), "hensyn").items() if name in _WORDS}
    typist = Typist()
    form = form_for(store, "hensyn", "Hensyn 1", 1, stands, {"borger": "1", "forlob": "1"})

    given = fill_in(form, typist, lambda line: pytest.fail(line))
    assert given is not None
    after = change_record(store, "hensyn", 1, given)

    assert (given["hvem"], after.losning) == (("leder",), "en kort pause hver anden time")
    assert store.door(Clearance).find(hensyn=1, rolle="leder") == before
    assert "Gælder det endnu" in typist.asked


_WORDS = {"hensyn", "behov", "losning", "reformulering", "hvorfor", "betydning", "status"}


def test_a_fault_in_own_phrases_is_told_before_anything_is_typed(store: Store, folder: str) -> None:
    own = Path(folder, "regler")
    own.mkdir(exist_ok=True)
    (own / "egne.toml").write_text("[[frase]]\nid = 3\n", encoding="utf-8")

    with pytest.raises(FaultyFile):
        phrases(store.folder, "2026-11-20")
