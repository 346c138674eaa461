"""What an own target counts, said in a small closed language: read it, and count by it. Knows no storage.

COLUMN = VALUE     !=  <  <=  >  >=     og, before eller     ( )
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, NoReturn

from vforlob.errors.maltal import BadFilter
from vforlob.model.text import fold
from vforlob.rules.danish import listed, quoted
from vforlob.rules.maltal_columns import COLUMNS, NUMBER, TEXT, Column, column_named, nearest, value_of
from vforlob.rules.maltal_standing import Standing
from vforlob.rules.maltal_tokens import Token, tokens

LONGEST, DEEPEST = 200, 6
SIGNS = ("=", "!=", "<", "<=", ">", ">=")
KEYWORDS = ("og", "eller")


class Compare(NamedTuple):
    column: Column
    sign: str
    value: str | float


class Every(NamedTuple):
    parts: tuple["Filter", ...]


class Either(NamedTuple):
    parts: tuple["Filter", ...]


Filter = Compare | Every | Either


def read_filter(text: str) -> Filter:
    """Raises BadFilter with a Danish sentence that says where."""
    if len(text) > LONGEST:
        _refuse(f"Filteret er på {len(text)} tegn og må højst være på {LONGEST}.")
    reader = _Reader(tokens(text))
    found = reader.either(0)
    if reader.peek().text:
        _refuse(f"{_place(reader.peek())} Her venter filteret på »og«, »eller« eller ingenting.")
    return found


def count(wanted: Filter, standing: Standing) -> int:
    """Forløb that are going when a column of a forløb is named, else borgere on the list."""
    rows: tuple[Any, ...] = standing.going if counts_forlob(wanted) else standing.known
    return sum(holds(wanted, row) for row in rows)


def counts_forlob(wanted: Filter) -> bool:
    return any(one.column.of_forlob for one in _named(wanted))


def holds(wanted: Filter, row: Any) -> bool:
    """What is not known is neither equal nor different, neither more nor less."""
    if isinstance(wanted, Compare):
        return _compare(wanted, getattr(row, wanted.column.navn))
    found = (holds(part, row) for part in wanted.parts)
    return all(found) if isinstance(wanted, Every) else any(found)


def as_text(wanted: Filter, inside: bool = False) -> str:
    """As it is kept and shown: one spelling, however it was typed."""
    if isinstance(wanted, Compare):
        return f"{wanted.column.tekst} {wanted.sign} {value_of(wanted.column, wanted.value)}"
    word = " og " if isinstance(wanted, Every) else " eller "
    text = word.join(as_text(part, inside=True) for part in wanted.parts)
    return f"({text})" if inside and isinstance(wanted, Either) else text


def _named(wanted: Filter) -> Iterator[Compare]:
    if isinstance(wanted, Compare):
        yield wanted
        return
    for part in wanted.parts:
        yield from _named(part)


def _compare(wanted: Compare, found: str | float | None) -> bool:
    if found is None or found == "":
        return False
    if isinstance(wanted.value, float):
        return _MEASURED[wanted.sign](float(found), wanted.value)
    is_it = _says(str(found), wanted.value) if wanted.column.art == TEXT else found == wanted.value
    return is_it == (wanted.sign == "=")


def _says(written: str, wanted: str) -> bool:
    """Its words stand in what was written, each at the beginning of a word: dagpenge in "Sygedagpenge" is another."""
    words = _words(written)
    begins = _words(wanted)
    spans = range(len(words) - len(begins) + 1)
    return any(all(words[at + i].startswith(part) for i, part in enumerate(begins)) for at in spans)


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in fold(text)).split()


_MEASURED: dict[str, Callable[[float, float], bool]] = {
    "=": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
}


class _Reader:
    """Recursive descent over the tokens. One method a rule of the grammar, loosest first."""

    def __init__(self, found: list[Token]) -> None:
        self._tokens, self._at = found, 0

    def peek(self) -> Token:
        return self._tokens[min(self._at, len(self._tokens) - 1)]

    def take(self) -> Token:
        token = self.peek()
        self._at += 1
        return token

    def either(self, depth: int) -> Filter:
        parts = [self.every(depth)]
        while self.peek().word == "eller":
            self.take()
            parts.append(self.every(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def every(self, depth: int) -> Filter:
        parts = [self.one(depth)]
        while self.peek().word == "og":
            self.take()
            parts.append(self.one(depth))
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def one(self, depth: int) -> Filter:
        if self.peek().text != "(":
            return self.comparison()
        if depth >= DEEPEST:
            _refuse(f"Der er mere end {DEEPEST} parenteser inden i hinanden i filteret.")
        self.take()
        inner = self.either(depth + 1)
        end = self.take()
        if end.text != ")":
            _refuse(f"{_place(end)} Der mangler en slutparentes.")
        return inner

    def comparison(self) -> Compare:
        named, sign = self._column(), self.take()
        if sign.text not in SIGNS:
            right = SIGNS if named.art == NUMBER else SIGNS[:2]
            _refuse(f"{_place(sign)} Efter {named.tekst} skal der stå {listed(right, 'eller')}.")
        if named.art != NUMBER and sign.text not in SIGNS[:2]:
            _refuse(f"{_place(sign)} {named.tekst} er ikke et tal. Brug = eller !=.")
        return Compare(named, sign.text, self._value(named))

    def _column(self) -> Column:
        token = self.take()
        if not token.text or token.text in (*SIGNS, "(", ")") or token.word in KEYWORDS:
            _refuse(f"{_place(token)} Her skal stå det, der tælles efter, fx parathed. {_known()}")
        found = column_named(token.text)
        if found is None:
            near = nearest(token.text, [it.tekst for it in COLUMNS])
            meant = f" Mente du {near}?" if near else ""
            _refuse(f"{_place(token)} Det kan filteret ikke tælle efter.{meant} {_known()}")
        return found

    def _value(self, column: Column) -> str | float:
        first, words = self.peek(), []
        while self.peek().text and self.peek().word not in KEYWORDS and self.peek().text not in (*SIGNS, "(", ")"):
            words.append(self.take().text)
        if not words:
            _refuse(f"{_place(first)} Efter {column.tekst} mangler der, hvad det skal være: {column.asks}.")
        typed = " ".join(words)
        found = column.read(typed)
        if found is None:
            near = nearest(typed, column.texts)
            meant = f" Mente du »{near}«?" if near else ""
            _refuse(f"{_place(first._replace(text=typed))} {column.tekst} skal være {column.asks}.{meant}")
        return found


def _place(token: Token) -> str:
    return f"Filteret slutter ved tegn {token.at}." if not token.text else f"Tegn {token.at}, {quoted(token.text, 30)}:"


def _known() -> str:
    return f"Du kan bruge {listed([it.tekst for it in COLUMNS])}."


def _refuse(sentence: str) -> NoReturn:
    raise BadFilter(sentence)
