"""Which of the borger's hensyn a place is known to meet: by its own words, or by what worked there. Knows no screen."""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.model.hensyn import Hensyn
from vforlob.rules.match.values import Place
from vforlob.rules.match.words import fits, words

# Words that stand in nearly every hensyn and tell none from another.
_PLAIN_WORDS = """
tid tiden time timer timen gang gange dag dage dagen dagens hver kort korte lang lange mulighed muligheder brug behov
faste fast blive bliver have har vaere mere mindre mange god gode godt samme anden forste arbejdsplads arbejdspladsen
borger borgeren opgaver kl
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
ACTIVE = "aktiv"


class Met(NamedTuple):
    """`own` is the borger's own text. `said` is what the place has said, empty where it has worked there before."""

    own: str
    said: str


def needs(hensynene: Iterable[Hensyn]) -> tuple[Hensyn, ...]:
    """Those that count now and say what a place is to do."""
    return tuple(one for one in hensynene if one.status == ACTIVE and not one.trukket and text_of(one))


def text_of(hensyn: Hensyn) -> str:
    """What is asked of a place; never what lies behind it."""
    return " ".join((hensyn.losning or hensyn.behov or "").split())


def met(hensynene: Iterable[Hensyn], place: Place) -> tuple[tuple[Met, ...], tuple[str, ...]]:
    """Those the place is known to meet, and the texts of the others. Not to be known is not to be refused."""
    found: list[Met] = []
    open_ones: list[str] = []
    for hensyn in needs(hensynene):
        wanted = _meaning(f"{hensyn.losning or ''} {hensyn.behov or ''}")
        said = next((frame for frame in place.virksomhed.rammer if _alike(wanted, frame)), "")
        worked = any(_alike(wanted, losning) for losning in place.losninger)
        if said or worked:
            found.append(Met(text_of(hensyn), " ".join(said.split())))
        else:
            open_ones.append(text_of(hensyn))
    return tuple(found), tuple(open_ones)


def _meaning(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word not in _PLAIN and not word.isdigit())


def _alike(wanted: tuple[str, ...], text: str) -> bool:
    return any(fits(one, other) for other in _meaning(text) for one in wanted)
