"""No English word on any help and in any error of the command line."""

import pytest
from english import english_in

from running import run
from vforlob.cli.command import Command
from vforlob.cli.help import root_help
from vforlob.cli.table import COMMANDS

ONE_OF_EACH = COMMANDS[::7]

WRONG_LINES = [
    ("borgr", "ny"),
    ("borger", "nyt"),
    ("borger",),
    ("virksomhed",),
    ("forløb",),
    ("x",),
    ("opfolg",),
    ("--version", "--json"),
    ("--json", "borger", "liste"),
    ("-x",),
    ("--",),
    ("--", "borger"),
    ("",),
    (" ",),
    ("f12",),
    ("12",),
    ("borger", "ny", "--ukendt"),
    ("borger", "ny", "--jsno"),
    ("borger", "ny", "-j"),
    ("borger", "ny", "--svar"),
    ("borger", "ny", "--json=ja"),
    ("borger", "ny", "ekstra"),
    ("borger", "vis", "b1", "b2"),
    ("borger", "vis", "b1", "--json", "--json=1"),
    ("borger", "--json"),
    ("forløb", "vis", "f1", "--svar", "x"),
    ("forløb", "liste", "f1"),
    ("forløb", "liste", "--alle=ja"),
    ("virksomhed", "ret", "v1", "--svar"),
    ("--mappe",),
    ("--mappe", "--enkel"),
    ("--mappe=",),
    ("--enkel=1", "forløb", "liste"),
    ("forløb", "liste", "--mappe"),
    ("forløb", "liste", "--uden-spørgsmål=nej"),
    ("help",),
    ("--halp",),
    ("list",),
    ("🙂",),
    ("borger\x1b[31m", "ny"),
    ("a" * 5000,),
    ("borger", "ny", "--" + "a" * 5000),
    ("--" + "a" * 5000,),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_help_of_every_command_is_danish(command: Command) -> None:
    ran = run(*command.name.split(), "--hjælp")

    assert (ran.code, ran.err, english_in(ran.out)) == (0, "", [])
    assert f"vforlob {command.name}" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_help_of_the_program_is_danish_and_names_every_command() -> None:
    ran = run("--help")

    assert (ran.code, english_in(ran.out)) == (0, [])
    assert all(command.name in ran.out for command in COMMANDS)
    assert max(map(len, root_help().splitlines())) <= 80


@pytest.mark.parametrize("line", WRONG_LINES, ids=lambda line: " ".join(line)[:30])
def test_a_wrong_line_is_answered_in_danish(line: tuple[str, ...], tmp_path) -> None:
    ran = run(*line, folder=tmp_path / "mappe")

    assert (ran.code, ran.out, english_in(ran.err)) == (2, "", [])
    assert ran.err.strip()
    assert "\x1b" not in ran.err
    assert max(map(len, ran.err.splitlines())) < 200


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
@pytest.mark.parametrize("wrong", [("--ukendt",), ("1", "2", "3", "4", "5", "6"), ("--json=1", "-q")], ids=repr)
def test_every_command_answers_wrong_use_in_danish(command: Command, wrong: tuple[str, ...], tmp_path) -> None:
    if not wrong[0].startswith("-") and any(metavar.endswith("...") for metavar, _, _ in command.args):
        return  # it takes as many as there are

    ran = run(*command.name.split(), *wrong, folder=tmp_path / "mappe")

    assert (ran.code, ran.out, english_in(ran.err)) == (2, "", [])
    assert "--hjælp" in ran.err


def test_the_word_list_finds_english() -> None:
    typers = "Usage: vforlob borger [OPTIONS]\nTry 'vforlob --help' for help.\nNo such option: --x"

    assert {"usage", "options", "try", "such", "option"} <= set(english_in(typers))
