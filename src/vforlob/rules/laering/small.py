"""Small numbers said as small: "4 af 7", and no percentage before there are enough. Knows no figure."""

PERCENT_FROM = 20
# Under this many nothing is said about what it might mean.
FEW = 5
TOO_FEW = "for få til at sige noget"


def part_of(part: int, whole: int) -> str:
    """4 af 7; 17 af 22 (77 %)."""
    return f"{part} af {whole}{f' ({percent(part, whole)} %)' if whole >= PERCENT_FROM else ''}"


def percent(part: int, whole: int) -> int:
    """Half a percent is rounded up."""
    return (200 * part + whole) // (2 * whole)


def caution(whole: int) -> str:
    return TOO_FEW if 0 < whole < FEW else ""
