"""An agenda as values: points, their felter, the choices. Knows nothing of files, answers or screens."""

from typing import NamedTuple

PARTS = ("borger", "virksomhed", "mentor", "sagsbehandler")
RECIPIENTS = ("borger", "virksomhed", "mentor", "sagsbehandler", "journal")


class Choice(NamedTuple):
    id: str
    text: str


class Felt(NamedTuple):
    """One thing that is asked. `min`/`max` bound a number or a scale; `anchors` has one text a step of a scale.

    `alone` is the file's `kun_til_dig`; `known` is "opgaver" or "hensyn": the choices are the records of the case. On
    a liste it can also be "delmal", or "valg": one row for each choice of the first column.
    """

    id: str
    text: str
    kind: str
    help: str = ""
    condition: str = ""
    part: str = ""
    modtagere: tuple[str, ...] | None = None
    alone: bool = False
    outside_rows: bool = False
    choices: tuple[Choice, ...] = ()
    known: str = ""
    anchors: tuple[str, ...] = ()
    min: float | None = None
    max: float | None = None
    unit: str = ""


class Punkt(NamedTuple):
    """One point. Every point has felter: a scalar point has exactly one, with the id "svar" and the point's own kind.

    `number` is "4" or, for a tillæg, "A". `min`/`max` of a liste are numbers of rows: shown, never blocking.
    """

    id: str
    text: str
    kind: str
    number: str
    help: str = ""
    why: str = ""
    section: str = ""
    condition: str = ""
    part: str = ""
    modtagere: tuple[str, ...] | None = None
    alone: bool = False
    writes: tuple[str, ...] = ()
    thorough: bool = False
    enabled: bool = True
    appendix: bool = False
    felter: tuple[Felt, ...] = ()
    known: str = ""
    min: float | None = None
    max: float | None = None

    @property
    def is_liste(self) -> bool:
        return self.kind == "liste"

    @property
    def is_gruppe(self) -> bool:
        return self.kind == "gruppe"

    @property
    def is_scalar(self) -> bool:
        return self.kind not in {"liste", "gruppe"}

    def felt(self, felt_id: str) -> Felt | None:
        return next((felt for felt in self.felter if felt.id == felt_id), None)

    @property
    def row_felter(self) -> tuple[Felt, ...]:
        """The columns of a liste; empty for every other kind."""
        return tuple(felt for felt in self.felter if self.is_liste and not felt.outside_rows)

    @property
    def single_felter(self) -> tuple[Felt, ...]:
        """What stands once: the felter of a gruppe or scalar, and what stands beside the rows of a liste."""
        return tuple(felt for felt in self.felter if not self.is_liste or felt.outside_rows)


class Agenda(NamedTuple):
    """`concerns` is "forlob" or "borger". `sha` is the hash of the file's text, its identity."""

    id: str
    title: str
    version: str
    source: str
    concerns: str
    deltagere: tuple[str, ...]
    punkter: tuple[Punkt, ...]
    sha: str

    def punkt(self, punkt_id: str) -> Punkt | None:
        return next((punkt for punkt in self.punkter if punkt.id == punkt_id), None)

    def numbered(self, number: str) -> Punkt | None:
        return next((punkt for punkt in self.punkter if punkt.number.casefold() == number.casefold()), None)
