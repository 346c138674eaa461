"""The columns of a list of virksomheder, in order: what is written is what can be read back. Knows no file."""

from typing import NamedTuple


class Column(NamedTuple):
    """`name` is the heading in a file, `column` the column of the record. `art`: tekst, tal or dato, as in a sheet."""

    name: str
    column: str
    art: str = "tekst"


VIRKSOMHED_COLUMNS = (
    Column("Navn", "navn"),
    Column("CVR-nummer", "cvr"),
    Column("Branche", "branche"),
    Column("Sted", "sted"),
    Column("Kontaktperson", "kontakt"),
    Column("Telefon", "telefon"),
    Column("E-mail", "email"),
    Column("Erfaring som vært", "vaert"),
    Column("Højst på én gang", "max_antal", "tal"),
    Column("Ring helst", "fast_tid"),
    Column("Ring igen fra", "ring_igen", "dato"),
    Column("Kan tage hensyn til", "rammer"),
)
