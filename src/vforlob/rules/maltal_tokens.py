"""The signs and words of a filter, each with its place. Knows no grammar and no column."""

from typing import NamedTuple

from vforlob.errors.maltal import BadFilter
from vforlob.model.text import fold

_IN_WORDS = "_.,-/"
_TWO = ("!=", "<=", ">=", "<>", "==")
_SAME = {"<>": "!=", "==": "=", "≥": ">=", "≤": "<=", "≠": "!="}
_ONE = "=<>()≥≤≠"
_QUOTES = "\"'»«”“"
_HINTS = {"&": " Skriv »og«.", "|": " Skriv »eller«.", "!": " Skriv !=."}


class Token(NamedTuple):
    """`at` is the place of its first sign, counted from 1. The one after the last has no text."""

    text: str
    at: int

    @property
    def word(self) -> str:
        return fold(self.text)


def tokens(text: str) -> list[Token]:
    """Always one more than there are, which is empty. Quotes around a value are passed over."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        size = 1
        if text[at : at + 2] in _TWO:
            size = 2
            found.append(Token(_SAME.get(text[at : at + 2], text[at : at + 2]), at + 1))
        elif char in _ONE:
            found.append(Token(_SAME.get(char, char), at + 1))
        elif char.isalnum() or char in _IN_WORDS:
            size = _length(text, at)
            found.append(Token(text[at : at + size], at + 1))
        elif not char.isspace() and char not in _QUOTES:
            shown = char if char.isprintable() else "?"
            raise BadFilter(f"Tegn {at + 1}: »{shown}« kan ikke stå i et filter.{_HINTS.get(char, '')}")
        at += size
    return [*found, Token("", len(text) + 1)]


def _length(text: str, at: int) -> int:
    end = at
    while end < len(text) and (text[end].isalnum() or text[end] in _IN_WORDS):
        end += 1
    return end - at
