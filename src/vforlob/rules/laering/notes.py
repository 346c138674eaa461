"""The consultant's own notes on what was learned: found by a word, and by the tags she gave them. Knows no storage."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vforlob.model.text import search_fold
from vforlob.rules.laering.spotted import Mapped, Span, mapped, spots

FELTER = ("virkede", "anderledes", "match", "maerker")
TAGS = "maerker"


class Note(NamedTuple):
    """What was written when a forløb ended, by felt: virkede anderledes match maerker; only those that were answered.

    `samtale` is where it was written.
    """

    samtale: int
    dato: str
    forlob: int
    alias: str
    virksomhed: str
    said: Mapping[str, str]


class Hit(NamedTuple):
    """A note with the places of what was looked for, by felt."""

    note: Note
    places: Mapping[str, tuple[Span, ...]]


class Tag(NamedTuple):
    """As it was typed last, and in how many notes it stands."""

    navn: str
    antal: int


def newest_first(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda note: (note.dato, note.samtale), reverse=True))


def found_in(notes: Iterable[Note], typed: str) -> tuple[Hit, ...]:
    """Notes that hold every word, in whichever of their texts, the newest first. Nothing is found by no word."""
    words = search_fold(typed).split()
    hits = (_hit(note, words) for note in newest_first(notes)) if words else ()
    return tuple(hit for hit in hits if hit is not None)


def _hit(note: Note, words: Sequence[str]) -> Hit | None:
    texts = {felt: mapped(text) for felt, text in note.said.items()}
    if not all(any(word in text.text for text in texts.values()) for word in words):
        return None
    return Hit(note, {felt: _places(text, words) for felt, text in texts.items()})


def _places(text: Mapped, words: Iterable[str]) -> tuple[Span, ...]:
    """Places that touch or overlap are one."""
    found: list[Span] = []
    for span in sorted(span for word in words for span in spots(text, word)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def tags(notes: Iterable[Note]) -> tuple[Tag, ...]:
    """Every tag once, by the alphabet; a note counts once for each."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for note in sorted(notes, key=lambda one: (one.dato, one.samtale)):
        own = {search_fold(tag): " ".join(tag.split()) for tag in note.said.get(TAGS, "").split(",")}
        for key, name in own.items():
            if key:
                names[key], counts[key] = name, counts.get(key, 0) + 1
    return tuple(Tag(names[key], counts[key]) for key in sorted(counts))
