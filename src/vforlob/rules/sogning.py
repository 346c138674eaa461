"""What is looked for, and where a text has it: folded words, phrases, beginnings. Knows no index and no screen."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vforlob.model.text import clean, search_fold

# More words than anybody looks for; a whole document pasted by mistake is no query.
MOST = 24
LONGEST = 2000
_WORD = re.compile(r"[^\W_]+")
_QUOTES = str.maketrans(dict.fromkeys("»«“”„‟", '"'))
# A soft hyphen from a pasted page is not seen, and parts no word.
_LATIN_RUN = re.compile(r"[^\W_]+(?:\u00ad+[^\W_]+)*")
_LATIN, _BREAK = "\u0100", "\u200b"


class Term(NamedTuple):
    """Words that stand one after another, folded. When it `begins` the last one may go on."""

    words: tuple[str, ...]
    begins: bool = False


class Word(NamedTuple):
    """A folded word, and from where to where it stands in the text as it was written."""

    folded: str
    start: int
    end: int


Spans = tuple[tuple[int, int], ...]


def read_query(typed: str) -> tuple[Term, ...]:
    """The terms in the order typed, none twice. Whatever is typed is a query; one without a letter or digit is empty.

    Words between quotes stand together; so do the parts of `ryg-problemer`. A quote that is never closed is none.
    """
    parts = clean(typed[:LONGEST], lines=False).translate(_QUOTES).split('"')
    found: dict[Term, None] = {}
    for place, part in enumerate(parts):
        is_phrase = place % 2 == 1 and place < len(parts) - 1
        star = "*" if is_phrase and parts[place + 1].startswith("*") else ""
        pieces = [part + star] if is_phrase else part.split()
        found |= dict.fromkeys(term for piece in pieces if (term := _term(piece)).words)
    return tuple(found)[:MOST]


def _term(piece: str) -> Term:
    """A star behind a word, or behind the quote, asks for what begins with it."""
    return Term(tuple(words_of(piece)), piece.rstrip().endswith("*"))


def words_of(text: str) -> list[str]:
    """The words of a text as they are looked up: folded, letters and digits alone."""
    if max(text, default="") < _LATIN:
        return _WORD.findall(_folded(text))
    return [word for start, end in _runs(text) for word in _WORD.findall(_folded(text[start:end]))]


def folded_text(text: str) -> str:
    """What an index keeps of a text."""
    return " ".join(words_of(text))


def words_at(text: str) -> tuple[Word, ...]:
    """The same words, each with its place. One that folds into several has the place of all of it."""
    return tuple(
        Word(word, start, end) for start, end in _runs(text) for word in _WORD.findall(_folded(text[start:end]))
    )


def places(text: str, terms: Iterable[Term], *, inside: bool = False) -> Spans:
    """Where the terms stand in the text, in order, none over another. `inside`: also in the middle of words."""
    words = words_at(text)
    found = sorted(span for term in terms for span in _places_of(words, term, inside))
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def has_whole(text: str, terms: Sequence[Term]) -> bool:
    """Whether every term stands there as whole words."""
    words = words_at(text)
    return all(any(True for _ in _places_of(words, term._replace(begins=False), False)) for term in terms)


def _places_of(words: Sequence[Word], term: Term, inside: bool) -> Iterator[tuple[int, int]]:
    count = len(term.words)
    for first in range(len(words) - count + 1):
        there = words[first : first + count]
        if all(_is(word.folded, wanted, inside) for word, wanted in zip(there, term.words[:-1], strict=False)) and (
            _is_last(there[-1].folded, term, inside)
        ):
            yield there[0].start, there[-1].end


def _is(folded: str, wanted: str, inside: bool) -> bool:
    return wanted in folded if inside else folded == wanted


def _is_last(folded: str, term: Term, inside: bool) -> bool:
    return folded.startswith(term.words[-1]) if term.begins and not inside else _is(folded, term.words[-1], inside)


def _folded(text: str) -> str:
    """Once more after the accents: some letters become capitals only then."""
    return search_fold(text).casefold()


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Letters and digits that stand together, with the marks that belong to them."""
    if max(text, default="") < _LATIN:
        for match in _LATIN_RUN.finditer(text):
            yield match.span()
        return
    from unicodedata import category, combining  # late: plain Danish never needs its tables

    start = None
    for place, ch in enumerate(text):
        if ch.isalnum() or combining(ch):
            start = place if start is None else start
        elif start is not None and (ch == _BREAK or category(ch) != "Cf"):
            yield start, place
            start = None
    if start is not None:
        yield start, len(text)
