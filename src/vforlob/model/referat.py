"""A samtale as one recipient may have it: what a template is given, filtered and worded. Knows no gate and no format.

The fields of Referat are published: the kommune's own templates in skabeloner/ use them by these names. Fields are
added, never renamed. Every text is clean; what is empty is "" or an empty tuple, and a number that is missing is 0.
"""

from collections.abc import Mapping
from typing import NamedTuple

from vforlob.model.answers import Value


class Linje(NamedTuple):
    """One answer. `navn` is what it is about (empty when the heading has said it), `hvem` the part that said it.

    `felt` is its id in the agenda and `vaerdi` the answer as it is kept: ISO dates, numbers, ids of choices.
    """

    navn: str
    tekst: str
    hvem: str = ""
    felt: str = ""
    vaerdi: Value = ""


class Raekke(NamedTuple):
    """One row of a list. `tekst` names it, `hale` is the rest of its line, `linjer` are what does not fit on a line.

    `gruppe` is the small heading it stands under; rows of one group follow each other. `felter` are the answers as
    they are kept, by id.
    """

    tekst: str
    hale: str = ""
    gruppe: str = ""
    linjer: tuple[Linje, ...] = ()
    felter: Mapping[str, Value] = {}


class Afsnit(NamedTuple):
    """One section. `id` is the point's id. Rows in groups come after the lines, other rows before them."""

    id: str
    overskrift: str
    linjer: tuple[Linje, ...] = ()
    raekker: tuple[Raekke, ...] = ()


class Referat(NamedTuple):
    """One document. `modtager` is borger virksomhed mentor sagsbehandler journal; `titel` stands at the top.

    `samtale` is the number, `agenda` the id and `dagsorden` the title of its agenda; `udgave` counts corrections from
    1 and `rettelse` says so in words. `dato` is ISO and `kl` "13:00"; `tidspunkt` is the two in words, `form` the way
    they met, `deltagere` and `alene` (heard alone) the people in words. `alias` is empty for everybody but
    sagsbehandler and journal. `indledning` opens the text and `afslutning` closes it. `lykkedes` are whole sentences.
    `naeste` is the next contact in words; `naeste_dato`, `naeste_kl` and `naeste_form` are the same for machines.
    `ikke_droftet`, `ikke_spurgt`, `kraever_samtale` (ja, nej or empty) and `anmaerkning` are for sagsbehandler and
    journal.
    `konsulent` and `telefon` sign it.
    """

    modtager: str
    titel: str
    samtale: int
    agenda: str
    dagsorden: str
    udgave: int
    dato: str
    kl: str = ""
    tidspunkt: str = ""
    form: str = ""
    deltagere: tuple[str, ...] = ()
    alene: tuple[str, ...] = ()
    virksomhed: str = ""
    alias: str = ""
    rettelse: str = ""
    indledning: str = ""
    lykkedes: tuple[str, ...] = ()
    afsnit: tuple[Afsnit, ...] = ()
    naeste: str = ""
    naeste_dato: str = ""
    naeste_kl: str = ""
    naeste_form: str = ""
    ikke_droftet: tuple[str, ...] = ()
    ikke_spurgt: tuple[str, ...] = ()
    kraever_samtale: str = ""
    anmaerkning: str = ""
    afslutning: str = ""
    konsulent: str = ""
    telefon: str = ""
