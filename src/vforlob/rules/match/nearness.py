"""How near a place is to where the borger wishes to work, without a map: by town and postnummer. Guesses nothing."""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.model.text import search_fold

# In the order they are named: where nothing is written comes before what is known to lie elsewhere.
SAME, NEIGHBOUR, UNKNOWN, ELSEWHERE = "samme", "nabo", "ukendt", "andet"
NEAR = (SAME, NEIGHBOUR, UNKNOWN, ELSEWHERE)
ON_FOOT = "gang"

_DIGITS, _FIRST, _LAST = 4, 800, 9990  # there is no postnummer outside these
# What stands behind the name of a large town: 8200 Aarhus N, 1620 København V.
_DISTRICTS = frozenset({"c", "n", "s", "v", "o", "k", "nv", "sv", "no", "so", "centrum", "midtby", "by"})
_BETWEEN = (",", ";", "/", "\n", " eller ", " og ", " samt ", " eller i ", " og i ")
_NOTHING = frozenset({"i", "ved", "naer", "omkring", "omegn", "gerne", "helst", "kun", "kommune", "danmark"})


class Somewhere(NamedTuple):
    """One place as it was written: its postnummer, or the first and last of several, and its town, folded."""

    first: int = 0
    last: int = 0
    town: str = ""

    def holds(self, postnr: int) -> bool:
        return self.first <= postnr <= self.last


def read_places(text: str | None) -> tuple[Somewhere, ...]:
    """ "8200 Aarhus N", "Aarhus eller Randers", "8000-8260"; several are between commas or »eller«."""
    folded = f" {search_fold(text or '')} ".replace("–", "-")
    if not any(ch.isdigit() for ch in folded):
        folded = folded.replace(" - ", "|")  # between two numbers it is from the one to the other
    for mark in _BETWEEN:
        folded = folded.replace(mark, "|")
    found = (_read(part) for part in folded.split("|"))
    return tuple(one for one in found if one.first or one.town)


def towns_in(places: Iterable[tuple[Somewhere, ...]]) -> frozenset[str]:
    """Every single word of every town: a town in a wish says where, not what."""
    return frozenset(word for place in places for one in place for word in one.town.split())


def nearness(wished: tuple[Somewhere, ...], place: tuple[Somewhere, ...], steps: int) -> str:
    """`steps`: so far apart neighbouring postnumre may be."""
    if not wished or not place:
        return UNKNOWN
    found = {_between(one, other, steps) for one in wished for other in place}
    return next(near for near in NEAR if near in found)


def _between(one: Somewhere, other: Somewhere, steps: int) -> str:
    if one.town and one.town == other.town:
        return SAME
    if one.first and other.first:
        if one.holds(other.first) or other.holds(one.first):
            return SAME
        apart = min(abs(one.first - other.last), abs(other.first - one.last))
        return NEIGHBOUR if apart <= steps else ELSEWHERE
    # A postnummer on one side and a town on the other: nobody has said which town it is.
    return ELSEWHERE if one.town and other.town else UNKNOWN


def _read(part: str) -> Somewhere:
    numbers, names = [], []
    for word in part.replace("-", " ").replace(".", " ").split():
        if len(word) == _DIGITS and word.isascii() and word.isdigit() and _FIRST <= int(word) <= _LAST:
            numbers.append(int(word))
        elif not any(ch.isdigit() for ch in word) and word not in _NOTHING:
            names.append(word)
    while len(names) > 1 and names[-1] in _DISTRICTS:
        names.pop()
    return Somewhere(min(numbers, default=0), max(numbers, default=0), " ".join(names))
