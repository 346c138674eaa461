"""Lines whose parts may have a colour, and how they reach the screen. Knows no figure.

A colour only repeats what the words say: without it nothing is missing.
"""

import os
import sys
from collections.abc import Iterable
from typing import NamedTuple

from vforlob.cli.context import context
from vforlob.cli.show import raw
from vforlob.model.text import clean

RED, YELLOW, GREEN, DIM = "31", "33", "32", "2"


class Part(NamedTuple):
    text: str
    colour: str = ""


Painted = tuple[Part, ...]


def line(text: str) -> Painted:
    return (Part(text),)


def plain(painted: Painted) -> str:
    return "".join(part.text for part in painted).rstrip()


def coloured(painted: Painted) -> str:
    """What was typed is cleaned before a colour is put around it."""
    *parts, last = painted or (Part(""),)
    return "".join(map(_coloured, (*parts, last._replace(text=last.text.rstrip()))))


def may_colour() -> bool:
    """On a terminal that shows them, unless she has asked for none."""
    if context().plain or os.environ.get("NO_COLOR") or os.environ.get("TERM", "") == "dumb":
        return False
    if os.name == "nt" and not os.environ.get("WT_SESSION"):  # the old console prints the codes as they are
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def show_painted(lines: Iterable[Painted], colour: bool) -> None:
    """All at once, so that the screen is there in one stroke."""
    raw("".join(f"{coloured(it) if colour else clean(plain(it), lines=False)}\n" for it in lines))


def _coloured(part: Part) -> str:
    text = clean(part.text, lines=False)
    return f"\x1b[{part.colour}m{text}\x1b[0m" if part.colour and text.strip() else text
