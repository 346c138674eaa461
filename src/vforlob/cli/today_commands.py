"""Which command deals with a line of today's list: only those that the program has. Runs nothing."""

from functools import cache

from vforlob.cli.command import Command
from vforlob.cli.words import command_names
from vforlob.model.text import fold


@cache
def _names() -> dict[str, Command]:
    return command_names()


def command_called(name: str) -> str:
    """Its Danish spelling, empty where there is no such command."""
    found = _names().get(fold(name))
    return found.name if found else ""


def first_known(*lines: str) -> str:
    """The first of the lines whose command there is; the last one is always there."""
    return next((line for line in lines if _is_known(line)), lines[-1])


def _is_known(line: str) -> bool:
    words = line.split()
    return any(command_called(" ".join(words[:count])) for count in (2, 1) if len(words) >= count)
