"""What a match is made of, as values: the borger's side, the places, what came out. Knows no rule and no storage."""

from typing import NamedTuple

from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Hensyn
from vforlob.model.jobabning import Henvendelse, Jobabning
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.virksomhed import Virksomhed


class Seeker(NamedTuple):
    """One borger. `start` and `slut` are the hours a week she wished for. `henvendelser` are those made for her."""

    borger: Borger
    onsker: tuple[Onske, ...] = ()
    hensyn: tuple[Hensyn, ...] = ()
    koordinering: tuple[Koordinering, ...] = ()
    forlobene: tuple[Forlob, ...] = ()
    henvendelser: tuple[Henvendelse, ...] = ()
    start: float | None = None
    slut: float | None = None


class Place(NamedTuple):
    """One virksomhed and what is known there, counted over everybody. `closed` are forløb that are over, `paid` those
    of them that ended in paid hours, `jobs` in a job. `here` are open forløb now, `close` those followed closely.
    `refused` are forløb in which paid hours were refused. `opgaver` are tasks tried there, `losninger` what has worked
    for somebody. `asked` is the last day a henvendelse was made for somebody else.
    """

    virksomhed: Virksomhed
    closed: int = 0
    paid: int = 0
    jobs: int = 0
    here: int = 0
    close: int = 0
    refused: int = 0
    opgaver: tuple[str, ...] = ()
    losninger: tuple[str, ...] = ()
    openings: tuple[Jobabning, ...] = ()
    asked: str | None = None


class Told(NamedTuple):
    """Facts in words: what speaks for a place, what against it, what has to be asked. `stop` are the ones against it
    for which the place is not called now.
    """

    pro: tuple[str, ...] = ()
    con: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()


class Suggestion(NamedTuple):
    """A place that a wish led to. `near` is in NEAR of rules/match/nearness."""

    place: Place
    near: str
    told: Told


class Asked(NamedTuple):
    """A virksomhed that was asked for this borger: every step, the oldest first."""

    virksomhed: Virksomhed
    steps: tuple[Henvendelse, ...]

    @property
    def last(self) -> Henvendelse:
        return self.steps[-1]


class WishMatch(NamedTuple):
    """One wish: who has been asked for it, the places to ask, those not to ask now, those told of under an earlier wish
    (with the place of that wish).
    """

    onske: Onske
    asked: tuple[Asked, ...] = ()
    places: tuple[Suggestion, ...] = ()
    not_now: tuple[Suggestion, ...] = ()
    also: tuple[tuple[Virksomhed, int], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.asked or self.places or self.not_now or self.also)


class Match(NamedTuple):
    """`asked` are those who were asked without any wish being named."""

    seeker: Seeker
    wishes: tuple[WishMatch, ...] = ()
    asked: tuple[Asked, ...] = ()
