"""Two thousand consultants who do things in no sensible order: the database is always what a plain model says."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from figures import reached
from safety.playing_cases import PUNKTER, Play, new_play
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt
from vforlob.model.samtale import Samtale
from vforlob.model.virksomhed import Virksomhed

SEQUENCES, STEPS, PARTS = 2_000, 50, 4
MOST_ERASED, MOST_RESTORED = 4, 2  # in a sequence: each costs as much as ten answers, and a copy as forty
EVERY = 10  # steps between two comparisons of everything; one that deletes or takes back is compared at once

DONE = {
    *("opret", "ret", "svar", "halvt svar", "gør færdig", "fortryd", "slettestop", "slet", "eksportér", "kopi"),
    *("gendan", "luk"),
}

NUMBERS = st.integers(0, 11)
WORDS = st.sampled_from(
    ["kommer tre dage om ugen", "Ærø & Søn", "[/] {{ x }} %s", "'; DROP TABLE borger; --", "👩‍🏭 ok"]
)
SAID = st.sampled_from([(punkt, value) for punkt, values in PUNKTER.items() for value in values])


def some(kind: Any, **columns: Any) -> Any:
    """There is one to do it to."""
    return precondition(lambda self: self.play.pick(kind, 0, **columns) is not None)


may_erase = precondition(lambda self: self.erased < MOST_ERASED)


class Consultant(RuleBasedStateMachine):
    """`done` is over all sequences of the process: how often each thing was done."""

    done: Counter[str] = Counter()
    sequences = 0

    def __init__(self) -> None:
        super().__init__()
        self.play = new_play()
        self.steps = self.erased = self.restored = 0
        type(self).sequences += 1
        self.may_copy = False

    def teardown(self) -> None:
        try:
            if self.done["slet"] % 4 == 0:  # what was deleted is swept out of the file, and all else stands
                self.play.scrub()
            self.play.compare()
            self.play.compare_with_events()
        finally:
            self.play.end()

    def did(self, what: str, *, compared: bool = False) -> None:
        self.steps += 1
        self.done[what] += 1
        if compared or self.steps % EVERY == 0:
            self.play.compare()

    def did_erase(self) -> None:
        self.erased += 1
        self.did("slet", compared=True)

    @initialize(drawn=st.booleans())
    def begin(self, drawn: bool) -> None:
        """Half of them make copies."""
        self.may_copy = drawn

    @rule(word=WORDS)
    def new_borger(self, word: str) -> None:
        self.play.new_borger(word)
        self.did("opret")

    @rule(word=WORDS)
    def new_virksomhed(self, word: str) -> None:
        self.play.new_virksomhed(word)
        self.did("opret")

    @some(Borger)
    @some(Virksomhed)
    @rule(one=NUMBERS, other=NUMBERS)
    def new_forlob(self, one: int, other: int) -> None:
        self.play.new_forlob(self.play.pick(Borger, one), self.play.pick(Virksomhed, other))
        self.did("opret")

    @some(Borger)
    @rule(number=NUMBERS, word=WORDS)
    def new_aftale(self, number: int, word: str) -> None:
        self.play.new_aftale(self.play.pick(Borger, number), word)
        self.did("opret")

    @some(Forlob)
    @rule(number=NUMBERS, word=WORDS)
    def new_kontakt(self, number: int, word: str) -> None:
        self.play.new_kontakt(self.play.pick(Forlob, number), word)
        self.did("opret")

    @some(Borger)
    @rule(number=NUMBERS, word=WORDS)
    def change_borger(self, number: int, word: str) -> None:
        self.play.change_borger(self.play.pick(Borger, number), word)
        self.did("ret")

    @some(Kontakt)
    @rule(number=NUMBERS, word=WORDS)
    def change_kontakt(self, number: int, word: str) -> None:
        self.play.change_kontakt(self.play.pick(Kontakt, number), word)
        self.did("ret")

    @some(Aftale)
    @rule(number=NUMBERS)
    def settle_aftale(self, number: int) -> None:
        self.play.settle(self.play.pick(Aftale, number))
        self.did("ret")

    @some(Borger)
    @rule(number=NUMBERS, said=SAID)
    def begin_samtale(self, number: int, said: tuple[str, Any]) -> None:
        self.play.begin(self.play.pick(Borger, number), *said)
        self.did("svar")

    @some(Samtale, status="kladde")
    @rule(number=NUMBERS, said=SAID)
    def answer(self, number: int, said: tuple[str, Any]) -> None:
        self.play.answer(self.play.pick(Samtale, number, status="kladde"), *said)
        self.did("svar")

    @some(Samtale, kladde_udgave=2)
    @rule(number=NUMBERS, said=SAID)
    def answer_again(self, number: int, said: tuple[str, Any]) -> None:
        self.play.answer(self.play.pick(Samtale, number, kladde_udgave=2), *said)
        self.did("svar")

    @some(Samtale, status="kladde")
    @rule(number=NUMBERS, word=WORDS)
    def type_half(self, number: int, word: str) -> None:
        self.play.half(self.play.pick(Samtale, number, status="kladde"), "ord", word)
        self.did("halvt svar")

    @some(Samtale, kladde_udgave=1)
    @rule(number=NUMBERS)
    def finish_samtale(self, number: int) -> None:
        self.play.finish(self.play.pick(Samtale, number, kladde_udgave=1))
        self.did("gør færdig", compared=True)

    @some(Samtale, udgave=1, kladde_udgave=None)
    @rule(number=NUMBERS)
    def correct(self, number: int) -> None:
        self.play.correct(self.play.pick(Samtale, number, udgave=1, kladde_udgave=None))
        self.did("ret")

    @some(Samtale, kladde_udgave=2)
    @rule(number=NUMBERS)
    def finish_correction(self, number: int) -> None:
        self.play.finish(self.play.pick(Samtale, number, kladde_udgave=2))
        self.did("gør færdig", compared=True)

    @some(Samtale, kladde_udgave=2)
    @rule(number=NUMBERS)
    def drop_correction(self, number: int) -> None:
        self.play.drop_correction(self.play.pick(Samtale, number, kladde_udgave=2))
        self.did("ret")

    @precondition(lambda self: self.steps % 2 == 0)  # else half of all that is done would be taking back
    @rule()
    def take_back(self) -> None:
        self.play.take_back()
        self.did("fortryd", compared=True)

    @some(Borger)
    @rule(number=NUMBERS, word=st.sampled_from(["til", "af"]))
    def stop_deletion(self, number: int, word: str) -> None:
        self.play.stop(self.play.pick(Borger, number), word)
        self.did("slettestop")

    @may_erase
    @some(Borger)
    @rule(number=NUMBERS)
    def erase_borger(self, number: int) -> None:
        self.play.erase_borger(self.play.pick(Borger, number))
        self.did_erase()

    @may_erase
    @some(Virksomhed)
    @rule(number=NUMBERS)
    def erase_virksomhed(self, number: int) -> None:
        self.play.erase_virksomhed(self.play.pick(Virksomhed, number))
        self.did_erase()

    @may_erase
    @some(Samtale, status="faerdig", kladde_udgave=None)
    @rule(number=NUMBERS)
    def erase_words_said(self, number: int) -> None:
        found = self.play.pick(Samtale, number, status="faerdig", kladde_udgave=None)
        self.play.erase_words(Samtale, found.nr)
        self.did_erase()

    @may_erase
    @some(Kontakt)
    @rule(number=NUMBERS)
    def erase_words_of_contact(self, number: int) -> None:
        self.play.erase_words(Kontakt, self.play.pick(Kontakt, number).nr)
        self.did_erase()

    @may_erase
    @some(Samtale)
    @rule(number=NUMBERS)
    def erase_draft(self, number: int) -> None:
        self.play.erase_draft(self.play.pick(Samtale, number))
        self.did_erase()

    @some(Borger)
    @rule(number=NUMBERS, word=WORDS)
    def export(self, number: int, word: str) -> None:
        self.play.export(self.play.pick(Borger, number), word)
        self.did("eksportér")

    @precondition(lambda self: self.may_copy and not self.play.copies)
    @rule()
    def copy(self) -> None:
        self.play.copy()
        self.did("kopi")

    @precondition(lambda self: self.play.copies and self.restored < MOST_RESTORED)
    @rule()
    def restore(self) -> None:
        self.restored += 1
        self.play.restore()
        self.did("gendan", compared=True)

    @some(Samtale)
    @rule(number=NUMBERS)
    def lock(self, number: int) -> None:
        self.play.lock(self.play.pick(Samtale, number))
        self.did("luk", compared=True)


# --- what it found once, and that it would find it again ---


@pytest.fixture
def play() -> Iterator[Play]:
    started = new_play()
    yield started
    started.end()


def test_what_is_half_typed_stays_when_the_answer_before_it_is_taken_back(play: Play) -> None:
    begun = play.pick(Samtale, 0, status="kladde")
    play.answer(begun, "ord", "har sovet bedre")
    play.half(begun, "ord", "kommer tre dage")

    play.take_back()

    play.compare()
    assert play.model.halves == {(begun.nr, "ord"): "kommer tre dage"}


def test_a_version_that_was_deleted_is_not_open_again_after_a_restore(play: Play) -> None:
    play.correct(play.pick(Samtale, 0, status="faerdig"))
    again = play.pick(Samtale, 0, kladde_udgave=2)
    play.answer(again, "ord", "noget andet")
    play.half(again, "humor", "halvt")
    play.copy()
    play.erase_draft(again)

    play.restore()

    play.compare()
    assert play.store.door(Samtale).get(again.nr).kladde_udgave is None


def test_what_was_half_typed_does_not_come_back_with_a_copy_when_the_words_were_deleted(play: Play) -> None:
    begun = play.pick(Samtale, 0, status="kladde")
    play.answer(begun, "ord", "har sovet bedre")
    play.half(begun, "ord", "halvt")
    play.copy()
    play.finish(begun)
    play.erase_words(Samtale, begun.nr)

    play.restore()

    play.compare()
    assert play.store.rows("SELECT * FROM kladde") == []


def test_control_a_row_that_is_not_what_was_done_is_seen(play: Play) -> None:
    with play.store.doing("prøve"):
        play.store.rows("UPDATE kontakt SET tekst = 'noget andet' WHERE nr = 1")

    with pytest.raises(AssertionError, match="'Kontakt'"):
        play.compare()
    with pytest.raises(AssertionError, match="kontakt 1: tekst"):
        play.compare_with_events()


def test_control_a_model_that_forgets_to_take_back_is_seen(play: Play) -> None:
    play.new_borger("jobparat")
    play.model.done.pop()

    play.take_back()

    with pytest.raises(AssertionError, match="'Borger'"):
        play.compare()


def played(part: int, sequences: int) -> Counter[str]:
    Consultant.done, Consultant.sequences = Counter(), 0
    asked = settings(
        max_examples=sequences,
        stateful_step_count=STEPS + 22,  # some sequences end before their last step
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(2026 + part)(Consultant), settings=asked)
    return Consultant.done


@pytest.mark.safety
@pytest.mark.tal
@pytest.mark.parametrize("part", range(PARTS))
def test_the_database_is_what_the_model_says(part: int) -> None:
    done = played(part, SEQUENCES // PARTS)

    reached(
        12,
        "Tilfældige rækker af kommandoer, holdt op mod en simpel model",
        required=f"{SEQUENCES} rækker à {STEPS} skridt, model og database ens",
        reached=f"{Consultant.sequences} rækker, {done.total()} skridt, 0 forskelle",
        control="en forkert model bliver opdaget",
    )
    assert Consultant.sequences >= SEQUENCES // PARTS
    assert done.total() >= SEQUENCES // PARTS * STEPS
    assert {what for what in DONE if done[what] < 10} == set()
