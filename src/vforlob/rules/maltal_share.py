"""How a part of a whole is said: counts, and a percentage only where there are enough. Knows no figure."""

from vforlob.rules.danish import number
from vforlob.rules.laering.small import PERCENT_FROM as ENOUGH
from vforlob.rules.laering.small import percent

__all__ = ["ENOUGH", "share"]


def share(part: float, whole: float) -> str:
    """ "5 af 6", and from twenty "18 af 24 (75 %)"."""
    said = f"{number(part)} af {number(whole)}"
    return f"{said} ({percent(round(part), round(whole))} %)" if whole >= ENOUGH else said
