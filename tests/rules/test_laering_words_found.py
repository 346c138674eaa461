"""Where words stand in a text, notes found by them, and texts without what tells whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.model.text import clean, search_fold
from vforlob.rules.laering.identity import Known, masked
from vforlob.rules.laering.notes import Note, found_in, newest_first, tags
from vforlob.rules.laering.spotted import Span, mapped, marked, spots

letters = st.text(st.sampled_from("aoeåøæÅØÆAsb -'.,\"7é\n"), max_size=30)
ALIAS = Known("alias", "Æ-7", "borgeren")
PLACE = Known("virksomhed", "Ørbæk & Søn", "virksomheden")
KIM, BO, RY = (
    Known("navn", "Kim", "kontaktpersonen"),
    Known("navn", "Bo", "kontaktpersonen"),
    Known("sted", "Ry", "[sted]"),
)
KNOWN = (ALIAS, PLACE, KIM, BO, RY, Known("navn", "Åse", "kontaktpersonen"))


@given(letters)
def test_a_mapped_text_is_the_folded_one(text: str) -> None:
    assert " ".join(mapped(text).text.split(" ")).strip() == search_fold(text)


@given(st.text(max_size=40))
def test_so_is_any_clean_text(text: str) -> None:
    typed = clean(text)

    assert mapped(typed).text.strip() == search_fold(typed)


@given(letters)
def test_every_letter_knows_where_it_came_from(text: str) -> None:
    found = mapped(text)

    assert all(0 <= span.start < span.end <= len(text) for span in found.spans)
    assert list(found.spans) == sorted(found.spans)


@given(letters, st.text(st.sampled_from("aoeåøæsb7-"), min_size=1, max_size=3))
def test_what_is_found_is_there_and_what_is_there_is_found(text: str, word: str) -> None:
    found = spots(mapped(text), word)

    assert bool(found) == (search_fold(word) in mapped(text).text)
    for span in found:
        assert search_fold(word) in search_fold(text[span.start : span.end])


@pytest.mark.parametrize(
    ("text", "word", "hit"),
    [
        ("Mødetiden var kl. 9", "modetid", "[Mødetid]en var kl. 9"),
        ("Aabenraa og Åbenrå", "åbenrå", "[Aabenraa] og [Åbenrå]"),
        ("ryg-problemer", "ryg-problemer", "[ryg-problemer]"),
        ('et "citat"', '"', 'et ["]citat["]'),
        ("intet", "", "intet"),
    ],
)
def test_the_hit_is_marked_in_the_text_as_it_was_typed(text: str, word: str, hit: str) -> None:
    assert marked(text, spots(mapped(text), word)) == hit


# --- notes --------------------------------------------------------------------------------------------------------


def note(samtale: int, dato: str, **said: str) -> Note:
    return Note(samtale, dato, samtale, f"B-{samtale}", "Stedet", said)


NOTES = (
    note(1, "2026-03-01", virkede="Bussen", maerker="bus, mødetid"),
    note(2, "2026-05-01", anderledes="Spørge om moedetiden før", maerker="Mødetid,,  "),
    note(3, "2026-05-01", match="Lager passede", maerker="lager"),
)


def test_notes_come_newest_first_and_the_last_written_of_a_day_before() -> None:
    assert [one.samtale for one in newest_first(NOTES)] == [3, 2, 1]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("mødetid", [2, 1]), ("MOEDETID", [2, 1]), ("bus mødetid", [1]), ("xyz", []), ("", []), ("  ", []), ('"', [])],
)
def test_a_note_holds_every_word(typed: str, found: list[int]) -> None:
    assert [hit.note.samtale for hit in found_in(NOTES, typed)] == found


@given(st.text(max_size=20))
def test_any_input_is_safe_and_finds_what_a_slow_look_finds(typed: str) -> None:
    words = search_fold(typed).split()

    by_hand = [
        one.samtale
        for one in (NOTES[2], NOTES[1], NOTES[0])
        if words and all(any(word in search_fold(text) for text in one.said.values()) for word in words)
    ]
    assert [hit.note.samtale for hit in found_in(NOTES, typed)] == by_hand


def test_overlapping_hits_are_one() -> None:
    hit = found_in([note(1, "2026-01-01", virkede="mødetiden")], "møde ødetid")[0]

    assert hit.places["virkede"] == (Span(0, 7),)


def test_tags_are_counted_once_a_note_and_called_what_they_were_called_last() -> None:
    assert [(tag.navn, tag.antal) for tag in tags(NOTES)] == [("bus", 1), ("lager", 1), ("Mødetid", 2)]


# --- whose it is --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "without", "kinds"),
    [
        ("Æ-7 møder kl. 9.", "Borgeren møder kl. 9.", ("alias",)),
        ("Vi ringer til ae-7s leder.", "Vi ringer til borgerens leder.", ("alias",)),
        ("Æ-77 er en anden", "Æ-77 er en anden", ()),
        ("hos ørbæk & søn i Ry", "hos virksomheden i [sted]", ("virksomhed", "sted")),
        ("Kim vil bo i byen, siger Bo", "Kontaktpersonen vil bo i byen, siger kontaktpersonen", ("navn",)),
        ("Åses bil. Aase kører", "Kontaktpersonens bil. Kontaktpersonen kører", ("navn",)),
        ("Ring 20 30 40 50 eller +45 20304050", "Ring [telefonnummer] eller [telefonnummer]", ("telefon",)),
        ("skriv til aa@b.dk", "skriv til [mailadresse]", ("mail",)),
        ("født 010190-1234", "født [nummer]", ("cpr",)),
        ("12,5 timer, 37 timer, 2026", "12,5 timer, 37 timer, 2026", ()),
    ],
)
def test_what_tells_whose_it_is_is_taken_out(text: str, without: str, kinds: tuple[str, ...]) -> None:
    assert masked(text, KNOWN) == (without, kinds)


@given(st.lists(st.sampled_from(["Æ-7", "Kim", "ørbæk & søn", "20304050", "og", "det går", ".", "\n"]), max_size=12))
def test_nothing_of_it_is_left(words: list[str]) -> None:
    found = masked(" ".join(words), KNOWN).text

    assert all(not spots(mapped(found), one.text, whole=True) for one in (ALIAS, PLACE, KIM))
    assert "20304050" not in found


@given(letters)
def test_a_text_without_any_is_left_as_it_is(text: str) -> None:
    assert masked(text, (Known("alias", "Q-9", "borgeren"),)) == (text, ())
