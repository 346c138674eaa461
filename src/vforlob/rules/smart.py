"""SMART, a letter at a time: what each asks for, and what a delmål still lacks, in words. Knows no storage."""

from typing import NamedTuple

from vforlob.model.delmal import Delmal


class Letter(NamedTuple):
    """`column` is where the answer stands. `gap` is what is asked when it is missing, without a capital."""

    letter: str
    column: str
    name: str
    gap: str
    help: str


LETTERS = (
    Letter(
        "S",
        "specifikt",
        "Specifikt",
        "hvad skal der ske helt konkret?",
        "Én ting, alle kan se for sig. Fx »møde kl. 9 tre dage om ugen«.",
    ),
    Letter(
        "M",
        "malbart",
        "Målbart",
        "hvad tæller I?",
        "Noget, I kan tælle eller se: dage, timer, opgaver. Så ved alle, om det er nået.",
    ),
    Letter(
        "A",
        "attraktivt",
        "Attraktivt",
        "hvad får borgeren selv ud af det?",
        "Skriv det med borgerens egne ord. Det er derfor, det er værd at gøre.",
    ),
    Letter(
        "R",
        "realistisk",
        "Realistisk",
        "hvad gør, at det kan lade sig gøre nu?",
        "Hvad er allerede på plads, og hvem hjælper?",
    ),
    Letter(
        "T",
        "frist",
        "Tidsbestemt",
        "hvornår ser I på, om det er nået?",
        "En dato, fx »fredag«, »om 14 dage« eller »3/12«.",
    ),
)


def letter_of(column: str) -> Letter:
    return next(letter for letter in LETTERS if letter.column == column)


def gaps(delmal: Delmal) -> tuple[str, ...]:
    """ "M mangler: hvad tæller I?", in the order of the letters."""
    return tuple(f"{it.letter} mangler: {it.gap}" for it in LETTERS if not is_filled(delmal, it))


def missing(delmal: Delmal) -> str:
    """The letters alone: "MA"."""
    return "".join(it.letter for it in LETTERS if not is_filled(delmal, it))


def is_filled(delmal: Delmal, letter: Letter) -> bool:
    return bool((getattr(delmal, letter.column) or "").strip())


def title(delmal: Delmal) -> str:
    """What it is called in a list: the concrete part, else what there is of it."""
    said = (getattr(delmal, it.column) for it in LETTERS if it.column != "frist" and is_filled(delmal, it))
    return next(said, "")
