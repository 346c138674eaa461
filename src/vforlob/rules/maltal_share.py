"""How a part of a whole is said: counts, and a percentage only where there are enough. Knows no figure."""

from vforlob.rules.danish import number

ENOUGH = 20  # under that a percentage would make one case look like a trend


def share(part: float, whole: float) -> str:
    """ "5 af 6", and from twenty "18 af 24 (75 %)"."""
    said = f"{number(part)} af {number(whole)}"
    return f"{said} ({round(100 * part / whole)} %)" if whole >= ENOUGH else said
