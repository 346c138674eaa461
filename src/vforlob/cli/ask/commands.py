"""The commands that can be typed instead of an answer: `:t`, `:5`, `:slet`. Knows no widget."""

from vforlob.actions.asking import Back, Cleared, Jump, Overview, Pause, Reply, SkipPunkt

HELP = "?"
COMMANDS: dict[str, Reply] = {
    ":t": Back(),
    ":o": Overview(),
    ":s": SkipPunkt(),
    ":p": Pause(interrupted=False),
    ":slet": Cleared(),
}
# What a terminal in line mode sends for F3.
_F3 = frozenset({"\x1bor", "\x1b[13~", "\x1b[[c"})
_MOST_DIGITS = 2


def command_in(text: str) -> Reply | None:
    """The command a whole line is, or None: a line that begins with a colon and is none is text."""
    typed = text.strip().casefold()
    if typed in _F3:
        return Back()
    if typed in COMMANDS:
        return COMMANDS[typed]
    return Jump(typed[1:].upper()) if _is_jump(typed) else None


def could_become_command(text: str) -> bool:
    """True while what is typed may still turn out to be a command or a call for help."""
    typed = text.casefold()
    return typed in {"", HELP, ":"} or _is_jump(typed) or any(command.startswith(typed) for command in COMMANDS)


def _is_jump(typed: str) -> bool:
    """:5 and, for a tillæg, :B."""
    number = typed[1:]
    if typed[:1] != ":" or not number.isascii():
        return False
    return (number.isdigit() and len(number) <= _MOST_DIGITS) or (len(number) == 1 and number.isalpha())
