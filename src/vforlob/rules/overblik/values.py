"""The caseload in figures, and how they are kept as data. Counts nothing."""

from collections.abc import Mapping
from typing import Any, NamedTuple

MOST_KEPT = 40  # calls, and forløb over their day, that are kept for the screen: no week has room for more


class Tal(NamedTuple):
    """A figure, and the numbers of the borgere or forløb that it counts; without them where only figures were kept."""

    tal: float = 0
    numre: tuple[int, ...] = ()


class Opkald(NamedTuple):
    """A forløb for which a call will do, and the last day each party was spoken with."""

    forlob: int
    borger: str
    virksomhed: str


class Uge(NamedTuple):
    """One ISO week by its first and last day. `kontakter` are due in it, in this week also those that are late; `holdt`
    are the forløb where somebody was reached in it. `opkald` are those of them that can do with a call, the one to
    begin with first. `sene` are those whose day is past: forløb that are open before efterværn, then the latest first.
    """

    fra: str
    til: str
    kontakter: Tal = Tal()
    holdt: Tal = Tal()
    opkald: tuple[Opkald, ...] = ()
    sene: tuple[int, ...] = ()


class Sagsstamme(NamedTuple):
    """What the sources describe: from `lav` to `hoj` where it goes well, `hojst` the most that any of them has."""

    lav: int = 0
    hoj: int = 0
    hojst: int = 0


class Overblik(NamedTuple):
    """`dag` is the day it is true for. `tal` has every figure by name; the two weeks, this one first, stand apart."""

    dag: str
    tal: Mapping[str, Tal] = {}
    uger: tuple[Uge, ...] = ()
    sagsstamme: Sagsstamme = Sagsstamme()

    def of(self, name: str) -> Tal:
        return self.tal.get(name, Tal())

    @property
    def is_empty(self) -> bool:
        return not self.of("borgere").tal


def as_data(overblik: Overblik, *, with_numbers: bool = True) -> dict[str, Any]:
    """As JSON keeps it. A screen needs no numbers of records, and ten thousand of them take long to read."""

    def kept(tal: Tal) -> list[Any]:
        return [tal.tal, list(tal.numre) if with_numbers else []]

    most = None if with_numbers else MOST_KEPT
    weeks = [
        [uge.fra, uge.til, kept(uge.kontakter), kept(uge.holdt), [*map(list, uge.opkald[:most])], [*uge.sene[:most]]]
        for uge in overblik.uger
    ]
    return {
        "dag": overblik.dag,
        "tal": {name: kept(tal) for name, tal in overblik.tal.items()},
        "uger": weeks,
        "sagsstamme": list(overblik.sagsstamme),
    }


def from_data(data: Mapping[str, Any]) -> Overblik:
    weeks = (
        Uge(fra, til, _tal(contacts), _tal(held), tuple(Opkald(*one) for one in calls), tuple(*late))
        for fra, til, contacts, held, calls, *late in data["uger"]
    )
    figures = {name: _tal(kept) for name, kept in data["tal"].items()}
    return Overblik(data["dag"], figures, tuple(weeks), Sagsstamme(*data["sagsstamme"]))


def _tal(kept: list[Any]) -> Tal:
    return Tal(kept[0], tuple(kept[1]))
