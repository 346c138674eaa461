"""Which passphrases are good enough, and the words of those we make."""

import re
from collections import Counter

import pytest

from vforlob.errors.key import WeakPassphrase
from vforlob.store.passphrase import WORDS, danish_words, generate_passphrase, judge_passphrase


def test_the_list_is_long_distinct_and_easy_to_type() -> None:
    words = danish_words()

    assert len(words) >= 2048
    assert len(set(words)) == len(words)
    assert list(words) == sorted(words)
    assert all(re.fullmatch("[a-zæøå]{4,9}", word) for word in words)
    assert sum(1 for word in words if set(word) & set("æøå")) > 300


def test_five_words_are_made_and_never_the_same_twice() -> None:
    made = [generate_passphrase() for _ in range(200)]

    assert all(len(text.split(" ")) == WORDS for text in made)
    assert len(set(made)) == 200
    assert set(" ".join(made).split()) <= set(danish_words())


def test_no_word_is_drawn_more_than_chance_would() -> None:
    drawn = Counter(" ".join(generate_passphrase() for _ in range(4000)).split())
    words = danish_words()

    first, last = (sum(drawn[word] for word in half) for half in (words[: len(words) // 2], words[len(words) // 2 :]))

    assert abs(first - last) < 0.05 * 20_000
    assert max(drawn.values()) < 30


def test_what_we_make_is_good_enough() -> None:
    for _ in range(300):
        judge_passphrase(generate_passphrase())


@pytest.mark.parametrize(
    "typed",
    [
        "Min nabo vander roser i regnvejr",
        "korrekte heste batterier hæfteklammer i skuffen",
        "fjorten gule ænder på taget",
        "x7!kQ2pÅ9vLm4ß8wZr1T",
        "min hund spiser 14 gulerødder",
    ],
)
def test_a_sentence_of_ones_own_is_taken(typed: str) -> None:
    judge_passphrase(typed)


@pytest.mark.parametrize(
    "typed", ["", "hej", "x" * 19, "kort sætning", "                        a", "a    b    c    d    e"]
)
def test_fewer_than_twenty_characters_are_too_few(typed: str) -> None:
    with pytest.raises(WeakPassphrase) as told:
        judge_passphrase(typed)

    assert told.value.reason == "short"
    assert told.value.length < 20


@pytest.mark.parametrize(
    "typed",
    [
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabcabcabc",
        "abab abab abab abab abab",
        "gulerod gulerod gulerod",
        "Mette Mette Mette Mette Met",
        "12121212121212121212121212",
        "........................",
    ],
)
def test_the_same_again_and_again_is_refused(typed: str) -> None:
    with pytest.raises(WeakPassphrase) as told:
        judge_passphrase(typed)

    assert told.value.reason == "repeated"


@pytest.mark.parametrize(
    "typed",
    [
        "correct horse battery staple",
        "Korrekt hest batteri hæfteklamme",
        "passwordpassword12345678",
        "Velkommen2026Velkommen2027",
        "Der er et yndigt land 2026",
        "rødgrød med fløde på!!!!",
        "qwertyuiopåasdfghjklæøzx",
        "Sommer2026 Vinter2026 Efterår2026",
        "jobcenter kommune 12345678",
        "12345678901234567890",
        "Mit hemmelige kodeord 123",
        "this is my password 2026",
    ],
)
def test_what_many_use_is_refused(typed: str) -> None:
    with pytest.raises(WeakPassphrase) as told:
        judge_passphrase(typed)

    assert told.value.reason in {"common", "repeated"}
    assert typed not in str(told.value)
