"""The help, put together from the table: of the whole program, of a family, of one command. Knows no parser."""

from collections.abc import Iterable, Sequence

from vforlob.cli.command import GROUPS, Command
from vforlob.cli.layout import wrap
from vforlob.cli.options import GLOBAL_OPTIONS, HELP_OPTION, OPTIONS, Option
from vforlob.cli.table import BARE, COMMANDS
from vforlob.cli.words import command_names, family, find_command
from vforlob.model.text import fold

WIDTH = 80
_COLUMN = 30
_VERSION = ("--version", "Vis, hvilken udgave du har")


def help_for(words: Sequence[str]) -> str:
    """The help that fits the words on the line: all of it, one family of commands, one command."""
    if not words:
        return root_help()
    if fold(words[0]) not in command_names() and len(words) == 1 and family(words[0]):
        return family_help(family(words[0]))
    return command_help(find_command(words).command)


def root_help() -> str:
    lines = [
        "vforlob: samtaler, aftaler og opfølgning i virksomhedsforløb",
        "",
        "Brug: vforlob [KOMMANDO] [TILVALG]",
    ]
    for group in GROUPS:
        members = [command for command in (BARE, *COMMANDS) if command.group == group]
        if members:
            lines += [
                "",
                group,
                *_columns((signature(command) or "(ingen kommando)", command.help) for command in members),
            ]
    lines += ["", "Tilvalg, der gælder alle kommandoer", *_columns([*map(_option_line, _everywhere()), _VERSION])]
    lines += ["", "Om én kommando: vforlob borger ny --hjælp"]
    return "\n".join(lines)


def family_help(members: Sequence[Command]) -> str:
    word = members[0].name.split()[0]
    rows = _columns((signature(command), command.help) for command in members)
    return "\n".join(
        [f"Brug: vforlob {word} ORD [TILVALG]", "", *rows, "", f"Om én af dem: vforlob {members[0].name} --hjælp"]
    )


def command_help(command: Command) -> str:
    lines = [usage(command), "", *wrap(f"{command.help}.", WIDTH)]
    if command.args:
        lines += ["", "Skal stå efter kommandoen", *_columns((metavar, text) for metavar, text, _ in command.args)]
    own = [_option_line(OPTIONS[name]) for name in command.options]
    lines += ["", "Tilvalg", *_columns([*own, *map(_option_line, _everywhere())])]
    if command.examples:
        lines += ["", "Eksempler", *(f"  {example}" for example in command.examples)]
    return "\n".join(lines)


def usage(command: Command) -> str:
    return f"Brug: vforlob {signature(command)} [TILVALG]".replace("  ", " ")


def signature(command: Command) -> str:
    """The name and what stands after it; what may be left out stands in brackets."""
    return " ".join(
        [command.name, *(metavar if needed else f"[{metavar}]" for metavar, _, needed in command.args)]
    ).strip()


def _everywhere() -> list[Option]:
    return [*GLOBAL_OPTIONS.values(), HELP_OPTION]


def _option_line(option: Option) -> tuple[str, str]:
    also = ", -h" if option is HELP_OPTION else ""
    return f"{option.flag}{also} {option.metavar}".strip(), option.help


def _columns(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Two columns within 80; a long first one gets a line of its own."""
    lines = []
    for left, right in rows:
        first, *more = wrap(right, WIDTH - _COLUMN - 2)
        fits = len(left) < _COLUMN - 1
        lines += [f"  {left:<{_COLUMN}}{first}"] if fits else [f"  {left}", f"  {'':<{_COLUMN}}{first}"]
        lines += [f"  {'':<{_COLUMN}}{line}" for line in more]
    return lines
