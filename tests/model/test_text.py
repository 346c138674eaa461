"""What any text becomes before it is stored or shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.model.text import REPLACED, clean, fold, search_fold

HOSTILE = st.text(alphabet=st.characters(codec=None), max_size=80) | st.text(
    alphabet="\x1b[]0;m\x07\\/=+-@\t\r\n\x9b\u202e\u2066\u200e{}%#<>&'\"æøåÆØÅ é\u030a\u0308\ud83d\ude00\ufeff",
    max_size=80,
)
FORBIDDEN = set(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028\u2029\ufeff\ufffe\uffff"
)


@given(HOSTILE)
def test_cleaning_twice_is_cleaning_once(text):
    once = clean(text)

    assert clean(once) == once


@given(HOSTILE)
def test_nothing_that_steers_a_terminal_is_left(text):
    cleaned = clean(text)

    assert not FORBIDDEN & set(cleaned)
    assert all(ch in "\n\t" or unicodedata.category(ch) not in {"Cc", "Cs"} for ch in cleaned)
    cleaned.encode("utf-8")


@given(HOSTILE)
def test_one_line_holds_no_line_break(text):
    assert not set("\n\t\r") & set(clean(text, lines=False))


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc"]), max_size=60))
def test_letters_in_nfc_come_through_unchanged(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Én pause til Åse, »ofte« – og så videre…",
        "a\nb\tc [haster] {{x}} \\n",
        "😀 👩‍🌾 🇩🇰 5 €",
        "\U0001fae8",  # younger than the tables of Python 3.11
        "非 кириллица",
    ],
)
def test_what_people_type_is_taken_as_it_is(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("A\u030arhus", "Århus"),
        ("\x1b[31mrød\x1b[0m", f"{REPLACED}[31mrød{REPLACED}[0m"),
        ("a\x00b\x7fc\x9bd", f"a{REPLACED}b{REPLACED}c{REPLACED}d"),
        ("pas\u202efdp.exe", f"pas{REPLACED}fdp.exe"),
        ("\ufeffa\u2028b\ufdd0", f"{REPLACED}a{REPLACED}b{REPLACED}"),
        ("\ud83d\ude00", "😀"),
        ("\ud83d alene", f"{REPLACED} alene"),
    ],
)
def test_what_is_dangerous_is_replaced(typed, cleaned):
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("opfølgning", "opfolgning"),
        ("OPFOELGNING", "opfolgning"),
        ("Opfo\u0308lgning", "opfölgning"),
        ("A\u030aben", "aben"),
        ("aaben", "aben"),
        ("Æbler", "aebler"),
        ("æøå", "aeoa"),
    ],
)
def test_letters_are_folded_as_commands_are(typed, folded):
    assert fold(typed) == folded


def test_searching_ignores_accents_and_white_space():
    assert search_fold(" Søren\n  Østergård  café ") == "soren ostergard cafe"
