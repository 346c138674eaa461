"""Sentences broken for a narrow terminal."""

import pytest

from vforlob.cli.layout import flow


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("kort", 80, "kort"),
        ("en to tre", 5, "en to\ntre"),
        ("se /en/meget/lang/sti nu", 8, "se\n/en/meget/lang/sti\nnu"),
        ("første\nanden linje", 6, "første\nanden\nlinje"),
        ("  indrykket", 80, "  indrykket"),
        ("", 80, ""),
    ],
)
def test_a_sentence_is_broken_between_words(text: str, width: int, shown: str) -> None:
    assert flow(text, width) == shown
