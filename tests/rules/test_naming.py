"""An alias or a name is found in a text in any spelling, and never as a part of another word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.model.text import search_fold
from vforlob.rules.naming import names_one_of


@pytest.mark.parametrize(("word", "text", "expected"), [
    ("K-1", "hos K-1", True), ("K-1", "hos k1.", True), ("K-1", "K 1 kommer", True), ("K-1", "K - 1", True),
    ("K-1", "K-12", False), ("K-1", "AK-1", False), ("K-1", "K. Og 1", False), ("K-1", "K    1", True),
    ("K1", "k-1", False), ("K1", "K1s", True),
    ("Åse", "Åses job", True), ("Åse", "Åsen", False), ("Åse", "ås e", False),
    ("Æ-7", "ae7", True), ("Æ-7", "ÆE-7", False),
    ("Åse Holm", "aase  holm var der", True), ("Åse Holm", "Åse kom. Holm gik", False), ("Åse Holm", "Holm Åse", False),
    ("20 30 40 50", "ring 20304050", True), ("2 0 3 0 4 0 5 0", "ring 20 30 40 50", True),
    ("Åse Holm", "Å\u00adse Holm", True), ("K-1", "K\u20111", True), ("Åse", "Åse\u200bkom", True),
    ("***", "***", False), ("", "", False),
])  # fmt: skip
def test_whole_words_in_any_spelling(word: str, text: str, expected: bool) -> None:
    assert names_one_of([word])(text) is expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Smed søges", True), ("en smed søges", False), ("hos Smeden", False), ("SMED", True), ("Smeds hal", True),
    ("", False),
])  # fmt: skip
def test_a_name_that_is_a_word_too_counts_with_a_capital(text: str, expected: bool) -> None:
    assert names_one_of([], ["Smed"])(text) is expected


LETTERS = st.text("k1 -_aæ.s", max_size=9)


@given(st.lists(LETTERS, max_size=4), LETTERS)
def test_as_a_slow_search_for_each_word_would(words: list[str], text: str) -> None:
    def slow(word: str) -> bool:
        parts = re.findall(r"[^\W_]+", search_fold(word))
        if not parts:
            return False
        pattern = r"[\W_]{0,3}".join(map(re.escape, parts))
        return re.search(rf"(?<![^\W_]){pattern}s?(?![^\W_])", search_fold(text)) is not None

    assert names_one_of(words)(text) is any(map(slow, words))
