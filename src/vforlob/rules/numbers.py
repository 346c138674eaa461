"""Read numbers as Danes type them: 12,5 and 12.5, 12½, 12 t, tre. Knows no question and no limit."""

import re

from vforlob.errors.answer import BadAnswer
from vforlob.model.text import clean, fold
from vforlob.rules.danish import number, quoted

Number = int | float

WORDS: dict[str, Number] = {
    word: value
    for value, words in enumerate(
        (
            "nul ingen",
            "en et én ét",
            "to",
            "tre",
            "fire",
            "fem",
            "seks",
            "syv",
            "otte",
            "ni",
            "ti",
            "elleve",
            "tolv",
            "tretten",
            "fjorten",
            "femten",
            "seksten",
            "sytten",
            "atten",
            "nitten",
            "tyve",
        )
    )
    for word in words.split()
} | {"halvanden": 1.5, "halvandet": 1.5, "tredive": 30}

_HOURS = frozenset({"t", "time", "timer", "h"})
_UNITS = (
    _HOURS,
    frozenset({"d", "dag", "dage"}),
    frozenset({"uge", "uger"}),
    frozenset({"gang", "gange", "x"}),
    frozenset({"kr", "krone", "kroner"}),
)
_MINUTES = frozenset({"min", "minut", "minutter"})
_PER_WEEK = frozenset({"om ugen", "pr uge", "i ugen", "/uge"})
_NUMBER = re.compile(r"([-−]?)\s*(\d{1,9})(?:[.,](\d{1,6}))?\s*([½¼¾]?)\s*(\D*)")
_HALF = re.compile(r"([-−]?)()()([½¼¾])\s*(\D*)")
_GROUPED = re.compile(r"([-−]?)(\d{1,3}(?:\.\d{3})+),(\d{1,6})()\s*(\D*)")
_HOURS_AND_MINUTES = re.compile(r"(\d{1,3})(?::(\d\d)| ?t(?:imer|ime)?\.? ?(\d{1,2}) ?min(?:utter|\.)?)")
_FRACTIONS = {"": 0.0, "½": 0.5, "¼": 0.25, "¾": 0.75}
_LARGEST = 10**9


def read_number(text: str, unit: str = "") -> Number:
    """The number in `text`, which may end in `unit`; an int when it is whole."""
    typed = " ".join(clean(text, lines=False).casefold().split())
    if typed in WORDS:
        return WORDS[typed]
    allowed = _allowed_units(unit)
    if allowed >= _HOURS and (found := _HOURS_AND_MINUTES.fullmatch(typed)):
        return _hours_and_minutes(text, found)
    match = _GROUPED.fullmatch(typed) or _NUMBER.fullmatch(typed) or _HALF.fullmatch(typed)
    if match is None or not _is_allowed(match[5], allowed):
        raise BadAnswer(f"{quoted(text)} er ikke et tal. Skriv fx 12 eller 12,5.")
    _refuse_two_meanings(typed, match, is_hours=fold(unit).split(" ")[0] in _HOURS)
    return _value(match)


def as_number(value: float) -> Number:
    """A number from a file: an int when it is whole. Refuses what is no number to a person."""
    if not -_LARGEST <= value <= _LARGEST:  # false for nan too
        raise BadAnswer("Tallet kan ikke bruges. Skriv fx 12 eller 12,5.")
    return int(value) if value == int(value) else value


def _value(match: re.Match[str]) -> Number:
    sign, whole, decimals, fraction = match[1], match[2].replace(".", ""), match[3], match[4]
    value = float(f"{whole or 0}.{decimals or 0}") + _FRACTIONS[fraction]
    return as_number(-value if sign else value)


def _hours_and_minutes(text: str, match: re.Match[str]) -> Number:
    minutes = int(match[2] or match[3])
    if minutes > 59:
        raise BadAnswer(f"{quoted(text)} er ikke et antal timer. Skriv fx 12,5 eller 12:30.")
    return as_number(int(match[1]) + round(minutes / 60, 4))


def _allowed_units(unit: str) -> frozenset[str]:
    if not unit:
        return frozenset().union(*_UNITS)
    words = frozenset({fold(unit), fold(unit).split(" ")[0]})
    return words.union(*(group for group in (*_UNITS, _MINUTES) if group & words))


def _is_allowed(rest: str, allowed: frozenset[str]) -> bool:
    word = fold(rest).replace(".", "").strip()
    for ending in _PER_WEEK:
        word = word.removesuffix(ending).strip()
    return not word or word in allowed


def _refuse_two_meanings(typed: str, match: re.Match[str], is_hours: bool) -> None:
    whole, decimals = match[2], match[3] or ""
    if "." not in typed or "," in typed:
        return
    if len(decimals) == 3 and whole not in {"", "0"}:
        raise BadAnswer(f"{quoted(typed)} kan betyde to tal. Skriv {whole}{decimals} eller {whole},{decimals}.")
    if is_hours and decimals in {"15", "30", "45"}:
        other = number(int(whole) + int(decimals) / 60)
        raise BadAnswer(f"{quoted(typed)} kan betyde to tal. Skriv {other} for {whole} timer og {decimals} minutter.")
