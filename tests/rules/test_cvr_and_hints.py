"""CVR numbers, and words that do not belong in a text to a virksomhed."""

import pytest

from vforlob.errors.answer import BadAnswer
from vforlob.rules.cvr import is_cvr, read_cvr
from vforlob.rules.hints import find_health_words, health_hint


@pytest.mark.parametrize("typed", ["25313763", "25 31 37 63", "DK25313763", "CVR 25313763"])
def test_a_cvr_number_is_read(typed):
    assert read_cvr(typed) == "25313763"


@pytest.mark.parametrize("typed", ["12345678", "2531376", "253137630", "abc", "", "00000000"])
def test_a_cvr_number_with_a_wrong_digit_is_refused(typed):
    assert not is_cvr(typed)
    with pytest.raises(BadAnswer):
        read_cvr(typed)


@pytest.mark.parametrize(
    ("typed", "said"), [("12345678", "Mindst et af de 8 cifre er forkert"), ("1234", "har 8 cifre")]
)
def test_a_wrong_digit_is_told_from_a_wrong_length(typed: str, said: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        read_cvr(typed)

    assert said in refused.value.sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Han har ADHD og har haft 3 sygedage", ("ADHD", "3 sygedage")),
        ("Var syg i to uger", ("syg i to uger",)),
        ("Tager Sertralin, 50 mg", ("Sertralin", "50 mg")),
        ("en fødselsdepression", ("fødselsdepression",)),
        ("angst, og igen angst", ("angst",)),
        ("KOL", ("KOL",)),
        ("to dage syg i sidste uge", ("to dage syg",)),
        ("Møder kl. 9 og holder pause hver anden time", ()),
        ("God til at pakke kolonialvarer", ()),
        ("Ny mødetid 3 dage om ugen", ()),
        ("", ()),
    ],
)
def test_words_about_health_are_found(text, words):
    assert find_health_words(text) == words


def test_the_hint_names_the_words_and_never_blocks():
    assert health_hint("har angst").startswith("»angst« kan ligne en oplysning om helbred")
    assert health_hint("har travlt") == ""
