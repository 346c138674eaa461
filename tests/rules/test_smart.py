"""What a delmål lacks, letter by letter, in words."""

import pytest

from vforlob.model.delmal import Delmal
from vforlob.rules.smart import LETTERS, gaps, missing, title

WHOLE = Delmal(
    1,
    1,
    specifikt="Møde kl. 9",
    malbart="tre dage om ugen",
    attraktivt="Jeg vil gerne kende de andre",
    realistisk="bussen passer",
    frist="2026-11-30",
)


def test_a_whole_delmal_lacks_nothing() -> None:
    assert (gaps(WHOLE), missing(WHOLE)) == ((), "")


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.letter)
@pytest.mark.parametrize("nothing", [None, "", "  \n "])
def test_a_missing_letter_is_a_question_in_words(letter, nothing: str | None) -> None:
    lacking = WHOLE._replace(**{letter.column: nothing})

    assert missing(lacking) == letter.letter
    assert gaps(lacking) == (f"{letter.letter} mangler: {letter.gap}",)
    assert gaps(lacking)[0].endswith("?")


def test_the_letters_are_those_of_the_word() -> None:
    assert "".join(letter.letter for letter in LETTERS) == "SMART" == missing(Delmal(1, 1))


@pytest.mark.parametrize(
    ("delmal", "called"),
    [
        (WHOLE, "Møde kl. 9"),
        (WHOLE._replace(specifikt=None), "tre dage om ugen"),
        (Delmal(1, 1, frist="2026-11-30"), ""),
    ],
)
def test_a_delmal_is_called_by_its_concrete_part_or_what_there_is(delmal: Delmal, called: str) -> None:
    assert title(delmal) == called
