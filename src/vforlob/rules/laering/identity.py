"""What in a text could tell whose it is, and the text without it. Knows which kinds of words that is, no storage."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from vforlob.rules.cpr import find_cpr
from vforlob.rules.laering.spotted import Mapped, Span, mapped, spots

# Shorter ones are words as well, "bo" and "by": only with a capital they are a name.
SHORT = 4
_CAPITAL_ONLY = frozenset({"del"})
_MAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.\w+")
_PHONE = re.compile(r"(?<![\d,.])(?:(?:\+|00)45[ \t]?)?\d{2}[ \t.-]?\d{2}[ \t.-]?\d{2}[ \t.-]?\d{2}(?![\d])")
_SENTENCE_ENDS = (".", "?", "!", "\n", ":")


class Known(NamedTuple):
    """A text that belongs to somebody. `kind`: alias andres_alias navn kontakt virksomhed anden_virksomhed sted del.

    "del" is one word of the name of a virksomhed. `instead` is what stands for it.
    """

    kind: str
    text: str
    instead: str


class Found(NamedTuple):
    """`kind` is one of the above, or cpr telefon mail."""

    kind: str
    span: Span
    instead: str


class Masked(NamedTuple):
    text: str
    kinds: tuple[str, ...]


def masked(text: str, known: Iterable[Known]) -> Masked:
    """`kinds` are those that were there, each once, in the order of the text."""
    found = spotted(text, known)
    parts, at = [], 0
    for one in found:
        parts += [text[at : one.span.start], _fitted(text, one)]
        at = one.span.end
    return Masked("".join((*parts, text[at:])), tuple(dict.fromkeys(one.kind for one in found)))


def spotted(text: str, known: Iterable[Known]) -> tuple[Found, ...]:
    """Left to right, none over another: of two in one place the longer."""
    letters = mapped(text)
    every = [*_numbers(text), *(found for one in known for found in _of(text, letters, one))]
    kept: list[Found] = []
    for found in sorted(every, key=lambda it: (it.span.start - it.span.end, it.span.start)):
        if all(found.span.end <= it.span.start or it.span.end <= found.span.start for it in kept):
            kept.append(found)
    return tuple(sorted(kept, key=lambda it: it.span))


def _numbers(text: str) -> list[Found]:
    return [
        *(Found("cpr", Span(*span), "[nummer]") for span in find_cpr(text)),
        *(Found("mail", Span(*match.span()), "[mailadresse]") for match in _MAIL.finditer(text)),
        *(Found("telefon", Span(*match.span()), "[telefonnummer]") for match in _PHONE.finditer(text)),
    ]


def _of(text: str, letters: Mapped, known: Known) -> list[Found]:
    needs_capital = known.kind in _CAPITAL_ONLY or (known.text.isalpha() and len(known.text) < SHORT)
    return [
        Found(known.kind, span, known.instead)
        for span in spots(letters, known.text, whole=True)
        if not needs_capital or text[span.start].isupper()
    ]


def _fitted(text: str, found: Found) -> str:
    """With a capital where a sentence begins."""
    before = text[: found.span.start].rstrip(" \t»(")
    starts = not before or before.endswith(_SENTENCE_ENDS)
    return found.instead[:1].upper() + found.instead[1:] if starts else found.instead
