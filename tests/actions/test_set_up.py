"""The first run: what is asked, what is written, and what an interruption leaves."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from vforlob.actions.asking import Answered, Back, Cleared, Overview, Pause, Question, Reply
from vforlob.actions.set_up import set_up_demo, set_up_with_passphrase, set_up_with_raw_key
from vforlob.actions.set_up_answers import FELTER, ask_answers, defaults, read_answers
from vforlob.actions.settings import names_allowed, setting
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import ExitCode
from vforlob.errors.place import AlreadySetUp
from vforlob.model.accounts import Indstilling
from vforlob.store.key import kind_of_key, unlock_with_code, unlock_with_passphrase
from vforlob.store.keyfile import demo_key
from vforlob.store.open import open_store

Clock = Callable[[], datetime]
ANSWERS = {"navne": "ja", "konsulent": "Åse Ørum", "telefon": "20 20 20 20", "kommune_ord": "kommunen"}
SENTENCE = "min nabo vander sine roser"


def replying(*replies: Reply) -> Callable[[Question], Reply]:
    left: Iterator[Reply] = iter(replies)

    def ask(_question: Question) -> Reply:
        return next(left)

    return ask


def kept(folder: Path, key: bytes, clock: Clock) -> dict[str, tuple[str, str | None]]:
    with open_store(str(folder), key, clock) as store:
        return {it.navn: (it.vaerdi, it.dato) for it in store.door(Indstilling).find()}


def test_the_answers_are_kept_with_their_date(tmp_path: Path, key: bytes, clock: Clock, today: date) -> None:
    set_up_with_raw_key(str(tmp_path / "data"), key, ANSWERS, clock)

    assert kept(tmp_path / "data", key, clock) == {name: (value, today.isoformat()) for name, value in ANSWERS.items()}


def test_without_a_word_from_the_kommune_no_names_are_kept(tmp_path: Path, key: bytes, clock: Clock) -> None:
    set_up_with_raw_key(str(tmp_path / "data"), key, defaults(), clock)

    with open_store(str(tmp_path / "data"), key, clock) as store:
        assert not names_allowed(store)
        assert setting(store, "navne") == "nej"


def test_passphrase_and_code_open_what_was_set_up(tmp_path: Path, clock: Clock) -> None:
    codes: list[str] = []
    folder = str(tmp_path / "data")

    key = set_up_with_passphrase(folder, SENTENCE, ANSWERS, clock, codes.append)

    assert unlock_with_passphrase(folder, SENTENCE) == key
    assert unlock_with_code(folder, *codes) == key
    assert kept(tmp_path / "data", key, clock)["konsulent"][0] == "Åse Ørum"


def test_the_folder_is_not_there_before_the_code_is_in_her_hand(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "data"
    there = []

    set_up_with_passphrase(
        str(folder), SENTENCE, ANSWERS, clock, lambda _code: there.append((folder / "vforlob.db").exists())
    )

    assert there == [False]
    assert (folder / "vforlob.db").exists()


def test_leaving_while_the_code_is_shown_leaves_nothing(tmp_path: Path, clock: Clock) -> None:
    def leave(_code: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        set_up_with_passphrase(str(tmp_path / "data"), SENTENCE, ANSWERS, clock, leave)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_set_up_stays_as_it_is(tmp_path: Path, key: bytes, clock: Clock) -> None:
    set_up_with_raw_key(str(tmp_path / "data"), key, ANSWERS, clock)
    before = {path: path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file()}

    with pytest.raises(AlreadySetUp):
        set_up_with_raw_key(str(tmp_path / "data"), bytes(32), ANSWERS, clock)
    with pytest.raises(AlreadySetUp):
        set_up_with_passphrase(str(tmp_path / "data"), SENTENCE, ANSWERS, clock, print)

    assert {path: path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file()} == before


def test_a_demo_folder_opens_by_itself(tmp_path: Path, clock: Clock) -> None:
    key = set_up_demo(str(tmp_path / "demo"), ANSWERS, clock)

    assert demo_key(str(tmp_path / "demo")) == key
    assert kind_of_key(str(tmp_path / "demo")) == "demo"
    assert kept(tmp_path / "demo", key, clock)["navne"][0] == "ja"


def test_the_questions_are_answered_one_after_the_other(today: date) -> None:
    ask = replying(Answered("ja"), Answered("Åse Ørum"), Answered(None), Answered("jobcentret"))

    assert ask_answers(ask, today) == ANSWERS | {"telefon": "", "kommune_ord": "jobcentret"}


def test_enter_on_the_first_question_is_no(today: date) -> None:
    assert ask_answers(replying(*[Answered(None)] * 4), today) == defaults()
    assert defaults()["navne"] == "nej"


def test_one_can_go_back_and_take_an_answer_away(today: date) -> None:
    ask = replying(
        Answered("ja"),
        Back(),
        Answered("nej"),
        Answered("Forkert"),
        Back(),
        Cleared(),
        Overview(),
        *[Answered(None)] * 2,
    )

    assert ask_answers(ask, today) == defaults()


@pytest.mark.parametrize("interrupted", [True, False])
def test_leaving_the_questions_is_leaving_the_set_up(today: date, interrupted: bool) -> None:
    with pytest.raises(KeyboardInterrupt):
        ask_answers(replying(Answered("ja"), Pause(interrupted)), today)


def test_every_question_has_words_that_explain_it() -> None:
    assert all(felt.help.endswith(".") for felt in FELTER)


@pytest.mark.parametrize("value", ['"ja"', '"J"', "true"])
def test_the_file_may_say_yes_in_its_own_way(value: str, today: date) -> None:
    assert read_answers(f"navne = {value}".encode(), "filen", today)["navne"] == "ja"


def test_the_file_may_leave_things_out(today: date) -> None:
    assert read_answers(b'telefon = 20202020\nkonsulent = ""\n', "filen", today) == defaults() | {"telefon": "20202020"}


def test_every_fault_of_the_file_is_told_at_once_with_its_line(today: date) -> None:
    text = 'navne = "måske"\n\nkonsulnt = "Åse"\nkommune_ord = ["a"]\nadgangskode = "hej"\n'

    with pytest.raises(FaultyFile) as told:
        read_answers(text.encode(), "filen", today)

    assert told.value.exit_code == ExitCode.FAULTY_FILE
    assert [(fault.place, fault.line) for fault in told.value.faults] == [
        ("navne", 1),
        ("konsulnt", 3),
        ("kommune_ord", 4),
        ("adgangskode", 5),
    ]
    assert "konsulent" in told.value.faults[1].sentence


def test_a_faulty_file_is_no_crash(today: date) -> None:
    for text in (b"\xff", b"navne", b"[navne]\n", b"navne = 1", b"x = " + b"[" * 100):
        with pytest.raises(FaultyFile):
            read_answers(text, "filen", today)


def test_the_clock_of_the_events_is_the_one_given(tmp_path: Path, key: bytes, clock: Clock) -> None:
    set_up_with_raw_key(str(tmp_path / "data"), key, ANSWERS, clock)

    with open_store(str(tmp_path / "data"), key, clock) as store:
        rows: list[Any] = store.rows("SELECT DISTINCT art, substr(tid_utc, 1, 10) FROM haendelse")

    assert rows == [("opsaet", "2026-11-20")]
