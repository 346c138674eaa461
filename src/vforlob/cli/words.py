"""Which command the typed words are. Knows the table; runs nothing and imports no command."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vforlob.cli.command import Command
from vforlob.cli.table import BARE, COMMANDS
from vforlob.model.text import fold


class Found(NamedTuple):
    """The command and what stood after its words."""

    command: Command
    rest: tuple[str, ...]


def find_command(words: Sequence[str], commands: Iterable[Command] = COMMANDS) -> Found:
    """The longest name wins: two words before one. Nothing is completed and no beginning is enough."""
    if not words:
        return Found(BARE, ())
    names = command_names(commands)
    for count in (2, 1):
        typed = _folded(words[:count])
        if len(words) >= count and typed in names and not any(word.startswith("-") for word in words[:count]):
            return Found(names[typed], tuple(words[count:]))
    raise _not_found(words, names)


def command_names(commands: Iterable[Command] = COMMANDS) -> dict[str, Command]:
    """Every name and alias, folded."""
    return {fold(name): command for command in commands for name in (command.name, *command.aliases)}


def family(word: str, commands: Iterable[Command] = COMMANDS) -> tuple[Command, ...]:
    """The two-word commands that begin with this word."""
    return tuple(c for c in commands if " " in c.name and fold(c.name.split()[0]) == fold(word))


def _folded(words: Sequence[str]) -> str:
    return fold(" ".join(words))


def _not_found(words: Sequence[str], names: dict[str, Command]) -> Exception:
    from vforlob.errors.use import IncompleteCommand, UnknownCommand, WrongUse  # only for a line that went wrong
    from vforlob.rules.danish import quoted  # likewise

    if words[0].startswith("-"):
        return WrongUse(f"Skriv kommandoen før tilvalget {quoted(words[0])}.")
    typed = [word for word in words[:2] if not word.startswith("-")]
    members = family(typed[0])
    if members and len(typed) == 1:
        return IncompleteCommand(typed[0], (member.name for member in members))
    if members:
        return UnknownCommand(" ".join(typed), _near(_folded(typed), {fold(m.name): m for m in members}, cutoff=0.1))
    near = _near(_folded(typed), names) or _near(_folded(typed[:1]), names)
    return UnknownCommand(" ".join(typed[:1]), near)


def _near(typed: str, names: dict[str, Command], cutoff: float = 0.6) -> tuple[str, ...]:
    from difflib import get_close_matches  # only for a line that went wrong

    best = get_close_matches(typed, names, n=6, cutoff=cutoff)
    return tuple(dict.fromkeys(names[name].name for name in best))[:2]
