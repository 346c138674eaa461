"""Numbers as a row of small bars, one sign each, for a line of text. Knows no case and no screen."""

from collections.abc import Sequence

BARS = "▁▂▃▄▅▆▇█"
# Their twins where only ASCII is shown: lower and thinner first.
PLAIN = "_.-~=+*#"
GAP = " "


def sparkline(values: Sequence[float | None], plain: bool = False, *, low: float = 0, high: float | None = None) -> str:
    """`low` is the lowest bar and `high` the highest one, or else the highest value is. None is a gap."""
    signs = PLAIN if plain else BARS
    top = high if high is not None else max((value for value in values if value is not None), default=low)
    return "".join(GAP if value is None else signs[_step(value, low, top, len(signs) - 1)] for value in values)


def _step(value: float, low: float, top: float, last: int) -> int:
    """All alike and nothing above the lowest are the lowest bar."""
    share = max(0.0, min(1.0, (value - low) / (top - low))) if top > low else 0.0
    return int(share * last + 0.5)
