"""Months side by side: which figures, in which order, and what each was. Knows no storage and no screen."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from vforlob.model.accounts import Maned
from vforlob.rules.maltal import BUILT_IN, Kept, as_kept, is_own, kept_figures, own_parts, same_name
from vforlob.rules.months_typed import months_back


class Figure(NamedTuple):
    """`taeller` is one sentence of what is counted in a month."""

    navn: str
    tekst: str
    taeller: str


FIGURES = (
    Figure("borgere", "Borgere på listen", "Borgere på din liste den sidste dag i måneden."),
    Figure("kommet_til", "Kommet til", "Borgere, der kom på listen i måneden."),
    Figure("klar", "Klar", "Borgere, der stod som klar den sidste dag."),
    Figure("taet_pa", "Tæt på", "Borgere, der stod som tæt på den sidste dag."),
    Figure("laengere_fra", "Længere fra", "Borgere, der stod som længere fra den sidste dag."),
    Figure(
        "rykket_frem", "Rykket nærmere", "Borgere, der stod nærmere klar, da måneden sluttede, end da den begyndte."
    ),
    Figure("rykket_tilbage", "Rykket længere fra", "Borgere, der stod længere fra klar, end da måneden begyndte."),
    Figure("forlob", "Forløb i gang", "Forløb, hvis første dag er kommet, og som ikke er lukket."),
    *(Figure(it.navn, it.tekst, it.taeller) for it in BUILT_IN.values()),
    Figure("lonkroner", "Talt om løntimer", "Forløb i gang, hvor der er talt om løntimer."),
    Figure("taet", "Tæt opfølgning", "Forløb i gang, som blev fulgt tæt den sidste dag."),
    Figure("startet", "Begyndt", "Forløb, der begyndte i måneden."),
    Figure("formode", "Heraf med formøde", "De af dem, hvor formødet var holdt senest den første dag."),
    Figure("lukket", "Afsluttet", "Forløb, der blev lukket med en dag i måneden."),
    Figure("afsluttende_samtale", "Heraf med samtale", "De af dem, hvor den afsluttende samtale blev holdt."),
    Figure("afbrudt", "Heraf afbrudt", "De af dem, der blev afbrudt; stoppet og afklaret er ikke afbrudt."),
    Figure("afbrudt_tidligt", "Afbrudt de første uger", "De afbrudte, der stoppede i de første fire uger."),
    Figure("delmal", "Åbne delmål", "Åbne delmål den sidste dag i måneden."),
    Figure("delmal_hele", "Heraf med alle dele", "De af dem, hvor alle fem bogstaver i SMART er udfyldt."),
)
TEXTS = {figure.navn: figure.tekst for figure in FIGURES}


class Line(NamedTuple):
    """One figure in each of the months, the oldest first; None where it was not kept. `taeller` says what it is."""

    navn: str
    tekst: str
    taeller: str
    tal: tuple[Kept | None, ...]

    @property
    def is_corrected(self) -> bool:
        return any(one is not None and one.rettet is not None for one in self.tal)


class Development(NamedTuple):
    """`maneder` are the oldest first; the last of them is not over when `now` is true."""

    maneder: tuple[str, ...]
    lines: tuple[Line, ...]
    now: bool = False

    def only(self, names: Iterable[str]) -> "Development":
        by_name = {line.navn: line for line in self.lines}
        return self._replace(lines=tuple(by_name[name] for name in names if name in by_name))

    def called(self, name_of: Callable[[str], str]) -> "Development":
        """The figures under the names that others may read."""
        return self._replace(lines=tuple(line._replace(tekst=name_of(line.tekst)) for line in self.lines))

    def last(self, count: int) -> "Development":
        lines = tuple(line._replace(tal=line.tal[-count:]) for line in self.lines)
        return self._replace(maneder=self.maneder[-count:], lines=lines)


def developed(
    months: Mapping[str, Mapping[str, Maned]], last: str, count: int, now: Mapping[str, float] | None
) -> Development:
    """The `count` months up to and with `last`. `now` are the figures of `last` so far, None where it has ended. Months
    before the first that was kept are left out.
    """
    shown = [maned for maned in months_back(last, count) if maned in months or (maned == last and now is not None)]
    running = {navn: Kept(last, float(tal)) for navn, tal in (now or {}).items()}
    lines = []
    for figure in (*FIGURES, *_own(months, shown)):
        tal = tuple(
            running.get(figure.navn) if maned == last and now is not None else _of(figure, months.get(maned, {}))
            for maned in shown
        )
        if any(one is not None for one in tal):
            lines.append(Line(figure.navn, figure.tekst, figure.taeller, tal))
    return Development(tuple(shown), tuple(lines), now is not None)


def _of(figure: Figure, month: Mapping[str, Maned]) -> Kept | None:
    if figure.navn in TEXTS:
        row = month.get(figure.navn)
        return as_kept(row) if row else None
    return next(iter(kept_figures(figure.navn, {"": month})), None)


def _own(months: Mapping[str, Mapping[str, Maned]], shown: Iterable[str]) -> list[Figure]:
    """Those she has made herself, by what they counted last."""
    found: dict[str, str] = {}
    for maned in shown:
        for kept in months.get(maned, {}):
            if is_own(kept):
                navn, own_filter = own_parts(kept)
                same = next((one for one in found if same_name(one, navn)), navn)
                found[same] = own_filter
    return [Figure(navn, navn, f"Det, der passer på: {own_filter}") for navn, own_filter in found.items()]
