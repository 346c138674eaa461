"""Days on which somebody is away. Knows no rule."""

from typing import NamedTuple


class Ferie(NamedTuple):
    """From the first to the last day away, both counted: of a borger, of a virksomhed that is closed, and of the
    consultant where neither is given; then `stedfortraeder` and `telefon` are who to call instead.
    """

    nr: int
    borger: int | None = None
    virksomhed: int | None = None
    fra: str = ""
    til: str = ""
    stedfortraeder: str | None = None
    telefon: str | None = None
