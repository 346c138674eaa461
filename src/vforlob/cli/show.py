"""The one place that writes to the screen: results to stdout, talk to stderr. Knows no case.

Everything is cleaned on its way out: what a person once typed may hold escape sequences.
"""

import sys
from typing import Any, TextIO

from vforlob.model.text import clean

_has_shown = False


def has_shown() -> bool:
    """Whether anything has gone to stdout in this run."""
    return _has_shown


def begin_showing() -> None:
    global _has_shown
    _has_shown = False


def out(text: str = "") -> None:
    """A line, or several when the text holds line breaks, to stdout."""
    _write(sys.stdout, f"{clean(text)}\n")


def err(text: str = "") -> None:
    """The same to stderr. These are sentences: in a terminal they are broken between words."""
    _write(sys.stderr, f"{flowing(clean(text), sys.stderr)}\n")


def err_line(text: str) -> None:
    """A path or a command on a line of its own to stderr: never broken, for it is there to be copied."""
    _write(sys.stderr, f"{clean(text, lines=False)}\n")


def flowing(text: str, stream: TextIO | None = None) -> str:
    """Broken between words where somebody reads it: on a screen. `stream` is stdout when nothing is said."""
    stream = stream or sys.stdout
    if stream is None or not stream.isatty():
        return text
    from vforlob.cli.layout import flow, screen_width  # only there

    return flow(text, screen_width())


def emit(result: dict[str, Any]) -> None:
    """One JSON object to stdout, with the number of its shape first."""
    from json import dumps  # only for machines

    out(dumps({"skema": 1} | result, ensure_ascii=False, indent=2))


def raw(text: str) -> None:
    """A document to stdout as it is, without another line break. It was cleaned when it was rendered."""
    _write(sys.stdout, text)


def _write(stream: TextIO | None, text: str) -> None:
    global _has_shown
    if stream is not None:  # closed by whoever started us
        stream.write(text)
        _has_shown = _has_shown or stream is sys.stdout
