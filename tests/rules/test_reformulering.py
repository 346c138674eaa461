"""Ready phrases for a hensyn: found by its words, offered in a fixed order, never chosen by themselves."""

from typing import Any

import pytest

from vforlob.model.frase import Frase
from vforlob.rules.hints import find_health_words
from vforlob.rules.reformulering import MOST, fitting, in_force, suggestions
from vforlob.store.fraser import load_fraser

OURS = load_fraser("/findes/ikke")


def frase(name: str, *words: str, **over: Any) -> Frase:
    plain = Frase(name, words, f"behov {name}", f"løsning {name}", f"godt {name}", "2000-01-01", "prøve")
    return plain._replace(**over)


RYG, UD = frase("ryg", "ryg", "lænd"), frase("ud", "udendørs", "ryg")
BANK = (RYG, UD, frase("larm", "larm"))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Ondt i RYGGEN", ["ryg", "ud"]),
        ("rygsmerter, mest udendørs", ["ud", "ryg"]),
        ("lænden", ["ryg"]),
        ("LÆND", ["ryg"]),
        ("kan ikke tåle larm.", ["larm"]),
        ("støjlarm", []),
        ("", []),
        ("   ", []),
        ("tryg", []),
        ("\x1b ryg\u202e", ["ryg", "ud"]),
    ],
)
def test_the_beginning_of_a_word_finds_a_phrase_and_the_best_stands_first(written: str, found: list[str]) -> None:
    assert [one.id for one in fitting(BANK, written)] == found


def test_what_was_taken_for_the_need_comes_first_for_the_solution() -> None:
    assert suggestions(BANK, "losning", "ryggen", taken=["behov ud"]) == ("løsning ud", "løsning ryg")
    assert suggestions(BANK, "losning", "", taken=["behov larm"]) == ("løsning larm",)


def test_no_text_is_offered_twice_and_never_too_many() -> None:
    many = tuple(frase(str(number), "ryg", losning=f"løsning {number % 9}") for number in range(30))

    offered = suggestions(many, "losning", "ryg")

    assert len(offered) == MOST == len(set(offered))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("1999-12-31", None),
        ("2000-01-01", "før"),
        ("2026-12-31", "før"),
        ("2027-01-01", "efter"),
        ("2030-01-01", "efter"),
    ],
)
def test_of_two_with_one_id_the_one_that_began_last_holds(day: str, text: str | None) -> None:
    before = frase("ryg", "ryg", losning="før")
    after = frase("ryg", "ryg", losning="efter", valid_from="2027-01-01")

    for bank in ((before, after), (after, before)):
        assert [one.losning for one in in_force(bank, day)] == ([text] if text else [])


def test_our_bank_is_large_enough_and_every_phrase_is_found_by_its_own_words() -> None:
    assert 25 <= len(OURS) <= 40
    assert len({one.id for one in OURS}) == len(OURS)
    assert all(one in fitting(OURS, word) for one in OURS for word in one.words)


@pytest.mark.parametrize("column", ["behov", "losning", "reformulering"])
def test_our_phrases_name_no_illness(column: str) -> None:
    """What they suggest can end in a text to a virksomhed."""
    assert {one.id: found for one in OURS if (found := find_health_words(getattr(one, column)))} == {}
