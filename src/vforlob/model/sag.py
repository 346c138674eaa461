"""A whole case as one recipient may have it, for every format at once. Knows no gate, no format and no storage."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from vforlob.model.case import Case
from vforlob.model.dokument import Figur
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Fravaer, Udsat
from vforlob.model.referat import Referat
from vforlob.model.virksomhed import Virksomhed


class Sket(NamedTuple):
    """One thing that happened or is planned. `art` is the kind of record it comes from, `id` that record's number.

    `forlob` is the forløb that it is told of, None for what was before or beside them all. `before` marks what the
    record itself no longer says: an earlier step, an earlier date.
    """

    dato: str
    art: str
    id: int
    tekst: str
    forlob: int | None = None
    before: bool = False


class Holdt(NamedTuple):
    """A finished samtale: in words, and as tables of answers in the shape of an answer file.

    `form` and `deltagere` are ids; what the recipient may not know is empty.
    """

    nr: int
    dato: str
    forlob: int | None
    referat: Referat
    svar: Mapping[str, Any]
    form: str | None = None
    deltagere: tuple[str, ...] = ()
    tidligere_aftaler: tuple[Mapping[str, Any], ...] = ()
    tidligere_delmal: tuple[Mapping[str, Any], ...] = ()


class Sag(NamedTuple):
    """`nr` is what was asked for: "f12", or "b7" for everything of a borger. `dato` is the day it was made; `fra` and
    `indtil` bound it where only a period was asked for, both empty otherwise.

    `case` holds the records that the recipient may have, of all the forløb in `forlobene`; what she may not have of a
    record is None or empty there. `virksomheder` are by number, `samtaler` and `haendelser` oldest first. `kladder` is
    how many samtaler are not finished and therefore not here; `scorer` are the scores over time, drawn.
    """

    modtager: str
    nr: str
    dato: str
    case: Case
    forlobene: tuple[Forlob, ...] = ()
    virksomheder: Mapping[int, Virksomhed] = {}
    fravaer: tuple[Fravaer, ...] = ()
    udsat: tuple[Udsat, ...] = ()
    samtaler: tuple[Holdt, ...] = ()
    haendelser: tuple[Sket, ...] = ()
    fra: str = ""
    indtil: str = ""
    kladder: int = 0
    scorer: tuple[Figur, ...] = ()
    konsulent: str = ""
    telefon: str = ""

    @property
    def is_whole(self) -> bool:
        return not (self.fra or self.indtil)
