"""Cut a TOML text into tokens. Knows strings, comments and signs; judges nothing and never fails."""

import re
from collections.abc import Iterator
from typing import NamedTuple

STRING, COMMENT, NEWLINE, SIGN, WORD = "string", "comment", "newline", "sign", "word"

# Each alternative moves on over the text in one way only, so that no text can make it slow.
_TOKEN = re.compile(
    r'(?P<string>"""(?:[^\\]|\\[\s\S])*?(?:"{3,5}|\\?\Z)'
    r"|'''[\s\S]*?(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\[^\n])*"?'
    r"|'[^'\n]*'?)"
    r"|(?P<comment>#[^\n]*)"
    r"|(?P<newline>\n)"
    r"|(?P<sign>[\[\]{},=.])"
    r"|(?P<word>[^\s\"'#\[\]{},=.]+)"
)


class Token(NamedTuple):
    """`start` is the place in the text, counted in characters."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        yield Token(match.lastgroup or WORD, match.group(), match.start())
