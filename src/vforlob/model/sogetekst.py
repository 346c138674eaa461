"""A text that can be searched: where it stands and whose it is. Knows no index and no storage."""

from typing import NamedTuple

# The answers of a samtale, beside the kinds of records; and what stands in front of the place of one not finished.
SVAR, DRAFT = "svar", "kladde/"


class Text(NamedTuple):
    """One text: which column of which record, or which answer of which samtale, whose, and from which day."""

    emne: str
    emne_nr: int
    hvad: str
    borger: int | None
    forlob: int | None
    virksomhed: int | None
    dato: str | None
    tekst: str
