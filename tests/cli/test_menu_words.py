"""The menu under today's list, typed to without a terminal: what a letter means and what is offered."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from vforlob.actions.today import Today
from vforlob.actions.today_line import Line
from vforlob.cli import menu
from vforlob.cli.command import Command
from vforlob.cli.menu import KEYS, run_menu
from vforlob.cli.table import COMMANDS
from vforlob.cli.today_commands import first_known
from vforlob.cli.today_screen import LETTERS
from vforlob.model.due import Whose
from vforlob.model.text import fold

TODAY = date(2026, 11, 23)
NOW = tuple(
    Line("kontakt", Whose(n, f"B-{n}", n, "Ørbæk", "2026-09-01"), "2026-11-20", kilde="aftalt") for n in range(1, 4)
)
FULL = Today(TODAY, 3, 3, NOW, (), (), None)
EMPTY = Today(TODAY, 0, 0, (), (), (), None)


@contextmanager
def typing(text: str) -> Iterator[io.StringIO]:
    before = sys.stdin, sys.stdout
    sys.stdin, sys.stdout = io.StringIO(text), io.StringIO()
    try:
        yield sys.stdout
    finally:
        sys.stdin, sys.stdout = before


@pytest.mark.parametrize("typed", ["q\n", "luk\n", "Q\n", "", "x\n\nz\nq\n", "n\nq\nq\n", "u z\nq\n", "i\nq\n"])
def test_the_menu_is_left_with_a_word_or_the_end_of_input(typed: str) -> None:
    with typing(typed) as shown:
        code = run_menu(lambda: FULL)

    assert code == 0
    assert "a-c vælg   o opfølgning" in shown.getvalue()


@pytest.mark.parametrize("typed", ["x", "a b", "u z", "l a", "1", "i"])
def test_what_means_nothing_is_told_so(typed: str) -> None:
    with typing(f"{typed}\nq\n") as shown:
        run_menu(lambda: FULL)

    assert "Skriv et af bogstaverne i linjen herunder, og tryk Enter." in shown.getvalue()


def test_an_empty_caseload_offers_what_can_be_done_there() -> None:
    with typing("q\n") as shown:
        run_menu(lambda: EMPTY)

    assert " n nyt   q luk\n" in shown.getvalue()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("b", ("opfølgning", "f2")),
        ("u b", ("udsæt", "f2")),
        ("o c", ("opfølgning", "f3")),
        ("u", ("udsæt",)),
        ("l", ("forløb", "liste")),
    ],
)
def test_a_letter_a_key_and_both_lead_to_a_command(typed: str, words: tuple[str, ...]) -> None:
    with typing(f"{typed}\n"):
        assert menu._chosen(FULL) == words


def test_no_key_is_offered_whose_command_is_not_there_and_all_others_are() -> None:
    with typing("q\n") as shown:
        run_menu(lambda: FULL)
    names = {fold(name) for command in COMMANDS for name in (command.name, *command.aliases)}

    for letter, key in KEYS.items():
        is_there = not key.command or fold(key.command) in names
        assert (f" {letter} {key.text}" in shown.getvalue()) == is_there


def test_no_letter_of_an_entry_is_a_key() -> None:
    assert not set(LETTERS) & {*KEYS, menu.MORE, *menu.LEAVE}
    assert len(set(LETTERS)) == len(LETTERS)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("findesikke f1", "forløb vis f1"), "forløb vis f1"),
        (("OPFOELGNING f1", "forløb vis f1"), "OPFOELGNING f1"),
        (("findes ikke", "heller ikke"), "heller ikke"),
    ],
)
def test_the_first_command_there_is_deals_with_a_line(lines: tuple[str, ...], found: str) -> None:
    assert first_known(*lines) == found


def test_the_commands_of_the_keys_take_a_number_where_an_entry_can_follow() -> None:
    commands: dict[str, Command] = {fold(command.name): command for command in COMMANDS}

    for key in KEYS.values():
        if key.of_entry and fold(key.command) in commands:
            assert commands[fold(key.command)].args
