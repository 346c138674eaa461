"""Markdown: user text is escaped so that it is read literally, line for line. Knows no recipient."""

import re

from vforlob.model.referat import Referat
from vforlob.render.formats.template import filled

_SPECIAL = re.compile(r"[\\`*_\[\]<>|#~]|&(?=#?\w+;)|!(?=\[)")
_OPENS_A_BLOCK = re.compile(r"[-+=]|\d{1,9}(?=[.)])")


def render(referat: Referat, folder: str | None) -> str:
    return filled(referat, "md", escape, folder)


def escape(text: str) -> str:
    """A line break stays one, also inside a list; a blank line too. None is left around the text."""
    return "\\\n".join(_escape_line(line) for line in text.strip("\n").split("\n"))


def _escape_line(line: str) -> str:
    escaped = _SPECIAL.sub(lambda match: "\\" + match[0], line)
    opening = _OPENS_A_BLOCK.match(escaped)
    if opening:
        number, rest = opening[0], escaped[opening.end() :]
        escaped = f"{number}\\{rest}" if number.isdecimal() else f"\\{escaped}"
    return _kept_spaces(escaped)


def _kept_spaces(line: str) -> str:
    """White space at the ends would be dropped; written as a number it stays."""
    if line[:1].isspace():
        line = f"&#{ord(line[0])};{line[1:]}"
    if line[-1:].isspace():
        line = f"{line[:-1]}&#{ord(line[-1])};"
    return line
