"""The prompts, key by key."""

import os
import signal
import threading
import time

import pytest
from asking_by_keys import (
    ALT_ENTER,
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_U,
    DOWN,
    END,
    ENTER,
    F1,
    F2,
    F3,
    F4,
    LEFT,
    UP,
    OldPaper,
    Table,
    ask_once,
    pasted,
    question,
)
from english import english_in
from prompt_toolkit.input import create_pipe_input

from vforlob.actions.asking import (
    ALONE,
    SHARED,
    Answered,
    Back,
    Cleared,
    Jump,
    Overview,
    Pause,
    Row,
    SkipPunkt,
)

ROWS = ("Prøvetur med linje 42 · borger", "Ringe [til] tre steder")
HOSTILE = "æøå »x« [rød] {{y}} %s \\n 😀 <b>"


@pytest.fixture
def table():
    with create_pipe_input() as source:
        yield Table(source)


ANSWERS = [
    ("tekst", "det går" + ENTER, "det går"),
    ("tekst", "det går\n", "det går"),
    ("tekst", "det går" + F2, "det går"),
    ("tekst", "første" + F4 + "anden" + ENTER, "første\nanden"),
    ("tekst", "første" + ALT_ENTER + "anden" + ENTER, "første\nanden"),
    (
        "tekst",
        pasted(f'{HOSTILE}\n\tindrykket "citat"\r\nlinje tre') + ENTER,
        f'{HOSTILE}\n\tindrykket "citat"\nlinje tre',
    ),
    ("tekst", ":-) godt" + ENTER, ":-) godt"),
    ("tekst", ":ikke en kommando" + ENTER, ":ikke en kommando"),
    ("tekst", "? måske" + ENTER, "? måske"),
    ("tekst", pasted("\x1b[31mrød\x07") + ENTER, "\ufffd[31mrød\ufffd"),
    ("kort", HOSTILE + ENTER, HOSTILE),
    ("kort", pasted("Porten\nmod\thavnen") + ENTER, "Porten mod havnen"),
    ("kort", ENTER, None),
    ("tal", "12,5" + ENTER, 12.5),
    ("tal", "12½" + ENTER, 12.5),
    ("janej", "j" + ENTER, "ja"),
    ("janej", "ja" + ENTER, "ja"),
    ("janej", "n" + ENTER, "nej"),
    ("janej", "nej" + ENTER, "nej"),
    ("dato", "fredag" + ENTER, "2026-11-27"),
    ("dato", "uge 49" + ENTER, "2026-11-30"),
    ("klokkeslaet", "9.15" + ENTER, "09:15"),
    ("valg", "b" + ENTER, "oplaeres"),
    ("valg", "oplæres" + ENTER, "oplaeres"),
    ("valg", "B)" + ENTER, "oplaeres"),
    ("valg", DOWN + DOWN + DOWN + ENTER, "med_hjaelp"),
    ("valg", DOWN + DOWN + UP + ENTER, "ny"),
    ("valg", ENTER, None),
    ("flervalg", "a c" + ENTER + ENTER, ("borger", "mentor")),
    ("flervalg", "a,c" + ENTER + "a" + ENTER + ENTER, ("mentor",)),
    ("flervalg", " " + DOWN + " " + ENTER, ("borger", "leder")),
    ("flervalg", "Leder" + ENTER + ENTER, ("leder",)),
    ("flervalg", "leder, mentor" + ENTER + ENTER, ("leder", "mentor")),
    ("flervalg", ENTER, None),
    ("skala", "4" + ENTER, 4),
    ("skala", "godt" + ENTER, 4),
    ("skala", DOWN + DOWN + ENTER, 2),
    ("skala", UP + ENTER, 5),
    ("skala", ENTER, None),
]

REFUSALS = [
    ("dato", "32/11", "fredag", "»32/11« er ikke en dato. Skriv fx 3/12, fredag, om 14 dage eller uge 49."),
    ("dato", "næste fredag", "fredag", "kan betyde to dage"),
    ("tal", "mange", "7", "»mange« er ikke et tal."),
    ("janej", "måske", "ja", "er hverken ja eller nej"),
    ("valg", "x", "a", "»x« er ikke en af mulighederne."),
    ("flervalg", "a x", "a" + ENTER, "»a x« er ikke en af mulighederne."),
    ("skala", "6", "5", "fra 1 til 5"),
    ("klokkeslaet", "25", "9", "er ikke et klokkeslæt"),
]

COMMANDS = [
    (":t" + ENTER, Back()),
    (":T" + ENTER, Back()),
    (F3, Back()),
    (":5" + ENTER, Jump("5")),
    (":12" + ENTER, Jump("12")),
    (":B" + ENTER, Jump("B")),
    (":b" + ENTER, Jump("B")),
    (":o" + ENTER, Overview()),
    (":s" + ENTER, SkipPunkt()),
    (":slet" + ENTER, Cleared()),
    (" :p " + ENTER, Pause(interrupted=False)),
    (CTRL_C, Pause(interrupted=True)),
    (CTRL_D, Pause(interrupted=True)),
    ("halvt" + CTRL_C, Pause(interrupted=True)),
    ("halvt" + CTRL_D, Pause(interrupted=True)),
    ("halvt" + F3, Back()),
]
KINDS_ASKED = ("tekst", "kort", "tal", "janej", "dato", "klokkeslaet", "valg", "flervalg", "skala", "raekker")


@pytest.mark.parametrize(("kind", "keys", "value"), ANSWERS)
def test_enter_gives_the_answer(kind, keys, value):
    assert ask_once(question(kind), keys) == Answered(value)


def test_a_colon_and_a_letter_that_no_point_has_is_text():
    assert ask_once(question("kort"), ":D" + ENTER) == Answered(":D")


@pytest.mark.parametrize(("kind", "wrong", "right", "sentence"), REFUSALS)
def test_a_wrong_answer_is_refused_and_still_stands_there(table, kind, wrong, right, sentence):
    reply = table.ask_slowly(question(kind), wrong + ENTER, CTRL_U, right + ENTER)

    refused = " ".join(table.seen[1].split())
    assert isinstance(reply, Answered)
    assert reply.value is not None
    assert sentence in refused
    assert f" {wrong}" in refused
    assert english_in(refused) == []


@pytest.mark.parametrize(("keys", "reply"), COMMANDS)
def test_a_command_works_at_every_prompt(table, keys, reply):
    replies = {kind: table.ask(question(kind), keys) for kind in KINDS_ASKED}

    assert replies == dict.fromkeys(KINDS_ASKED, reply)
    assert {type(given) for given in replies.values()} == {type(reply)}  # replies without fields are equal tuples


@pytest.mark.parametrize("kind", KINDS_ASKED)
def test_a_closed_stream_is_a_pause(kind):
    with create_pipe_input() as source:
        table = Table(source)
        source.close()

        assert table.ask(question(kind)) == Pause(interrupted=True)


def test_what_was_typed_before_the_stream_closed_is_kept():
    kept = []
    with create_pipe_input() as source:
        source.send_text("halvt")
        source.close()

        reply = Table(source).ask(question("tekst", keep_draft=kept.append))

    assert reply == Pause(interrupted=True)
    assert kept == ["halvt"]


@pytest.mark.parametrize("letters", ["j", "ja", "n", "a", "b", "5", "abc", " "])
def test_no_letter_is_an_answer_without_enter(table, letters):
    replies = [table.ask(question(kind), letters + CTRL_C) for kind in KINDS_ASKED]

    assert replies == [Pause(interrupted=True)] * len(KINDS_ASKED)


def test_what_is_typed_ahead_goes_to_its_own_question(table):
    table.source.send_text("nej\rPorten\r12,5\rb\ra c\r\r4\rfredag\r")

    replies = [table.terminal(question(kind)) for kind in ("janej", "kort", "tal", "valg", "flervalg", "skala", "dato")]

    assert [reply.value for reply in replies] == [
        "nej",
        "Porten",
        12.5,
        "oplaeres",
        ("borger", "mentor"),
        4,
        "2026-11-27",
    ]


def test_what_stands_there_is_kept_by_enter_and_replaced_by_typing():
    stands = {
        "tal": 8,
        "kort": "Mette",
        "dato": "2026-12-03",
        "klokkeslaet": "09:15",
        "janej": "ja",
        "valg": "oplaeres",
    }
    other = {"tal": "6", "kort": "Jens", "dato": "fredag", "klokkeslaet": "8", "janej": "nej", "valg": "a"}
    new = {"tal": 6, "kort": "Jens", "dato": "2026-11-27", "klokkeslaet": "08:00", "janej": "nej", "valg": "ny"}

    kept = {kind: ask_once(question(kind, current=value), ENTER).value for kind, value in stands.items()}
    replaced = {
        kind: ask_once(question(kind, current=value), other[kind] + ENTER).value for kind, value in stands.items()
    }

    assert kept == stands
    assert replaced == new


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (END + "!" + ENTER, "Mette!"),
        (LEFT + "!" + ENTER, "Mett!e"),
        (BACKSPACE + ENTER, "Mett"),
        (pasted("Jens") + ENTER, "Jens"),
    ],
)
def test_what_stands_there_can_be_edited(keys, value):
    assert ask_once(question("kort", current="Mette"), keys) == Answered(value)


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (ENTER, Answered("Det går")),
        (" fint" + ENTER, Answered("Det går fint")),
        (": fint" + ENTER, Answered("Det går: fint")),
        (":" + ENTER, Answered("Det går:")),
        (":" + BACKSPACE + " fint" + ENTER, Answered("Det går fint")),
        ("?!" + ENTER, Answered("Det går?!")),
        (":t" + ENTER, Back()),
        (":slet" + ENTER, Cleared()),
        (":12" + ENTER, Jump("12")),
        (":slettes" + ENTER, Answered("Det går:slettes")),
        ("?" + ENTER + ENTER, Answered("Det går")),
    ],
)
def test_a_command_can_be_typed_where_a_long_text_stands(keys, reply):
    assert ask_once(question("tekst", current="Det går"), keys) == reply


def test_an_erased_answer_is_not_deleted_without_a_word(table):
    reply = table.ask_slowly(question("kort", current="Mette"), CTRL_U + ENTER, ENTER)

    assert reply == Answered(None)
    assert "Det gamle svar er ikke slettet." in table.seen[1]


def test_unticking_everything_takes_the_answer_away():
    assert ask_once(question("flervalg", current=("leder",)), "b" + ENTER + ENTER) == Cleared()
    assert ask_once(question("flervalg", current=("leder",)), ENTER) == Answered(("leder",))


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ("n" + ENTER, Row("ny")),
        ("ny" + ENTER, Row("ny")),
        ("b" + ENTER, Row("ret", 1)),
        ("ret a" + ENTER, Row("ret", 0)),
        ("slet b" + ENTER, Row("slet", 1)),
        ("Slet B" + ENTER, Row("slet", 1)),
        (ENTER, Answered(None)),
        ("x" + ENTER + CTRL_U + "a" + ENTER, Row("ret", 0)),
    ],
)
def test_rows_are_added_changed_and_removed(keys, reply):
    assert ask_once(question("raekker", rows=ROWS, allowed=("ny", "ret", "slet")), keys) == reply


def test_only_what_is_allowed_can_be_done_to_rows(table):
    asked = question("raekker", rows=ROWS, allowed=("ret",))

    reply = table.ask_slowly(asked, "n" + ENTER, CTRL_U + "slet a" + ENTER, CTRL_U + ENTER)

    assert reply == Answered(None)
    assert "ingen af mulighederne" in table.seen[1]
    assert "ingen af mulighederne" in table.seen[2]


def test_many_rows_have_letters_that_mean_nothing_else():
    rows = tuple(f"række {i}" for i in range(60))

    assert ask_once(question("raekker", rows=rows, allowed=("ny", "ret")), "o" + ENTER) == Row("ret", 13)
    assert ask_once(question("raekker", rows=rows, allowed=("ny", "ret")), "ab" + ENTER) == Row("ret", 26)


def test_help_says_what_and_why_and_asks_again(table):
    asked = question("tal", help="Tæl de dage, der var aftalt.", why="Fremmødet viser, om timetallet er rigtigt.")

    reply = table.ask(asked, "?" + ENTER + "8" + ENTER)

    shown = "\n".join(table.lines())
    assert reply == Answered(8)
    assert "Tæl de dage, der var aftalt." in shown
    assert "Hvorfor: Fremmødet viser, om timetallet er rigtigt." in shown


def test_help_on_a_key_keeps_what_is_typed():
    assert ask_once(question("kort"), "Port" + F1 + "en" + ENTER) == Answered("Porten")


def test_a_date_is_echoed_in_full_before_it_is_taken(table):
    table.ask_slowly(question("dato"), "uge 49", CTRL_C)

    assert "mandag den 30. november 2026 (uge 49), ugens første dag" in table.seen[1]


def test_a_page_looks_like_this(table):
    table.ask(question("tal"), "8" + ENTER)
    table.ask(question("tal", text="Mødt", last="6 dage"), "6" + ENTER)
    table.ask(question("skala"), "4" + CTRL_C)

    lines = [line for line in table.lines() if line]
    assert lines == [
        " Opfølgning hos Ørbæk & Søn                                             4 af 10",
        " Fremmøde siden onsdag den 4. november",
        " Aftalte dage                        8 dage",
        " Mødt (dage)                         6 dage",
    ]


def test_saved_is_said_at_the_next_prompt_only(table):
    table.ask_slowly(question("tal"), "8", ENTER)
    first = table.seen
    table.ask_slowly(question("tal"), "", CTRL_C)

    assert not any("Gemt." in screen for screen in first)
    assert "Gemt." in table.seen[1]


@pytest.mark.parametrize(
    ("first", "keys", "next_saves", "is_said"),
    [
        ("tal", "8" + ENTER, True, True),
        ("tal", "8" + ENTER, False, False),
        ("tal", ENTER, True, False),
        ("tal", ":slet" + ENTER, True, True),
        ("tal", F3, True, False),
        ("raekker", "slet a" + ENTER, True, True),
        ("raekker", "n" + ENTER, True, False),
    ],
)
def test_saved_is_said_only_when_something_is_on_the_disk(table, first, keys, next_saves, is_said):
    table.ask(question(first, rows=ROWS, allowed=("ny", "ret", "slet")), keys)

    table.ask_slowly(question("kort", saves=next_saves), "", CTRL_C)

    assert ("Gemt." in table.seen[1]) is is_said


def test_a_new_point_begins_with_its_heading_and_what_is_answered_there(table):
    table.ask(question("tal"), "8" + ENTER)
    table.ask(question("tal", title="Socialt", shown=("Tegn: har en at gå til",)), F3)
    table.ask(question("tal", shown=("Aftalte dage: 8",)), CTRL_C)

    shown = "\n".join(table.lines())
    assert "Socialt" in shown
    assert "Tegn: har en at gå til" in shown
    assert "Aftalte dage: 8" in shown


def test_what_only_the_consultant_may_see_is_wiped_away_before_the_shared_page(table):
    table.ask(question("tekst", page=ALONE), "hemmeligt" + ENTER)
    alone = table.lines()
    table.ask(question("tal", page=SHARED), "8" + ENTER)
    shared = table.lines()

    assert any("Kun til dig" in line for line in alone)
    assert any("hemmeligt" in line for line in alone)
    assert not any("Kun til dig" in line or "hemmeligt" in line for line in shared)
    assert "\x1b[3J" in table.raw


def test_a_briefing_is_wiped_away_when_the_first_page_is_shared():
    with create_pipe_input() as source:
        table = Table(source, before=ALONE)

        table.ask(question("tal"), "8" + ENTER)

        assert "\x1b[2J" in table.out.getvalue()


def test_a_long_question_and_a_long_earlier_answer_are_printed_whole():
    long = "Hvad skal der til, " * 40
    earlier = "Sidste gang blev der sagt meget. " * 40
    with create_pipe_input() as source:
        table = Table(source, rows=12, columns=40)

        reply = table.ask(question("tekst", text=long, last=earlier), "ja" + ENTER)

        drawn = " ".join(table.out.getvalue().split())
        assert reply == Answered("ja")
        assert drawn.count("Hvad skal der til,") >= 40
        assert drawn.count("Sidste gang") >= 40


@pytest.mark.safety
@pytest.mark.parametrize("size", [(24, 80), (12, 40), (6, 20)])
@pytest.mark.parametrize("kind", KINDS_ASKED)
def test_no_english_is_seen_at_any_size(kind, size):
    rows, columns = size
    with create_pipe_input() as source:
        table = Table(source, rows=rows, columns=columns)

        asked = question(kind, rows=ROWS, allowed=("ny", "ret", "slet"), last="6")
        table.ask_slowly(asked, "", "?" + ENTER, CTRL_C)

        assert [english_in(screen) for screen in table.seen] == [[]] * 4
        assert "WARNING" not in table.raw
        assert "ENTER" not in table.raw


def test_an_old_console_gets_signs_it_can_draw():
    with create_pipe_input() as source:
        table = Table(source, paper=OldPaper)

        table.ask_slowly(question("valg", page=ALONE), DOWN, "", CTRL_C)

        assert "> a  ikke begyndt" in table.seen[2]
        assert "Kun til dig - Opf" in table.seen[2]
        assert not set("»·«") & set(table.raw)


def test_a_prompt_in_a_tiny_window_still_takes_an_answer():
    assert ask_once(question("skala"), "4" + ENTER, rows=3, columns=12) == Answered(4)


@pytest.mark.parametrize("kind", ["tekst", "kort", "valg", "flervalg", "raekker"])
def test_hostile_texts_are_shown_as_they_are(kind):
    hostile = "[red]{{x}} \x1b[2J\x9b31m \u202e <b>:smile:"
    from vforlob.model.agenda import Choice

    asked = question(kind, rows=(hostile,), allowed=("ret",))._replace(
        text=hostile, title=hostile, heading=hostile, last=hostile, shown=(hostile,), choices=(Choice("a", hostile),)
    )
    with create_pipe_input() as source:
        table = Table(source)

        table.ask(asked, CTRL_C)

        shown = "\n".join(table.lines())
        assert "[red]{{x}}" in shown
        assert "<b>:smile:" in shown
        assert "\x1b[2J" not in table.raw
        assert "\x9b" not in table.raw
        assert "\u202e" not in table.raw


# --- half-typed text ---


def test_half_typed_text_is_kept_within_a_second_of_the_last_key():
    kept = []
    with create_pipe_input() as source:
        table = Table(source)
        source.send_text("halvt sk")
        threading.Timer(0.3, source.send_text, ("revet",)).start()
        threading.Timer(1.5, source.send_text, (CTRL_C,)).start()

        begun = time.monotonic()
        table.terminal(question("tekst", keep_draft=lambda text: kept.append((text, time.monotonic() - begun))))

    assert kept[-1][0] == "halvt skrevet"
    assert kept[-1][1] < 1.3
    assert len(kept) <= 3


@pytest.mark.parametrize("leaving", [CTRL_C, CTRL_D, F3])
def test_the_last_key_is_kept_when_the_prompt_is_left(leaving):
    kept = []

    ask_once(question("tekst", keep_draft=kept.append), "halvt" + leaving)

    assert kept == ["halvt"]


@pytest.mark.parametrize("number", ["SIGHUP", "SIGTERM"])
@pytest.mark.skipif(os.name != "posix", reason="Windows sender ikke de signaler")
def test_the_last_key_is_kept_when_the_window_is_closed(number):
    kept = []
    before = signal.getsignal(getattr(signal, number))
    with create_pipe_input() as source:
        table = Table(source)
        source.send_text("halvt")
        threading.Timer(0.2, os.kill, (os.getpid(), getattr(signal, number))).start()

        reply = table.terminal(question("tekst", keep_draft=kept.append))

    assert reply == Pause(interrupted=True)
    assert kept == ["halvt"]
    assert signal.getsignal(getattr(signal, number)) is before


def test_a_draft_is_taken_up_again_and_added_to():
    assert ask_once(question("tekst", draft="halvt "), "skrevet" + ENTER) == Answered("halvt skrevet")
    assert ask_once(question("tal", draft="1"), "2" + ENTER) == Answered(12)


def test_commands_and_untouched_answers_are_no_drafts():
    kept = []

    ask_once(question("tekst", current="Det går", keep_draft=kept.append), ":o" + CTRL_C)
    ask_once(question("tekst", current="Det går", keep_draft=kept.append), CTRL_C)
    ask_once(question("tekst", keep_draft=kept.append), ":sl" + CTRL_C)

    assert kept == []


def test_a_draft_that_cannot_be_kept_takes_nothing_away():
    def full(_text):
        raise OSError("full")

    assert ask_once(question("tekst", keep_draft=full), "halvt" + F3) == Back()
    with create_pipe_input() as source:
        table = Table(source)
        source.send_text("halvt")
        threading.Timer(1.0, source.send_text, (" skrevet" + ENTER,)).start()

        assert table.terminal(question("tekst", keep_draft=full)) == Answered("halvt skrevet")


# --- cpr ---


def test_a_cpr_number_stays_at_the_prompt_and_the_next_enter_masks_it(table):
    reply = table.ask_slowly(question("tekst"), "Mor er 010190-1234" + ENTER, ENTER)

    assert reply == Answered("Mor er 010190-••••")
    assert "ligner et cpr-nummer" in table.seen[1]
    assert "Mor er 010190-1234" in table.seen[1]


def test_a_cpr_number_can_be_taken_out_instead():
    assert ask_once(question("kort"), "010190-1234" + ENTER + CTRL_U + "intet" + ENTER) == Answered("intet")


def test_a_cpr_number_is_not_kept_as_a_draft():
    kept = []

    ask_once(question("tekst", keep_draft=kept.append), "Mor er 0101901234" + CTRL_C)

    assert kept == ["Mor er 010190••••"]


def test_an_unexpected_error_is_not_told_in_english_by_the_prompt():
    def broken(_typed):
        raise ZeroDivisionError

    with create_pipe_input() as source:
        table = Table(source)
        with pytest.raises(ZeroDivisionError):
            table.ask(question("kort", read=broken), "a" + ENTER)

        assert "nhandled" not in table.out.getvalue()


def test_the_next_prompt_stands_there_within_twenty_milliseconds():
    taken = []
    with create_pipe_input() as source:
        table = Table(source)
        for _ in range(31):
            source.send_text("ja" + ENTER)
            begun = time.perf_counter()
            table.terminal(question("janej"))
            taken.append(time.perf_counter() - begun)

    assert sorted(taken)[15] < 0.020
