"""The columns of the board, in order: what is written is what can be read back. Knows no file and no opening."""

from typing import NamedTuple

from vforlob.model.text import search_fold


class Column(NamedTuple):
    """`also` are other headings that mean it, folded. `art` as in a sheet. A row without a `required` one is none."""

    name: str
    id: str
    art: str = "tekst"
    also: tuple[str, ...] = ()
    required: bool = False


TAVLE_COLUMNS = (
    Column(
        "Virksomhed", "navn", also=("navn", "firma", "arbejdsgiver", "arbejdsplads", "virksomhedsnavn"), required=True
    ),
    Column("CVR-nummer", "cvr", also=("cvr", "cvr nr", "cvr-nr", "cvrnr", "cvr-nr.")),
    Column("Branche", "branche"),
    Column("Sted", "sted", also=("by", "adresse", "lokation")),
    Column("Opgaver", "opgaver", also=("arbejdsopgaver", "opgave", "stilling", "job", "beskrivelse"), required=True),
    Column(
        "Timer om ugen",
        "timer",
        "tal",
        ("timer", "timetal", "ugentlige timer", "antal timer", "timer pr. uge", "timer/uge", "timer pr uge"),
        True,
    ),
    Column("Svar senest", "frist", "dato", ("frist", "ansogningsfrist", "senest", "deadline", "udlober")),
    Column("Slags åbning", "art", also=("art", "slags", "type", "ansaettelsesform")),
    Column("Delt af", "fra", also=("fra", "konsulent", "kollega", "delt")),
    Column("Kendetegn", "nogle", also=("nogle", "id")),
)


class Matched(NamedTuple):
    """`at` is the place of each column by its id; `missing` the names of required ones; `left` headings not used."""

    at: dict[str, int]
    missing: tuple[str, ...]
    left: tuple[str, ...]


def matched(headers: tuple[str, ...]) -> Matched:
    """By our own headings first: another word counts only where its column has not been found."""
    folded = [search_fold(header) for header in headers]
    at: dict[str, int] = {}
    for names_of in (lambda column: (search_fold(column.name),), lambda column: column.also):
        for column in TAVLE_COLUMNS:
            places = [place for place, header in enumerate(folded) if header and header in names_of(column)]
            if column.id not in at and (free := [place for place in places if place not in at.values()]):
                at[column.id] = free[0]
    missing = tuple(column.name for column in TAVLE_COLUMNS if column.required and column.id not in at)
    left = tuple(header for place, header in enumerate(headers) if header and place not in at.values())
    return Matched(at, missing, left)
