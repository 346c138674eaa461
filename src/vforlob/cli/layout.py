"""Plain text in columns: wrapping, dot leaders, a row of small bars. Knows no case and writes nothing."""

import sys

from vforlob.rules.sparkline import BARS, PLAIN, sparkline

TWINS = str.maketrans({"·": "-", "–": "-", "…": "...", "»": '"', "«": '"', **dict(zip(BARS, PLAIN, strict=True))})
WIDEST = 100
LABEL = 20
MARGIN, WIDEST_NAME = 3, 50  # of a table whose lines begin with a number
_TO_TYPE = ": vforlob "


def screen_width() -> int:
    """Columns of the terminal, never more than reads well; 80 where there is none."""
    import os

    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):  # no terminal, or no stdout at all
        return 80
    return max(20, min(columns, WIDEST))


def screen_height() -> int:
    """Lines of the terminal; 0 where there is none, and nothing scrolls away."""
    import os

    try:
        return os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError, AttributeError):  # no terminal, or no stdout at all
        return 0


def can_draw() -> bool:
    """Whether the console has our glyphs; an old one gets their twins in ASCII."""
    try:
        "·▂»".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError, AttributeError):  # the last: there is no stdout
        return False
    return True


def one_line(text: str) -> str:
    """What was typed over several lines, on one."""
    return " ".join(text.split())


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width`; a word that is longer is cut. Never empty."""
    lines, line = [], ""
    for word in text.split():
        while len(word) > width:
            room = width - len(line) - 1 if line else width
            if room > 0:
                line, word = f"{line} {word[:room]}".lstrip(), word[room:]
            lines.append(line)
            line = ""
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".lstrip()
    return [*lines, line] if line or not lines else lines


def wrap_told(text: str, width: int) -> list[str]:
    """A sentence that may end in a command; the command is not broken, for it is there to be copied."""
    sentence, vforlob, command = text.partition("vforlob ")
    if not vforlob or "vforlob " in command or len(vforlob + command) > width:
        return wrap(text, width)
    *before, last = wrap(sentence, width)
    fits = len(last) + 1 + len(vforlob + command) <= width
    return [*before, f"{last} {vforlob}{command}".lstrip()] if fits else [*before, last, vforlob + command]


def flow(text: str, width: int) -> str:
    """Broken between words and never inside one: a path is there to be copied, and so is the command that a line ends
    in, which is whole where there is room.
    """
    return "\n".join(part for line in text.split("\n") for part in _with_command(line, width))


def _with_command(line: str, width: int) -> list[str]:
    sentence, colon, command = line.rpartition(_TO_TYPE)
    typed = f"vforlob {command}"
    if len(line) <= width or not colon or " · " in command or len(typed) > width:
        return _flowing(line, width)
    *before, last = _flowing(f"{sentence}:", width)
    return [*before, f"{last} {typed}"] if len(last) + 1 + len(typed) <= width else [*before, last, typed]


def _flowing(line: str, width: int) -> list[str]:
    found = [""]
    for word in [line] if len(line) <= width else line.split(" "):
        grown = f"{found[-1]} {word}" if found[-1] else word
        if found[-1] and len(grown) > width:
            found.append(word)
        else:
            found[-1] = grown
    return found


def labelled(label: str, text: str, width: int) -> list[str]:
    """The label on the left and the text beside it; under it on a narrow screen."""
    if width < 60:
        return [*([f" {label}"] if label else []), *(f"   {line}" for line in wrap(text, width - 4))]
    lines = wrap(text, width - LABEL - 2)
    return [f" {label:<{LABEL - 1}} {lines[0]}", *(" " * (LABEL + 1) + line for line in lines[1:])]


def for_you(text: str, width: int) -> list[str]:
    """The first line of a page that nobody else should see."""
    return [f" {line}" for line in wrap(f"Kun til dig · {text}", width - 2)]


def side_by_side(commands: str, width: int) -> list[str]:
    """Three spaces stand between commands; one that does not fit begins a line, and none is broken."""
    lines = [""]
    for command in commands.strip().split("   "):
        if lines[-1] and len(lines[-1]) + 3 + len(command) < width:
            lines[-1] += f"   {command}"
        else:
            lines.append(f" {command}")
    return lines[1:]


def columns(line: str, width: int) -> list[str]:
    """A line of a table: what stands before the tab, broken where it must be, and beside it what stands behind."""
    text, _, behind = line.partition("\t")
    room = max(MARGIN + 8, min(width - len(behind) - 1, WIDEST_NAME))
    first, *rest = wrap(text[MARGIN:], room - MARGIN)
    return [f"{text[:MARGIN]}{first:<{room - MARGIN}} {behind}".rstrip(), *(" " * MARGIN + part for part in rest)]


def leaders(text: str, width: int) -> list[str]:
    """The text filled up with dots to the width, so that the eye finds what stands behind it."""
    lines = wrap(text, width - 3)
    last = lines[-1]
    return [*lines[:-1], f"{last} {'.' * (width - len(last) - 1)}"]


def bars(values: tuple[float, ...]) -> str:
    """One bar a value, the highest as high as a line; nothing for fewer than two."""
    return sparkline(values) if len(values) > 1 and max(values) > 0 else ""
