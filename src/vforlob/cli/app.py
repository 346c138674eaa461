"""Command lines with options, read by Typer and answered in Danish. Knows the table, no command by name.

A Typer command is made of one table entry and the signature of its function, only for the line at hand.
"""

import inspect
from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer.core import TyperCommand
from typer.main import get_command

from vforlob.cli.command import Command
from vforlob.cli.help import usage
from vforlob.cli.options import GLOBAL_OPTIONS, HELP_FLAGS, OPTIONS
from vforlob.errors.use import WrongUse
from vforlob.rules.danish import quoted

Function = Callable[..., int | None]


def run_with_options(command: Command, function: Function, rest: Sequence[str]) -> int:
    """Read the rest of the line and run the command. Wrong use becomes a WrongUse, never Typer's own words."""
    given: dict[str, Any] = {}
    try:
        _parser(command, function, given.update).main(list(rest), prog_name="vforlob", standalone_mode=False)
    except typer.TyperException as mistake:
        raise WrongUse(_in_danish(mistake, command), usage(command), command=command.name) from None
    return _call(function, given) or 0


def _call(function: Function, given: dict[str, Any]) -> int | None:
    """Outside Typer, which would turn Ctrl-C and a broken pipe into codes of its own."""
    signature = inspect.signature(function)
    bound = signature.bind_partial()
    bound.arguments = {
        name: tuple(given[name] or ()) if own.kind is inspect.Parameter.VAR_POSITIONAL else given[name]
        for name, own in signature.parameters.items()
    }
    return function(*bound.args, **bound.kwargs)


def _parser(command: Command, function: Function, keep: Callable[..., None]) -> TyperCommand:
    def run(**given: Any) -> None:
        keep(**given)

    parameters = _parameters(command, function)
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(add_help_option=False)(run)
    parser = get_command(app)
    assert isinstance(parser, TyperCommand)
    return parser


def _parameters(command: Command, function: Function) -> list[inspect.Parameter]:
    """The function's own parameters, with the words of the table and of cli/options.py."""
    args = iter(command.args)
    return [
        inspect.Parameter(
            own.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=_option(own) if own.kind is inspect.Parameter.KEYWORD_ONLY else _argument(own, next(args)),
            annotation=_type_of(own),
        )
        for own in inspect.signature(function).parameters.values()
    ]


def _option(parameter: inspect.Parameter) -> Any:
    option = OPTIONS[parameter.name]
    return typer.Option(parameter.default, option.flag, metavar=option.metavar or None)


def _argument(parameter: inspect.Parameter, words: tuple[str, str, bool]) -> Any:
    metavar, _, needed = words
    nothing = None if parameter.kind is inspect.Parameter.VAR_POSITIONAL else ""
    return typer.Argument(... if needed else nothing, metavar=metavar)


def _type_of(parameter: inspect.Parameter) -> type:
    """Text and switches only: numbers and dates are read in Danish by the command."""
    if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
        return list[str]
    return bool if isinstance(parameter.default, bool) else str


_FREE = ("TEKST ...", "ORD ...")  # anything may be typed there


def _in_danish(mistake: typer.TyperException, command: Command) -> str:
    """Told by the kind of mistake, never by its English message; a kind we do not know gets a sentence that is true."""
    return _MISTAKES.get(type(mistake).__name__, _unreadable)(mistake, command)


def _unreadable(_mistake: Any, _command: Command) -> str:
    return "Linjen kan ikke læses."


def _too_much(_mistake: Any, _command: Command) -> str:
    return "Der står for meget på linjen."


def _no_such_option(mistake: Any, command: Command) -> str:
    from difflib import get_close_matches  # only for a line that went wrong

    own = [OPTIONS[name].flag for name in command.options]
    known = [*own, *(option.flag for option in GLOBAL_OPTIONS.values()), *HELP_FLAGS]
    near = get_close_matches(mistake.option_name, known, n=1)
    said = f"Tilvalget {quoted(mistake.option_name)} findes ikke her." + (f" Mente du {near[0]}?" if near else "")
    if not near and any(metavar in _FREE for metavar, _, _ in command.args):
        said += f" Begynder det, du søger efter, med en streg, så skriv vforlob {command.name} -- foran."
    return said


def _missing(mistake: Any, command: Command) -> str:
    missing = next((text for metavar, text, _ in command.args if metavar == mistake.param.metavar), "")
    return f"Der mangler noget på linjen: {missing}."


def _bad_option(mistake: Any, command: Command) -> str:
    option = next(OPTIONS[name] for name in command.options if OPTIONS[name].flag == mistake.option_name)
    if option.metavar:
        return f"Tilvalget {option.flag} skal have noget efter sig: {option.flag} {option.metavar}."
    return f"Tilvalget {option.flag} skal stå alene."


_MISTAKES: dict[str, Callable[[Any, Command], str]] = {
    "UsageError": _too_much,
    "NoSuchOption": _no_such_option,
    "MissingParameter": _missing,
    "BadOptionUsage": _bad_option,
}
