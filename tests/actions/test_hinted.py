"""What is looked over for words about health: what was typed, never the names we put in front of it."""

import pytest

from vforlob.actions.documents.made import hinted
from vforlob.model.dokument import Blok, Felter, Led, Liste, Overskrift, Par, Tekst

NAME = "Besked ved sygdom til"


@pytest.mark.parametrize(
    "block",
    [
        Overskrift(NAME),
        Felter((Par(NAME, "Værkføreren"),)),
        Liste((Led("Værkføreren", NAME),)),
        Liste((Led("Fremmøde", under=(Led("Værkføreren", NAME),)),)),
    ],
)
def test_our_own_names_are_no_word_about_health(block: Blok) -> None:
    assert hinted((block,)) == ()


@pytest.mark.parametrize(
    "block",
    [
        Tekst("Der har været sygdom"),
        Liste((Led("Fremmøde", under=(Led("Der har været sygdom", "Bemærkning"),)),)),
    ],
)
def test_what_was_typed_is_looked_over(block: Blok) -> None:
    assert hinted((block,))
