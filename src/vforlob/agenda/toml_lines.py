"""Find the line where something stands in a TOML text that tomllib could read. Knows no meanings and judges nothing.

A place is named as one would reach it in the parsed file: ("punkt", 3, "felt", 0, "hvis"), ("hensyn", "raekker", 1).
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from vforlob.agenda.toml_tokens import COMMENT, NEWLINE, STRING, WORD, Token, tokens

Place = tuple[str | int, ...]


class Lines(NamedTuple):
    """`found` has the line of every place; `headed` are the tables with a line of their own, [x] or [[x]]."""

    found: dict[Place, int]
    headed: frozenset[Place]

    def of(self, *place: str | int) -> int:
        """The line of the place, or of the nearest thing around it; 0 when nothing of it is there."""
        while place:
            line = self.found.get(place)
            if line is not None:
                return line
            place = place[:-1]
        return 0

    def has_header(self, *place: str | int) -> bool:
        return place in self.headed


def toml_lines(text: str) -> Lines:
    return _Finder(text).lines()


class _Finder:
    """One pass over the tokens. A token that does not fit is stepped over: tomllib has the say about syntax."""

    def __init__(self, text: str) -> None:
        self._tokens = _numbered(text)
        self._at = 0
        self._found: dict[Place, int] = {}
        self._headed: set[Place] = set()
        self._rows: dict[Place, int] = {}

    def lines(self) -> Lines:
        table: Place = ()
        while self._at < len(self._tokens):
            kind, sign, line = self._here()
            if kind in {NEWLINE, COMMENT}:
                self._at += 1
            elif sign == "[":
                table = self._header(line)
            else:
                self._pair(table)
        return Lines(self._found, frozenset(self._headed))

    def _header(self, line: int) -> Place:
        self._at += 1
        is_array = self._sign() == "["
        self._at += is_array
        names = self._names(("]",))
        self._skip_line()
        above = self._inside(names[:-1], line)
        place: Place = (*above, *names[-1:])
        if is_array:
            row = self._rows[place] = self._rows.get(place, -1) + 1
            place = (*place, row)
        self._note(place, line)
        self._headed.add(place)
        return place

    def _inside(self, names: Iterable[str], line: int) -> Place:
        """[[a.b]] belongs to the newest row of [[a]]; where there is no [[a]], it makes one."""
        place: Place = ()
        for name in names:
            place = (*place, name)
            if place in self._rows:
                place = (*place, self._rows[place])
            self._note(place, line)
        return place

    def _pair(self, table: Place) -> None:
        line = self._here()[2]
        names = self._names(("=", "\n", ",", "}"))
        place = table
        for name in names:
            place = (*place, name)
            self._note(place, line)
        if self._sign() == "=":
            self._at += 1
            self._value(place)
        elif not names:
            self._at += 1

    def _value(self, place: Place) -> None:
        sign = self._sign()
        if sign == "[":
            self._array(place)
        elif sign == "{":
            self._inline_table(place)
        else:
            while self._sign() not in {"", "\n", ",", "]", "}"}:
                self._at += 1

    def _array(self, place: Place) -> None:
        self._at += 1
        index = 0
        while self._sign() not in {"", "]"}:
            if self._here()[0] in {NEWLINE, COMMENT}:
                self._at += 1
            elif self._sign() == ",":
                self._at += 1
                index += 1
            else:
                self._note((*place, index), self._here()[2])
                before = self._at
                self._value((*place, index))
                self._at += self._at == before
        self._at += 1

    def _inline_table(self, place: Place) -> None:
        self._at += 1
        while self._sign() not in {"", "}"}:
            if self._here()[0] in {NEWLINE, COMMENT} or self._sign() == ",":
                self._at += 1
            else:
                before = self._at
                self._pair(place)
                self._at += self._at == before
        self._at += 1

    def _names(self, ends: tuple[str, ...]) -> list[str]:
        names = []
        while self._sign() not in {"", "\n", *ends}:
            kind, text, _ = self._here()
            if kind in {WORD, STRING}:
                names.append(_unquoted(text) if kind == STRING else text)
            self._at += 1
        return names

    def _skip_line(self) -> None:
        while self._sign() not in {"", "\n"}:
            self._at += 1

    def _note(self, place: Place, line: int) -> None:
        self._found.setdefault(place, line)

    def _here(self) -> tuple[str, str, int]:
        return self._tokens[self._at]

    def _sign(self) -> str:
        """The text of a sign or line break; a space for a word or string, nothing at the end."""
        if self._at >= len(self._tokens):
            return ""
        kind, text, _ = self._here()
        return " " if kind in {WORD, STRING, COMMENT} else text


def _unquoted(text: str) -> str:
    """A quoted name as tomllib reads it."""
    if text.startswith('"') and "\\" in text:
        import tomllib  # has read the whole text already

        with suppress(ValueError):
            return str(tomllib.loads(f"name = {text}")["name"])
    return text.strip("\"'")


def _numbered(text: str) -> list[tuple[str, str, int]]:
    """Tokens with the line they begin on."""
    numbered, line, before = [], 1, 0
    for token in tokens(text):
        line += text.count("\n", before, token.start)
        before = token.start
        numbered.append(_with_line(token, line))
    return numbered


def _with_line(token: Token, line: int) -> tuple[str, str, int]:
    return token.kind, token.text, line
