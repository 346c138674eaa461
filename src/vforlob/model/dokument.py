"""A document as blocks: what every format is made of, filtered for its recipient and clean. Knows no format.

The last field of every block is its kind, so that a template can tell them apart; it is never given.
"""

from typing import NamedTuple


class Overskrift(NamedTuple):
    """`niveau` 2 is a section, 3 a small heading in it; 1 is the title and stands in the document itself."""

    tekst: str
    niveau: int = 2
    blok: str = "overskrift"


class Tekst(NamedTuple):
    """A paragraph; line breaks in it stay. `stil`: "" or "daempet" (grey, small), "fremhaevet" (framed: to be seen)."""

    tekst: str
    stil: str = ""
    blok: str = "tekst"


class Led(NamedTuple):
    """One item of a list. `navn` stands in front of it, `hale` after a dash, `under` are items below it."""

    tekst: str
    navn: str = ""
    hale: str = ""
    under: tuple["Led", ...] = ()


class Liste(NamedTuple):
    led: tuple[Led, ...]
    nummereret: bool = False
    blok: str = "liste"


class Par(NamedTuple):
    navn: str
    tekst: str


class Felter(NamedTuple):
    """Names and values side by side: who, where, when."""

    par: tuple[Par, ...]
    blok: str = "felter"


class Kolonne(NamedTuple):
    """`art` is tekst, tal or dato; numbers line up. `bredde` is a share of the width beside the other columns."""

    navn: str
    art: str = "tekst"
    bredde: int = 1


class Tabel(NamedTuple):
    """Cells are texts, ready to be read. `titel` is what a screen reader says of it."""

    titel: str
    kolonner: tuple[Kolonne, ...]
    raekker: tuple[tuple[str, ...], ...]
    blok: str = "tabel"


class Maling(NamedTuple):
    """One point of a series: `hvor` is an ISO date or, in a bar chart, a word; `tal` its height."""

    hvor: str
    tal: float


class Serie(NamedTuple):
    navn: str
    malinger: tuple[Maling, ...]


class Figur(NamedTuple):
    """A plot. `art`: "trappe" (steps that hold until the next), "linje" (points over time) or "sojler" (stacked bars).

    `fra` and `til` bound the axis of numbers; None lets the numbers decide. `alternativ` says in whole sentences what
    is seen: it stands for the plot where none can be drawn.
    """

    titel: str
    art: str
    serier: tuple[Serie, ...]
    alternativ: str
    enhed: str = ""
    fra: float | None = None
    til: float | None = None
    blok: str = "figur"


class Mulighed(NamedTuple):
    """One box to tick."""

    id: str
    tekst: str
    sat: bool = False


class Sporgsmal(NamedTuple):
    """A question on a sheet of paper. `nr` is what `indtast` takes back: "4", "4a", "10.1". `niveau` 1 is a point, 2 a
    felt or a row of it, 3 a felt of a row.

    `sidst` is the answer from last time, in grey. `muligheder` are boxes to tick, several when `flere`. `linjer` is
    the room to write, 0 for none; `enhed` stands after it. `felt` names it for machines: "fremmode.modt". `kort`: a
    number, a date or a time; its room stands on the line of the question, and several may share a line.
    """

    nr: str
    tekst: str
    niveau: int = 1
    sidst: str = ""
    muligheder: tuple[Mulighed, ...] = ()
    flere: bool = False
    linjer: int = 0
    enhed: str = ""
    hjaelp: str = ""
    felt: str = ""
    kort: bool = False
    blok: str = "sporgsmal"


class Underskrift(NamedTuple):
    """Lines to sign on, side by side: who signs each."""

    hvem: tuple[str, ...]
    blok: str = "underskrift"


class Sideskift(NamedTuple):
    """What follows begins on a page of its own."""

    blok: str = "sideskift"


Blok = Overskrift | Tekst | Liste | Felter | Tabel | Figur | Sporgsmal | Underskrift | Sideskift


class Dokument(NamedTuple):
    """One document. `art` is its kind ("aftaleark"), `modtager` one of the recipients or konsulent.

    `undertitel` stands under the title and `dato` (ISO) is the day it was made for. `sidehoved` stands small at the
    top of every page. `konsulent` and `telefon` sign it, where it is signed.
    """

    art: str
    titel: str
    modtager: str
    blokke: tuple[Blok, ...] = ()
    undertitel: str = ""
    dato: str = ""
    sidehoved: str = ""
    hilsen: str = ""
    konsulent: str = ""
    telefon: str = ""
