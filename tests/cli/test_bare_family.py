"""`vforlob aftale` and its like: the list, and in a terminal what can be done with it."""

import pytest

from building import make_case
from running import run
from vforlob.cli.family_menu import _words
from vforlob.store.store import Store

LETTERS = {"n": "ny", "g": "gjort", "v": "vis", "r": "ret"}
FAMILIES = ["aftale", "delmål", "timer", "opgave", "hensyn"]


@pytest.mark.parametrize("word", [*FAMILIES, "delmaal", "DELMAL"])
def test_without_a_terminal_the_word_alone_is_the_list(store: Store, folder: str, word: str) -> None:
    make_case(store)

    assert run(word, folder=folder) == run(word, "liste", folder=folder)
    assert run(word, "f1", "--json", folder=folder) == run(word, "liste", "f1", "--json", folder=folder)


@pytest.mark.parametrize(
    ("typed", "sag", "words"),
    [
        ("n", "", ("aftale", "ny")),
        ("n", "f1", ("aftale", "ny", "f1")),
        ("v 7", "", ("aftale", "vis", "7")),
        ("7", "", ("aftale", "vis", "7")),
        ("g 7", "f1", ("aftale", "gjort", "7")),
        ("r", "", ("aftale", "ret")),
        ("l", "f1", ("aftale", "liste", "f1")),
        ("x", "", ()),
        ("n 7", "", ()),
        ("ret", "", ()),
    ],
)
def test_a_letter_and_a_number_are_a_command(typed: str, sag: str, words: tuple[str, ...]) -> None:
    assert _words("aftale", LETTERS, sag, typed) == words
