"""The exact matcher and Typer read the same lines the same way."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from vforlob.cli.app import run_with_options
from vforlob.cli.command import Command
from vforlob.cli.options import GLOBAL_OPTIONS, OPTIONS
from vforlob.cli.start import function_of, is_exact, run_exactly
from vforlob.cli.table import COMMANDS
from vforlob.cli.words import Found

EVERY = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
ARGUMENTS = ("f12", "2", "æøå og mere")


def recorder(command: Command, seen: list[dict[str, Any]]) -> Callable[..., None]:
    """Stands in for the command: same parameters, notes what it was given."""
    signature = inspect.signature(function_of(command))

    def record(*args: Any, **options: Any) -> None:
        bound = signature.bind(*args, **options)
        bound.apply_defaults()
        seen.append(dict(bound.arguments))

    record.__signature__ = signature  # type: ignore[attr-defined]
    return record


@EVERY
def test_both_ways_give_the_command_the_same(command: Command) -> None:
    seen: list[dict[str, Any]] = []
    function = recorder(command, seen)

    for rest in lines_of(command):
        if is_exact(Found(command, rest)):
            run_exactly(Found(command, rest), function)
            run_with_options(command, function, rest)

    assert seen
    assert seen[::2] == seen[1::2]


def lines_of(command: Command) -> list[tuple[str, ...]]:
    """Every number of arguments, with every option before and after them."""
    words = [ARGUMENTS[:count] for count in range(len(command.args) + 2)]
    options = [(option.flag, *VALUES[: bool(option.metavar)]) for option in map(OPTIONS.__getitem__, command.options)]
    every = [word for option in options for word in option]
    return [*words, *((*o, *w) for o in options for w in words), *((*w, *every) for w in words)]


VALUES = ("værdi",)  # what an option that takes one is given


@pytest.mark.parametrize(
    "rest", [("--json", "--json"), ("-",), ("--",), ("--svar", "x"), ("--ukendt",), ("--json", "--alle"), ("f1", "f2")]
)
def test_a_line_with_anything_else_is_left_to_typer(rest: tuple[str, ...]) -> None:
    command = next(command for command in COMMANDS if command.name == "forløb vis")

    assert not is_exact(Found(command, rest))


@EVERY
def test_every_option_reaches_its_command(command: Command) -> None:
    for name in command.options:
        seen: list[dict[str, Any]] = []
        value = ["VÆRDI"] if OPTIONS[name].metavar else []
        needed = [f"x{place}" for place, (_, _, is_needed) in enumerate(command.args) if is_needed]

        run_with_options(command, recorder(command, seen), [*needed, OPTIONS[name].flag, *value])

        assert seen[0][name] == (value[0] if value else True)


@EVERY
def test_the_table_and_the_function_agree(command: Command) -> None:
    parameters = inspect.signature(function_of(command)).parameters.values()
    positional = [p for p in parameters if p.kind is not inspect.Parameter.KEYWORD_ONLY]
    options = [p for p in parameters if p.kind is inspect.Parameter.KEYWORD_ONLY]

    assert len(positional) == len(command.args)
    assert {p.name for p in options} == set(command.options)
    assert all(isinstance(p.default, str) if OPTIONS[p.name].metavar else p.default is False for p in options)
    for parameter, (_, _, is_needed) in zip(positional, command.args, strict=True):
        may_be_missing = parameter.kind is inspect.Parameter.VAR_POSITIONAL
        assert (parameter.default is inspect.Parameter.empty and not may_be_missing) == is_needed


def test_no_option_is_both_everywhere_and_of_a_command() -> None:
    assert not {o.flag for o in OPTIONS.values()} & {o.flag for o in GLOBAL_OPTIONS.values()}
