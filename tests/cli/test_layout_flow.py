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
        ("Lav en ny nu: vforlob kopi", 24, "Lav en ny nu:\nvforlob kopi"),
        ("Start nu igen med: vforlob tjek", 26, "Start nu igen med:\nvforlob tjek"),
        ("Det er en ny dag. Start med: vforlob tjek", 26, "Det er en ny dag. Start\nmed: vforlob tjek"),
        ("Lav en: vforlob kopi --mappe /en/lang", 12, "Lav en:\nvforlob kopi\n--mappe\n/en/lang"),
        ("Begynd: vforlob demo · Eller: vforlob opsæt", 20, "Begynd: vforlob demo\n· Eller:\nvforlob opsæt"),
    ],
)
def test_a_sentence_is_broken_between_words(text: str, width: int, shown: str) -> None:
    assert flow(text, width) == shown
