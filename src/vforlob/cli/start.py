"""One run of the program: find the command, run it, turn what went wrong into a sentence and an exit code."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from vforlob.cli.command import Command
from vforlob.cli.context import begin, finish, run_as
from vforlob.cli.line import Line, asked_about, read_line, wants_help
from vforlob.cli.options import OPTIONS
from vforlob.cli.show import begin_showing
from vforlob.cli.words import Found, find_command


def run(argv: Sequence[str]) -> int:
    """The exit code. Nothing gets past here but what ends the process itself."""
    try:
        code = _run(read_line(argv))
        if sys.stdout is not None:  # closed by whoever started us
            sys.stdout.flush()
        finish()
    except BaseException as error:
        from vforlob.cli.mishap import after  # only when something went wrong

        code = after(error)
        with suppress(Exception, KeyboardInterrupt):  # it has been told what went wrong
            finish()
    return code


def _run(line: Line) -> int:
    begin(line.options)
    begin_showing()
    if wants_help(line.words):
        return _help(line.words)
    found = find_command(line.words)
    function = function_of(found.command)
    run_as(found.command.name)
    if is_exact(found):
        return run_exactly(found, function)
    from vforlob.cli.app import run_with_options  # Typer costs as much as seven starts of Python

    return run_with_options(found.command, function, found.rest)


def is_exact(found: Found) -> bool:
    """As many arguments as the command takes and its own options, nothing else: such a line needs no parser."""
    sorted_out = _sorted_out(found)
    needed = sum(1 for _, _, is_needed in found.command.args if is_needed)
    if sorted_out is None or len(sorted_out[0]) < needed:
        return False
    takes_any = any(metavar.endswith("...") for metavar, _, _ in found.command.args)
    return takes_any or len(sorted_out[0]) <= len(found.command.args)


def run_exactly(found: Found, function: Callable[..., int | None]) -> int:
    words, options = _sorted_out(found) or ([], {})
    return function(*words, **options) or 0


def _sorted_out(found: Found) -> tuple[list[str], dict[str, bool | str]] | None:
    """The arguments, and the options by the name of their parameter; None for what Typer has to judge."""
    known = {OPTIONS[name].flag: name for name in found.command.options}
    words: list[str] = []
    options: dict[str, bool | str] = {}
    rest = iter(found.rest)
    for word in rest:
        if not word.startswith("-"):
            words.append(word)
            continue
        name = known.get(word)
        if name is None or name in options:
            return None
        value: bool | str = next(rest, "") if OPTIONS[name].metavar else True
        if not value or (isinstance(value, str) and value != "-" and value.startswith("-")):
            return None
        options[name] = value
    return words, options


def function_of(command: Command) -> Callable[..., int | None]:
    module, _, name = command.where.partition(":")
    full = f"vforlob.cli.commands.{module}"
    __import__(full)
    function: Callable[..., int | None] = getattr(sys.modules[full], name)
    return function


def _help(words: Sequence[str]) -> int:
    from vforlob.cli.help import help_for  # only when asked for
    from vforlob.cli.show import out  # likewise

    out(help_for(asked_about(words)))
    return 0
