"""The `hvis` language: read it, and say whether it holds. Knows answers; knows no agenda, file or screen.

POINT[.FELT] = VALUE     POINT[.FELT] != VALUE     POINT besvaret     og, before eller     ( )
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, NoReturn

from vforlob.errors.agenda import BadCondition
from vforlob.model.answers import SVAR, Answers, Key, Value, is_answered
from vforlob.model.text import clean

# The one thing outside the samtale that a condition may name.
FORLOB, ART = "forlob", "art"
KEYWORDS = ("og", "eller", "besvaret")
LONGEST, DEEPEST = 500, 10


class Compare(NamedTuple):
    """`equal` is false for !=. `felt` is "svar" where only the point was named."""

    punkt: str
    felt: str
    equal: bool
    value: str


class IsAnswered(NamedTuple):
    punkt: str


class Every(NamedTuple):
    parts: tuple["Condition", ...]


class Either(NamedTuple):
    parts: tuple["Condition", ...]


Condition = Compare | IsAnswered | Every | Either
# The row that is being asked, so that a felt can look at earlier felter beside it: the point's id, the row's number.
Row = tuple[str, int]


@lru_cache(maxsize=1024)
def parse(text: str) -> Condition:
    """Raises BadCondition with a Danish sentence."""
    if len(text) > LONGEST:
        _refuse(f"»hvis« er på {len(text)} tegn og må højst være på {LONGEST}.")
    reader = _Reader(_tokens(text))
    condition = reader.either(0)
    if reader.peek():
        _refuse(f"Der står noget uventet i »hvis«: »{_short(reader.peek())}«. Forbind med »og« eller »eller«.")
    return condition


def holds(condition: Condition | str, answers: Answers, row: Row | None = None, forlob_art: str | None = None) -> bool:
    """An empty text always holds. Any comparison with a missing value is false, != too."""
    if isinstance(condition, str):
        return not condition or holds(parse(condition), answers, row, forlob_art)
    if isinstance(condition, Compare):
        return _compare(condition, _values(condition, answers, row, forlob_art))
    if isinstance(condition, IsAnswered):
        return is_answered(answers, condition.punkt)
    found = (holds(part, answers, row, forlob_art) for part in condition.parts)
    return all(found) if isinstance(condition, Every) else any(found)


def named(condition: Condition) -> Iterator[Compare | IsAnswered]:
    """Every comparison in it, from left to right."""
    if isinstance(condition, Compare | IsAnswered):
        yield condition
        return
    for part in condition.parts:
        yield from named(part)


def as_number(text: str) -> float | None:
    """A number as a file writes it, with a dot or a Danish comma."""
    plain = text.replace(",", ".")
    if not plain.lstrip("-").replace(".", "", 1).isdecimal() or not plain.isascii():
        return None
    return float(plain)


def _compare(condition: Compare, values: list[str | float]) -> bool:
    """= is "one of them is", != is "none is", and there must be one to look at."""
    if not values:
        return False
    return any(_is(value, condition.value) for value in values) == condition.equal


def _is(value: str | float, wanted: str) -> bool:
    return value == (wanted if isinstance(value, str) else as_number(wanted))


def _values(condition: Compare, answers: Answers, row: Row | None, forlob_art: str | None) -> list[str | float]:
    punkt, felt = condition.punkt, condition.felt
    if punkt == FORLOB and felt == ART:
        return [forlob_art] if forlob_art else []
    beside = answers.get(Key(punkt, felt, row[1])) if row is not None and row[0] == punkt else None
    alone = answers.get(Key(punkt, felt)) if beside is None else beside
    if alone is not None or (row is not None and row[0] == punkt and row[1]):
        return _flat(alone)
    return [one for key, value in answers.items() if key.punkt == punkt and key.felt == felt for one in _flat(value)]


def _flat(value: Value | None) -> list[str | float]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, tuple) else [value]


class _Reader:
    """Recursive descent over the tokens. One method a rule of the grammar, loosest first."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens, self._at = tokens, 0

    def peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def take(self) -> str:
        token = self.peek()
        self._at += 1
        return token

    def either(self, depth: int) -> Condition:
        parts = [self.every(depth)]
        while self.peek() == "eller":
            self.take()
            parts.append(self.every(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def every(self, depth: int) -> Condition:
        parts = [self.one(depth)]
        while self.peek() == "og":
            self.take()
            parts.append(self.one(depth))
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def one(self, depth: int) -> Condition:
        if self.peek() != "(":
            return self.comparison()
        if depth >= DEEPEST:
            _refuse(f"Der er mere end {DEEPEST} parenteser inden i hinanden i »hvis«.")
        self.take()
        inner = self.either(depth + 1)
        if self.take() != ")":
            _refuse("Der mangler en slutparentes i »hvis«.")
        return inner

    def comparison(self) -> Condition:
        name = self.word("id'et på et punkt")
        sign = self.take()
        if sign == "besvaret":
            if "." in name:
                _refuse(f"»besvaret« gælder et helt punkt. Skriv »{_short(name.split('.')[0])} besvaret«.")
            return IsAnswered(name)
        if sign not in {"=", "!="}:
            _refuse(f"Efter »{_short(name)}« skal der stå =, != eller besvaret.")
        value = self.word("et svar")
        punkt, _, felt = name.partition(".")
        if not punkt or (not felt and "." in name) or "." in felt:
            _refuse(f"»{_short(name)}« skal være et punkt eller »punkt.felt«.")
        return Compare(punkt, felt or SVAR, sign == "=", value)

    def word(self, wanted: str) -> str:
        token = self.take()
        if not token or token in KEYWORDS or token in {"(", ")", "=", "!="}:
            found = f"ikke »{token}«" if token else "men den slutter her"
            _refuse(f"Her venter »hvis« på {wanted}, {found}.")
        return token


_SIGNS = "()="
_IN_WORDS = "_.,-"
_HINTS = {
    '"': "Skriv svaret uden anførselstegn.",
    "'": "Skriv svaret uden anførselstegn.",
    "<": "Der er kun = og !=.",
    ">": "Der er kun = og !=.",
    "&": "Skriv »og«.",
    "|": "Skriv »eller«.",
}


def _tokens(text: str) -> list[str]:
    """Lower case: ids and choices have no other, and a typed "OG" is meant as "og"."""
    tokens: list[str] = []
    word = ""
    lowered = text.lower() + " "
    for place, char in enumerate(lowered):
        if char.isalnum() or char in _IN_WORDS:
            word += char
            continue
        if word:
            tokens.append(word)
            word = ""
        if char in _SIGNS and lowered[place - 1 : place] == "!" and char == "=":
            tokens.append("!=")
        elif char in _SIGNS:
            tokens.append(char)
        elif not char.isspace() and lowered[place : place + 2] != "!=":
            _refuse(f"Tegnet »{_short(char)}« kan ikke stå i »hvis«. {_HINTS.get(char, '')}".rstrip())
    return tokens


def _short(text: str) -> str:
    """A piece of somebody's file, fit to stand in a sentence."""
    shown = clean("".join(char for char in text if char.isprintable()))
    return shown if len(shown) <= 40 else shown[:39] + "…"


def _refuse(sentence: str) -> NoReturn:
    raise BadCondition(sentence)
