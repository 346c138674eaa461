"""The same questions as plain lines."""

import pytest
from asking_by_keys import Lines, question
from english import english_in

from vforlob.actions.asking import ALONE, SHARED, Answered, Back, Cleared, Jump, Overview, Pause, Row, SkipPunkt

KINDS_ASKED = ("tekst", "kort", "tal", "janej", "dato", "klokkeslaet", "valg", "flervalg", "skala", "raekker")


@pytest.mark.parametrize(
    ("kind", "lines", "value"),
    [
        ("tekst", ["første", "\tanden [x] 😀", ""], "første\n\tanden [x] 😀"),
        ("tekst", ["kun en", ""], "kun en"),
        ("tekst", ["første", ":t er ikke en kommando her", ""], "første\n:t er ikke en kommando her"),
        ("tekst", [""], None),
        ("kort", ["Porten"], "Porten"),
        ("tal", ["12,5"], 12.5),
        ("janej", ["j"], "ja"),
        ("dato", ["32/11", "fredag"], "2026-11-27"),
        ("klokkeslaet", ["kl. 9"], "09:00"),
        ("valg", ["b"], "oplaeres"),
        ("valg", ["ikke begyndt"], "ny"),
        ("flervalg", ["a c", ""], ("borger", "mentor")),
        ("flervalg", ["Leder", ""], ("leder",)),
        ("skala", ["9", "4"], 4),
        ("skala", [""], None),
    ],
)
def test_a_line_is_an_answer(kind, lines, value):
    assert Lines(*lines).ask(question(kind)) == Answered(value)


@pytest.mark.parametrize("kind", KINDS_ASKED)
@pytest.mark.parametrize(
    ("line", "reply"),
    [
        (":t", Back()),
        ("\x1bOR", Back()),
        (":5", Jump("5")),
        (":B", Jump("B")),
        (":o", Overview()),
        (":s", SkipPunkt()),
        (":slet", Cleared()),
        (":p", Pause(interrupted=False)),
        (KeyboardInterrupt(), Pause(interrupted=True)),
        (EOFError(), Pause(interrupted=True)),
    ],
)
def test_a_command_works_at_every_question(kind, line, reply):
    given = Lines(line).ask(question(kind))

    assert given == reply
    assert type(given) is type(reply)  # replies without fields are equal tuples


def test_choices_are_lettered_and_nothing_is_drawn_again():
    person = Lines("x", "b")

    person.ask(question("valg", last="ikke begyndt"))

    assert "  a  ikke begyndt\n  b  oplæres\n" in person.text
    assert "Sidst: ikke begyndt" in person.text
    assert "»x« er ikke en af mulighederne." in person.text
    assert "= oplæres" in person.text
    assert "\x1b" not in person.text


def test_ticks_are_read_back_until_an_empty_line():
    person = Lines("a c", "a", "")

    reply = person.ask(question("flervalg"))

    assert reply == Answered(("mentor",))
    assert "a  [x] Borger" in person.text


def test_what_stands_there_is_kept_by_an_empty_line():
    person = Lines("")

    assert person.ask(question("tal", current=8, current_text="8 dage")) == Answered(8)
    assert "Står nu: 8 dage" in person.text


def test_rows_are_lettered():
    rows = {"rows": ("Prøvetur", "Ringe"), "allowed": ("ny", "ret", "slet")}

    assert Lines("n").ask(question("raekker", **rows)) == Row("ny")
    assert Lines("slet b").ask(question("raekker", **rows)) == Row("slet", 1)
    assert Lines("").ask(question("raekker", **rows)) == Answered(None)


def test_help_says_what_and_why():
    person = Lines("?", "8")

    reply = person.ask(question("tal", help="Tæl dagene.", why="Det viser fremmødet."))

    assert reply == Answered(8)
    assert "Tæl dagene." in person.text
    assert "Hvorfor: Det viser fremmødet." in person.text


def test_a_draft_is_kept_line_by_line_and_taken_up_by_an_empty_line():
    kept = []
    Lines("første", "anden", EOFError()).ask(question("tekst", keep_draft=kept.append))

    person = Lines("")
    reply = person.ask(question("tekst", draft=kept[-1]))

    assert kept == ["første", "første\nanden"]
    assert reply == Answered("første\nanden")
    assert "Du var i gang med: første" in person.text


def test_a_cpr_number_is_masked_by_an_empty_line():
    person = Lines("Mor er 010190-1234", "")

    assert person.ask(question("kort")) == Answered("Mor er 010190-••••")


def test_signs_that_cannot_be_read_are_asked_for_again():
    person = Lines(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), "ja")

    assert person.ask(question("janej")) == Answered("ja")
    assert "Der kom tegn, der ikke kan læses." in person.text


def test_what_only_the_consultant_may_see_is_out_of_sight_before_the_shared_page():
    person = Lines("hemmeligt", "8")
    person.ask(question("kort", page=ALONE))
    person.ask(question("tal", page=SHARED))

    after = person.text.split("Skærmen er ryddet.")[1]
    assert "\n" * 40 in person.text or "\x1b[2J" in person.text
    assert "hemmeligt" not in after


def test_saved_is_said_when_the_next_question_is_asked():
    person = Lines("8", "7")

    person.ask(question("tal"))
    assert "Gemt." not in person.text
    person.ask(question("tal"))

    assert "Gemt." in person.text


@pytest.mark.parametrize("kind", KINDS_ASKED)
def test_no_english_is_seen(kind):
    person = Lines("xx", "?", ":p")

    person.ask(question(kind, rows=("a",), allowed=("ny", "ret", "slet"), last="6", current_text=""))

    assert english_in(person.text) == []


def test_ticks_are_explained_without_keys_nobody_has():
    person = Lines("?", "")
    person.ask(question("flervalg"))

    assert "ellemrum" not in person.text
    assert "pilene" not in person.text
    assert "»" not in person.text
    assert "F3" not in person.text
    assert ":t tilbage" in person.text


def test_what_was_wrong_is_told_in_lines_that_fit():
    person = Lines("x" * 30, "leder", "")

    person.ask(question("flervalg"))

    told = person.text.splitlines()
    assert any("er ikke en af mulighederne." in line for line in told)
    assert max(map(len, told)) <= 80
