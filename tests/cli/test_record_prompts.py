"""Records filled in at the keyboard: the questions, the way back, the rules."""

from collections.abc import Iterable

import pytest

from building import make_borger, make_virksomhed
from vforlob.actions.asking import Answered, Ask, Back, Cleared, Jump, Overview, Pause, Question, Reply, SkipPunkt
from vforlob.actions.record_kinds.base import always
from vforlob.actions.record_kinds.borger import FELTER as BORGER
from vforlob.actions.record_kinds.forlob import FELTER as FORLOB
from vforlob.cli.record_prompts import fill_in, form_for
from vforlob.errors.answer import BadAnswer
from vforlob.errors.use import NothingToPick
from vforlob.store.store import Store

SKIP = Answered(None)
TYPED = ["Æ-7", "aktivitetsparat", "tæt på"]


class Scripted:
    """Answers the questions in turn: a text is typed, a Reply is given as it is."""

    def __init__(self, *replies: str | Reply) -> None:
        self.left, self.asked, self.refused = list(replies), list[Question](), list[str]()

    def __call__(self, question: Question) -> Reply:
        self.asked.append(question)
        while True:
            reply = self.left.pop(0) if self.left else SKIP
            if not isinstance(reply, str):
                return reply
            try:
                return Answered(question.read(reply))
            except BadAnswer as bad:
                self.refused.append(bad.sentence)


def entered(store: Store, ask: Ask, told: list[str] | None = None, emne: str = "borger") -> dict[str, object] | None:
    said: list[str] = told if told is not None else []
    return fill_in(form_for(store, emne, "Ny borger"), ask, said.append)


def test_every_question_is_asked_once_in_order(store: Store) -> None:
    ask = Scripted(*TYPED)

    given = entered(store, ask)

    assert given == {"alias": "Æ-7", "malgruppe": "aktivitetsparat", "parathed": "taet_pa"}
    assert [question.text for question in ask.asked] == [felt.felt.text for felt in BORGER if not felt.named]
    assert ask.asked[1].position == "11 spørgsmål"
    assert not any(question.saves for question in ask.asked)


def test_a_rule_is_told_at_once_and_asked_again(store: Store) -> None:
    make_borger(store, alias="Æ-1")
    ask = Scripted("Mette", "b7", "ae-1", *TYPED)

    given = entered(store, ask)

    assert given is not None
    assert given["alias"] == "Æ-7"
    assert len(ask.refused) == 3


def test_what_must_be_filled_in_is_asked_again(store: Store) -> None:
    told: list[str] = []
    ask = Scripted(SKIP, "Æ-7", Cleared(), *TYPED[1:])

    given = entered(store, ask, told)

    assert given is not None
    assert sum("skal udfyldes" in sentence for sentence in told) == 2


def test_back_jump_and_skip(store: Store) -> None:
    ask = Scripted(
        "Æ-7", Back(), "Æ-8", Jump("3"), "klar", Jump("2"), "ledig", SkipPunkt(), Jump("99"), Jump("8"), "Bo-2"
    )
    told: list[str] = []

    given = entered(store, ask, told)

    assert given == {"alias": "Æ-8", "parathed": "klar", "malgruppe": "ledig", "sagsbehandler": "Bo-2"}
    assert any("11 spørgsmål" in sentence for sentence in told)


def test_the_overview_shows_what_is_answered(store: Store) -> None:
    told: list[str] = []
    entered(store, Scripted(*TYPED, Overview()), told)

    assert any("Alias" in line and "Æ-7" in line for line in told)
    assert any("Hvor tæt på arbejde" in line and "Tæt på" in line for line in told)


@pytest.mark.parametrize("place", range(8))
def test_pausing_anywhere_gives_nothing(store: Store, place: int) -> None:
    typed: Iterable[str | Reply] = [*TYPED, SKIP, SKIP, SKIP, SKIP, SKIP][:place]

    assert entered(store, Scripted(*typed, Pause(interrupted=False))) is None


def test_ctrl_c_ends_the_program(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt):
        entered(store, Scripted("Æ-7", Pause(interrupted=True)))


def test_a_borger_and_a_virksomhed_are_picked_by_number_alias_or_from_the_list(store: Store) -> None:
    make_borger(store, alias="Æ-1")
    make_virksomhed(store)
    ask = Scripted("b9", "æ-1", "v1", "løntilskud", "4/11", "3/2-27", "12,5")

    given = entered(store, ask, emne="forlob")

    assert given is not None
    assert (given["borger"], given["virksomhed"], given["timer"]) == ("1", "1", 12.5)
    assert [choice.text for choice in ask.asked[0].choices] == ["b1  Æ-1"]
    assert [question.text for question in ask.asked] == [felt.felt.text for felt in FORLOB if felt.when is always]


def test_dates_that_do_not_go_together_lead_back_to_the_question(store: Store) -> None:
    make_borger(store, alias="Æ-1")
    make_virksomhed(store)
    told: list[str] = []
    ask = Scripted("b1", "v1", "løntilskud", "4/11-26", "3/11-26", "10", SKIP, SKIP, SKIP, "3/2-27")

    given = entered(store, ask, told, emne="forlob")

    assert given is not None
    assert (given["start"], given["slut"]) == ("2026-11-04", "2027-02-03")
    assert any("før første dag" in sentence for sentence in told)


def test_a_forlob_needs_a_borger_to_pick(store: Store) -> None:
    with pytest.raises(NothingToPick):
        entered(store, Scripted(), emne="forlob")


def test_correcting_shows_what_stands_and_keeps_it(store: Store) -> None:
    borger = make_borger(store, alias="Æ-1", malgruppe="ledig")
    form = form_for(store, "borger", "b1", borger.nr, {"alias": "Æ-1", "malgruppe": "ledig", "parathed": "klar"})
    ask = Scripted(SKIP, Cleared(), "jobparat")

    given = fill_in(form, ask, lambda _line: None)

    assert given == {"malgruppe": "jobparat"}
    assert ask.asked[0].current_text == "Æ-1"
