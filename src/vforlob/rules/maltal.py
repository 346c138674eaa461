"""The targets of a month: their names, what each counts, how much is missing. Knows no storage and no filter."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vforlob.model.accounts import Maltal, Maned
from vforlob.model.text import fold

# A figure of an own target is kept under its name and its filter: another filter counts something else.
OWN = "eget:"
DECIMALS = 4
HOVEDRAPPORT = "Særligt tilrettelagt virksomhedsforløb, hovedrapport"


class Figure(NamedTuple):
    """`tekst` is its name on screens, `taeller` one sentence of what is counted, `kilde` who asks for it."""

    navn: str
    tekst: str
    taeller: str
    kilde: str


FIGURES = (
    Figure(
        "igang",
        "I gang i forløb",
        "Borgere med et forløb, hvis første dag er kommet, og som ikke er lukket; en borger med to tæller én gang.",
        f"{HOVEDRAPPORT}, kap. 4.3: »milepæle på månedsbasis«",
    ),
    Figure(
        "i_praktik",
        "I gang i praktik",
        "De samme, når forløbet er virksomhedspraktik eller en kombination.",
        f"{HOVEDRAPPORT}, kap. 4.3: »hvor mange borgere er i gang i praktik«",
    ),
    Figure(
        "fastholdt",
        "Stadig i gang efter uge 4",
        "Forløb, der er i gang og har varet længere end de første fire uger.",
        f"{HOVEDRAPPORT}, kap. 4.3: »hvor mange skal fastholdes«",
    ),
    Figure(
        "cv",
        "Har CV",
        "Borgere på din liste, hvor der står, at de har et CV.",
        f"{HOVEDRAPPORT}, kap. 4.3: »hvor mange borgere har et CV«",
    ),
    Figure(
        "lontimer",
        "Ordinære timer om ugen",
        "De aftalte ordinære løntimer om ugen i alle forløb, der er i gang.",
        "Cabi: dagsordenerne til startmøde og opfølgning, punktet »Lønkroner«",
    ),
    Figure(
        "opfolgning",
        "Opfølgning til tiden",
        "Forløb i gang, hvor der ikke er gået flere dage, siden I talte sammen, end reglerne siger.",
        f"{HOVEDRAPPORT}: »hyppig opfølgning (min. månedlig)«; tallene står i »vforlob regler vis«",
    ),
)
BUILT_IN = {figure.navn: figure for figure in FIGURES}
OWN_SOURCE = "Dit eget måltal"
_TYPED = {"i_praktik": "i-praktik", "lontimer": "løntimer", "opfolgning": "opfølgning"}


class Kept(NamedTuple):
    """A figure of a month that has ended: `tal` as it was then, `rettet` what it was corrected to, None for never."""

    maned: str
    tal: float
    rettet: float | None = None

    @property
    def now(self) -> float:
        return self.tal if self.rettet is None else self.rettet


class Target(NamedTuple):
    """One figure of a month. `antal` is None where no target is set; `mangler` is 0 when it is met. `faktisk` is what
    stands now, None where it is not known. `before` are the months that have ended, the newest first: month and figure
    as corrected; `kept` the same with what they were. `nr` is the number of the target, 0 where none is set.
    """

    navn: str
    tekst: str
    maned: str
    antal: float | None
    faktisk: float | None
    mangler: float | None
    before: tuple[tuple[str, float], ...] = ()
    kept: tuple[Kept, ...] = ()
    nr: int = 0
    filter: str | None = None


def built_in_named(typed: str) -> Figure | None:
    """By its name or its text, in any spelling: igang, "I gang i forløb"."""
    wanted = _plain(typed)
    return next((it for it in FIGURES if wanted in (_plain(it.navn), _plain(it.tekst))), None)


def typed_name(navn: str) -> str:
    """As a Dane would type it: `built_in_named` reads it back."""
    return _TYPED.get(navn, navn)


def same_name(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return "".join(char for char in fold(name) if char.isalnum())


def kept_name(navn: str, own_filter: str | None) -> str:
    """What its figure is called among the figures of a month."""
    return navn if navn in BUILT_IN else f"{OWN}{navn}:{own_filter or ''}"


def is_own(kept: str) -> bool:
    return kept.startswith(OWN)


def own_parts(kept: str) -> tuple[str, str]:
    """The name and the filter of a kept own figure; a name holds no colon."""
    navn, _, own_filter = kept.removeprefix(OWN).partition(":")
    return navn, own_filter


def kept_figures(navn: str, months: Mapping[str, Mapping[str, Maned]]) -> tuple[Kept, ...]:
    """The months that have a figure of that name, the newest first; of an own one whatever was counted then."""
    found = []
    for maned in sorted(months, reverse=True):
        row = _row_of(navn, months[maned])
        if row is not None:
            found.append(as_kept(row))
    return tuple(found)


def as_kept(row: Maned) -> Kept:
    return Kept(row.maned, row.tal, round(row.tal + row.rettelse, DECIMALS) if row.rettelse else None)


def _row_of(navn: str, month: Mapping[str, Maned]) -> Maned | None:
    if navn in BUILT_IN:
        return month.get(navn)
    own = (row for kept, row in month.items() if is_own(kept) and same_name(own_parts(kept)[0], navn))
    return next(own, None)


def target_of(
    navn: str, maned: str, row: Maltal | None, faktisk: float | None, kept: tuple[Kept, ...], own_filter: str | None
) -> Target:
    aim = row.antal if row else None
    missing = None if aim is None or faktisk is None else max(0.0, round(aim - faktisk, DECIMALS))
    text = BUILT_IN[navn].tekst if navn in BUILT_IN else navn
    before = tuple((one.maned, one.now) for one in kept)
    return Target(navn, text, maned, aim, faktisk, missing, before, kept, row.nr if row else 0, own_filter)


def names_of(rows: Iterable[Maltal]) -> tuple[str, ...]:
    """The program's own first, in their order; then those of the consultant as they came."""
    own: list[str] = []
    for row in rows:
        if row.navn not in BUILT_IN and not any(same_name(row.navn, it) for it in own):
            own.append(row.navn)
    return (*BUILT_IN, *own)
