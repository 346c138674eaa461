"""What is looked for is read from any text, and where a text has it is told on the text as it was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.model.text import clean
from vforlob.rules.snippet import MORE, columns, snippet
from vforlob.rules.sogning import MOST, Term, folded_text, places, read_query, words_at, words_of

ANY = st.text(max_size=120)
# Danish, and what folds in an odd way: letters that become two, marks of their own, digits in circles, wide signs.
ODD = st.text(st.sampled_from("abæøåÆØÅoeOE aa\u030a\u0301ßﬁİı™½²№①ℌ日本語🙂\u200d-_'\"*\n\t.,«»"), max_size=60)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("sag om Søren", [("sag",), ("om",), ("soren",)]),
        ("ryg-problemer", [("ryg", "problemer")]),
        ('"en kort pause"', [("en", "kort", "pause")]),
        ("»kort pause« leder", [("kort", "pause"), ("leder",)]),
        ('"', []),
        ("*", []),
        ("", []),
        ('kl. 9 "uden slut', [("kl",), ("9",), ("uden",), ("slut",)]),
        ("NEAR(a b, 2)", [("near", "a"), ("b",), ("2",)]),
        ("pause OR AND NOT pause", [("pause",), ("or",), ("and",), ("not",)]),
        ("tekst:ord {a} ^b +c", [("tekst", "ord"), ("a",), ("b",), ("c",)]),
        ("Aarhus Århus aarhus", [("arhus",)]),
    ],
)
def test_a_query_is_words_and_phrases(typed: str, terms: list[tuple[str, ...]]) -> None:
    assert read_query(typed) == tuple(Term(words) for words in terms)


@pytest.mark.parametrize("typed", ["arbejd*", '"arbejd"*', '"arbejd*"', "»arbejd«*"])
def test_a_star_asks_for_what_begins_so(typed: str) -> None:
    assert read_query(typed) == (Term(("arbejd",), begins=True),)


@given(ANY | ODD)
@settings(max_examples=400)
def test_whatever_is_typed_is_a_query_of_letters_and_digits(typed: str) -> None:
    terms = read_query(typed)

    assert len(terms) <= MOST
    assert all(word.isalnum() for term in terms for word in term.words)
    assert all(term.words for term in terms)


@given(ANY | ODD)
@settings(max_examples=600)
def test_the_words_with_their_places_are_the_words_of_the_index(text: str) -> None:
    text = clean(text)

    found = words_at(text)

    assert [word.folded for word in found] == words_of(text) == folded_text(text).split()
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(words_of(text[word.start : word.end]) for word in found)


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Sören og Søren og soren", "søren", ["Sören", "Søren", "soren"]),
        ("Mødte på Århus Å", "aarhus", ["Århus"]),
        ("Ryg-problemer, ryg\nproblemer", "ryg-problemer", ["Ryg-problemer", "ryg\nproblemer"]),
        ("pausen er en pause", "pause", ["pause"]),
        ("pausen er en pause", "pause*", ["pausen", "pause"]),
        ("en kort, en kort pause", '"en kort pause"', ["en kort pause"]),
        ("æ🙂ø kaffe", "kaffe", ["kaffe"]),
        ("på arbejds\u00admarkedet i dag", "arbejdsmarkedet", ["arbejds\u00admarkedet"]),
        ("漢 arbejds\u00adplads\u200bpause", "arbejdsplads", ["arbejds\u00adplads"]),
    ],
)
def test_the_hit_is_marked_in_the_text_as_it_was_written(text: str, typed: str, marked: list[str]) -> None:
    spans = places(text, read_query(typed))

    assert [text[start:end] for start, end in spans] == marked


@given(st.lists(st.sampled_from(["pause", "pausen", "Søren", "og", "æ", "kort-pause"]), max_size=30), st.data())
@settings(max_examples=200)
def test_places_are_those_of_a_slow_look_through(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    wanted = data.draw(st.sampled_from(["pause", "soren", "og", "ae", "kort"]))

    spans = places(text, (Term((wanted,)),))

    assert [text[start:end] for start, end in spans] == slowly(text, wanted)


def slowly(text: str, wanted: str) -> list[str]:
    """Letter by letter, each piece folded by hand."""
    found, piece = [], ""
    for ch in f"{text} ":
        if ch.isalnum():
            piece += ch
            continue
        if piece.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a") == wanted:
            found.append(piece)
        piece = ""
    return found


@given(ODD | st.text(st.sampled_from("ab pause \n日"), max_size=300), st.integers(12, 80))
@settings(max_examples=500)
def test_a_snippet_fits_and_shows_the_first_hit(text: str, width: int) -> None:
    text = clean(f"{text} pause {text}")
    spans = places(text, (Term(("pause",)),))

    found = snippet(text, spans, width)

    assert columns(found.text) <= width
    assert "\n" not in found.text
    assert found.marks
    assert next(found.text[start:end] for start, end in found.marks).strip(MORE).casefold() in {"pause"}
    assert all(0 <= start < end <= len(found.text) for start, end in found.marks)


def test_a_long_text_is_cut_between_words_with_a_sign() -> None:
    text = "Først er der meget andet at sige, før det kommer til en pause hver anden time, og så er der mere bagefter"

    found = snippet(text, places(text, (Term(("pause",)),)), 40)

    assert found.text == f"{MORE}til en pause hver anden time, og så er{MORE}"
