"""Which ready phrases fit what has been written of a hensyn. Suggests, never decides; knows no file and no screen."""

from collections.abc import Iterable

from vforlob.model.frase import Frase
from vforlob.model.text import search_fold

MOST = 4
_COLUMNS = ("behov", "losning", "reformulering")


def in_force(fraser: Iterable[Frase], day: str) -> tuple[Frase, ...]:
    """One an id: the one that began last and has begun."""
    newest: dict[str, Frase] = {}
    for frase in fraser:
        before = newest.get(frase.id)
        if frase.valid_from <= day and (before is None or before.valid_from <= frase.valid_from):
            newest[frase.id] = frase
    return tuple(newest.values())


def fitting(fraser: Iterable[Frase], text: str) -> tuple[Frase, ...]:
    """Those with a word that begins a word of the text; the ones with most such words first."""
    typed = _words(text)
    counted = [(sum(_begins(word, typed) for word in frase.words), frase) for frase in fraser]
    found = [(count, frase) for count, frase in counted if count]
    return tuple(frase for _, frase in sorted(found, key=lambda one: -one[0]))


def suggestions(fraser: Iterable[Frase], column: str, written: str, taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Texts for `column`: of the phrase that a text in `taken` came from, then of those that fit what is written."""
    bank, chosen = tuple(fraser), frozenset(taken)
    same = [frase for frase in bank if chosen.intersection(getattr(frase, name) for name in _COLUMNS)]
    texts = (getattr(frase, column) for frase in (*same, *fitting(bank, written)))
    return tuple(dict.fromkeys(texts))[:MOST]


def _words(text: str) -> tuple[str, ...]:
    kept = (character if character.isalnum() else " " for character in search_fold(text))
    return tuple("".join(kept).split())


def _begins(word: str, typed: Iterable[str]) -> bool:
    wanted = search_fold(word)
    return any(one.startswith(wanted) for one in typed)
