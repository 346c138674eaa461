"""The clipboard of the computer, through the program that belongs to it. Knows no text and never copies by itself.

The text goes in on stdin, never on a command line that others can see. No escape sequences: a terminal that takes them
does so without telling, and another would show them.
"""

import os
from typing import NamedTuple

PATIENCE = 5  # seconds: a clipboard that does not answer is none
SECONDS = 30  # then it is emptied, when that was asked for


class _Program(NamedTuple):
    """`needs` is a setting that must be there: without a display the program is installed in vain."""

    argv: tuple[str, ...]
    encoding: str = "utf-8"
    needs: str = ""
    emptied: tuple[str, ...] = ()


_PROGRAMS = (
    _Program(("clip.exe",), "utf-16"),  # Windows, and Linux inside it; with its mark, or æ becomes two signs
    _Program(("pbcopy",)),
    _Program(("wl-copy",), needs="WAYLAND_DISPLAY", emptied=("wl-copy", "--clear")),
    _Program(("xclip", "-selection", "clipboard"), needs="DISPLAY"),
    _Program(("xsel", "--clipboard", "--input"), needs="DISPLAY", emptied=("xsel", "--clipboard", "--clear")),
)


def has_clipboard() -> bool:
    return _found() is not None


def copy(text: str) -> bool:
    """Whether it is there now."""
    found = _found()
    return found is not None and _run(found.argv, text.encode(found.encoding, "replace"))


def empty() -> bool:
    """Whatever is there now is gone."""
    found = _found()
    return found is not None and _run(found.emptied or found.argv, b"")


def _found() -> _Program | None:
    from shutil import which  # late: only who hands a text over

    for program in _PROGRAMS:
        if (not program.needs or os.environ.get(program.needs)) and which(program.argv[0]):
            return program
    return None


def _run(argv: tuple[str, ...], given: bytes) -> bool:
    """xclip stays to hold what it was given: it must not hold our screen as well."""
    from subprocess import DEVNULL, SubprocessError, run  # late: as above

    env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
    try:
        done = run(  # noqa: S603  # nothing that a person typed is on this line
            argv, input=given, stdout=DEVNULL, stderr=DEVNULL, timeout=PATIENCE, check=False, env=env
        )
    except (OSError, SubprocessError):
        return False
    return done.returncode == 0
