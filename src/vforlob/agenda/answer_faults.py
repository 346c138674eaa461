"""Collect what is wrong in a file of answers, each fault with its line and its place. Knows no point and no answer."""

from collections.abc import Iterable, Mapping

from vforlob.agenda.toml_lines import Lines, Place
from vforlob.errors.base import Fault
from vforlob.rules.danish import quoted

NOTHING_NEAR = ""
_NAMES = {"raekker": "række"}


class Faults:
    """Grows while the file is read; all of it is told at once."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._found: list[tuple[int, tuple[int, ...], Fault]] = []

    def add(self, place: Place, sentence: str) -> None:
        line = self._lines.of(*place)
        rows = tuple(part for part in place if isinstance(part, int))
        self._found.append((line, rows, Fault(place_in_words(place), sentence, line)))

    def unknown(self, place: Place, known: Iterable[str], points: Iterable[str] = ()) -> None:
        """A word that does not belong there, with the nearest that does."""
        word = str(place[-1])
        if len(place) > 1 and word in points:
            self.add(place, f"{quoted(word)} er et punkt for sig. Flyt den op over den første [..].")
        else:
            self.add(place, f"{quoted(word)} kendes ikke her.{nearest(word, known)}")

    @property
    def in_order(self) -> tuple[Fault, ...]:
        """By line; rows that share a line in their own order."""
        return tuple(fault for _, _, fault in sorted(self._found, key=lambda found: found[:2]))


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence with what was probably meant, or with all there is when that is little."""
    from difflib import get_close_matches  # only for somebody's faulty file

    words = list(known)
    near = get_close_matches(word, words, 1)
    if near:
        return f" Mente du »{near[0]}«?"
    return f" Her kan stå: {', '.join(words)}." if 0 < len(words) <= 12 else NOTHING_NEAR


def place_in_words(place: Place) -> str:
    """("hensyn", "raekker", 1, "nr") is "punkt »hensyn«, række 2, »nr«"."""
    names = []
    for depth, part in enumerate(place):
        if isinstance(part, int):
            names.append(f"{'række' if place[depth - 1] in _NAMES else 'nummer'} {part + 1}")
        elif part not in _NAMES or depth == len(place) - 1:
            names.append(quoted(part))
    return f"punkt {', '.join(names)}" if names else ""


def is_table(value: object) -> bool:
    return isinstance(value, Mapping)


def is_rows(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(row, Mapping) for row in value)
