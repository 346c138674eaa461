"""Words that tell what somebody lacks: found where they stand, answered with what could be said instead."""

import pytest

from vforlob.model.frase import Frase
from vforlob.rules.language import MOST, Softer, softer
from vforlob.store.fraser import load_fraser

RYG = Frase("ryg", ("ryg",), "behov", "løsning", "Arbejder godt, når arbejdet veksler", "2000-01-01", "prøve")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hun kan ikke huske beskeder.", ["kan ikke"]),
        ("Umotiveret og ustabil", ["Umotiveret", "ustabil"]),
        ("Mangler motivation", ["Mangler motivation"]),
        ("Der var problemer med mødetiden. Problemer igen.", ["problemer"]),
        ("Nedsat arbejdsevne; magter ikke tempoet", ["magter ikke", "Nedsat"]),
        ("Fejning klares nu selvstændigt. Timetallet er uændret.", []),
        ("Fejlfri svagstrøm på kanten ikke", []),
        ("", []),
    ],
)
def test_a_hard_word_is_found_once_as_it_was_typed(text: str, words: list[str]) -> None:
    assert [it.word for it in softer(text)] == words


def test_a_phrase_of_the_bank_that_fits_the_sentence_comes_first() -> None:
    found = softer("Kan ikke løfte på grund af ryggen. Kan ikke komme til tiden.", [RYG])

    assert found == (Softer("Kan ikke", "Fx: »Arbejder godt, når arbejdet veksler«."),)


def test_without_a_phrase_there_is_still_advice() -> None:
    (found,) = softer("Klarer ikke tempoet", [RYG])

    assert found.suggestion == "Skriv, hvad der skal til, for at det lykkes."


def test_no_more_than_a_few_are_named() -> None:
    text = "umotiveret, doven, ustabil, svag, nedsat, problem, mangler, ringe"

    assert len(softer(text)) == MOST


def test_what_our_own_bank_proposes_is_not_hard_itself() -> None:
    suggested = " ".join(f"{it.reformulering}." for it in load_fraser("/findes/ikke"))

    assert softer(suggested) == ()
