"""What the rules read of one case: its records, its absence, and a few answers. Knows no rule and no storage."""

from collections.abc import Mapping
from typing import NamedTuple

from vforlob.model.answers import Key, Value
from vforlob.model.case import Case
from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Fravaer


class Facts(NamedTuple):
    """`said` are answers by the number of the samtale, of its newest finished version: only those that rules read.

    `others_here` are other open forløb at the same virksomhed, `close_here` how many of them are followed closely.
    `other_forlob` are all other forløb of the borger, closed and open, in the order of numbers. `ferier` are the days
    away that are written down of the consultant, the borger and the virksomhed.
    """

    case: Case
    fravaer: tuple[Fravaer, ...] = ()
    said: Mapping[int, Mapping[Key, Value]] = {}
    others_here: int = 0
    close_here: int = 0
    other_forlob: tuple[Forlob, ...] = ()
    ferier: tuple[Ferie, ...] = ()
