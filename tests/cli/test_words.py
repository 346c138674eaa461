"""How a typed line finds its command."""

import pytest

from running import run
from vforlob.cli.line import read_line
from vforlob.cli.table import COMMANDS
from vforlob.cli.words import command_names, find_command
from vforlob.errors.use import IncompleteCommand, UnknownCommand
from vforlob.model.text import fold


@pytest.mark.parametrize(
    "typed",
    ["forløb liste", "FORLØB LISTE", "forlob liste", "Forloeb Liste", "FORLOEB liste", "liste", "LISTE"],
)
def test_letters_and_case_do_not_matter(typed: str) -> None:
    assert find_command(typed.split()).command.name == "forløb liste"


@pytest.mark.parametrize("typed", ["forl liste", "forløb list", "forløb l", "borg ny", "b ny", "forløblis"])
def test_a_beginning_is_never_enough(typed: str) -> None:
    with pytest.raises(UnknownCommand):
        find_command(typed.split())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("forløp liste", "forløb liste"), ("borger lsite", "borger liste"), ("brger ny", "borger ny")],
)
def test_a_slip_is_answered_with_what_was_meant(typed: str, meant: str) -> None:
    ran = run(*typed.split())

    assert ran.code == 2
    assert f"Mente du vforlob {meant}" in ran.err


def test_half_a_command_is_answered_with_the_whole_ones() -> None:
    with pytest.raises(IncompleteCommand) as caught:
        find_command(["virksomhed"])

    assert "virksomhed ny" in caught.value.whole


def test_no_two_commands_share_a_name() -> None:
    names = [fold(name) for command in COMMANDS for name in (command.name, *command.aliases)]

    assert len(names) == len(set(names)) == len(command_names())


def test_no_command_is_the_beginning_of_what_another_takes() -> None:
    """`agenda vis` would otherwise be `agenda` with the argument "vis"."""
    whole = {fold(command.name) for command in COMMANDS}

    assert all(len(name.split()) <= 2 for name in whole)


@pytest.mark.parametrize("spelling", ["--uden-spørgsmål", "--UDEN-SPORGSMAL", "--uden-spoergsmaal"])
def test_global_options_are_taken_in_any_spelling_and_place(spelling: str) -> None:
    line = read_line([spelling, "borger", "--mappe=/tmp/x", "liste", "--ENKEL"])

    assert line.words == ("borger", "liste")
    assert line.options == ("/tmp/x", True, True, False)


def test_what_stands_after_two_dashes_is_left_alone() -> None:
    line = read_line(["find", "--", "--enkel", "--mappe"])

    assert line.words == ("find", "--", "--enkel", "--mappe")


@pytest.mark.parametrize("line", [("hjælp",), ("HJAELP",), ("--hjælp",), ("--hjaelp",), ("-h",), ("--HELP",)])
def test_help_can_be_asked_for_in_many_ways(line: tuple[str, ...]) -> None:
    whole, one = run(*line), run(*line, "borger", "ny")

    assert (whole.code, one.code) == (0, 0)
    assert "virksomhed ny" in whole.out
    assert one.out.startswith("Brug: vforlob borger ny")
