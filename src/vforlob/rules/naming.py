"""Whether a text names somebody: the words of an alias or a name, however they are put together. Knows no storage."""

import re
from collections.abc import Callable, Iterable

from vforlob.model.text import search_fold

Names = Callable[[str], bool]

# Between the parts of an alias: K-1, K 1, K - 1 and k1 are one.
_APART = 3
_WORD = re.compile(r"[^\W_]+")


def names_one_of(words: Iterable[str], capitals: Iterable[str] = ()) -> Names:
    """Whole words, also with the s of a genitive. What stands in `capitals` is a word of the language too: it counts
    with a capital.
    """
    known = _by_letters(words)
    longest = max(map(len, known), default=0)
    proper = {search_fold(word) for word in capitals}

    def named(text: str) -> bool:
        if any(word[:1].isupper() and not proper.isdisjoint(_bare(search_fold(word))) for word in _WORD.findall(text)):
            return True
        folded = search_fold(text)
        found = [it.span() for it in _WORD.finditer(folded)]
        return any(_begins_here(folded, found[first:], known, longest) for first in range(len(found)))

    return named


def _by_letters(words: Iterable[str]) -> dict[str, list[set[int]]]:
    """By all its letters in one: the places where each may be taken apart."""
    known: dict[str, list[set[int]]] = {}
    for word in words:
        parts = _WORD.findall(search_fold(word))
        if parts:
            known.setdefault("".join(parts), []).append(_ends(map(len, parts)))
    return known


def _ends(lengths: Iterable[int]) -> set[int]:
    ends, end = set(), 0
    for length in lengths:
        end += length
        ends.add(end)
    return ends


def _bare(word: str) -> tuple[str, ...]:
    """The word, and without the s of a genitive."""
    return (word, word[:-1]) if word.endswith("s") else (word,)


def _begins_here(folded: str, spans: list[tuple[int, int]], known: dict[str, list[set[int]]], longest: int) -> bool:
    joined, ends, before = "", set[int](), spans[0][0]
    for start, end in spans:
        if start - before > _APART or len(joined) >= longest:
            return False
        joined, before = joined + folded[start:end], end
        for bare in _bare(joined):
            if any(ends | {len(bare)} <= places for places in known.get(bare, ())):
                return True
        ends.add(len(joined))
    return False
